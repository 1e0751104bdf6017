"""A report as a Word document, by python-docx: to be gone on with, headings and tables real."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from valuegraph.extras import required
from valuegraph.problems import Bilingual
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
from valuegraph.render.writers.archive import undated
from valuegraph.render.writers.png import png
from valuegraph.render.writers.report.docx_parts import (
    FONT,
    bookmarked,
    describe,
    heading_row,
    link_to,
    plain_properties,
    set_language,
    turned,
)
from valuegraph.render.writers.svg_text import readable

_USE = Bilingual("Pour écrire un DOCX", "To write a DOCX")
_DPI = 170
_TEXT_CM, _WIDE_CM = 17.0, 22.0
_BLUE, _MUTED = (0x1F, 0x3A, 0x5F), (0x51, 0x60, 0x6F)


def docx(document: Document) -> bytes:
    """Return the report as a Word document; wide pictures stand on turned pages.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    package = required("docx", extra="docx", use=_USE, language=document.language)
    made = package.Document()
    _styles(made, document.language)
    _page(made.sections[0])
    made.add_heading(readable(document.title), level=0)
    if document.subtitle:
        made.add_paragraph(readable(document.subtitle), style="Subtitle")
    for section in document.sections:
        if section.opens_wide:
            turned(made, upright=False)
        made.add_heading(readable(section.title), level=section.level - 1)
        for place, block in enumerate(section.blocks):
            is_wide = isinstance(block, Figure) and block.wide
            if is_wide and place:
                turned(made, upright=False)
            _block(made, block, document)
            if is_wide and not _is_wide(section.blocks[place + 1 : place + 2]):
                turned(made, upright=True)
    if document.sources:
        made.add_heading(readable(document.words["sources"]), level=1)
        for number, source in enumerate(document.sources, 1):
            entry = made.add_paragraph(f"{number}. {readable(source)}")
            bookmarked(entry, f"source-{number}", number)
    plain_properties(made, readable(document.title), document.language)
    saved = BytesIO()
    made.save(saved)
    return undated(saved.getvalue())


def _styles(made: Any, language: str) -> None:
    from docx.shared import Pt, RGBColor

    set_language(made, language)
    sizes = {"Normal": 10.5, "Title": 24, "Subtitle": 13, "Heading 1": 16, "Heading 2": 12.5,
             "Heading 3": 11, "Caption": 9.5, "Quote": 10.5}  # fmt: skip
    for name, size in sizes.items():
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        style.font.name = FONT
        colour = _BLUE if name == "Title" or name.startswith("Heading") else _MUTED
        if name not in ("Normal", "Quote"):
            style.font.color.rgb = RGBColor(*colour)
    made.styles["Caption"].font.bold = False
    made.styles["Normal"].paragraph_format.space_after = Pt(6)


def _page(section: Any) -> None:
    from docx.shared import Cm

    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _block(made: Any, block: Block, document: Document) -> None:
    match block:
        case Paragraph(told, style):
            written = made.add_paragraph(style="Caption" if style == "note" else None)
            _told(written, told, document)
            if style == "lead":
                written.paragraph_format.keep_with_next = True
                for run in written.runs:
                    run.bold = True
        case Bullets(items):
            for item in items:
                _told(made.add_paragraph(style="List Bullet"), item, document)
        case Quotation(told, by):
            _told(made.add_paragraph(style="Quote"), told, document)
            if by:
                made.add_paragraph(f"— {readable(by)}", style="Caption")
        case Table():
            _table(made, block, document)
        case Figure():
            _figure(made, block)


def _table(made: Any, table: Table, document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    caption = made.add_paragraph(readable(table.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.runs[0].bold = True
    grid = made.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
    describe(grid, readable(table.caption))
    grid.autofit = False
    widths = [Cm(_TEXT_CM * width) for width in table.widths()]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    rows = [tuple(Told(name) for name in table.head), *table.rows]
    for place, row in enumerate(rows):
        cells = grid.rows[place].cells
        for column, told in enumerate(row):
            cells[column].width = widths[column]
            written = cells[column].paragraphs[0]
            written.paragraph_format.space_after = Pt(0)
            _told(written, told, document)
            for run in written.runs:
                run.font.size = Pt(9)
                run.bold = place == 0 or column == 0
            if column in table.numbers:
                written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    heading_row(grid)
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _figure(made: Any, figure: Figure) -> None:
    from docx.shared import Cm

    width = Cm(_WIDE_CM if figure.wide else _TEXT_CM)
    written = made.add_paragraph()
    written.paragraph_format.keep_with_next = True
    drawn = BytesIO(png(figure.scene, dpi=_DPI))
    picture = written.add_run().add_picture(drawn, width=width)
    properties = picture._inline.docPr
    properties.set("descr", alternative(figure.scene))
    properties.set("name", readable(figure.scene.title))
    made.add_paragraph(readable(figure.caption), style="Caption")


def _is_wide(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Figure) and block.wide for block in blocks)


def _told(written: Any, told: Told, document: Document) -> None:
    for place, line in enumerate(readable(told.text).split("\n")):
        run = written.add_run(line)
        if place:
            run._r.insert(0, run._r.makeelement(_BREAK, {}))
    for number in told.sources:
        link_to(written, f"source-{number}", f"[{number}]",
                f"{readable(document.words['source'])} {number}")  # fmt: skip


_BREAK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br"
