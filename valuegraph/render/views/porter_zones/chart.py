"""The geometry of Porter's chart: the columns, their borders, the slanted side, the arrow."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.geometry import Outline, SlantedEdge
from valuegraph.render.page import Page
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.impact_arrow import ArrowHead

GAP = 6.0
"""Between blocks."""
STRIP = 38.0
"""The width of the vertical titles."""
LEAST_COLUMN = 112.0
"""The least width of a column that can be read."""

_WIDE = 1200.0
_ARROW_GAP = 10.0
_LEAN = 0.3  # how much of the slant the columns but the last one take
_ROOMY = 170.0


@dataclass(frozen=True, slots=True)
class Chart:
    """Where the chart stands on a sheet; lengths in du.

    Attributes:
        start: the left side of the vertical titles.
        edge: the slanted right side, from the first support row to the foot of the columns.
        columns: how many columns there are; one at least.
        tab: the room left of the columns for the circuits' badges, or 0.
        thickness: of the arrow.
    """

    start: float
    edge: SlantedEdge
    columns: int
    tab: float
    thickness: float

    @property
    def body(self) -> float:
        """Where rows and columns begin, right of the vertical titles."""
        return self.start + STRIP + GAP

    @property
    def column_width(self) -> float:
        """The width of every column but the last, which ends at the slanted side."""
        room = self.edge.x - self.body - self.tab - GAP * (self.columns - 1)
        # Wide columns share the slant with the last one, which narrow ones must not squeeze.
        leaning = (room + _LEAN * self.edge.depth) / self.columns
        return leaning if leaning >= _ROOMY else room / self.columns

    @property
    def arrow(self) -> ArrowHead:
        """The arrow at the right."""
        return ArrowHead(self.edge, gap=_ARROW_GAP, thickness=self.thickness)

    @property
    def borders(self) -> tuple[float, ...]:
        """The borders of the columns: the middle of each gap between two columns."""
        return tuple(self.left(column) - GAP / 2 for column in range(1, self.columns))

    def is_last(self, column: int) -> bool:
        """Tell whether a column ends at the slanted side."""
        return column == self.columns - 1

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return self.body + self.tab + column * (self.column_width + GAP)

    def right(self, column: int, top: float, bottom: float) -> float:
        """Return where a column ends at the latest between two heights."""
        if self.is_last(column):
            return self.edge.least(top, bottom)
        return self.left(column) + self.column_width

    def block(self, column: int, top: float, bottom: float, *, inset: float = 0) -> Outline:
        """Return a column's outline between two heights, ``inset`` du within its sides."""
        left = self.left(column) + inset
        if self.is_last(column):
            return self.edge.block(left, top, bottom, shift=-inset)
        right = self.left(column) + self.column_width - inset
        return ((right, top), (right, bottom), (left, bottom), (left, top))

    def row(self, top: float, bottom: float) -> Outline:
        """Return the outline of a support row: the full width up to the slanted side."""
        return self.edge.block(self.body, top, bottom)


def chart_on(
    page: Page, top: float, bottom: float, *, columns: int, tab: float, thin: bool
) -> Chart:
    """Return the chart on a sheet between two heights.

    Args:
        page: the sheet.
        top, bottom: its heights.
        columns: how many activities it shows.
        tab: the room for badges left of the columns.
        thin: whether the arrow is Porter's thin margin, a word along its sides.
    """
    wide = page.width >= _WIDE
    thickness = (112.0 if wide else 88.0) if thin else (238.0 if wide else 176.0)
    depth = (150.0 if wide else 92.0) if thin else (110.0 if wide else 70.0)
    right = page.width - MARGIN - depth - thickness - _ARROW_GAP
    edge = SlantedEdge(right, top, bottom, depth)
    return Chart(MARGIN, edge, max(1, columns), tab, thickness)


def most_columns(page: Page, *, tab: float, thin: bool) -> int:
    """Return how many columns can be read on a sheet."""
    chart = chart_on(page, 0, page.height, columns=1, tab=tab, thin=thin)
    return max(1, int((chart.column_width + GAP) / (LEAST_COLUMN + GAP)))
