"""Small cells are hidden, and so many others that none can be worked out from what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import Codes, Flags, Numbers
from valuegraph.model.evaluation import Indicator, IndicatorKind

if TYPE_CHECKING:
    import pandas as pd

_NOTHING = 1e-9


def with_sizes(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return observations with how many people stand behind each (``size``).

    Those that it tells; else the count itself, the denominator of a ratio, or one for an answer.
    Where none of these is there, nobody knows (``unsized``); where nothing is told, there is
    nobody.
    """
    own = table["below" if indicator.indicator_kind is IndicatorKind.RATIO else "amount"].abs()
    if indicator.indicator_kind is None:
        own = own * float("nan")
    size = table["people"].fillna(own)
    says_nothing = table["amount"].isna() & table["above"].isna() & table["word"].isin(["", "?"])
    unsized = (size.isna() & ~says_nothing).astype("int64")
    return table.assign(size=size.fillna(0.0), unsized=unsized)


def told_of(
    kind: IndicatorKind | None, size: Numbers, value: Numbers, above: Numbers, below: Numbers
) -> Numbers:
    """Return, as columns, all that is shown of rows and adds up."""
    is_ratio = kind is IndicatorKind.RATIO and below.any()
    return np.column_stack([size, above, below, below - above] if is_ratio else [size, value])


class Tree:
    """Cells and their totals: each total is the sum of its children.

    Args:
        parent: for each cell the row of its total, -1 for a root; a total stands before its
            children.
        size: how many people are known to stand behind each cell.
        unsized: behind which cells there are others, nobody knows how many.
        told: rows x quantities: all that would be shown of each cell, which adds up likewise.
    """

    def __init__(self, parent: Codes, size: Numbers, unsized: Flags, told: Numbers) -> None:
        self._size = size
        self._unsized = unsized
        self._told = told
        self._parent = parent
        self._order = np.argsort(parent, kind="stable")
        self._first = np.searchsorted(parent[self._order], np.arange(len(parent) + 1))

    def children(self, row: int) -> npt.NDArray[np.intp]:
        """Return the rows that a total is the sum of; none for a cell."""
        found: npt.NDArray[np.intp] = self._order[self._first[row] : self._first[row + 1]]
        return found

    def masked(self, below: float, hidden: Flags) -> Flags:
        """Return which rows are hidden, so that none of them can be worked out.

        Rows behind which fewer than ``below`` people are known, but some, or others whom nobody
        counted, are hidden first. Under each total that is shown the hidden cells are then at
        least two, they hold ``below`` people and more than one each, and not all of what they
        hold is nothing: else the smallest of the others are hidden as well, and last the total
        itself.

        Args:
            below: the least size that is shown.
            hidden: rows that show nothing anyhow.
        """
        mask: Flags = hidden | ((self._size < below) & self._holds())
        if not mask.any():
            return mask
        totals = np.unique(self._parent[self._parent >= 0])
        for row in totals[::-1].tolist():  # a total stands before its children: deepest first
            self._protect(row, mask, below)
        return mask

    def _protect(self, row: int, mask: Flags, below: float) -> None:
        family = self.children(row)
        if mask[row]:
            self._hide_one_below(row, mask)
            return
        if not mask[family].any():
            return
        others = [child for child in self._by_size(family) if not mask[child]]
        while not self._is_safe(family, mask, below):
            if not others:
                mask[row] = True
                return
            self._hide(others.pop(0), mask)

    def _by_size(self, family: npt.NDArray[np.intp]) -> list[int]:
        """Return the children that hold something, the smallest first."""
        held = family[self._holds()[family]]
        order = np.argsort(self._size[held], kind="stable")
        return [int(child) for child in held[order]]

    def _holds(self) -> Flags:
        return self._unsized | (self._size > _NOTHING)

    def _hide(self, row: int, mask: Flags) -> None:
        mask[row] = True
        self._hide_one_below(row, mask)

    def _hide_one_below(self, row: int, mask: Flags) -> None:
        """See to it that a hidden total is not the sum of what is shown."""
        family = self.children(row)
        held = self._by_size(family)
        if held and not mask[held].any():
            self._hide(held[0], mask)

    def _is_safe(self, family: npt.NDArray[np.intp], mask: Flags, below: float) -> bool:
        hidden = family[mask[family]]
        if len(hidden) < 2:
            return False
        cells = self._hidden_cells(hidden.tolist(), mask)
        together = float(self._size[cells].sum())
        if together < below or together <= len(cells) + _NOTHING:
            return False
        return bool((np.abs(self._told[cells].sum(axis=0)) > _NOTHING).all())

    def _hidden_cells(self, rows: list[int], mask: Flags) -> list[int]:
        """Return the hidden cells that only hidden totals part from these rows."""
        cells, left = [], list(rows)
        while left:
            row = left.pop()
            family = self.children(row)
            if len(family):
                left += family[mask[family]].tolist()
            else:
                cells.append(row)
        return cells
