"""A chain as a graph of the ``graphviz`` package: DOT, laid out by Graphviz where it is there."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow
from valuegraph.render.diagrams.colours import arrow_line, box_colours, circuit_line, is_doubtful
from valuegraph.render.diagrams.diagram import Arrow, Box, Diagram, diagram
from valuegraph.render.theme import DEFAULT_THEME, Theme
from valuegraph.render.writers.svg_text import readable

if TYPE_CHECKING:
    import graphviz

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LETTERS_A_LINE = 26
_SHAPES = {
    "actor": ("box", "rounded,filled"),
    "resource": ("box", "filled,rounded"),
    "support": ("tab", "filled"),
    "activity": ("cds", "filled"),
    "modality": ("box", "rounded,filled"),
    "output": ("note", "filled"),
    "impact": ("octagon", "filled"),
    "margin": ("octagon", "filled"),
}


def to_graphviz(
    chain: ValueChain, *, language: str | None = None, theme: Theme | None = None
) -> graphviz.Digraph:
    """Return the chain as a graph of the ``graphviz`` package: ``.source`` is its DOT.

    Every part that links may join is a node (``n1``, ``n2``...; its ``id`` is the part's own), in
    a cluster of its kind; every link is an edge, labelled by the circuits it passes by, its
    modalities in the tooltip. A modality that no link passes is a node. What is not sure has a
    broken line, and says so. The evaluation framework is left out.

    Args:
        chain: the chain.
        language: the language of its words and texts; the chain's own by default.
        theme: the colours and the font; ours by default.

    Returns:
        A graph that can be changed further; ``render`` and ``pipe`` need Graphviz installed.
    """
    import graphviz

    theme = theme or DEFAULT_THEME
    drawn = diagram(chain, language or chain.language)
    circuits = tuple(circuit.id for circuit in chain.circuits)
    font = f"{theme.font.family},Calibri,sans-serif"
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": "LR",
            "compound": "true",
            "bgcolor": theme.paper,
            "fontname": font,
            "fontcolor": theme.structure,
            "fontsize": "20",
            "label": _escaped(drawn.title),
            "labelloc": "t",
            "nodesep": "0.2",
            "ranksep": "0.6",
            "tooltip": _escaped(drawn.description),
        },
        node_attr={"fontname": font, "fontsize": "13", "margin": "0.15,0.08"},
        edge_attr={"fontname": font, "fontsize": "11", "fontcolor": theme.muted},
    )
    if drawn.chain is not None:
        _add_box(graph, drawn.chain, circuits, theme)
    for frame in drawn.frames:
        with graph.subgraph(name=f"cluster_{frame.name}") as cluster:
            cluster.attr(
                label=_escaped(frame.heading),
                style="filled,rounded",
                color=theme.frame_line,
                fillcolor=theme.frame,
                fontcolor=theme.frame_label,
                fontsize="14",
            )
            for box in frame.boxes:
                _add_box(cluster, box, circuits, theme)
    for arrow in drawn.arrows:
        _add_arrow(graph, arrow, drawn, circuits, theme)
    return graph


def _escaped(text: str) -> str:
    """Return a text that DOT shows as it is: no escapes, no HTML, no entities, no controls."""
    import graphviz

    plain = (_CONTROL.sub(" ", line) for line in readable(text).split("\n"))
    lines = (graphviz.escape(_ENTITY.sub("&amp;", line)) for line in plain)
    told: str = graphviz.nohtml(r"\n".join(lines))  # joined lines no longer say so themselves
    return told


def _broken(text: str) -> str:
    """Return a label on lines that a box can hold; a word is never cut."""
    lines = textwrap.wrap(
        readable(text), _LETTERS_A_LINE, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def _add_box(graph: graphviz.Digraph, box: Box, circuits: tuple[str, ...], theme: Theme) -> None:
    look = box_colours(box.kind, theme)
    shape, style = _SHAPES.get(box.kind, ("box", "filled"))
    line, fill, text = look.line, look.fill, look.text
    if box.circuit:
        line = circuit_line(box.circuit, circuits, theme)
    if is_doubtful(box):
        style, fill, text = f"{style},dashed", theme.paper, theme.ink
    margin = {"margin": "0.2,0.13"} if shape == "cds" else {}
    graph.node(
        box.name,
        _escaped("\n".join(_broken(each) for each in (box.label, *box.notes))),
        id=_escaped(box.ref),
        shape=shape,
        style=style,
        color=line,
        fillcolor=fill,
        fontcolor=text,
        tooltip=_escaped(box.about or box.label),
        **margin,
    )


def _actors(drawn: Diagram) -> tuple[Box, ...]:
    return next((frame.boxes for frame in drawn.frames if frame.kind == "actor"), ())


def _add_arrow(
    graph: graphviz.Digraph,
    arrow: Arrow,
    drawn: Diagram,
    circuits: tuple[str, ...],
    theme: Theme,
) -> None:
    first = {frame.name: frame.boxes[0].name for frame in drawn.frames}
    told = {"tooltip": _escaped(arrow.about or arrow.label or " ")}
    if arrow.ref:
        told["id"] = _escaped(arrow.ref)
    if arrow.label:
        told["label"] = _escaped(_broken(arrow.label))
    if arrow.end in first:
        told["lhead"] = f"cluster_{arrow.end}"
    if arrow.flow is Flow.RETURN or arrow.end in {box.name for box in _actors(drawn)}:
        told["constraint"] = "false"  # or what comes back would pull the beginning to the end
    graph.edge(
        first.get(arrow.start, arrow.start),
        first.get(arrow.end, arrow.end),
        color=arrow_line(arrow, circuits, theme),
        style="dashed" if is_doubtful(arrow) else "solid",
        **told,
    )
