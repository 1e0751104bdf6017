"""A report as PDF, by typst: tagged, with bookmarks, wide pictures on pages of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

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
from valuegraph.render.writers.alternatives import alternative
from valuegraph.render.writers.pdf import language_of, typeset_document
from valuegraph.render.writers.svg import live_without_fonts
from valuegraph.render.writers.svg_text import readable

# Texts come in as data and never as markup.
_DOCUMENT = b"""\
#let job = json(bytes(sys.inputs.job))
#set document(title: job.title, date: none)
#set text(font: job.font, lang: job.lang, region: job.region, size: 10.5pt, fill: rgb("#1B2733"))
#set page(
  paper: "a4", margin: (x: 18mm, y: 20mm),
  footer: context align(right, text(8.5pt, fill: rgb("#51606F"), counter(page).display())),
)
#set par(leading: 0.62em, spacing: 0.9em)
#show heading: set text(fill: rgb("#1F3A5F"))
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(22pt)
#show heading.where(level: 2): set text(16pt)
#show heading.where(level: 3): set text(12.5pt)
#show heading.where(level: 4): set text(11pt)
#show link: set text(fill: rgb("#1B4F8F"))
#let muted = rgb("#51606F")
#let told(words) = {
  for (place, line) in words.lines.enumerate() { if place > 0 { linebreak() }; line }
  for number in words.sources {
    super(link(label("source-" + str(number)), "[" + str(number) + "]"))
  }
}
#let paragraph(it) = if it.style == "note" {
  par(text(9.5pt, fill: muted, told(it.told)))
} else if it.style == "lead" {
  block(sticky: true, above: 1.3em, strong(told(it.told)))
} else { par(told(it.told)) }
#let quotation(it) = block(
  inset: (left: 10pt, y: 3pt), stroke: (left: 3pt + rgb("#C98700")), above: 1em, below: 1em,
  { emph(told(it.told)); if it.by != "" { linebreak(); text(9.5pt, fill: muted, [--- ] + it.by) } },
)
#let grid-of(it) = {
  block(sticky: true, above: 1.1em, below: 0.5em, strong(it.caption))
  table(
    columns: it.columns.map(share => share * 1fr), inset: 5pt,
    stroke: 0.6pt + rgb("#B4BEC9"),
    align: (column, row) => if it.numbers.contains(column) { right } else { left },
    fill: (column, row) => if row == 0 { rgb("#E8EDF5") },
    table.header(..it.head.map(name => text(9pt, fill: rgb("#1F3A5F"), strong(name)))),
    ..it.rows.map(row => row.enumerate().map(
      ((place, cell)) => text(9pt, if place == 0 { strong(told(cell)) } else { told(cell) })
    )).flatten(),
  )
}
#let picture(it) = figure(
  kind: image, supplement: none, numbering: none,
  caption: figure.caption(position: bottom, align(left, text(9.5pt, fill: muted, it.caption))),
  image(bytes(it.svg), format: "svg", width: if it.wide { 88% } else { 100% }, alt: it.alt),
)
#let drawing(it, title) = if it.wide {
  page(flipped: true, margin: (x: 14mm, y: 12mm), title + picture(it))
} else { picture(it) }
#let piece(it, title: none) = {
  if it.kind == "paragraph" { paragraph(it) }
  if it.kind == "bullets" { list(..it.items.map(told)) }
  if it.kind == "quotation" { quotation(it) }
  if it.kind == "table" { grid-of(it) }
  if it.kind == "figure" { drawing(it, title) }
}
#heading(level: 1, job.title)
#if job.subtitle != "" { text(13pt, fill: muted, job.subtitle) }
#for section in job.sections {
  let title = heading(level: section.level, section.title)
  if section.wide {
    piece(section.blocks.first(), title: title)
    for it in section.blocks.slice(1) { piece(it) }
  } else {
    title
    for it in section.blocks { piece(it) }
  }
}
#if job.sources.len() > 0 {
  heading(level: 2, job.words.sources)
  for (place, source) in job.sources.enumerate() {
    [#par[#str(place + 1). #source] #label("source-" + str(place + 1))]
  }
}
"""


def pdf(document: Document) -> bytes:
    """Return the report as PDF/UA-1; where the font has no such letters, tagged all the same.

    Raises:
        MissingExtraError: typst is not installed.
    """
    font = document.font
    lang, region = language_of(document.language)
    job = {
        "title": readable(document.title),
        "subtitle": readable(document.subtitle),
        "lang": lang,
        "region": region,
        "font": font.family,
        "words": {name: readable(word) for name, word in document.words.items()},
        "sources": [readable(source) for source in document.sources],
        "sections": [
            {
                "level": section.level,
                "title": readable(section.title),
                "wide": section.opens_wide,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in document.sections
        ],
    }
    return typeset_document(_DOCUMENT, json.dumps(job), (font,), document.language)


def _block(block: Block) -> Mapping[str, Any]:
    match block:
        case Paragraph(told, style):
            return {"kind": "paragraph", "told": _told(told), "style": style}
        case Bullets(items):
            return {"kind": "bullets", "items": [_told(item) for item in items]}
        case Quotation(told, by):
            return {"kind": "quotation", "told": _told(told), "by": readable(by)}
        case Table():
            return {
                "kind": "table",
                "caption": readable(block.caption),
                "head": [readable(name) for name in block.head],
                "rows": [[_told(cell) for cell in row] for row in block.rows],
                "numbers": sorted(block.numbers),
                "columns": list(block.widths()),
            }
        case Figure(scene, caption, wide):
            return {
                "kind": "figure",
                "caption": readable(caption),
                "svg": live_without_fonts(scene).decode("utf-8"),
                "alt": alternative(scene),
                "wide": wide,
            }


def _told(told: Told) -> dict[str, Any]:
    return {"lines": readable(told.text).split("\n"), "sources": list(told.sources)}
