"""The chain as a graph in layers: what is drawn as a node, each link, and which way it runs."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from valuegraph.model.activity import Modality, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import Flow, Link
from valuegraph.model.part import Part, Sign
from valuegraph.model.routing import arcs

KINDS = ("actor", "resource", "support", "activity", "output", "impact", "margin")
"""The kinds of part that are drawn, and the order of their legend."""

MOST_WITH_ACTORS = 60
"""A chain with more parts than that is drawn without its actors: the annex names them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One link: the numbers of its nodes, the circuits it crosses, and how it is drawn.

    ``back`` says that it runs against the layers: a return, or one that closes a loop. A cell
    with an actor is a link too, told by its own ``words``.
    """

    link: Link
    start: int
    end: int
    circuits: tuple[str, ...]
    back: bool
    words: str = ""

    @property
    def negative(self) -> bool:
        """Whether it hinders or depletes."""
        return self.link.kind in ("depletes", "costs") or self.link.sign is Sign.MINUS


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes (``chain`` for the whole chain), the layer of each, the edges.

    ``left_out`` are the parts that are not drawn.
    """

    nodes: tuple[Part | str, ...]
    layers: tuple[int, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[Part, ...] = ()


def graph_of(chain: ValueChain, language: str) -> Graph:
    """Return the chain's parts and links in layers: whatever leads to something stands before it.

    Links that return, and those that close a loop of forward links, run back.
    """
    parts = [part for kind in KINDS for part in chain.parts(kind)]
    left_out: tuple[Part, ...] = ()
    if len(parts) > MOST_WITH_ACTORS:
        left_out = tuple(part for part in parts if part.kind == "actor")
        parts = [part for part in parts if part.kind != "actor"]
    nodes: list[Part | str] = list(parts)
    place = {part.id: number for number, part in enumerate(parts)}
    if any(WHOLE_CHAIN in (link.start, link.end) for link in chain.links
           if {link.start, link.end} <= {*place, WHOLE_CHAIN}):  # fmt: skip
        place[WHOLE_CHAIN] = len(nodes)
        nodes.append(WHOLE_CHAIN)
    links = [link for link in chain.links if link.start in place and link.end in place]
    cells = {cell.id: cell for cell in chain.modalities if cell.with_ in place}
    links += [_of_cell(cell) for cell in cells.values()]
    givers = {link.start for link in links}
    leading = [(place[link.start], place[link.end]) for link in links if _leads(link, givers)]
    layers = _layers(nodes, leading)
    circuits = _circuits(chain)
    edges = tuple(
        Edge(
            link,
            place[link.start],
            place[link.end],
            circuits.get(link.id, (link.circuit,) if link.circuit else ()),
            link.flow is Flow.RETURN or layers[place[link.start]] > layers[place[link.end]],
            cells[link.id].label(language) if link.id in cells else "",
        )
        for link in links
    )
    return Graph(tuple(nodes), tuple(layers), edges, left_out)


def _of_cell(cell: Modality) -> Link:
    """Return what passes between an activity and an actor as a link."""
    ends = (cell.with_, cell.activity)
    received = cell.way is Way.RECEIVES
    start, end = ends if received else ends[::-1]
    return Link(id=cell.id, start=start, end=end, kind="takes_part" if received else "benefits",
                circuit=cell.circuit, status=cell.status)  # fmt: skip


def _leads(link: Link, givers: Set[str]) -> bool:
    """Tell whether the end of a link stands in a later layer than its start.

    Actors stand before what they give to; those that only receive stand after it.
    """
    if link.start == link.end:
        return False
    if link.kind in ("benefits", "costs"):
        return link.end not in givers
    return link.flow in (Flow.FORWARD, Flow.ACCOMPANIES) or link.kind in (
        "provides", "carries", "funds", "governs", "takes_part",
    )  # fmt: skip


def _circuits(chain: ValueChain) -> Mapping[str, tuple[str, ...]]:
    """Return the circuits that each link crosses, in the order of drawing."""
    found: dict[str, set[str]] = {}
    for arc in arcs(chain):
        if arc.circuit:
            found.setdefault(arc.link, set()).add(arc.circuit)
        for cell in (arc.leaves_by, arc.enters_by):
            # A cell's id is its activity, its way and its circuit; a second one has a number.
            modality = chain.find(cell) if cell else None
            circuit = getattr(modality, "circuit", "")
            if circuit:
                found.setdefault(arc.link, set()).add(circuit)
    for link in chain.links:
        if link.circuit:
            found.setdefault(link.id, set()).add(link.circuit)
    order = [circuit.id for circuit in chain.circuits]
    return {link: tuple(code for code in order if code in used) for link, used in found.items()}


def _layers(nodes: list[Part | str], leading: list[tuple[int, int]]) -> list[int]:
    """Return the layer of each node: one more than the last of what leads to it.

    Links that close a loop are left aside, met in the order of listing, depth first.
    """
    following: list[list[int]] = [[] for _ in nodes]
    for start, end in leading:
        following[start].append(end)
    state = [0] * len(nodes)  # 0 not met, 1 on the way down, 2 done
    order: list[int] = []
    kept: list[tuple[int, int]] = []
    for root in range(len(nodes)):
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(following[root]))]
        while stack:
            node, left = stack[-1]
            child = next(left, None)
            if child is None:
                state[node] = 2
                order.append(node)
                stack.pop()
            elif state[child] != 1:
                kept.append((node, child))
                if not state[child]:
                    state[child] = 1
                    stack.append((child, iter(following[child])))
    layers = [_least(node) for node in nodes]
    kept_from: dict[int, list[int]] = {}
    for start, end in kept:
        kept_from.setdefault(start, []).append(end)
    for node in reversed(order):
        for end in kept_from.get(node, ()):
            layers[end] = max(layers[end], layers[node] + 1)
    return _closed(layers, nodes, kept)


def _least(node: Part | str) -> int:
    """Return the first layer that a kind of part may stand in."""
    if isinstance(node, str):
        return 1
    return {"actor": 0, "resource": 1, "support": 1, "activity": 2, "output": 3}.get(node.kind, 4)


def _closed(layers: list[int], nodes: list[Part | str], kept: list[tuple[int, int]]) -> list[int]:
    """Return the layers without empty ones, what leads on drawn up to what it leads to.

    An actor or a resource used late in the chain stands near its first use.
    """
    nearest: dict[int, int] = {}
    for start, end in kept:
        nearest[start] = min(nearest.get(start, layers[end]), layers[end])
    pulled = [
        max(layer, nearest[number] - 1)
        if number in nearest and getattr(node, "kind", "") in ("actor",) else layer
        for number, (node, layer) in enumerate(zip(nodes, layers, strict=True))
    ]  # fmt: skip
    used = sorted(set(pulled))
    return [used.index(layer) for layer in pulled]
