"""A report in the typography of its language: apostrophes, quotes, spaces that must not break."""

from __future__ import annotations

from dataclasses import replace

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
from valuegraph.render.typography import typeset


def well_set(document: Document) -> Document:
    """Return a report whose every text is well set; its pictures are so already."""
    language = document.language

    def text(words: str) -> str:
        return typeset(words, language)

    def told(words: Told) -> Told:
        return replace(words, text=text(words.text))

    def block(one: Block) -> Block:
        match one:
            case Paragraph():
                return replace(one, told=told(one.told))
            case Bullets():
                return Bullets(tuple(told(item) for item in one.items))
            case Quotation():
                return Quotation(told(one.told), text(one.by))
            case Table():
                rows = tuple(tuple(told(cell) for cell in row) for row in one.rows)
                head = tuple(text(name) for name in one.head)
                return replace(one, caption=text(one.caption), head=head, rows=rows)
            case Figure():
                return replace(one, caption=text(one.caption))

    return replace(
        document,
        title=text(document.title),
        subtitle=text(document.subtitle),
        sections=tuple(
            replace(each, title=text(each.title), blocks=tuple(block(one) for one in each.blocks))
            for each in document.sections
        ),
        sources=tuple(text(source) for source in document.sources),
    )
