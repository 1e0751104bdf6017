"""What stands in each column of the flow view, ribbons that only pass it by included."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.views.flow_zones.reading import ACTIVITIES, OUTPUTS, Reading
from valuegraph.render.views.flow_zones.weights import Bond


def is_step(bond: Bond, reading: Reading) -> bool:
    """Tell whether a link joins an activity to the next one below: it is then an upright arrow."""
    ids = [part.id for part in reading.columns[ACTIVITIES]]
    if bond.kind != "precedes" or bond.start not in ids or bond.end not in ids:
        return False
    return ids.index(bond.end) == ids.index(bond.start) + 1


@dataclass(frozen=True, slots=True)
class Passage:
    """The room in the column of outputs for ribbons that pass it by, all from one part."""

    start: str
    bonds: tuple[Bond, ...]


Item = str | Passage


def passing_by(reading: Reading) -> tuple[Passage, ...]:
    """Return the ribbons that leap over the column of outputs, by the part they leave."""
    if not reading.columns[OUTPUTS]:
        return ()
    column_of = reading.column_of()
    found: dict[str, list[Bond]] = {}
    for bond in reading.bonds:
        if column_of[bond.start] < OUTPUTS < column_of[bond.end]:
            found.setdefault(bond.start, []).append(bond)
    return tuple(Passage(start, tuple(bonds)) for start, bonds in found.items())


def items_of(reading: Reading, place: int) -> list[Item]:
    """Return what stands in a column from top to bottom: parts and passages."""
    parts = [part.id for part in reading.columns[place]]
    if place != OUTPUTS or not parts:
        return list(parts)
    activities = [part.id for part in reading.columns[ACTIVITIES]]
    height = {part: float(number) for number, part in enumerate(activities)}
    for number, part in enumerate(parts):
        near = [height[bond.start] for bond in reading.bonds
                if bond.end == part and bond.start in height]  # fmt: skip
        height[part] = sum(near) / len(near) if near else float(len(activities) + number)
    items: list[Item] = [*parts, *passing_by(reading)]
    return sorted(items, key=lambda item: height[item if isinstance(item, str) else item.start])
