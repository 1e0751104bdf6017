"""The primary activities as rows: a plate each at the left, one cell a circuit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.render.icons import icon
from valuegraph.render.scene import Group, Node, Shape
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    CircuitLook,
    has_sign,
    status_sign,
    strong_look,
)
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.cells import (
    CellBox,
    cell_height,
    drawn_cell,
    least_cell,
)
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.house import GAP, House
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.blocks.strip import strip
from valuegraph.render.views.extended_zones.listing import Listing

_HEADER, _HEADER_LINE = 17.5, 1.1
_HEADER_ICON = 24.0
_NAME, _NAME_LINE = 17.5, 1.1
_PLATE_SHARE, _LEAST_PLATE, _MOST_PLATE = 0.27, 130.0, 240.0
_POINT = 14.0
_PAD = 14.0
_ROW_GAP = 6.0
_TIP_GAP = 5.0
_LIST, _LIST_GAP = 14.5, 4.0


def plate_room(house: House) -> float:
    """Return the width that the activities' plates take at the left of the cells."""
    share = (house.edge.x - house.body) * _PLATE_SHARE
    return min(_MOST_PLATE, max(_LEAST_PLATE, share)) + _POINT + _TIP_GAP


@dataclass(frozen=True, slots=True)
class RowsZone:
    """The primary activities, one row each; the circuits are the columns."""

    content: Content
    house: House

    def count(self) -> int:
        """Return how many lines there are: the circuits' names, then the activities."""
        return 1 + len(self.content.activities)

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each line needs, the highest cell deciding."""
        header = max(
            setting.height(
                look.label, self._header_width(column, setting, spans[0]), _HEADER,
                bold=True, line_height=_HEADER_LINE,
            )
            for column, look in enumerate(self.content.circuits)
        )  # fmt: skip
        high = max(setting.length(46), header + 2 * setting.length(8))
        found = [Line(high, setting.size(_HEADER) * _HEADER_LINE + 8, GAP, grows=False)]
        activities = self.content.activities
        for place, (activity, span) in enumerate(zip(activities, spans[1:], strict=True)):
            cells = (
                cell_height(
                    self.content.cells[activity.id, look.code],
                    self._cell_right(column, span) - self._left(column),
                    setting,
                    badge=False,
                )
                for column, look in enumerate(self.content.circuits)
            )
            plate = self._plate_height(activity, setting) + 2 * setting.length(8)
            after = _ROW_GAP if place < len(activities) - 1 else 0.0
            least = max(
                self._least_plate(activity, setting),
                *(
                    least_cell(self.content.cells[activity.id, look.code], setting)
                    for look in self.content.circuits
                ),
            )
            found.append(Line(max(plate, least, *cells), least, after))
        return found

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone, the circuits' names and the rows."""
        top, bottom = spans[0][0], spans[-1][1]
        nodes: list[Node] = [strip("primary", self.house.start, top, bottom, setting.options)]
        for column, look in enumerate(self.content.circuits):
            nodes.append(self._header(column, look, setting, spans[0]))
        for activity, span in zip(self.content.activities, spans[1:], strict=True):
            nodes.append(self._plate(activity, setting, span))
            cells = tuple(
                drawn_cell(
                    self.content.cells[activity.id, look.code],
                    self._cell_box(column, span),
                    setting,
                    badge=False,
                )
                for column, look in enumerate(self.content.circuits)
            )
            nodes.append(
                Group(f"{activity.id}..row", cells, role="panel", data=(("part", activity.id),))
            )
        return tuple(nodes)

    # ---- what stands where

    @property
    def _plate_width(self) -> float:
        return plate_room(self.house) - _POINT - _TIP_GAP

    @property
    def _width(self) -> float:
        start = self.house.body + plate_room(self.house)
        count = len(self.content.circuits)
        return (self.house.edge.x + 30 - start - GAP * (count - 1)) / count

    def _left(self, column: int) -> float:
        start = self.house.body + plate_room(self.house)
        return start + column * (self._width + GAP)

    def _is_last(self, column: int) -> bool:
        return column == len(self.content.circuits) - 1

    def _right(self, column: int, span: Span) -> float:
        if self._is_last(column):
            return self.house.edge.least(*span)
        return self._left(column) + self._width

    def _cell_right(self, column: int, span: Span) -> float:
        return self._right(column, span) - (4 if self._is_last(column) else 0)

    def _cell_box(self, column: int, span: Span) -> CellBox:
        return CellBox(
            self._outline(column, span),
            self._left(column),
            span[0],
            self._cell_right(column, span),
            span[1],
        )

    def _outline(self, column: int, span: Span) -> tuple[tuple[float, float], ...]:
        (top, bottom), left = span, self._left(column)
        if self._is_last(column):
            return self.house.edge.block(left, top, bottom)
        right = self._right(column, span)
        return ((right, top), (right, bottom), (left, bottom), (left, top))

    # ---- headers of columns

    def _header_width(self, column: int, setting: Setting, span: Span) -> float:
        aside = _PAD + setting.length(_HEADER_ICON) + 8
        return self._right(column, span) - self._left(column) - aside - 8

    def _header(self, column: int, look: CircuitLook, setting: Setting, span: Span) -> Group:
        theme, (top, bottom), left = setting.theme, span, self._left(column)
        strong = strong_look(look.circuit.status, look.colours.full, theme, ink=theme.on_circuit)
        size = min(setting.length(_HEADER_ICON), bottom - top - 6)
        ground = Shape.polygon(self._outline(column, span), strong.paint, radius=6,
                               title=look.label)  # fmt: skip
        sign = icon(look.icon, left + _PAD - 2, (top + bottom - size) / 2, size, strong.ink)
        text = setting.placed(
            look.label,
            left + _PAD + setting.length(_HEADER_ICON) + 8,
            top + 2,
            self._header_width(column, setting, span),
            _HEADER,
            h=bottom - top - 4,
            bold=True,
            valign="middle",
            colour=strong.ink,
            line_height=_HEADER_LINE,
        )
        return Group(
            f"zone..{look.code}-column",
            (ground, sign, text),
            ref=look.code,
            role="circuit",
            title=look.label,
        )

    # ---- headers of rows

    def _plate_room(self, activity: PrimaryActivity) -> float:
        signed = MARK_ROOM if has_sign(activity.status) else 0.0
        return self._plate_width - _PAD - 8 - signed

    def _listings(self, activity: PrimaryActivity, colour: str) -> tuple[Listing, ...]:
        return tuple(
            Listing(parts, f"{activity.id}..{name}", colour, colour, _LIST, 19.0, bold=False)
            for name, parts in (
                ("invested", self.content.invested[activity.id]),
                ("output", self.content.outputs[activity.id]),
            )
            if parts
        )

    def _plate_height(self, activity: PrimaryActivity, setting: Setting) -> float:
        room = self._plate_room(activity)
        lists = self._listings(activity, "")
        below = sum(each.height(room, setting) + setting.length(_LIST_GAP) for each in lists)
        label = activity.label(setting.language)
        return below + setting.height(label, room, _NAME, bold=True, line_height=_NAME_LINE)

    def _least_plate(self, activity: PrimaryActivity, setting: Setting) -> float:
        lists = len(self._listings(activity, ""))
        lines = setting.size(_NAME) * _NAME_LINE + lists * setting.size(_LIST) * _NAME_LINE
        return lines + lists * setting.length(_LIST_GAP) + 8

    def _plate(self, activity: PrimaryActivity, setting: Setting, span: Span) -> Group:
        theme, (top, bottom), left = setting.theme, span, self.house.body
        look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
        title = activity.label(setting.language)
        depth = min(_POINT, (bottom - top) / 2)
        shape = Shape("home_plate", left, top, self._plate_width + _POINT, bottom - top,
                      look.paint, radius=5, depth=depth, title=title)  # fmt: skip
        nodes: list[Node] = [shape]
        light = theme.structure_deep_tint if look.ink == theme.on_structure else theme.muted
        lists = self._listings(activity, light)
        width, gap = self._plate_room(activity), setting.length(_LIST_GAP)
        name = setting.height(title, width, _NAME, bold=True, line_height=_NAME_LINE)
        needs = [name, *(each.height(width, setting) for each in lists)]
        room = bottom - top - 6 - gap * len(lists)
        heights = needs if sum(needs) <= room else list(levelled(needs, room))
        y = (top + bottom - sum(heights) - gap * len(lists)) / 2
        nodes.append(
            setting.placed(title, left + _PAD, y, width, _NAME, h=heights[0], bold=True,
                           colour=look.ink, line_height=_NAME_LINE)
        )  # fmt: skip
        y += heights[0] + gap
        for each, height in zip(lists, heights[1:], strict=True):
            nodes += each.drawn(left + _PAD - 2, y, width, height, setting)
            y += height + gap
        nodes += status_sign(activity.status, left + self._plate_width - 4, top + 6, look.ink)
        return Group(
            activity.id,
            tuple(nodes),
            ref=activity.id,
            role="activity",
            title=title,
            description=activity.text("description", setting.language),
        )
