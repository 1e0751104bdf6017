"""The plan of the matrix: where its columns stand and what was measured for them."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.scene import Text
from valuegraph.render.views.blocks.cell_texts import Entry
from valuegraph.render.views.matrix_zones.resources import Investment

BAR = 4.0
"""The width of the bar at the left of a cell."""
GAP = 8.0
"""Between rows and columns."""
STACK_GAP = 4.0
"""Between two modalities of one cell."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the table stands; ``rows_head`` is the width of the circuits' headers.

    ``opens`` says that the first column is the first of the chain: its header has no notch.
    """

    left: float
    top: float
    right: float
    bottom: float
    rows_head: float
    columns: int
    opens: bool = True

    @property
    def height(self) -> float:
        """The height of the whole table, in du."""
        return self.bottom - self.top

    @property
    def cells_left(self) -> float:
        """Where the first column begins."""
        return self.left + self.rows_head + GAP

    @property
    def column_width(self) -> float:
        """The width of each column, in du."""
        return (self.right - self.cells_left - GAP * (self.columns - 1)) / self.columns

    @property
    def point(self) -> float:
        """The depth of the headers' points."""
        return min(18.0, self.column_width * 0.09)

    @property
    def pad(self) -> float:
        """What a cell leaves free beside its text."""
        return min(18.0, self.column_width * 0.07)

    def header_pad(self, number: int) -> float:
        """Return what a header leaves free before its name."""
        return self.pad + (0 if self.opens and number == 0 else self.point)

    def column(self, number: int) -> float:
        """Return where a column begins."""
        return self.cells_left + number * (self.column_width + GAP)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its entries, their texts, their heights, and the modalities without room."""

    entries: tuple[Entry, ...]
    texts: tuple[Text, ...]
    heights: tuple[float, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A measured table: every text, and the heights of header, resources and rows.

    ``stacked`` says that the circuits' icons stand above their names.
    """

    scale: float
    headers: tuple[Text, ...]
    header: float
    investments: tuple[Investment, ...]
    resources: float
    rows: tuple[float, ...]
    cells: tuple[tuple[Cell, ...], ...]
    stacked: bool = False

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of what found no room."""
        stacks = [ref for stack in self.investments for ref in stack.left_out]
        return (*stacks, *(ref for row in self.cells for cell in row for ref in cell.left_out))
