"""From bytes to text: UTF-8 and nothing else, told in words when it is something else."""

from __future__ import annotations

import codecs
import re

from valuegraph.errors import FileFormatError
from valuegraph.problems import Bilingual, Problem, Where

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_OTHER_FILES = (
    (
        b"PK\x03\x04",
        Bilingual(
            "un document Word, Excel ou LibreOffice, ou une archive",
            "a Word, Excel or LibreOffice document, or an archive",
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        Bilingual("un ancien document Word ou Excel", "an old Word or Excel document"),
    ),
    (b"{\\rtf", Bilingual("un document mis en forme (RTF)", "a formatted document (RTF)")),
    (b"\x89PNG", Bilingual("une image", "a picture")),
    (b"\xff\xd8\xff", Bilingual("une image", "a picture")),
)

_BINARY = Bilingual("fait de données, non de lettres", "made of data, not of letters")
_UNKNOWN = Bilingual("un encodage inconnu", "an unknown encoding")
_WINDOWS = Bilingual("Windows-1252 ou Latin-1", "Windows-1252 or Latin-1")

_NOT_IN_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_NOT_IN_JSON = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
# What a two-byte letter, or a typographic quote or dash, becomes when read as Windows-1252.
_TWICE_CONVERTED = re.compile(
    "\u00c5\u201c|[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u2013-\u2122]"
)
_LOST = re.compile("\ufffd")
_WORD = re.compile("[^ \n\t]*")
_SHOWN = 40
_MOST_TOLD = 20


def decode(data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text in ``data`` with plain line ends, or ``None``, and what is wrong with it.

    UTF-8 is read with or without its mark, with any of the three line ends.
    """
    seems = _seems(data)
    if seems:
        return None, [seems]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_not_utf8(data.removeprefix(codecs.BOM_UTF8), fault)]
    return with_plain_line_ends(text), []


def with_plain_line_ends(text: str) -> str:
    """Return ``text`` without its byte order mark, a line feed alone at each end of line."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_invisible(text: str, *, json: bool = False) -> tuple[str, list[Problem]]:
    """Return ``text`` with a space for each character that is not text, and where they were."""
    pattern = _NOT_IN_JSON if json else _NOT_IN_YAML
    problems: list[Problem] = []
    for found in pattern.finditer(text):
        if len(problems) == _MOST_TOLD:
            break
        name = f"U+{ord(found.group()):04X}"
        problems.append(Problem("VG108", where(text, found.start()), {"character": name}))
    return (pattern.sub(" ", text), problems) if problems else (text, problems)


def lost_letters(text: str) -> list[Problem]:
    """Return a warning for each line whose letters were spoilt before we read it."""
    problems: list[Problem] = []
    for code, pattern in (("VG109", _TWICE_CONVERTED), ("VG110", _LOST)):
        told, start = 0, 0
        while told < _MOST_TOLD and start >= 0 and (found := pattern.search(text, start)):
            shown = _word_at(text, found.start())
            meant = _reconverted(shown)
            if meant or code == "VG110":
                values = {"shown": shown, "meant": meant}
                problems.append(Problem(code, where(text, found.start()), values))
                told += 1
            start = text.find("\n", found.end())
    return problems


def where(text: str, index: int) -> Where:
    """Return the line and column of a position in ``text``."""
    line = text.count("\n", 0, index) + 1
    return Where(line=line, column=index - text.rfind("\n", 0, index))


def _seems(data: bytes) -> Problem | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _other_encoding(name, 1)
    for mark, what in _OTHER_FILES:
        if data.startswith(mark):
            return Problem("VG107", values={"what": what})
    zero = data.find(b"\0")
    if zero < 0:
        return None
    sample = data[:4096]
    # Western text in UTF-16 has a zero in every second byte, in UTF-32 three in every fourth.
    share = sample.count(b"\0") / len(sample)
    if share > 0.6 or (share > 0.3 and b"\0\0" not in sample):
        return _other_encoding("UTF-32" if share > 0.6 else "UTF-16", 1)
    line = data.count(b"\n", 0, zero) + 1
    if data.count(b"\0") <= _MOST_TOLD and share < 0.1 and _is_utf8(data):
        return None
    return Problem("VG107", Where(line=line), {"what": _BINARY})


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_utf8(data: bytes, fault: UnicodeDecodeError) -> Problem:
    start = max(data.rfind(b"\n", 0, fault.start), data.rfind(b"\r", 0, fault.start)) + 1
    before = data[: fault.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    end = min(found for found in (data.find(b"\n", start), len(data)) if found >= 0)
    column = len(data[start : fault.start].decode("utf-8", "replace")) + 1
    try:
        line = data[start:end].decode("cp1252").strip()[:_SHOWN]
    except UnicodeDecodeError:
        return _other_encoding(_UNKNOWN, before.count(b"\n") + 1, column)
    shown = Bilingual(f" (« {line} »)", f" (“{line}”)")
    return _other_encoding(_WINDOWS, before.count(b"\n") + 1, column, shown)


def _other_encoding(
    name: str | Bilingual, line: int, column: int = 0, shown: Bilingual | str = ""
) -> Problem:
    return Problem("VG106", Where(line=line, column=column), {"encoding": name, "shown": shown})


def _word_at(text: str, index: int) -> str:
    start = index
    while start and text[start - 1] not in " \n\t" and index - start < _SHOWN:
        start -= 1
    found = _WORD.match(text, start, index + _SHOWN)
    return found.group() if found else ""


def _reconverted(word: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def require_whole_characters(text: str, language: str) -> None:
    """Refuse a text that holds half of a character, which no file can hold.

    Raises:
        FileFormatError: it does; what stands around it is told.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = error.object[error.start]
        shown = text[max(error.start - 20, 0) : error.start + 20].replace(half, "\ufffd")
        values = {"shown": shown.strip(), "character": f"U+{ord(half):04X}"}
        raise FileFormatError(Problem("VG116", values=values), language=language) from None
