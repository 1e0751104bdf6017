"""A file as it was typed: scalars, lists and mappings, each with its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, counted from 1; 0 where there is no file (a Python value).

    In a workbook the line is the row, and ``sheet`` the title of its sheet.
    """

    line: int = 0
    column: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it was typed.

    Attributes:
        text: the text; empty for nothing at all (``key:``).
        place: where it begins.
        quoted: whether quotes, a block (``|``, ``>``) or a Python ``str`` say that it is a text.
            A text that is not quoted may be a number, a date, yes or no: the schema decides.
    """

    text: str
    place: Place = Place()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    items: tuple[Node, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in the order in which it was typed; keys are unique as typed."""

    entries: tuple[Entry, ...]
    place: Place = Place()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Listing | Table
