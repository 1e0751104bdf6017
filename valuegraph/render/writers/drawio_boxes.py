"""Boxes of things of a scene: what a group covers, and where a connector touches a box."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from valuegraph.render.scene import Connector, Node, Point, Shape, Text


class Box(NamedTuple):
    """A box in design units."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes lie on each other."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def holds(self, other: Box, *, give: float = 1) -> bool:
        """Tell whether the other box lies in this one, give or take a little."""
        return (
            other.x >= self.x - give
            and other.y >= self.y - give
            and other.x + other.w <= self.x + self.w + give
            and other.y + other.h <= self.y + self.h + give
        )

    def fraction(self, point: Point) -> Point:
        """Return where a point lies in the box, 0 to 1 across and down; outside is its edge."""
        across = (point[0] - self.x) / self.w if self.w else 0.5
        down = (point[1] - self.y) / self.h if self.h else 0.5
        return min(1.0, max(0.0, across)), min(1.0, max(0.0, down))


def box_of(node: Node) -> Box | None:
    """Return the box of a node, a text turned; none of a group that is empty."""
    corners = list(_corners(node))
    if not corners:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _corners(node: Node) -> Iterator[Point]:
    match node:
        case Shape():
            yield from ((node.x, node.y), (node.x + node.w, node.y + node.h))
        case Text():
            yield from _turned(node)
        case Connector():
            yield from node.points
        case _:
            for child in node.children:
                yield from _corners(child)


def _turned(text: Text) -> Iterator[Point]:
    """Yield the corners of a text's box, turned about its centre."""
    x, y = text.x + text.w / 2, text.y + text.h / 2
    turn = math.radians(text.rotate)
    for across in (-text.w / 2, text.w / 2):
        for down in (-text.h / 2, text.h / 2):
            yield (x + across * math.cos(turn) - down * math.sin(turn),
                   y + across * math.sin(turn) + down * math.cos(turn))  # fmt: skip
