"""One pass over a network, level by level: the time of reading its links once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Ints, Numbers
from valuegraph.analysis.networks.kernels import add_product, by_row
from valuegraph.analysis.networks.order import Order

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
                add_product(self.table, (first, last), values, values[first:last])
            if first in settle:
                settle[first](values)

    def product(self, values: Numbers, target: Numbers) -> None:
        """Write for each row the weighted sum of its entries, all rows at once."""
        target.fill(0.0)
        add_product(self.table, (0, len(values)), values, target)

    @property
    def table(self) -> tuple[Codes, Codes, Numbers]:
        """The sparse matrix."""
        return self.first, self.column, self.weight

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
    position = order.position
    table = by_row(position[rows], position[columns], weights, len(order.part))
    levels = tuple(pairwise(order.bounds.tolist()))
    return Pass(*table, levels if upwards else levels[::-1])


def summed(group: Ints, count: int, places: Ints, weights: Numbers, values: Numbers) -> Numbers:
    """Return for each group the weighted sum of some rows of numbers.

    Args:
        group: the group of each entry, from 0 to ``count - 1``.
        count: how many groups there are.
        places: the row each entry takes up.
        weights: a number for each entry.
        values: rows of numbers.
    """
    target = np.zeros((count, *values.shape[1:]))
    add_product(by_row(group, places, weights, count), (0, count), values, target)
    return target
