"""Line breaking: the fewest lines, then the most even ones, never ending on a weak word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from valuegraph.render.fontface import CARLITO, Face, Font, face
from valuegraph.render.glyphs import DRAWN_SPACES, ZERO_WIDTH_SPACE, clusters, drawable
from valuegraph.render.hyphenation import cut_word

_WEAK_WORDS = {
    "fr": """à a au aux avec ce ces cette chez d’ dans de des dont du en entre est et la le les leur
        leurs ne ni nos notre on ou où par pour qu’ que qui sa sans se ses si son sont sous sur
        très un une vers vos votre & – —""",
    "en": """a an and are as at by for from has have in into is its no not of on or our than that
        the their this to was were which who with your & – —""",
}

_LINE_COST = 10.0  # an added line costs more than any unevenness
_LAST_LINE_SLACK = 0.3
_WEAK_END = 0.22
_WIDOW = 0.25
_WIDOW_WIDTH = 1 / 3
_TOLERANCE = 1e-6

_BREAKING_SPACE = re.compile(r"[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"
# Signs that do not begin, or do not end, a line of Chinese or Japanese.
_NO_LINE_START = frozenset("、。，．・：；？！）」』】〉》〕］｝ー々…‥’”,.;:!?)]}»%")
_NO_LINE_END = frozenset("（「『【〈《〔［｛‘“([{«")


class _Piece(NamedTuple):
    """A stretch that stays on one line; widths in ems."""

    source: str
    drawn: str
    width: float
    lead: float  # what stands before it when it is not the first of its line
    spaced: bool
    weak: bool = False
    ends_line: bool = False  # a hyphen was added: nothing may follow on the line


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    language: str = "fr",
    font: Font = CARLITO,
    bold: bool = False,
    italic: bool = False,
    tracking: float = 0,
) -> tuple[str, ...]:
    """Return the drawn lines of ``text`` in ``width`` du at ``size`` du.

    Blank paragraphs are left out. No line is wider than ``width`` unless a single character is.
    """
    if size <= 0:
        raise ValueError(f"a text's size must be above 0, not {size}")
    font_face = face(font, bold=bold, italic=italic)
    return _wrapped(text, width / size, language[:2], font_face, tracking / size)


def line_width(
    text: str,
    size: float,
    *,
    font: Font = CARLITO,
    bold: bool = False,
    italic: bool = False,
    tracking: float = 0,
) -> float:
    """Return an upper bound of the width in du of ``text`` on one line."""
    drawn = drawable(text, face(font, bold=bold, italic=italic))
    return _width(drawn, face(font, bold=bold, italic=italic)) * size + tracking * len(drawn)


@lru_cache(maxsize=8192)
def _wrapped(
    text: str, limit: float, language: str, font_face: Face, tracking: float
) -> tuple[str, ...]:
    lines: list[str] = []
    for pieces in _paragraphs(text, language, font_face, tracking):
        lines += _break(_fitting(pieces, limit, font_face, tracking), limit)
    return tuple(lines)


@lru_cache(maxsize=4096)
def _paragraphs(
    text: str, language: str, font_face: Face, tracking: float
) -> tuple[tuple[_Piece, ...], ...]:
    weak_words = frozenset(_WEAK_WORDS.get(language, "").split())
    paragraphs = []
    for paragraph in text.splitlines():
        pieces: list[_Piece] = []
        for word in _BREAKING_SPACE.split(paragraph):
            spaced, weak = True, word.casefold() in weak_words
            for part in _unspaced_parts(word):
                if drawn := drawable(part, font_face).strip(DRAWN_SPACES):
                    piece = _piece(part, drawn, pieces, font_face, tracking, spaced=spaced)
                    pieces.append(piece._replace(weak=weak))
                    spaced = False
        if pieces:
            paragraphs.append(tuple(pieces))
    return tuple(paragraphs)


def _piece(
    source: str,
    drawn: str,
    before: list[_Piece],
    font_face: Face,
    tracking: float,
    *,
    spaced: bool,
) -> _Piece:
    gap = " " if spaced else ""
    last, first = before[-1].drawn[-1] if before else "", drawn[0]
    lead = _width(last + gap + first, font_face) - _width(last, font_face)
    lead += tracking * len(gap) - _width(first, font_face)
    width = _width(drawn, font_face) + tracking * len(drawn)
    return _Piece(source, drawn, width, lead, spaced)


def _unspaced_parts(word: str) -> list[str]:
    """Cut a word where scripts without spaces, or a zero-width space, let a line end."""
    if word.isascii():
        return [word]
    parts = [""]
    for sign in clusters(word):
        if sign == ZERO_WIDTH_SPACE:
            parts.append("")
        elif parts[-1] and _may_part(parts[-1][-1], sign[0]):
            parts.append(sign)
        else:
            parts[-1] += sign
    return parts


def _may_part(before: str, after: str) -> bool:
    if before in _NO_LINE_END or after in _NO_LINE_START:
        return False
    if before in _NO_BREAK_SPACES or after in _NO_BREAK_SPACES:
        return False
    return _is_ideographic(before) or _is_ideographic(after)


def _is_ideographic(character: str) -> bool:
    return character > "\u2e7f" and unicodedata.east_asian_width(character) in "WF"


def _fitting(
    pieces: tuple[_Piece, ...], limit: float, font_face: Face, tracking: float
) -> tuple[_Piece, ...]:
    if all(piece.width <= limit for piece in pieces):
        return pieces
    fitting: list[_Piece] = []
    for piece in pieces:
        if piece.width <= limit:
            fitting.append(piece)
            continue
        spaced = piece.spaced
        for drawn, hyphenated in cut_word(piece.source, limit, font_face, tracking):
            part = _piece(drawn, drawn, fitting, font_face, tracking, spaced=spaced)
            fitting.append(part._replace(ends_line=hyphenated))
            spaced = False
    return tuple(fitting)


def _break(pieces: tuple[_Piece, ...], limit: float) -> list[str]:
    count = len(pieces)
    best = [0.0] * (count + 1)
    following = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = float("inf")
        width = 0.0
        for end in range(start + 1, count + 1):
            piece = pieces[end - 1]
            width += piece.width + (piece.lead if end > start + 1 else 0)
            if width > limit + _TOLERANCE and end > start + 1:
                break
            cost = best[end] + _line_cost(pieces, start, end, width, limit)
            if cost < best[start]:
                best[start], following[start] = cost, end
            if piece.ends_line:
                break
    lines, start = [], 0
    while start < count:
        lines.append(_joined(pieces[start : following[start]]))
        start = following[start]
    return lines


def _line_cost(
    pieces: tuple[_Piece, ...], start: int, end: int, width: float, limit: float
) -> float:
    slack = max(0.0, 1 - width / limit)
    if end < len(pieces):
        return _LINE_COST + slack * slack + (_WEAK_END if pieces[end - 1].weak else 0)
    lonely = start > 0 and end == start + 1 and width < _WIDOW_WIDTH * limit
    return _LINE_COST + _LAST_LINE_SLACK * slack * slack + (_WIDOW if lonely else 0)


def _joined(pieces: tuple[_Piece, ...]) -> str:
    return pieces[0].drawn + "".join(
        (" " if piece.spaced else "") + piece.drawn for piece in pieces[1:]
    )


@lru_cache(maxsize=32768)
def _width(drawn: str, font_face: Face) -> float:
    return font_face.width(drawn)
