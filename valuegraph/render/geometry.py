"""Outlines of the shapes a value chain is drawn with, and tests of what lies inside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from valuegraph.render.scene import Connector, Point, Shape

Outline = tuple[Point, ...]

_ELLIPSE_CORNERS = 32


def decimal(value: float) -> str:
    """Return ``value`` with at most 2 decimals and no trailing zeros, as written in paths."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def home_plate(x: float, y: float, w: float, h: float, *, depth: float) -> Outline:
    """Return a rectangle whose right side is a point ``depth`` deep (within the width)."""
    return (
        (x, y),
        (x + w - depth, y),
        (x + w, y + h / 2),
        (x + w - depth, y + h),
        (x, y + h),
    )


def chevron(x: float, y: float, w: float, h: float, *, depth: float) -> Outline:
    """Return a home plate whose left side is notched by the same ``depth``."""
    return (*home_plate(x, y, w, h, depth=depth), (x + depth, y + h / 2))


def outline(shape: Shape) -> Outline:
    """Return the corners of a closed shape (an ellipse as 32 of them); none for lines and paths."""
    x, y, w, h = shape.x, shape.y, shape.w, shape.h
    match shape.kind:
        case "rect":
            return ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        case "home_plate":
            return home_plate(x, y, w, h, depth=shape.depth)
        case "chevron":
            return chevron(x, y, w, h, depth=shape.depth)
        case "polygon":
            return shape.points
        case "ellipse":
            turns = (2 * math.pi * corner / _ELLIPSE_CORNERS for corner in range(_ELLIPSE_CORNERS))
            return tuple(
                (x + w / 2 * (1 + math.cos(turn)), y + h / 2 * (1 + math.sin(turn)))
                for turn in turns
            )
    return ()


@dataclass(frozen=True, slots=True)
class SlantedEdge:
    """The pointed right side shared by the house and its arrow head.

    It runs from ``x`` at ``top`` and ``bottom`` to ``x + depth`` half-way between them. A depth
    below 0 points inwards.
    """

    x: float
    top: float
    bottom: float
    depth: float

    @property
    def middle(self) -> float:
        """The height at which the edge is farthest out."""
        return (self.top + self.bottom) / 2

    def at(self, y: float) -> float:
        """Return the edge's x at height ``y``."""
        half = (self.bottom - self.top) / 2
        return self.x + self.depth * (1 - abs(y - self.middle) / half)

    def least(self, top: float, bottom: float) -> float:
        """Return the smallest x of the edge between two heights: what a text may rely on."""
        return min(self._xs(top, bottom))

    def greatest(self, top: float, bottom: float) -> float:
        """Return the greatest x of the edge between two heights."""
        return max(self._xs(top, bottom))

    def block(
        self,
        left: float,
        top: float,
        bottom: float,
        *,
        shift: float = 0,
        left_shift: float | None = None,
    ) -> Outline:
        """Return the polygon between ``top`` and ``bottom`` whose right side follows the edge.

        The right side is the edge moved right by ``shift``. The left side is straight at ``left``
        or, with ``left_shift``, the edge moved by that much: a slice of the arrow head.
        """
        heights = [top, bottom]
        if top < self.middle - 1 and bottom > self.middle + 1:
            heights.insert(1, self.middle)
        right = [(self.at(y) + shift, y) for y in heights]
        if left_shift is None:
            return (*right, (left, bottom), (left, top))
        return (*right, *((self.at(y) + left_shift, y) for y in reversed(heights)))

    def _xs(self, top: float, bottom: float) -> list[float]:
        xs = [self.at(top), self.at(bottom)]
        if top < self.middle < bottom:
            xs.append(self.at(self.middle))
        return xs


def rounded_path(points: Outline, radius: float, *, closed: bool = True) -> str:
    """Return SVG path data through ``points`` with rounded corners; a short side rounds less."""
    if radius <= 0 or len(points) < 3:
        return "M" + "L".join(_pair(point) for point in points) + ("Z" if closed else "")
    parts: list[str] = []
    for index, corner in enumerate(points):
        if not closed and index in (0, len(points) - 1):
            parts.append(("L" if parts else "M") + _pair(corner))
            continue
        start = _towards(corner, points[index - 1], radius)
        end = _towards(corner, points[(index + 1) % len(points)], radius)
        parts.append(("L" if parts else "M") + f"{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    return "".join(parts) + ("Z" if closed else "")


def connector_path(connector: Connector) -> str:
    """Return the SVG path data of a connector's line; a head's tip lies beyond its end."""
    points = connector.points
    if connector.head:
        points = _drawn_back(points, _head_size(connector), curve=connector.route == "curve")
    if connector.route != "curve":
        return rounded_path(points, connector.radius, closed=False)
    curves = (points[place : place + 3] for place in range(1, len(points), 3))
    return f"M{_pair(points[0])}" + "".join(
        "C" + " ".join(_pair(point) for point in curve) for curve in curves
    )


def arrow_head(connector: Connector) -> Outline:
    """Return the triangle at the end of a connector, its tip on the last point."""
    tip, size = connector.points[-1], _head_size(connector)
    ux, uy = _direction(connector.points)
    base = (tip[0] - ux * size * 1.2, tip[1] - uy * size * 1.2)
    half = size * 0.6
    return (
        tip,
        (base[0] - uy * half, base[1] + ux * half),
        (base[0] + uy * half, base[1] - ux * half),
    )


def contains(polygon: Outline, point: Point, *, margin: float = 0) -> bool:
    """Tell whether ``point`` lies inside ``polygon``, or no farther than ``margin`` outside it."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in _sides(polygon):
        if _distance(point, (x1, y1), (x2, y2)) <= margin:
            return True
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def contains_box(polygon: Outline, box: tuple[float, float, float, float], margin: float) -> bool:
    """Tell whether a box (left, top, right, bottom) lies inside ``polygon``, give or take a margin.

    The corners must lie inside and no corner of the polygon may lie inside the box (a notch).
    """
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    if not all(contains(polygon, corner, margin=margin) for corner in corners):
        return False
    return not any(
        left + margin < x < right - margin and top + margin < y < bottom - margin
        for x, y in polygon
    )


def _sides(polygon: Outline) -> list[tuple[Point, Point]]:
    return [*pairwise(polygon), (polygon[-1], polygon[0])] if polygon else []


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.dist(point, (start[0] + along * dx, start[1] + along * dy))


def _head_size(connector: Connector) -> float:
    return max(7.0, connector.paint.width * 3)


def _direction(points: Outline) -> Point:
    """Return the unit vector along which a line arrives at its last point."""
    tip = points[-1]
    before = next((point for point in reversed(points) if point != tip), tip)
    length = math.dist(before, tip) or 1
    return (tip[0] - before[0]) / length, (tip[1] - before[1]) / length


def _drawn_back(points: Outline, length: float, *, curve: bool) -> Outline:
    """Return the line ended earlier, or a thick line would show on both sides of the tip."""
    ux, uy = _direction(points)
    length = min(length, math.dist(points[-2], points[-1]) * 0.9)
    moved = 2 if curve else 1  # the last handle of a curve goes with its end
    return (
        *points[:-moved],
        *((x - ux * length, y - uy * length) for x, y in points[-moved:]),
    )


def _towards(corner: Point, other: Point, radius: float) -> Point:
    length = math.dist(corner, other) or 1
    share = min(radius, length / 2) / length
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _pair(point: Point) -> str:
    return f"{decimal(point[0])} {decimal(point[1])}"
