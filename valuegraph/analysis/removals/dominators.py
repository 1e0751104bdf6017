"""What every way from a root passes: the tree of dominators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def dominators(root: int, following: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return for each place that the root reaches the last place every way to it passes.

    The root stands for itself. Source: Cooper, Harvey and Kennedy (2001).

    Args:
        root: where ways begin.
        following: for each place the places that follow it.
    """
    order = _last_left_first(root, following)
    rank = {place: number for number, place in enumerate(order)}
    before: dict[int, list[int]] = {}
    for place in order:
        for after in following.get(place, ()):
            before.setdefault(after, []).append(place)
    found = {root: root}
    changes = True
    while changes:
        changes = False
        for place in order[1:]:
            done = [other for other in before[place] if other in found]
            common = done[0]
            for other in done[1:]:
                common = _meeting(found, rank, common, other)
            if found.get(place) != common:
                found[place] = common
                changes = True
    return found


def dominating(found: Mapping[int, int], place: int) -> list[int]:
    """Return what every way from the root to a place passes, in order, without both ends."""
    passed = []
    at = found[place]
    while found[at] != at:
        passed.append(at)
        at = found[at]
    return passed[::-1]


def _meeting(found: Mapping[int, int], rank: Mapping[int, int], first: int, second: int) -> int:
    while first != second:
        while rank[first] > rank[second]:
            first = found[first]
        while rank[second] > rank[first]:
            second = found[second]
    return first


def _last_left_first(root: int, following: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the places a walk in depth meets, those it leaves last first."""
    left: list[int] = []
    met = {root}
    stack = [(root, iter(following.get(root, ())))]
    while stack:
        place, ways = stack[-1]
        after = next((at for at in ways if at not in met), None)
        if after is None:
            left.append(place)
            stack.pop()
        else:
            met.add(after)
            stack.append((after, iter(following.get(after, ()))))
    return left[::-1]
