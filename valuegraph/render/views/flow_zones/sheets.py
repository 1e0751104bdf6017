"""Which links, and so which parts, stand on which sheet of the flow view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from valuegraph.model.part import Part
from valuegraph.render.views.flow_zones.reading import Reading
from valuegraph.render.views.flow_zones.weights import Bond


def dealt_readings(reading: Reading, most: int) -> tuple[Reading, ...]:
    """Return what each sheet shows: ``most`` parts a column at most.

    Links are dealt one after the other, activity by activity, so that each of them stands on a
    sheet together with both its ends; a part may stand on several. Parts without links follow.
    """
    if all(len(column) <= most for column in reading.columns):
        return (reading,)
    column_of = reading.column_of()
    sheets: list[_Sheet] = [_Sheet(set(), set())]
    for bond in _in_turn(reading):
        ends = {bond.start, bond.end}
        if not sheets[-1].holds(ends, column_of, most):
            sheets.append(_Sheet(set(), set()))
        sheets[-1].take(ends, bond.id)
    seen = set().union(*(sheet.parts for sheet in sheets))
    for part in reading.parts():
        if part.id not in seen:
            if not sheets[-1].holds({part.id}, column_of, most):
                sheets.append(_Sheet(set(), set()))
            sheets[-1].take({part.id})
    return tuple(_of(sheet, reading, first=not place) for place, sheet in enumerate(sheets))


class _Sheet:
    def __init__(self, parts: set[str], bonds: set[str]) -> None:
        self.parts, self.bonds = parts, bonds

    def holds(self, ends: Iterable[str], column_of: dict[str, int], most: int) -> bool:
        """Tell whether some more parts find room."""
        counts: dict[int, int] = {}
        for part in self.parts | set(ends):
            counts[column_of[part]] = counts.get(column_of[part], 0) + 1
        return max(counts.values()) <= max(2, most)

    def take(self, ends: Iterable[str], bond: str = "") -> None:
        """Add a link and its ends."""
        self.parts |= set(ends)
        self.bonds.add(bond)


def _in_turn(reading: Reading) -> list[Bond]:
    """Return all links, those of the first activity first."""
    place = {part.id: number for number, part in enumerate(reading.parts())}
    activities = {part.id for part in reading.columns[1]}

    def turn(bond: Bond) -> tuple[int, int, int]:
        own = [place[end] for end in (bond.start, bond.end) if end in activities]
        return (max(own, default=len(place)), place[bond.start], place[bond.end])

    return sorted((*reading.bonds, *reading.returns), key=turn)


def _of(sheet: _Sheet, reading: Reading, *, first: bool) -> Reading:
    def kept(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(part for part in parts if part.id in sheet.parts)

    return replace(
        reading,
        columns=tuple(kept(column) for column in reading.columns),
        support=reading.support if first else (),
        bonds=tuple(bond for bond in reading.bonds if bond.id in sheet.bonds),
        returns=tuple(bond for bond in reading.returns if bond.id in sheet.bonds),
    )
