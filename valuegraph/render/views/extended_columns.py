"""The primary activities as columns: a chevron each, a panel below it, one cell a circuit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Status
from valuegraph.render.fit import SIZE_FLOOR
from valuegraph.render.geometry import Outline
from valuegraph.render.scene import Group, Node, Paint, Shape, ShapeKind, Text
from valuegraph.render.views.badges import (
    MARK_ROOM,
    Look,
    centred_icon,
    has_sign,
    status_sign,
    strong_look,
)
from valuegraph.render.views.extended_body import Line, Span
from valuegraph.render.views.extended_cells import (
    CellBox,
    cell_height,
    drawn_cell,
    least_cell,
)
from valuegraph.render.views.extended_content import Content
from valuegraph.render.views.extended_house import GAP, House
from valuegraph.render.views.extended_listing import Listing
from valuegraph.render.views.extended_strip import strip
from valuegraph.render.views.lettering import caption
from valuegraph.render.views.setting import Setting
from valuegraph.render.words import say

LEAST_COLUMN = 112.0
"""The least width in du of a column that can be read."""

_HEADER, _HEADER_LINE = 17.5, 1.1
_POINT = 16.0
_NARROW = 150.0  # columns narrower than this leave the badges to tabs at their left
_TAB = 30.0
_ROW_GAP, _FOOT = 5.0, 9.0
_GROUP = 12.5
_TALLEST = 110.0  # of headers with nothing below them


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns: where the first begins, how wide each is, whether tabs replace badges."""

    start: float
    width: float
    tabbed: bool


@cache
def _grid(room: float, count: int, circuits: bool) -> _Grid:
    gaps = GAP * (count - 1)
    if circuits and (room - gaps) / count < _NARROW:
        return _Grid(_TAB + GAP, (room - _TAB - GAP - gaps) / count, tabbed=True)
    return _Grid(0.0, (room - gaps) / count, tabbed=False)


@dataclass(frozen=True, slots=True)
class ColumnsZone:
    """The primary activities, one column each."""

    content: Content
    house: House

    def count(self) -> int:
        """Return how many lines there are: groups, header, resources, circuits, outputs."""
        return len(self._kinds())

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each line needs, the highest column deciding."""
        kinds = self._kinds()
        return [
            self._line(kind, place, setting, span, kinds)
            for place, (kind, span) in enumerate(zip(kinds, spans, strict=True))
        ]

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone, the columns and the tabs of the circuits."""
        house = self.house
        top, bottom = spans[0][0], self._foot(spans)
        nodes: list[Node] = [strip("primary", house.start, top, bottom, setting.options)]
        by_kind = dict(zip(self._kinds(), spans, strict=True))
        if "empty" in by_kind:
            return (*nodes, self._undescribed(setting, by_kind["empty"]))
        if "groups" in by_kind:
            nodes += self._groups(setting, by_kind["groups"])
        if self._grid.tabbed:
            nodes += self._tabs(setting, by_kind)
        for column, activity in enumerate(self.content.activities):
            nodes.append(self._header(column, activity, setting, by_kind["header"]))
            if len(by_kind) > 1 + ("groups" in by_kind):
                nodes.append(self._panel(column, activity, setting, by_kind, bottom))
        return tuple(nodes)

    # ---- what stands where

    def _kinds(self) -> list[str]:
        content = self.content
        if not content.activities:
            return ["empty"]
        kinds = ["groups"] if any(each.group for each in content.activities) else []
        kinds.append("header")
        if any(content.invested[each.id] for each in content.activities):
            kinds.append("invested")
        kinds += [f"circuit {look.code}" for look in content.circuits]
        if not content.circuits and not content.support:
            kinds.append("todo")
        if any(content.outputs[each.id] for each in content.activities):
            kinds.append("outputs")
        return kinds

    @property
    def _grid(self) -> _Grid:
        content, house = self.content, self.house
        room = house.edge.x + 18 - house.body
        return _grid(room, max(1, len(content.activities)), bool(content.circuits))

    def _left(self, column: int) -> float:
        grid = self._grid
        return self.house.body + grid.start + column * (grid.width + GAP)

    def _right(self, column: int, span: Span) -> float:
        """Return the right side of a column, the last one's between these heights."""
        if column == len(self.content.activities) - 1:
            return self.house.edge.least(*span)
        return self._left(column) + self._grid.width

    def _head_left(self, column: int) -> float:
        """Return the left side of a header: the first one reaches over the tabs."""
        return self._left(column) if column else self.house.body

    def _inset(self, column: int) -> float:
        """Return the room from a header's left side to its text: more behind a notch."""
        narrow = self._grid.tabbed
        return (10.0 if narrow else 18.0) + ((12.0 if narrow else 16.0) if column else 0.0)

    def _is_last(self, column: int) -> bool:
        return column == len(self.content.activities) - 1

    def _foot(self, spans: Sequence[Span]) -> float:
        return spans[-1][1] + (_FOOT if len(spans) > 1 + self._has_groups else 0)

    @property
    def _has_groups(self) -> bool:
        return any(each.group for each in self.content.activities)

    @property
    def _indent(self) -> float:
        return 8.0 if self._grid.tabbed else 14.0

    # ---- measuring

    def _line(
        self, kind: str, place: int, setting: Setting, span: Span, kinds: Sequence[str]
    ) -> Line:
        last = place == len(kinds) - 1
        columns = range(len(self.content.activities))
        if kind == "empty":
            return Line(setting.length(120), 40, 0)
        if kind == "todo":
            return Line(setting.length(60), 20, _FOOT if last else 0)
        if kind == "groups":
            return Line(setting.length(20), 16, 5, grows=False)
        if kind == "header":
            need = max(
                setting.height(
                    self.content.activities[column].label(setting.language),
                    self._header_width(column, span),
                    _HEADER,
                    bold=True,
                    line_height=_HEADER_LINE,
                )
                for column in columns
            )
            high = max(setting.length(52), need + 2 * setting.length(9))
            least = setting.size(_HEADER) * _HEADER_LINE + 8
            # A cell right below the header keeps the panel's margin above it.
            after = 0 if last else GAP + (8 if kinds[place + 1].startswith("circuit") else 0)
            return Line(high, least, after, grows=last, most=setting.length(_TALLEST))
        after = _FOOT if last else _ROW_GAP if kind.startswith("circuit") else 0.0
        if kind in ("invested", "outputs"):
            need = max(self._listing(kind, column, setting, span)[0] for column in columns)
            least = setting.size(16.5) * 1.12 + 6
            grows = not self.content.circuits and "todo" not in kinds
            return Line(need + setting.length(16), least, after, grows)
        code = kind.removeprefix("circuit ")
        need = max(
            cell_height(
                self.content.cells[activity.id, code],
                self._cell_right(column, span) - self._left(column) - 8,
                setting,
                badge=not self._grid.tabbed,
            )
            for column, activity in enumerate(self.content.activities)
        )
        least = max(
            least_cell(self.content.cells[activity.id, code], setting)
            for activity in self.content.activities
        )
        return Line(max(need, least), least, after)

    def _header_width(self, column: int, span: Span) -> float:
        activity = self.content.activities[column]
        signed = MARK_ROOM if has_sign(activity.status) else 0.0
        right = self._right(column, span) - (12 if not self._grid.tabbed else 6)
        return right - self._head_left(column) - self._inset(column) - signed

    def _cell_right(self, column: int, span: Span) -> float:
        return self._right(column, span) - (12 if self._is_last(column) else 8)

    def _listing(
        self, kind: str, column: int, setting: Setting, span: Span
    ) -> tuple[float, Listing, float]:
        """Return the height, the list itself and its width, of resources or of outputs."""
        theme = setting.theme
        activity = self.content.activities[column]
        narrow = self._grid.tabbed
        if kind == "invested":
            listing = Listing(
                self.content.invested[activity.id],
                f"{activity.id}..invested",
                theme.resource_label,
                theme.resource_icon,
                icon_size=21.0 if narrow else 26.0,
            )
        else:
            outputs = self.content.outputs[activity.id]
            listing = Listing(
                outputs, f"{activity.id}..output", theme.muted, theme.muted,
                size=15.5, icon_size=22.0, bold=False,
            )  # fmt: skip
        width = self._right(column, span) - self._left(column) - 12 - self._indent
        return (listing.height(width, setting) if listing.parts else 0.0), listing, width

    # ---- drawing

    def _undescribed(self, setting: Setting, span: Span) -> Group:
        """Return the empty panel of a chain whose activities are still to come."""
        theme, house = setting.theme, self.house
        look = _hypothesis(setting)
        shape = Shape.polygon(house.edge.block(house.body, *span), look.paint, radius=7)
        told = say("no activities", setting.language)
        width = house.edge.least(*span) - house.body
        text = setting.placed(
            told, house.body, span[0], width, 22, h=span[1] - span[0], italic=True,
            align="center", valign="middle", colour=theme.structure,
        )  # fmt: skip
        return Group("zone..primary", (shape, text), role="empty", title=told)

    def _groups(self, setting: Setting, span: Span) -> list[Node]:
        theme = setting.theme
        nodes: list[Node] = []
        runs = groupby(
            enumerate(self.content.activities),
            key=lambda item: item[1].text("group", setting.language),
        )
        for name, run in runs:
            columns = [column for column, _ in run]
            if not name:
                continue
            left = self._head_left(columns[0])
            right = self._right(columns[-1], span) - (4 if self._is_last(columns[-1]) else 0)
            line = Shape.line(
                ((left + 2, span[1]), (right - 4, span[1])),
                Paint(stroke=theme.structure, width=1.6),
            )
            text = caption(
                name, left + 2, span[0], right - left - 6, max(SIZE_FLOOR, setting.length(_GROUP)),
                setting.options, h=span[1] - span[0] - 2, valign="middle", colour=theme.structure,
            )  # fmt: skip
            nodes.append(Group(f"zone..group-{columns[0]}", (line, text), role="group", title=name))
        return nodes

    def _tabs(self, setting: Setting, by_kind: dict[str, Span]) -> list[Node]:
        """Return the circuits' tabs at the left of narrow columns, in place of badges."""
        nodes: list[Node] = []
        left = self.house.body
        for look in self.content.circuits:
            top, bottom = by_kind[f"circuit {look.code}"]
            shape = Shape("rect", left, top, _TAB, bottom - top, Paint(look.colours.full),
                          radius=6)  # fmt: skip
            size = min(20.0, bottom - top - 6)
            sign = centred_icon(
                look.icon, left + _TAB / 2, (top + bottom) / 2, size, setting.theme.on_circuit,
                stroke=2,
            )  # fmt: skip
            nodes.append(
                Group(
                    f"zone..{look.code}-tab",
                    (shape, sign),
                    ref=look.code,
                    role="circuit",
                    title=look.label,
                )
            )
        return nodes

    def _header(
        self, column: int, activity: PrimaryActivity, setting: Setting, span: Span
    ) -> Group:
        theme, (top, bottom) = setting.theme, span
        look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
        title = activity.label(setting.language)
        text = setting.placed(
            title,
            self._head_left(column) + self._inset(column),
            top + 2,
            self._header_width(column, span),
            _HEADER,
            h=bottom - top - 4,
            bold=True,
            valign="middle",
            colour=look.ink,
            line_height=_HEADER_LINE,
        )
        signs = status_sign(activity.status, self._right(column, span) - 8, top + 6, look.ink)
        return Group(
            activity.id,
            (self._chevron(column, look, span, title), text, *signs),
            ref=activity.id,
            role="activity",
            title=title,
            description=activity.text("description", setting.language),
        )

    def _chevron(self, column: int, look: Look, span: Span, title: str) -> Shape:
        (top, bottom), left = span, self._head_left(column)
        depth = 12.0 if self._grid.tabbed else _POINT
        if not self._is_last(column):
            kind: ShapeKind = "chevron" if column else "home_plate"
            width = self._right(column, span) - left + depth - 1
            return Shape(
                kind, left, top, width, bottom - top, look.paint, radius=4, depth=depth, title=title
            )
        points: Outline = self.house.edge.block(left, top, bottom)
        if column:
            points = (*points[:-1], (left + depth, (top + bottom) / 2), points[-1])
        return Shape.polygon(points, look.paint, radius=4, title=title)

    def _panel(
        self,
        column: int,
        activity: PrimaryActivity,
        setting: Setting,
        by_kind: dict[str, Span],
        bottom: float,
    ) -> Group:
        theme = setting.theme
        top = by_kind["header"][1] + GAP
        left = self._left(column)
        paint = Paint(theme.panel, theme.panel_line, 1.2)
        if self._is_last(column):
            ground = Shape.polygon(self.house.edge.block(left, top, bottom), paint, radius=7)
        else:
            width = self._right(column, (top, bottom)) - left
            ground = Shape("rect", left, top, width, bottom - top, paint, radius=7)
        nodes: list[Node] = [ground]
        for kind in ("invested", "outputs"):
            if kind in by_kind:
                span = by_kind[kind]
                _, listing, width = self._listing(kind, column, setting, span)
                if listing.parts:
                    height = span[1] - span[0]
                    nodes += listing.drawn(left + self._indent, span[0], width, height, setting)
        if "todo" in by_kind:
            nodes.append(self._todo(column, setting, by_kind["todo"]))
        for look in self.content.circuits:
            span = by_kind[f"circuit {look.code}"]
            box = self._cell_box(column, span)
            cell = self.content.cells[activity.id, look.code]
            nodes.append(drawn_cell(cell, box, setting, badge=not self._grid.tabbed))
        return Group(
            f"{activity.id}..panel",
            tuple(nodes),
            role="panel",
            data=(("part", activity.id),),
        )

    def _todo(self, column: int, setting: Setting, span: Span) -> Text:
        left = self._left(column) + 14
        width = self._right(column, span) - 20 - left
        return setting.placed(
            say("no circuits", setting.language), left, span[0], width, 15.5,
            h=span[1] - span[0], italic=True, align="center", valign="middle",
            colour=setting.theme.muted,
        )  # fmt: skip

    def _cell_box(self, column: int, span: Span) -> CellBox:
        (top, bottom), left = span, self._left(column) + 8
        right = self._cell_right(column, span)
        if self._is_last(column):
            outline = self.house.edge.block(left, top, bottom, shift=-9)
        else:
            outline = ((right, top), (right, bottom), (left, bottom), (left, top))
        return CellBox(outline, left, top, right, bottom)


def _hypothesis(setting: Setting) -> Look:
    return strong_look(Status.HYPOTHESIS, setting.theme.structure, setting.theme)
