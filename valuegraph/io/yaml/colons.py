"""Lines of YAML in which a colon, or the space after a colon or a dash, was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from valuegraph.io.yaml.events import YamlFault
from valuegraph.io.yaml.lines import (
    SPACES_OF_TEXT,
    Line,
    above,
    below,
    is_empty,
    shown,
    take_apart,
    typed,
)
from valuegraph.io.yaml.repairs import Repair, problem_at, silenced
from valuegraph.model.words import key_code

_GLUED = re.compile(rf"(?P<key>[^\W\d][\w{SPACES_OF_TEXT} -]*?):(?P<value>[^ \t/].*)")
_GLUED_DASH = re.compile(r"-[^\W\d].*")
_OTHER_SIGN = re.compile(r"(?P<key>[^\W\d][\w ]*?)\s*(?:=>?|->|;|→|\uff1a)\s*(?P<value>\S.*)")
_WORD = re.compile(r"[^\W\d][\w-]*")


def colon_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield the lines near the fault in which a colon, or the space after it, is missing."""
    last = min(fault.line, len(lines) - 1)
    near = [number for number in (fault.opened, last, above(lines, last)) if number >= 0]
    for number in dict.fromkeys(near):
        line = take_apart(lines[number])
        if line.key or is_empty(lines[number]):
            continue
        meant = spaced(line.value)
        if is_glued_dash(line.value):
            yield _repair("VG141", number, line, line.saying(f"- {line.value[1:]}"))
        elif meant:
            yield _repair("VG137", number, line, line.saying(meant))
        elif other := _with_colon(line.value):
            yield _repair("VG139", number, line, line.saying(other))
        elif _is_deeper(lines, number, line):
            yield _repair("VG139", number, line, line.saying(f"{line.value}:"))
    for number in dict.fromkeys(near):
        line = take_apart(lines[number])
        if not line.key and not line.dashes and line.value:
            example = _example(line.value)
            values = {"shown": shown(line.value), "typed": typed(example)}
            problem = problem_at("VG139", number, line.column, **values)
            yield Repair(problem, {number: silenced(lines[number])}, certain=False)


def last_resort(lines: Sequence[str], fault: YamlFault) -> Repair:
    """Return the repair that skips the line where YAML stopped."""
    number = min(fault.line, len(lines) - 1)
    number = number if not is_empty(lines[number]) else max(above(lines, number), 0)
    column = fault.column if number == fault.line else 0
    problem = problem_at("VG149", number, column, shown=shown(lines[number]))
    return Repair(problem, {number: silenced(lines[number])}, certain=False)


def spaced(value: str) -> str | None:
    """Return ``name:Collecte`` as it was meant, ``None`` for a text that is something else."""
    found = _GLUED.fullmatch(value)
    if found is None:
        return None
    key, rest = found.group("key").strip(), found.group("value").strip()
    return f"{key}: {rest}" if rest else None


def is_glued_key(text: str) -> bool:
    """Tell whether a text is one of our keys with its value, the space forgotten."""
    found = _GLUED.fullmatch(text)
    return found is not None and key_code(found.group("key").strip()) is not None


def is_glued_dash(text: str) -> bool:
    """Tell whether a text is an item of a list, the space after its dash forgotten."""
    return _GLUED_DASH.fullmatch(text) is not None


def _with_colon(value: str) -> str | None:
    """Return ``langue = fr`` as it was meant, ``None`` for a text that is something else."""
    found = _OTHER_SIGN.fullmatch(value)
    if found is None or key_code(found.group("key")) is None:
        return None
    return f"{found.group('key')}: {found.group('value')}"


def _example(value: str) -> str:
    """Return what a line without a key may have been meant to be."""
    word = _WORD.match(value.lstrip("\"'"))
    return f"{word.group()}: …" if word else f"# {value.lstrip('/;-= ')}".rstrip()


def _is_deeper(lines: Sequence[str], number: int, line: Line) -> bool:
    following = below(lines, number)
    return following >= 0 and take_apart(lines[following]).indent > line.indent


def _repair(code: str, number: int, line: Line, meant: str) -> Repair:
    values = {"shown": shown(line.value), "typed": typed(meant)}
    return Repair(problem_at(code, number, line.column, **values), {number: meant})
