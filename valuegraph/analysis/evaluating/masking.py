"""Small cells are hidden, and so many others that none can be worked out from what is shown."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import Codes, Flags, Numbers

_NOTHING = 1e-9


class Tree:
    """Cells and their totals: each total is the sum of its children.

    Args:
        parent: for each cell the row of its total, -1 for a root; a total stands before its
            children.
        size: how much stands behind each cell, such as people.
        told: rows x quantities: all that would be shown of each cell, which adds up likewise.
    """

    def __init__(self, parent: Codes, size: Numbers, told: Numbers) -> None:
        self._size = size
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

        Rows of a size above 0 and under ``below`` are hidden first. Under each total that is
        shown the hidden cells are then at least two, they hold more than one each, and not all
        of what they hold is nothing: else the smallest of the others are hidden as well, and
        last the total itself.

        Args:
            below: the least size that is shown.
            hidden: rows that show nothing anyhow.
        """
        size = np.abs(self._size)
        mask: Flags = hidden | ((size > _NOTHING) & (size < below))
        if not mask.any():
            return mask
        totals = np.unique(self._parent[self._parent >= 0])
        for row in totals[::-1].tolist():  # a total stands before its children: deepest first
            self._protect(row, mask)
        return mask

    def _protect(self, row: int, mask: Flags) -> None:
        family = self.children(row)
        if mask[row]:
            self._hide_one_below(row, mask)
            return
        if not mask[family].any():
            return
        others = [child for child in self._by_size(family) if not mask[child]]
        while not self._is_safe(family, mask):
            if not others:
                mask[row] = True
                return
            self._hide(others.pop(0), mask)

    def _by_size(self, family: npt.NDArray[np.intp]) -> list[int]:
        """Return the children that hold something, the smallest first."""
        sizes = np.abs(self._size[family])
        held = family[sizes > _NOTHING]
        order = np.argsort(np.abs(self._size[held]), kind="stable")
        return [int(child) for child in held[order]]

    def _hide(self, row: int, mask: Flags) -> None:
        mask[row] = True
        self._hide_one_below(row, mask)

    def _hide_one_below(self, row: int, mask: Flags) -> None:
        """See to it that a hidden total is not the sum of what is shown."""
        family = self.children(row)
        held = self._by_size(family)
        if held and not mask[held].any():
            self._hide(held[0], mask)

    def _is_safe(self, family: npt.NDArray[np.intp], mask: Flags) -> bool:
        hidden = family[mask[family]]
        if len(hidden) < 2:
            return False
        cells = self._hidden_cells(hidden.tolist(), mask)
        if float(np.abs(self._size[cells]).sum()) <= len(cells) + _NOTHING:
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
