"""Strengths multiplied along walks and added up: what that gives, and where it never ends."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import SIGN, Arcs, Codes, Flags, Ints, Numbers
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.levels import prepared
from valuegraph.analysis.sharing.equal_parts import split_over_arcs
from valuegraph.analysis.telling.figures import some
from valuegraph.analysis.telling.walk_words import Move, in_words
from valuegraph.errors import ChainError
from valuegraph.problems import Problem

_ENDLESS = 1e12


class RawStrengths(NamedTuple):
    """Walks from origins to one part, each worth the product of its strengths.

    Attributes:
        arcs: the forward arcs on such walks.
        weight: for each arc its part of the strength of its link; below 0 where it hinders.
        worth: for each part, what the walks from origins to it add up to.
        bound: the same with every weight above 0.
        notes: what is supposed.
    """

    arcs: Arcs
    weight: Numbers
    worth: Numbers
    bound: Numbers
    notes: tuple[Problem, ...]


def raw_strengths(network: Network, end: int) -> RawStrengths:
    """Return what strengths give when they are multiplied along the walks to one part.

    Raises:
        ChainError: the strength of a link on the way is unknown, or the sum never ends.
    """
    origins = np.flatnonzero(network.origin & network.living).astype(np.int32)
    forward, links = network.forward, network.links
    met = network.upstream(np.array([end], dtype=np.int32))[forward.end]
    met &= network.downstream(origins)[forward.start]
    strength = split_over_arcs(forward.link, links.strength, len(links))
    arcs: Arcs = forward.taken(met)
    size: Numbers = strength[met]
    if np.isnan(size).any():
        raise _unknown(network, arcs.taken(np.isnan(size)))
    sign = np.append(links.sign, 0)[arcs.link]
    weight = np.where(sign == SIGN["-"], -size, size)
    both = np.unique(arcs.link[sign == SIGN["mixed"]])
    notes = []
    if len(both):
        names = some([network.sentence(link) for link in both])
        notes.append(Problem("VG583", values={"links": names}))
    within = network.order.within_loops(arcs.start, arcs.end)
    if within.any():
        _refuse_endless(network, arcs.taken(within), size[within])
    worth = _added_up(network, arcs, weight, origins, looped=bool(within.any()))
    bound = _added_up(network, arcs, size, origins, looped=bool(within.any()))
    return RawStrengths(arcs, weight, worth, bound, tuple(notes))


def _added_up(
    network: Network, arcs: Arcs, weight: Numbers, origins: Codes, *, looped: bool
) -> Numbers:
    order = network.order
    values = np.zeros(network.count)
    values[order.position[origins]] = 1.0
    if not looped:
        prepared(order, arcs.end, arcs.start, weight, upwards=True).run(values)
        return np.asarray(values[order.position], dtype=np.float64)
    rows, columns = order.position[arcs.end], order.position[arcs.start]
    solved = _solved(rows, columns, weight, values)
    return np.asarray(solved[order.position], dtype=np.float64)


def _solved(rows: Ints, columns: Ints, weight: Numbers, given: Numbers) -> Numbers:
    """Return the solution of x = W x + given; NaN where there is none."""
    from scipy.sparse import csc_array, eye_array
    from scipy.sparse.linalg import splu

    count = len(given)
    matrix = eye_array(count, format="csc") - csc_array((weight, (rows, columns)),
                                                        shape=(count, count))  # fmt: skip
    try:
        return np.asarray(splu(matrix.tocsc()).solve(given), dtype=np.float64)
    except RuntimeError:  # singular
        return np.full(count, np.nan)


def _refuse_endless(network: Network, arcs: Arcs, size: Numbers) -> None:
    """Raise an error that names a loop if walks within loops add up without end."""
    loop = network.order.loop[arcs.start]
    for number in np.unique(loop).tolist():
        mine = loop == number
        if not _dies_out(arcs.taken(mine), size[mine]):
            words = _loop_in_words(network, arcs.taken(mine), size[mine])
            raise ChainError(Problem("VG592", values={"loop": words}), language=network.language)


def _dies_out(arcs: Arcs, size: Numbers) -> bool:
    """Tell whether walks in a loop add up: x = W x + 1 then has a solution above 0."""
    parts, places = np.unique(np.concatenate((arcs.end, arcs.start)), return_inverse=True)
    rows, columns = places[: len(arcs)], places[len(arcs) :]
    found = _solved(rows, columns, size, np.ones(len(parts)))
    fine: Flags = (found > 0) & (found < _ENDLESS)
    return bool(fine.all())


def _loop_in_words(network: Network, arcs: Arcs, size: Numbers) -> object:
    """Return the shortest loop by the strongest of these arcs."""
    strongest = int(np.argmax(size))
    start, goal = int(arcs.end[strongest]), int(arcs.start[strongest])
    came: dict[int, int] = {start: -1}
    waiting = deque([start])
    while goal not in came:
        part = waiting.popleft()
        for arc in np.flatnonzero(arcs.start == part).tolist():
            if int(arcs.end[arc]) not in came:
                came[int(arcs.end[arc])] = arc
                waiting.append(int(arcs.end[arc]))
    steps = [strongest]
    part = goal
    while part != start:
        steps.append(came[part])
        part = int(arcs.start[came[part]])
    moves = [Move(int(arcs.kind[arc]), int(arcs.end[arc])) for arc in reversed(steps)]
    return in_words(network, start, moves)


def _unknown(network: Network, arcs: Arcs) -> ChainError:
    columns = (arcs.link, arcs.start, arcs.kind, arcs.end)
    told = dict.fromkeys(zip(*(column.tolist() for column in columns), strict=True))
    names = some([network.joined(*ends) for _, *ends in told])
    values = {"links": names, "ids": [network.link_id(link) for link, *_ in told]}
    return ChainError(Problem("VG593", values=values), language=network.language)
