"""A form as a workbook of three sheets, whose cells are texts and nothing else."""

from __future__ import annotations

from typing import Any

from valuegraph.extras import required
from valuegraph.io.sheets.xlsx_writing import saved
from valuegraph.io.xlsform.form import FORM_LANGUAGES, Form, Row
from valuegraph.problems import Bilingual

_USE = Bilingual("écrire un questionnaire XLSForm", "to write an XLSForm")


def _by_language(heading: str) -> tuple[str, ...]:
    return tuple(f"{heading}::{language}" for language in FORM_LANGUAGES.values())


SHEETS = {
    "survey": ("type", "name", *_by_language("label"), *_by_language("hint"), "required",
               "constraint", *_by_language("constraint_message"), "appearance"),
    "choices": ("list_name", "name", *_by_language("label")),
    "settings": ("form_title", "form_id", "default_language"),
}  # fmt: skip
"""Sheet -> its headings."""


def workbook_bytes(form: Form, language: str) -> bytes:
    """Return a form as the bytes of an XLSX file; the same form gives the same bytes.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    openpyxl = required("openpyxl", extra="xlsx", use=_USE, language=language)
    book = openpyxl.Workbook()
    book.remove(book.active)
    tables = {"survey": form.survey, "choices": form.choices, "settings": [form.settings]}
    for name, headings in SHEETS.items():
        _fill(book.create_sheet(name), headings, tables[name])
    return saved(book)


def _fill(sheet: Any, headings: tuple[str, ...], rows: list[Row]) -> None:
    """Fill a sheet; a text that begins like a formula is a text that says so."""
    table = [dict(zip(headings, headings, strict=True)), *rows]
    for number, row in enumerate(table, start=1):
        for place, heading in enumerate(headings, start=1):
            text = row.get(heading, "")
            if text:
                cell = sheet.cell(number, place, text)
                cell.data_type = "s"  # or openpyxl would make a formula of “=…”
                if text[0] in "=+-@":
                    cell.quotePrefix = True
    sheet.freeze_panes = "A2"
    for column in range(1, len(headings) + 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 24
