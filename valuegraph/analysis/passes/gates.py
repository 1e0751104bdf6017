"""How often a walk in a large loop comes back: the loop is cut open at a few parts, its gates."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.networks.order import lines, ordered
from valuegraph.analysis.passes.depth_first import left_last_first
from valuegraph.analysis.passes.elimination import expected_visits
from valuegraph.analysis.passes.levels import prepared

MOST_GATES = 1_500
_MOST_NUMBERS = 2**26
_AT_A_TIME = 256


class Gates:
    """A loop whose steps all lead on in an order, but for those into a few gates.

    Between two gates a walk only leads on, which takes one pass; from gate to gate it is a walk
    of a few places, solved by elimination. So everything is a sum of positive numbers.

    Args:
        size: how many parts the loop has.
        tail, head: places in the loop where its steps begin and end.
        chance: the chance of each step.
        leaving: for each place, the chance that a step leaves the loop.
    """

    def __init__(
        self, size: int, tail: Codes, head: Codes, chance: Numbers, leaving: Numbers
    ) -> None:
        self._size, self._tail, self._head = size, tail, head
        self._chance, self._leaving = chance, leaving
        listed = np.arange(size, dtype=np.int32)
        left = left_last_first(lines(tail, head, size), range(size))
        rank = np.empty(size, dtype=np.int32)
        rank[left] = listed
        ranks = (listed, rank)
        backs = [rank[head] <= rank[tail] for rank in ranks]
        self._back = min(backs, key=lambda back: len(np.unique(head[back])))
        self._gate = np.unique(head[self._back])

    def __len__(self) -> int:
        return len(self._gate)

    @property
    def are_few(self) -> bool:
        """Whether there are few enough to be worth it."""
        return len(self) <= MOST_GATES and len(self) * self._size <= _MOST_NUMBERS

    @cached_property
    def again(self) -> Numbers:
        """For each step, how often a walk is at its tail after the step was taken."""
        size, back, gate = self._size, self._back, self._gate
        ahead = ~back
        tail, head, chance = self._tail[ahead], self._head[ahead], self._chance[ahead]
        order = ordered(size, head, tail)
        place = order.position
        collecting = prepared(order, tail, head, chance, upwards=True)
        visiting = prepared(order, head, tail, chance, upwards=False)
        number = np.full(size, -1)
        number[gate] = np.arange(len(gate))
        into = np.zeros((size, len(gate)))
        which = number[self._head[back]]
        np.add.at(into, (place[self._tail[back]], which), self._chance[back])
        for first in range(0, len(gate), _AT_A_TIME):
            block = np.ascontiguousarray(into[:, first : first + _AT_A_TIME])
            collecting.run(block)
            into[:, first : first + _AT_A_TIME] = block
        leaving = self._leaving[order.part].copy()
        collecting.run(leaving)
        at = place[gate]
        into = into @ expected_visits(into[at][None], leaving[at][None])[0]
        found = np.zeros(len(self._tail))
        heads, tails = place[self._head], place[self._tail]
        entered = number[self._head[back]]
        backs = np.flatnonzero(back)
        for first in range(0, len(gate), _AT_A_TIME):
            last = min(first + _AT_A_TIME, len(gate))
            block = np.zeros((size, last - first))
            block[at[first:last], np.arange(last - first)] = 1.0
            visiting.run(block)
            found += np.einsum("ij,ij->i", into[:, first:last][heads], block[tails])
            mine = (entered >= first) & (entered < last)
            found[backs[mine]] += block[tails[backs[mine]], entered[mine] - first]
        return found
