"""Ways of connectors as PowerPoint's own: straight, bent once or half-way, or curved like an S.

PowerPoint knows others, bent anywhere; LibreOffice bends them all half-way, through whatever is
there. What both do not draw as it was drawn is left to a free line.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from valuegraph.render.scene import Connector, Point, Shape, Site
from valuegraph.render.writers.pptx_geometry import Box, sides_of

_NEAR = 24.0
"""How far, in design units, a bend may lie from the one that was drawn."""
_NEAR_CURVE = 12.0
"""How far a curve may, and its ends from the middles of sides: farther off it may cross others."""
_LEAST_GAP = 48.0
"""LibreOffice keeps 5 mm before it bends, at either end (24 design units of an A4 sheet): where
there is less between two shapes it leads a curve all round them."""
_STRAIGHT = 0.05


@dataclass(frozen=True, slots=True)
class NativeWay:
    """A connector of PowerPoint's own.

    Attributes:
        form: the name of its form.
        box: its box before it is turned, in design units.
        turned: by how many degrees it is turned clockwise, 0 or 90.
        flipped: whether it is mirrored, left to right and top to bottom, before it is turned.
    """

    form: str
    box: Box
    turned: int = 0
    flipped: tuple[bool, bool] = (False, False)


def native_way(connector: Connector) -> NativeWay | None:
    """Return the way as PowerPoint can draw and bend it by itself, or nothing if it cannot."""
    points = connector.points
    if connector.route == "curve" and len(points) > 2:
        return _curved(points)
    corners = _corners(points)
    if len(corners) <= 2:
        return _turned("straightConnector1", points[0], points[-1], along=True)
    if not all(_level(one, other) or _upright(one, other) for one, other in pairwise(corners)):
        return None
    along = _level(corners[0], corners[1])
    if len(corners) == 3:
        return _turned("bentConnector2", corners[0], corners[-1], along=along)
    if len(corners) == 4 and _bends_half_way(corners, along=along):
        return _turned("bentConnector3", corners[0], corners[-1], along=along)
    return None


def facing_sites(connector: Connector, way: NativeWay) -> tuple[Site, Site]:
    """Return the sides at which a way leaves and arrives; those that are told, else by its form.

    A curve leaves the side that it heads away from: from another, LibreOffice would lead it all
    round the shape.
    """
    start, end = connector.start_site, connector.end_site
    if way.form != "curvedConnector3":
        return start, end
    axis = 1 if way.turned else 0
    sides: tuple[Site, Site] = ("bottom", "top") if way.turned else ("right", "left")
    if connector.points[-1][axis] < connector.points[0][axis]:
        sides = sides[1], sides[0]
    return start or sides[0], end or sides[1]


def meets(shape: Shape | None, site: Site, point: Point) -> bool:
    """Tell whether a side is so near the end of a line that it may be glued there."""
    return shape is None or not site or math.dist(sides_of(shape)[site], point) <= _NEAR_CURVE


def _bends_half_way(corners: tuple[Point, ...], *, along: bool) -> bool:
    axis = 0 if along else 1
    start, bend, end = (corners[place][axis] for place in (0, 1, 3))
    return abs(bend - (start + end) / 2) <= _NEAR and min(start, end) < bend < max(start, end)


def _curved(points: tuple[Point, ...]) -> NativeWay | None:
    """Return the S from the first point to the last, if it lies near all of the curve."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    along = abs(points[1][0] - x1) >= abs(points[1][1] - y1)
    if (abs(x2 - x1) if along else abs(y2 - y1)) < _LEAST_GAP:
        return None
    if along:
        handles = ((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2)
    else:
        handles = (x1, (y1 + y2) / 2), (x2, (y1 + y2) / 2)
    drawn = [point for curve in _curves(points) for point in _sampled(curve)]
    own = list(_sampled((points[0], *handles, points[-1])))
    apart = max(min(math.dist(one, other) for other in own) for one in drawn)
    if apart > _NEAR_CURVE:
        return None
    return _turned("curvedConnector3", points[0], points[-1], along=along)


def _turned(form: str, start: Point, end: Point, *, along: bool) -> NativeWay:
    """Return a way from ``start`` to ``end`` that begins level (``along``) or upright.

    PowerPoint knows only ways that begin level, at the upper left: others are mirrored, and
    turned by a quarter about the middle of their box.
    """
    (x1, y1), (x2, y2) = start, end
    x, y, w, h = min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    if along:
        return NativeWay(form, (x, y, w, h), flipped=(x2 < x1, y2 < y1))
    box = (x + (w - h) / 2, y + (h - w) / 2, h, w)
    return NativeWay(form, box, turned=90, flipped=(y2 < y1, x2 >= x1))


def _corners(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points at which a line turns, and its ends."""
    kept: list[Point] = [points[0]]
    for point in points[1:]:
        if math.dist(point, kept[-1]) < _STRAIGHT:
            continue
        if len(kept) > 1 and (
            (_level(kept[-2], kept[-1]) and _level(kept[-1], point))
            or (_upright(kept[-2], kept[-1]) and _upright(kept[-1], point))
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _curves(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    for start in range(0, len(points) - 3, 3):
        yield points[start : start + 4]


def _sampled(curve: tuple[Point, ...], steps: int = 16) -> Iterator[Point]:
    """Yield points along a cubic curve (Bernstein's polynomials)."""
    for step in range(steps + 1):
        t = step / steps
        shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        yield (
            sum(share * x for share, (x, _) in zip(shares, curve, strict=True)),
            sum(share * y for share, (_, y) in zip(shares, curve, strict=True)),
        )


def _level(one: Point, other: Point) -> bool:
    return abs(one[1] - other[1]) < _STRAIGHT


def _upright(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _STRAIGHT
