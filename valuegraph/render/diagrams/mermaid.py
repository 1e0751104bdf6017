"""A chain as a Mermaid flowchart: the text that forges, wikis and notes show as a drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from valuegraph.model.chain import ValueChain
from valuegraph.render.diagrams.colours import arrow_line, box_colours, circuit_line, is_doubtful
from valuegraph.render.diagrams.diagram import Box, Diagram, diagram
from valuegraph.render.theme import DEFAULT_THEME, Theme
from valuegraph.render.writers.svg_text import readable

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Kept as they are: letters, digits, and a few signs that neither Mermaid nor Markdown reads (a
# full stop or a hyphen within a word, a bracket that does not number a list).
_SIGN = re.compile(
    r"[^\w ’',«»…–—()?!\u00a0\u202f.-]|_"
    r"|(?<![^\W\d_])[.-]|[.-](?![^\W_])|(?<=www)\.|(?<=\d)\)"
)
_SHAPES = {
    "actor": ("([", "])"),
    "resource": (">", "]"),
    "support": ("[", "]"),
    "activity": ("[[", "]]"),
    "modality": ("(", ")"),
    "output": ("[/", "/]"),
    "impact": ("{{", "}}"),
    "margin": ("{{", "}}"),
    "chain": ("[", "]"),
}


def mermaid(chain: ValueChain, *, language: str, theme: Theme = DEFAULT_THEME) -> str:
    """Return the chain as a Mermaid flowchart, one frame a kind of part.

    Circuits stand on the arrows; what is not sure has a broken line, and says so. Titles for
    screen readers are those of the chain.

    Args:
        chain: the chain.
        language: the language of its words and texts.
        theme: the colours.
    """
    drawn = diagram(chain, language)
    circuits = tuple(circuit.id for circuit in chain.circuits)
    lines = [
        "flowchart LR",
        f"  accTitle: {_escaped(drawn.title)}",
        f"  accDescr: {_escaped(drawn.description.replace(chr(10), '. ') or drawn.title)}",
        *_boxes(drawn),
        *_arrows(drawn),
        *_looks(drawn, circuits, theme),
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Return a text with all that Mermaid or Markdown might read as a sign as ``#number;``."""
    plain = _CONTROL.sub(" ", readable(text)).strip()
    return _SIGN.sub(lambda found: f"#{ord(found[0])};", plain) or " "


def _quoted(*lines: str) -> str:
    return '"' + "<br/>".join(_escaped(line) for line in lines) + '"'


def _boxes(drawn: Diagram) -> Iterator[str]:
    if drawn.chain is not None:
        yield f"  {_box(drawn.chain)}"
    for frame in drawn.frames:
        yield f"  subgraph {frame.name}[{_quoted(frame.heading)}]"
        for box in frame.boxes:
            yield f"    {_box(box)}"
        yield "  end"


def _box(box: Box) -> str:
    before, after = _SHAPES[box.kind]
    return f"{box.name}{before}{_quoted(box.label, *box.notes)}{after}:::{box.kind}"


def _arrows(drawn: Diagram) -> Iterator[str]:
    for arrow in drawn.arrows:
        line = "-.->" if is_doubtful(arrow) else "-->"
        label = f"|{_quoted(arrow.label)}|" if arrow.label else ""
        yield f"  {arrow.start} {line}{label} {arrow.end}"


def _looks(drawn: Diagram, circuits: tuple[str, ...], theme: Theme) -> Iterator[str]:
    """Yield the colours: one class a kind, one line a colour of arrows, the broken lines."""
    kinds = [frame.kind for frame in drawn.frames] + (["chain"] if drawn.chain else [])
    for kind in kinds:
        look = box_colours(kind, theme)
        yield f"  classDef {kind} fill:{look.fill},stroke:{look.line},color:{look.text}"
    for frame in drawn.frames:
        yield f"  style {frame.name} fill:{theme.frame},stroke:{theme.frame_line}," + (
            f"color:{theme.frame_label}"
        )
        for box in frame.boxes:
            if box.circuit:
                yield f"  style {box.name} stroke:{circuit_line(box.circuit, circuits, theme)}"
            if is_doubtful(box):
                yield f"  style {box.name} stroke-dasharray:6 5,stroke-width:2px" + (
                    f",fill:{theme.paper},color:{theme.ink}"
                )
    by_colour: dict[str, list[int]] = {}
    for number, arrow in enumerate(drawn.arrows):
        by_colour.setdefault(arrow_line(arrow, circuits, theme), []).append(number)
    for colour, numbers in by_colour.items():
        yield f"  linkStyle {','.join(map(str, numbers))} stroke:{colour}"
