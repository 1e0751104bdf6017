"""The heads of the columns: chevrons with the activities' names, and the groups above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import is_blank
from valuegraph.render.fit import SIZE_FLOOR
from valuegraph.render.scene import Group, Node, Paint, Shape, ShapeKind
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    Look,
    has_sign,
    status_sign,
    strong_look,
)
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.lettering import caption
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.extended_zones.grid import Grid

_NAME, _NAME_LINE = 17.5, 1.1
_HEIGHT, _PAD_Y, _TALLEST = 52.0, 9.0, 110.0
_POINT, _NARROW_POINT = 16.0, 12.0
_GROUP, _GROUP_LINE = 12.5, 20.0


@dataclass(frozen=True, slots=True)
class Heads:
    """The activities' names: a home plate, then chevrons, the last one along the slanted edge."""

    activities: tuple[PrimaryActivity, ...]
    grid: Grid

    def line(self, setting: Setting, span: Span, after: float, *, alone: bool) -> Line:
        """Return the height that the names need; alone in the house, they also grow."""
        heights = (
            setting.height(
                activity.label(setting.language),
                self._width(column, span),
                _NAME,
                bold=True,
                line_height=_NAME_LINE,
            )
            for column, activity in enumerate(self.activities)
        )
        need = max(setting.length(_HEIGHT), max(heights) + 2 * setting.length(_PAD_Y))
        least = setting.size(_NAME) * _NAME_LINE + 8
        return Line(need, least, after, grows=alone, most=setting.length(_TALLEST))

    def drawn(self, column: int, setting: Setting, span: Span) -> Group:
        """Return one head."""
        theme, (top, bottom) = setting.theme, span
        activity = self.activities[column]
        look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
        title = activity.label(setting.language)
        text = setting.placed(
            title,
            self.grid.head_left(column) + self._inset(column),
            top + 2,
            self._width(column, span),
            _NAME,
            h=bottom - top - 4,
            bold=True,
            valign="middle",
            colour=look.ink,
            line_height=_NAME_LINE,
        )
        corner = self.grid.right(column, span) - 8
        nodes: tuple[Node, ...] = (
            self._chevron(column, look, span, title),
            text,
            *status_sign(activity.status, corner, top + 6, look.ink),
        )
        return Group(
            activity.id,
            nodes,
            ref=activity.id,
            role="activity",
            title=title,
            description=activity.text("description", setting.language),
        )

    @property
    def _point(self) -> float:
        return _NARROW_POINT if self.grid.tabbed else _POINT

    def _inset(self, column: int) -> float:
        """Return the room from a head's left side to its name: more behind a notch."""
        return (10.0 if self.grid.tabbed else 18.0) + (self._point if column else 0.0)

    def _width(self, column: int, span: Span) -> float:
        grid = self.grid
        signed = MARK_ROOM if has_sign(self.activities[column].status) else 0.0
        room = grid.right(column, span) - grid.head_left(column) - self._inset(column)
        return room - signed - (6 if grid.tabbed else 12)

    def _chevron(self, column: int, look: Look, span: Span, title: str) -> Shape:
        (top, bottom), left = span, self.grid.head_left(column)
        depth = self._point
        if not self.grid.is_last(column):
            kind: ShapeKind = "chevron" if column else "home_plate"
            width = self.grid.right(column, span) - left + depth - 1
            return Shape(
                kind, left, top, width, bottom - top, look.paint, radius=4, depth=depth, title=title
            )
        points = self.grid.house.edge.block(left, top, bottom)
        if column:
            points = (*points[:-1], (left + depth, (top + bottom) / 2), points[-1])
        return Shape.polygon(points, look.paint, radius=4, title=title)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of activities: a name and a thin line over their columns."""

    activities: tuple[PrimaryActivity, ...]
    grid: Grid

    def line(self, setting: Setting) -> Line:
        """Return the height of the line."""
        size = max(SIZE_FLOOR, setting.length(_GROUP))
        return Line(
            max(setting.length(_GROUP_LINE), size * 1.2 + 4), size * 1.2 + 4, 5, grows=False
        )

    def drawn(self, setting: Setting, span: Span) -> Sequence[Node]:
        """Return each group that has a name."""
        theme, grid = setting.theme, self.grid
        nodes = []
        runs = groupby(
            range(len(self.activities)),
            key=lambda column: self.activities[column].text("group", setting.language),
        )
        for name, run in runs:
            columns = list(run)
            if is_blank(name):
                continue
            left = grid.head_left(columns[0]) + 2
            right = grid.right(columns[-1], span) - 4
            ruled = ((left, span[1]), (right, span[1]))
            line = Shape.line(ruled, Paint(stroke=theme.structure, width=1.6))
            text = caption(
                name, left, span[0], right - left, max(SIZE_FLOOR, setting.length(_GROUP)),
                setting.options, h=span[1] - span[0] - 2, valign="middle", colour=theme.structure,
            )  # fmt: skip
            nodes.append(Group(f"zone..group-{columns[0]}", (line, text), role="group", title=name))
        return nodes
