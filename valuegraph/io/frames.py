"""A chain as data frames, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from valuegraph.errors import FileFormatError
from valuegraph.io.documents.document import read_document
from valuegraph.io.sheets.columns import columns_of_rows, sheet_of_columns
from valuegraph.io.sheets.reading import tree_of_sheets
from valuegraph.io.sheets.writing import sheets_of
from valuegraph.problems import Problems

if TYPE_CHECKING:
    import pandas as pd

    from valuegraph.model.chain import ValueChain


def to_frames(chain: ValueChain) -> dict[str, pd.DataFrame]:
    """Return a chain as tables: nothing is lost, :func:`from_frames` gives an equal chain.

    Returns:
        ``chain`` (a key a row), ``parts`` (a row a part of any kind, the first the chain itself),
        ``links``, ``observations``, ``ratings`` and ``translations``; words in English. A part's
        ``strength`` and ``amount`` are numbers, ``unit`` stands beside ``amount``.
    """
    import pandas as pd

    return {
        sheet.code: pd.DataFrame(columns_of_rows(sheet), columns=list(sheet.columns))
        for sheet in sheets_of(chain, for_programs=True)
    }


def from_frames(
    frames: Mapping[str, pd.DataFrame] | None = None,
    *,
    parts: pd.DataFrame | None = None,
    links: pd.DataFrame | None = None,
    language: str = "fr",
) -> ValueChain:
    """Return the chain of tables as :func:`to_frames` gives them.

    Args:
        frames: the tables by their names; one sheet a kind of part (``actors``,
            ``resources``…) is accepted as well.
        parts, links: instead or beside, these two tables alone.
        language: the language in which problems are told if the tables do not say their own.

    Raises:
        FileFormatError: something cannot be accepted; all of it is told at once, with the table,
            the row (the first after the headings is 2) and the column.
    """
    every = dict(frames or {})
    every |= {"parts": parts} if parts is not None else {}
    every |= {"links": links} if links is not None else {}
    sheets = [
        sheet_of_columns(name, {str(column): frame[column].tolist() for column in frame.columns})
        for name, frame in every.items()
    ]
    tree, problems = tree_of_sheets(sheets)
    chain = None
    if tree is not None:
        chain, found = read_document(tree)
        problems = problems + found
    told = Problems(problems, language=chain.language if chain is not None else language)
    if chain is None or told.errors:
        raise FileFormatError(told, language=told.language)
    return chain
