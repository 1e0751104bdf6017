"""Scenes moved as a whole: what a large drawing needs to be cut into tiles."""

from __future__ import annotations

from dataclasses import replace

from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Connector, Group, Node, Point, Shape


def moved(nodes: tuple[Node, ...], dx: float, dy: float) -> tuple[Node, ...]:
    """Return the nodes moved by ``dx`` to the right and ``dy`` down, in du."""
    return tuple(_moved(node, dx, dy) for node in nodes)


def _moved(node: Node, dx: float, dy: float) -> Node:
    if isinstance(node, Group):
        return replace(node, children=moved(node.children, dx, dy))
    if isinstance(node, Connector):
        return replace(node, points=_points(node.points, dx, dy))
    if isinstance(node, Shape):
        # An icon's path is on its own grid; any other is in du, like points.
        path = node.d if node.grid or not node.d else _path(node.d, dx, dy)
        points = _points(node.points, dx, dy)
        return replace(node, x=node.x + dx, y=node.y + dy, points=points, d=path)
    return node.at(node.x + dx, node.y + dy)


def _points(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    return tuple((x + dx, y + dy) for x, y in points)


def _path(d: str, dx: float, dy: float) -> str:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path

    pen = SVGPathPen(None, ntos=decimal)
    parse_path(d, TransformPen(pen, (1, 0, 0, 1, dx, dy)))
    commands: str = pen.getCommands()
    return commands
