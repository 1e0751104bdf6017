"""A report as one web page that stands alone: no script, no request to anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from valuegraph.render.reporting.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Paragraph,
    Quotation,
    Section,
    Table,
    Told,
)
from valuegraph.render.writers.page.document import font_faces
from valuegraph.render.writers.page.drawing import Drawings
from valuegraph.render.writers.page.escaping import integrity, text

_MARKUP = re.compile("<[^>]*>")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_STYLE = Path(__file__).with_name("report.css")


def html(document: Document) -> bytes:
    """Return the report as one file; the policy in it lets nothing run and nothing be fetched."""
    drawings = Drawings()
    body = _body(document, drawings)
    family, faces = font_faces(document.font, drawings, set(_MARKUP.sub("", body)))
    rules = _COMMENT.sub("", _STYLE.read_text(encoding="utf-8")).replace("FONT", family)
    style = faces + rules + drawings.style_sheet()
    policy = (
        f"default-src 'none'; style-src {integrity(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{text(document.language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{text(document.title)}</title><style>{style}</style></head>"
        f"<body>{body}</body></html>\n"
    ).encode()


def _body(document: Document, drawings: Drawings) -> str:
    figures = count()
    sections = "".join(
        _section(section, document, drawings, figures) for section in document.sections
    )
    subtitle = f'<p class="subtitle">{text(document.subtitle)}</p>' if document.subtitle else ""
    return (
        f"<main><h1>{text(document.title)}</h1>{subtitle}{_contents(document)}"
        f"{sections}{_sources(document)}</main>{_definitions(drawings)}"
    )


def _definitions(drawings: Drawings) -> str:
    return drawings.definitions().replace('class="vg-defs"', 'class="defs"')


def _contents(document: Document) -> str:
    entries = [(section.id, section.title) for section in document.sections if section.level == 2]
    if document.sources:
        entries.append(("sources", document.words["sources"]))
    items = "".join(f'<li><a href="#{text(id)}">{text(title)}</a></li>' for id, title in entries)
    label = text(document.words["contents"])
    return f'<nav aria-label="{label}"><ul>{items}</ul></nav>'


def _section(
    section: Section, document: Document, drawings: Drawings, figures: Iterator[int]
) -> str:
    level = section.level
    blocks = "".join(_block(block, document, drawings, figures) for block in section.blocks)
    return f'<h{level} id="{text(section.id)}">{text(section.title)}</h{level}>{blocks}'


def _block(block: Block, document: Document, drawings: Drawings, figures: Iterator[int]) -> str:
    match block:
        case Paragraph(told, style):
            kind = "" if style == "plain" else f' class="{style}"'
            return f"<p{kind}>{_told(told, document)}</p>"
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{_told(item, document)}</li>' for item in items)}</ul>"
        case Quotation(told, by):
            said = f"<footer>— {text(by)}</footer>" if by else ""
            return f"<blockquote><p>{_told(told, document)}</p>{said}</blockquote>"
        case Table():
            return _table(block, document)
        case Figure(scene, caption):
            drawn = drawings.draw(scene, f"figure-{next(figures)}")
            return f"<figure>{drawn}<figcaption>{text(caption)}</figcaption></figure>"


def _table(table: Table, document: Document) -> str:
    def kind(place: int) -> str:
        return ' class="n"' if place in table.numbers else ""

    head = "".join(
        f'<th scope="col"{kind(place)}>{text(name)}</th>' for place, name in enumerate(table.head)
    )
    rows = "".join(
        f'<tr><th scope="row">{_told(row[0], document)}</th>'
        + "".join(
            f"<td{kind(place)}>{_told(cell, document)}</td>"
            for place, cell in enumerate(row[1:], 1)
        )
        + "</tr>"
        for row in table.rows
    )
    label = text(table.caption)
    # A table wider than the screen is moved by keys too: what scrolls can be focused.
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table>'
        f"<caption>{label}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _told(told: Told, document: Document) -> str:
    marks = "".join(
        f'<sup><a href="#source-{number}" '
        f'aria-label="{text(document.words["source"])} {number}">[{number}]</a></sup>'
        for number in told.sources
    )
    return text(told.text).replace("\n", "<br>") + marks


def _sources(document: Document) -> str:
    if not document.sources:
        return ""
    items = "".join(
        f'<li id="source-{number}">{text(source)}</li>'
        for number, source in enumerate(document.sources, 1)
    )
    return f'<h2 id="sources">{text(document.words["sources"])}</h2><ol>{items}</ol>'
