"""How a value of plain data is to be written: on one line, or without quotes."""

from __future__ import annotations

from typing import Any


class InlineList(list[Any]):
    """A list to be written on one line, ``[a, b]``, if it is short enough."""

    __slots__ = ()


class InlineTable(dict[str, Any]):
    """A mapping to be written on one line, ``{a: 1}``, if it is short enough."""

    __slots__ = ()


class Bare(str):
    """A text to be written without quotes though it looks like a date, a number or yes and no.

    It still gets quotes where reading it back would give another text.
    """

    __slots__ = ()
