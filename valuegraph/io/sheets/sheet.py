"""A sheet: a title, headings and rows, as it is written and as it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valuegraph.io.sheets.cells import Plain


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet to be written.

    Attributes:
        code: which sheet it is, a key of ``SHEETS``.
        columns: its columns, by code.
        rows: for each row, column -> value; what is not there is empty.
    """

    code: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Plain]]


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell as it was found.

    Attributes:
        text: what it holds; a number, a date or a truth as it would be typed.
        row, column: where it stands, from 1.
        kind: ``text``, ``number``, ``date``, ``truth`` or ``fault`` (a formula without a value,
            or with an error).
    """

    text: str
    row: int
    column: int
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet as it was found.

    Attributes:
        title: its title, as complaints tell it.
        cells: its cells that are not empty, row by row.
        hidden: whether its users do not see it.
    """

    title: str
    cells: tuple[tuple[FoundCell, ...], ...]
    hidden: bool = False
