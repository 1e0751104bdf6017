"""Where each line of a text stands: its anchor and its baseline, before the text is turned."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.fontface import Font, face
from valuegraph.render.scene import Runs, Text


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line: anchored at ``x`` by the text's alignment, on the baseline ``y``, below ``top``."""

    x: float
    y: float
    top: float
    height: float
    runs: Runs


def placed_lines(text: Text, font: Font) -> tuple[PlacedLine, ...]:
    """Return the lines of ``text`` in its unturned box, capitals centred in each line's height."""
    spare = text.h - text.text_height
    top = text.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[text.valign]
    x = text.x + {"left": 0.0, "center": text.w / 2, "right": text.w}[text.align]
    placed = []
    for runs in text.lines:
        height = text.line_step(runs)
        largest = max(runs, key=lambda run: run.scale)
        metrics = face(font, bold=largest.bold, italic=largest.italic)
        capitals = metrics.cap_height * text.size * largest.scale
        placed.append(PlacedLine(x, top + (height + capitals) / 2, top, height, runs))
        top += height
    return tuple(placed)
