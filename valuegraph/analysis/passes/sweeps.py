"""Walks within a large loop: sweeps that take all but its backward steps exactly."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.networks.order import ordered
from valuegraph.analysis.passes.levels import prepared
from valuegraph.errors import ChainError
from valuegraph.problems import Problem

MOST_SWEEPS = 200
"""Where so many sweeps do not do, what still walks is found by balancing what leaves the loop."""

_TRIED = 20
"""After so many sweeps it is judged whether the others can do."""

_LOOKED_AT = 8
"""Every so many sweeps it is looked up how much there is in all."""

MOST_WORK = 10**11
"""A loop is factorised only if that takes no more products of two numbers: about a minute."""

_LITTLE_WORK = 10**8
"""A long thin loop, of many levels, is factorised sooner than swept."""

_ENOUGH = 1e-16
_STEADY, _FINEST = 1e-13, 4e-15
_LARGE_CHANGE = 1e-11

Balance = Callable[[Numbers, Numbers], Numbers]
"""Sets a solution nearly found, for what was given, right in what is known of it as a whole."""


class Sweeps:
    """The solution of ``x = b + M x`` on the parts of one loop, for non-negative ``b``.

    Args:
        size: how many parts the loop has.
        rows, columns: places in the loop, an entry each.
        weights: the matrix M, each entry positive, such that the solution exists.
        balance: for loops that almost nothing leaves, where sweeps are slow.

    Attributes:
        made: how many sweeps the last solution took.
        is_slow: whether they did not do.
    """

    def __init__(
        self,
        size: int,
        rows: Codes,
        columns: Codes,
        weights: Numbers,
        balance: Balance | None = None,
    ) -> None:
        from scipy.sparse import csr_array

        self._size = size
        self._balance = balance
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
        self.is_slow = False
        self._is_tangled = False

    def solved(self, given: Numbers) -> Numbers:
        """Return x for b, a number or a row of numbers for each place in the loop."""
        walking = given[self._part]
        total, arriving = np.zeros_like(walking), np.empty(walking.shape)
        before, most = np.inf, 0.0
        self.is_slow = self._is_tangled
        if self._is_tangled:
            return self._by_factors(given, np.zeros_like(given), walking)
        for sweep in range(1, MOST_SWEEPS + 1):
            self.made = sweep
            self._ahead.run(walking)
            total += walking
            self._back.product(walking, arriving)
            walking, arriving = arriving, walking
            now = float(walking.max(initial=0.0))
            slowing = min(now / before, 1.0) if before else 0.0
            if sweep % _LOOKED_AT == 1:  # it only grows: an older one asks for more, not for less
                most = float(total.max(initial=0.0))
            enough = _ENOUGH * (1.0 - slowing) * most
            if now <= enough:
                break
            if sweep % _TRIED == 0 and now * slowing ** (MOST_SWEEPS - sweep) > enough:
                return self._slowly(given, total[self._place], walking)
            before = now
        solution: Numbers = total[self._place]
        return solution

    def _slowly(self, given: Numbers, found: Numbers, walking: Numbers) -> Numbers:
        """Return the solution of which sweeps have found a part, for what still walks."""
        self.is_slow = True
        if self._balance is not None and self._work > _LITTLE_WORK:
            balanced = self._balanced(given, found, self._balance)
            if balanced is not None:
                return balanced
        self._is_tangled = True
        return self._by_factors(given, found, walking)

    def _by_factors(self, given: Numbers, found: Numbers, walking: Numbers) -> Numbers:
        found = found + self._factorised(walking)[self._place]
        if self._balance is None:
            return found
        # factors lose what almost never leaves to rounding: set that right, sweep, and again
        found = self._swept(given, self._balance(np.maximum(found, given), given))
        return self._balance(found, given)

    def _balanced(self, given: Numbers, found: Numbers, balance: Balance) -> Numbers | None:
        """Return the solution by sweeps that are balanced after each; ``None`` if too slow.

        What sweeps are slow at is how much there is in all, and this is what a balance sets
        right; how it is spread is soon found, unless the loop falls into parts that hardly know
        of each other. Only sums of positive numbers occur, so nothing is lost to rounding where
        almost nothing leaves. Source: Koury, McAllister and Stewart (1984), with one group.
        """
        before, slowing, earlier = np.inf, 1.0, np.inf
        for turn in range(1, MOST_SWEEPS + 1):
            found = balance(found, given)
            swept = self._swept(given, found)
            most = np.maximum(swept.max(axis=0), np.finfo(np.float64).tiny)
            change = float((np.abs(swept - found).max(axis=0) / most).max(initial=0.0))
            found = swept
            if change > _LARGE_CHANGE:
                slowing = min(change / before, 1.0) if before else 0.0
            if change <= max(_STEADY * (1.0 - slowing), _FINEST):
                return balance(found, given)
            before = change
            if turn % _TRIED == 0:
                a_turn = (change / earlier) ** (1 / _TRIED)
                if change * a_turn ** (MOST_SWEEPS - turn) > _STEADY:
                    return None
                earlier = change
        return None

    def _swept(self, given: Numbers, found: Numbers) -> Numbers:
        walking = np.empty(found.shape)
        self._back.product(found[self._part], walking)
        walking += given[self._part]
        self._ahead.run(walking)
        swept: Numbers = walking[self._place]
        return swept

    def _factorised(self, given: Numbers) -> Numbers:
        found = self._factors.solve(given)
        again = self._factors.solve(given - (found - self._all @ found))
        return np.asarray(found + again, dtype=np.float64)

    @cached_property
    def _work(self) -> int:
        """How many products it takes to factorise the loop, at most."""
        from scipy.sparse.csgraph import reverse_cuthill_mckee

        place = np.empty(self._size, dtype=np.int64)
        place[reverse_cuthill_mckee(self._all)] = np.arange(self._size)
        entries = self._all.tocoo()
        width = int(np.abs(place[entries.row] - place[entries.col]).max(initial=0))
        return self._size * width * width

    @cached_property
    def _factors(self) -> Any:
        from scipy.sparse import eye_array
        from scipy.sparse.linalg import splu

        if self._work > MOST_WORK:
            raise ChainError(Problem("VG594", values={"count": self._size}))
        return splu((eye_array(self._size, format="csc") - self._all).tocsc())
