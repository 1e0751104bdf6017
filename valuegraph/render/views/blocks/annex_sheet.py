"""The sheets of the annex: numbered texts in columns, long ones continued over the break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from valuegraph.model.chain import ValueChain
from valuegraph.render.fit import fit_line, text_block
from valuegraph.render.scene import Group, Node, Paint, Run, Scene, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.words import say

_SIZE = 14.0
_PLACE_SIZE = 12.0
_NUMBER_ROOM = 38.0
_COLUMN_GAP = 44.0
_ENTRY_GAP = 14.0
_WIDE = 1200.0  # a sheet at least as wide has two columns


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the annex: its number (0: it has none), the part, where it stands, the text."""

    number: int
    ref: str
    place: str
    full: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in one column of one entry: its heading, or nothing, and lines of its text."""

    entry: Entry
    head: Text | None
    text: Text
    first: bool

    @property
    def height(self) -> float:
        return (self.head.h + 2 if self.head else 0) + self.text.text_height


def annex_sheets(
    entries: Sequence[Entry], chain: ValueChain, options: ViewOptions
) -> tuple[Scene, ...]:
    """Return the sheets that give every entry whole; none if there are no entries."""
    if not entries:
        return ()
    options = replace(options, caption="")  # it is about the drawing
    page, language = options.page, options.language
    probe = heading(chain, options, subtitle=say("annex page", language, number=9, count=9),
                    legend=False)  # fmt: skip
    top = probe.bottom + 28
    bottom = footing(chain, options).top - 14
    count = 2 if page.width >= _WIDE else 1
    width = (page.width - 2 * MARGIN - _COLUMN_GAP * (count - 1)) / count
    columns = list(_columns(entries, width, bottom - top, options))
    pages = [columns[start : start + count] for start in range(0, len(columns), count)]
    return tuple(
        _sheet(pages, number, top, width, chain, options) for number in range(1, len(pages) + 1)
    )


def _columns(
    entries: Sequence[Entry], width: float, height: float, options: ViewOptions
) -> Iterator[list[_Piece]]:
    """Yield the pieces of each column, filled from top to bottom."""
    column: list[_Piece] = []
    used = 0.0
    for entry in entries:
        for piece in _pieces(entry, width, height, options):
            if column and used + piece.height > height:
                yield column
                column, used = [], 0.0
            column.append(piece)
            used += piece.height + _ENTRY_GAP
    yield column


def _pieces(entry: Entry, width: float, height: float, options: ViewOptions) -> Iterator[_Piece]:
    """Yield the entry in one piece or, if it is higher than a column, in several."""
    room = width - _NUMBER_ROOM
    head = None
    if entry.place:
        style = written(options, bold=True, colour=options.theme.muted)
        head = replace(
            fit_line(entry.place, 0, 0, room, _PLACE_SIZE, min_size=10, **style), full=""
        )
    text = text_block(entry.full, 0, 0, room, _SIZE, **written(options))
    step = text.size * text.line_height
    most = max(1, int((height - (head.h + 2 if head else 0)) / step))
    if len(text.lines) <= most:
        yield _Piece(entry, head, text, first=True)
        return
    for start in range(0, len(text.lines), most):
        lines = text.lines[start : start + most]
        told = " ".join(run.text for runs in lines for run in runs)
        paragraph = (Run(told, colour=options.theme.ink),)
        part = replace(text, lines=lines, paragraphs=(paragraph,), h=step * len(lines))
        yield _Piece(entry, None if start else head, part, first=not start)


def _sheet(
    pages: Sequence[Sequence[Sequence[_Piece]]],
    number: int,
    top: float,
    width: float,
    chain: ValueChain,
    options: ViewOptions,
) -> Scene:
    page, language, count = options.page, options.language, len(pages)
    title = say("annex", language)
    if count > 1:
        title = say("annex page", language, number=number, count=count)
    nodes: list[Node] = [*heading(chain, options, subtitle=title, legend=False).nodes]
    line = ((MARGIN, top - 14), (page.width - MARGIN, top - 14))
    nodes.append(Shape.line(line, Paint(stroke=options.theme.hairline, width=1)))
    for place, column in enumerate(pages[number - 1]):
        x, y = MARGIN + place * (width + _COLUMN_GAP), top
        for index, piece in enumerate(column):
            nodes.append(_drawn(piece, x, y, f"annex..{number}-{place}-{index}", options))
            y += piece.height + _ENTRY_GAP
    nodes += footing(chain, options).nodes
    name = chain.about.label(language) or say("untitled", language)
    told = "\n".join(piece.text.plain for column in pages[number - 1] for piece in column)
    return Scene(
        f"{name} — {title}",
        told,
        tuple(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )


def _drawn(piece: _Piece, x: float, y: float, group_id: str, options: ViewOptions) -> Group:
    theme, entry = options.theme, piece.entry
    nodes: list[Node] = []
    if piece.first and entry.number:
        style = written(options, bold=True, colour=theme.structure)
        nodes.append(text_block(str(entry.number), x, y, _NUMBER_ROOM - 8, _SIZE, **style))
    left = x + _NUMBER_ROOM
    if piece.head:
        nodes.append(piece.head.at(left, y))
        y += piece.head.h + 2
    nodes.append(piece.text.at(left, y))
    return Group(
        group_id, tuple(nodes), ref=entry.ref, role="annex", title=entry.place or entry.full
    )
