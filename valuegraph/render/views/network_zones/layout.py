"""Places by Graphviz: it is given sizes and who is joined to whom, never a word of the chain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from valuegraph.extras import required
from valuegraph.problems import Bilingual
from valuegraph.render.scene import Point
from valuegraph.render.views.network_zones.graph import Graph

_POINTS = 72.0  # Graphviz counts sizes in inches, places in points: one point is one du here
_USE = Bilingual("pour la vue « network »", "for the view “network”")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, from the top left: ``centres`` of nodes, ``curves`` of edges.

    A curve is the 3n + 1 points of its cubics, in the direction of the link; none was found for
    an empty one. ``slots`` are the places kept free for badges.
    """

    width: float
    height: float
    centres: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]
    slots: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far things stand apart, in du: within a layer, and from layer to layer."""

    within: float
    between: float


def laid_out(
    graph: Graph,
    sizes: Sequence[tuple[float, float]],
    badges: Sequence[int],
    spacing: Spacing,
    *,
    down: bool,
    language: str,
) -> Layout:
    """Return the places of nodes of these sizes, layers going right, or ``down``.

    Args:
        graph: the nodes, their layers and the edges.
        sizes: width and height of each node, in du.
        badges: how many badges each edge carries.
        spacing: how far things stand apart.
        down: whether the layers go down the page.
        language: of the error.

    Raises:
        MissingExtraError: neither pygraphviz nor the command ``dot`` is here.
    """
    source = _source(graph, sizes, badges, spacing, down=down)
    return _read(json.loads(_run(source, language)), graph)


def _source(
    graph: Graph,
    sizes: Sequence[tuple[float, float]],
    badges: Sequence[int],
    spacing: Spacing,
    *,
    down: bool,
) -> Any:
    """Return the graph for Graphviz: ids are n0, n1..., labels are empty, sizes are fixed."""
    import graphviz

    dot = graphviz.Digraph(
        graph_attr={
            "rankdir": "TB" if down else "LR",
            "nodesep": f"{spacing.within / _POINTS:.4f}",
            "ranksep": f"{spacing.between / _POINTS:.4f}",
            "splines": "true",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"dir": "none", "fontsize": "8"},
    )
    for layer in sorted(set(graph.layers)):
        with dot.subgraph() as same:
            same.attr(rank="same")
            same.node(f"l{layer}", style="invis", width="0.01", height="0.01")
            for number, (width, height) in enumerate(sizes):
                if graph.layers[number] == layer:
                    same.node(f"n{number}", width=f"{width / _POINTS:.4f}",
                              height=f"{height / _POINTS:.4f}")  # fmt: skip
        if layer:
            dot.edge(f"l{layer - 1}", f"l{layer}", style="invis")
    for number, (edge, count) in enumerate(zip(graph.edges, badges, strict=True)):
        ends = (edge.start, edge.end)
        flat = graph.layers[edge.start] == graph.layers[edge.end]
        if graph.layers[edge.start] > graph.layers[edge.end]:
            ends = (edge.end, edge.start)
        kept = {"label": _slot(count)} if count and not flat else {}
        dot.edge(f"n{ends[0]}", f"n{ends[1]}", id=f"e{number}", **kept)
    return dot


def _slot(count: int) -> str:
    """Return an empty table of fixed size: the room of an edge's badges."""
    return (
        f'<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="{22 * count}" HEIGHT="22">'
        "<TR><TD></TD></TR></TABLE>>"
    )


def _run(source: Any, language: str) -> bytes:
    """Return what Graphviz says of a graph, as JSON: in this process or by its command."""
    if find_spec("pygraphviz"):
        import pygraphviz

        drawn = pygraphviz.AGraph(string=source.source).draw(format="json", prog="dot")
        return bytes(drawn)
    import graphviz

    try:
        return bytes(source.pipe(format="json", quiet=True))
    except graphviz.ExecutableNotFound:
        required("pygraphviz", extra="graphviz", use=_USE, language=language)
        raise


def _read(found: dict[str, Any], graph: Graph) -> Layout:
    left, bottom, right, top = (float(side) for side in found["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")
        return float(x) - left, top - float(y)

    named = {item["name"]: item for item in found.get("objects", ()) if "pos" in item}
    edges = {item["id"]: item for item in found.get("edges", ()) if "id" in item}
    curves: list[tuple[Point, ...]] = []
    slots: list[Point | None] = []
    for number, edge in enumerate(graph.edges):
        item = edges.get(f"e{number}", {})
        points = tuple(point(each) for each in item.get("pos", "").split(";")[0].split())
        if graph.layers[edge.start] > graph.layers[edge.end]:
            points = points[::-1]
        curves.append(points)
        slots.append(point(item["lp"]) if "lp" in item else None)
    return Layout(
        right - left,
        top - bottom,
        tuple(point(named[f"n{number}"]["pos"]) for number in range(len(graph.nodes))),
        tuple(curves),
        tuple(slots),
    )
