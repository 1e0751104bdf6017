"""What comes back: named arrows inside the ring, from impacts and activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Connector, Group, Node, Point, Site
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.cycle_zones.ring import BAND, Ring
from valuegraph.render.views.flow_zones.columns import Box
from valuegraph.render.views.flow_zones.lanes import Bundle, lanes_of
from valuegraph.render.views.flow_zones.look import return_colour, return_paint
from valuegraph.render.views.flow_zones.reading import ACTIVITIES, RESOURCES, RESULTS, Reading
from valuegraph.render.views.flow_zones.returning import bundle_words
from valuegraph.render.views.flow_zones.weights import Bond
from valuegraph.render.wrap import line_width

_STEP = 21.0
_SIZE = 13.5
_RADIUS = 14.0
_GUTTER, _PITCH, _LEAST_PITCH = 24.0, 13.0, 5.0
_MOST_GUTTER = 100.0
_ABOVE_BAND = 12.0
_LEAST_TEXT = 40.0
_ENOUGH = 260.0


@dataclass(frozen=True, slots=True)
class Returns:
    """The arrows as drawn, and the room they leave in the middle of the ring.

    Attributes:
        groups: one a line, with its name.
        left, right, top, bottom: the room that no arrow passes.
    """

    groups: tuple[Group, ...]
    left: float
    right: float
    top: float
    bottom: float


def room_needed(reading: Reading) -> float:
    """Return the height that the arrows take inside the ring."""
    return _STEP * len(lanes_of(reading).bundles)


def drawn_returns(
    reading: Reading, boxes: dict[str, Box], ring: Ring, options: ViewOptions
) -> Returns:
    """Return every arrow that comes back; those of one kind to one part share a line."""
    lanes = lanes_of(reading)
    bundles = sorted(lanes.bundles, key=lambda each: boxes[each.end].middle)
    pitch = max(_LEAST_PITCH, min(_PITCH, _MOST_GUTTER / max(1, len(bundles))))
    work = _Drawing(boxes, ring, lanes.columns, bundles, pitch, options)
    lines = [work.lines(bundle) for bundle in bundles]
    walls = [wall for bundle in lines for line in bundle for wall in pairwise(line.points)]
    groups = [
        work.group(number, bundle, drawn, walls, reading)
        for number, (bundle, drawn) in enumerate(zip(bundles, lines, strict=True))
    ]
    inset = _GUTTER + pitch * len(bundles) if bundles else _GUTTER
    above, below = len(work.upper), len(work.lower)
    return Returns(
        tuple(groups),
        ring.left + ring.width + inset,
        ring.right - inset,
        ring.rows_bottom + 16 + _STEP * above,
        ring.band_bottom - BAND / 2 - _ABOVE_BAND - _STEP * below - 6,
    )


class _Drawing:
    """The places of all lines."""

    def __init__(
        self,
        boxes: dict[str, Box],
        ring: Ring,
        columns: dict[str, int],
        bundles: Sequence[Bundle],
        pitch: float,
        options: ViewOptions,
    ) -> None:
        self.boxes, self.ring, self.columns = boxes, ring, columns
        self.bundles, self.options, self.pitch = bundles, options, pitch
        self.lower = [each for each in bundles if columns[each.end] == RESOURCES
                      and any(columns[bond.start] == RESULTS for bond in each.bonds)]  # fmt: skip
        # Arrows to the left stand above those from the right; the outer activity comes first.
        self.upper = sorted(
            (each for each in bundles if self._is_upper(each)),
            key=lambda each: (columns[each.end] != RESOURCES, self._reach(each)),
        )
        inset = _GUTTER + pitch * len(bundles)
        self.inner = (ring.left + ring.width + inset, ring.right - inset)
        self.rows = {self._upper_y(each) for each in self.upper}
        self.rows |= {self._lower_y(each) for each in self.lower}
        self.port = _ports(boxes, columns, bundles)

    def lines(self, bundle: Bundle) -> list[Connector]:
        """Return the arrows of one bundle, all of them ending in one head."""
        return [self._line(bundle, bond) for bond in bundle.bonds]

    def group(
        self,
        number: int,
        bundle: Bundle,
        lines: list[Connector],
        walls: Sequence[tuple[Point, Point]],
        reading: Reading,
    ) -> Group:
        """Return the arrows of one bundle with their name on the longest level stretch."""
        told = bundle_words(bundle, reading, self.options)
        nodes: list[Node] = list(lines)
        y = max(y for line in lines for _, y in line.points if y in self.rows)
        xs = [x for line in lines for x, height in line.points if height == y]
        style = written(self.options, bold=True, align="center")
        wanted = line_width(told, _SIZE, font=self.options.theme.font, bold=True) + 20
        x0, x1 = _widest_gap(min(xs) + 10, max(xs) - 10, y - 18, y - 2, walls)
        if x1 - x0 < min(wanted, _ENOUGH):
            # No other line has this height: the name may stand beside its own line.
            x0, x1 = _widest_gap(self.inner[0] + 10, self.inner[1] - 10, y - 18, y - 2, walls)
        if x1 - x0 >= _LEAST_TEXT:
            colour = return_colour(bundle.kind, bundle.negative, self.options.theme)
            style["colour"] = colour
            nodes.append(fit_line(told, x0, y - 19, x1 - x0, _SIZE, h=17, **style))
        ref = bundle.bonds[0].ref if len(bundle.bonds) == 1 else bundle.end
        return Group(f"return..{number}", tuple(nodes), ref=ref, role="return", title=told)

    def _is_upper(self, bundle: Bundle) -> bool:
        if self.columns[bundle.end] == ACTIVITIES:
            return True
        return any(self.columns[bond.start] == ACTIVITIES for bond in bundle.bonds)

    def _reach(self, bundle: Bundle) -> float:
        if self.columns[bundle.end] == ACTIVITIES:
            return -self.boxes[bundle.end].x
        return max(self.boxes[bond.start].x for bond in bundle.bonds
                   if self.columns[bond.start] == ACTIVITIES)  # fmt: skip

    def _line(self, bundle: Bundle, bond: Bond) -> Connector:
        ring, start, end = self.ring, self.boxes[bond.start], self.boxes[bundle.end]
        number = self.bundles.index(bundle)
        depth = _GUTTER + self.pitch * (len(self.bundles) - 1 - number)
        left, right = ring.left + ring.width + depth, ring.right - depth
        there = self.port[bundle.end, bundle.kind, number]
        from_results = self.columns[bond.start] == RESULTS
        here = self.port[bond.start, bond.id, 0]
        sites: tuple[Site, Site]
        points: tuple[Point, ...]
        if self.columns[bundle.end] == ACTIVITIES:
            y = self._upper_y(bundle)
            side, out = (start.x, right) if from_results else (here, here)
            first = (side, here) if from_results else (here, start.bottom)
            points = (first, (out, first[1]), (out, y), *self._down(there, end, y, number)[::-1])
            if not from_results:
                points = (*self._down(here, start, y, number), *points[3:])
            sites = ("left" if from_results else "bottom", "bottom")
        elif from_results:
            y = self._lower_y(bundle)
            points = ((start.x, here), (right, here), (right, y), (left, y), (left, there),
                      (end.right, there))  # fmt: skip
            sites = ("left", "right")
        else:
            y = self._upper_y(bundle)
            points = (*self._down(here, start, y, number), (left, y), (left, there),
                      (end.right, there))  # fmt: skip
            sites = ("bottom", "right")
        return Connector(
            f"{bond.start}..box", f"{bundle.end}..box", points,
            return_paint(bundle.kind, bundle.negative, bundle.supposed, self.options.theme),
            route="elbow", start_site=sites[0], end_site=sites[1], radius=_RADIUS,
            id=f"link..{bond.id}", ref=bond.ref, role="return", title=bond.title,
        )  # fmt: skip

    def _down(self, x: float, box: Box, y: float, number: int) -> tuple[Point, ...]:
        """Return the way from an activity down to a level: round the rows that stand below it."""
        if not self.ring.is_upper(box.y):
            return ((x, box.bottom), (x, y))
        aside = 9 + number % 3 * 4
        left = x < (self.ring.first + self.ring.last) / 2
        out = self.ring.first - aside if left else self.ring.last + aside
        level = box.bottom + 5 + number % 3 * 4
        return ((x, box.bottom), (x, level), (out, level), (out, y))

    def _lower_y(self, bundle: Bundle) -> float:
        low = self.ring.band_bottom - BAND / 2 - _ABOVE_BAND
        return low - _STEP * (len(self.lower) - 1 - self.lower.index(bundle))

    def _upper_y(self, bundle: Bundle) -> float:
        return self.ring.rows_bottom + 22 + _STEP * self.upper.index(bundle)


def _ports(
    boxes: dict[str, Box], columns: dict[str, int], bundles: Sequence[Bundle]
) -> dict[tuple[str, str, int], float]:
    """Return where on its side each line begins or ends: a height, or along a chevron's side."""
    wanted: dict[str, list[tuple[str, str, int]]] = {}
    for number, bundle in enumerate(bundles):
        for bond in bundle.bonds:
            wanted.setdefault(bond.start, []).append((bond.start, bond.id, 0))
        wanted.setdefault(bundle.end, []).append((bundle.end, bundle.kind, number))
    found = {}
    for part, keys in wanted.items():
        box = boxes[part]
        across = columns[part] == ACTIVITIES
        begin, room = (box.x + 14, box.w - 44) if across else (box.y, box.h)
        for place, key in enumerate(keys):
            found[key] = begin + room * (place + 1) / (len(keys) + 1)
    return found


def _widest_gap(
    left: float, right: float, top: float, bottom: float, walls: Sequence[tuple[Point, Point]]
) -> tuple[float, float]:
    """Return the widest stretch at some height that no upright line crosses."""
    xs = sorted(
        x0
        for (x0, y0), (x1, y1) in walls
        if x0 == x1 and left <= x0 <= right and min(y0, y1) < bottom and max(y0, y1) > top
    )
    stops = [left - 6, *xs, right + 6]
    gaps = [(one + 6, other - 6) for one, other in pairwise(stops)]
    return max(gaps, key=lambda gap: gap[1] - gap[0])
