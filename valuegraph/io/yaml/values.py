"""Mistakes within a line of YAML: signs, quotes and brackets that a French text brings along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from valuegraph.io.yaml.events import YamlFault
from valuegraph.io.yaml.lines import (
    Line,
    closing_quote,
    flow_item,
    is_in_flow,
    missing_closers,
    shown,
    take_apart,
    typed,
    without_comment,
)
from valuegraph.io.yaml.quoting import quoted
from valuegraph.io.yaml.repairs import Repair, problem_at

SIGN_CODES = {"&": "VG123", "*": "VG124", "!": "VG125"}
"""The signs that begin an anchor, a reference to one, and a tag."""

_OTHER_SIGNS = "%@`|>[{]},"
_SIGNS_BEFORE_SPACE = "-?"
_FARTHEST = 200


def value_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield what may be wrong with the value of the line where YAML stopped."""
    if fault.line >= len(lines):
        return
    if "escape" in fault.reason:
        yield from _bad_code(lines, fault)
    text = lines[fault.line]
    line = take_apart(text)
    if is_in_flow(text, fault.column):
        yield from _sign_in_flow(fault, text)
    yield from _beginning(fault.line, line)
    yield from _quotes(fault.line, line)
    yield from _colon(fault.line, line)


def bracket_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield what may be wrong with the brackets on and before the line where YAML stopped."""
    numbers = [fault.opened] if "flow" in fault.reason else []
    for number in dict.fromkeys([*numbers, min(fault.line, len(lines) - 1)]):
        line = take_apart(lines[number])
        if not line.value.startswith(("[", "{")):
            continue
        yield from _comment_in_flow(number, line)
        bare = without_comment(line.value)
        closers = missing_closers(bare)
        if closers is None:
            yield from _closed_too_often(number, line, bare)
        elif closers:
            yield from _not_closed(number, line, bare, closers)
        elif number == fault.line:
            empty = line.saying("[]" if bare[0] == "[" else "{}")
            problem = problem_at("VG144", number, fault.column, shown=shown(bare))
            yield Repair(problem, {number: empty}, certain=False)


def unclosed_quotes(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield the lines whose quotes do not close, the nearest above the fault first."""
    last = min(fault.line, len(lines) - 1)
    nearest = range(last, max(last - _FARTHEST, -1), -1)
    for number in dict.fromkeys([fault.opened, *nearest] if fault.opened >= 0 else nearest):
        line = take_apart(lines[number])
        if line.value[:1] in ('"', "'") and not closing_quote(line.value):
            meant = line.saying(quoted(line.value[1:]))
            values = {"shown": shown(line.value), "typed": typed(meant)}
            yield Repair(problem_at("VG134", number, line.column, **values), {number: meant})


def _beginning(number: int, line: Line) -> Iterator[Repair]:
    """A text that begins with a sign of YAML's."""
    value = line.value
    if not value:
        return
    sign = value[0]
    begins = sign in SIGN_CODES or sign in _OTHER_SIGNS
    if not (begins or (sign in _SIGNS_BEFORE_SPACE and value[1:2] in (" ", ""))):
        return
    if sign == "%" and not line.column:
        problem = problem_at("VG122", number, 0, shown=shown(value))
        yield Repair(problem, {number: "#" + value})
        return
    if sign in "[{" and not _goes_on_after_bracket(without_comment(value)):
        return
    meant = line.saying(quoted(without_comment(value)))
    values = {"sign": sign, "shown": shown(value), "typed": typed(meant)}
    code = SIGN_CODES.get(sign, "VG132")
    yield Repair(problem_at(code, number, line.column, **values), {number: meant})


def _goes_on_after_bracket(value: str) -> bool:
    """Tell whether ``[Le Bocal] conserverie`` was typed, rather than a list."""
    closers = (end for end in range(1, len(value)) if value[end] in "]}")
    first = next((end for end in closers if missing_closers(value[: end + 1]) == ""), None)
    return first is not None and bool(value[first + 1 :].strip(" ,]}"))


def _quotes(number: int, line: Line) -> Iterator[Repair]:
    """A text that goes on after the quotes in which it begins."""
    value = line.value
    if value[:1] not in ('"', "'"):
        return
    end = closing_quote(value)
    rest = without_comment(value[end:]) if end else ""
    if not rest.strip():
        return
    whole = value[: end + len(rest)]
    inner = whole[1:-1] if whole.endswith(value[0]) else whole
    meant = line.saying(quoted(inner))
    values = {"shown": shown(value), "typed": typed(meant)}
    yield Repair(problem_at("VG133", number, line.column + end, **values), {number: meant})


def _colon(number: int, line: Line) -> Iterator[Repair]:
    """A text with a colon and a space in it."""
    found = re.search(r"\s*:(?:\s|$)", line.value)
    if found is None or not line.key:
        return
    value = without_comment(line.value)
    meant = line.saying(quoted(value))
    values = {"shown": shown(value), "typed": typed(meant)}
    column = line.column + line.value.index(":", found.start())
    yield Repair(problem_at("VG130", number, column, **values), {number: meant})


def _bad_code(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    r"""A ``\`` in double quotes, as in a Windows path."""
    line = take_apart(lines[fault.line])
    if not line.value.startswith('"'):
        return
    end = line.value.rfind('"')
    meant = line.saying(quoted(line.value[1:end] if end > 0 else line.value[1:]))
    start = lines[fault.line].rfind("\\", 0, fault.column + 1)
    values = {"sign": lines[fault.line][start : start + 2], "typed": typed(meant)}
    yield Repair(problem_at("VG140", fault.line, max(start, 0), **values), {fault.line: meant})


def _sign_in_flow(fault: YamlFault, text: str) -> Iterator[Repair]:
    """An item of a list that begins with a sign of YAML's."""
    item = flow_item(text, fault.column)
    if not item:
        return
    meant = text[: fault.column] + quoted(item) + text[fault.column + len(item) :]
    values = {"sign": item[0], "shown": shown(item), "typed": typed(meant)}
    code = SIGN_CODES.get(item[0], "VG132")
    problem = problem_at(code, fault.line, fault.column, **values)
    yield Repair(problem, {fault.line: meant}, part_of_line=True)


def _comment_in_flow(number: int, line: Line) -> Iterator[Repair]:
    """A ``#`` that cuts a list before its end."""
    start = line.value.find(" #")
    if start < 0 or not missing_closers(line.value[:start]) or missing_closers(line.value):
        return
    before = max(line.value.rfind(sign, 0, start) for sign in "[{,") + 1
    before += len(line.value[before:]) - len(line.value[before:].lstrip())
    item = flow_item(line.value, before)
    rest = line.value[before + len(item) :]
    meant = line.saying(line.value[:before] + quoted(item) + rest)
    values = {"shown": shown(line.value), "typed": typed(meant)}
    yield Repair(problem_at("VG143", number, line.column + start + 1, **values), {number: meant})


def _not_closed(number: int, line: Line, bare: str, closers: str) -> Iterator[Repair]:
    meant = line.saying(bare.rstrip(", ") + closers)
    values = {"sign": bare[0], "shown": shown(bare), "typed": typed(meant)}
    yield Repair(problem_at("VG135", number, line.column, **values), {number: meant})


def _closed_too_often(number: int, line: Line, bare: str) -> Iterator[Repair]:
    for end in range(len(bare) - 1, 0, -1):
        if bare[end] in "]}" and missing_closers(bare[:end]) == "":
            meant = line.saying(bare[:end])
            values = {"sign": bare[end], "typed": typed(meant)}
            problem = problem_at("VG136", number, line.column + end, **values)
            yield Repair(problem, {number: meant})
            return
