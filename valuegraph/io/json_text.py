"""From JSON text to a tree, each mistake told with its place."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NoReturn

from valuegraph.io.encoding import without_invisible
from valuegraph.io.tree import Node, Place
from valuegraph.io.tree_building import StopReadingError, TreeBuilder
from valuegraph.problems import Bilingual, Problem, Where

_SPACE = re.compile(r"[ \t\n]*")
_COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?\*/", re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_LIKE_A_NUMBER = re.compile(r"[-+]?\.?[0-9][^,\]}\n]*")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_BARE_KEY = re.compile(r"[^\s,:=\[\]{}\"]+(?=\s*[:=])")
_BARE_TEXT = re.compile(r"[^,\[\]{}\n\"]+")
_RAW_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_OTHER_QUOTES = re.compile(r"'((?:[^'\\\n]|\\.)*)'|[“”„]([^“”\n]*)[“”]|«([^»\n]*)»|[‘’]([^‘’\n]*)’")
_CODE = re.compile(r"\\(?:u[0-9a-fA-F]{0,4}|.?)")

_WORDS = frozenset({"true", "false", "null"})
_PYTHON_WORDS = {"True": "true", "False": "false", "None": "null"}
_NOT_FINITE = frozenset({"NaN", "-NaN", "Infinity", "+Infinity", "-Infinity"})
_CLOSERS = {"{": "}", "[": "]"}
_SHOWN = 40
_DECODER = json.JSONDecoder(strict=False)  # a tab inside a text does no harm

_VALUE = Bilingual("une valeur", "a value")
_KEY = Bilingual("une clé entre guillemets", "a key in quotes")
_COLON = Bilingual("« : » après la clé", "“:” after the key")
_END = Bilingual("la fin du fichier", "the end of the file")


def read_json(text: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a JSON text and what is wrong with it.

    Commas too many or missing, comments, other quotes and numbers that JSON does not know
    are told and passed over; after anything else nothing is returned.

    Args:
        text: the text, line ends already plain.
    """
    text, problems = without_invisible(text, json=True)
    if not text.strip():
        return None, problems or [Problem("VG105", Where(line=1))]
    reader = _JsonReader(text)
    try:
        reader.read()
    except StopReadingError:
        return None, problems + reader.builder.problems
    return reader.builder.root, problems + reader.builder.problems


@dataclass(slots=True)
class _Open:
    """A ``{`` or ``[`` that is not closed yet, and whether a value was just read in it."""

    sign: str
    place: Place
    is_after_value: bool = False


class _JsonReader:
    """Reads one JSON text from its beginning to its end, without recursion."""

    def __init__(self, text: str) -> None:
        self.builder = TreeBuilder()
        self._text = text
        self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._open: list[_Open] = []

    def read(self) -> None:
        """Read it all; the tree and the problems are then in the builder."""
        if self._peek() not in _CLOSERS:
            self._stop(_quoted("{"))
        self._value()
        while self._open:
            self._inside(self._open[-1])
        if self._peek():
            self._complain("VG158", shown=self._found())
        self.builder.check_top()

    def _inside(self, level: _Open) -> None:
        """Read the next comma, value or end inside ``{`` or ``[``."""
        sign = self._peek()
        closer = _CLOSERS[level.sign]
        if not sign:
            place, wanted = level.place, _quoted(closer)
            self.builder.complain("VG160", place, wanted=wanted, sign=level.sign)
            raise StopReadingError
        if sign in "}]":
            if sign != closer:
                self._stop(_quoted(closer))
            self._at += 1
            self._open.pop()
            self.builder.end()
        elif level.is_after_value:
            level.is_after_value = False
            self._comma(sign)
        elif sign == ",":
            self._complain("VG151", found=_quoted(","))
            self._at += 1
        else:
            if level.sign == "{":
                self._key(sign)
                self._colon()
            level.is_after_value = True
            self._value()

    def _comma(self, sign: str) -> None:
        if sign != ",":
            self._complain("VG159", found=self._found())
            return
        comma = self._at
        self._at += 1
        after = self._peek()
        if after in "}]" and after:
            self._complain("VG151", comma, found=_quoted(after))

    def _key(self, sign: str) -> None:
        place = self._place(self._at)
        if sign == '"':
            text = self._string()
        elif found := _OTHER_QUOTES.match(self._text, self._at):
            text = self._in_other_quotes(found)
        elif found := _BARE_KEY.match(self._text, self._at):
            text = self._as_json(found.group(), found.end())
        else:
            self._stop(_KEY)
        self.builder.scalar(text, place, quoted=True)

    def _colon(self) -> None:
        sign = self._peek()
        if sign != ":":
            self._complain("VG150", wanted=_COLON, found=self._found())
        if sign and sign in ":=;":
            self._at += 1

    def _value(self) -> None:
        sign = self._peek()
        place = self._place(self._at)
        if sign and sign in _CLOSERS:
            self._open.append(_Open(sign, place))
            begin = self.builder.begin_table if sign == "{" else self.builder.begin_listing
            begin(place)
            self._at += 1
        elif sign == '"':
            self.builder.scalar(self._string(), place, quoted=True)
        elif found := _OTHER_QUOTES.match(self._text, self._at):
            self.builder.scalar(self._in_other_quotes(found), place, quoted=True)
        elif found := _BARE_TEXT.match(self._text, self._at):
            self._bare(found.group().rstrip(), place)
        else:
            self._stop(_VALUE)

    def _bare(self, text: str, place: Place) -> None:
        """Read a value without quotes: a number, true, false, null, or what was meant so."""
        decimal = _DECIMAL_COMMA.match(self._text, self._at) if self.builder.in_table else None
        if decimal:
            text = decimal.group()
            self._complain("VG157", shown=text)
        elif text in _NOT_FINITE:
            self._complain("VG153", shown=text)
        elif _NUMBER.fullmatch(text) or text in _WORDS:
            pass
        elif _LIKE_A_NUMBER.fullmatch(text):
            self._complain("VG157", shown=text[:_SHOWN])
        elif text in _PYTHON_WORDS:
            self._complain("VG154", shown=text, typed=_PYTHON_WORDS[text])
        else:
            self.builder.scalar(self._as_json(text, self._at + len(text)), place, quoted=True)
            return
        self._at += len(text)
        self.builder.scalar(text, place)

    def _as_json(self, text: str, end: int) -> str:
        """Complain of a text without the right quotes, and go on behind it."""
        typed = json.dumps(text, ensure_ascii=False)
        self._complain("VG154", shown=self._text[self._at : end][:_SHOWN], typed=typed)
        self._at = end
        return text

    def _in_other_quotes(self, found: re.Match[str]) -> str:
        inner = next(group for group in found.groups() if group is not None)
        return self._as_json(inner.strip().replace("\\'", "'"), found.end())

    def _string(self) -> str:
        start = self._at
        try:
            text, end = _DECODER.raw_decode(self._text, start)
        except ValueError:
            return self._broken_string(start)
        if "\n" in self._text[start:end]:
            self._not_closed(start)
        self._at = end
        return str(text)

    def _broken_string(self, start: int) -> str:
        r"""Complain of a text that is not closed or has a ``\`` in it that is no code."""
        raw = _RAW_TEXT.match(self._text, start)
        if raw is None:
            self._not_closed(start)
        for code in _CODE.finditer(raw.group(1)):
            if not _is_code(code.group()):
                self._complain("VG156", raw.start(1) + code.start(), shown=code.group())
        self._at = raw.end()
        return raw.group(1)

    def _not_closed(self, start: int) -> NoReturn:
        line = self._text[start : start + _SHOWN].split("\n", 1)[0]
        self._complain("VG155", start, shown=line)
        raise StopReadingError

    def _peek(self) -> str:
        """Return the next sign, comments told and passed over; nothing at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            comment = _COMMENT.match(self._text, self._at)
            if comment is None:
                return self._text[self._at : self._at + 1]
            self._complain("VG152", shown=comment.group()[:_SHOWN].split("\n", 1)[0])
            self._at = comment.end()

    def _found(self) -> str | Bilingual:
        line = self._text[self._at : self._at + _SHOWN].split("\n", 1)[0].strip()
        return _quoted(line) if line else _END

    def _stop(self, wanted: Bilingual) -> NoReturn:
        self._complain("VG150", wanted=wanted, found=self._found())
        raise StopReadingError

    def _complain(self, code: str, at: int | None = None, **values: object) -> None:
        self.builder.complain(code, self._place(self._at if at is None else at), **values)

    def _place(self, at: int) -> Place:
        line = bisect_right(self._lines, at)
        return Place(line, at - self._lines[line - 1] + 1)


def _is_code(code: str) -> bool:
    return len(code) == 6 if code.startswith("\\u") else code[1:] in tuple('"\\/bfnrt')


def _quoted(text: str) -> Bilingual:
    return Bilingual(f"« {text} »", f"“{text}”")
