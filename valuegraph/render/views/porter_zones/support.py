"""The support rows of Porter's chart: a zone of one row for each support activity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import SupportActivity
from valuegraph.render.scene import Node
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.strip import strip
from valuegraph.render.views.porter_zones.binding import binding
from valuegraph.render.views.porter_zones.chart import GAP, Chart
from valuegraph.render.views.porter_zones.row import Row


@dataclass(frozen=True, slots=True)
class SupportRows:
    """The support activities, stacked on top of the columns."""

    content: Content
    chart: Chart

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.content.support)

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each row needs."""
        last = self.count() - 1
        found = []
        for place, (part, span) in enumerate(zip(self.content.support, spans, strict=True)):
            need, least = self._row(part, setting, span).needs()
            found.append(Line(need, least, GAP if place < last else 0))
        return found

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone and its rows."""
        title = strip("support", self.chart.start, spans[0][0], spans[-1][1], setting.options)
        rows = (
            self._row(part, setting, span).drawn()
            for part, span in zip(self.content.support, spans, strict=True)
        )
        return (title, *rows)

    def _row(self, part: SupportActivity, setting: Setting, span: Span) -> Row:
        return Row(
            part,
            tuple(self.content.activities),
            binding(self.content, part, setting.language),
            self.chart,
            setting,
            *span,
        )
