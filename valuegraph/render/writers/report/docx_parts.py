"""What Word knows and python-docx has no name for: links, bookmarks, turned pages, languages."""

from __future__ import annotations

from typing import Any

FONT = "Calibri"
"""Its widths are those of our font, which stands in for it where it is missing."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def link_to(paragraph: Any, name: str, shown: str, tip: str) -> None:
    """Add a raised link to a bookmark of the same document."""
    make = paragraph._p.makeelement
    link = make(f"{_W}hyperlink", {f"{_W}anchor": name, f"{_W}tooltip": tip})
    run, properties, words = make(f"{_W}r", {}), make(f"{_W}rPr", {}), make(f"{_W}t", {})
    properties.append(make(f"{_W}color", {f"{_W}val": "1B4F8F"}))
    properties.append(make(f"{_W}vertAlign", {f"{_W}val": "superscript"}))
    words.text = shown
    run.append(properties)
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def bookmarked(paragraph: Any, name: str, number: int) -> None:
    """Make a paragraph what links of that name lead to."""
    make = paragraph._p.makeelement
    begin = make(f"{_W}bookmarkStart", {f"{_W}id": str(number), f"{_W}name": name})
    end = make(f"{_W}bookmarkEnd", {f"{_W}id": str(number)})
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, begin)
    paragraph._p.append(end)


def heading_row(table: Any) -> None:
    """Say that the first row of a table is its heading, repeated on each page; rows stay whole."""
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(properties.makeelement(f"{_W}cantSplit", {}))
        if place == 0:
            properties.append(properties.makeelement(f"{_W}tblHeader", {}))
            for cell in row.cells:
                shade = {f"{_W}val": "clear", f"{_W}color": "auto", f"{_W}fill": "E8EDF5"}
                kept = cell._tc.get_or_add_tcPr()
                kept.append(kept.makeelement(f"{_W}shd", shade))


def describe(table: Any, words: str) -> None:
    """Give a table the name that a screen reader says, and light lines."""
    properties = table._tbl.tblPr
    lines = properties.makeelement(f"{_W}tblBorders", {})
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {f"{_W}val": "single", f"{_W}sz": "4", f"{_W}space": "0", f"{_W}color": "B4BEC9"}
        lines.append(lines.makeelement(f"{_W}{side}", line))
    properties.append(lines)
    properties.append(properties.makeelement(f"{_W}tblCaption", {f"{_W}val": words}))


def turned(made: Any, *, upright: bool) -> None:
    """Begin a page that stands upright, or lies on its side."""
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Cm

    section = made.add_section(WD_SECTION.NEW_PAGE)
    long, short = Cm(29.7), Cm(21)
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (short, long) if upright else (long, short)
    margin = Cm(2) if upright else Cm(1.3)
    section.top_margin = section.bottom_margin = margin
    section.left_margin = section.right_margin = Cm(2)


_SPOKEN = {"fr": "fr-FR", "en": "en-GB"}
"""Languages as Word looks for their dictionaries: with a region."""


def set_language(made: Any, language: str) -> None:
    """Say in which language everything is written."""
    for run in made.styles.element.iter(f"{_W}rPrDefault"):
        for told in run.iter(f"{_W}lang"):
            told.set(f"{_W}val", _SPOKEN.get(language, language))
            told.set(f"{_W}eastAsia", _SPOKEN.get(language, language))


def plain_properties(made: Any, title: str, language: str) -> None:
    """Say what the document is, and nothing of who made the template and when."""
    about = made.core_properties
    for child in list(about._element):
        about._element.remove(child)
    about.title, about.language = title[:255], language[:255]
