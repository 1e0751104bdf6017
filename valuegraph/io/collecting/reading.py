"""Observations read from a table, a survey export or a file of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.io import loading
from valuegraph.io.collecting.collected import Aside, Collected
from valuegraph.io.collecting.columns import Headings, columns_of
from valuegraph.io.collecting.judging import tell_columns
from valuegraph.io.collecting.mapping import ColumnMapping, read_mapping
from valuegraph.io.collecting.repeats import Noted, RowSeen, content_told, without_repeats
from valuegraph.io.collecting.rows import RowReader
from valuegraph.io.collecting.tables import (
    ENDINGS,
    is_text_form,
    sheets_of_source,
    table_of,
)
from valuegraph.io.documents.evaluation import listed_tables, observation_of
from valuegraph.io.documents.reading import Reading, TooManyProblemsError
from valuegraph.io.documents.spelled import spelled_fields
from valuegraph.io.sources import tree_of_text
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Observation
from valuegraph.problems import Bilingual, Problem, Problems, told_language

_A_FILE = Bilingual("un fichier d’observations", "a file of observations")
_A_TABLE = Bilingual("une table clé : valeur", "a key: value mapping")


def observations_from(
    source: Any,
    *,
    chain: ValueChain,
    mapping: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    language: str | None = None,
) -> Collected:
    r"""Read observations of a chain's indicators from a table, a survey export or a file.

    A table has either one observation a row, with the columns ``indicator``, ``date``,
    ``value``..., or one filled form a row, with a column for each indicator, as
    :func:`valuegraph.survey` asks for it. Numbers, percentages and dates that may be read in two
    ways are asked about and never guessed; a mapping answers once and for all.

    Args:
        source: a CSV or a workbook (XLSX, ODS), as a path, bytes or an open file; the text of a
            CSV; a data frame; a YAML or JSON file that holds only ``observations:``.
        chain: whose indicators they observe; it is not changed:
            :meth:`ValueChain.add_observations` notes what was read.
        mapping: which column is what, and how the table is written: a small YAML or JSON file,
            or the same as a mapping; see the reference.
        language: the language in which problems are told, the chain's own by default.

    Returns:
        The observations, what each column was taken for, what was set aside, and the notes.

    Raises:
        FileFormatError: something cannot be accepted or is to be asked; all of it is told at
            once, with sheet, row and column.
        FileAccessError: the file cannot be opened.
        MissingExtraError: it is an XLSX workbook, and openpyxl is not installed.
        TypeError: the source is none of these.

    Example:
        >>> chain = ValueChain("Jardin", language="en")
        >>> _ = chain.add_indicator("Gardeners", id="gardeners", unit="people")
        >>> found = observations_from("indicator,date,value\ngardeners,2024,12\n", chain=chain)
        >>> chain.add_observations(found)[0].value
        Quantity(amount=Decimal('12'), unit='')
    """
    told = told_language(language or chain.language)
    rules = read_mapping(mapping, language=told)
    reading = Reading("", told, chain)
    found = _Found()
    with suppress(TooManyProblemsError):
        if is_text_form(source):
            found = _of_text(reading, source, told)
        else:
            found = _of_table(reading, source, rules, told)
    is_path = loading.is_path(source, ENDINGS) if isinstance(source, str | os.PathLike) else False
    file = loading.name_of(source, is_path=is_path)
    every = Problems(
        (
            problem if problem.where.file else problem.at(file=file)
            for problem in (*found.problems, *reading.problems)
        ),
        language=told,
    )
    if every.errors:
        raise FileFormatError(every, language=told)
    return Collected(tuple(found.observations), tuple(found.aside), found.columns, every, told)


class _Found:
    """What was read so far."""

    def __init__(
        self,
        observations: Iterable[Observation] = (),
        aside: Iterable[Aside] = (),
        columns: Mapping[str, str] | None = None,
        problems: Iterable[Problem] = (),
    ) -> None:
        self.observations, self.aside = tuple(observations), tuple(aside)
        self.columns, self.problems = dict(columns or {}), tuple(problems)


# ---- a file of its own


def _of_text(reading: Reading, source: Any, language: str) -> _Found:
    if isinstance(source, list | tuple):
        source = {"observations": list(source)}
    tree, problems = tree_of_text(source, language=language)
    if tree is None:
        return _Found(problems=problems)
    noted: list[Noted] = []
    for item in listed_tables(reading, _listed(reading, tree)):
        seen = observation_of(reading, item)
        if seen is not None:
            row = RowSeen(item.place.line, "", content_told(seen))
            noted.append(Noted(seen, row))
    rows = [one.row for one in noted]
    return _Found(without_repeats(reading, rows, noted, "", ""), problems=problems)


def _listed(reading: Reading, tree: Node) -> Entry:
    """Return the entry that holds the observations; a file may be nothing but their list."""
    empty = Entry(Scalar("observations"), Listing((), tree.place))
    if isinstance(tree, Listing):
        return Entry(Scalar("observations"), tree)
    if not isinstance(tree, Table):
        reading.wrong_shape(tree, _A_TABLE)
        return empty
    fields = spelled_fields(reading, tree, _A_FILE, {"observations": (), "valuegraph": ()})
    return fields.get("observations", empty)


# ---- a table


def _of_table(reading: Reading, source: Any, rules: ColumnMapping, language: str) -> _Found:
    sheets, problems = sheets_of_source(source, rules, language)
    if not sheets:
        return _Found(problems=problems)
    expected = Headings(reading.chain)
    table, asked = table_of(sheets, expected, rules)
    problems = [*problems, *asked]
    if table is None:
        return _Found(problems=problems)
    columns = columns_of(table.headings, expected, rules)
    tell_columns(reading, table, columns, expected, rules)
    reader = RowReader(reading, rules, table.title, columns)
    noted = list(reader.read(table))
    if reader.no_answers:
        where = Scalar("", Place(sheet=table.title))
        reading.note(Problem("VG711", values={"count": reader.no_answers}), where)
    observations = without_repeats(reading, reader.rows, noted, table.title, rules.duplicates)
    taken = {
        column.heading: column.taken_for for column in columns if column.role not in ("", "tool")
    }
    return _Found(observations, reader.aside, taken, problems)
