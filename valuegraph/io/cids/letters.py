"""From bytes to text, where programs of others wrote them: UTF-8, UTF-16, or Windows letters."""

from __future__ import annotations

import codecs
import re

from valuegraph.io.encoding import with_plain_line_ends
from valuegraph.problems import Problem

_LOOKED_AT = 20_000
_PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|([][{}])')
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


def text_in(content: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text in some bytes, or ``None``, and what is to be known about its letters.

    A mark at the beginning says the encoding; without one it is UTF-8, UTF-16 where every
    second byte is zero, else Windows-1252, which is told: a letter may be wrong then.
    """
    encoding = _encoding(content)
    try:
        return with_plain_line_ends(content.decode(encoding or "utf-8")), []
    except UnicodeDecodeError:
        if encoding:
            return None, [Problem("VG669", values={"encoding": encoding.upper()})]
    text = content.decode("cp1252", "replace")
    return with_plain_line_ends(text), [Problem("VG668")]


def is_json_ld(content: bytes) -> bool:
    """Tell whether bytes look like JSON-LD: keywords in the outermost mapping, or in those listed.

    Further inside they may stand in any chain, which keeps what it was once read from.
    """
    start = content[:_LOOKED_AT]
    told = start.decode(_encoding(content) or "utf-8", "ignore").lstrip("\ufeff \t\r\n")
    if told[:1] not in ("{", "["):
        return False
    outermost, depth = (1 if told[0] == "{" else 2), 0
    for piece in _PIECE.finditer(told):
        sign = piece.group(2)
        if sign:
            depth += 1 if sign in "[{" else -1
        elif depth == outermost and (piece.group(1) or "").startswith("@"):
            return True
    return False


def _encoding(content: bytes) -> str:
    """Return the encoding that a mark or zeros say; nothing where neither does."""
    marked = next((name for mark, name in _MARKED if content.startswith(mark)), "")
    start = content[:_LOOKED_AT]
    if not marked and start.count(b"\0") > len(start) // 3:
        return "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return marked
