"""Routes one by one: in a fixed order, or the strongest first; never a step into a dead end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.budget import TimeBudget
from valuegraph.analysis.route_finding.remaining import Remaining
from valuegraph.analysis.route_finding.ways import Ways


class Walk(NamedTuple):
    """A route as codes: the part it starts at, and its steps."""

    start: int
    steps: tuple[int, ...]


class Strongest(NamedTuple):
    """The strongest routes, and how many beginnings of routes were looked at to find them."""

    walks: list[Walk]
    pops: int


class LostPlaceError(Exception):
    """A route to go on from is none of these routes."""


def in_order(ways: Ways, *, most: int | None = None, after: Walk | None = None) -> Iterator[Walk]:
    """Yield routes by their start, then step by step in the order of steps.

    Args:
        ways: the steps.
        most: the most links a route may have.
        after: begin behind this route.

    Raises:
        LostPlaceError: ``after`` is not one of these routes.
    """
    remaining = Remaining(ways, np.ones(len(ways), dtype=np.int64))
    starts = ways.starts.tolist()
    if after is not None:
        if after.start not in starts:
            raise LostPlaceError
        starts = starts[starts.index(after.start) :]
    for start in starts:
        known = after.steps if after is not None and start == after.start else ()
        yield from _from(ways, remaining, start, math.inf if most is None else most, known)


def _from(
    ways: Ways, remaining: Remaining, start: int, most: float, known: Sequence[int]
) -> Iterator[Walk]:
    ends = ways.ends
    parts, steps = [start], list[int]()
    visited = {start}
    stack = [iter(remaining.onward(start, visited))]
    for step in known:
        head = next((head for option, head, *_ in stack[-1] if option == step), None)
        if head is None:
            raise LostPlaceError
        steps.append(step)
        parts.append(head)
        visited.add(head)
        stack.append(iter(remaining.onward(head, visited)))
    while stack:
        option = next(stack[-1], None)
        if option is None:
            stack.pop()
            visited.discard(parts.pop())
            if steps:
                steps.pop()
            continue
        step, head, _, rest = option
        if len(steps) + 1 + rest <= most:
            steps.append(step)
            parts.append(head)
            visited.add(head)
            if ends[head]:
                yield Walk(start, tuple(steps))
            stack.append(iter(remaining.onward(head, visited)))


def strongest(
    ways: Ways, count: int, *, most: int | None = None, time: TimeBudget | None = None
) -> Strongest:
    """Return the strongest routes, the strongest first, of equally strong ones the shorter.

    Best first, each beginning judged by the strongest route it can become. Among equals the
    longest beginning goes first: otherwise equal strengths would be looked at in breadth, and
    there may be any number of them. So k routes of at most L links take k (L + 1) looks. Strengths
    closer than one in 10^9 count as equal.

    Args:
        ways: the steps; every strength is known.
        count: how many to return, if there are so many.
        most: the most links a route may have.
        time: what is found when it runs out is returned: the strongest all the same.
    """
    remaining = Remaining(ways, ways.costs)
    links = None
    if most is not None:
        links = Remaining(ways, np.ones(len(ways), dtype=np.int64))
    found: list[Walk] = []
    heap: list[_Beginning] = []
    for number, (start, estimate) in enumerate(_beginnings(ways, remaining, count, most)):
        heap.append(_Beginning(estimate, 0, number, 0, start, None))
    heapify(heap)
    number = len(heap)
    # a start that is no end has a route of just its estimate: if there are enough, dearer
    # ones than these come too late
    dearest = math.inf
    sure = [beginning.estimate for beginning in heap if not ways.ends[beginning.part]]
    if most is None and len(sure) >= count:
        dearest = max(sure)
    pops = 0
    while heap and len(found) < count and not (time is not None and time.runs_out()):
        beginning = heappop(heap)
        pops += 1
        part = beginning.part
        depth = beginning.shallowness - 1
        if ways.ends[part] and beginning.before is not None:
            found.append(beginning.walk())
        if remaining.is_on_loop(part):
            options = remaining.onward(part, beginning.visited(remaining))
        else:
            options = remaining.within(part, dearest - beginning.cost)
        for step, head, costs, rest in options:
            cost = beginning.cost + costs
            if cost + rest > dearest:
                continue
            if most is not None and links is not None and links.of(head) - depth > most:
                continue
            heappush(heap, _Beginning(cost + rest, depth, number, cost, head, (beginning, step)))
            number += 1
    return Strongest(found, pops)


def _beginnings(
    ways: Ways, remaining: Remaining, count: int, most: int | None
) -> list[tuple[int, int]]:
    """Return the starts that matter, and what a route from each costs at least.

    A start has a route of exactly that cost, so no more than the ``count`` best matter. This
    does not hold where routes may be too long, nor for starts that are ends: these all stay.
    """
    estimates = remaining.of_all(ways.starts)
    estimates[ways.ends[ways.starts]] = 0
    if most is None:
        kept = min(count + int((estimates == 0).sum()), len(estimates))
        worst = np.partition(estimates, kept - 1)[kept - 1] if kept else 0
        best = np.flatnonzero(estimates <= worst)
        best = best[np.argsort(estimates[best], kind="stable")][:kept]
    else:
        best = np.arange(len(estimates))
    return list(zip(ways.starts[best].tolist(), estimates[best].tolist(), strict=True))


class _Beginning(NamedTuple):
    """The beginning of a route, in the order in which beginnings are looked at.

    Attributes:
        estimate: the cost of the strongest route it can become.
        shallowness: minus its number of steps; one less once it is whole.
        number: what tells it from others.
        cost: its own cost.
        part: where it is.
        before: the beginning it prolongs, and the step that does.
    """

    estimate: int
    shallowness: int
    number: int
    cost: int
    part: int
    before: tuple[_Beginning, int] | None

    def visited(self, remaining: Remaining) -> frozenset[int]:
        """Return the parts it visited on the loop where it is."""
        parts = [self.part]
        at: _Beginning = self
        while at.before is not None and remaining.are_on_one_loop(at.before[0].part, self.part):
            at = at.before[0]
            parts.append(at.part)
        return frozenset(parts)

    def walk(self) -> Walk:
        """Return it as a route."""
        steps = []
        at: _Beginning = self
        while at.before is not None:
            at, step = at.before
            steps.append(step)
        return Walk(at.part, tuple(steps[::-1]))
