"""The ground of a primary activity in Porter's chart: a plate that points to the next one."""

from __future__ import annotations

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Status
from valuegraph.render.scene import Group, Paint, Shape
from valuegraph.render.views.blocks.badges import MARK_ROOM, has_sign, strong_look
from valuegraph.render.views.blocks.body import Span
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.porter_zones.chart import Chart
from valuegraph.render.words import say

NARROW = 150.0
"""Columns narrower than this have smaller points and margins."""

_POINT, _NARROW_POINT = 16.0, 11.0
_PAD, _NARROW_PAD = 18.0, 10.0
_PROMPT = 19.0


def plate_point(chart: Chart) -> float:
    """Return the depth of the plates' points."""
    return _NARROW_POINT if chart.column_width < NARROW else _POINT


def plate_pad(chart: Chart) -> float:
    """Return what stays free between a column's side and its words."""
    return _NARROW_PAD if chart.column_width < NARROW else _PAD


def words_left(chart: Chart, column: int) -> float:
    """Return where the words on a plate begin, right of its notch."""
    return chart.left(column) + plate_pad(chart) + (plate_point(chart) if column else 0)


def words_width(chart: Chart, column: int, activity: PrimaryActivity, span: Span) -> float:
    """Return how wide the words on a plate may be between two heights."""
    signed = MARK_ROOM if has_sign(activity.status) else 0
    return chart.right(column, *span) - words_left(chart, column) - 8 - signed


def plate(chart: Chart, column: int, paint: Paint, span: Span, title: str) -> Shape:
    """Return the plate of a column; the last one ends at the slanted side."""
    (top, bottom), left, depth = span, chart.left(column), plate_point(chart)
    if chart.is_last(column):
        points = chart.block(column, top, bottom)
        if column:
            points = (*points[:-1], (left + depth, (top + bottom) / 2), points[-1])
        return Shape.polygon(points, paint, radius=4, title=title)
    box = (left, top, chart.column_width + depth - 1, bottom - top)
    if column:
        return Shape("chevron", *box, paint, radius=4, depth=depth, title=title)
    return Shape("home_plate", *box, paint, radius=4, depth=depth, title=title)


def no_plate(chart: Chart, setting: Setting, span: Span) -> Group:
    """Return the dashed place of activities that are still to be described."""
    theme, (top, bottom) = setting.theme, span
    look = strong_look(Status.HYPOTHESIS, theme.structure, theme)
    text = setting.placed(
        say("no activities", setting.language),
        chart.body + 20,
        top + 4,
        chart.edge.least(top, bottom) - chart.body - 40,
        _PROMPT,
        h=bottom - top - 8,
        italic=True,
        align="center",
        valign="middle",
        colour=look.ink,
    )
    shape = Shape.polygon(chart.row(top, bottom), look.paint, radius=7)
    return Group("zone..no-activities", (shape, text), role="placeholder")
