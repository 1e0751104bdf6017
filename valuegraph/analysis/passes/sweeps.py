"""Walks within a large loop: sweeps that take all but its backward steps exactly."""

from __future__ import annotations

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.networks.order import ordered
from valuegraph.analysis.passes.levels import prepared

MOST_SWEEPS = 200
"""After so many sweeps, what still walks is solved by factorising this loop alone."""

_ENOUGH = 1e-16


class Sweeps:
    """The solution of ``x = b + M x`` on the parts of one loop, for non-negative ``b``.

    Args:
        size: how many parts the loop has.
        rows, columns: places in the loop, an entry each.
        weights: the matrix M, each entry positive, such that the solution exists.

    Attributes:
        made: how many sweeps the last solution took.
    """

    def __init__(self, size: int, rows: Codes, columns: Codes, weights: Numbers) -> None:
        from scipy.sparse import csr_array

        self._size = size
        ahead = columns < rows
        order = ordered(size, columns[ahead], rows[ahead])
        self._ahead = prepared(order, rows[ahead], columns[ahead], weights[ahead], upwards=True)
        place = order.position
        shape = (size, size)
        back = ~ahead
        self._back = prepared(order, rows[back], columns[back], weights[back], upwards=True)
        self._all = csr_array((weights, (place[rows], place[columns])), shape=shape)
        self._part = order.part
        self._place = place
        self.made = 0

    def solved(self, given: Numbers) -> Numbers:
        """Return x for b, a number or a row of numbers for each place in the loop."""
        walking = given[self._part]
        total = np.zeros_like(walking)
        before = np.inf
        for sweep in range(1, MOST_SWEEPS + 1):
            self.made = sweep
            self._ahead.run(walking)
            total += walking
            walking = self._back.product(walking)
            now = float(walking.max(initial=0.0))
            slowing = min(now / before, 1.0) if before else 0.0
            if now <= _ENOUGH * (1.0 - slowing) * float(total.max(initial=0.0)):
                break
            before = now
        else:
            total += self._factorised(walking)
        solution: Numbers = total[self._place]
        return solution

    def _factorised(self, given: Numbers) -> Numbers:
        from scipy.sparse import eye_array
        from scipy.sparse.linalg import splu

        matrix = (eye_array(self._size, format="csc") - self._all).tocsc()
        factors = splu(matrix)
        found = factors.solve(given)
        return np.asarray(found + factors.solve(given - matrix @ found), dtype=np.float64)
