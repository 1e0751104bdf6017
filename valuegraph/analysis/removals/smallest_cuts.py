"""Smallest cuts: the fewest links, parts or sources whose loss parts an end from its starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import NONE, Codes
from valuegraph.analysis.route_finding.ways import Ways

_NEVER = 10**6


class Line(NamedTuple):
    """A link between two parts, with all its arcs: they fall together.

    Attributes:
        start, end: codes of parts.
        link: the code of the link; -1 for the chain's own rule, which cannot fall.
    """

    start: int
    end: int
    link: int


def lines_of(ways: Ways) -> list[Line]:
    """Return the links by which routes pass, in the order of their codes."""
    forward = ways.network.forward
    columns = (forward.start[ways.arc], forward.end[ways.arc], forward.link[ways.arc])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return sorted({Line(*row) for row in rows}, key=lambda line: (line.link, *line))


@dataclass(frozen=True)
class Cut:
    """What parts an end from its starts when it falls.

    Attributes:
        items: codes of the links or parts, or names of the sources, sorted.
    """

    items: tuple[int, ...] | tuple[str, ...]

    def __len__(self) -> int:
        return len(self.items)


def cut_of_links(lines: Sequence[Line], starts: Codes, end: int) -> Cut | None:
    """Return a smallest set of links that cuts an end off; nothing where no set does."""
    root, arcs = -1, list[tuple[int, int, int]]()
    for line in lines:
        arcs.append((line.start, line.end, 1 if line.link != NONE else _NEVER))
    arcs += [(root, start, _NEVER) for start in starts.tolist() if start != end]
    near = _near_side(arcs, root, end)
    if near is None:
        return None
    return Cut(tuple(sorted(
        line.link for line in lines if line.start in near and line.end not in near
    )))  # fmt: skip


def cut_of_parts(
    lines: Sequence[Line], starts: Codes, end: int, *, starts_fall: bool
) -> Cut | None:
    """Return a smallest set of parts that cuts an end off; nothing where no set does.

    Args:
        lines: the links.
        starts, end: codes of parts.
        starts_fall: whether starts are among the parts that can fall.
    """
    root = -1
    fixed = set() if starts_fall else set(starts.tolist())
    parts = {part for line in lines for part in (line.start, line.end)}
    arcs = [(2 * line.start + 1, 2 * line.end, _NEVER) for line in lines]
    arcs += [(2 * at, 2 * at + 1, _NEVER if at in fixed else 1) for at in parts]
    arcs += [(root, 2 * start, _NEVER) for start in starts.tolist() if start != end]
    near = _near_side(arcs, root, 2 * end)
    if near is None:
        return None
    return Cut(tuple(sorted(at for at in parts if 2 * at in near and 2 * at + 1 not in near)))


def cut_of_sources(
    lines: Sequence[Line], starts: Codes, end: int, sources: Mapping[int, Sequence[str]]
) -> Cut | None:
    """Return a smallest set of sources whose fall cuts an end off; nothing where none does.

    A link falls when all its sources fall; one without any does not fall. Several links may
    rest on one source, which makes this harder than other cuts: it is solved as an integer
    programme.

    Args:
        lines: the links.
        starts, end: codes of parts.
        sources: for each link its sources.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    names = sorted({name for line in lines for name in sources.get(line.link, ())})
    parts = sorted({part for line in lines for part in (line.start, line.end)})
    if end not in parts or not names:
        return None
    column = {part: len(names) + at for at, part in enumerate(parts)}
    of_name = {name: at for at, name in enumerate(names)}
    # far(end) = 1, far(start) = 0; a step from near to far needs each source of its link fallen
    entries: list[tuple[int, int, float]] = []
    row = 0
    for line in lines:
        for name in sources.get(line.link, ()) or (None,):
            entries += [(row, column[line.end], 1.0), (row, column[line.start], -1.0)]
            if name is not None:
                entries.append((row, of_name[name], -1.0))
            row += 1
    size = len(names) + len(parts)
    low, high = np.zeros(size), np.ones(size)
    high[[column[start] for start in starts.tolist() if start in column and start != end]] = 0
    low[column[end]] = 1
    rows, columns, values = (np.array(one) for one in zip(*entries, strict=True))
    matrix = coo_array((values, (rows, columns)), shape=(row, size)).tocsr()
    weights = np.concatenate((np.ones(len(names)), np.zeros(len(parts))))
    solved = milp(
        weights,
        constraints=LinearConstraint(matrix, -np.inf, 0.0),
        integrality=np.ones(size),
        bounds=Bounds(low, high),
    )
    if solved.x is None:
        return None
    return Cut(tuple(name for name in names if solved.x[of_name[name]] > 0.5))


def _near_side(arcs: Sequence[tuple[int, int, int]], root: int, end: int) -> frozenset[int] | None:
    """Return the places on the root's side of a smallest cut; nothing if none is possible."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, maximum_flow

    places = sorted({place for first, last, _ in arcs for place in (first, last)} | {root, end})
    number = {place: at for at, place in enumerate(places)}
    rows, columns = ([number[arc[side]] for arc in arcs] for side in (0, 1))
    shape = (len(places), len(places))
    room = csr_array(([arc[2] for arc in arcs], (rows, columns)), shape=shape, dtype=np.int32)
    room.sum_duplicates()
    flow = maximum_flow(room, number[root], number[end])
    if flow.flow_value >= _NEVER:
        return None
    left = room - flow.flow
    left.eliminate_zeros()
    met = breadth_first_order(left, number[root], return_predecessors=False)
    return frozenset(places[at] for at in met.tolist())
