"""The proof in grey: a finished scene as a black and white printer shows it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from valuegraph.render import colour
from valuegraph.render.scene import Connector, Group, Node, Paint, Runs, Scene, Shape, Text


def in_grey(scene: Scene) -> Scene:
    """Return the same scene, each colour the grey of the same luminance; nothing else changes."""
    children = tuple(_node(node) for node in scene.children)
    return replace(scene, children=children, background=_grey(scene.background))


def _node(node: Node) -> Node:
    match node:
        case Group():
            return replace(node, children=tuple(_node(child) for child in node.children))
        case Shape() | Connector():
            return replace(node, paint=_paint(node.paint))
        case Text():
            return replace(
                node,
                lines=tuple(map(_runs, node.lines)),
                paragraphs=tuple(map(_runs, node.paragraphs)),
            )


def _paint(paint: Paint) -> Paint:
    return replace(paint, fill=_grey(paint.fill), stroke=_grey(paint.stroke))


def _runs(runs: Runs) -> Runs:
    return tuple(replace(run, colour=_grey(run.colour)) for run in runs)


@lru_cache(maxsize=4096)
def _grey(written: str) -> str:
    return colour.grey(written) if written else ""
