"""How the house shares its height: each line of each zone gets what it needs, then the spare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from valuegraph.render.geometry import SlantedEdge
from valuegraph.render.scene import Node
from valuegraph.render.views.blocks.house import ZONE_GAP
from valuegraph.render.views.blocks.setting import Setting

ROUNDS = 3
_SETTLED = 0.5
# Larger letters ask for more air around them, and grow beyond their usual size only where there
# is plenty: the need is raised by so much for each unit of scale above these.
_TIGHT, _AIR = 0.75, 0.35
_LARGE, _MORE_AIR = 1.0, 2.0

Span = tuple[float, float]
"""The top and bottom of one line of a zone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a zone: the height it needs and the least it can do with.

    ``after`` is the empty height below it. A line that does not grow takes no spare height, one
    with a ``most`` stops there unless no other line can take it.
    """

    need: float
    least: float
    after: float
    grows: bool = True
    most: float = float("inf")


class Zone(Protocol):
    """A zone of the house, made of lines from top to bottom."""

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each line needs if it stands at these heights (slanted sides count)."""

    def count(self) -> int:
        """Return how many lines there are."""

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the zone with its lines at these heights."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The heights given to the lines of each zone, and by how much all is too high."""

    spans: tuple[tuple[Span, ...], ...]
    overflow: float
    crowded: bool


def share(
    zones: Sequence[Zone], edge: SlantedEdge, setting: Setting, *, rounds: int = ROUNDS
) -> Shared:
    """Return the heights of all lines of the house at one scale.

    The right side is slanted, so what a line needs depends on where it stands: the heights are
    found in a few rounds. Spare height goes to each zone in proportion to its need; if height
    lacks, the highest lines give in first.
    """
    top = edge.top
    room = edge.bottom - top - ZONE_GAP * (len(zones) - 1)
    total = sum(zone.count() for zone in zones)
    heights = [[room / max(1, total)] * zone.count() for zone in zones]
    spans: tuple[tuple[Span, ...], ...] = ()
    needs: list[list[Line]] = []
    for _ in range(rounds):
        found = _spans(heights, needs, top)
        moved = _moved(spans, found)
        spans = found
        if moved <= _SETTLED:
            break
        needs = [zone.lines(setting, each) for zone, each in zip(zones, spans, strict=True)]
        heights = _heights(needs, room)
    spans = _spans(heights, needs, top)
    needed = sum(line.need + line.after for lines in needs for line in lines)
    scale = setting.scale
    needed *= 1 + _AIR * max(0.0, scale - _TIGHT) + _MORE_AIR * max(0.0, scale - _LARGE)
    least = sum(line.least + line.after for lines in needs for line in lines)
    return Shared(spans, needed - room, least > room)


def _heights(needs: Sequence[Sequence[Line]], room: float) -> list[list[float]]:
    lines = [line for zone in needs for line in zone]
    free = room - sum(line.after for line in lines)
    needed = sum(line.need for line in lines)
    if needed > free:
        level = _level(lines, free)
        return [[_squeezed(line, level, free, lines) for line in zone] for zone in needs]
    extras = _extras(needs, free - needed)
    return [
        [line.need + extra for line, extra in zip(zone, each, strict=True)]
        for zone, each in zip(needs, extras, strict=True)
    ]


def _extras(needs: Sequence[Sequence[Line]], spare: float) -> list[list[float]]:
    """Return what each line gets of the spare height: each zone in proportion to its need."""
    extras = [[0.0] * len(zone) for zone in needs]
    weights = {
        (number, place): sum(line.need for line in zone) / sum(line.grows for line in zone)
        for number, zone in enumerate(needs)
        for place, line in enumerate(zone)
        if line.grows
    }
    while weights:
        each = spare / sum(weights.values())
        full = {
            (number, place): needs[number][place].most - needs[number][place].need
            for (number, place), weight in weights.items()
            if each * weight > needs[number][place].most - needs[number][place].need
        }
        if not full or len(full) == len(weights):
            full = {place: each * weight for place, weight in weights.items()}
        for (number, place), extra in full.items():
            extras[number][place] = max(0.0, extra)
            spare -= max(0.0, extra)
            del weights[number, place]
    return extras


def _level(lines: Sequence[Line], free: float) -> float:
    """Return the height that no line may exceed so that all fit in ``free`` du."""
    low, high = 0.0, max((line.need for line in lines), default=0)
    for _ in range(20):
        middle = (low + high) / 2
        if sum(min(line.need, max(middle, line.least)) for line in lines) > free:
            high = middle
        else:
            low = middle
    return low


def _squeezed(line: Line, level: float, free: float, lines: Sequence[Line]) -> float:
    least = sum(min(each.need, each.least) for each in lines)
    if least > free:
        return min(line.need, line.least) * free / least
    return min(line.need, max(level, line.least))


def _spans(
    heights: Sequence[Sequence[float]], needs: Sequence[Sequence[Line]], top: float
) -> tuple[tuple[Span, ...], ...]:
    spans, y = [], top
    for number, zone in enumerate(heights):
        found = []
        for place, height in enumerate(zone):
            found.append((y, y + height))
            y += height + (needs[number][place].after if needs else 0)
        spans.append(tuple(found))
        y += ZONE_GAP
    return tuple(spans)


def _moved(before: Sequence[Sequence[Span]], after: Sequence[Sequence[Span]]) -> float:
    if not before:
        return float("inf")
    pairs = zip(
        (span for zone in before for span in zone),
        (span for zone in after for span in zone),
        strict=True,
    )
    return max((max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in pairs), default=0.0)
