"""A folder of CSV files with the ``datapackage.json`` that describes them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from valuegraph.errors import FileAccessError
from valuegraph.io.encoding import decode
from valuegraph.io.folders import DESCRIPTOR, Folder
from valuegraph.io.formats import ReadOptions, Tree
from valuegraph.io.sheets.cells import Plain, is_number
from valuegraph.io.sheets.reading import tree_of_sheets
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet, WrittenSheet
from valuegraph.problems import Problem, Where

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_REFERENCES: Mapping[str, Mapping[str, str]] = {
    "parts": {"activity": ""},
    "links": {"start": "parts", "end": "parts"},
    "observations": {"indicator": "parts"},
    "ratings": {},
}
"""Table -> column -> the table whose ids it holds; none is the table itself."""

_MOST_FIELD = 5_000_000
_IN_QUOTES = re.compile(r'"[^"]*"')


def csv_folder_of(sheets: Sequence[WrittenSheet], *, title: str) -> dict[str, bytes]:
    """Return the files of a folder, its descriptor among them.

    Args:
        sheets: the tables, headed by the codes of their columns.
        title: the name of the chain.
    """
    files = {f"{sheet.code}.csv": _csv(sheet) for sheet in sheets}
    return {**files, DESCRIPTOR: descriptor_of(sheets, title=title, ending="csv")}


def descriptor_of(sheets: Sequence[WrittenSheet], *, title: str, ending: str) -> bytes:
    """Return the descriptor of a folder: its tables, their columns, keys and references."""
    told: dict[str, Any] = {
        "profile": "tabular-data-package" if ending == "csv" else "data-package",
        "name": "value-chain",
        "title": title,
        "resources": [_resource(sheet, ending) for sheet in sheets],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(sheet: WrittenSheet, ending: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": column, "type": "string"} for column in sheet.columns],
        "missingValues": [""],
    }
    if sheet.code in ("parts", "links"):
        schema["primaryKey"] = ["id"]
    keys = [
        {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
        for column, table in _REFERENCES.get(sheet.code, {}).items()
    ]
    schema |= {"foreignKeys": keys} if keys else {}
    return {
        "name": sheet.code,
        "path": f"{sheet.code}.{ending}",
        "profile": "tabular-data-resource" if ending == "csv" else "data-resource",
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/vnd.apache.parquet",
        "encoding": "utf-8",
        "schema": schema,
    }


def _csv(sheet: WrittenSheet) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow([inert(row.get(column, "")) for column in sheet.columns])
    return written.getvalue().encode()


def inert(value: Plain) -> str:
    """Return a cell of CSV that no spreadsheet takes for a formula: in quotes if it might.

    What begins with a quote gets quotes as well, so that :func:`_unquoted` gives each cell back.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    if value.startswith((*_ACTIVE, '"')) and not is_number(value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _unquoted(cell: str) -> str:
    """Return what a cell held before it was made inert; one that is not in quotes as it is."""
    if not cell.startswith('"'):
        return cell
    try:
        told = json.loads(cell)
    except ValueError:
        return cell
    return told if isinstance(told, str) else cell


def read_csv_folder(folder: Folder, options: ReadOptions) -> Tree:
    """Return the tree of the chain that a folder of CSV files holds, and what is wrong."""
    listed = listed_in(folder)
    if isinstance(listed, Problem):
        return None, [listed]
    problems: list[Problem] = []
    sheets: list[FoundSheet] = []
    for name, path in listed:
        rows = _rows(folder, path)
        if isinstance(rows, Problem):
            problems.append(rows)
        else:
            sheets.append(FoundSheet(name, rows))
    if problems:
        return None, problems
    return tree_of_sheets(sheets)


def listed_in(folder: Folder) -> list[tuple[str, str]] | Problem:
    """Return the name and path of each table of a descriptor, or what is wrong with it."""
    text, problems = decode(folder.load(DESCRIPTOR))
    if text is None:
        return problems[0]
    try:
        told = json.loads(text)
        return [(str(one["name"]), str(one["path"])) for one in told["resources"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return Problem("VG627")


def _rows(folder: Folder, path: str) -> tuple[tuple[FoundCell, ...], ...] | Problem:
    missing = Problem("VG626", Where(sheet=path), {"name": path})
    try:
        text, problems = decode(folder.load(path))
    except FileAccessError:
        return missing
    if text is None:
        return problems[0].at(sheet=path)
    rows = csv_rows(text)
    return missing if rows is None else rows


def csv_rows(text: str) -> tuple[tuple[FoundCell, ...], ...] | None:
    """Return the cells of a CSV text, row by row, empty ones left out; ``None`` if it is damaged.

    The sign between cells is the one of ``,``, ``;`` and the tab that its first line has most of
    outside quotes.
    """
    first = _IN_QUOTES.sub("", text.lstrip("\n").split("\n", 1)[0])
    between = max(",;\t", key=first.count)
    csv.field_size_limit(_MOST_FIELD)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error:
        return None
    return tuple(
        tuple(FoundCell(_unquoted(value), row, column) for column, value in enumerate(values, 1)
              if value.strip())
        for row, values in enumerate(read, 1)
        if any(value.strip() for value in values)
    )  # fmt: skip
