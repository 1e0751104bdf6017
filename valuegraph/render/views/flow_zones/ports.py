"""Where on the sides of the cards each link begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from valuegraph.render.views.flow_zones.columns import PORT, Box, Plan
from valuegraph.render.views.flow_zones.passages import is_step, passing_by
from valuegraph.render.views.flow_zones.reading import OUTPUTS, RESULTS, Reading

Key = tuple[str, str]
"""The id of a link, or of the end of a bundle, and ``start`` or ``end``."""

_LAST = 1e6
_EDGE = 3.0
_LANE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Ports:
    """Heights: of both ends of each link, and where it passes the column of outputs."""

    at: dict[Key, float]
    passing: dict[str, float]


def bundle_end(number: int) -> Key:
    """Return the key of the end of a bundle of returning links."""
    return (f"..{number}", "end")


def ports_of(reading: Reading, plan: Plan) -> Ports:
    """Return where links begin and end: each side stacked by the height of the other ends."""
    stacks: dict[tuple[str, str], list[tuple[float, int, float, Key]]] = {}
    for number, (part, side, towards, room, key) in enumerate(_entries(reading, plan)):
        stacks.setdefault((part, side), []).append((towards, number, room, key))
    at: dict[Key, float] = {}
    for (part, _), entries in stacks.items():
        at.update(_stacked(plan.boxes[part], entries))
    passing: dict[str, float] = {}
    for passage in passing_by(reading):
        box = plan.passages[passage.start, OUTPUTS]
        stack = [(plan.boxes[bond.end].middle, number, plan.thickness(bond), (bond.id, ""))
                 for number, bond in enumerate(passage.bonds)]  # fmt: skip
        passing |= {key[0]: y for key, y in _stacked(box, stack).items()}
    return Ports(at, passing)


def _entries(reading: Reading, plan: Plan) -> Iterator[tuple[str, str, float, float, Key]]:
    """Yield part, side, the height it leads to, the room it takes, and the key of each end."""
    columns = plan.area.lanes.columns
    for bond in reading.bonds:
        if is_step(bond, reading):
            continue
        start, end = columns[bond.start], columns[bond.end]
        wide = plan.thickness(bond)
        there, here = plan.boxes[bond.end].middle, plan.boxes[bond.start].middle
        if start < OUTPUTS < end and (bond.start, OUTPUTS) in plan.passages:
            passage = plan.passages[bond.start, OUTPUTS].middle
            there, here = passage + (there - passage) * 0.01, passage + (here - passage) * 0.01
        if start == end:
            side = "right" if start == RESULTS else "left"
            yield bond.start, side, there, wide + _LANE_GAP, (bond.id, "start")
            yield bond.end, side, here, wide + _LANE_GAP, (bond.id, "end")
        else:
            yield bond.start, "right", there, wide, (bond.id, "start")
            yield bond.end, "left", here, wide, (bond.id, "end")
    for number, bundle in enumerate(plan.area.lanes.bundles):
        for bond in bundle.bonds:
            side = "right" if columns[bond.start] == RESULTS else "left"
            yield bond.start, side, _LAST + number, PORT, (bond.id, "start")
        yield bundle.end, "left", _LAST + number, PORT, bundle_end(number)


def _stacked(box: Box, entries: list[tuple[float, int, float, Key]]) -> dict[Key, float]:
    """Return the middle of each entry, all of them stacked about the middle of the box."""
    total = sum(room for _, _, room, _ in entries)
    squeeze = min(1.0, (box.h - 2 * _EDGE) / total) if total else 1.0
    y = box.middle - total * squeeze / 2
    found = {}
    for _, _, room, key in sorted(entries):
        found[key] = y + room * squeeze / 2
        y += room * squeeze
    return found
