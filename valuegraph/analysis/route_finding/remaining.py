"""What it still takes from a part to an end: exact, also where a route bars parts of a loop."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeAlias

import numpy as np

from valuegraph.analysis.networks.columns import Codes
from valuegraph.analysis.route_finding.ways import Amounts, Ways

_NEVER = 2**62


Option: TypeAlias = tuple[int, int, int, int]
"""A step a route can take next: its code, the part it leads to, what it costs, and what it costs,
at least, from there to an end. A bare tuple, as searches make several for each part they pass."""


class _Loop(NamedTuple):
    """How a loop is left, and walked backwards.

    Attributes:
        exits: for each part from which the loop is left, or that is an end, the rest from there.
        entering: for each part the steps within the loop that lead to it: tail and cost.
    """

    exits: Mapping[int, int]
    entering: Mapping[int, list[tuple[int, int]]]


class Remaining:
    """The least cost from each part to an end.

    A route visits no part twice, so within a loop what is left depends on where it has been.
    No step is offered from which no end can be reached any more: a search never meets a dead
    end.

    Args:
        ways: the steps.
        cost: for each step a whole number above 0.
    """

    def __init__(self, ways: Ways, cost: Amounts) -> None:
        self._ways = ways
        self._cost = cost
        self._is_looped = ways.is_looped
        self._loop = ways.order.loop
        self._loops: dict[int, _Loop] = {}
        self._options: dict[int, list[Option]] = {}
        self._nearest: dict[int, int] = {}
        self._to_go = np.full(ways.network.count, _NEVER, dtype=np.int64)
        self._to_go[ways.ends] = 0
        self._settle()
        # numbers are read one by one here, which takes an array ten times as long as a view
        columns = (ways.leaving, ways.head, cost, self._to_go)
        self._views = tuple(np.ascontiguousarray(column).data for column in columns)

    def of_all(self, parts: Codes) -> Amounts:
        """Return the least cost from each of some parts to an end."""
        return self._to_go[parts]

    def of(self, part: int) -> int:
        """Return the least cost from a part to an end."""
        return int(self._to_go[part])

    def is_on_loop(self, part: int) -> bool:
        """Tell whether a part lies on a loop."""
        return self._is_looped and bool(self._loop[part] >= 0)

    def are_on_one_loop(self, first: int, second: int) -> bool:
        """Tell whether two parts lie on the same loop."""
        return self.is_on_loop(first) and bool(self._loop[first] == self._loop[second])

    def onward(self, part: int, visited: Container[int]) -> list[Option]:
        """Return the steps from a part that still lead to an end.

        Args:
            part: where the route is.
            visited: where it has been, this part included; only parts of its loop matter.
        """
        options = self._of(part)
        if not self.is_on_loop(part):
            return options
        found = []
        around: Mapping[int, int] | None = None
        for step, head, cost, nearest in options:
            rest: int | None = nearest
            if self.are_on_one_loop(part, head):
                if head in visited:
                    continue
                if not self._is_free(head, visited):
                    if around is None:
                        around = self._around(int(self._loop[part]), visited)
                    rest = around.get(head)
            if rest is not None:
                found.append((step, head, cost, rest))
        return found

    def within(self, part: int, most: float) -> list[Option]:
        """Return the steps from a part on no loop by which an end is reached at a cost.

        Args:
            part: where the route is.
            most: the highest cost from there.
        """
        leaving, head, cost, _ = self._views
        first, last = leaving[part], leaving[part + 1]
        return [
            (step, head[step], cost[step], all_the_way - cost[step])
            for step, all_the_way in enumerate(self._all_the_way[first:last].tolist(), first)
            if all_the_way <= most
        ]

    @cached_property
    def _all_the_way(self) -> memoryview:
        """For each step from a part on no loop, the least cost of it and all that follows."""
        return (self._cost + self._to_go[self._ways.head]).data

    def _of(self, part: int) -> list[Option]:
        found = self._options.get(part)
        if found is None:
            leaving, head, cost, to_go = self._views
            first, last = leaving[part], leaving[part + 1]
            heads = head[first:last].tolist()
            rests = [to_go[reached] for reached in heads]
            costs = cost[first:last].tolist()
            found = list(zip(range(first, last), heads, costs, rests, strict=True))
            self._options[part] = found
        return found

    def _is_free(self, part: int, visited: Container[int]) -> bool:
        """Tell whether the nearest way to an end meets nothing that was visited."""
        at = part
        while self.are_on_one_loop(at, part):
            if at in visited:
                return False
            if not self._to_go[at]:
                return True
            nearest = self._nearest.get(at)
            if nearest is None:
                best = min(self._of(at), key=lambda option: option[2] + option[3])
                nearest = self._nearest[at] = best[1]
            at = nearest
        return True

    def _around(self, loop: int, visited: Container[int]) -> dict[int, int]:
        """Return the least cost from each part of a loop that does not meet visited parts."""
        exits, entering = self._parts_of(loop)
        heap = [(rest, part) for part, rest in exits.items() if part not in visited]
        heapify(heap)
        found: dict[int, int] = {}
        while heap:
            rest, part = heappop(heap)
            if part in found:
                continue
            found[part] = rest
            for tail, cost in entering.get(part, ()):
                if tail not in visited and tail not in found:
                    heappush(heap, (rest + cost, tail))
        return found

    def _parts_of(self, loop: int) -> _Loop:
        known = self._loops.get(loop)
        if known is not None:
            return known
        ways = self._ways
        exits: dict[int, int] = {}
        entering: dict[int, list[tuple[int, int]]] = {}
        for part in ways.order.loop_parts(loop).tolist():
            first, last = ways.leaving[part : part + 2].tolist()
            heads = ways.head[first:last].tolist()
            outside = []
            for head, cost in zip(heads, self._cost[first:last].tolist(), strict=True):
                if self._loop[head] == loop:
                    entering.setdefault(head, []).append((part, cost))
                else:
                    outside.append(cost + int(self._to_go[head]))
            if ways.ends[part]:
                exits[part] = 0
            elif outside:
                exits[part] = min(outside)
        return self._loops.setdefault(loop, _Loop(exits, entering))

    def _settle(self) -> None:
        """Find the least cost from every part, level by level from the last."""
        for parts, first, steps, heads in self._ways.rounds:
            costs = self._to_go[heads]
            costs += self._cost[steps]
            least = np.minimum.reduceat(costs, first)
            if not self._is_looped:
                self._to_go[parts] = np.minimum(self._to_go[parts], least)
                continue
            apart = self._loop[parts] < 0
            chosen = parts[apart]
            self._to_go[chosen] = np.minimum(self._to_go[chosen], least[apart])
            for loop in np.unique(self._loop[parts[~apart]]).tolist():
                for part, rest in self._around(loop, ()).items():
                    self._to_go[part] = rest
