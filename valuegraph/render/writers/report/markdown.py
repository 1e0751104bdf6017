"""A report as Markdown, its pictures beside it: for wikis, notes and forges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from valuegraph.render.reporting.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Paragraph,
    Quotation,
    Table,
    Told,
)
from valuegraph.render.writers.svg import svg
from valuegraph.render.writers.svg_text import readable

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^$!&])")
_AT_START = re.compile(r"^(\d*)([-+=.)])(?=\s|$)")


def markdown(document: Document, stem: str) -> dict[str, bytes]:
    """Return the report and its pictures: ending of the name -> bytes; that of the text is empty.

    Args:
        document: the report.
        stem: the name of its file without the ending, by which it finds its pictures.
    """
    pictures: dict[str, bytes] = {}
    pieces = [f"# {_text(document.title)}"]
    if document.subtitle:
        pieces.append(_text(document.subtitle))
    for section in document.sections:
        pieces.append(f"{'#' * section.level} {_text(section.title)}")
        for block in section.blocks:
            pieces.append(_block(block, pictures, stem))
    if document.sources:
        pieces.append(f"## {_text(document.words['sources'])}")
        pieces += [
            f"[^{number}]: {_text(source)}" for number, source in enumerate(document.sources, 1)
        ]
    return {"": ("\n\n".join(pieces) + "\n").encode(), **pictures}


def _block(block: Block, pictures: dict[str, bytes], stem: str) -> str:
    match block:
        case Paragraph(told, style):
            sign = {"note": "*", "lead": "**"}.get(style, "")
            return f"{sign}{_told(told)}{sign}"
        case Bullets(items):
            return "\n".join(f"- {_told(item)}" for item in items)
        case Quotation(told, by):
            return f"> {_told(told)}" + (f"\n>\n> — {_text(by)}" if by else "")
        case Table():
            return _table(block)
        case Figure():
            ending = f"-{len(pictures) + 1}.svg"
            pictures[ending] = svg(block.scene)
            alt = _text(f"{block.scene.title}. {block.scene.description}")
            return f"![{alt}]({quote(stem)}{ending})\n\n*{_text(block.caption)}*"


def _table(table: Table) -> str:
    rules = ("--:" if place in table.numbers else "---" for place in range(len(table.head)))
    lines = [
        _row([_text(name) for name in table.head]),
        _row(list(rules)),
        *(_row([_told(cell) for cell in row]) for row in table.rows),
    ]
    return f"**{_text(table.caption)}**\n\n" + "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _told(told: Told) -> str:
    return _text(told.text) + "".join(f"[^{number}]" for number in told.sources)


def _text(words: str) -> str:
    """Return words on one line, none of which Markdown takes for a sign of its own."""
    line = " ".join(readable(words).split())
    return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))
