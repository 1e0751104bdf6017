"""The lanes of the flow view: links within a column, and all that comes back round the outside."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.views.flow_zones.reading import (
    ACTIVITIES,
    RESOURCES,
    RESULTS,
    Bond,
    Reading,
)

RETURN_STEP = 20.0
"""The height that one returning line takes below the columns, its name above it."""

_STEP, _LEAST_STEP = 13.0, 5.0
_MOST_ROOM = 110.0
_LANE_PAD = 16.0
_WIDEST = 26.0


@dataclass(frozen=True, slots=True)
class Bundle:
    """Returning links of one kind to one part: one line, with a branch from each start."""

    end: str
    kind: str
    negative: bool
    supposed: bool
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of one sheet.

    Attributes:
        side: links within the column of activities that are no upright arrows.
        across: links between results.
        bundles: what comes back; the first one is the innermost.
        side_lane, across_lane: the lane of each link within a column, 0 nearest to the cards.
        step: from one thin lane to the next.
        heaviest: the greatest weight of a link in a lane.
    """

    side: tuple[Bond, ...]
    across: tuple[Bond, ...]
    bundles: tuple[Bundle, ...]
    side_lane: dict[str, int]
    across_lane: dict[str, int]
    step: float
    heaviest: float
    ports: tuple[tuple[str, str], ...]
    columns: dict[str, int]

    @property
    def widest(self) -> float:
        """How wide a link in a lane may be."""
        count = max(self.side_count, self.across_count, 1)
        return min(_WIDEST, max(3.0, _MOST_ROOM / count - 6))

    @property
    def lane(self) -> float:
        """From one lane of ribbons to the next."""
        return self.widest + 5 if self.heaviest else 9.0

    @property
    def side_count(self) -> int:
        """How many lanes stand left of the activities for links between them."""
        return max(self.side_lane.values(), default=-1) + 1

    @property
    def across_count(self) -> int:
        """How many lanes stand right of the results for links between them."""
        return max(self.across_lane.values(), default=-1) + 1

    def ending_in(self, column: int) -> tuple[Bundle, ...]:
        """Return the bundles that end in a column."""
        return tuple(each for each in self.bundles if self.columns[each.end] == column)

    def leaving(self, column: int) -> tuple[Bundle, ...]:
        """Return the bundles that something of a column belongs to."""
        return tuple(
            each
            for each in self.bundles
            if any(self.columns[bond.start] == column for bond in each.bonds)
        )

    @property
    def inner(self) -> tuple[Bundle, ...]:
        """The bundles that have a lane left of the activities."""
        ends, starts = self.ending_in(ACTIVITIES), self.leaving(ACTIVITIES)
        return tuple(each for each in self.bundles if each in ends or each in starts)

    @property
    def left_room(self) -> float:
        """The room left of the resources."""
        count = len(self.ending_in(RESOURCES))
        return _LANE_PAD + self.step * count if count else 0.0

    @property
    def inner_room(self) -> float:
        """The room left of the activities."""
        count = len(self.inner)
        room = self.lane * self.side_count + self.step * count
        return room + _LANE_PAD if room else 0.0

    @property
    def right_room(self) -> float:
        """The room right of the results."""
        count = len(self.leaving(RESULTS))
        room = self.lane * self.across_count + self.step * count
        return room + _LANE_PAD / 2 if room else 0.0

    @property
    def below(self) -> float:
        """The height below the columns."""
        return RETURN_STEP * len(self.bundles) + 10 if self.bundles else 0.0


def lanes_of(reading: Reading) -> Lanes:
    """Return the lanes that the links of a sheet need."""
    column_of = reading.column_of()
    activities = {part.id: n for n, part in enumerate(reading.columns[ACTIVITIES])}
    results = {part.id: n for n, part in enumerate(reading.columns[RESULTS])}
    side, across = [], []
    for bond in reading.bonds:
        if column_of[bond.start] != column_of[bond.end]:
            continue
        if bond.start in results:
            across.append(bond)
        elif activities[bond.end] != activities[bond.start] + 1:
            side.append(bond)
    bundles = _bundles(reading, column_of)
    ports = []
    for bundle in bundles:
        for bond in bundle.bonds:
            ports.append((bond.start, "right" if column_of[bond.start] == RESULTS else "left"))
        ports.append((bundle.end, "left"))
    weights = [bond.weight for bond in (*side, *across) if bond.weight]
    return Lanes(
        tuple(side),
        tuple(across),
        bundles,
        _packed(side, activities),
        _packed(across, results),
        max(_LEAST_STEP, min(_STEP, _MOST_ROOM / max(1, len(bundles)))),
        max(weights, default=0.0),
        tuple(ports),
        column_of,
    )


def _bundles(reading: Reading, column_of: dict[str, int]) -> tuple[Bundle, ...]:
    found: dict[tuple[str, str, bool, bool], list[Bond]] = {}
    for bond in reading.returns:
        if bond.start in column_of and bond.end in column_of:
            supposed = bond.status is not None and bond.status.value == "hypothesis"
            found.setdefault((bond.end, bond.kind, bond.negative, supposed), []).append(bond)
    place = {part.id: number for number, part in enumerate(reading.parts())}
    # What ends in the lowest card has the innermost line: lines then cross least.
    keys = sorted(found, key=lambda key: (-column_of[key[0]], -place[key[0]], key[1:]))
    return tuple(
        Bundle(*key, bonds=tuple(found[key])) for key in keys
    )


def _packed(bonds: list[Bond], place: dict[str, int]) -> dict[str, int]:
    """Return a lane for each link: short ones inside, and no two over each other in one lane."""
    taken: list[list[tuple[int, int]]] = []
    lanes: dict[str, int] = {}

    def span(bond: Bond) -> tuple[int, int]:
        first, last = sorted((place[bond.start], place[bond.end]))
        return first, last

    for bond in sorted(bonds, key=lambda each: span(each)[1] - span(each)[0]):
        first, last = span(bond)
        lane = 0
        while lane < len(taken) and any(first <= b and a <= last for a, b in taken[lane]):
            lane += 1
        if lane == len(taken):
            taken.append([])
        taken[lane].append((first, last))
        lanes[bond.id] = lane
    return lanes
