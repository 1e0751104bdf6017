"""A table to hand in: headings, rows of texts, and a CSV that no spreadsheet can be fooled by."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from valuegraph.errors import FileFormatError, OptionError
from valuegraph.extras import required
from valuegraph.io.graphs.xml_text import legal
from valuegraph.problems import Bilingual, Problem, Problems, Where
from valuegraph.saving import save_bytes

if TYPE_CHECKING:
    import pandas as pd

_USE = Bilingual("Pour écrire un classeur Excel", "To write an Excel workbook")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class ReportTable:
    """A report as a table.

    Attributes:
        name: what it is, in the language of the table.
        language: the language of its headings and words.
        columns: code of each column -> heading.
        rows: one mapping a row, code -> text; what the chain does not say is empty.
    """

    name: str
    language: str
    columns: dict[str, str]
    rows: tuple[dict[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {"name": self.name, "language": self.language, "columns": dict(self.columns),
                "rows": [dict(row) for row in self.rows]}  # fmt: skip

    def to_frame(self) -> pd.DataFrame:
        """Return a table of pandas, its columns called by their codes."""
        import pandas as pd

        return pd.DataFrame([dict(row) for row in self.rows], columns=list(self.columns), dtype=str)

    def to_csv(self) -> bytes:
        """Return CSV in UTF-8 with a mark that Excel wants, columns parted by semicolons in French.

        A text that a spreadsheet would take for a formula stands in quotes.
        """
        from valuegraph.io.sheets.csv_folder import inert

        stream = io.StringIO()
        delimiter = ";" if self.language == "fr" else ","
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(self.columns.values())
        for row in self.rows:
            writer.writerow([inert(row.get(column, "")) for column in self.columns])
        return _BYTE_ORDER_MARK + stream.getvalue().encode("utf-8")

    def to_xlsx(self) -> bytes:
        """Return a workbook of one sheet, every cell a text: none is a formula.

        Raises:
            FileFormatError: a text is longer than a cell can hold.
            MissingExtraError: openpyxl is not installed.
        """
        from valuegraph.io.sheets.xlsx_writing import (
            MOST_IN_A_CELL,
            MOST_ON_A4,
            put,
            saved,
            to_print,
        )

        openpyxl = required("openpyxl", extra="xlsx", use=_USE, language=self.language)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = self.name
        problems: list[Problem] = []
        lines = [[*self.columns.values()], *([row[column] for column in self.columns]
                                             for row in self.rows)]  # fmt: skip
        for line, texts in enumerate(lines, 1):
            for number, text in enumerate(texts, 1):
                count = len(text.encode("utf-16-le")) // 2
                if count > MOST_IN_A_CELL:
                    where = Where(line=line, column=number, sheet=self.name)
                    values = {"count": count, "most": MOST_IN_A_CELL}
                    problems.append(Problem("VG625", where, values))
                elif text:
                    put(sheet, line, number, legal(text))
        if problems:
            raise FileFormatError(Problems(problems, language=self.language),
                                  language=self.language)  # fmt: skip
        to_print(sheet, wide=len(self.columns) > MOST_ON_A4)
        return saved(book)

    def save(self, target: str | os.PathLike[str]) -> None:
        """Write the table to a file, whole or not at all: ``.csv`` or ``.xlsx``.

        Raises:
            OptionError: the ending is another.
            FileAccessError: the file cannot be written.
            MissingExtraError: it is a workbook, and openpyxl is not installed.
        """
        makers = {".csv": self.to_csv, ".xlsx": self.to_xlsx}
        path = Path(target)
        make = makers.get(path.suffix.lower())
        if make is None:
            values = {"name": path.name, "allowed": [*makers]}
            raise OptionError(Problem("VG451", values=values), language=self.language)
        save_bytes(target, make())
