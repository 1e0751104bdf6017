"""One line of YAML taken apart, and what to type in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from valuegraph.io.tree_building import part_of_path
from valuegraph.io.yaml.quoting import quoted

MAX_LINE_LENGTH = 2000
"""Longest line that is taken apart to find out what is wrong with it."""

SPACES_OF_TEXT = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Characters, for a pattern, that look like a space or like nothing, and do not indent."""

_SHOWN = 70
_TYPED = 300

_LINE = re.compile(
    r"""(?P<indent>[ ]*)
        (?P<dashes>(?:-[ \t]+)*)
        (?:(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'\[{&*!|>%@`\#].*?)
           (?P<colon>[ \t]*:(?:[ \t]+|$)))?
        (?P<value>.*)""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.DOTALL)
_QUOTED = {
    '"': re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL),
    "'": re.compile(r"'((?:[^']|'')*)'", re.DOTALL),
}
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)+")
_PAIRS = {"[": "]", "{": "}"}


class Line(NamedTuple):
    """The pieces of one line, in their order.

    Attributes:
        indent: the number of spaces before it.
        dashes: the dashes of a list, with their spaces.
        key: the key as typed, empty without one.
        colon: the colon with the spaces around it.
        value: the rest, without spaces at its end.
    """

    indent: int
    dashes: str
    key: str
    colon: str
    value: str

    @property
    def column(self) -> int:
        """Where the value begins, counted from 0."""
        return self.key_column + len(self.key) + len(self.colon)

    @property
    def key_column(self) -> int:
        """Where the key begins, or the value without a key: the alignment below it."""
        return self.indent + len(self.dashes)

    @property
    def head(self) -> str:
        """What stands before the value."""
        return " " * self.indent + self.dashes + self.key + self.colon

    def saying(self, value: str) -> str:
        """Return the line with another value."""
        head = self.head if not self.colon else self.head.rstrip() + " "
        return head + value


def take_apart(text: str) -> Line:
    """Return the pieces of a line; one that is very long is all value."""
    found = _LINE.fullmatch(text) if len(text) <= MAX_LINE_LENGTH else None
    if found is None:
        return Line(0, "", "", "", text)
    indent, dashes, key, colon, value = found.group("indent", "dashes", "key", "colon", "value")
    return Line(len(indent), dashes, key or "", colon or "", value.rstrip())


def without_comment(value: str) -> str:
    """Return a value that is not in quotes without the comment after it."""
    return _COMMENT.sub("", value).rstrip()


def is_empty(text: str) -> bool:
    """Tell whether a line says nothing: only spaces, a comment, or the edge of a document."""
    bare = text.strip()
    return not bare or bare.startswith("#") or bare in ("---", "...")


def closing_quote(value: str) -> int:
    """Return how much of a value its first quotes enclose; 0 if they do not close."""
    found = _QUOTED[value[0]].match(value)
    return found.end() if found else 0


def missing_closers(value: str) -> str | None:
    """Return the brackets that would close a value, ``None`` if one closes too many."""
    waiting: list[str] = []
    position = 0
    while position < len(value):
        sign = value[position]
        if sign in _QUOTED and (not position or value[position - 1] in " ,[{:"):
            length = closing_quote(value[position:])
            position += max(length, 1)
            continue
        if sign in _PAIRS:
            waiting.append(_PAIRS[sign])
        elif sign in "]}" and (not waiting or waiting.pop() != sign):
            return None
        position += 1
    return "".join(reversed(waiting))


def is_in_flow(text: str, column: int) -> bool:
    """Tell whether a place on a line is inside ``[`` or ``{`` opened on that line."""
    start = take_apart(text).column
    before = _PROPERTIES.sub("", text[start:column])
    return before[:1] in _PAIRS and bool(missing_closers(before))


def typed(text: str) -> str:
    """Return a line as the person is to type it, without its indentation."""
    bare = text.strip()
    return bare if len(bare) <= _TYPED else bare[: _TYPED - 1] + "…"


def typed_with_quotes(text: str, column: int, *, whole: bool = False) -> str:
    """Return what to type for a line so that all from ``column`` on is one text.

    Args:
        text: the line.
        column: where the text begins, from 0.
        whole: whether what follows ``#`` belongs to it.
    """
    if is_in_flow(text, column):
        return quoted(flow_item(text, column))
    value = text[column:].rstrip() if whole else without_comment(text[column:])
    return typed(text[:column] + quoted(value))


def flow_item(text: str, column: int) -> str:
    """Return the item of a list or mapping on one line that begins at ``column``."""
    return re.split(r"[,\]}]", text[column:], maxsplit=1)[0].rstrip()


def shown(text: str) -> str:
    """Return a piece of the file, short enough for a message."""
    bare = text.strip()
    return bare if len(bare) <= _SHOWN else bare[: _SHOWN - 1] + "…"


def above(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line above that says something, or -1."""
    return next((n for n in range(number - 1, -1, -1) if not is_empty(lines[n])), -1)


def below(lines: Sequence[str], number: int) -> int:
    """Return the number of the nearest line below that says something, or -1."""
    return next((n for n in range(number + 1, len(lines)) if not is_empty(lines[n])), -1)


def open_above(lines: Sequence[str], number: int) -> Iterator[Line]:
    """Yield the lines inside which a line stands, the nearest first."""
    limit = MAX_LINE_LENGTH
    for position in range(number - 1, -1, -1):
        if is_empty(lines[position]):
            continue
        line = take_apart(lines[position])
        if line.indent < limit:
            yield line
            limit = line.indent
        if not limit:
            return


def _bare(key: str) -> str:
    return key.strip().strip("\"'")


def part_at(lines: Sequence[str], number: int) -> str:
    """Return the id of the part in which a line stands, or an empty text."""
    here = take_apart(lines[number])
    path = [_bare(here.key)] if here.key and not here.dashes else []
    limit = here.indent
    for line in open_above(lines, number):
        if line.indent < limit:
            path.insert(0, "[" if line.dashes else _bare(line.key))
            limit = line.indent
    return part_of_path(path)
