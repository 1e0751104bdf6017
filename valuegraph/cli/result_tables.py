"""The rows of an answer as a table for another program: CSV, Markdown, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from valuegraph.analysis.result import Answer

FORMATS = ("csv", "md", "json")


def table_text(answer: Answer, format: str, spoken: str) -> str:
    """Return an answer as text of one of :data:`FORMATS`; its caption goes with every share."""
    if format == "json":
        return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2) + "\n"
    caption = answer.caption.text(spoken)
    told = [_flat(row) for row in answer.to_dict()["rows"]]
    rows = [{name: _cell(value) for name, value in row.items()} for row in told]
    names = list(rows[0] if rows else answer.columns())
    return _csv(names, rows, caption) if format == "csv" else _markdown(names, rows, caption)


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row in which each group has a column of its own, ``*`` where it is all of them."""
    told: dict[str, Any] = {}
    for name, value in row.items():
        if name != "groups":
            told[name] = value
            continue
        for group, word in value.items():
            told[f"groups.{group}" if group in row else group] = "*" if word is None else word
    return told


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
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_cell(one)}" for name, one in value.items())
    if isinstance(value, list) and all(
        isinstance(one, Mapping) and "count" in one for one in value
    ):
        return ", ".join(": ".join(map(_cell, one.values())) for one in value)
    if isinstance(value, list):
        inner = ["+".join(one) if isinstance(one, list) else str(one) for one in value]
        return " > ".join(inner)
    return value if isinstance(value, str) else json.dumps(value)
