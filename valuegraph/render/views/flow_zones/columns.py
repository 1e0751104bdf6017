"""Where the cards of the flow view stand: columns, gutters, heights, the width of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.render.fit import SIZE_FLOOR, largest_scale
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.card import LEAST_HEIGHT, NAME, Card
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.flow_zones.lanes import Lanes, lanes_of
from valuegraph.render.views.flow_zones.reading import (
    ACTIVITIES,
    OUTPUTS,
    RESULTS,
    Bond,
    Reading,
)

GAP = 7.0
"""Between two cards, at least."""
HAIRLINE = 1.8
"""The width of a ribbon whose weight is unknown or nothing."""
PORT = 9.0
"""The room on the side of a card for a link that is drawn as a line."""

_ARROW_GAP = 20.0
_LEAST_RIBBON = 2.4
_WIDEST = 84.0
_SIDE_PAD = 12.0
_LOWEST = SIZE_FLOOR / NAME
_LARGEST = 1.12
_SHARES = {3: (0.19, 0.225, 0.0, 0.2), 4: (0.17, 0.19, 0.155, 0.175)}
_NARROW = {3: (0.225, 0.255, 0.0, 0.235), 4: (0.175, 0.2, 0.165, 0.19)}
_WIDE = 1200.0


@dataclass(frozen=True, slots=True)
class Box:
    """The place of one card."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.h

    @property
    def middle(self) -> float:
        """The height half-way down."""
        return self.y + self.h / 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its left side and its width."""

    x: float
    w: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.w


@dataclass(frozen=True, slots=True)
class Area:
    """The room for the columns of one sheet, and what lies between them."""

    columns: tuple[Column, ...]
    top: float
    bottom: float
    lanes: Lanes


@dataclass(frozen=True, slots=True)
class Plan:
    """All cards of a sheet with their places, at one scale, and the width of one unit."""

    area: Area
    scale: float
    unit: float
    cards: dict[str, Card]
    boxes: dict[str, Box]
    passages: dict[tuple[str, int], Box]

    def thickness(self, bond: Bond) -> float:
        """Return how wide a ribbon is."""
        return thickness(bond, self.unit)


def thickness(bond: Bond, unit: float) -> float:
    """Return how wide a ribbon is at a unit; one without a weight is a hairline."""
    return max(_LEAST_RIBBON, bond.weight * unit) if bond.weight else HAIRLINE


def most_cards(top: float, bottom: float) -> int:
    """Return how many cards a column can hold."""
    return max(2, int((bottom - top + GAP) / (LEAST_HEIGHT + GAP)))


def area_of(reading: Reading, top: float, bottom: float, options: ViewOptions) -> Area:
    """Return the columns between two heights, the gutters of their lanes beside them."""
    page = options.page
    lanes = lanes_of(reading)
    left, right = MARGIN + lanes.left_room, page.width - MARGIN - lanes.right_room
    count = 4 if reading.columns[OUTPUTS] else 3
    table = _SHARES if page.width >= _WIDE else _NARROW
    widths = [(page.width - 2 * MARGIN) * share for share in table[count]]
    squeeze = 0.35 * (lanes.left_room + lanes.right_room + lanes.inner_room) / count
    widths = [max(100.0, w - squeeze) if w else 0.0 for w in widths]
    spare = right - left - sum(widths) - lanes.inner_room
    gap = spare / (count - 1)
    xs = [left]
    for place in (ACTIVITIES, OUTPUTS, RESULTS):
        before = xs[-1] + widths[place - 1]
        if place == OUTPUTS and count == 3:
            xs.append(before)
            continue
        lane = lanes.inner_room if place == ACTIVITIES else 0
        xs.append((xs[1] + widths[1] if count == 3 and place == RESULTS else before) + gap + lane)
    columns = tuple(Column(x, w) for x, w in zip(xs, widths, strict=True))
    return Area(columns, top, bottom, lanes)


def planned(reading: Reading, area: Area, scale: float, unit: float, options: ViewOptions) -> Plan:
    """Return the cards in their places, at a scale and a unit that fit."""
    setting = Setting(options, scale)
    cards = cards_of(reading)
    boxes: dict[str, Box] = {}
    passages: dict[tuple[str, int], Box] = {}
    sides = sides_of(reading, unit)
    most = max(len(column) for column in reading.columns)
    for place, column in enumerate(reading.columns):
        if not column and not (place == OUTPUTS and area.columns[OUTPUTS].w):
            continue
        items = _items(reading, place)
        needs = [
            _need(item, place, cards, area, setting, sides, unit) for item in items
        ]
        gap = _gap(reading, place, setting)
        room = area.bottom - area.top - gap * (len(items) - 1)
        if sum(needs) > room:
            needs = list(levelled(needs, room))
        spare = area.bottom - area.top - sum(needs) - gap * (len(items) - 1)
        full = len(items) >= most and len(items) > 1
        between = gap + spare / (len(items) - 1 if full else max(1, len(items)))
        y = area.top + (0 if full else (between - gap) / 2)
        for item, need in zip(items, needs, strict=True):
            box = Box(area.columns[place].x, y, area.columns[place].w, need)
            if isinstance(item, str):
                boxes[item] = box
            else:
                passages[item.start, place] = box
            y += need + between
    return Plan(area, scale, unit, cards, boxes, passages)


def scale_and_unit(reading: Reading, area: Area, options: ViewOptions) -> tuple[float, float]:
    """Return the largest scale at which all names fit, then the widest unit that does."""
    cards = cards_of(reading)

    def overflow(scale: float, unit: float) -> float:
        setting = Setting(options, scale)
        sides = sides_of(reading, unit)
        found = [-1.0]
        for place in range(len(reading.columns)):
            items = _items(reading, place)
            needs = [_need(item, place, cards, area, setting, sides, unit) for item in items]
            gaps = _gap(reading, place, setting) * max(0, len(items) - 1)
            found.append(sum(needs) + gaps - (area.bottom - area.top))
        return max(found)

    scale = largest_scale(lambda scale: (None, overflow(scale, 0.0)), low=_LOWEST,
                          high=_LARGEST).scale  # fmt: skip
    weights = [bond.weight for bond in reading.bonds if bond.weight]
    if not weights:
        return scale, 0.0
    high = _WIDEST / max(weights)
    lane = area.lanes.heaviest
    if lane:
        high = min(high, area.lanes.widest / lane)
    low = 0.0
    if overflow(scale, high) <= 0:
        return scale, high
    for _ in range(8):
        middle = (low + high) / 2
        if overflow(scale, middle) <= 0:
            low = middle
        else:
            high = middle
    return scale, low


def cards_of(reading: Reading) -> dict[str, Card]:
    """Return the card of each part; activities are numbered in their order of listing."""
    return {
        part.id: Card(
            part,
            number=reading.places[part.id] if isinstance(part, PrimaryActivity) else 0,
            bright=part.id in reading.route,
        )
        for part in reading.parts()
    }


def sides_of(reading: Reading, unit: float) -> dict[tuple[str, str], float]:
    """Return the room that the links on the left and right side of each card take."""
    found: dict[tuple[str, str], float] = {}

    def add(part: str, side: str, room: float) -> None:
        found[part, side] = found.get((part, side), 0.0) + room

    column_of = reading.column_of()
    for bond in reading.bonds:
        wide = thickness(bond, unit)
        start, end = column_of[bond.start], column_of[bond.end]
        if start != end:
            add(bond.start, "right", wide)
            add(bond.end, "left", wide)
        elif not is_step(bond, reading):
            side = "right" if start == RESULTS else "left"
            add(bond.start, side, wide + 4)
            add(bond.end, side, wide + 4)
    lanes = lanes_of(reading)
    for part, side in lanes.ports:
        add(part, side, PORT)
    return found


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


def _items(reading: Reading, place: int) -> list[Item]:
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


def _need(
    item: Item,
    place: int,
    cards: dict[str, Card],
    area: Area,
    setting: Setting,
    sides: dict[tuple[str, str], float],
    unit: float,
) -> float:
    if not isinstance(item, str):
        return sum(thickness(bond, unit) for bond in item.bonds) + 6
    words = cards[item].height(area.columns[place].w, setting)
    ribbons = max(sides.get((item, side), 0.0) for side in ("left", "right"))
    return max(words, ribbons + (setting.length(_SIDE_PAD) if ribbons else 0))


def _gap(reading: Reading, place: int, setting: Setting) -> float:
    steps = place == ACTIVITIES and any(is_step(bond, reading) for bond in reading.bonds)
    return max(GAP, setting.length(_ARROW_GAP if steps else GAP))


def smallest_unit(plans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return one scale and one unit for several sheets."""
    units = [unit for _, unit in plans if unit]
    return min(scale for scale, _ in plans), min(units, default=0.0)
