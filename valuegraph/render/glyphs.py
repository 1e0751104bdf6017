"""What a font can draw of a text: visible characters, a box for each one the font lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from valuegraph.render.fontface import CARLITO, Face, Font, face

MISSING_BOX = "□"
ZERO_WIDTH_JOINER = "\u200d"
ZERO_WIDTH_SPACE = "\u200b"

DRAWN_SPACES = " \u202f"

_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u205f\u3000]")
_NARROW_NO_BREAK_SPACE = "\u202f"
_KEYCAP = "\u20e3"


def clusters(text: str) -> Iterator[str]:
    """Yield the visible characters of ``text``: a letter with its marks, a whole emoji sequence.

    A close and small reading of Unicode's grapheme clusters (UAX 29), enough to draw one box for
    one missing sign.
    """
    current = ""
    for character in text:
        if current and _joins(current, character):
            current += character
        else:
            if current:
                yield current
            current = character
    if current:
        yield current


@lru_cache(maxsize=8192)
def drawable(text: str, font_face: Face) -> str:
    """Return what is drawn for ``text``: a box for each character that the font lacks.

    Control characters and other invisible ones are left out. Every space but the narrow no-break
    one is drawn as a plain space; runs of spaces are kept.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_drawn(cluster, font_face) for cluster in clusters(text))


def missing_characters(
    text: str, font: Font = CARLITO, *, bold: bool = False, italic: bool = False
) -> tuple[str, ...]:
    """Return the visible characters of ``text`` that the font lacks, each once, in their order."""
    font_face = face(font, bold=bold, italic=italic)
    return tuple(
        dict.fromkeys(
            cluster
            for line in text.splitlines()
            for cluster in clusters(line)
            if MISSING_BOX not in cluster and _drawn(cluster, font_face) == MISSING_BOX
        )
    )


@lru_cache(maxsize=16384)
def _drawn(cluster: str, font_face: Face) -> str:
    if cluster == _NARROW_NO_BREAK_SPACE and font_face.covers(cluster):
        return cluster
    if cluster == _NARROW_NO_BREAK_SPACE or _SPACES.fullmatch(cluster):
        return " "
    visible = "".join(
        character
        for character in unicodedata.normalize("NFC", cluster)
        if not _is_invisible(character)
    )
    if all(font_face.covers(character) for character in visible):
        return visible
    return MISSING_BOX


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") or _is_variation(character)


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _joins(cluster: str, character: str) -> bool:
    if _is_extender(character):
        return unicodedata.category(cluster[0])[0] not in "CZ" or _is_sign(cluster[0])
    if cluster[-1] == ZERO_WIDTH_JOINER:
        return _is_sign(character) and _is_sign(cluster[0])
    if _is_regional(character):
        return len(cluster) == 1 and _is_regional(cluster)
    return False


def _is_extender(character: str) -> bool:
    return (
        character == ZERO_WIDTH_JOINER
        or unicodedata.category(character)[0] == "M"
        or _is_variation(character)
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags, as in the flag of Scotland
        or character == _KEYCAP
    )


def _is_sign(character: str) -> bool:
    # Emoji newer than Python's own tables are unassigned (Cn) there.
    return unicodedata.category(character) in ("So", "Sm", "Cn")


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
