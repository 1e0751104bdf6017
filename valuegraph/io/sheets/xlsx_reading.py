"""Workbooks of Excel, read: values and never formulas, within bounds."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from valuegraph.extras import required
from valuegraph.io.formats import ReadOptions, Tree
from valuegraph.io.sheets.archive import (
    OLD,
    ZIP,
    RefusedError,
    member,
    opened,
    require_small_merges,
)
from valuegraph.io.sheets.found import found_cell, rows_of
from valuegraph.io.sheets.reading import tree_of_sheets
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet
from valuegraph.problems import Bilingual, Problem

USE = Bilingual("Pour lire et écrire des classeurs .xlsx", "To read and write .xlsx workbooks")
_MOST_CELLS = 300_000


def is_xlsx(content: bytes) -> bool:
    """Tell whether these bytes are a workbook of Excel, a locked one included."""
    if content.startswith(OLD):
        return b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in content
    return content.startswith(ZIP) and b"xl/workbook.xml" in content


def read_xlsx(content: bytes, options: ReadOptions) -> Tree:
    """Return the tree of the chain that a workbook holds, and what is wrong.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    try:
        sheets = xlsx_sheets(content, options.language)
    except RefusedError as refused:
        return None, [refused.problem]
    return tree_of_sheets(sheets)


def xlsx_sheets(content: bytes, language: str) -> list[FoundSheet]:
    """Return the sheets of a workbook as they are, whatever they mean.

    Raises:
        MissingExtraError: openpyxl is not installed.
        RefusedError: the workbook is damaged, too large, or more than tables.
    """
    openpyxl = required("openpyxl", extra="xlsx", use=USE, language=language)
    has_formulas = _checked(content)
    values = _loaded(openpyxl, content, values=True)
    typed = _loaded(openpyxl, content, values=False) if has_formulas else None
    return [
        _sheet(sheet, typed[sheet.title] if typed is not None else None)
        for sheet in values.worksheets
    ]


def _checked(content: bytes) -> bool:
    """Tell whether there are formulas; refuse what must not even be opened."""
    has_formulas, cells = False, 0
    with opened(content) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        for name in names:
            data = member(archive, name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                require_small_merges(data)
                has_formulas = has_formulas or b"<f" in data
                cells += data.count(b"<c ")
            if b'TargetMode="External"' in data and b"externalLink" in data:
                raise RefusedError(Problem("VG623"))
            if b"macroEnabled" in data:
                raise RefusedError(Problem("VG622"))
    if cells > _MOST_CELLS:
        what = Bilingual(f"{cells} cellules", f"{cells} cells")
        raise RefusedError(Problem("VG624", values={"what": what}))
    return has_formulas


def _loaded(openpyxl: Any, content: bytes, *, values: bool) -> Any:
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what the workbook has and openpyxl has not
            return openpyxl.load_workbook(BytesIO(content), data_only=values, keep_links=False)
    except Exception:  # a damaged workbook can break its reader in any way
        raise RefusedError(Problem("VG620")) from None


def _sheet(sheet: Any, typed: Any) -> FoundSheet:
    cells: dict[tuple[int, int], FoundCell] = {}
    for (row, column), cell in sheet._cells.items():  # only those that are there: never the whole
        found = found_cell(cell.value, row, column, percent="%" in (cell.number_format or ""))
        if found is not None and getattr(cell, "data_type", "") == "e":
            found = FoundCell(found.text, row, column, "fault")
        if found is not None:
            cells[row, column] = found
    for (row, column), cell in typed._cells.items() if typed is not None else ():
        if getattr(cell, "data_type", "") == "f" and sheet._cells[row, column].value is None:
            cells[row, column] = FoundCell(str(cell.value)[:40], row, column, "fault")
    merged = [
        (area.min_row, area.max_row, area.min_col)
        for area in sheet.merged_cells.ranges
        if area.max_row > area.min_row
    ]
    return FoundSheet(sheet.title, rows_of(cells, merged), sheet.sheet_state != "visible")
