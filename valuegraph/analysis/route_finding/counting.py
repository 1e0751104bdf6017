"""How many routes there are: exact whole numbers of any size, where nothing goes round."""

from __future__ import annotations

from typing import Any

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.passes.levels import Pass, prepared
from valuegraph.analysis.route_finding.ways import Ways

_SAFE = 2.0**62
"""Below this a float shadow, which is exact to 53 bits, proves that 64 bits are enough."""

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
    onward = _onward(ways, [ends])[0]
    return sum(onward[start] - ways.ends[start].item() for start in ways.starts.tolist())


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
    from scipy.sparse import csr_array

    count = ways.network.count
    shape = (count, count)
    ones = np.ones(len(ways), dtype=np.int64)
    steps = csr_array((ones, ways.head, ways.leaving), shape=shape)
    numbers: Any = ways.ends.astype(np.int64)
    found: dict[int, int] = {}
    length = 0
    while numbers.any() and length != most:
        length += 1
        if numbers.dtype != object and (steps @ numbers.astype(np.float64)).max(initial=0) >= _SAFE:
            numbers = numbers.astype(object)
        if numbers.dtype == object:
            longer = np.zeros(count, dtype=object)
            np.add.at(longer, ways.tail, numbers[ways.head])
            numbers = longer
        else:
            numbers = steps @ numbers
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
    count = ways.network.count
    position = ways.order.position
    seeds = np.zeros((count, len(ends)), dtype=np.int64)
    for column, chosen in enumerate(ends):
        seeds[position[chosen], column] = 1
    shadow = seeds.astype(np.float64)
    _pass(ways, np.float64).run(shadow)
    if shadow.sum(axis=0).max(initial=0) < _SAFE:
        _pass(ways, np.int64).run(seeds)  # type: ignore[arg-type]  # the kernels know both
        return [column.tolist() for column in seeds[position].T]
    return [_one_by_one(ways, chosen) for chosen in ends]


def _pass(ways: Ways, number: type) -> Pass:
    weights: Numbers = np.ones(len(ways), dtype=number)
    return prepared(ways.order, ways.tail, ways.head, weights, upwards=False)


def _one_by_one(ways: Ways, ends: Codes) -> list[int]:
    onward = [0] * ways.network.count
    for end in ends.tolist():
        onward[end] = 1
    first, heads = ways.leaving.tolist(), ways.head.tolist()
    for part in ways.order.part[::-1].tolist():
        if first[part] != first[part + 1]:
            onward[part] += sum(onward[head] for head in heads[first[part] : first[part + 1]])
    return onward
