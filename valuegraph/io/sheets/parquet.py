"""A folder of Parquet files: the tables for programs, for large chains."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from valuegraph.errors import FileAccessError
from valuegraph.extras import required
from valuegraph.io.folders import DESCRIPTOR, Folder
from valuegraph.io.formats import ReadOptions, Tree
from valuegraph.io.sheets.columns import columns_of_rows, sheet_of_columns
from valuegraph.io.sheets.csv_folder import descriptor_of, listed_in
from valuegraph.io.sheets.reading import tree_of_sheets
from valuegraph.io.sheets.sheet import FoundSheet, WrittenSheet
from valuegraph.problems import Bilingual, Problem, Where

_USE = Bilingual("Pour lire et écrire des tables Parquet", "To read and write Parquet tables")
_MOST_ROWS = 100_000


def parquet_of(sheets: Sequence[WrittenSheet], *, title: str, language: str) -> dict[str, bytes]:
    """Return the files of a folder, its descriptor among them.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = required("pyarrow", extra="parquet", use=_USE, language=language)
    required("pyarrow.parquet", extra="parquet", use=_USE, language=language)
    files: dict[str, bytes] = {}
    for sheet in sheets:
        columns = columns_of_rows(sheet)
        kinds = [(name, _kind(arrow, values)) for name, values in columns.items()]
        written = BytesIO()
        table = arrow.Table.from_pydict(columns, schema=arrow.schema(kinds))
        arrow.parquet.write_table(table, written)
        files[f"{sheet.code}.parquet"] = written.getvalue()
    return {**files, DESCRIPTOR: descriptor_of(sheets, title=title, ending="parquet")}


def read_parquet(folder: Folder, options: ReadOptions) -> Tree:
    """Return the tree of the chain that a folder of Parquet files holds, and what is wrong.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = required("pyarrow", extra="parquet", use=_USE, language=options.language)
    required("pyarrow.parquet", extra="parquet", use=_USE, language=options.language)
    listed = listed_in(folder)
    if isinstance(listed, Problem):
        return None, [listed]
    sheets: list[FoundSheet] = []
    problems: list[Problem] = []
    for name, path in listed:
        sheet = _sheet(arrow, folder, name, path)
        if isinstance(sheet, Problem):
            problems.append(sheet)
        else:
            sheets.append(sheet)
    return (None, problems) if problems else tree_of_sheets(sheets)


def _sheet(arrow: Any, folder: Folder, name: str, path: str) -> FoundSheet | Problem:
    try:
        file = arrow.parquet.ParquetFile(BytesIO(folder.load(path)))
        rows = int(file.metadata.num_rows)
        if rows > _MOST_ROWS:
            what = Bilingual(f"{rows} lignes", f"{rows} rows")
            return Problem("VG624", Where(sheet=name), {"what": what})
        return sheet_of_columns(name, file.read().to_pydict())
    except (FileAccessError, arrow.ArrowException, OSError, ValueError):
        return Problem("VG626", Where(sheet=path), {"name": path})


def _kind(arrow: Any, values: list[Any]) -> Any:
    """Return the type of a column, the same whatever is known in it."""
    first = next((value for value in values if value is not None), "")
    if isinstance(first, list):
        return arrow.list_(arrow.string())
    return arrow.float64() if isinstance(first, float) else arrow.string()
