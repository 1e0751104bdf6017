"""From sheets as they were found to the tree of a document, each text with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from valuegraph.io.documents.keys import PLACES, Takes
from valuegraph.io.sheets.cells import node_of
from valuegraph.io.sheets.documents import Row, document_of_rows
from valuegraph.io.sheets.layout import (
    CHAIN_KEYS,
    PART_SHEETS,
    ROW_PLACES,
    SHEETS,
    column_code,
    columns_of_sheet,
    heading,
    sheet_code,
)
from valuegraph.io.sheets.sheet import FoundCell, FoundSheet
from valuegraph.io.tree import Node, Place, Scalar
from valuegraph.io.tree_building import MAX_NODES, MAX_PROBLEMS
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold, key_code
from valuegraph.problems import Bilingual, Problem, Where

HELP_SHEETS = ("mode d’emploi", "how to", "listes", "lists")
"""Titles of sheets that are for people only."""

EXAMPLE = "#"
"""What a row begins with that is an example: it is not read. No id begins so."""

_DATES = frozenset({"date", "period", "delay", "text", "value", "baseline", "target"})
_LONGEST_HEADING_SEARCH = 10


@dataclass
class _Found:
    """What was read so far of all sheets."""

    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    cells: int = 0

    def complain(self, code: str, cell: FoundCell, title: str, **values: object) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            where = Where(line=cell.row, column=cell.column, sheet=title)
            self.problems.append(Problem(code, where, values))


def tree_of_sheets(sheets: Sequence[FoundSheet]) -> tuple[Node | None, list[Problem]]:
    """Return the tree of the document that sheets hold, and what is wrong with their form.

    Args:
        sheets: as they were found, in their order; a sheet that is not ours is told and left.
    """
    found = _Found()
    known = _names_in(sheets)
    for sheet in sheets:
        code = sheet_code(sheet.title)
        if code is not None:
            _read(found, sheet, code, known)
        elif fold(sheet.title) not in {fold(title) for title in HELP_SHEETS} and sheet.cells:
            _tell_stranger(found, sheet)
    if not found.rows:
        titles = Bilingual(", ".join(one.fr for one in SHEETS.values()),
                           ", ".join(one.en for one in SHEETS.values()))  # fmt: skip
        return None, [*found.problems, Problem("VG610", values={"allowed": titles})]
    if found.cells > MAX_NODES:
        return None, [*found.problems, Problem("VG112", values={"most": MAX_NODES})]
    return document_of_rows(found.rows, found.problems), found.problems


def _read(found: _Found, sheet: FoundSheet, code: str, known: frozenset[str]) -> None:
    columns = columns_of_sheet(code)
    head = _headings(sheet, columns)
    if head is None:
        if sheet.cells:
            told = Bilingual(", ".join(heading(one, "fr") for one in columns),
                             ", ".join(heading(one, "en") for one in columns))  # fmt: skip
            found.complain("VG611", sheet.cells[0][0], sheet.title, allowed=told)
        return
    first, codes = head
    _check_headings(found, sheet, first, codes, columns)
    if sheet.hidden:
        found.complain("VG612", FoundCell("", 0, 0), sheet.title)
    rows = found.rows.setdefault(code, [])
    for cells in sheet.cells[first + 1 :]:
        inside = [cell for cell in cells if cell.column in codes]
        if inside and not _is_example(cells[0]):
            found.cells += len(inside)
            row = _row(found, sheet, code, {codes[cell.column]: cell for cell in inside}, known)
            rows += [row] if row.nodes else []
        elif cells and not inside:
            found.complain("VG613", cells[0], sheet.title, shown=cells[0].text[:40])


def _headings(sheet: FoundSheet, columns: tuple[str, ...]) -> tuple[int, dict[int, str]] | None:
    """Return which row holds the headings and the column code of each; the fullest of the first."""
    best: tuple[int, dict[int, str]] | None = None
    for number, cells in enumerate(sheet.cells[:_LONGEST_HEADING_SEARCH]):
        codes: dict[int, str] = {}
        for cell in cells:
            code = column_code(cell.text, columns)
            if code is not None and code not in codes.values():
                codes[cell.column] = code
        if codes and (best is None or len(codes) > len(best[1])):
            best = number, codes
    return best


def _check_headings(
    found: _Found,
    sheet: FoundSheet,
    first: int,
    codes: dict[int, str],
    columns: tuple[str, ...],
) -> None:
    """Tell headings that are unknown or repeated, and what was probably meant."""
    for cell in sheet.cells[first]:
        if cell.column in codes:
            continue
        code = column_code(cell.text, columns)
        if code is not None:
            found.complain(
                "VG202", cell, sheet.title, key=cell.text[:60], first=heading(code, "fr")
            )
            continue
        told = {fold(heading(one, language)): heading(one, language)
                for one in columns for language in ("fr", "en")}  # fmt: skip
        near = [told[word] for word in did_you_mean(fold(cell.text), list(told), cutoff=0.7)]
        meant = ", ".join(dict.fromkeys(near))
        hint = Bilingual(f"Vouliez-vous dire : {meant} ? ", f"Did you mean: {meant}? ")
        allowed = Bilingual(", ".join(heading(one, "fr") for one in columns),
                            ", ".join(heading(one, "en") for one in columns))  # fmt: skip
        found.complain("VG614", cell, sheet.title, shown=cell.text[:60], allowed=allowed,
                       suggestion=hint if meant else Bilingual("", ""))  # fmt: skip


def _row(
    found: _Found, sheet: FoundSheet, code: str, cells: dict[str, FoundCell], known: frozenset[str]
) -> Row:
    first = min(cells.values(), key=lambda cell: cell.column)
    row = Row(Place(first.row, first.column, sheet.title))
    place = _place_of(code, cells)
    for column, cell in cells.items():
        key = "kind" if column == "indicator_kind" else column
        place_of_cell = Place(cell.row, cell.column, sheet.title)
        if cell.kind == "fault":
            found.complain("VG615", cell, sheet.title, shown=cell.text)
            continue
        if cell.kind == "date" and key not in _DATES:
            found.complain("VG616", cell, sheet.title, shown=cell.text)
            continue
        takes = _takes(code, place, key, cells)
        percent = cell.kind == "percent" and takes is not Takes.STRENGTH
        text = f"{float(cell.text) * 100:g} %" if percent else cell.text
        node = node_of(text, takes, place_of_cell, known)
        if not (isinstance(node, Scalar) and not node.text and not node.quoted):
            row.nodes[column] = node
    return row


_OF_SEVERAL_TEXTS = frozenset(
    key for keys in PLACES.values() for key, takes in keys.items() if takes is Takes.TEXTS
)
"""The keys whose translation is a list of texts."""


def _place_of(code: str, cells: dict[str, FoundCell]) -> str:
    if code == "parts":
        kind = fold(cells["kind"].text) if "kind" in cells else ""
        return kind if kind in PART_SHEETS.values() else "actor"
    return ROW_PLACES.get(code, "chain")


def _takes(code: str, place: str, key: str, cells: dict[str, FoundCell]) -> Takes:
    if key in ("id", "activity"):
        return Takes.NAME
    if key == "circuit":
        return Takes.CIRCUIT
    if key == "unit" and "unit" not in PLACES[place]:
        return Takes.TEXT
    if key == "no_modality":
        return Takes.PARTS
    if code == "translations":
        several = "key" in cells and key_code(cells["key"].text) in _OF_SEVERAL_TEXTS
        return Takes.NAME if key != "text" else Takes.TEXTS if several else Takes.TEXT
    if code == "chain":
        asked = key_code(cells["key"].text) if "key" in cells else None
        known = asked in CHAIN_KEYS and key == "value"
        takes = PLACES["chain"].get(asked or "", Takes.TEXT) if known else Takes.TEXT
        return Takes.EXTRA if takes is Takes.INSIDE else takes
    return PLACES[place].get(key, Takes.WORD)


def _is_example(cell: FoundCell) -> bool:
    return cell.text.strip().startswith(EXAMPLE)


def _names_in(sheets: Iterable[FoundSheet]) -> frozenset[str]:
    """Return the ids and names that references may mean, folded."""
    names: set[str] = set()
    for sheet in sheets:
        code = sheet_code(sheet.title)
        if code is None or (code not in PART_SHEETS and code != "parts"):
            continue
        head = _headings(sheet, columns_of_sheet(code))
        if head is None:
            continue
        first, codes = head
        for cells in sheet.cells[first + 1 :]:
            names |= {fold(cell.text) for cell in cells
                      if codes.get(cell.column) in ("id", "name")}  # fmt: skip
    return frozenset(names)


def _tell_stranger(found: _Found, sheet: FoundSheet) -> None:
    titles = {fold(text): text for one in SHEETS.values() for text in (one.fr, one.en)}
    near = [titles[one] for one in did_you_mean(fold(sheet.title), list(titles), cutoff=0.7)]
    meant = ", ".join(dict.fromkeys(near))
    hint = Bilingual(f"Vouliez-vous dire : {meant} ? ", f"Did you mean: {meant}? ")
    found.complain("VG617", FoundCell("", 0, 0), sheet.title,
                   suggestion=hint if meant else Bilingual("", ""))  # fmt: skip
