"""From a Python mapping, as other programs or JSON give it, to a tree without places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

from valuegraph.io.tree import Node, Place
from valuegraph.io.tree_building import StopReadingError, TreeBuilder
from valuegraph.problems import Problem

_END = object()
_PLACE = Place()


def tree_of(value: Mapping[Any, Any]) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a mapping and what cannot be read in it.

    A ``str`` is a text; numbers, ``True``, ``False`` and ``None`` are what a person would
    type for them. Nothing is returned when a bound was passed, as by data that contains
    itself.
    """
    builder = TreeBuilder()
    try:
        _build(builder, value)
    except StopReadingError:
        return None, builder.problems
    return builder.root, builder.problems


def _build(builder: TreeBuilder, value: Any) -> None:
    waiting: list[Iterator[Any]] = [iter((value,))]
    while waiting:
        item = next(waiting[-1], _END)
        if item is _END:
            waiting.pop()
            if waiting:
                builder.end()
        elif isinstance(item, Mapping):
            builder.begin_table(_PLACE)
            waiting.append(piece for entry in item.items() for piece in entry)
        elif isinstance(item, list | tuple) and not builder.wants_key:
            builder.begin_listing(_PLACE)
            waiting.append(iter(item))
        else:
            _scalar(builder, item)


def _scalar(builder: TreeBuilder, value: Any) -> None:
    if isinstance(value, str):
        builder.scalar(str.__str__(value), quoted=True)
        return
    text = (
        None
        if builder.wants_key and (value is None or value is True or value is False)
        else (_typed(value))
    )
    if text is None:
        path = [key for key in builder.path if key]
        shown = " > ".join([*path, repr(value)[:40]] if builder.wants_key else path)
        builder.complain("VG117", _PLACE, path=shown, type=type(value).__name__)
    builder.scalar(text or "?")


def _typed(value: Any) -> str | None:
    """Return what a person would type for a value that is not a text."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Real):
        return repr(float(value))
    return None
