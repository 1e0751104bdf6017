"""What is in a cell of a workbook, as it would be typed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from valuegraph.io.sheets.sheet import FoundCell

_MOST_EXACT = 10**15
_MOST_FILLED = 10_000


def found_cell(value: Any, row: int, column: int, *, percent: bool = False) -> FoundCell | None:
    """Return a cell by the value that a workbook gives; ``None`` for an empty one.

    Args:
        value: a text, a number, a truth, a date or nothing.
        row, column: from 1.
        percent: the number is shown as a percentage.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return FoundCell("true" if value else "false", row, column, "truth")
    if isinstance(value, int | float):
        return FoundCell(number_text(value), row, column, "percent" if percent else "number")
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return FoundCell(value.date().isoformat(), row, column, "date")
    if isinstance(value, datetime.date | datetime.time):
        return FoundCell(value.isoformat(), row, column, "date")
    if isinstance(value, datetime.timedelta):
        return FoundCell(str(value), row, column, "date")
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return FoundCell(text, row, column) if text.strip() else None


def number_text(value: float) -> str:
    """Return a number as one would type it: ``20``, not ``20.0``."""
    whole = isinstance(value, int) or (value == int(value) and abs(value) < _MOST_EXACT)
    return str(int(value)) if whole else repr(value)


def rows_of(
    cells: Mapping[tuple[int, int], FoundCell], merged: list[tuple[int, int, int]]
) -> tuple[tuple[FoundCell, ...], ...]:
    """Return cells row by row; one merged over several rows counts in each of them.

    Args:
        cells: (row, column) -> cell.
        merged: (first row, last row, column) of each cell merged over rows.
    """
    filled = dict(cells)
    for first, last, column in merged:
        cell = cells.get((first, column))
        for row in range(first + 1, min(last, first + _MOST_FILLED) + 1):
            if cell is not None:
                filled.setdefault((row, column), FoundCell(cell.text, row, column, cell.kind))
    rows: dict[int, list[FoundCell]] = {}
    for (row, _), cell in sorted(filled.items()):
        rows.setdefault(row, []).append(cell)
    return tuple(tuple(row) for row in rows.values())
