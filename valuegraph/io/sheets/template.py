"""An empty workbook that a facilitator can use at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from valuegraph.errors import OptionError
from valuegraph.extras import required
from valuegraph.io.documents.keys import PLACES, Takes, field_of
from valuegraph.io.sheets.layout import PART_SHEETS, ROW_PLACES, SHEETS, heading
from valuegraph.io.sheets.sheet import WrittenSheet
from valuegraph.io.sheets.template_words import (
    COLUMNS,
    EXAMPLES,
    HELP,
    HELP_TITLE,
    LISTS_TITLE,
)
from valuegraph.io.sheets.xlsx_reading import USE
from valuegraph.io.sheets.xlsx_writing import FONT, fill_sheet, put, saved
from valuegraph.model.link import LINK_KINDS, SHORT_FORMS
from valuegraph.model.validation import FIELD_WORDS, TYPE_WORDS
from valuegraph.model.words import VOCABULARY, key_word, word
from valuegraph.problems import LANGUAGES, Bilingual, Problem
from valuegraph.saving import save_bytes

_FIRST_ROW, _LAST_ROW = 3, 200
_LAST_PRINTED = 30
_LINE = 88
"""About how many letters a line of the first page holds."""

_NUMBERS = frozenset({"amount", "strength", "value", "baseline", "target", "date"})
_OF_LANGUAGE = Bilingual("la langue", "the language")
_ALL = "__all__"


def template(target: str | os.PathLike[str] | None = None, *, language: str = "fr") -> bytes | None:
    """Write an empty workbook for a workshop: a sheet a kind of part, with lists to choose from.

    Args:
        target: the file, ending in ``.xlsx``; its bytes are returned without one.
        language: ``"fr"`` or ``"en"``, of titles, headings, words and explanations.

    Returns:
        The bytes without a target, else nothing. :func:`read` reads the workbook back whatever
        its language; its example rows begin with ``#`` and are left out.

    Raises:
        OptionError: the language or the ending is another.
        FileAccessError: the file cannot be written.
        MissingExtraError: openpyxl is not installed.
    """
    if language not in LANGUAGES:
        values = {"option": _OF_LANGUAGE, "value": language, "allowed": list(LANGUAGES)}
        raise OptionError(Problem("VG450", values=values))
    if target is not None and Path(target).suffix.lower() != ".xlsx":
        told = {"name": Path(target).name, "allowed": [".xlsx"]}
        raise OptionError(Problem("VG451", values=told), language=language)
    content = _content(required("openpyxl", extra="xlsx", use=USE, language=language), language)
    if target is None:
        return content
    save_bytes(target, content)
    return None


def _content(openpyxl: Any, language: str) -> bytes:
    book = openpyxl.Workbook()
    _explain(book.active, language)
    about = ("name", "territory", "language", "period", "description")
    given = {"language": language}
    rows = [{"key": key_word(key, language), "value": given.get(key, "")} for key in about]
    fill_sheet(book, WrittenSheet("chain", ("key", "value"), rows), keys=language)
    lists = _Lists(book, language)
    for sheet, columns in COLUMNS.items():
        example = {column: text.text(language) for column, text in EXAMPLES[sheet].items()}
        first = columns[0]
        example[first] = f"# {'exemple' if language == 'fr' else 'example'} : {example[first]}"
        made = fill_sheet(book, WrittenSheet(sheet, columns, [example]), keys=language)
        _prepare(openpyxl, made, sheet, columns, lists)
    lists.finish()
    return saved(book)


def _explain(page: Any, language: str) -> None:
    from openpyxl.styles import Alignment, Font

    page.title = HELP_TITLE.text(language)
    page.column_dimensions["A"].width = 90
    for number, line in enumerate(HELP, 1):
        cell = put(page, number, 1, line.text(language))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name=FONT, bold=number == 1, size=16 if number == 1 else 12)
        lines = -(-len(line.text(language)) // _LINE)
        page.row_dimensions[number].height = 30 if number == 1 else 4 + 17 * lines
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _prepare(openpyxl: Any, made: Any, sheet: str, columns: tuple[str, ...], lists: _Lists) -> None:
    """Give a sheet its lists, its grey example, and columns in which a text stays a text."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    made.print_area = f"A1:{get_column_letter(len(columns))}{_LAST_PRINTED}"
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        made.cell(row=2, column=number).font = Font(name=FONT, size=11, italic=True, color="666666")
        dimension = made.column_dimensions[letter]
        dimension.alignment = Alignment(wrap_text=True, vertical="top")
        if column not in _NUMBERS:
            dimension.number_format = "@"
        source = lists.source(sheet, column)
        if source:
            # a list that helps and never forbids: a cell may hold several, or a word of one's own
            allowed = DataValidation("list", formula1=source, allow_blank=True,
                                     showErrorMessage=False)  # fmt: skip
            allowed.add(f"{letter}{_FIRST_ROW}:{letter}{_LAST_ROW}")
            made.add_data_validation(allowed)


class _Lists:
    """The hidden sheet of words to choose from, and the ranges of the names already typed."""

    def __init__(self, book: Any, language: str) -> None:
        self._book, self._language = book, language
        self._columns: dict[str, list[str]] = {}

    def source(self, sheet: str, column: str) -> str:
        """Return the range of the words that a column may hold; empty for free text."""
        place = ROW_PLACES[sheet]
        words = self._words(place, column)
        if words:
            name = f"{heading(column, self._language)} ({sheet})"
            self._columns[name] = words
            return self._range(list(self._columns).index(name) + 2, len(words))
        kinds = _kinds_meant(place, column)
        if kinds is None:
            return ""
        sheets = [one for one, kind in PART_SHEETS.items() if kind in kinds and one in COLUMNS]
        if len(sheets) == 1:
            return f"{self._name(sheets[0])}!$A${_FIRST_ROW}:$A${_LAST_ROW}"
        return f"OFFSET({self._title}!$A$2,0,0,MAX(1,{self._title}!$A$1),1)"

    def finish(self) -> None:
        """Add the hidden sheet: column A holds all the names typed, the others the words."""
        page = self._book.create_sheet(LISTS_TITLE.text(self._language))
        page.sheet_state = "hidden"
        sheets = ("actors", "resources", "support", "activities", "outputs", "impacts")
        ranges = [f"{self._name(one)}!$A${_FIRST_ROW}:$A${_LAST_ROW}" for one in sheets]
        counts = [f"COUNTA({one})" for one in ranges]
        page["A1"] = "=" + "+".join(counts)
        for row in range(2, _LAST_ROW + 1):
            formula = '""'
            for number in reversed(range(len(ranges))):
                before = "+".join(counts[:number]) or "0"
                index = f"INDEX({ranges[number]},ROW()-1-({before}))"
                formula = f"IF(ROW()-1<={before}+{counts[number]},{index},{formula})"
            page.cell(row=row, column=1).value = f"={formula}"
        for number, (name, words) in enumerate(self._columns.items(), 2):
            put(page, 1, number, name)
            for row, one in enumerate(words, 2):
                put(page, row, number, one)

    def _words(self, place: str, column: str) -> list[str]:
        """Return the words of a vocabulary, in the language; none for what is not one."""
        vocabulary = _vocabulary(place, column)
        if column == "way":
            return [key_word(one, self._language) for one in ("receives", "gives")]
        if vocabulary is None:
            return []
        return [word(vocabulary, code, self._language) for code in VOCABULARY[vocabulary]]

    @property
    def _title(self) -> str:
        return LISTS_TITLE.text(self._language)

    def _name(self, sheet: str) -> str:
        return f"'{SHEETS[sheet].text(self._language)}'"

    def _range(self, column: int, count: int) -> str:
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(column)
        return f"{self._title}!${letter}$2:${letter}${count + 1}"


def _vocabulary(place: str, column: str) -> str | None:
    takes = PLACES[place].get(column)
    if takes is Takes.CIRCUIT or column == "circuit":
        return "circuit"
    if takes is Takes.TRUTH:
        return "truth"
    if takes is not Takes.WORD:
        return None
    if column == "type":
        return TYPE_WORDS.get(place)
    if place == "link" and column == "kind":
        return "kind"
    return FIELD_WORDS.get(field_of(place, column))


def _kinds_meant(place: str, column: str) -> frozenset[str] | None:
    """Return the kinds of part that a column refers to; ``None`` where it refers to none."""
    form = SHORT_FORMS.get(place, {}).get(column)
    if form is not None:
        kind = LINK_KINDS[form.kind]
        return frozenset(kind.ends if form.part_is_start else kind.starts)
    named = {
        ("modality", "activity"): {"activity"},
        ("modality", "with"): {"actor"},
        ("modality", "resources"): {"resource"},
        ("modality", "to"): {"impact"},
        ("criterion", "of"): {"question"},
        ("indicator", "of"): {"criterion"},
        ("observation", "indicator"): {"indicator"},
        ("rating", "of"): {"criterion"},
        ("link", "start"): {_ALL},
        ("link", "end"): {_ALL},
        ("question", "about"): {_ALL},
        ("indicator", "measures"): {_ALL},
    }
    found = named.get((place, column))
    return frozenset(found) if found is not None else None
