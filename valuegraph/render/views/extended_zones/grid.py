"""Where the columns of the primary activities stand: straight ones, and a last one that slants."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.geometry import Outline
from valuegraph.render.views.blocks.body import Span
from valuegraph.render.views.blocks.cells import CellBox
from valuegraph.render.views.blocks.house import GAP, House

LEAST_COLUMN = 112.0
"""The least width in du of a column that can be read."""
TAB = 30.0
"""The width of a circuit's tab."""

_NARROW = 150.0  # columns narrower than this leave the badges to tabs at their left
_BEYOND = 18.0  # how far columns are counted beyond the foot of the slanted edge
_CELL_MARGIN, _SLANTED_MARGIN = 8.0, 9.0
_LIST_INDENT, _NARROW_INDENT = 14.0, 8.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a house.

    Attributes:
        house: the house.
        count: how many columns there are.
        start: the left side of the first one.
        width: of each; the last one goes on to the slanted edge.
        tabbed: whether tabs at the left name the circuits, in place of badges in the cells.
    """

    house: House
    count: int
    start: float
    width: float
    tabbed: bool

    def left(self, column: int) -> float:
        """Return the left side of a column."""
        return self.start + column * (self.width + GAP)

    def head_left(self, column: int) -> float:
        """Return the left side of a column's header: the first one reaches over the tabs."""
        return self.left(column) if column else self.house.body

    def right(self, column: int, span: Span) -> float:
        """Return the right side of a column, the last one's between these heights."""
        if self.is_last(column):
            return self.house.edge.least(*span)
        return self.left(column) + self.width

    def is_last(self, column: int) -> bool:
        """Tell whether a column ends at the slanted edge."""
        return column == self.count - 1

    @property
    def indent(self) -> float:
        """The room from a column's left side to the icons of its lists."""
        return _NARROW_INDENT if self.tabbed else _LIST_INDENT

    def list_width(self, column: int, span: Span) -> float:
        """Return the width of a list in a column."""
        return self.right(column, span) - self.left(column) - self.indent - 12

    def cell(self, column: int, span: Span) -> CellBox:
        """Return where a cell stands between two heights."""
        (top, bottom), left = span, self.left(column) + _CELL_MARGIN
        right = self.right(column, span) - _CELL_MARGIN
        outline: Outline = ((right, top), (right, bottom), (left, bottom), (left, top))
        if self.is_last(column):
            right -= _CELL_MARGIN / 2
            outline = self.house.edge.block(left, top, bottom, shift=-_SLANTED_MARGIN)
        return CellBox(outline, left, top, right, bottom)


def grid_of(house: House, count: int, *, circuits: bool) -> Grid:
    """Return the grid of ``count`` columns (at least one), with tabs if they are narrow."""
    room = house.edge.x + _BEYOND - house.body
    gaps = GAP * (count - 1)
    width = (room - gaps) / count
    if circuits and width < _NARROW:
        start = house.body + TAB + GAP
        return Grid(house, count, start, (room - TAB - GAP - gaps) / count, tabbed=True)
    return Grid(house, count, house.body, width, tabbed=False)


def most_columns(house: House, *, taken: float = 0) -> int:
    """Return how many columns can be read in a house, of whose width some may be taken."""
    room = house.edge.x + _BEYOND - house.body - taken
    return max(1, int((room + GAP) / (LEAST_COLUMN + GAP)))
