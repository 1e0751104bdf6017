"""Walks over the arcs of a chain: what is reached, which parts form loops, the shortest loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from valuegraph.model.routing import Arc

Following = Mapping[str, Sequence[Arc]]
"""A part's id -> the arcs that leave it, in a fixed order."""


def following(arcs: Iterable[Arc]) -> dict[str, list[Arc]]:
    """Return the arcs by the part they leave; those that differ only by their cells are one."""
    found: dict[str, list[Arc]] = {}
    seen: set[tuple[str, str, str]] = set()
    for arc in arcs:
        ends = (arc.start, arc.kind, arc.end)
        if ends not in seen:
            seen.add(ends)
            found.setdefault(arc.start, []).append(arc)
    return found


def reached(starts: Iterable[str], arcs: Following) -> set[str]:
    """Return the ids of the parts that a walk from ``starts`` meets, the starts included."""
    met = set(starts)
    waiting = list(met)
    while waiting:
        for arc in arcs.get(waiting.pop(), ()):
            if arc.end not in met:
                met.add(arc.end)
                waiting.append(arc.end)
    return met


def loops(arcs: Following) -> list[frozenset[str]]:
    """Return the sets of parts that lie on loops together (strongly connected components).

    A part that is only linked with itself is in none. Source: Tarjan (1972), without
    recursion.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    pending: list[str] = []
    is_pending: set[str] = set()
    found: list[frozenset[str]] = []
    for root in arcs:
        if root in number:
            continue
        walk: list[tuple[str, Iterator[Arc]]] = [(root, iter(arcs.get(root, ())))]
        number[root] = lowest[root] = len(number)
        pending.append(root)
        is_pending.add(root)
        while walk:
            part, leaving = walk[-1]
            arc = next(leaving, None)
            if arc is None:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    lowest[before] = min(lowest[before], lowest[part])
                if lowest[part] == number[part]:
                    members = _popped_to(part, pending)
                    is_pending.difference_update(members)
                    if len(members) > 1:
                        found.append(frozenset(members))
            elif arc.end not in number:
                number[arc.end] = lowest[arc.end] = len(number)
                pending.append(arc.end)
                is_pending.add(arc.end)
                walk.append((arc.end, iter(arcs.get(arc.end, ()))))
            elif arc.end in is_pending:
                lowest[part] = min(lowest[part], number[arc.end])
    return found


def _popped_to(part: str, pending: list[str]) -> list[str]:
    members = [pending.pop()]
    while members[-1] != part:
        members.append(pending.pop())
    return members


def shortest_loop(start: str, arcs: Following, within: frozenset[str]) -> list[Arc]:
    """Return the arcs of the shortest loop from ``start`` to itself inside ``within``.

    Of loops equally short, the one whose arcs come first; nothing if there is none.
    """
    came_by: dict[str, Arc] = {}
    waiting = deque([start])
    while waiting:
        part = waiting.popleft()
        for arc in arcs.get(part, ()):
            if arc.end == start and part != start:
                return _walked_back(arc, start, came_by)
            if arc.end in within and arc.end not in came_by and arc.end != start:
                came_by[arc.end] = arc
                waiting.append(arc.end)
    return []


def _walked_back(last: Arc, start: str, came_by: Mapping[str, Arc]) -> list[Arc]:
    walked = [last]
    while walked[-1].start != start:
        walked.append(came_by[walked[-1].start])
    return walked[::-1]
