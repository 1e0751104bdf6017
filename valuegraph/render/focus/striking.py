"""How what is taken away is struck out: a dashed outline, and hatching behind its words."""

from __future__ import annotations

from dataclasses import replace

from valuegraph.render.colour import mix
from valuegraph.render.focus.colouring import calmed_paint
from valuegraph.render.geometry import Outline, decimal, outline
from valuegraph.render.scene import Paint, Shape
from valuegraph.render.theme import Theme

_STEP = 11.0
_HATCH, _LINE = 1.3, 2.2
_DASH = (7.0, 5.0)
_PALE = 0.72


def struck(shape: Shape, theme: Theme) -> tuple[Shape, ...]:
    """Return a shape struck out: calmed, dashed all round, and the hatching that lies on it."""
    paint = replace(calmed_paint(shape.paint, theme), stroke=theme.muted, width=_LINE, dash=_DASH)
    lines = _hatching(outline(shape))
    if not lines:
        return (replace(shape, paint=paint),)
    pale = Paint(stroke=mix(theme.muted, theme.paper, _PALE), width=_HATCH)
    hatch = Shape("path", shape.x, shape.y, shape.w, shape.h, pale, d=lines, decorative=True)
    return (replace(shape, paint=paint), hatch)


def _hatching(corners: Outline) -> str:
    """Return slanted lines across a polygon, as path data."""
    if not corners:
        return ""
    sums = [x + y for x, y in corners]
    level, parts = min(sums) + _STEP, []
    while level < max(sums) - 1:
        crossings = sorted(_crossings(corners, level))
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            if end - start > 1:
                parts.append(
                    f"M{decimal(start)} {decimal(level - start)}"
                    f"L{decimal(end)} {decimal(level - end)}"
                )
        level += _STEP
    return "".join(parts)


def _crossings(corners: Outline, level: float) -> list[float]:
    """Return the x at which the line x + y = ``level`` crosses the sides of a polygon."""
    found = []
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        first, second = x1 + y1, x2 + y2
        if (first > level) != (second > level):
            found.append(x1 + (x2 - x1) * (level - first) / (second - first))
    return found
