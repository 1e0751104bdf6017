"""How many routes there are: exact whole numbers of any size, where nothing goes round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.networks.kernels import add_product
from valuegraph.analysis.route_finding.ways import Amounts, Ways

_EXACT = 2.0**53
"""Sums of whole numbers that stay below this are the same in floats as in integers."""

_SAFE = 2.0**62
"""Below this floats, though rounded, prove that 64 bits are enough."""

_MOST_CELLS = 4_000_000


def total(ways: Ways, *, most: int | None = None) -> int:
    """Return the number of routes.

    Args:
        ways: steps without loops.
        most: count only routes of at most so many links.
    """
    if most is not None:
        return sum(by_length(ways, most=most).values())
    ends = np.flatnonzero(ways.ends).astype(np.int32)
    counted = _counted(ways, [ends])
    standing = int(ways.ends[ways.starts].sum())
    if counted is None:
        onward = _one_by_one(ways, ends)
        return sum(map(onward.__getitem__, ways.starts.tolist())) - standing
    return int(counted[ways.order.position[ways.starts]].sum()) - standing


def by_pair(ways: Ways) -> dict[tuple[int, int], int]:
    """Return the number of routes from each start to each end; pairs without any have no entry.

    Args:
        ways: steps without loops.
    """
    ends = np.flatnonzero(ways.ends).astype(np.int32)
    found: dict[tuple[int, int], int] = {}
    starts = ways.starts.tolist()
    width = max(1, _MOST_CELLS // max(1, ways.network.count))
    for first in range(0, len(ends), width):
        block = ends[first : first + width]
        for end, onward in zip(
            block.tolist(), _onward(ways, [block[at : at + 1] for at in range(len(block))]),
            strict=True,
        ):  # fmt: skip
            found |= {(at, end): onward[at] for at in starts if at != end and onward[at]}
    return dict(sorted(found.items()))


def by_length(ways: Ways, *, most: int | None = None) -> dict[int, int]:
    """Return the number of routes of each number of links, shortest first.

    Args:
        ways: steps without loops.
        most: count only routes of at most so many links.
    """
    count = ways.network.count
    table = (ways.leaving, ways.head, np.ones(len(ways), dtype=np.int64))
    widest = int(np.diff(ways.leaving).max(initial=0))
    numbers: Any = ways.ends.astype(np.int64)
    found: dict[int, int] = {}
    length = 0
    while (largest := numbers.max(initial=0)) and length != most:
        length += 1
        if int(largest) * widest >= _SAFE:
            numbers = numbers.astype(object)
        longer = np.zeros(count, dtype=numbers.dtype)
        if numbers.dtype == object:
            np.add.at(longer, ways.tail, numbers[ways.head])
        else:
            add_product(table, (0, count), numbers, longer)
        numbers = longer
        here = sum(numbers[ways.starts].tolist())
        if here:
            found[length] = here
    return found


def by_circuit(ways: Ways, *, most: int | None = None) -> dict[int, int]:
    """Return, for each circuit that is crossed, the number of routes that cross it.

    A route may cross several. The entry -1 counts those that cross none.

    Args:
        ways: steps without loops.
        most: count only routes of at most so many links.
    """
    everything = total(ways, most=most)
    crossed = np.unique(ways.network.forward.circuit[ways.arc])
    found: dict[int, int] = {}
    on_none = np.zeros(len(ways), dtype=np.bool_)
    for circuit in crossed[crossed >= 0].tolist():
        steps = ways.crossing(circuit)
        found[circuit] = everything - total(ways.without(steps), most=most)
        on_none |= steps
    return {**found, -1: total(ways.without(on_none), most=most)}


def _onward(ways: Ways, ends: list[Codes]) -> list[list[int]]:
    """Return, for each set of ends, how many walks lead from each part to one of them."""
    counted = _counted(ways, ends)
    if counted is None:
        return [_one_by_one(ways, chosen) for chosen in ends]
    by_part = np.atleast_2d(counted.T)[:, ways.order.position]
    return [column.astype(np.int64).tolist() for column in by_part]


def _counted(ways: Ways, ends: list[Codes]) -> Amounts | Numbers | None:
    """Return how many walks lead from each place to each set of ends.

    Returns:
        Places x sets of ends, of one set flat: floats as long as all of them are whole numbers
        to the last digit, then integers; ``None`` if 64 bits may not be enough.
    """
    floats: Numbers = _seeded(ways, ends, np.float64)
    ways.pass_back.run(floats)
    largest = float(floats.sum(axis=0).max(initial=0))
    if largest < _EXACT:
        return floats
    if largest >= _SAFE:
        return None
    integers = _seeded(ways, ends, np.int64)
    weight: Any = ways.pass_back.weight.astype(np.int64)
    replace(ways.pass_back, weight=weight).run(integers)
    counted: Amounts = integers
    return counted


def _seeded(ways: Ways, ends: list[Codes], number: type) -> Any:
    seeds: Any = np.zeros((ways.network.count, len(ends)), dtype=number)
    for column, chosen in enumerate(ends):
        seeds[ways.order.position[chosen], column] = 1
    return seeds[:, 0] if len(ends) == 1 else seeds


def _one_by_one(ways: Ways, ends: Codes) -> list[int]:
    onward = [0] * ways.network.count
    for end in ends.tolist():
        onward[end] = 1
    first, heads = ways.leaving.tolist(), ways.head.tolist()
    for part in ways.order.part[::-1].tolist():
        if first[part] != first[part + 1]:
            onward[part] += sum(onward[head] for head in heads[first[part] : first[part + 1]])
    return onward
