"""Tables as columns of values, as programs keep them: numbers are numbers, references lists."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from valuegraph.io.sheets.found import found_cell
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet, WrittenSheet

Columns = dict[str, list[Any]]

_NUMBERS = frozenset({"strength", "amount"})
_LISTS = frozenset({"resources", "to"})


def columns_of_rows(sheet: WrittenSheet) -> Columns:
    """Return a table as columns: texts, ``None`` where nothing is known, and beside them numbers.

    ``strength`` and ``amount`` are numbers where every one of theirs is; ``resources`` and ``to``
    are lists of ids. So :func:`valuegraph.network` reads the tables as they are.
    """
    told: Columns = {}
    for column in sheet.columns:
        values = [row.get(column) for row in sheet.rows]
        if column in _LISTS:
            told[column] = [_listed(value) for value in values]
        elif column in _NUMBERS and _are_numbers(values):
            told[column] = [None if value is None else float(value) for value in values]
        else:
            told[column] = [None if value is None else _text(value) for value in values]
    return told


def sheet_of_columns(name: str, columns: Mapping[str, Sequence[Any]]) -> FoundSheet:
    """Return columns as a sheet as it would be found: headings in row 1, then a row each."""
    heads = list(columns)
    rows = [tuple(FoundCell(str(head), 1, number) for number, head in enumerate(heads, 1))]
    for row, values in enumerate(zip(*columns.values(), strict=True), 2):
        found = (found_cell(_cell(value), row, number) for number, value in enumerate(values, 1))
        cells = tuple(cell for cell in found if cell is not None)
        rows += [cells] if cells else []
    return FoundSheet(name, tuple(rows))


def _are_numbers(values: Sequence[Any]) -> bool:
    """Tell whether all that is known are numbers that a float holds to their last digit."""
    known = [value for value in values if value is not None]
    return bool(known) and all(
        isinstance(value, int | float) and not isinstance(value, bool) and float(value) == value
        for value in known
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str) else repr(value)


def _listed(value: Any) -> list[str] | None:
    return None if value is None else str(value).split("; ")


def _cell(value: Any) -> Any:
    """Return what a cell of a table is, whichever library holds it."""
    if hasattr(value, "tolist") and not isinstance(value, str):
        value = value.tolist()  # numpy
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    if isinstance(value, list | tuple):
        return json.dumps([str(one) for one in value], ensure_ascii=False) if value else None
    if isinstance(value, float) and math.isnan(value):
        return None
    return None if type(value).__name__ in ("NAType", "NaTType") else value
