"""Where walks end, in exact fractions: the equations of a walk, solved by elimination."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction

State = Hashable
Steps = Mapping[State, list[tuple[Fraction, State]]]
"""For each state, steps with their shares; a state without steps is an end."""


def ends(steps: Steps, start: State) -> dict[str, Fraction]:
    """Return where walks end, exactly; those that never end are ``circular``.

    Args:
        steps: for each state, steps with their shares; a state without steps is an end.
        start: where walks begin.
    """
    finishing = {state for found in steps.values() for _, state in found} - steps.keys()
    if start not in steps:
        return {str(start): Fraction(1)}
    before: dict[State, set[State]] = {}
    for state, found in steps.items():
        for share, head in found:
            if share:
                before.setdefault(head, set()).add(state)
    finite, waiting = set(), list(finishing)
    while waiting:
        for state in before.get(waiting.pop(), ()):
            if state not in finite:
                finite.add(state)
                waiting.append(state)
    places = {state: place for place, state in enumerate(finite)}
    visits = _visits(steps, places, start)
    told: dict[str, Fraction] = {}
    for state, often in visits.items():
        for share, head in steps[state]:
            if head in finishing and share * often:
                told[str(head)] = told.get(str(head), Fraction(0)) + share * often
    left = 1 - sum(told.values(), Fraction(0))
    return told | ({"circular": left} if left else {})


def _visits(steps: Steps, places: Mapping[State, int], start: State) -> dict[State, Fraction]:
    """Return how often walks are at each state: v = e + Q' v, solved in fractions."""
    if start not in places:
        return {}
    size = len(places)
    rows = [[Fraction(int(row == column)) for column in range(size)] + [Fraction(0)]
            for row in range(size)]  # fmt: skip
    rows[places[start]][size] = Fraction(1)
    for state, place in places.items():
        for share, head in steps[state]:
            if head in places:
                rows[places[head]][place] -= share
    for pivot in range(size):
        swap = next(row for row in range(pivot, size) if rows[row][pivot])
        rows[pivot], rows[swap] = rows[swap], rows[pivot]
        lead = rows[pivot][pivot]
        rows[pivot] = [value / lead for value in rows[pivot]]
        for row in range(size):
            factor = rows[row][pivot]
            if row != pivot and factor:
                pairs = zip(rows[row], rows[pivot], strict=True)
                rows[row] = [value - factor * top for value, top in pairs]
    return {state: rows[place][size] for state, place in places.items()}
