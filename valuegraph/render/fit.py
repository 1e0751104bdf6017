"""Texts made to fit: blocks, single lines, shortening, and the largest scale a layout bears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypedDict, TypeVar, Unpack

from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.glyphs import clusters
from valuegraph.render.scene import INK, Align, Run, Text, VAlign
from valuegraph.render.typography import typeset
from valuegraph.render.wrap import line_width, wrap

SIZE_FLOOR = 10.0
"""The smallest size of a text, in du: 6 pt on A4. Below it a text is shortened instead."""

SCALE_STEP = 0.025
LINE_HEIGHT = 1.2
ELLIPSIS = "…"

_SIZE_STEP = 0.5
_LOOSE_ENDS = " \u00a0\u202f,;:–—-("

Layout = TypeVar("Layout")


class TextStyle(TypedDict, total=False):
    """The options that every function making a text accepts."""

    bold: bool
    italic: bool
    colour: str
    line_height: float
    align: Align
    valign: VAlign
    rotate: float
    tracking: float
    caps: bool
    language: str
    font: Font
    fine_print: bool
    role: str


def text_block(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    h: float | None = None,
    **style: Unpack[TextStyle],
) -> Text:
    """Return ``text`` wrapped in a box of width ``w``, as high as its lines unless ``h`` is given.

    All lengths are in du. ``language`` (fr by default) rules apostrophes, spaces and line ends;
    ``caps`` draws capitals and keeps the text as it is written in ``paragraphs``. Never shortens:
    see ``fit_box`` for that.
    """
    return _block(_typeset(text, style), x, y, w, size, h=h, style=style)


def fit_line(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    min_size: float = SIZE_FLOOR,
    h: float | None = None,
    **style: Unpack[TextStyle],
) -> Text:
    """Return ``text`` on one line: shrunk from ``size`` to ``min_size``, then cut with "…"."""
    line = " ".join(text.split())
    chosen = max(min(size, _one_line_size(_typeset(line, style), w, style)), min(min_size, size))
    return _cut(line, x, y, w, chosen, rows=1, h=h, style=style)


def fit_box(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    h: float,
    min_size: float = SIZE_FLOOR,
    **style: Unpack[TextStyle],
) -> Text:
    """Return ``text`` in ``w`` x ``h`` du: wrapped, shrunk to ``min_size``, then shortened."""
    chosen = size
    while chosen > min_size:
        block = text_block(text, x, y, w, chosen, h=h, **style)
        if block.text_height <= h:
            return block
        chosen = max(min_size, chosen - _SIZE_STEP)
    return shorten(text, x, y, w, chosen, h=h, **style)


def shorten(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    h: float,
    **style: Unpack[TextStyle],
) -> Text:
    """Return ``text`` at ``size`` in a box of ``w`` x ``h`` du, cut with "…" if it is too long.

    It is cut between words (within the first one, if that alone is too long) and the text then
    keeps the whole in ``full``. One line is kept even if ``h`` is lower than that.
    """
    rows = max(1, int(h / (size * style.get("line_height", LINE_HEIGHT)) + 1e-6))
    return _cut(text, x, y, w, size, rows=rows, h=h, style=style)


def joined(first: Text, *others: Text) -> Text:
    """Return one text of several paragraphs, such as a name and the line below it.

    Box, alignment and line height are those of ``first``; the others keep their own size by the
    scale of their runs. The height is that of all lines.
    """
    texts = (first, *others)
    lines = tuple(_rescaled(runs, t.size / first.size) for t in texts for runs in t.lines)
    paragraphs = tuple(_rescaled(runs, t.size / first.size) for t in texts for runs in t.paragraphs)
    full = "\n".join(t.full or t.plain for t in texts) if any(t.full for t in texts) else ""
    whole = replace(first, lines=lines, paragraphs=paragraphs, full=full)
    return replace(whole, h=whole.text_height)


@dataclass(frozen=True, slots=True)
class Fitted(Generic[Layout]):
    """A layout, the font scale it was built with, and by how much it is too high (0 if it fits)."""

    layout: Layout
    scale: float
    overflow: float


def largest_scale(
    build: Callable[[float], tuple[Layout, float]],
    *,
    low: float,
    high: float = 1.0,
    step: float = SCALE_STEP,
) -> Fitted[Layout]:
    """Return the layout of the largest scale from ``low`` to ``high`` that does not overflow.

    ``build(scale)`` returns a layout and its overflow (more than 0: too high). The scales tried are
    ``high`` less whole steps, found by halving: about five calls. When even ``low`` overflows, its
    layout comes back with the overflow, for the caller to shorten texts.
    """
    steps = max(0, round((high - low) / step))
    tried: dict[int, tuple[Layout, float]] = {}

    def fits(index: int) -> bool:
        tried[index] = build(low if index == steps else high - index * step)
        return tried[index][1] <= 0

    best = steps
    if fits(0):
        best = 0
    elif steps and fits(steps):
        tight = 0
        while best - tight > 1:
            middle = (tight + best) // 2
            if fits(middle):
                best = middle
            else:
                tight = middle
    layout, overflow = tried[best]
    return Fitted(layout, low if best == steps else high - best * step, max(0.0, overflow))


def _block(
    written: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    h: float | None,
    style: TextStyle,
    full: str = "",
) -> Text:
    bold, italic = style.get("bold", False), style.get("italic", False)
    colour = style.get("colour", INK)
    line_height = style.get("line_height", LINE_HEIGHT)
    lines = _lines(written, w, size, style)
    return Text(
        x,
        y,
        w,
        len(lines) * size * line_height if h is None else h,
        tuple((Run(line, bold, italic, colour),) for line in lines),
        tuple((Run(p, bold, italic, colour),) for p in written.splitlines() if p.strip()),
        size,
        line_height,
        align=style.get("align", "left"),
        valign=style.get("valign", "top"),
        rotate=style.get("rotate", 0),
        tracking=style.get("tracking", 0),
        caps=style.get("caps", False),
        full=full,
        fine_print=style.get("fine_print", False),
        role=style.get("role", ""),
    )


def _cut(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    *,
    rows: int,
    h: float | None,
    style: TextStyle,
) -> Text:
    """Return the longest beginning of ``text`` that takes no more than ``rows`` lines."""
    written = _typeset(text, style)
    if len(_lines(written, w, size, style)) <= rows:
        return _block(written, x, y, w, size, h=h, style=style)
    signs = list(clusters(written))

    def shown(count: int) -> str:
        return "".join(signs[:count]).rstrip(_LOOSE_ENDS) + ELLIPSIS

    kept, too_many = 0, len(signs)
    while too_many - kept > 1:
        middle = (kept + too_many) // 2
        if len(_lines(shown(middle), w, size, style)) <= rows:
            kept = middle
        else:
            too_many = middle
    border = next((i for i in range(kept, 0, -1) if signs[i].isspace()), 0)
    # A word that alone takes more than half of the place is cut inside, or little would be left.
    count = border if border > kept / 2 else kept
    return _block(shown(count), x, y, w, size, h=h, style=style, full=text)


def _lines(written: str, w: float, size: float, style: TextStyle) -> tuple[str, ...]:
    return wrap(
        written.upper() if style.get("caps") else written,
        w,
        size,
        language=style.get("language", "fr"),
        font=style.get("font", CARLITO),
        bold=style.get("bold", False),
        italic=style.get("italic", False),
        tracking=style.get("tracking", 0),
    )


def _one_line_size(line: str, w: float, style: TextStyle) -> float:
    """Return the largest size, in half units, at which ``line`` is no wider than ``w``."""
    shown = line.upper() if style.get("caps") else line
    font = style.get("font", CARLITO)
    bold, italic = style.get("bold", False), style.get("italic", False)
    ems = line_width(shown, 1, font=font, bold=bold, italic=italic)
    if not ems:
        return float("inf")
    tracked = line_width(
        shown, 1, font=font, bold=bold, italic=italic, tracking=style.get("tracking", 0)
    )
    return int((w - (tracked - ems)) / ems / _SIZE_STEP) * _SIZE_STEP


def _typeset(text: str, style: TextStyle) -> str:
    return typeset(text, style.get("language", "fr"))


def _rescaled(runs: tuple[Run, ...], scale: float) -> tuple[Run, ...]:
    return tuple(replace(run, scale=run.scale * scale) for run in runs)
