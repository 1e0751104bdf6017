"""The order in which walks pass over a network: levels of parts, loops kept together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import Codes, Flags, Ints
from valuegraph.analysis.networks.kernels import by_row

Index = npt.NDArray[np.intp]
_FEW_LINKS = 3000
_THIN_LEVEL = 40
_THIN_LEVELS = 50


@dataclass(frozen=True, eq=False)
class Rows:
    """Entries of one column grouped by another: those of row r are ``entry[first[r]:first[r+1]]``.

    Attributes:
        first: for each row its first entry, and the number of entries at the end.
        entry: places in the ungrouped columns, in their own order within a row.
    """

    first: Codes
    entry: Codes


def grouped(keys: Ints, count: int) -> Rows:
    """Return where each key stands, by counting: equal keys keep their order.

    Args:
        keys: codes from 0 to ``count - 1``.
        count: how many rows there are.
    """
    return lines(keys, np.arange(len(keys), dtype=np.int32), count)


def lines(starts: Ints, ends: Ints, count: int) -> Rows:
    """Return where arcs lead from each part, those of one part in their own order.

    Args:
        starts: codes from 0 to ``count - 1``.
        ends: for each arc a code.
        count: how many rows there are.

    Returns:
        For each part the codes its arcs lead to, in place of the arcs themselves.
    """
    if len(starts) < _FEW_LINKS:
        first = np.zeros(count + 1, dtype=np.int32)
        np.cumsum(np.bincount(starts, minlength=count), out=first[1:])
        return Rows(first, ends[np.argsort(starts, kind="stable")].astype(np.int32, copy=False))
    first, heads, _ = by_row(starts, ends, np.zeros(len(starts), dtype=np.int8), count)
    return Rows(first, heads)


def spans(rows: Rows, chosen: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return the entries of several rows, row after row."""
    first, last = rows.first[chosen], rows.first[chosen + 1]
    lengths = last - first
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    offsets = np.repeat(first - (ends - lengths), lengths) + np.arange(total, dtype=np.int32)
    return rows.entry[offsets]


def distinct(chosen: npt.NDArray[Any], count: int) -> npt.NDArray[Any]:
    """Return the different codes among some, sorted: few are sorted, many are ticked off.

    Args:
        chosen: codes from 0 to ``count - 1``.
        count: how many codes there are.
    """
    if len(chosen) * 16 < count:
        return np.unique(chosen)
    ticked = np.zeros(count, dtype=np.bool_)
    ticked[chosen] = True
    return np.flatnonzero(ticked)


@dataclass(frozen=True, eq=False)
class Order:
    """Parts in the order of their levels: every arc outside loops leads to a higher level.

    Attributes:
        position: for each part, its place in the order.
        part: for each place, the part.
        level: for each place, its level; the parts of one loop share a level.
        bounds: the first place of each level, and the number of parts at the end.
        loop: for each part, the number of the loop (strongly connected component) it lies
            on; -1 for none.
        loop_first, loop_size: for each loop, its first place and how many parts it has; the
            parts of a loop stand together.
    """

    position: Codes
    part: Codes
    level: Codes
    bounds: Codes
    loop: Codes
    loop_first: Codes
    loop_size: Codes

    @property
    def is_looped(self) -> bool:
        """Whether any part lies on a loop."""
        return len(self.loop_first) > 0

    def within_loops(self, starts: Codes, ends: Codes) -> Flags:
        """Tell for each arc whether it stays within one loop."""
        loop = self.loop[starts]
        within: Flags = (loop >= 0) & (loop == self.loop[ends])
        return within

    def loop_parts(self, loop: int) -> Codes:
        """Return the parts of a loop, in the order of their codes."""
        first = self.loop_first[loop]
        return np.sort(self.part[first : first + self.loop_size[loop]])


def ordered(count: int, starts: Codes, ends: Codes) -> Order:
    """Return the order of parts 0 to ``count - 1`` for arcs from ``starts`` to ``ends``.

    A part's level is the largest number of arcs that lead to it, a loop counting as one part.
    """
    level = _levels(count, starts, ends)
    loop = np.full(count, -1, dtype=np.int32)
    size = np.zeros(0, dtype=np.int32)
    if count and level.min() < 0:
        component = _components(count, starts, ends)
        level = _levels_of_components(component, starts, ends)
        loop, size = _loops(component, starts, ends)
    small_enough = count and level.max() < 2**15
    keys = level.astype(np.int16) if small_enough else level
    if len(size):
        lies_on_one = loop >= 0
        sizes = np.where(lies_on_one, size[loop], 0)
        part = np.lexsort((loop, sizes, level)).astype(np.int32)
    else:
        part = np.argsort(keys, kind="stable").astype(np.int32)
    position = np.empty(count, dtype=np.int32)
    position[part] = np.arange(count, dtype=np.int32)
    by_place = level[part]
    bounds = np.concatenate(([0], np.flatnonzero(np.diff(by_place)) + 1, [count]))
    loop_first = np.full(len(size), count, dtype=np.int32)
    np.minimum.at(loop_first, loop[loop >= 0], position[loop >= 0])
    return Order(position, part, by_place, bounds.astype(np.int32), loop, loop_first, size)


class Ordering:
    """The order of some arcs, found when it is asked for.

    It holds no more than it takes to find it: a walk that is remembered with a network must not
    hold the network, or the two are never let go.

    Args:
        count: how many parts there are.
        starts, ends: codes of the parts arcs join.
        among: the ordering of arcs that these are some of: theirs too, unless it has loops.
    """

    def __init__(
        self, count: int, starts: Codes, ends: Codes, *, among: Ordering | None = None
    ) -> None:
        self._count = count
        self._starts, self._ends = starts, ends
        self._among = among

    @cached_property
    def order(self) -> Order:
        """The order of the arcs."""
        if self._among is not None and not self._among.order.is_looped:
            return self._among.order
        return ordered(self._count, self._starts, self._ends)


def reached(count: int, starts: Codes, ends: Codes, seeds: Flags) -> Flags:
    """Return the parts that a walk along the arcs meets, from the seeds, which are met."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    from_seeds = np.flatnonzero(seeds)
    if not len(from_seeds):
        return np.zeros(count, dtype=np.bool_)
    source = np.full(len(from_seeds), count, dtype=np.int32)
    heads = np.concatenate((ends, from_seeds.astype(np.int32)))
    rows = lines(np.concatenate((starts, source)), heads, count + 1)
    graph = csr_array((np.ones(len(heads)), rows.entry, rows.first), shape=(count + 1, count + 1))
    met = np.zeros(count + 1, dtype=np.bool_)
    met[breadth_first_order(graph, count, return_predecessors=False)] = True
    return met[:count]


def _components(count: int, starts: Codes, ends: Codes) -> Codes:
    """Return for each part its strongly connected component, numbered by its first part."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    rows = lines(starts, ends, count)
    graph = csr_array((np.ones(len(starts)), rows.entry, rows.first), shape=(count, count))
    graph.sum_duplicates()  # scipy 1.17 never comes back from a graph with parallel arcs
    _, labels = connected_components(graph, directed=True, connection="strong")
    _, first, component = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int32)
    rank[np.argsort(first)] = np.arange(len(first), dtype=np.int32)
    return rank[component]


def _levels_of_components(component: Codes, starts: Codes, ends: Codes) -> Codes:
    first, last = component[starts], component[ends]
    outside = first != last
    return _levels(int(component.max()) + 1, first[outside], last[outside])[component]


def _loops(component: Codes, starts: Codes, ends: Codes) -> tuple[Codes, Codes]:
    """Return for each part its loop or -1, and the size of each loop."""
    sizes = np.bincount(component)
    on_itself = np.zeros(len(sizes), dtype=np.bool_)
    on_itself[component[starts[starts == ends]]] = True
    looped = (sizes > 1) | on_itself
    number = np.full(len(sizes), -1, dtype=np.int32)
    number[looped] = np.arange(int(looped.sum()), dtype=np.int32)
    return number[component], sizes[looped].astype(np.int32)


def _levels(count: int, starts: Codes, ends: Codes) -> Codes:
    """Return for each part the length of the longest way to it; -1 on loops and behind them.

    Source: Kahn (1962), a whole level at a time; a long thin network goes part by part.
    """
    level = np.full(count, -1, dtype=np.int32)
    waiting = np.bincount(ends, minlength=count)
    front = np.flatnonzero(waiting == 0)
    leaving = lines(starts, ends, count)
    if len(starts) < _FEW_LINKS:
        return _levels_one_by_one(level, waiting, front, leaving, 0)
    depth = thin = 0
    while len(front):
        if thin > _THIN_LEVELS:
            return _levels_one_by_one(level, waiting, front, leaving, depth)
        level[front] = depth
        met = spans(leaving, front)
        if len(met) * 16 > count:
            waiting -= np.bincount(met, minlength=count)
            front = np.flatnonzero((waiting == 0) & (level < 0))
        else:
            seen, times = np.unique(met, return_counts=True)
            waiting[seen] -= times
            front = seen[waiting[seen] == 0]
        depth += 1
        thin += len(front) < _THIN_LEVEL
    return level


def _levels_one_by_one(
    level: Codes, waiting: Index, front: Index, leaving: Rows, depth: int
) -> Codes:
    left, first, heads = waiting.tolist(), leaving.first.tolist(), leaving.entry.tolist()
    found = level.tolist()
    now = front.tolist()
    while now:
        following = []
        for part in now:
            found[part] = depth
            for head in heads[first[part] : first[part + 1]]:
                left[head] -= 1
                if not left[head]:
                    following.append(head)
        now = following
        depth += 1
    return np.array(found, dtype=np.int32)
