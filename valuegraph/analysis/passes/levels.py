"""One pass over a network, level by level: the time of reading its links once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Ints, Numbers
from valuegraph.analysis.networks.order import Order, grouped_with

Settle = Callable[[Numbers], None]
"""What is done to the numbers, in place, once a level is summed."""

_NOTHING: Mapping[int, Settle] = {}


@dataclass(frozen=True, eq=False)
class Pass:
    """The sums of one pass: each row takes up its entries, rows in an order that allows it.

    Attributes:
        first, column, weight: a sparse matrix by rows, in places of the order.
        levels: the first and last place of each level, in the order of the pass.
    """

    first: Codes
    column: Codes
    weight: Numbers
    levels: tuple[tuple[int, int], ...]

    def run(self, values: Numbers, settle: Mapping[int, Settle] = _NOTHING) -> None:
        """Add to each row the weighted sum of its entries, in place, level after level.

        Args:
            values: a number, or a row of numbers, for each place of the order.
            settle: what is done after a level, by the first place of the level.
        """
        for first, last, has_entries in self._steps:
            if has_entries:
                _add_product(self, first, last, values, values[first:last])
            if first in settle:
                settle[first](values)

    def product(self, values: Numbers, target: Numbers) -> None:
        """Write for each row the weighted sum of its entries, all rows at once."""
        target.fill(0.0)
        _add_product(self, 0, len(values), values, target)

    @cached_property
    def _steps(self) -> list[tuple[int, int, bool]]:
        """The levels, and whether any entry is in them."""
        return [
            (first, last, bool(self.first[last] > self.first[first])) for first, last in self.levels
        ]


def prepared(order: Order, rows: Codes, columns: Codes, weights: Numbers, *, upwards: bool) -> Pass:
    """Return a pass that adds ``weights`` of the parts ``columns`` to the parts ``rows``.

    Args:
        order: the order of parts; outside loops, each row is on a higher level than its
            columns if ``upwards``, else on a lower one.
        rows, columns: codes of parts, an entry each.
        weights: a number for each entry.
        upwards: whether levels are taken from the lowest.
    """
    count = len(order.part)
    by_row, weight = grouped_with(order.position[rows], weights, count)
    bounds = order.bounds.tolist()
    levels = tuple(pairwise(bounds))
    return Pass(
        by_row.first,
        order.position[columns[by_row.entry]],
        weight,
        levels if upwards else levels[::-1],
    )


def summed(group: Ints, count: int, places: Ints, weights: Numbers, values: Numbers) -> Numbers:
    """Return for each group the weighted sum of some rows of numbers.

    Args:
        group: the group of each entry, from 0 to ``count - 1``.
        count: how many groups there are.
        places: the row each entry takes up.
        weights: a number for each entry.
        values: rows of numbers.
    """
    by_group, weight = grouped_with(group, weights, count)
    columns = places[by_group.entry].astype(np.int32, copy=False)
    target = np.zeros((count, *values.shape[1:]))
    _add_product(Pass(by_group.first, columns, weight, ()), 0, count, values, target)
    return target


def _add_product(rows: Pass, start: int, end: int, values: Numbers, target: Numbers) -> None:
    """Add rows ``start`` to ``end`` of a sparse matrix times ``values`` to ``target``."""
    first = rows.first[start : end + 1]
    if _KERNELS is None:
        target += _public_product(rows.first, rows.column, rows.weight, start, end, values)
    elif values.ndim == 1:
        _KERNELS.csr_matvec(
            end - start, len(values), first, rows.column, rows.weight, values, target
        )
    else:
        _KERNELS.csr_matvecs(
            end - start, len(values), values.shape[1], first, rows.column, rows.weight,
            values.ravel(), target.ravel(),
        )  # fmt: skip


def _public_product(
    first: Codes, column: Codes, weight: Numbers, start: int, end: int, values: Numbers
) -> Any:
    from scipy.sparse import csr_array

    low, high = first[start], first[end]
    matrix = csr_array(
        (weight[low:high], column[low:high], first[start : end + 1] - low),
        shape=(end - start, len(values)),
    )
    return matrix @ values


def _kernels() -> Any:
    """Return scipy's in-place kernels; ``None`` if this scipy keeps them elsewhere."""
    try:
        from scipy.sparse import _sparsetools
    except ImportError:
        return None
    known = hasattr(_sparsetools, "csr_matvec") and hasattr(_sparsetools, "csr_matvecs")
    return _sparsetools if known else None


_KERNELS = _kernels()
