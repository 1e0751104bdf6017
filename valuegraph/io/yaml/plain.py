"""A text without quotes that YAML reads, but probably not as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from valuegraph.io.yaml.colons import is_glued_dash, is_glued_key, spaced
from valuegraph.io.yaml.indentation import indentation_values, special_indentation
from valuegraph.io.yaml.lines import (
    MAX_LINE_LENGTH,
    Line,
    is_in_flow,
    shown,
    take_apart,
    typed,
    typed_with_quotes,
)
from valuegraph.io.yaml.repairs import problem_at
from valuegraph.problems import Problem

_DROPPED = re.compile(r"(?P<gap>[ \t]+)(?P<comment>#(?P<after>.?).*)", re.DOTALL)


def value_problems(
    lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]
) -> Iterator[Problem]:
    """Yield what was probably not meant in a value without quotes.

    Args:
        lines: all lines.
        start: its first line and column, from 0.
        end: the line and column after its last letter.
    """
    if len(lines[start[0]]) > MAX_LINE_LENGTH:
        return
    for number in range(start[0], end[0] + 1):
        if number == start[0] and lines[number][: start[1]].strip("- "):
            continue
        line = take_apart(lines[number])
        code = "" if line.key else _glued(line)
        if code:
            meant = spaced(line.value) if code == "VG137" else f"- {line.value[1:]}"
            values = {"shown": shown(line.value), "typed": typed(meant or "")}
            yield problem_at(code, number, line.column, **values)
    yield from _dropped(lines[end[0]], end[0], end[1], is_nothing=start == end)


def key_problems(lines: Sequence[str], key: str, number: int) -> Iterator[Problem]:
    """Yield what was probably not meant in a key without quotes."""
    if special_indentation(key):
        yield problem_at("VG120", number, 0, **indentation_values(lines, number))
    elif key == "<<":
        column = lines[number].index("<<") if "<<" in lines[number] else 0
        yield problem_at("VG126", number, column)


def _glued(line: Line) -> str:
    if is_glued_key(line.value):
        return "VG137"
    return "VG141" if is_glued_dash(line.value) and not line.dashes else ""


def _dropped(text: str, number: int, column: int, *, is_nothing: bool) -> Iterator[Problem]:
    """A text after ``#`` that does not look like a comment."""
    found = _DROPPED.match(text, column)
    if found is None or is_in_flow(text, column):
        return
    looks_like_comment = found.group("after") in ("", " ", "\t", "#")
    if looks_like_comment and (is_nothing or len(found.group("gap").expandtabs()) > 1):
        return
    first = take_apart(text).column
    meant = typed_with_quotes(text, first, whole=True)
    values = {"shown": shown(found.group("comment")), "typed": meant}
    yield problem_at("VG131", number, found.start("comment"), **values)
