"""What every way from a root passes: the tree of dominators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_UNKNOWN = -1


def dominators(root: int, following: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return for each place that the root reaches the last place every way to it passes.

    The root stands for itself. Source: Cooper, Harvey and Kennedy (2001).

    Args:
        root: where ways begin.
        following: for each place the places that follow it.
    """
    order = _last_left_first(root, following)
    rank = {place: number for number, place in enumerate(order)}
    before: list[list[int]] = [[] for _ in order]
    leads_back = False
    for number, place in enumerate(order):
        for after in following.get(place, ()):
            before[rank[after]].append(number)
            leads_back = leads_back or rank[after] <= number
    found = [0, *(_UNKNOWN for _ in order[1:])]
    changes = True
    while changes:
        changes = False
        for number in range(1, len(order)):
            common = _UNKNOWN
            for other in before[number]:
                if common == _UNKNOWN:
                    common = other if found[other] != _UNKNOWN else common
                elif found[other] != _UNKNOWN:
                    common = _meeting(found, common, other)
            if found[number] != common:
                found[number] = common
                changes = leads_back  # else one round settles all
    return {place: order[above] for place, above in zip(order, found, strict=True)}


def dominating(found: Mapping[int, int], place: int) -> list[int]:
    """Return what every way from the root to a place passes, in order, without both ends."""
    passed = []
    at = found[place]
    while found[at] != at:
        passed.append(at)
        at = found[at]
    return passed[::-1]


def _meeting(found: Sequence[int], first: int, second: int) -> int:
    while first != second:
        while first > second:
            first = found[first]
        while second > first:
            second = found[second]
    return first


def _last_left_first(root: int, following: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the places a walk in depth meets, those it leaves last first."""
    left: list[int] = []
    met = {root}
    stack = [(root, iter(following.get(root, ())))]
    while stack:
        place, ways = stack[-1]
        for after in ways:
            if after not in met:
                met.add(after)
                stack.append((after, iter(following.get(after, ()))))
                break
        else:
            left.append(place)
            stack.pop()
    return left[::-1]
