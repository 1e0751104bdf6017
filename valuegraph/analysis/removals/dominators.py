"""What every way from a root passes: the tree of dominators."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from valuegraph.analysis.networks.columns import NONE, Codes
from valuegraph.analysis.networks.order import Order, lines, ordered, reached
from valuegraph.analysis.passes.depth_first import left_last_first

_FEW_STEPS, _THIN_LEVEL = 3000, 64
"""Fewer steps, or levels of fewer places on average, are taken one by one."""


def dominators(count: int, root: int, tails: Codes, heads: Codes) -> Codes:
    """Return for each place the last place that every way to it from the root passes.

    The root stands for itself; -1 stands where no way leads. Without loops places are taken level
    by level, else one by one until nothing changes. Source: Cooper, Harvey and Kennedy (2001).

    Args:
        count: how many places there are.
        root: where ways begin; no step leads to it.
        tails, heads: the places steps join.
    """
    if len(heads) < _FEW_STEPS:
        return _one_by_one(count, root, tails, heads)
    seed = np.zeros(count, dtype=np.bool_)
    seed[root] = True
    met = reached(count, tails, heads, seed)
    inside = met[tails] & met[heads]
    tails, heads = tails[inside], heads[inside]
    order = ordered(count, tails, heads)
    levels = len(order.bounds) - 1
    if order.is_looped or int(met.sum()) < levels * _THIN_LEVEL:
        return _one_by_one(count, root, tails, heads)
    return _level_by_level(order, root, tails, heads)


def dominating(found: Codes, place: int) -> list[int]:
    """Return what every way from the root to a place passes, in order, without both ends."""
    passed = []
    at = int(found[place])
    while found[at] != at:
        passed.append(at)
        at = int(found[at])
    return passed[::-1]


def _level_by_level(order: Order, root: int, tails: Codes, heads: Codes) -> Codes:
    """Return the dominators of places whose steps all lead to higher levels."""
    count, place = len(order.part), order.position
    entering = lines(place[heads], place[tails], count)
    first, before = entering.first, entering.entry
    tree = _Tree(count, int(place[root]))
    for low, high in pairwise(order.bounds.tolist()):
        sizes = np.diff(first[low : high + 1])
        fed = np.flatnonzero(sizes).astype(np.int32)
        if len(fed):
            common = tree.common(before[first[low] : first[high]], sizes[fed])
            tree.hang(fed + np.int32(low), common)
    found = np.full(count, NONE, dtype=np.int32)
    hung = tree.above[0] >= 0
    found[order.part[hung]] = order.part[tree.above[0][hung]]
    return found


class _Tree:
    """A tree that grows from its root, where it is quick to find what several places hang on.

    Args:
        count: how many places there are.
        root: the root.

    Attributes:
        above: for each place the place it hangs on; then the one 2, 4, 8... places above.
    """

    def __init__(self, count: int, root: int) -> None:
        self.above = [np.full(count, NONE, dtype=np.int32)]
        self.above[0][root] = root
        self._depth = np.zeros(count, dtype=np.int32)
        self._deepest = 0

    def hang(self, places: Codes, on: Codes) -> None:
        """Hang places on others that are in the tree."""
        self._depth[places] = self._depth[on] + 1
        self._deepest = max(self._deepest, int(self._depth[places].max()))
        self.above[0][places] = on
        while 2 ** len(self.above) <= self._deepest:
            self.above.append(self.above[-1][self.above[-1]])
        for near, far in zip(self.above[:-1], self.above[1:], strict=True):
            far[places] = near[near[places]]

    def common(self, places: Codes, sizes: Codes) -> Codes:
        """Return for each group of places the lowest place that all of them hang on.

        Args:
            places: places in the tree, group after group.
            sizes: how many each group has, at least one.
        """
        while len(places) > len(sizes):
            ends = np.cumsum(sizes)
            number = np.arange(len(places)) - np.repeat(ends - sizes, sizes)
            is_first = number % 2 == 0
            left = places[is_first]
            paired = np.zeros(len(places), dtype=np.bool_)
            paired[:-1] = is_first[:-1] & ~is_first[1:]
            left[paired[is_first]] = self._meeting(places[paired], places[~is_first])
            places, sizes = left, (sizes + 1) // 2
        return places

    def _meeting(self, first: Codes, second: Codes) -> Codes:
        """Return the lowest place that both of a pair hang on, or one of them."""
        swap = self._depth[first] < self._depth[second]
        low, high = np.where(swap, second, first), np.where(swap, first, second)
        farther = self._depth[low] - self._depth[high]
        for power, above in enumerate(self.above):
            climbs = (farther >> power) & 1 == 1
            low[climbs] = above[low[climbs]]
        for above in reversed(self.above):
            apart = above[low] != above[high]
            low[apart], high[apart] = above[low[apart]], above[high[apart]]
        return np.where(low == high, low, self.above[0][low])


def _one_by_one(count: int, root: int, tails: Codes, heads: Codes) -> Codes:
    """Return the dominators of places of which some may lie on loops."""
    order = left_last_first(lines(tails, heads, count), [root])
    rank = np.full(count, NONE, dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    met = rank[tails] >= 0
    tails, heads = rank[tails[met]], rank[heads[met]]
    leads_back = bool((tails >= heads).any())
    entering = lines(heads, tails, len(order))
    bounds, ranks = entering.first.tolist(), entering.entry.tolist()
    found = [0, *(NONE for _ in order[1:])]
    changes = True
    while changes:
        changes = False
        for number in range(1, len(order)):
            common = NONE
            for other in ranks[bounds[number] : bounds[number + 1]]:
                if common == NONE:
                    common = other if found[other] != NONE else common
                elif found[other] != NONE:
                    common = _meeting(found, common, other)
            if found[number] != common:
                found[number] = common
                changes = leads_back  # else one round settles all
    above = np.full(count, NONE, dtype=np.int32)
    above[order] = order[found]
    return above


def _meeting(found: Sequence[int], first: int, second: int) -> int:
    while first != second:
        while first > second:
            first = found[first]
        while second > first:
            second = found[second]
    return first
