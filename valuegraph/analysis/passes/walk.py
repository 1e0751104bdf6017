"""Walks over a network: how often they are where, and whether they meet something."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Flags, Numbers
from valuegraph.analysis.networks.order import Order, Ordering, Rows, distinct, grouped, spans
from valuegraph.analysis.passes.levels import Pass, prepared
from valuegraph.analysis.passes.loop_blocks import Loops


class Walk:
    """A walk that goes from part to part, each step with its chance.

    From a part where steps begin their chances, and what is ``lost`` there, add up to 1; where
    none begins the walk ends. Everything is in places of :attr:`order`, so that a level is a
    slice: ``order.position`` says where a part is.

    Args:
        order: levels of all parts, or what gives them when they are needed; every step outside
            loops leads down, or else up.
        count: how many parts there are.
        tail, head: codes of parts where a step begins and ends.
        chance: the chance of each step, above 0.
        upwards: whether steps lead to higher levels.
        lost: for each part, the chance that the walk is over there.

    Attributes:
        passes: how many passes over all steps were made so far.
        columns: how many numbers a part these passes worked on together.
    """

    def __init__(
        self,
        order: Order | Ordering,
        count: int,
        tail: Codes,
        head: Codes,
        chance: Numbers,
        *,
        upwards: bool = False,
        lost: Numbers | None = None,
    ) -> None:
        self._order = order
        self.count = count
        self.tail, self.head, self.chance = tail, head, chance
        self.upwards = upwards
        self.lost = lost
        self.passes = 0
        self.columns = 0

    @property
    def order(self) -> Order:
        """The levels of all parts."""
        return self._order.order if isinstance(self._order, Ordering) else self._order

    # ---- questions

    def visits(self, starts: Codes, block: Numbers | None = None) -> Numbers:
        """Return how often a walk is expected at each part, a column a start.

        In a closed loop, from which nothing leaves, the first visit of the loop counts and no
        other: the column then tells how much ends there (:meth:`closed_in`).

        Args:
            starts: codes of parts.
            block: an earlier answer that is no longer needed, to write over if it has the same
                shape: memory that is new costs as much as a pass.

        Returns:
            Places x starts; one column is returned flat.
        """
        if block is not None and block.size == self.count * len(starts):
            values = block.reshape(self.count, len(starts))
            values.fill(0.0)
        else:
            values = np.zeros((self.count, len(starts)))
        values[self.order.position[starts], np.arange(len(starts))] = 1.0
        if len(starts) == 1:
            values = values[:, 0]
        self.passes += 1
        self.columns += len(starts)
        self._down.run(values, self._loops.settled_visits if self._has_loops else {})
        return values

    def values(self, given: Numbers) -> Numbers:
        """Return what a walk from each part is expected to collect, in place.

        Args:
            given: what it collects at each place of the order, never negative; in closed loops
                nothing is.
        """
        self.passes += 1
        self._up.run(given, self._loops.settled_values if self._has_loops else {})
        return given

    def meets(self, part: Numbers, step: Flags) -> Numbers:
        """Return, for a walk from each part, the chance that it meets a set at least once.

        Args:
            part: for each part (by code), the chance that being there is to meet the set.
            step: for each step, whether taking it is to meet the set.
        """
        goes_on = 1.0 - part[self.tail]
        met = np.bincount(
            self.tail[step], weights=(self.chance * goes_on)[step], minlength=len(part)
        )
        at_once = part + met
        on = ~step & (goes_on > 0)
        lost = at_once if self.lost is None else at_once + (1.0 - part) * self.lost
        rest = Walk(
            self.order,
            self.count,
            self.tail[on],
            self.head[on],
            (self.chance * goes_on)[on],
            upwards=self.upwards,
            lost=lost,
        )
        values: Numbers = at_once[self.order.part]
        rest.values(values)
        self.passes += 1
        self.columns += 1
        return values[self.order.position]

    @cached_property
    def goes_on(self) -> Flags:
        """For each part (by code), whether steps begin there."""
        first = self.rows.first
        return np.asarray(first[1:] > first[:-1])

    @cached_property
    def ends(self) -> Codes:
        """The parts (codes) where walks end."""
        return np.flatnonzero(~self.goes_on).astype(np.int32)

    @cached_property
    def end_places(self) -> Codes | slice:
        """Their places in the order, as one slice where they stand together."""
        places = self.order.position[self.ends]
        if len(places) and (np.diff(places) == 1).all():
            return slice(int(places[0]), int(places[-1]) + 1)
        return places

    @cached_property
    def rows(self) -> Rows:
        """For each part (by code), the steps that begin there."""
        count = self.count
        if (self.tail[1:] < self.tail[:-1]).any():
            return grouped(self.tail, count)
        first = np.zeros(count + 1, dtype=np.int32)
        np.cumsum(np.bincount(self.tail, minlength=count), out=first[1:])
        return Rows(first, np.arange(len(self.tail), dtype=np.int32))

    def behind(self, starts: Codes, most: int | None = None) -> Codes | None:
        """Return the parts that walks from some parts can be at, and these, sorted.

        Args:
            starts: codes of parts.
            most: return ``None`` before so many parts are known, and steps followed, and more.
        """
        met = np.zeros(self.count, dtype=np.bool_)
        front = np.unique(starts)
        first, known = self.rows.first, 0
        while len(front):
            met[front] = True
            known += len(front)
            if most is not None and known + int((first[front + 1] - first[front]).sum()) > most:
                return None
            heads = self.head[spans(self.rows, front)]
            front = distinct(heads[~met[heads]], self.count)
        return np.flatnonzero(met).astype(np.int32)

    # ---- loops

    @property
    def _has_loops(self) -> bool:
        return self.order.is_looped

    @cached_property
    def _inside(self) -> Flags:
        return self.order.within_loops(self.tail, self.head)

    @cached_property
    def leaving(self) -> Numbers:
        """For each part on a loop (by code), the chance that a step leaves the loop there."""
        outside = ~self._inside & (self.order.loop[self.tail] >= 0)
        count = self.count
        found = np.bincount(self.tail[outside], weights=self.chance[outside], minlength=count)
        out = np.asarray(found, dtype=np.float64)
        return out if self.lost is None else out + np.where(self.order.loop >= 0, self.lost, 0.0)

    @cached_property
    def closed(self) -> Flags:
        """For each loop, whether nothing leaves it."""
        order = self.order
        on_one = order.loop >= 0
        total = np.bincount(
            order.loop[on_one], weights=self.leaving[on_one], minlength=len(order.loop_first)
        )
        return np.asarray(total <= 0)

    @cached_property
    def in_closed(self) -> Flags:
        """For each place, whether it lies in a closed loop."""
        loop = self.order.loop[self.order.part]
        found = loop >= 0
        found[found] = self.closed[loop[found]]
        return found

    def closed_in(self, visits: Numbers) -> Numbers:
        """Return for each start how much of its walk ends in closed loops."""
        if not self._has_loops:
            return np.zeros(1 if visits.ndim == 1 else visits.shape[1])
        return np.atleast_1d(visits[self.in_closed].sum(axis=0))

    @cached_property
    def tangled(self) -> Codes:
        """The parts (codes) of loops that cannot be cut open at a few parts, sorted."""
        blocks = self._loops.tangled if self._has_loops else []
        places = np.concatenate([np.zeros(0, dtype=np.intp), *(block.places for block in blocks)])
        return np.sort(self.order.part[places])

    def again(self, parts: Codes | None = None) -> Numbers:
        """Return for each step how often a walk is at its tail after the step was taken.

        That is 0 outside loops, and in closed ones, where the first visit is all that counts.

        Args:
            parts: the only tails in tangled loops for which it is told; NaN for others.
        """
        found = np.zeros(len(self.tail))
        if not self._has_loops:
            return found
        steps, position = np.flatnonzero(self._inside), self.order.position
        tail, head = position[self.tail[steps]], position[self.head[steps]]
        wanted = None if parts is None else position[parts].astype(np.int64)
        for block in self._loops.blocks:
            mine, often = block.again(tail, head, wanted)
            found[steps[mine]] = often
        return found

    def returns(self, again: Numbers | None = None) -> Numbers:
        """Return for each part (by code) how often a walk from it is there: 1 outside loops.

        Args:
            again: what :meth:`again` returned, if that is known.
        """
        known = self.again() if again is None else again
        steps = np.flatnonzero(self._inside) if self._has_loops else np.zeros(0, dtype=np.intp)
        weights = self.chance[steps] * known[steps]
        back = np.bincount(self.tail[steps], weights=weights, minlength=self.count)
        return np.asarray(1.0 + back, dtype=np.float64)

    @cached_property
    def _loops(self) -> Loops:
        inside, order = self._inside, self.order
        return Loops(
            order,
            order.position[self.tail[inside]],
            order.position[self.head[inside]],
            self.chance[inside],
            self.leaving[order.part],
            ~self.closed,
        )

    # ---- how it is done

    @cached_property
    def _down(self) -> Pass:
        cross = ~self._inside if self._has_loops else slice(None)
        return prepared(
            self.order, self.head[cross], self.tail[cross], self.chance[cross],
            upwards=self.upwards,
        )  # fmt: skip

    @cached_property
    def _up(self) -> Pass:
        cross = ~self._inside if self._has_loops else slice(None)
        return prepared(
            self.order, self.tail[cross], self.head[cross], self.chance[cross],
            upwards=not self.upwards,
        )  # fmt: skip
