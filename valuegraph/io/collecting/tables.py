"""The table of a source: which of its sheets, which of its rows holds the headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from valuegraph.io import loading
from valuegraph.io.collecting.columns import Headings
from valuegraph.io.collecting.mapping import ColumnMapping
from valuegraph.io.encoding import decode, lost_letters, with_plain_line_ends
from valuegraph.io.sheets.archive import RefusedError
from valuegraph.io.sheets.csv_folder import csv_rows
from valuegraph.io.sheets.layout import sheet_code
from valuegraph.io.sheets.ods_reading import is_ods, ods_sheets
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet
from valuegraph.io.sheets.xlsx_reading import is_xlsx, xlsx_sheets
from valuegraph.io.tree import Place
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem, Where

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".yaml", ".yml", ".json")
"""The endings of what observations are read from."""

_LONGEST_HEADING_SEARCH = 10
_EXCEL_SAYS = "sep="


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table to be read.

    Attributes:
        title: that of its sheet; empty where there is one table only.
        line: the row of its headings.
        headings: number of the column -> heading.
        rows: the rows below the headings, without their empty cells.
    """

    title: str
    line: int
    headings: Mapping[int, str]
    rows: Sequence[tuple[FoundCell, ...]]

    def place(self, column: int) -> Place:
        """Return the place of a heading; with 0 that of all of them."""
        return Place(self.line, column, self.title)


def sheets_of_source(
    source: Any, mapping: ColumnMapping, language: str
) -> tuple[list[FoundSheet], list[Problem]]:
    """Return the sheets of a source, and what is wrong with it.

    Args:
        source: a path, bytes, an open file, the text of a CSV, or a data frame.
        mapping: what it says of the letters.
        language: the language of an error about a package that is missing.

    Raises:
        FileAccessError: the file cannot be opened.
        MissingExtraError: openpyxl is not installed.
        TypeError: the source is none of these.
    """
    if hasattr(source, "columns") and hasattr(source, "to_dict"):
        from valuegraph.io.sheets.columns import sheet_of_columns

        columns = {str(name): source[name].tolist() for name in source.columns}
        return [sheet_of_columns("", columns)], []
    is_path = loading.is_path(source, ENDINGS)
    content, problems = loading.content_of(source, is_path=is_path)
    if content is None:
        return [], problems
    if isinstance(content, bytes):
        try:
            if is_xlsx(content):
                return xlsx_sheets(content, language), []
            if is_ods(content):
                return ods_sheets(content), []
        except RefusedError as refused:
            return [], [refused.problem]
        text, problems = _decoded(content, mapping.encoding)
    else:
        text = with_plain_line_ends(content)
    if text is None:
        return [], problems
    rows = csv_rows(_without_hint(text))
    if rows is None:
        return [], [Problem("VG718")]
    return [FoundSheet("", rows)], lost_letters(text)


def table_of(
    sheets: Sequence[FoundSheet], expected: Headings, mapping: ColumnMapping
) -> tuple[FoundTable | None, list[Problem]]:
    """Return the table that holds observations, or what is to be asked.

    Args:
        sheets: all that were found.
        expected: the headings that the chain makes us expect.
        mapping: the sheet it names, and the headings it knows.
    """
    known = {fold(rule.heading) for rule in mapping.columns}
    full = [sheet for sheet in sheets if sheet.cells]
    if mapping.sheet:
        full = [sheet for sheet in full if fold(sheet.title) == fold(mapping.sheet)]
        if not full:
            titles = [sheet.title for sheet in sheets]
            near = ", ".join(did_you_mean(mapping.sheet, titles))
            guess = Bilingual(f"Vouliez-vous dire : {near} ? ", f"Did you mean: {near}? ")
            values = {"sheet": mapping.sheet, "allowed": titles or ["—"],
                      "near": guess if near else Bilingual("", "")}  # fmt: skip
            return None, [Problem("VG719", values=values)]
    found = [(sheet, *_heading_row(sheet, expected, known)) for sheet in full]
    fitting = [one for one in found if one[2] > 0]
    ours = [one for one in fitting if sheet_code(one[0].title) == "observations"]
    chosen = ours if len(ours) == 1 else fitting
    if not chosen:
        allowed = expected.known[:30]
        return None, [Problem("VG695", values={"allowed": allowed or ["—"]})]
    if len(chosen) > 1:
        titles = [one[0].title for one in chosen]
        return None, [Problem("VG715", values={"sheets": titles})]
    sheet, first, _ = chosen[0]
    headings = {cell.column: " ".join(cell.text.split()) for cell in sheet.cells[first]}
    hidden = [Problem("VG612", Where(sheet=sheet.title))] if sheet.hidden else []
    line = sheet.cells[first][0].row
    return FoundTable(sheet.title, line, headings, sheet.cells[first + 1 :]), hidden


def is_text_form(source: Any) -> bool:
    """Tell whether a source is a file of observations in YAML or JSON, or plain data."""
    if isinstance(source, Mapping | list | tuple):
        return True
    if loading.is_path(source, ENDINGS):
        return PurePath(source).suffix.lower() in (".yaml", ".yml", ".json")
    name = loading.name_of(source, is_path=False)
    if name:
        return PurePath(name).suffix.lower() in (".yaml", ".yml", ".json")
    if not isinstance(source, str):
        return False
    start = source.lstrip("\ufeff \t\r\n")
    return start.startswith(("{", "[", "- ", "#", "observations:", "valuegraph:"))


def _heading_row(sheet: FoundSheet, expected: Headings, known: set[str]) -> tuple[int, int]:
    """Return which row holds the headings and how many are known; the fullest of the first."""
    best = 0, 0
    for number, cells in enumerate(sheet.cells[:_LONGEST_HEADING_SEARCH]):
        count = sum(
            1
            for cell in cells
            if fold(cell.text) in known or expected.meaning(cell.text) is not None
        )
        if count > best[1]:
            best = number, count
    return best


def _decoded(content: bytes, encoding: str) -> tuple[str | None, list[Problem]]:
    if encoding in ("", "utf-8"):
        return decode(content)
    try:
        return with_plain_line_ends(content.decode(encoding)), []
    except UnicodeError:
        return decode(content)


def _without_hint(text: str) -> str:
    """Return a CSV without the line by which Excel says what stands between its cells."""
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    return (
        f"\n{rest}" if said.startswith(_EXCEL_SAYS) and len(said) <= len(_EXCEL_SAYS) + 1 else text
    )
