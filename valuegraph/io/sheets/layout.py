"""Which sheets a chain is kept in, which columns each has, and how they are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from valuegraph.io.documents.keys import EVALUATION_KINDS, PLACES, SECTION_KINDS, Takes
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.words import fold, key_code, key_word
from valuegraph.problems import Bilingual

SHEETS: Mapping[str, Bilingual] = {
    "chain": Bilingual("Chaîne", "Chain"),
    "actors": Bilingual("Parties prenantes", "Actors"),
    "resources": Bilingual("Ressources", "Resources"),
    "support": Bilingual("Activités de soutien", "Support activities"),
    "activities": Bilingual("Activités", "Activities"),
    "modalities": Bilingual("Modalités", "Modalities"),
    "outputs": Bilingual("Réalisations", "Outputs"),
    "impacts": Bilingual("Impacts", "Impacts"),
    "margin": Bilingual("Marge", "Margin"),
    "circuits": Bilingual("Circuits", "Circuits"),
    "parts": Bilingual("Éléments", "Parts"),
    "links": Bilingual("Liens", "Links"),
    "questions": Bilingual("Questions", "Questions"),
    "criteria": Bilingual("Critères", "Criteria"),
    "indicators": Bilingual("Indicateurs", "Indicators"),
    "observations": Bilingual("Observations", "Observations"),
    "ratings": Bilingual("Appréciations", "Ratings"),
    "translations": Bilingual("Traductions", "Translations"),
}
"""Each sheet and its two titles, in the order of a workbook; both titles are read back."""

PART_SHEETS: Mapping[str, str] = {
    **SECTION_KINDS,
    "modalities": "modality",
    **EVALUATION_KINDS,
}
"""Sheet -> the kind of its rows, where each is a part."""

ROW_PLACES: Mapping[str, str] = {
    **PART_SHEETS,
    "links": "link",
    "observations": "observation",
    "ratings": "rating",
}
"""Sheet -> the place whose keys its columns are; the others have columns of their own."""

PROGRAM_SHEETS = ("chain", "parts", "links", "observations", "ratings", "translations")
"""The tables for programs: all parts in one, so that links have one table to refer to."""

_OWN: Mapping[str, Bilingual] = {
    "id": Bilingual("identifiant", "id"),
    "activity": Bilingual("activité", "activity"),
    "way": Bilingual("sens", "way"),
    "no_modality": Bilingual("sans modalité", "no modality"),
    "unit": Bilingual("unité", "unit"),
    "key": Bilingual("clé", "key"),
    "value": Bilingual("valeur", "value"),
    "kind": Bilingual("genre", "kind"),
    "text": Bilingual("texte", "text"),
    "language": Bilingual("langue", "language"),
}
"""Headings that are not keys of the text form, or not where they stand here."""

_LEFT_OUT = (Takes.INSIDE, Takes.CELLS)
_FIRST_OF = {"modality": ("id", "activity", "way", "circuit")}
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "chain": ("key", "value"),
    "translations": ("language", "id", "key", "text"),
}
CHAIN_KEYS = (
    *(key for key, takes in PLACES[WHOLE_CHAIN].items() if takes is not Takes.INSIDE),
    "scales",
    "rates",
    "base",
)
"""What the first sheet says of the chain, one key a row."""


def columns_of(place: str) -> tuple[str, ...]:
    """Return the columns of the rows of a place, by code, in their order."""
    keys = [key for key, takes in PLACES[place].items() if takes not in _LEFT_OUT]
    first = _FIRST_OF.get(place, ("id",) if place not in ("observation", "rating") else ())
    columns = [*first, *(key for key in keys if key not in first)]
    if place == "activity":
        columns.insert(columns.index("name") + 1, "no_modality")
    if has_unit(place):
        columns.insert(columns.index("amount") + 1, "unit")
    return tuple(columns)


def has_unit(place: str) -> bool:
    """Tell whether the amount of a row stands in two columns, the second its unit."""
    return "amount" in PLACES[place] and "unit" not in PLACES[place]


def columns_of_sheet(sheet: str) -> tuple[str, ...]:
    """Return the columns of a sheet, by code; of all parts together, those of any kind."""
    if sheet in _COLUMNS:
        return _COLUMNS[sheet]
    if sheet != "parts":
        return columns_of(ROW_PLACES[sheet])
    every = (column for place in PART_SHEETS.values() for column in columns_of(place))
    renamed = ("indicator_kind" if column == "kind" else column for column in every)
    return tuple(dict.fromkeys(("id", "kind", *renamed)))


def heading(column: str, language: str) -> str:
    """Return how a column is headed."""
    if column == "indicator_kind":
        return Bilingual("genre d’indicateur", "indicator kind").text(language)
    own = _OWN.get(column)
    return own.text(language) if own else key_word(column, language).replace("_", " ")


def column_code(text: str, known: tuple[str, ...]) -> str | None:
    """Return the code of a heading written in either language, if it is one of ``known``."""
    folded = fold(text)
    for column in known:
        if folded in _spellings(column):
            return column
    code = key_code(text)
    return code if code in known else None


@cache
def _spellings(column: str) -> frozenset[str]:
    return frozenset(fold(one) for one in (column, heading(column, "fr"), heading(column, "en")))


def sheet_code(title: str) -> str | None:
    """Return the code of a sheet by its title in either language, its code or its section."""
    folded = fold(title)
    for code, titles in SHEETS.items():
        if folded in (fold(code), fold(titles.fr), fold(titles.en)):
            return code
    code = key_code(title) or ""
    return code if code in SHEETS else None
