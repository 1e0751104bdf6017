"""Workbooks of Excel, written: every text a text, the same chain the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.extras import required
from valuegraph.io.sheets.archive import packed
from valuegraph.io.sheets.cells import Plain
from valuegraph.io.sheets.layout import SHEETS, heading
from valuegraph.io.sheets.sheet import WrittenSheet
from valuegraph.io.sheets.xlsx_reading import USE
from valuegraph.problems import Problem, Problems, Where

MOST_IN_A_CELL = 32_767
"""The longest text of a cell in Excel, in units of UTF-16."""

_ACTIVE = ("=", "+", "-", "@", "\t")
_WIDE = frozenset({"description", "ask", "why", "actions", "text", "name", "value", "evidence",
                   "assumptions", "extra", "supports", "uses", "of"})  # fmt: skip
FONT = "Calibri"
MOST_ON_A4 = 7
"""The most columns that are read on a sheet of A4; more go on A3."""

_HEAD, _HEAD_TEXT = "1F4E79", "FFFFFF"
_DATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def xlsx_of(sheets: Sequence[WrittenSheet], *, keys: str, language: str) -> bytes:
    """Return a workbook.

    Args:
        sheets: its sheets.
        keys: the language of titles and headings.
        language: the language of errors.

    Raises:
        FileFormatError: texts are longer than a cell can hold; all of them are told.
        MissingExtraError: openpyxl is not installed.
    """
    openpyxl = required("openpyxl", extra="xlsx", use=USE, language=language)
    require_short_texts(sheets, keys=keys, language=language)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        fill_sheet(book, sheet, keys=keys)
    return saved(book)


def require_short_texts(
    sheets: Sequence[WrittenSheet], *, keys: str, language: str, most: int = MOST_IN_A_CELL
) -> None:
    """Refuse texts that no cell can hold.

    Raises:
        FileFormatError: there are some.
    """
    problems: list[Problem] = []
    for sheet in sheets:
        for number, row in enumerate(sheet.rows, 2):
            for place, column in enumerate(sheet.columns, 1):
                value = row.get(column)
                count = len(value.encode("utf-16-le")) // 2 if isinstance(value, str) else 0
                if count > most:
                    where = Where(id=str(row.get("id", "")), line=number, column=place,
                                  sheet=SHEETS[sheet.code].text(keys))  # fmt: skip
                    problems.append(Problem("VG625", where, {"count": count, "most": most}))
    if problems:
        raise FileFormatError(Problems(problems, language=language), language=language)


def fill_sheet(book: Any, sheet: WrittenSheet, *, keys: str) -> Any:
    """Add a sheet to a workbook: headings that stay, rows of wrapped texts, a page to print."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(SHEETS[sheet.code].text(keys))
    wrapped = Alignment(vertical="top", wrap_text=True)
    for number, column in enumerate(sheet.columns, 1):
        cell = put(made, 1, number, heading(column, keys))
        cell.font = Font(name=FONT, size=11, bold=True, color=_HEAD_TEXT)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        width = 32 if column in _WIDE else 15
        made.column_dimensions[get_column_letter(number)].width = width
    for row_number, row in enumerate(sheet.rows, 2):
        for number, column in enumerate(sheet.columns, 1):
            if column in row:
                put(made, row_number, number, row[column]).alignment = wrapped
    to_print(made, wide=len(sheet.columns) > MOST_ON_A4)
    return made


def to_print(made: Any, *, wide: bool) -> None:
    """Set a sheet up for the screen and the printer: landscape, one page wide, headings kept."""
    made.freeze_panes = "B2"
    made.print_title_rows = "1:1"
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = made.PAPERSIZE_A3 if wide else made.PAPERSIZE_A4
    made.print_options.gridLines = True
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.oddFooter.center.text = "&A — &P / &N"


def put(made: Any, row: int, column: int, value: Plain) -> Any:
    """Fill a cell; a text stays a text, whatever it begins with."""
    cell = made.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = "-"
        cell._value, cell.data_type = str(value), "s"  # past what openpyxl guesses from a text
        if value.startswith(_ACTIVE):
            cell.quotePrefix = True
    else:
        cell.value = value
        if isinstance(value, float):
            cell._value = repr(value)  # openpyxl keeps one digit less than some numbers have
    return cell


def saved(book: Any) -> bytes:
    """Return a workbook as bytes without dates."""
    written = BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    files[core] = _DATED.sub(b"", files[core]).replace(b"openpyxl", b"valuegraph")
    return packed(files)
