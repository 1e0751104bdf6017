"""A chain as columns: parts and links numbered in an order that building does not change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import (
    CONFIDENCE,
    LINK_KIND,
    NONE,
    PART_KIND,
    SIGN,
    STATUS,
    WAY,
    WAY_OF_KIND,
    Arcs,
    Flags,
    Links,
    Parts,
    codes,
    small,
)
from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import Link, StrengthRange
from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity
from valuegraph.model.routing import arcs
from valuegraph.model.words import CIRCUIT_LABELS


class Vocabulary:
    """Words and their codes, in the order in which they were met."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.codes = {word: code for code, word in enumerate(words)}

    def code(self, word: str) -> int:
        """Return the code of a word, -1 for the empty one."""
        return self.codes.setdefault(word, len(self.codes)) if word else NONE


class ChainColumns(NamedTuple):
    """The columns of a chain.

    Attributes:
        parts, links: all of them, refuted ones included.
        link_ids: the id of each link.
        circuits, units: the words that codes stand for.
    """

    parts: Parts
    links: Links
    link_ids: tuple[str, ...]
    circuits: tuple[str, ...]
    units: tuple[str, ...]


def columns_of(chain: ValueChain) -> ChainColumns:
    """Return a chain as columns.

    Parts stand by kind and then as listed, cells by their place in the table, links by their
    ends and kind, so that the order of building changes nothing.
    """
    listed = listed_parts(chain)
    place: dict[str, int] = {part.id: code for code, part in enumerate(listed)}
    place[WHOLE_CHAIN] = len(listed)
    own = (circuit.id for circuit in chain.circuits)
    circuits = Vocabulary(dict.fromkeys((*own, *CIRCUIT_LABELS)))
    units = Vocabulary()
    parts = _parts(listed, place, circuits, units)
    ordered = sorted(
        chain.links,
        key=lambda link: (place[link.start], LINK_KIND[link.kind], place[link.end], link.id),
    )
    links = _links(ordered, place, circuits, units, chain)
    return ChainColumns(
        parts,
        links,
        tuple(link.id for link in ordered),
        tuple(circuits.codes),
        tuple(units.codes),
    )


def arcs_of(chain: ValueChain, told: ChainColumns, living: Flags, kept: Flags) -> Arcs:
    """Return the arcs of a chain between living parts, by links that are kept.

    A modality that is left out is as if it had never been written: its links run by the
    others, or directly.

    Args:
        chain: the chain.
        told: its columns.
        living, kept: for each part, and each link, whether it is not left out.
    """
    ids = told.parts.id
    code = {part_id: number for number, part_id in enumerate(ids)}
    link_code = {link_id: number for number, link_id in enumerate(told.link_ids)}
    circuit = {word: number for number, word in enumerate(told.circuits)}
    cells = told.parts.circuit
    dead = frozenset(ids[~living & (told.parts.kind == PART_KIND["modality"])])
    alive, on = living.tolist(), kept.tolist()
    rows: list[tuple[int, int, int, int, int, int, int]] = []
    for arc in arcs(chain, without=dead):
        start, end = code[arc.start], code[arc.end]
        link = link_code[arc.link] if arc.link else NONE
        if not (alive[start] and alive[end] and (link < 0 or on[link])):
            continue
        kind = LINK_KIND[arc.kind]
        cell, crossed, way = NONE, NONE, 0
        if arc.circuit:
            crossed, way = circuit[arc.circuit], int(WAY_OF_KIND[kind])
        elif arc.enters_by or arc.leaves_by:
            cell = code[arc.enters_by or arc.leaves_by]
            crossed, way = int(cells[cell]), WAY["receives" if arc.enters_by else "gives"]
        rows.append((start, end, link, kind, cell, crossed, way))
    table = np.array(sorted(rows, key=_by_end), dtype=np.int32).reshape(-1, 7)
    start_, end_, link_, kind_, cell_, circuit_, way_ = (table[:, at].copy() for at in range(7))
    return Arcs(start_, end_, link_, kind_.astype(np.int8), cell_, circuit_, way_.astype(np.int8))


def _by_end(row: tuple[int, ...]) -> tuple[int, ...]:
    return (row[1], row[0], *row[2:])


def listed_parts(chain: ValueChain) -> list[Part]:
    """Return the parts a network has, in the order of their codes."""
    parts = [part for part in chain.parts() if part.kind in PART_KIND]
    parts.sort(key=lambda part: PART_KIND[part.kind])
    first = next((at for at, part in enumerate(parts) if isinstance(part, Modality)), len(parts))
    place = {part.id: at for at, part in enumerate(parts[:first])}
    cells = [part for part in parts[first:] if isinstance(part, Modality)]
    cells.sort(key=lambda cell: (place[cell.activity], cell.way, cell.circuit, cell.id))
    return [*parts[:first], *cells]


def _parts(
    listed: list[Part], place: dict[str, int], circuits: Vocabulary, units: Vocabulary
) -> Parts:
    cells = [part if isinstance(part, Modality) else None for part in listed]
    amounts = [getattr(part, "amount", None) for part in listed]
    ids = np.empty(len(listed) + 1, dtype=object)
    ids[:] = [*(part.id for part in listed), WHOLE_CHAIN]
    return Parts(
        id=ids,
        kind=small([*(PART_KIND[part.kind] for part in listed), PART_KIND[WHOLE_CHAIN]]),
        status=small([*(STATUS[part.status or ""] for part in listed), 0]),
        activity=codes([*(place[cell.activity] if cell else NONE for cell in cells), NONE]),
        circuit=codes([*(circuits.code(cell.circuit) if cell else NONE for cell in cells), NONE]),
        way=small([*(WAY[cell.way] if cell else 0 for cell in cells), 0]),
        amount=_amounts([*amounts, None]),
        unit=codes(_units([*amounts, None], units)),
    )


def _links(
    links: list[Link],
    place: dict[str, int],
    circuits: Vocabulary,
    units: Vocabulary,
    chain: ValueChain,
) -> Links:
    scale = chain.about.scales.get("strength", {})
    amounts = [link.amount for link in links]
    return Links(
        start=codes([place[link.start] for link in links]),
        end=codes([place[link.end] for link in links]),
        kind=small([LINK_KIND[link.kind] for link in links]),
        status=small([STATUS[link.status or ""] for link in links]),
        sign=small([SIGN[link.sign or ""] for link in links]),
        confidence=small([CONFIDENCE[link.confidence or ""] for link in links]),
        strength=np.array([_strength(link, scale) for link in links], dtype=np.float64),
        amount=_amounts(amounts),
        unit=codes(_units(amounts, units)),
        circuit=codes([circuits.code(link.circuit) for link in links]),
        essential=np.array([link.essential for link in links], dtype=np.bool_),
    )


def _strength(link: Link, scale: object) -> float:
    strength = link.strength
    if isinstance(strength, StrengthRange):
        return strength.likely
    if isinstance(strength, str):
        return float(scale[strength])  # type: ignore[index]  # judged when it was stored
    return float("nan") if strength is None else strength


def _amounts(amounts: list[Quantity | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    told = [float(quantity.amount) if quantity else float("nan") for quantity in amounts]
    return np.array(told, dtype=np.float64)


def _units(amounts: list[Quantity | None], units: Vocabulary) -> list[int]:
    """Return the codes of units; an amount without one is counted in the unit ``""``."""
    return [
        units.codes.setdefault(quantity.unit, len(units.codes)) if quantity else NONE
        for quantity in amounts
    ]
