"""What passes by every link of a chain at once, and the route that most of it follows."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.network import Asked
from valuegraph.analysis.networks.columns import NONE
from valuegraph.analysis.sharing.asked import Question, asked

Pair = tuple[str, str]
"""The ids of the parts that a step joins, along the arrows."""

_TIE = 12  # decimals: chances closer than that count as equal


@dataclass(frozen=True)
class Passing:
    """How much of what a chain leads to passes by each link, read with equal shares.

    Attributes:
        links: for each link by which something passes, the mean over all impacts and margins
            that something leads to of the share that passes by it, 0 to 1.
        rules: the same for the chain's own rules, which are no links: by the ids of their ends.
        route: the ids of the parts of the likeliest single walk back, along the arrows; empty
            if nothing leads from an origin to an impact.
        equalled: whether other walks are as likely as that one.
    """

    links: Mapping[str, float]
    rules: Mapping[Pair, float]
    route: tuple[str, ...]
    equalled: bool


def passing(chain: Asked, *, status: str | Iterable[str] | None = None) -> Passing:
    """Return what passes by every link when each impact is shared out in equal parts.

    Args:
        chain: a chain, or its network.
        status: statuses to keep; all but refuted by default.

    Returns:
        Shares as :func:`valuegraph.analysis.through.through` gives for single links, averaged
        over the impacts. What hinders is left out. It is a reading of the diagram, not a
        measurement of the impact.
    """
    question = asked(
        chain, of=None, basis="equal", unknown="equal", supports="accompany", status=status
    )
    share = _each_step(question)
    network, arcs = question.network, question.cone.arcs
    links: dict[str, float] = {}
    rules: dict[Pair, float] = {}
    columns = (arcs.link.tolist(), arcs.start.tolist(), arcs.end.tolist(), share.tolist())
    for link, start, end, part in zip(*columns, strict=True):
        if part <= 0:
            continue
        if link != NONE:
            key = network.link_id(link)
            links[key] = links.get(key, 0.0) + part
        else:
            pair = network.id(start), network.id(end)
            rules[pair] = rules.get(pair, 0.0) + part
    route, equalled = _likeliest(question)
    return Passing(links, rules, tuple(network.ids(route)), equalled)


def widest_route(steps: Iterable[tuple[str, str, float]], ends: Iterable[str]) -> tuple[str, ...]:
    """Return the route whose smallest step is the greatest; of equal ones, the shorter.

    Args:
        steps: the ids of two parts and what passes from one to the other, above 0.
        ends: where routes stop. They begin wherever no step leads to.

    Returns:
        The ids of its parts; empty if there is none.
    """
    before: dict[str, list[tuple[str, float]]] = {}
    for start, end, amount in steps:
        before.setdefault(end, []).append((start, amount))
    heap: list[tuple[float, int, tuple[str, ...]]] = [
        (-math.inf, 0, (end,)) for end in sorted(ends) if end in before
    ]
    done: set[str] = set()
    while heap:
        smallest, length, route = heapq.heappop(heap)
        if route[0] in done:
            continue
        done.add(route[0])
        if route[0] not in before:
            return route
        for start, amount in before[route[0]]:
            if start not in route:
                heapq.heappush(heap, (max(smallest, -amount), length + 1, (start, *route)))
    return ()


def _each_step(question: Question) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return for each step of the walk the mean share of the impacts that passes by it."""
    walk, count = question.cone.walk, len(question.of)
    total = np.zeros(len(walk.tail))
    if not count:
        return total
    if question.network.order.is_looped:
        # A walk may come by a step of a loop again: each is asked whether it is met at all.
        nobody = np.zeros(question.network.count)
        for step in range(len(total)):
            flags = np.zeros(len(total), dtype=np.bool_)
            flags[step] = True
            total[step] = question.meets(nobody, flags).mean()
        return total
    for _, visits in question.blocks():
        total += (visits[walk.order.position[walk.tail]] * walk.chance[:, None]).sum(axis=1)
    return total / count


def _likeliest(question: Question) -> tuple[list[int], bool]:
    """Return the parts of the likeliest walk from an impact back to an origin, origin first.

    With them comes whether others are as likely: of these it is the shortest.
    """
    network = question.network
    onward = _chances(question)
    wholes = set(question.of.tolist())
    cost_of = dict.fromkeys(wholes, 0.0)
    heap: list[tuple[float, int, tuple[int, ...]]] = [(0.0, 0, (whole,)) for whole in wholes]
    heapq.heapify(heap)
    best = math.inf
    found: list[int] = []
    origins: list[int] = []
    done: set[int] = set()
    while heap and heap[0][0] <= best:
        cost, length, route = heapq.heappop(heap)
        part = route[0]
        if part in done:
            continue
        done.add(part)
        if network.origin[part]:
            best = cost
            origins.append(part)
            found = found or list(route)
            continue
        for head, chance in onward.get(part, {}).items():
            farther = _farther(cost, chance)
            cost_of[head] = min(farther, cost_of.get(head, math.inf))
            heapq.heappush(heap, (farther, length + 1, (head, *route)))
    return found, len(origins) > 1 or _forks(origins, onward, cost_of, wholes)


def _forks(
    origins: list[int],
    onward: dict[int, dict[int, float]],
    cost_of: dict[int, float],
    wholes: set[int],
) -> bool:
    """Tell whether more than one of the cheapest walks leads to an origin."""
    before: dict[int, list[int]] = {}
    for part, steps in onward.items():
        for head, chance in steps.items():
            if part in cost_of and _farther(cost_of[part], chance) == cost_of.get(head):
                before.setdefault(head, []).append(part)
    waiting, seen = list(origins), set(origins)
    while waiting:
        part = waiting.pop()
        earlier = before.get(part, [])
        if len(earlier) + (part in wholes) > 1:
            return True
        waiting += [each for each in earlier if each not in seen]
        seen.update(earlier)
    return False


def _chances(question: Question) -> dict[int, dict[int, float]]:
    """Return for each part the chances to walk on to others, parallel steps together."""
    walk, parts = question.cone.walk, question.cone.parts
    onward: dict[int, dict[int, float]] = {}
    steps = (parts[walk.tail].tolist(), parts[walk.head].tolist(), walk.chance.tolist())
    for tail, head, chance in zip(*steps, strict=True):
        reached = onward.setdefault(tail, {})
        reached[head] = reached.get(head, 0.0) + chance
    return onward


def _farther(cost: float, chance: float) -> float:
    return round(cost - math.log(min(1.0, chance)), _TIE)
