"""One support row of Porter's chart: its name above, the texts of its cells in their columns."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity, SupportActivity
from valuegraph.render.fit import joined
from valuegraph.render.scene import Group, Node, Paint, Shape, Text
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    Look,
    centred_icon,
    has_sign,
    part_icon,
    status_sign,
    tinted_look,
)
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.porter_zones.binding import Binding
from valuegraph.render.views.porter_zones.borders import dotted_borders
from valuegraph.render.views.porter_zones.chart import Chart

_NAME, _NAME_LINE = 18.5, 1.12
_CARRIER, _CARRIER_LINE = 14.5, 1.15
_TEXT, _TEXT_LINE = 15.5, 1.17
_PAD_X, _PAD_Y = 18.0, 11.0
_LEAST_PAD = 3.0
_ICON, _ICON_ROOM = 28.0, 40.0
_CELL_PAD = 12.0
_STUB = 12.0  # the height of a cell that is bound without a text
_BETWEEN = 5.0  # from the name to the cells
_NAME_SHARE = 0.3  # of the row, for the name of an activity that has actions
_ACTION_GAP, _BULLET, _BULLET_ROOM = 2.0, 5.2, 14.0
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """A support activity between two heights.

    Attributes:
        part: the support activity.
        activities: those that stand as columns below it.
        binding: what it serves.
        chart: where the columns stand.
        setting: how texts are set.
        top, bottom: the row's heights.
    """

    part: SupportActivity
    activities: tuple[PrimaryActivity, ...]
    binding: Binding
    chart: Chart
    setting: Setting
    top: float
    bottom: float

    def needs(self) -> tuple[float, float]:
        """Return the height that the row needs, and the least that it can do with."""
        setting = self.setting
        head, cells = self._heights()
        between = setting.length(_BETWEEN) if cells else 0
        need = head + between + cells + 2 * setting.length(_PAD_Y)
        least = setting.size(_NAME) * _NAME_LINE + 2 * _LEAST_PAD
        if cells:
            least += setting.size(_TEXT) * _TEXT_LINE + 2
        return max(setting.length(56), need), least

    def drawn(self) -> Group:
        """Return the row: its ground, its dotted borders, its words."""
        part, setting, chart, look = self.part, self.setting, self.chart, self._look()
        title = part.label(setting.language)
        y, height, low, lower = self._places()
        head = [self._placed_name(y, height), *self._placed_actions(y, height)]
        cells = [self._placed_cell(column, low, lower) for column in self._told_columns()]
        span = (self.top, self.bottom)
        borders = [] if self.binding.whole else dotted_borders(chart, span, head, setting)
        nodes: list[Node] = [
            Shape.polygon(chart.row(self.top, self.bottom), look.paint, radius=7, title=title),
            *self._bound_cells(max(low - 4, self.top + 2), min(low + lower + 4, self.bottom - 2)),
            *borders,
        ]
        size = min(setting.length(_ICON), self.bottom - self.top - 6)
        middle = head[0].y + head[0].h / 2
        x = chart.body + _PAD_X - 2 + _ICON / 2
        nodes.append(centred_icon(part_icon(part, setting.theme), x, middle, size, look.accent))
        nodes += [*self._bullets(head[1:]), *head, *cells]
        right = chart.edge.least(self.top, self.bottom) - 10
        nodes += status_sign(part.status, right, self.top + 7, look.accent)
        carriers = ", ".join(self.binding.carriers)
        return Group(
            part.id,
            tuple(nodes),
            ref=part.id,
            role="support",
            title=f"{title} — {carriers}" if carriers else title,
            description=self.binding.told(part, self.activities, setting.language),
        )

    # ---- where texts stand

    def _places(self) -> tuple[float, float, float, float]:
        """Return where the words above begin and their height, then the same for the cells."""
        head, cells = self._heights()
        between = self.setting.length(_BETWEEN) if cells else 0.0
        room = self.bottom - self.top - 2 * _LEAST_PAD
        if head + between + cells > room:
            between = 2.0 if cells else 0.0
            head, cells = levelled((head, cells), room - between)
        y = (self.top + self.bottom - head - between - cells) / 2
        return y, head, y + head + between, cells

    def _heights(self) -> tuple[float, float]:
        """Return the heights of the name with the actions, and of the cells."""
        setting = self.setting
        acting = sum(text.text_height + setting.length(_ACTION_GAP) for text in self._actions())
        head = max(self._name().text_height, acting, setting.length(_ICON))
        cells = (
            setting.height(self._cell(column), self._cell_width(column), _TEXT,
                           line_height=_TEXT_LINE)
            for column in self._told_columns()
        )  # fmt: skip
        return head, max(cells, default=setting.length(_STUB) if self._partial() else 0.0)

    def _left(self) -> float:
        return self.chart.body + _PAD_X + _ICON_ROOM

    def _right(self) -> float:
        signed = MARK_ROOM if has_sign(self.part.status) else 0
        return self.chart.edge.least(self.top, self.bottom) - 20 - signed

    # ---- the name

    def _name_width(self) -> float:
        if not self.part.actions:
            return self._right() - self._left()
        return (self.chart.edge.x - self._left()) * _NAME_SHARE

    def _name(self) -> Text:
        setting, width = self.setting, self._name_width()
        name = setting.block(
            self.part.label(setting.language), width, _NAME, bold=True,
            colour=self._name_colour(), line_height=_NAME_LINE,
        )  # fmt: skip
        carriers = ", ".join(self.binding.carriers)
        if not carriers:
            return name
        muted = setting.theme.muted
        return joined(
            name,
            setting.block(carriers, width, _CARRIER, colour=muted, line_height=_CARRIER_LINE),
        )

    def _placed_name(self, y: float, height: float) -> Text:
        name = self._name()
        if name.text_height <= height + 0.01:
            return name.at(self._left(), y + (height - name.text_height) / 2)
        carriers = ", ".join(self.binding.carriers)
        title = self.part.label(self.setting.language)
        return self.setting.placed(
            f"{title} — {carriers}" if carriers else title,
            self._left(),
            y,
            self._name_width(),
            _NAME,
            h=height,
            bold=True,
            valign="middle",
            colour=self._name_colour(),
            line_height=_NAME_LINE,
        )

    def _look(self) -> Look:
        theme = self.setting.theme
        return tinted_look(self.part.status, theme.structure_tint, theme.structure, theme)

    def _name_colour(self) -> str:
        look, theme = self._look(), self.setting.theme
        return theme.structure if look.ink == theme.ink else look.ink

    # ---- the actions

    def _actions(self) -> list[Text]:
        setting = self.setting
        return [
            setting.block(action, self._actions_width(), _TEXT, line_height=_TEXT_LINE)
            for action in self.part.texts("actions", setting.language)
        ]

    def _actions_left(self) -> float:
        return self._left() + self._name_width() + 22

    def _actions_width(self) -> float:
        return self._right() - self._actions_left() - _BULLET_ROOM

    def _placed_actions(self, y: float, height: float) -> list[Text]:
        texts, setting = self._actions(), self.setting
        x = self._actions_left() + _BULLET_ROOM
        gap = setting.length(_ACTION_GAP)
        total = sum(text.text_height + gap for text in texts) - gap
        if total > height + 0.01:
            told = _SEPARATOR.join(self.part.texts("actions", setting.language))
            return [
                setting.placed(told, x, y, self._actions_width(), _TEXT, h=height,
                               valign="middle", line_height=_TEXT_LINE)
            ]  # fmt: skip
        y += (height - total) / 2
        placed = []
        for text in texts:
            placed.append(text.at(x, y))
            y += text.text_height + gap
        return placed

    def _bullets(self, actions: list[Text]) -> list[Shape]:
        """Return a bullet before each action; none before several drawn as one text."""
        if len(actions) != len(self.part.actions):
            return []
        paint = Paint(self.setting.theme.structure_bullet)
        return [
            Shape("ellipse", text.x - _BULLET_ROOM,
                  text.y + (text.size * text.line_height - _BULLET) / 2, _BULLET, _BULLET,
                  paint, decorative=True)
            for text in actions
        ]  # fmt: skip

    # ---- the cells

    def _told_columns(self) -> list[int]:
        """Return the columns whose cell has a text."""
        return [
            column for column, activity in enumerate(self.activities)
            if self.binding.cells.get(activity.id, "").strip()
        ]  # fmt: skip

    def _cell(self, column: int) -> str:
        return self.binding.cells[self.activities[column].id]

    def _cell_left(self, column: int) -> float:
        return self.chart.left(column) + (_CELL_PAD if column or self.chart.tab else _PAD_X)

    def _cell_width(self, column: int) -> float:
        right = self.chart.right(column, self.top, self.bottom)
        return right - self._cell_left(column) - (14 if self.chart.is_last(column) else 10)

    def _placed_cell(self, column: int, y: float, height: float) -> Text:
        return self.setting.placed(
            self._cell(column),
            self._cell_left(column),
            y,
            self._cell_width(column),
            _TEXT,
            h=height,
            line_height=_TEXT_LINE,
        )

    def _partial(self) -> bool:
        """Tell whether the row serves some of the activities shown, but not all of them."""
        return not self.binding.whole and any(
            activity.id not in self.binding.cells for activity in self.activities
        )

    def _bound_cells(self, top: float, bottom: float) -> list[Shape]:
        """Return a ground for each activity served, where the row serves some of them only."""
        if not self._partial():
            return []
        paint = Paint(self.setting.theme.structure_deep_tint)
        return [
            Shape.polygon(
                self.chart.block(column, top, bottom, inset=3),
                paint,
                radius=5,
                decorative=True,
            )
            for column, activity in enumerate(self.activities)
            if activity.id in self.binding.cells
        ]
