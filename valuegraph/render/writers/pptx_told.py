"""What a screen reader says of the shapes of a slide: their names and alternative texts."""

from __future__ import annotations

from valuegraph.render.scene import Group, Text
from valuegraph.render.writers.pptx_text import Block
from valuegraph.render.writers.svg_text import readable


def name_of(group: Group) -> str:
    """Return how a group is called in the list of shapes."""
    return readable(group.title or group.role or group.id)


def alternative(group: Group) -> str:
    """Return the alternative text of a group: title, description, and whole what it shortens."""
    whole = (node.full for node in group.children if isinstance(node, Text))
    return _lines(group.title, group.description, *whole)


def shown_whole(title: str, block: Block | None) -> str:
    """Return the alternative text of a lone shape or text, with what it shortens whole."""
    return _lines(title, *(text.full for text in block or ()))


def _lines(*texts: str) -> str:
    return readable("\n".join(filter(None, texts)))
