"""Loops one by one, the shortest first; each is looked for where it can still close only."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from valuegraph.analysis.networks.columns import Arcs, Codes, Small
from valuegraph.analysis.networks.order import ordered


class Step(NamedTuple):
    """All arcs of one kind and one sign between two parts.

    Attributes:
        start, end: codes of parts.
        kind: the code of the kind of their links.
        sign: 1 or -1; 0 where they help and hinder.
        arcs: their places among the arcs.
    """

    start: int
    end: int
    kind: int
    sign: int
    arcs: tuple[int, ...]


Loop = tuple[Step, ...]


class Round:
    """The steps that lie on loops, and searches among them.

    Args:
        count: how many parts there are.
        arcs: arcs of every flow that goes round.
        signs: for each arc 1, -1 or 0.
    """

    def __init__(self, count: int, arcs: Arcs, signs: Small) -> None:
        order = ordered(count, arcs.start, arcs.end)
        inside = order.within_loops(arcs.start, arcs.end)
        rows: dict[tuple[int, int, int, int], list[int]] = {}
        columns = (arcs.start, arcs.end, arcs.kind, signs)
        for at, row in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
            if inside[at]:
                rows.setdefault(row, []).append(at)
        self._leaving: dict[int, list[Step]] = {}
        self._entering: dict[int, set[int]] = {}
        for row, places in sorted(rows.items()):
            step = Step(*row, tuple(places))
            self._leaving.setdefault(step.start, []).append(step)
            self._entering.setdefault(step.end, set()).add(step.start)
        self.parts = sorted(self._leaving)
        self.loop_of: Codes = order.loop

    def shortest(self, part: int) -> Loop | None:
        """Return a shortest loop through a part; of several, the first in the order of codes."""
        return next(self._closing([part], 0), None) if part in self._leaving else None

    def all(self) -> Iterator[Loop]:
        """Yield every loop once, the shortest first, each from its first part on."""
        return self._closing(self.parts, None)

    def _closing(self, starts: Sequence[int], lowest: int | None) -> Iterator[Loop]:
        """Yield loops through the starts that pass only parts from ``lowest`` on.

        Args:
            starts: codes of parts.
            lowest: the lowest code allowed; by default each start's own.
        """
        heap: list[tuple[int, int, int, int, Loop]] = []
        number = 0
        for start in starts:
            heappush(heap, (1, 0, number, start, ()))
            number += 1
        while heap:
            _, shallowness, _, start, steps = heappop(heap)
            if steps and steps[-1].end == start:
                yield steps
                continue
            visited = {step.end for step in steps}
            home = self._way_home(start, visited, start if lowest is None else lowest)
            for step in self._leaving[steps[-1].end if steps else start]:
                if step.end in home and step.end not in visited:
                    length = len(steps) + 1 + home[step.end]
                    heappush(heap, (length, shallowness - 1, number, start, (*steps, step)))
                    number += 1

    def _way_home(self, start: int, barred: Container[int], floor: int) -> Mapping[int, int]:
        """Return, for each part that still leads to the start, the number of steps it takes."""
        found = {start: 0}
        waiting = deque([start])
        while waiting:
            part = waiting.popleft()
            for before in self._entering.get(part, ()):
                if before >= floor and before not in found and before not in barred:
                    found[before] = found[part] + 1
                    waiting.append(before)
        return found
