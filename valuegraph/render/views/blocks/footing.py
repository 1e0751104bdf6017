"""The bottom of every sheet: caption, legend of marks, source, number of the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.render.fit import fit_box, fit_line
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import Mark, mark_swatch
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.words import say
from valuegraph.render.wrap import line_width

_STEP = 22.0
_BOTTOM = 15.0
_GAP = 20.0
_MARK_GAP = 24.0
_MARK_SIZE = 14.5
_SOURCE_SIZE = 13.0
_SWATCH = (26.0, 16.0)
_CAPTION_SIZE, _CAPTION_SMALLEST, _CAPTION_LINE = 15.5, 12.0, 1.25
_CAPTION_ROWS = 5
_CAPTION_INSET, _CAPTION_GAP = 14.0, 8.0
_BAR = 4.0


def footing(
    chain: ValueChain,
    options: ViewOptions,
    *,
    marks: Sequence[Mark] = (),
    sheet: int = 1,
    sheets: int = 1,
) -> Band:
    """Return the bottom of a sheet: caption, legend of marks, source, number of the sheet.

    A long caption takes more rows, then smaller letters, then ends in "…". The drawing must end
    above ``top``, which depends neither on ``sheet`` nor on ``sheets``.
    """
    page, width = options.page, options.page.width - 2 * MARGIN
    number = _number(options, sheet, sheets)
    source = _source(chain, options)
    rows = _rows(marks, width - _number_room(options), options)
    marked = sum(_mark_width(mark, options) for mark in marks) if len(rows) < 2 else width
    # The room of the number is kept on a single sheet too, so that no layout depends on it.
    beside = width - _number_room(options) - (marked + _MARK_GAP if marks else 0)
    wanted = min(_source_width(source, options), width - _number_room(options))
    apart = bool(marks and source) and wanted > beside
    base = page.height - _BOTTOM - _STEP
    top = base - _STEP * (max(1, len(rows)) - 1 + apart)
    nodes: list[Node] = []
    if marks:
        nodes.append(_marks(rows, top, options))
    if source:
        room = width - _number_room(options) if apart or not marks else beside
        right = page.width - MARGIN - (_number_room(options) if number else 0)
        aligned = marks and not apart
        line = fit_line(
            source,
            right - room if aligned else MARGIN,
            base,
            room,
            _SOURCE_SIZE,
            h=_STEP,
            **written(
                options,
                align="right" if aligned else "left",
                valign="middle",
                colour=options.theme.muted,
            ),
        )
        nodes.append(Group("zone..source", (line,), ref="chain", role="source"))
    if number:
        nodes.append(number)
    if options.caption:
        written_out = _caption(top, options)
        nodes.insert(0, written_out)
        top = min(shape.y for shape in written_out.children if isinstance(shape, Shape)) - 4
    return Band(tuple(nodes), top, page.height)


def _caption(bottom: float, options: ViewOptions) -> Group:
    """Return the sentences under the drawing, beside a bar, ending a little above ``bottom``."""
    width = options.page.width - 2 * MARGIN - _CAPTION_INSET
    style = written(options, line_height=_CAPTION_LINE)
    text = fit_box(
        options.caption,
        MARGIN + _CAPTION_INSET,
        0,
        width,
        _CAPTION_SIZE,
        h=_CAPTION_ROWS * _CAPTION_SIZE * _CAPTION_LINE,
        min_size=_CAPTION_SMALLEST,
        **style,
    )
    height = text.text_height
    top = bottom - _CAPTION_GAP - height
    colour = Paint(options.theme.highlight)
    bar = Shape("rect", MARGIN, top, _BAR, height, colour, radius=2, decorative=True)
    placed = text.at(text.x, top, h=height)
    return Group("zone..caption", (bar, placed), ref="chain", role="caption")


def own_source(chain: ValueChain, language: str) -> str:
    """Return the source that the chain names in its free data; empty if it names none."""
    source = chain.about.extra.get("source", "")
    if isinstance(source, Mapping):
        source = source.get(language) or next(iter(source.values()), "")
    return source if isinstance(source, str) else ""


def _source(chain: ValueChain, options: ViewOptions) -> str:
    """Return the source of the chain, then the line of the house."""
    own = own_source(chain, options.language)
    told = (
        " ".join(line.split()) for line in (own, options.theme.told("source", options.language))
    )
    return " — ".join(line for line in told if line)


def _number(options: ViewOptions, sheet: int, sheets: int) -> Group | None:
    if sheets < 2:
        return None
    room = _number_room(options)
    told = say("sheet", options.language, number=sheet, count=sheets)
    text = fit_line(
        told,
        options.page.width - MARGIN - room + _GAP,
        options.page.height - _BOTTOM - _STEP,
        room - _GAP,
        _SOURCE_SIZE,
        h=_STEP,
        **written(options, align="right", valign="middle", colour=options.theme.muted),
    )
    return Group("zone..sheet", (text,), role="sheet-number")


def _number_room(options: ViewOptions) -> float:
    told = say("sheet", options.language, number=99, count=99)
    return line_width(told, _SOURCE_SIZE, font=options.theme.font) + _GAP


def _source_width(source: str, options: ViewOptions) -> float:
    return line_width(source, _SOURCE_SIZE, font=options.theme.font) if source else 0


def _mark_width(mark: Mark, options: ViewOptions) -> float:
    words = line_width(mark.label, _MARK_SIZE, font=options.theme.font)
    return _SWATCH[0] + 8 + words + _MARK_GAP


def _rows(marks: Sequence[Mark], width: float, options: ViewOptions) -> list[list[Mark]]:
    """Return the marks on the fewest rows that hold them."""
    rows: list[list[Mark]] = []
    left = 0.0
    for mark in marks:
        wide = _mark_width(mark, options)
        if not rows or wide - _MARK_GAP > left:
            rows.append([])
            left = width
        rows[-1].append(mark)
        left -= wide
    return rows


def _marks(rows: Sequence[Sequence[Mark]], top: float, options: ViewOptions) -> Group:
    nodes: list[Node] = []
    w, h = _SWATCH
    for number, marks in enumerate(rows):
        x, y = MARGIN, top + number * _STEP
        for mark in marks:
            width = _mark_width(mark, options)
            nodes += mark_swatch(mark, x, y + (_STEP - h) / 2, w, h)
            nodes.append(
                fit_line(
                    mark.label,
                    x + w + 8,
                    y,
                    width - w - 8 - _MARK_GAP + 1,
                    _MARK_SIZE,
                    h=_STEP,
                    **written(options, valign="middle", colour=options.theme.muted),
                )
            )
            x += width
    return Group("zone..marks", tuple(nodes), role="legend", title=say("marks", options.language))
