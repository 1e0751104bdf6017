"""The primary activities as columns: a chevron each, a panel below it, one cell a circuit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.part import Status, is_blank
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.views.blocks.badges import strong_look
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.house import GAP, House
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.strip import strip
from valuegraph.render.views.extended_zones.grid import Grid, grid_of
from valuegraph.render.views.extended_zones.heads import Groups, Heads
from valuegraph.render.views.extended_zones.panels import CellLine, ListLine, PanelLine, TodoLine
from valuegraph.render.words import say

_ROW_GAP, _FOOT, _TOP = 5.0, 9.0, 8.0
_EMPTY, _EMPTY_HEIGHT = 22.0, 120.0


@dataclass(frozen=True, slots=True)
class ColumnsZone:
    """The primary activities, one column each.

    Its lines are the groups (if there are), the heads, then the lines of the panels.
    """

    content: Content
    house: House
    grid: Grid
    groups: Groups | None
    heads: Heads
    panel: tuple[PanelLine, ...]

    def count(self) -> int:
        """Return how many lines there are."""
        return (1 if self.groups else 0) + 1 + len(self.panel)

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each line needs, the highest column deciding."""
        if not self.content.activities:
            return [Line(setting.length(_EMPTY_HEIGHT), setting.size(_EMPTY) * 2, 0)]
        head = self.count() - len(self.panel) - 1
        found = [self.groups.line(setting)] if self.groups else []
        # A cell right below the head keeps the panel's margin above it.
        below = _TOP if self.panel and isinstance(self.panel[0], CellLine) else 0.0
        after = GAP + below if self.panel else 0.0
        found.append(self.heads.line(setting, spans[head], after, alone=not self.panel))
        for place, (line, span) in enumerate(zip(self.panel, spans[head + 1 :], strict=True)):
            gap = _ROW_GAP if isinstance(line, CellLine) else 0.0
            last = place == len(self.panel) - 1
            found.append(line.line(setting, span, _FOOT if last else gap))
        return found

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone, the columns and the tabs of the circuits."""
        bottom = spans[-1][1] + (_FOOT if self.panel else 0)
        title = strip("primary", self.house.start, spans[0][0], bottom, setting.options)
        if not self.content.activities:
            return (title, self._undescribed(setting, spans[0]))
        nodes: list[Node] = [title]
        if self.groups:
            nodes += self.groups.drawn(setting, spans[0])
        below = spans[self.count() - len(self.panel) :]
        if self.grid.tabbed:
            nodes += [
                line.tab(setting, span)
                for line, span in zip(self.panel, below, strict=True)
                if isinstance(line, CellLine)
            ]
        head = spans[self.count() - len(self.panel) - 1]
        for column in range(self.grid.count):
            nodes.append(self.heads.drawn(column, setting, head))
            if self.panel:
                nodes.append(self._panel(column, setting, (head[1] + GAP, bottom), below))
        return tuple(nodes)

    def _panel(self, column: int, setting: Setting, span: Span, below: Sequence[Span]) -> Group:
        theme, grid = setting.theme, self.grid
        (top, bottom), left = span, grid.left(column)
        paint = Paint(theme.panel, theme.panel_line, 1.2)
        ground = Shape("rect", left, top, grid.width, bottom - top, paint, radius=7)
        if grid.is_last(column):
            ground = Shape.polygon(self.house.edge.block(left, top, bottom), paint, radius=7)
        nodes: list[Node] = [ground]
        for line, each in zip(self.panel, below, strict=True):
            nodes += line.drawn(column, setting, each)
        activity = self.content.activities[column].id
        return Group(f"{activity}..panel", tuple(nodes), role="panel", data=(("part", activity),))

    def _undescribed(self, setting: Setting, span: Span) -> Group:
        """Return the empty panel of a chain whose activities are still to come."""
        theme, house = setting.theme, self.house
        look = strong_look(Status.HYPOTHESIS, theme.structure, theme)
        shape = Shape.polygon(house.edge.block(house.body, *span), look.paint, radius=7)
        told = say("no activities", setting.language)
        text = setting.placed(
            told, house.body, span[0], house.edge.least(*span) - house.body, _EMPTY,
            h=span[1] - span[0], italic=True, align="center", valign="middle", colour=look.ink,
        )  # fmt: skip
        return Group("zone..primary", (shape, text), role="empty", title=told)


def columns_zone(content: Content, house: House) -> ColumnsZone:
    """Return the zone of the primary activities as columns."""
    activities = content.activities
    grid = grid_of(house, max(1, len(activities)), circuits=bool(content.circuits))
    heads = Heads(activities, grid)
    if not activities:
        return ColumnsZone(content, house, grid, None, heads, ())
    groups = (
        Groups(activities, grid) if any(not is_blank(each.group) for each in activities) else None
    )
    panel: list[PanelLine] = []
    # A draft without circuits and support has room to say what is still to come.
    todo = not content.circuits and not content.support
    grows = not content.circuits and not todo
    if any(content.invested[each.id] for each in activities):
        panel.append(ListLine(content, grid, outputs=False, grows=grows))
    panel += [CellLine(content, grid, look) for look in content.circuits]
    panel += [TodoLine(grid)] if todo else []
    if any(content.outputs[each.id] for each in activities):
        panel.append(ListLine(content, grid, outputs=True, grows=grows))
    return ColumnsZone(content, house, grid, groups, heads, tuple(panel))
