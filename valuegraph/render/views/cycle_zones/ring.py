"""The ring of the value cycle: where its stations stand, and the band that joins them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from valuegraph.render.colour import mix
from valuegraph.render.geometry import rounded_path
from valuegraph.render.page import Page
from valuegraph.render.scene import Group, Node, Paint, Point, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.words import say

BAND = 44.0
"""The width of the band, in du."""
SIGN = 32.0
"""The height of the title of a station."""
LEAST_CHEVRON = 118.0
"""The narrowest activity that can be read."""

_WIDE = 1200.0
_RADIUS = 92.0
_ROW_GAP = 18.0
_ROW_HIGH, _ROW_LOW = 82.0, 46.0
_OUT = 46.0  # the room right of the results for the arrows that leave


@dataclass(frozen=True, slots=True)
class Ring:
    """The places on a sheet, all in du.

    Attributes:
        left, right: the left sides of the resources and of the results.
        width: of these cards.
        top, bottom: of the whole ring.
        row: the height of one row of activities.
        rows: how many rows of activities there are.
        first, last: where the activities begin and end.
    """

    left: float
    right: float
    width: float
    top: float
    bottom: float
    row: float
    rows: int
    first: float
    last: float

    @property
    def rows_top(self) -> float:
        """The upper side of the activities, below their title."""
        return self.top + SIGN + 8

    @property
    def rows_bottom(self) -> float:
        """The lower side of the activities."""
        return self.rows_top + self.rows * (self.row + _ROW_GAP) - _ROW_GAP

    @property
    def band_top(self) -> float:
        """The height of the band where it passes the activities."""
        return (self.rows_top + self.rows_bottom) / 2

    @property
    def band_bottom(self) -> float:
        """The height of the band where it comes back."""
        return self.bottom - BAND / 2

    @property
    def cards_top(self) -> float:
        """Where the cards of resources and results begin, below their titles."""
        return self.sign_top + SIGN + 8

    @property
    def sign_top(self) -> float:
        """Where the titles of resources and results stand."""
        return self.band_top + _RADIUS + 4

    @property
    def cards_bottom(self) -> float:
        """Where the cards of resources and results end."""
        return self.band_bottom - BAND / 2 - 26

    @property
    def sides(self) -> tuple[float, float]:
        """The middle of the band at the left and at the right."""
        return self.left + self.width / 2, self.right + self.width / 2

    def is_upper(self, y: float) -> bool:
        """Tell whether a row of activities that begins at ``y`` has another one below it."""
        return y + self.row + _ROW_GAP < self.rows_bottom

    def row_top(self, row: int) -> float:
        """Return the upper side of a row of activities."""
        return self.rows_top + row * (self.row + _ROW_GAP)


def per_row(page: Page) -> int:
    """Return how many activities stand in one row."""
    first, last = _span(page)
    return max(1, int((last - first) / LEAST_CHEVRON))


def ring_on(page: Page, top: float, bottom: float, *, activities: int) -> Ring:
    """Return the ring between two heights."""
    left, width = MARGIN, _card_width(page)
    first, last = _span(page)
    rows = max(1, math.ceil(activities / per_row(page)))
    row = _ROW_HIGH if rows == 1 else max(_ROW_LOW, _ROW_HIGH - 14 * (rows - 1))
    right = page.width - MARGIN - _OUT - width
    return Ring(left, right, width, top, bottom, row, rows, first, last)


def drawn_ring(ring: Ring, options: ViewOptions, *, closed: bool) -> Group:
    """Return the band with its arrows; what does not come back yet is only dotted."""
    theme = options.theme
    left, right = ring.sides
    middle = (ring.cards_top + ring.cards_bottom) / 2
    top, bottom = ring.band_top, ring.band_bottom
    centre = (ring.first + ring.last) / 2
    back = mix(theme.resource_icon, theme.paper, 0.62)
    ground = Shape("rect", left, top, right - left, bottom - top, Paint(theme.frame),
                   radius=_RADIUS, decorative=True)  # fmt: skip
    first: tuple[Point, ...] = ((left, middle), (left, top), (centre, top))
    then: tuple[Point, ...] = ((centre, top), (right, top), (right, middle))
    way: tuple[Point, ...] = ((right, middle), (right, bottom), (left, bottom), (left, middle))
    # The ends of bands are round: each later one covers the beginning of what follows it.
    parts: list[Node] = [ground, _band(first, Paint("", theme.resource_line, BAND))]
    if closed:
        parts.append(_band(way, Paint("", back, BAND)))
    else:
        parts.append(_band(way, Paint("", theme.paper, BAND)))
        for aside in (-BAND / 2, BAND / 2):
            parts.append(_band(_moved(way, aside), Paint("", theme.frame_line, 1.6, (1.6, 6))))
    parts.append(_band(then, Paint("", mix(theme.impacts[1], theme.paper, 0.66), BAND)))
    paper = theme.paper
    parts.append(_arrow((left, top + _RADIUS - 14), (0, -1), paper))
    parts.append(_arrow((ring.first - 22, top), (1, 0), paper))
    parts.append(_arrow((ring.last + 22, top), (1, 0), paper))
    parts.append(_arrow((right, top + _RADIUS - 14), (0, 1), paper))
    ink = paper if closed else theme.frame_line
    span = right - left - 2 * _RADIUS
    for share in (0.04, 0.12, 0.88, 0.96):
        parts.append(_arrow((right - _RADIUS - span * share, bottom), (-1, 0), ink))
    return Group("zone..ring", tuple(parts), role="ring", title=say("cycle", options.language))


def _span(page: Page) -> tuple[float, float]:
    """Return where the row of activities begins and ends."""
    half = _card_width(page) / 2
    return MARGIN + half + _RADIUS + 46, page.width - MARGIN - _OUT - half - _RADIUS - 46


def _card_width(page: Page) -> float:
    return 262.0 if page.width >= _WIDE else 200.0


def _band(points: tuple[Point, ...], paint: Paint) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(
        "path", min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), paint,
        d=rounded_path(points, _RADIUS, closed=False), decorative=True,
    )  # fmt: skip


def _moved(way: tuple[Point, ...], aside: float) -> tuple[Point, ...]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = way
    return ((x0 + aside, y0), (x1 + aside, y1 + aside), (x2 - aside, y2 + aside), (x3 - aside, y3))


def _arrow(at: Point, way: Point, colour: str) -> Shape:
    """Return a small chevron on the band, pointing where it goes."""
    (x, y), (ux, uy) = at, way
    size = 9.0
    points = (
        (x - ux * size / 2 - uy * size, y - uy * size / 2 - ux * size),
        (x + ux * size / 2, y + uy * size / 2),
        (x - ux * size / 2 + uy * size, y - uy * size / 2 + ux * size),
    )
    return Shape.line(points, Paint("", colour, 4.5))
