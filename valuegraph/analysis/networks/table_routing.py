"""Links of a table routed through modalities, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import (
    LINK_KIND,
    NONE,
    PART_KIND,
    WAY,
    WAY_OF_KIND,
    Arcs,
    Codes,
    Flags,
    Ints,
    Links,
    Parts,
    constant,
)
from valuegraph.analysis.networks.kernels import by_column, by_row
from valuegraph.analysis.networks.order import grouped

_OF_NO_LINK = np.int8(LINK_KIND["contributes"])
"""The kind of the arcs into a margin to which nothing is said to contribute."""


class Naming(NamedTuple):
    """What modalities name: ``modality[i]`` names the resource, impact or margin ``part[i]``."""

    modality: Codes
    part: Codes


def routed(parts: Parts, links: Links, naming: Naming, living: Flags, kept: Flags) -> Arcs:
    """Return the arcs between living parts by links that are kept, by end and start.

    It follows the same rules as :func:`valuegraph.model.routing.arcs`.

    Args:
        parts, links: the columns; the last part is the whole chain.
        naming: the parts that modalities name.
        living, kept: for each part, and each link, whether it is not left out.
    """
    pieces: list[_Piece] = []
    left = kept.copy()
    to_all = left & (links.end == len(parts) - 1) & (links.kind == LINK_KIND["supports"])
    if to_all.any():
        pieces.append(_to_every_activity(parts, links, _codes(to_all), living))
        left &= ~to_all
    cells = np.flatnonzero((parts.kind == PART_KIND["modality"]) & living).astype(np.int32)
    for kind, way in (("feeds", "receives"), ("contributes", "gives")):
        of_way = cells[parts.way[cells] == WAY[way]]
        if not len(of_way):
            continue
        routable = left & (links.kind == LINK_KIND[kind]) & (links.circuit == NONE)
        if routable.any():
            mine = _codes(routable)
            owner, other = links.end[mine], links.start[mine]
            if kind == "contributes":
                owner, other = other, owner
            row, cell = _through(parts, of_way, naming, owner, other)
            chosen = mine[row]
            pieces.append(_Piece(links.start[chosen], links.end[chosen], chosen, cell))
            left &= ~routable
    pieces.append(_direct(links, left))
    pieces += _into_margins(parts, links, naming, cells, living)
    piece = pieces[0] if len(pieces) == 1 else _joined(pieces)
    return _arcs(parts, links, piece)


class _Piece(NamedTuple):
    start: Ints
    end: Ints
    link: Ints
    cell: Ints


def _codes(flags: Flags) -> Codes:
    return np.flatnonzero(flags).astype(np.int32)


def _direct(links: Links, chosen: Flags) -> _Piece:
    """Return the ways of links that cross no modality of their ends."""
    rows: Any = slice(None) if chosen.all() else _codes(chosen)
    link = np.arange(len(chosen), dtype=np.int32)[rows]
    cell = constant(NONE, len(link), np.int32)
    return _Piece(links.start[rows], links.end[rows], link, cell)


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    return _Piece(*(np.concatenate(columns) for columns in zip(*pieces, strict=True)))


def _arcs(parts: Parts, links: Links, piece: _Piece) -> Arcs:
    count = len(parts)
    crosses = (piece.cell != NONE).any()
    carried = np.arange(len(piece.link), dtype=np.int32) if crosses else piece.link
    by_start, ends, carried = by_row(piece.start, piece.end, carried, count)
    first, start, carried = by_column(by_start, ends, carried, count)
    end = np.repeat(np.arange(count, dtype=np.int32), np.diff(first))
    link = (piece.link[carried] if crosses else carried).astype(np.int32, copy=False)
    kind = np.append(links.kind, _OF_NO_LINK)[link]
    if (links.circuit == NONE).all():
        circuit = constant(NONE, len(link), np.int32)
        way = constant(0, len(link), np.int8)
    else:
        circuit = np.append(links.circuit, NONE)[link]
        way = np.where(circuit == NONE, 0, WAY_OF_KIND[kind]).astype(np.int8)
    if not crosses:
        return Arcs(start, end, link, kind, constant(NONE, len(link), np.int32), circuit, way)
    cell = piece.cell[carried].astype(np.int32, copy=False)
    circuit = np.where(cell == NONE, circuit, parts.circuit[cell])
    way = np.where(cell == NONE, way, parts.way[cell])
    return Arcs(start, end, link, kind, cell, circuit, way)


def _through(
    parts: Parts, cells: Codes, naming: Naming, owner: Ints, other: Ints
) -> tuple[Codes, Codes]:
    """Return the ways of links through cells: which link, and which cell (-1 for directly).

    Args:
        parts: the columns of parts.
        cells: the modalities of one way.
        naming: the parts they name.
        owner: for each link, the activity whose cells it may cross.
        other: for each link, the part at its other end.
    """
    count = len(parts)
    mine = np.isin(naming.modality, cells)
    named_cell, named_part = naming.modality[mine], naming.part[mine]
    key = parts.activity[named_cell].astype(np.int64) * count + named_part
    by_key = np.lexsort((named_cell, key))
    key, named_cell = key[by_key], named_cell[by_key]
    wanted = owner.astype(np.int64) * count + other
    low = np.searchsorted(key, wanted)
    named = np.searchsorted(key, wanted, side="right") - low
    open_cells = cells[~np.isin(cells, naming.modality)]
    by_owner = grouped(parts.activity[open_cells], count)
    open_count = by_owner.first[owner + 1] - by_owner.first[owner]
    ways = np.where(named > 0, named, np.maximum(open_count, 1))
    row = np.repeat(np.arange(len(owner)), ways)
    number = np.arange(len(row)) - np.repeat(np.cumsum(ways) - ways, ways)
    cell = np.full(len(row), NONE, dtype=np.int32)
    by_name = (named > 0)[row]
    cell[by_name] = named_cell[(low[row] + number)[by_name]]
    by_open = ~by_name & (open_count > 0)[row]
    places = (by_owner.first[owner][row] + number)[by_open]
    cell[by_open] = open_cells[by_owner.entry[places]]
    return row.astype(np.int32), cell


def _to_every_activity(parts: Parts, links: Links, link: Codes, living: Flags) -> _Piece:
    activities = np.flatnonzero((parts.kind == PART_KIND["activity"]) & living).astype(np.int32)
    repeated = np.repeat(link, len(activities))
    ends = np.tile(activities, len(link))
    direct = np.full(len(ends), NONE, dtype=np.int32)
    return _Piece(links.start[repeated], ends, repeated, direct)


def _into_margins(
    parts: Parts, links: Links, naming: Naming, cells: Codes, living: Flags
) -> list[_Piece]:
    """Return the arcs into margins to which nothing is said to contribute."""
    margins = np.flatnonzero((parts.kind == PART_KIND["margin"]) & living)
    if not len(margins):
        return []
    named = links.end[links.kind == LINK_KIND["contributes"]]
    margins = margins[~np.isin(margins, named)].astype(np.int32)
    activities = np.flatnonzero((parts.kind == PART_KIND["activity"]) & living).astype(np.int32)
    if not len(margins) * len(activities):
        return []
    owner = np.tile(activities, len(margins))
    other = np.repeat(margins, len(activities))
    giving = cells[parts.way[cells] == WAY["gives"]]
    row, cell = _through(parts, giving, naming, owner, other)
    return [_Piece(owner[row], other[row], np.full(len(row), NONE, dtype=np.int32), cell)]
