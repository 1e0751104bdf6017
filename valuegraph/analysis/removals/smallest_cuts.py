"""Smallest cuts: the fewest links, parts or sources whose loss parts an end from its starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.networks.columns import NONE, Codes, Columns, Flags, Ints
from valuegraph.analysis.route_finding.ways import Ways

_NEVER = 10**6


@dataclass(frozen=True, eq=False)
class Lines(Columns):
    """Links between two parts, each with all its arcs: they fall together.

    Attributes:
        start, end: codes of parts.
        link: the code of the link; -1 for the chain's own rule, which cannot fall.
    """

    start: Codes
    end: Codes
    link: Codes

    @property
    def real(self) -> Flags:
        """Which of them can fall."""
        return np.asarray(self.link != NONE)

    @property
    def parts(self) -> Codes:
        """The parts they join, sorted."""
        return np.unique(np.concatenate((self.start, self.end)))


def lines_of(ways: Ways) -> Lines:
    """Return the links by which routes pass, in the order of their codes."""
    forward, arc = ways.network.forward, ways.arc
    found = Lines(forward.start[arc], forward.end[arc], forward.link[arc])
    found = found.taken(np.lexsort((found.end, found.start, found.link)))
    is_new = np.zeros(len(arc), dtype=np.bool_)
    is_new[:1] = True
    for column in (found.start, found.end, found.link):
        is_new[1:] |= column[1:] != column[:-1]
    lines: Lines = found.taken(is_new)
    return lines


@dataclass(frozen=True)
class Cut:
    """What parts an end from its starts when it falls.

    Attributes:
        items: codes of the links or parts, or names of the sources, sorted.
    """

    items: tuple[int, ...] | tuple[str, ...]

    def __len__(self) -> int:
        return len(self.items)


def cut_of_links(lines: Lines, starts: Codes, end: int) -> Cut | None:
    """Return a smallest set of links that cuts an end off; nothing where no set does."""
    room = np.where(lines.real, 1, _NEVER)
    near = _near_side((lines.start, lines.end, room), starts[starts != end], end)
    if near is None:
        return None
    fallen = lines.link[near[lines.start] & ~near[lines.end]]
    return Cut(tuple(np.sort(fallen).tolist()))


def cut_of_parts(lines: Lines, starts: Codes, end: int, *, starts_fall: bool) -> Cut | None:
    """Return a smallest set of parts that cuts an end off; nothing where no set does.

    Args:
        lines: the links.
        starts, end: codes of parts.
        starts_fall: whether starts are among the parts that can fall.
    """
    parts = lines.parts
    stays = np.isin(parts, starts) & (not starts_fall)
    # a part is a step from its entrance, twice its code, to its exit
    arcs = (
        np.concatenate((2 * lines.start + 1, 2 * parts)),
        np.concatenate((2 * lines.end, 2 * parts + 1)),
        np.concatenate((np.full(len(lines), _NEVER), np.where(stays, _NEVER, 1))),
    )
    near = _near_side(arcs, 2 * starts[starts != end], 2 * end)
    if near is None:
        return None
    return Cut(tuple(parts[near[2 * parts] & ~near[2 * parts + 1]].tolist()))


def cut_of_sources(
    lines: Lines, starts: Codes, end: int, sources: Mapping[int, Sequence[str]]
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

    names = sorted({name for link in lines.link.tolist() for name in sources.get(link, ())})
    parts = lines.parts.tolist()
    if end not in parts or not names:
        return None
    column = {part: len(names) + at for at, part in enumerate(parts)}
    of_name = {name: at for at, name in enumerate(names)}
    # far(end) = 1, far(start) = 0; a step from near to far needs each source of its link fallen
    entries: list[tuple[int, int, float]] = []
    row = 0
    columns_of_lines = (lines.start.tolist(), lines.end.tolist(), lines.link.tolist())
    for start, after, link in zip(*columns_of_lines, strict=True):
        for name in sources.get(link, ()) or (None,):
            entries += [(row, column[after], 1.0), (row, column[start], -1.0)]
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


def _near_side(arcs: tuple[Ints, Ints, Ints], starts: Ints, end: int) -> Flags | None:
    """Return for each place whether it is on the starts' side of a smallest cut.

    Args:
        arcs: for each arc the places it joins, and how much it lets through.
        starts, end: places.

    Returns:
        Nothing if no cut is possible.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, maximum_flow

    tails, heads, room = arcs
    places = np.unique(np.concatenate((tails, heads, starts, [end])))
    number = np.zeros(int(places[-1]) + 1, dtype=np.int32)
    number[places] = np.arange(len(places), dtype=np.int32)
    root = len(places)
    rows = np.concatenate((np.full(len(starts), root), number[tails]))
    columns = number[np.concatenate((starts, heads))]
    lets = np.concatenate((np.full(len(starts), _NEVER), room)).astype(np.int32)
    network = csr_array((lets, (rows, columns)), shape=(root + 1, root + 1))
    flow = maximum_flow(network, root, int(number[end]))
    if flow.flow_value >= _NEVER:
        return None
    left = network - flow.flow
    left.eliminate_zeros()
    met = breadth_first_order(left, root, return_predecessors=False)
    near = np.zeros(len(number), dtype=np.bool_)
    near[places[met[met != root]]] = True
    return near
