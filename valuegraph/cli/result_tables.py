"""The rows of an answer as a table for another program: CSV, Markdown, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from valuegraph.analysis.result import Result

FORMATS = ("csv", "md", "json")


def table_text(answer: Result, format: str, spoken: str) -> str:
    """Return an answer as text of one of :data:`FORMATS`; its caption goes with every share."""
    if format == "json":
        return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2) + "\n"
    caption = answer.caption.text(spoken)
    rows = [{name: _cell(value) for name, value in row.items()} for row in answer.to_dict()["rows"]]
    names = list(answer.columns())
    return _csv(names, rows, caption) if format == "csv" else _markdown(names, rows, caption)


def _csv(names: list[str], rows: list[dict[str, str]], caption: str) -> str:
    """Return rows that keep their caption wherever they are copied: in a column of its own."""
    kept: Mapping[str, str] = {"caption": caption} if caption else {}
    written = io.StringIO()
    writer = csv.DictWriter(written, [*names, *kept], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **kept} for row in rows)
    return written.getvalue()


def _markdown(names: list[str], rows: list[dict[str, str]], caption: str) -> str:
    lines = [names, ["---"] * len(names), *(list(row.values()) for row in rows)]
    told = [f"| {' | '.join(text.replace('|', chr(92) + '|') for text in line)} |"
            for line in lines]  # fmt: skip
    return "\n".join([*told, *(["", f"*{caption}*"] if caption else [])]) + "\n"


def _cell(value: Any) -> str:
    """Return a value as one cell: lists one after the other, nothing where nothing is known."""
    if value is None:
        return ""
    if isinstance(value, list):
        inner = ["+".join(one) if isinstance(one, list) else str(one) for one in value]
        return " > ".join(inner)
    return value if isinstance(value, str) else json.dumps(value)
