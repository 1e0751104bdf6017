"""The loops of a walk, each solved apart: small ones by elimination, large ones by sweeps."""

from __future__ import annotations

from functools import cached_property, partial

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Flags, Ints, Numbers
from valuegraph.analysis.networks.order import Order
from valuegraph.analysis.passes.elimination import expected_visits
from valuegraph.analysis.passes.gates import Gates
from valuegraph.analysis.passes.levels import Settle
from valuegraph.analysis.passes.sweeps import Sweeps

DENSE = 128
"""Loops of at most so many parts are solved by elimination, larger ones by sweeps."""

_AT_A_TIME = 64


class SmallLoops:
    """Loops of one size on one level, solved together.

    Args:
        rows: the places of their parts, loops x parts.
        visits: the expected visits within each loop, loops x start x part.
    """

    def __init__(self, rows: Ints, visits: Numbers) -> None:
        self.rows = rows
        self.places = rows.ravel()
        self._visits = visits

    def settle_visits(self, values: Numbers) -> None:
        """Turn arrivals at the parts into visits, in place."""
        self._apply(values, self._visits.transpose(0, 2, 1))

    def settle_values(self, values: Numbers) -> None:
        """Turn what is collected at a step into what is collected in all, in place."""
        self._apply(values, self._visits)

    def _apply(self, values: Numbers, matrices: Numbers) -> None:
        given = values[self.rows]
        if values.ndim == 1:
            values[self.rows] = (matrices @ given[:, :, None])[:, :, 0]
        else:
            values[self.rows] = matrices @ given

    def again(self, tail: Codes, head: Codes, _: Ints | None = None) -> tuple[Ints, Numbers]:
        """Return which steps are within the loops, and how often a walk is at their tails after.

        Args:
            tail, head: the places where steps begin and end.
        """
        firsts = self.rows[:, 0]
        loop = np.searchsorted(firsts, tail, side="right") - 1
        mine = np.flatnonzero((loop >= 0) & (tail - firsts[loop] < self.rows.shape[1]))
        loop, here, there = loop[mine], tail[mine], head[mine]
        return mine, self._visits[loop, there - firsts[loop], here - firsts[loop]]


class LargeLoop:
    """One loop of many parts.

    Args:
        first, size: its places.
        tail, head: the places where its steps begin and end.
        chance: the chance of each step.
        leaving: for each place, the chance that a step leaves the loop.
    """

    def __init__(
        self, first: int, size: int, tail: Codes, head: Codes, chance: Numbers, leaving: Numbers
    ) -> None:
        self.places = np.arange(first, first + size)
        self._slice = slice(first, first + size)
        self._size = size
        self._tail, self._head, self._chance = tail - first, head - first, chance
        self._leaving = leaving

    @cached_property
    def _arrivals(self) -> Sweeps:
        return Sweeps(self._size, self._head, self._tail, self._chance, self._all_leave)

    @cached_property
    def _collected(self) -> Sweeps:
        return Sweeps(self._size, self._tail, self._head, self._chance, self._all_is_collected)

    def _all_leave(self, visits: Numbers, arrivals: Numbers) -> Numbers:
        """Scale visits so that as much leaves the loop as arrives in it."""
        leaves = np.maximum(self._leaving @ visits, np.finfo(np.float64).tiny)
        scaled: Numbers = visits * (arrivals.sum(axis=0) / leaves)
        return scaled

    def _all_is_collected(self, values: Numbers, collected: Numbers) -> Numbers:
        """Shift values so that walks from everywhere collect what their visits say."""
        missing = self._often @ collected - values.mean(axis=0)
        shifted: Numbers = np.maximum(values + missing, collected)
        return shifted

    @cached_property
    def _often(self) -> Numbers:
        """How often a walk that begins anywhere is at each part."""
        return self._arrivals.solved(np.full(self._size, 1.0 / self._size))

    def settle_visits(self, values: Numbers) -> None:
        """Turn arrivals at the parts into visits, in place."""
        values[self._slice] = self._arrivals.solved(values[self._slice])

    def settle_values(self, values: Numbers) -> None:
        """Turn what is collected at a step into what is collected in all, in place."""
        values[self._slice] = self._collected.solved(values[self._slice])

    @cached_property
    def gates(self) -> Gates:
        """The loop cut open at a few parts."""
        return Gates(self._size, self._tail, self._head, self._chance, self._leaving)

    def again(self, tail: Codes, head: Codes, parts: Ints | None = None) -> tuple[Ints, Numbers]:
        """Return which steps are within the loop, and how often a walk is at their tails after.

        Args:
            tail, head: the places where steps begin and end, all steps within loops.
            parts: the only tails for which it is told, if the loop cannot be cut open at a few
                parts; for the others it is NaN.
        """
        first = self._slice.start
        mine = np.flatnonzero((tail >= first) & (tail < self._slice.stop))
        if self.gates.are_few:
            return mine, self.gates.again
        found = np.full(len(mine), np.nan)
        here, there = tail[mine] - first, head[mine] - first
        wanted = np.zeros(0, dtype=np.int64) if parts is None else parts - first
        wanted = wanted[(wanted >= 0) & (wanted < self._size)]
        column = np.full(self._size, -1)
        for low in range(0, len(wanted), _AT_A_TIME):
            chosen = wanted[low : low + _AT_A_TIME]
            unit = np.zeros((self._size, len(chosen)))
            unit[chosen, np.arange(len(chosen))] = 1.0
            visits = self._collected.solved(unit)
            column[:] = -1
            column[chosen] = np.arange(len(chosen))
            steps = np.flatnonzero(column[here] >= 0)
            found[steps] = visits[there[steps], column[here[steps]]]
        return mine, found


class Loops:
    """All loops of a walk that something leaves.

    Args:
        order: the order of parts.
        tail, head, chance: the steps within loops, in places of the order.
        leaving: for each place, the chance that a step leaves its loop.
        open_: for each loop, whether something leaves it.
    """

    def __init__(
        self,
        order: Order,
        tail: Codes,
        head: Codes,
        chance: Numbers,
        leaving: Numbers,
        open_: Flags,
    ) -> None:
        self.blocks: list[SmallLoops | LargeLoop] = []
        self.settled_visits: dict[int, Settle] = {}
        self.settled_values: dict[int, Settle] = {}
        loop = order.loop[order.part[tail]]
        level_first = order.bounds[order.level[order.loop_first]]
        small = open_ & (order.loop_size <= DENSE)
        by_level: dict[int, list[SmallLoops | LargeLoop]] = {}
        for size in np.unique(order.loop_size[small]):
            chosen = np.flatnonzero(small & (order.loop_size == size))
            chosen = chosen[np.argsort(order.loop_first[chosen])]
            rows = order.loop_first[chosen][:, None] + np.arange(size)
            steps = _steps_of(chosen, len(order.loop_first), loop)
            cube = _cube(rows, steps, tail, head, chance)
            visits = expected_visits(cube, leaving[rows])
            firsts, begin = np.unique(level_first[chosen], return_index=True)
            for first, low, high in zip(
                firsts.tolist(), begin, [*begin[1:], len(chosen)], strict=True
            ):
                by_level.setdefault(first, []).append(SmallLoops(rows[low:high], visits[low:high]))
        for number in np.flatnonzero(open_ & (order.loop_size > DENSE)):
            mine = loop == number
            first, size = int(order.loop_first[number]), int(order.loop_size[number])
            block = LargeLoop(first, size, tail[mine], head[mine], chance[mine],
                              leaving[first : first + size])  # fmt: skip
            by_level.setdefault(int(level_first[number]), []).append(block)
        for first, blocks in by_level.items():
            self.blocks += blocks
            self.settled_visits[first] = partial(_settle_visits, blocks)
            self.settled_values[first] = partial(_settle_values, blocks)

    @property
    def tangled(self) -> list[LargeLoop]:
        """Those that cannot be cut open at a few parts."""
        large = [block for block in self.blocks if isinstance(block, LargeLoop)]
        return [block for block in large if not block.gates.are_few]


def _settle_visits(blocks: list[SmallLoops | LargeLoop], values: Numbers) -> None:
    for block in blocks:
        block.settle_visits(values)


def _settle_values(blocks: list[SmallLoops | LargeLoop], values: Numbers) -> None:
    for block in blocks:
        block.settle_values(values)


def _steps_of(chosen: Ints, loops: int, loop: Codes) -> tuple[Ints, Ints]:
    """Return the steps of some loops, and for each which of the chosen loops it is in."""
    number = np.full(loops, -1)
    number[chosen] = np.arange(len(chosen))
    steps = np.flatnonzero(number[loop] >= 0)
    return steps, number[loop[steps]]


def _cube(
    rows: Ints, steps: tuple[Ints, Ints], tail: Codes, head: Codes, chance: Numbers
) -> Numbers:
    """Return the chances of steps, loops x parts x parts; parallel steps add up."""
    step, which = steps
    loops, size = rows.shape
    here, there = tail[step] - rows[which, 0], head[step] - rows[which, 0]
    flat = np.bincount(
        (which * size + here) * size + there, weights=chance[step], minlength=loops * size * size
    )
    return np.asarray(flat, dtype=np.float64).reshape(loops, size, size)
