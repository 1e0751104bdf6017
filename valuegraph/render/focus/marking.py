"""Marks written over a finished drawing where they cover nothing: step numbers and tags."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from valuegraph.render.fit import fit_line
from valuegraph.render.focus.colouring import line_boxes
from valuegraph.render.geometry import Outline, outline
from valuegraph.render.scene import Connector, Group, Paint, Point, Scene, Shape, Text
from valuegraph.render.theme import Theme
from valuegraph.render.wrap import line_width

Box = tuple[float, float, float, float]

_SIZES = (23.0, 19.0)
_NUMBER_SHARE = 0.62  # of a badge's diameter
_TAG_SIZE, _TAG_PAD, _TAG_HEIGHT = 12.0, 8.0, 18.0
_ROOM = 1.5
_EDGE = 3.0
_CLOSE = 3.0  # between the points of a connector that a mark keeps clear of
_ALONG = 14.0  # from one place tried along an outline to the next


class Marks:
    """Places marks on a scene one after the other; none covers a text, an icon, a line or a mark.

    Args:
        scene: the scene as it is drawn.
        theme: colours and font.
    """

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self._scene, self._theme = scene, theme
        self._taken: list[Box] = [box for text in scene.texts() for box in line_boxes(text, scene)]
        for node in scene.walk():
            if isinstance(node, Shape) and node.role == "icon":
                self._taken.append((node.x, node.y, node.x + node.w, node.y + node.h))
        self._crossing = [
            point for node in scene.walk() if isinstance(node, Connector) for point in _way(node)
        ]

    def step(self, number: int, host: Shape, part: str) -> Group | None:
        """Return the badge with the number of a step, at the outline of ``host``, if it fits."""
        told = str(number)
        for size in _SIZES:
            letters = size * _NUMBER_SHARE - (2.0 if len(told) > 1 else 0.0)
            centre = self._place(host, size, size)
            if centre and letters >= 10:
                x, y = centre[0] - size / 2, centre[1] - size / 2
                disc = Shape("ellipse", x, y, size, size, self._paint(self._theme.highlight))
                text = self._text(told, x, y, size, size, letters, self._theme.ink)
                return Group(f"focus..step-{number}", (disc, text), role="step",
                             data=(("part", part),))  # fmt: skip
        return None

    def tag(self, told: str, host: Shape, part: str) -> Group | None:
        """Return a few words in a small plate at the outline of ``host``, if they fit."""
        font = self._theme.font
        width = line_width(told, _TAG_SIZE, font=font, bold=True) + 2 * _TAG_PAD + 1
        centre = self._place(host, width, _TAG_HEIGHT)
        if centre is None:
            return None
        x, y = centre[0] - width / 2, centre[1] - _TAG_HEIGHT / 2
        plate = Shape("rect", x, y, width, _TAG_HEIGHT, self._paint(self._theme.ink),
                      radius=_TAG_HEIGHT / 2)  # fmt: skip
        text = self._text(told, x, y, width, _TAG_HEIGHT, _TAG_SIZE, self._theme.paper)
        return Group(f"focus..tag-{part}", (plate, text), role="tag", title=told,
                     data=(("part", part),))  # fmt: skip

    def _paint(self, fill: str) -> Paint:
        return Paint(fill, self._theme.ink, 1.4)

    def _text(
        self, told: str, x: float, y: float, w: float, h: float, size: float, colour: str
    ) -> Text:
        return fit_line(
            told, x, y, w, size, h=h, bold=True, colour=colour, align="center", valign="middle",
            language=self._scene.language, font=self._theme.font,
        )  # fmt: skip

    def _place(self, host: Shape, width: float, height: float) -> Point | None:
        """Return the first free centre for a mark of that size, and take it."""
        for x, y in _places(host, width, height):
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if self._is_free(box):
                self._taken.append(box)
                return x, y
        return None

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        on_page = left >= _EDGE and right <= self._scene.width - _EDGE
        if not on_page or top < _EDGE or bottom > self._scene.height - _EDGE:
            return False
        if any(left < x < right and top < y < bottom for x, y in self._crossing):
            return False
        return not any(
            min(right, other[2]) - max(left, other[0]) > -_ROOM
            and min(bottom, other[3]) - max(top, other[1]) > -_ROOM
            for other in self._taken
        )


def _way(connector: Connector) -> Iterator[Point]:
    """Yield points close to each other along a connector."""
    points = connector.points
    if connector.route == "curve":
        for place in range(0, len(points) - 1, 3):
            yield from _curved(points[place : place + 4])
        return
    for start, end in pairwise(points):
        steps = max(1, int(math.dist(start, end) / _CLOSE))
        for step in range(steps + 1):
            share = step / steps
            yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _curved(curve: Sequence[Point]) -> Iterator[Point]:
    """Yield points along one cubic curve."""
    steps = max(8, int(sum(math.dist(*side) for side in pairwise(curve)) / _CLOSE))
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = (
            sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True))
            for axis in (0, 1)
        )
        yield xs, ys


def _places(host: Shape, width: float, height: float) -> Iterator[Point]:
    """Yield centres to try: on the corners of an outline, along it, inside its box, beside it."""
    corners = outline(host) or (
        (host.x, host.y),
        (host.x + host.w, host.y),
        (host.x + host.w, host.y + host.h),
        (host.x, host.y + host.h),
    )
    upper_left = min(corners, key=lambda corner: corner[0] + corner[1])
    inward = (min(width / 2 + 2, host.w / 2), min(height / 2 + 2, host.h / 2))
    flat = width > height
    if not flat:
        yield upper_left
        yield from sorted(corners, key=lambda corner: (corner[1], corner[0]))
    yield from _along(_shrunk(corners, host, inward) if flat else corners)
    yield from _along(corners)
    x0, y0 = host.x + inward[0], host.y + inward[1]
    across, down = host.w - 2 * inward[0], host.h - 2 * inward[1]
    for row in range(7):
        for column in range(7):
            yield x0 + across * column / 6, y0 + down * row / 6
    beside = (height / 2 + 3, width / 2 + 3)
    yield host.x + host.w + beside[1], host.y + host.h / 2
    yield host.x - beside[1], host.y + host.h / 2
    yield host.x + host.w / 2, host.y - beside[0]
    yield host.x + host.w / 2, host.y + host.h + beside[0]


def _along(corners: Sequence[Point]) -> Iterator[Point]:
    """Yield points along the sides, the upper ones first."""
    found = []
    for (x1, y1), (x2, y2) in pairwise((*corners, corners[0])):
        steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / _ALONG))
        found += [
            (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps)
            for step in range(1, steps)
        ]
    yield from sorted(found, key=lambda point: (round(point[1]), point[0]))


def _shrunk(corners: Outline, host: Shape, inward: Point) -> Outline:
    """Return an outline drawn in towards the middle of its box."""
    middle_x, middle_y = host.x + host.w / 2, host.y + host.h / 2
    across = max(0.0, 1 - 2 * inward[0] / host.w) if host.w else 0.0
    down = max(0.0, 1 - 2 * inward[1] / host.h) if host.h else 0.0
    return tuple(
        (middle_x + (x - middle_x) * across, middle_y + (y - middle_y) * down) for x, y in corners
    )
