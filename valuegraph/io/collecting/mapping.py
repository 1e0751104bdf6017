"""A mapping: which column of a table is what, and how its numbers and dates are written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.io.collecting.dates import DAY_FIRST, EXCEL, MONTH_FIRST
from valuegraph.io.documents.reading import Reading, TooManyProblemsError, cut, listed
from valuegraph.io.documents.spelled import (
    Spellings,
    by_spelling,
    spelled_fields,
    suggestion,
)
from valuegraph.io.documents.texts import text_of
from valuegraph.io.sources import tree_of_text
from valuegraph.io.tree import Entry, Node, Table
from valuegraph.model.frozen import EMPTY
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problems

KEYS: Spellings = {
    "columns": ("colonnes",), "always": ("toujours",), "sheet": ("feuille",),
    "decimal": ("décimale",), "percent": ("pourcentages",), "dates": ("dates",),
    "duplicates": ("doublons",), "empty": ("vides",), "encoding": ("encodage",),
}  # fmt: skip
"""The keys of a mapping."""

COLUMN_KEYS: Spellings = {
    "is": ("est",), "unit": ("unité",), "words": ("mots",), "decimal": ("décimale",),
    "percent": ("pourcentages",), "dates": ("dates",),
}  # fmt: skip
"""The keys of a column of a mapping."""

ALWAYS_KEYS: Spellings = {"date": ("date",), "source": ("source",),
                          "viewpoint": ("point_de_vue", "point de vue")}  # fmt: skip

WORDS: Mapping[str, Spellings] = {
    "decimal": {",": ("virgule", "comma"), ".": ("point", "point")},
    "percent": {"0-100": ("0 à 100", "0-100 %"), "0-1": ("0 à 1",)},
    "dates": {DAY_FIRST: ("jour/mois/année",), MONTH_FIRST: ("mois/jour/année",), EXCEL: ()},
    "duplicates": {"keep": ("garder",), "drop": ("écarter",)},
    "encoding": {"utf-8": ("utf8",), "windows-1252": ("cp1252", "latin-1", "iso-8859-1", "ansi"),
                 "utf-16": ("utf16", "unicode")},
}  # fmt: skip
"""Key -> the words that are possible there."""

_A_MAPPING = Bilingual("une correspondance", "a mapping")
_A_COLUMN = Bilingual("une colonne", "a column")
_A_TABLE = Bilingual("une table clé : valeur", "a key: value mapping")


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What a mapping says of one column.

    Attributes:
        heading: its heading, as the mapping writes it.
        means: what it is: ``date``, ``source``, the id of an indicator...; empty where the
            mapping says only how it is written.
        words: what stands in a cell, folded -> the word that is meant.
        unit, decimal, percent, dates: how its values are written; empty where it is not told.
    """

    heading: str
    means: str
    words: Mapping[str, str] = field(default=EMPTY)
    unit: str = ""
    decimal: str = ""
    percent: str = ""
    dates: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column is what, and how the table is written; what is empty is not told.

    Attributes:
        columns: what is said of each column.
        always: what holds for every row: ``date``, ``source``, ``viewpoint``.
        sheet: the title of the sheet.
        decimal, percent, dates, duplicates, encoding: a word of :data:`WORDS`.
        empty: texts that stand for no answer, folded.
        file: how the mapping's file is called.
    """

    columns: tuple[ColumnRule, ...] = ()
    always: Mapping[str, str] = field(default=EMPTY)
    sheet: str = ""
    decimal: str = ""
    percent: str = ""
    dates: str = ""
    duplicates: str = ""
    encoding: str = ""
    empty: frozenset[str] = frozenset()
    file: str = ""


def read_mapping(source: Any, *, language: str = "fr") -> ColumnMapping:
    """Return a mapping given as the path of a YAML or JSON file, or as a Python mapping.

    Raises:
        FileFormatError: something in it cannot be accepted; all of it is told at once.
        FileAccessError: the file cannot be opened.
    """
    if source is None:
        return ColumnMapping()
    file = os.fspath(source) if isinstance(source, str | os.PathLike) else ""
    tree, problems = tree_of_text(source, language=language)
    reading = Reading(file, language)
    mapping = ColumnMapping(file=file)
    if tree is not None:
        with suppress(TooManyProblemsError):
            mapping = _mapping(reading, tree, file)
    every = Problems([one.at(file=file) for one in (*problems, *reading.problems)],
                     language=language)  # fmt: skip
    if tree is None or every.errors:
        raise FileFormatError(every, language=language)
    return mapping


def _mapping(reading: Reading, tree: Node, file: str) -> ColumnMapping:
    if not isinstance(tree, Table):
        reading.wrong_shape(tree, _A_TABLE)
        return ColumnMapping()
    fields = spelled_fields(reading, tree, _A_MAPPING, KEYS)
    columns = _columns(reading, fields["columns"]) if "columns" in fields else ()
    always = _always(reading, fields["always"]) if "always" in fields else {}
    sheet = text_of(reading, fields["sheet"].value, "sheet") if "sheet" in fields else ""
    empty = listed(fields["empty"].value) if "empty" in fields else ()
    texts = (text_of(reading, item, "empty") for item in empty)
    words = {key: word_of(reading, fields[key], key) for key in WORDS if key in fields}
    return ColumnMapping(columns, always, sheet or "", file=file, **words,
                         empty=frozenset(fold(text) for text in texts if text))  # fmt: skip


def _columns(reading: Reading, entry: Entry) -> tuple[ColumnRule, ...]:
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_TABLE)
        return ()
    rules = (_column(reading, column) for column in entry.value)
    return tuple(rule for rule in rules if rule is not None)


def _column(reading: Reading, column: Entry) -> ColumnRule | None:
    heading = column.key.text
    if not isinstance(column.value, Table):
        means = text_of(reading, column.value, heading)
        return None if means is None else ColumnRule(heading, means.strip())
    fields = spelled_fields(reading, column.value, _A_COLUMN, COLUMN_KEYS)
    told = {key: (text_of(reading, fields[key].value, key) or "").strip()
            for key in ("is", "unit") if key in fields}  # fmt: skip
    words = {key: word_of(reading, fields[key], key)
             for key in ("decimal", "percent", "dates") if key in fields}  # fmt: skip
    return ColumnRule(heading, told.get("is", ""), _words(reading, fields.get("words")),
                      told.get("unit", ""), **words)  # fmt: skip


def _words(reading: Reading, entry: Entry | None) -> dict[str, str]:
    if entry is None:
        return {}
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_TABLE)
        return {}
    told = {item.key.text: text_of(reading, item.value, item.key.text) for item in entry.value}
    return {fold(typed): meant for typed, meant in told.items() if meant is not None}


def _always(reading: Reading, entry: Entry) -> dict[str, str]:
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_TABLE)
        return {}
    place = Bilingual("toutes les lignes", "every row")
    fields = spelled_fields(reading, entry.value, place, ALWAYS_KEYS)
    told = {key: text_of(reading, item.value, key) for key, item in fields.items()}
    return {key: text for key, text in told.items() if text is not None}


def word_of(reading: Reading, entry: Entry, key: str) -> str:
    """Return the word of :data:`WORDS` that was meant, or nothing; what is wrong is noted."""
    typed = text_of(reading, entry.value, key)
    if typed is None:
        return ""
    words = WORDS[key]
    codes = by_spelling(words)
    if fold(typed) in codes:
        return codes[fold(typed)]
    near = list(dict.fromkeys(codes[each] for each in did_you_mean(fold(typed), codes)))
    reading.complain("VG250", entry.value, value=cut(typed), field=cut(entry.key.text),
                     allowed=", ".join(words),
                     suggestion=suggestion(near, words, "en"))  # fmt: skip
    return ""
