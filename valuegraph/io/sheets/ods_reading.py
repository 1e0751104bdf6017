"""Workbooks of LibreOffice, read: values and never formulas, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring  # no DTD

from valuegraph.io.formats import ReadOptions, Tree
from valuegraph.io.sheets.archive import OLD, ZIP, RefusedError, member, opened
from valuegraph.io.sheets.found import number_text, rows_of
from valuegraph.io.sheets.ods_writing import MIME
from valuegraph.io.sheets.reading import tree_of_sheets
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet
from valuegraph.problems import Bilingual, Problem

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT = f"{_URN}office:1.0}}", f"{_URN}table:1.0}}", f"{_URN}text:1.0}}"
_STYLE = f"{_URN}style:1.0}}"
_MOST_CELLS = 300_000
_MOST_REPEATED = 1000


def is_ods(content: bytes) -> bool:
    """Tell whether these bytes are a workbook in OpenDocument."""
    return content.startswith(ZIP) and not content.startswith(OLD) and MIME.encode() in content


def read_ods(content: bytes, options: ReadOptions) -> Tree:
    """Return the tree of the chain that a workbook holds, and what is wrong."""
    try:
        sheets = ods_sheets(content)
    except RefusedError as refused:
        return None, [refused.problem]
    return tree_of_sheets(sheets)


def ods_sheets(content: bytes) -> list[FoundSheet]:
    """Return the sheets of a workbook as they are, whatever they mean.

    Raises:
        RefusedError: the workbook is damaged, too large, or more than tables.
    """
    with opened(content) as archive:
        if b"encryption-data" in member(archive, "META-INF/manifest.xml"):
            raise RefusedError(Problem("VG621"))
        body = member(archive, "content.xml")
    root = _parsed(body)
    linked = (f"{_TABLE}table-source", f"{_TABLE}cell-range-source")
    if any(True for tag in linked for _ in root.iter(tag)):
        raise RefusedError(Problem("VG623"))
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for inner in style.iter(f"{_STYLE}table-properties")
        if inner.get(f"{_TABLE}display") == "false"
    }
    return [_sheet(table, hidden) for table in root.iter(f"{_TABLE}table")]


def _parsed(body: bytes) -> Element:
    try:
        return fromstring(body, XMLParser(encoding="utf-8"))  # noqa: S314 # no DTD: see member()
    except (ParseError, ValueError, LookupError):
        raise RefusedError(Problem("VG620")) from None


def _sheet(table: Element, hidden: set[str | None]) -> FoundSheet:
    cells: dict[tuple[int, int], FoundCell] = {}
    merged: list[tuple[int, int, int]] = []
    row_number = 1
    for row in table.iter(f"{_TABLE}table-row"):
        times = _count(row, "number-rows-repeated")
        found = list(_cells(row, row_number))
        for copy in range(min(times, _MOST_REPEATED) if found else 0):
            for cell, span in found:
                place = row_number + copy
                cells[place, cell.column] = FoundCell(cell.text, place, cell.column, cell.kind)
                if span > 1:
                    merged.append((place, place + span - 1, cell.column))
            if len(cells) > _MOST_CELLS:
                what = Bilingual(f"{len(cells)} cellules", f"{len(cells)} cells")
                raise RefusedError(Problem("VG624", values={"what": what}))
        row_number += times
    title = table.get(f"{_TABLE}name") or ""
    return FoundSheet(title, rows_of(cells, merged), table.get(f"{_TABLE}style-name") in hidden)


def _cells(row: Element, row_number: int) -> Iterator[tuple[FoundCell, int]]:
    """Yield the cells of a row that are not empty, and how many rows each spans."""
    column = 1
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        times = _count(cell, "number-columns-repeated")
        found = _found(cell, row_number, column)
        if found is not None and cell.tag == f"{_TABLE}table-cell":
            span = _count(cell, "number-rows-spanned")
            for copy in range(min(times, _MOST_REPEATED)):
                yield FoundCell(found.text, row_number, column + copy, found.kind), span
        column += times


def _found(cell: Element, row: int, column: int) -> FoundCell | None:
    kind = cell.get(f"{_OFFICE}value-type")
    value = cell.get(f"{_OFFICE}value", "")
    text = "\n".join(_text(line) for line in cell.findall(f"{_TEXT}p"))
    if kind in ("float", "percentage", "currency"):
        try:
            number = number_text(float(value) if not value.lstrip("-").isdigit() else int(value))
        except (ValueError, OverflowError):
            return FoundCell(text or value, row, column, "fault")
        return FoundCell(number, row, column, "percent" if kind == "percentage" else "number")
    if kind == "boolean":
        return FoundCell(cell.get(f"{_OFFICE}boolean-value", ""), row, column, "truth")
    if kind in ("date", "time"):
        told = cell.get(f"{_OFFICE}{kind}-value", "")
        return FoundCell(told.removesuffix("T00:00:00"), row, column, "date")
    if cell.get(f"{_TABLE}formula") and (kind is None or text.startswith(("Err:", "#"))):
        return FoundCell(text or cell.get(f"{_TABLE}formula", "")[:40], row, column, "fault")
    told = cell.get(f"{_OFFICE}string-value") or text
    return FoundCell(told, row, column) if told.strip() else None


def _text(line: Element) -> str:
    """Return the text of a paragraph, its repeated spaces and tabs included; no notes."""
    told = line.text or ""
    for inner in line:
        if inner.tag == f"{_TEXT}s":
            told += " " * min(_count(inner, "c", _TEXT), _MOST_REPEATED)
        elif inner.tag == f"{_TEXT}tab":
            told += "\t"
        elif inner.tag == f"{_TEXT}line-break":
            told += "\n"
        elif not inner.tag.startswith(_OFFICE):
            told += _text(inner)
        told += inner.tail or ""
    return told


def _count(element: Element, name: str, space: str = _TABLE) -> int:
    text = element.get(f"{space}{name}", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 10 else 1
