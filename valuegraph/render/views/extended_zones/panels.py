"""The lines of the panels below the columns' heads: lists, cells, or what is still to describe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.views.blocks.badges import CircuitLook, centred_icon
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.cells import cell_height, drawn_cell, least_cell
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.extended_zones.grid import TAB, Grid
from valuegraph.render.views.extended_zones.listing import Listing
from valuegraph.render.words import say

_LIST_PAD = 8.0
_ICON, _NARROW_ICON = 26.0, 21.0
_TODO, _TODO_HEIGHT = 15.5, 60.0
_TAB_ICON = 20.0


class PanelLine(Protocol):
    """One line through all panels."""

    def line(self, setting: Setting, span: Span, after: float) -> Line:
        """Return the height that it needs, the highest column deciding."""

    def drawn(self, column: int, setting: Setting, span: Span) -> Sequence[Node]:
        """Return what stands in one column."""


@dataclass(frozen=True, slots=True)
class CellLine:
    """The cells of one circuit."""

    content: Content
    grid: Grid
    look: CircuitLook

    def line(self, setting: Setting, span: Span, after: float) -> Line:
        """Return the height that the cells need."""
        need = least = 0.0
        for column, activity in enumerate(self.content.activities):
            cell = self.content.cells[activity.id, self.look.code]
            box = self.grid.cell(column, span)
            badge = not self.grid.tabbed
            need = max(need, cell_height(cell, box.right - box.left, setting, badge=badge))
            least = max(least, least_cell(cell, setting))
        return Line(max(need, least), least, after)

    def drawn(self, column: int, setting: Setting, span: Span) -> Sequence[Node]:
        """Return one cell."""
        cell = self.content.cells[self.content.activities[column].id, self.look.code]
        box = self.grid.cell(column, span)
        return (drawn_cell(cell, box, setting, badge=not self.grid.tabbed),)

    def tab(self, setting: Setting, span: Span) -> Group:
        """Return the circuit's tab at the left of narrow columns."""
        (top, bottom), left = span, self.grid.house.body
        look, size = self.look, min(_TAB_ICON, span[1] - span[0] - 6)
        ground = Shape("rect", left, top, TAB, bottom - top, Paint(look.colours.full), radius=6)
        sign = centred_icon(look.icon, left + TAB / 2, (top + bottom) / 2, size,
                            setting.theme.on_circuit, stroke=2)  # fmt: skip
        return Group(
            f"zone..{look.code}-tab",
            (ground, sign),
            ref=look.code,
            role="circuit",
            title=look.label,
        )


@dataclass(frozen=True, slots=True)
class ListLine:
    """The resources invested in each activity, or what each produces."""

    content: Content
    grid: Grid
    outputs: bool
    grows: bool

    def line(self, setting: Setting, span: Span, after: float) -> Line:
        """Return the height that the lists need."""
        lists = [self._list(column, setting) for column in range(self.grid.count)]
        heights = (
            each.height(self.grid.list_width(column, span), setting)
            for column, each in enumerate(lists)
            if each.parts
        )
        need = max(heights, default=0.0) + 2 * setting.length(_LIST_PAD)
        return Line(need, lists[0].least(setting) + 6, after, self.grows)

    def drawn(self, column: int, setting: Setting, span: Span) -> Sequence[Node]:
        """Return the list of one activity."""
        listing = self._list(column, setting)
        if not listing.parts:
            return ()
        left, width = self.grid.left(column), self.grid.list_width(column, span)
        return listing.drawn(left + self.grid.indent, span[0], width, span[1] - span[0], setting)

    def _list(self, column: int, setting: Setting) -> Listing:
        theme, activity = setting.theme, self.content.activities[column].id
        if self.outputs:
            return Listing(
                self.content.outputs[activity], f"{activity}..output", theme.muted, theme.muted,
                size=15.5, icon_size=_NARROW_ICON, bold=False,
            )  # fmt: skip
        return Listing(
            self.content.invested[activity],
            f"{activity}..invested",
            theme.resource_label,
            theme.resource_icon,
            icon_size=_NARROW_ICON if self.grid.tabbed else _ICON,
        )


@dataclass(frozen=True, slots=True)
class TodoLine:
    """Where a draft has no circuits yet: what is still to be described."""

    grid: Grid

    def line(self, setting: Setting, span: Span, after: float) -> Line:
        """Return a height that takes what the others leave."""
        return Line(setting.length(_TODO_HEIGHT), setting.size(_TODO) * 1.2 + 4, after)

    def drawn(self, column: int, setting: Setting, span: Span) -> Sequence[Node]:
        """Return the words in the middle of a panel."""
        left = self.grid.left(column) + 14
        text = setting.placed(
            say("no circuits", setting.language), left, span[0],
            self.grid.right(column, span) - 14 - left, _TODO, h=span[1] - span[0],
            line_height=1.2, italic=True, align="center", valign="middle",
            colour=setting.theme.muted,
        )  # fmt: skip
        return (text,)
