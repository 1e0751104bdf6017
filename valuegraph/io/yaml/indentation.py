"""Lines of YAML that do not stand where they should below one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from valuegraph.io.yaml.events import YamlFault
from valuegraph.io.yaml.lines import (
    SPACES_OF_TEXT,
    Line,
    above,
    is_empty,
    open_above,
    shown,
    take_apart,
)
from valuegraph.io.yaml.repairs import Repair, problem_at, silenced
from valuegraph.problems import Bilingual

_INDENT = re.compile(f"[ \t{SPACES_OF_TEXT}]*[\t{SPACES_OF_TEXT}][ \t{SPACES_OF_TEXT}]*")
_LINES_LISTED = 10
_TAB_WIDTHS = (2, 4, 8, 1)
_TABS = Bilingual("des tabulations", "tabs")
_SPECIAL_SPACES = Bilingual(
    "des espaces spéciales (insécables)", "special spaces (no-break spaces)"
)


def indentation_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield what may be wrong with the beginning of the line where YAML stopped."""
    if fault.line >= len(lines):
        return
    yield from _tabs(lines, fault.line)
    yield from _too_far(lines, fault.line)
    yield from _between(lines, fault.line)


def mixture_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield the line where keys follow a list at the same level, or the other way round."""
    if fault.line >= len(lines):
        return
    line = take_apart(lines[fault.line])
    for outer in open_above(lines, fault.line):
        if outer.indent == line.indent and bool(outer.dashes) != bool(line.dashes):
            text = lines[fault.line]
            problem = problem_at("VG142", fault.line, line.indent, shown=shown(text))
            changed = {n: silenced(lines[n]) for n in _block(lines, fault.line)}
            yield Repair(problem, changed, certain=False)
            return


def special_indentation(text: str) -> bool:
    """Tell whether a line is indented with something else than spaces."""
    return _INDENT.match(text) is not None


def indentation_values(lines: Sequence[str], number: int) -> dict[str, object]:
    """Return what to say of a line indented with something else than spaces."""
    likewise = (n for n, text in enumerate(lines) if n != number and special_indentation(text))
    others = list(islice(likewise, _LINES_LISTED + 1))
    more = Bilingual("", "")
    if others:
        listed = ", ".join(str(other + 1) for other in others[:_LINES_LISTED])
        listed += ", …" if len(others) > _LINES_LISTED else ""
        more = Bilingual(f" (de même : lignes {listed})", f" (likewise: lines {listed})")
    found = _INDENT.match(lines[number])
    has_tab = found is not None and "\t" in found.group()
    return {"what": _TABS if has_tab else _SPECIAL_SPACES, "more": more}


def _tabs(lines: Sequence[str], number: int) -> Iterator[Repair]:
    first = next((n for n in range(number + 1) if special_indentation(lines[n])), -1)
    if first < 0:
        return
    problem = problem_at("VG120", first, 0, **indentation_values(lines, first))
    for width in _TAB_WIDTHS:
        yield Repair(problem, _with_spaces(lines, width), certain=False)


def _with_spaces(lines: Sequence[str], width: int) -> dict[int, str]:
    """Return the lines that are not indented with spaces as they would be with spaces."""
    changed = {}
    for number, text in enumerate(lines):
        found = _INDENT.match(text)
        if found:
            indent = "".join(" " * width if sign == "\t" else " " for sign in found.group())
            changed[number] = indent + text[found.end() :]
    return changed


def _too_far(lines: Sequence[str], number: int) -> Iterator[Repair]:
    """A line further to the right than the one above, which has its value already."""
    before = above(lines, number)
    if before < 0:
        return
    line, previous = take_apart(lines[number]), take_apart(lines[before])
    if previous.key and previous.value and line.indent > previous.key_column:
        indent = previous.key_column
        yield _moved(lines, number, line, indent, [indent], {indent})


def _between(lines: Sequence[str], number: int) -> Iterator[Repair]:
    """A line that stands between two levels."""
    line = take_apart(lines[number])
    levels: set[int] = set()
    for outer in open_above(lines, number):
        levels |= {outer.indent, outer.key_column}
    if not levels or line.indent in levels:
        return
    nearest = min(levels, key=lambda level: (abs(level - line.indent), -level))
    others = sorted(levels, key=lambda level: (abs(level - line.indent), level))[:2]
    yield _moved(lines, number, line, nearest, sorted(others), levels)


def _moved(
    lines: Sequence[str],
    number: int,
    line: Line,
    indent: int,
    possible: list[int],
    levels: set[int],
) -> Repair:
    """Return the move of a line, and of those that belong to it, to another level."""
    wanted = Bilingual(
        " ou ".join(str(level) for level in possible), " or ".join(str(level) for level in possible)
    )
    values = {"shown": shown(lines[number]), "found": line.indent, "wanted": wanted}
    problem = problem_at("VG138", number, line.indent, **values)
    changed = {}
    for position in _block(lines, number):
        text = lines[position]
        depth = len(text) - len(text.lstrip(" "))
        if position > number and depth in levels:
            break
        changed[position] = " " * max(depth + indent - line.indent, 0) + text.lstrip(" ")
    return Repair(problem, changed)


def _block(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield a line and those below it that stand at least as far to the right."""
    indent = take_apart(lines[number]).indent
    for position in range(number, len(lines)):
        if is_empty(lines[position]):
            continue
        if take_apart(lines[position]).indent < indent:
            return
        yield position
