"""The dotted borders of Porter's chart: the columns' sides, carried through a support row."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.render.scene import Paint, Shape, Text
from valuegraph.render.views.blocks.badges import DOTS
from valuegraph.render.views.blocks.body import Span
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.porter_zones.chart import Chart
from valuegraph.render.wrap import line_width

_CLEAR = 6.0  # from a line to the words that interrupt it


def dotted_borders(
    chart: Chart, span: Span, words: Sequence[Text], setting: Setting
) -> list[Shape]:
    """Return the borders between the columns from a row's top to its bottom.

    Where ``words`` stand across a border (given from top to bottom), the line is interrupted.
    """
    paint = Paint(stroke=setting.theme.structure_bullet, width=1.6, dash=DOTS)
    (top, bottom), lines = span, []
    for x in chart.borders:
        y = top
        crossed = sorted((text.y, text.y + text.h) for text in words if _spans(text, x, setting))
        for start, end in (*crossed, (bottom + _CLEAR / 2, bottom)):
            stop = start - _CLEAR / 2
            if stop - y > _CLEAR:
                lines.append(Shape.line(((x, y), (x, stop)), paint))
            y = max(y, end + _CLEAR / 2)
    return lines


def _spans(text: Text, x: float, setting: Setting) -> bool:
    """Tell whether the longest line of a text reaches ``x``."""
    font = setting.theme.font
    longest = max(
        (
            sum(
                line_width(run.text, text.size * run.scale, font=font, bold=run.bold)
                for run in line
            )
            for line in text.lines
        ),
        default=0.0,
    )
    return text.x - _CLEAR < x < text.x + longest + _CLEAR
