"""The columns of a chart without circuits, as in Porter's own: names and descriptions on plates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.render.colour import mixed_while
from valuegraph.render.scene import Group, Node, Text
from valuegraph.render.theme import TEXT_CONTRAST
from valuegraph.render.views.blocks.badges import Look, status_sign, strong_look
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.blocks.strip import strip
from valuegraph.render.views.porter_zones.chart import Chart
from valuegraph.render.views.porter_zones.plate import (
    no_plate,
    plate,
    words_left,
    words_width,
)

_NAME, _NAME_LINE = 22.0, 1.12
_TEXT, _TEXT_LINE = 16.0, 1.22
_BETWEEN = 9.0
_USUAL = 230.0
_LEAST, _LEAST_PAD = 120.0, 4.0
_PALER = 0.12


@dataclass(frozen=True, slots=True)
class NamedColumns:
    """The primary activities as tall plates: a zone of one line."""

    content: Content
    chart: Chart

    def count(self) -> int:
        """Return how many lines there are: one."""
        return 1

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what the plates need, the fullest one deciding."""
        needs = [
            sum(self._heights(column, activity, setting, spans[0]))
            for column, activity in enumerate(self.content.activities)
        ]
        between = setting.length(_BETWEEN + 36)
        least = setting.size(_NAME) * _NAME_LINE + 2 * _LEAST_PAD
        if self._described(setting):
            least += setting.size(_TEXT) * _TEXT_LINE + 4
        least = max(least, _LEAST)
        return [Line(max([setting.length(_USUAL), *(need + between for need in needs)]), least, 0)]

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone and its plates."""
        title = strip("primary", self.chart.start, *spans[0], setting.options)
        if not self.content.activities:
            return (title, no_plate(self.chart, setting, spans[0]))
        plates = (
            self._drawn(column, activity, setting, spans[0])
            for column, activity in enumerate(self.content.activities)
        )
        return (title, *plates)

    def _described(self, setting: Setting) -> bool:
        return any(
            activity.text("description", setting.language).strip()
            for activity in self.content.activities
        )

    def _heights(
        self, column: int, activity: PrimaryActivity, setting: Setting, span: Span
    ) -> tuple[float, float]:
        """Return the heights of the name and of the description."""
        width = words_width(self.chart, column, activity, span)
        title = activity.label(setting.language)
        name = setting.height(title, width, _NAME, line_height=_NAME_LINE, bold=True)
        told = activity.text("description", setting.language)
        below = setting.height(told, width, _TEXT, line_height=_TEXT_LINE)
        return name, below if told.strip() else 0.0

    def _drawn(self, column: int, activity: PrimaryActivity, setting: Setting, span: Span) -> Group:
        theme, (top, _) = setting.theme, span
        look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
        title = activity.label(setting.language)
        right = self.chart.right(column, top, top + 24) - 6
        return Group(
            activity.id,
            (
                plate(self.chart, column, look.paint, span, title),
                *self._words(column, activity, setting, span, look),
                *status_sign(activity.status, right, top + 7, look.ink),
            ),
            ref=activity.id,
            role="activity",
            title=title,
            description=activity.text("description", setting.language),
        )

    def _words(
        self, column: int, activity: PrimaryActivity, setting: Setting, span: Span, look: Look
    ) -> list[Text]:
        """Return the name and the description, as one block in the middle of the plate."""
        (top, bottom), theme = span, setting.theme
        x = words_left(self.chart, column)
        width = words_width(self.chart, column, activity, span)
        name, below = self._heights(column, activity, setting, span)
        between = setting.length(_BETWEEN) if below else 0.0
        room = bottom - top - 2 * _LEAST_PAD
        if name + between + below > room:
            between = 4.0 if below else 0.0
            name, below = levelled((name, below), room - between)
        # The names of all plates begin at one height, whatever stands below them.
        y = self._first(setting, span) if self._described(setting) else (top + bottom - name) / 2
        y = max(top + _LEAST_PAD, min(y, bottom - _LEAST_PAD - name - between - below))
        words = [
            setting.placed(
                activity.label(setting.language), x, y, width, _NAME, h=name,
                bold=True, line_height=_NAME_LINE, colour=look.ink,
            )
        ]  # fmt: skip
        if below:
            ground = look.paint.fill or theme.paper
            paler = mixed_while(look.ink, theme.structure, _PALER, ground, TEXT_CONTRAST)
            told = activity.text("description", setting.language)
            words.append(
                setting.placed(told, x, y + name + between, width, _TEXT, h=below,
                               line_height=_TEXT_LINE, colour=paler)
            )  # fmt: skip
        return words

    def _first(self, setting: Setting, span: Span) -> float:
        """Return where the names begin, so that the fullest plate is filled around its middle."""
        fullest = max(
            sum(self._heights(column, activity, setting, span))
            for column, activity in enumerate(self.content.activities)
        )
        return (span[0] + span[1] - fullest - setting.length(_BETWEEN)) / 2
