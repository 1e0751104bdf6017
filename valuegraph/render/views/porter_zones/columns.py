"""The columns of a chart with circuits: a header each, and a panel with one cell a circuit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.views.blocks.badges import circuit_badge, status_sign, strong_look
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.cells import CellBox, cell_height, drawn_cell, least_cell
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.strip import strip
from valuegraph.render.views.porter_zones.chart import GAP, Chart
from valuegraph.render.views.porter_zones.plate import (
    plate,
    plate_pad,
    words_left,
    words_width,
)

TAB = 30.0
"""The width of the badges left of narrow columns."""

_NAME, _NAME_LINE = 19.0, 1.1
_TEXT, _TEXT_LINE = 15.5, 1.2
_TEXT_PAD = 14.0
_INSET = 8.0
_TOP, _ROW_GAP, _FOOT = 14.0, 5.0, 9.0


@dataclass(frozen=True, slots=True)
class CircuitColumns:
    """The primary activities with what passes by each circuit: a zone of several lines."""

    content: Content
    chart: Chart
    language: str

    def count(self) -> int:
        """Return how many lines there are: header, descriptions, circuits."""
        return len(self._kinds())

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each line needs, the highest column deciding."""
        kinds = self._kinds()
        found = [self._line(kind, setting, span) for kind, span in zip(kinds, spans, strict=True)]
        found[-1] = Line(found[-1].need, found[-1].least, _FOOT)
        return found

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone, the badges of narrow columns, the columns."""
        by_kind = dict(zip(self._kinds(), spans, strict=True))
        bottom = spans[-1][1] + _FOOT
        title = strip("primary", self.chart.start, spans[0][0], bottom, setting.options)
        nodes: list[Node] = [title]
        if self.chart.tab:
            nodes += self._tabs(setting, by_kind)
        for column, activity in enumerate(self.content.activities):
            nodes.append(self._header(column, activity, setting, spans[0]))
            nodes.append(self._panel(column, activity, setting, by_kind, bottom))
        return tuple(nodes)

    # ---- measuring

    def _kinds(self) -> list[str]:
        described = any(
            each.text("description", self.language).strip() for each in self.content.activities
        )
        circuits = [f"circuit {look.code}" for look in self.content.circuits]
        return ["header", *(["description"] if described else []), *circuits]

    def _line(self, kind: str, setting: Setting, span: Span) -> Line:
        columns = list(enumerate(self.content.activities))
        if kind == "header":
            name = max(
                setting.height(
                    activity.label(setting.language),
                    words_width(self.chart, column, activity, span),
                    _NAME,
                    bold=True,
                    line_height=_NAME_LINE,
                )
                for column, activity in columns
            )
            need = max(setting.length(56), name + setting.length(20))
            return Line(need, setting.size(_NAME) * _NAME_LINE + 8, _TOP, grows=False)
        if kind == "description":
            told = max(
                setting.height(
                    activity.text("description", setting.language),
                    self._text_width(column, span),
                    _TEXT,
                    line_height=_TEXT_LINE,
                )
                for column, activity in columns
            )
            least = setting.size(_TEXT) * _TEXT_LINE + 6
            return Line(told + setting.length(16), least, _ROW_GAP)
        code = kind.partition(" ")[2]
        cells = [self.content.cells[activity.id, code] for activity in self.content.activities]
        need = max(
            cell_height(
                cells[column],
                self._cell_right(column, span) - self.chart.left(column) - _INSET,
                setting,
                badge=not self.chart.tab,
            )
            for column, _ in columns
        )
        return Line(need, max(least_cell(cell, setting) for cell in cells), _ROW_GAP)

    def _text_pad(self) -> float:
        return min(_TEXT_PAD, plate_pad(self.chart))

    def _text_width(self, column: int, span: Span) -> float:
        return self.chart.right(column, *span) - self.chart.left(column) - self._text_pad() - 10

    def _cell_right(self, column: int, span: Span) -> float:
        return self.chart.right(column, *span) - (12 if self.chart.is_last(column) else _INSET)

    # ---- drawing

    def _header(
        self, column: int, activity: PrimaryActivity, setting: Setting, span: Span
    ) -> Group:
        theme, (top, bottom) = setting.theme, span
        look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
        title = activity.label(setting.language)
        name = setting.placed(
            title,
            words_left(self.chart, column),
            top + 3,
            words_width(self.chart, column, activity, span),
            _NAME,
            h=bottom - top - 6,
            bold=True,
            valign="middle",
            colour=look.ink,
            line_height=_NAME_LINE,
        )
        right = self.chart.right(column, top, top + 24) - 6
        return Group(
            activity.id,
            (
                plate(self.chart, column, look.paint, span, title),
                name,
                *status_sign(activity.status, right, top + 7, look.ink),
            ),
            ref=activity.id,
            role="activity",
            title=title,
            description=activity.text("description", setting.language),
        )

    def _panel(
        self,
        column: int,
        activity: PrimaryActivity,
        setting: Setting,
        by_kind: dict[str, Span],
        bottom: float,
    ) -> Group:
        theme, chart = setting.theme, self.chart
        top = by_kind["header"][1] + GAP
        paint = Paint(theme.panel, theme.panel_line, 1.2)
        nodes: list[Node] = [Shape.polygon(chart.block(column, top, bottom), paint, radius=7)]
        told = activity.text("description", setting.language)
        if told.strip():
            y, end = by_kind["description"]
            nodes.append(
                setting.placed(
                    told,
                    chart.left(column) + self._text_pad(),
                    y,
                    self._text_width(column, (y, end)),
                    _TEXT,
                    h=end - y,
                    valign="middle",
                    line_height=_TEXT_LINE,
                )
            )
        for look in self.content.circuits:
            y, end = by_kind[f"circuit {look.code}"]
            left, right = chart.left(column) + _INSET, self._cell_right(column, (y, end))
            box = CellBox(chart.block(column, y, end, inset=_INSET), left, y, right, end)
            cell = self.content.cells[activity.id, look.code]
            nodes.append(drawn_cell(cell, box, setting, badge=not chart.tab))
        return Group(
            f"{activity.id}..panel", tuple(nodes), role="panel", data=(("part", activity.id),)
        )

    def _tabs(self, setting: Setting, by_kind: dict[str, Span]) -> list[Node]:
        nodes: list[Node] = []
        for look in self.content.circuits:
            top, bottom = by_kind[f"circuit {look.code}"]
            size = min(setting.length(26), TAB - 4, bottom - top)
            x, y = self.chart.body + (TAB - size) / 2, (top + bottom - size) / 2
            nodes.append(
                Group(
                    f"zone..{look.code}-tab",
                    circuit_badge(look, x, y, size, setting.theme),
                    ref=look.code,
                    role="circuit",
                    title=look.label,
                )
            )
        return nodes
