"""From YAML text to a tree, all mistakes told at once, each with what to type instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from valuegraph.io.encoding import without_invisible
from valuegraph.io.tree import Node
from valuegraph.io.yaml.colons import colon_repairs, last_resort
from valuegraph.io.yaml.events import YamlFault, with_plain_breaks
from valuegraph.io.yaml.indentation import indentation_repairs, mixture_repairs
from valuegraph.io.yaml.lines import is_empty, part_at
from valuegraph.io.yaml.repairs import Repair
from valuegraph.io.yaml.tree import YamlTree
from valuegraph.io.yaml.values import bracket_repairs, unclosed_quotes, value_repairs
from valuegraph.problems import Problem, Where

_MOST_REPAIRS = 60
_MOST_LETTERS = 1_500_000


def read_yaml(text: str) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML text and what is wrong with it.

    Where YAML stops understanding, the line is looked at as a person would, put right, and
    reading goes on: so all mistakes are told at once. The tree is that of the text put
    right; nothing is returned if what was meant is not sure.

    Args:
        text: the text, line ends already plain.
    """
    text, problems = without_invisible(text)
    text, breaks = with_plain_breaks(text)
    lines = ["" if "\t" in line and not line.strip(" \t") else line for line in text.split("\n")]
    if all(map(is_empty, lines)):
        return None, problems or [Problem("VG105", Where(line=1))]
    reading = _Reading(lines, breaks)
    problems += reading.problems + [reading.as_typed(found) for found in reading.tree.problems]
    problems.sort(key=lambda problem: (problem.where.line, problem.where.column))
    return (reading.tree.root if reading.certain else None), problems


class _Reading:
    """A YAML text read as far as it goes, its mistakes repaired one after the other."""

    def __init__(self, lines: list[str], breaks: dict[int, str]) -> None:
        self.certain = True
        self.problems: list[Problem] = []
        self._lines = lines
        self._breaks = breaks
        self._letters_left = _MOST_LETTERS
        self._moves: list[tuple[int, int, int]] = []
        self.tree = YamlTree(lines, breaks)
        while self.tree.fault and self._repair(self.tree.fault):
            pass

    def _repair(self, fault: YamlFault) -> bool:
        """Put the mistake at ``fault`` right and read again; tell whether to go on."""
        for repair in _possible_repairs(self._lines, fault):
            if repair.problem.code == "VG138" and "VG120" in (told.code for told in self.problems):
                # With tabs, nobody knows what was meant to stand below what.
                break
            lines = repair.applied(self._lines)
            self._letters_left -= sum(map(len, lines))
            if self._letters_left < 0 or len(self.problems) >= _MOST_REPAIRS:
                # A long text is not read again and again: the likeliest mistake is told.
                self.problems.append(self._in_part(repair.problem))
                break
            tree = YamlTree(lines, self._breaks)
            if _goes_further(tree.fault, fault, repair):
                self.problems.append(self._in_part(repair.problem))
                self._remember_moves(repair)
                self._lines, self.tree = lines, tree
                self.certain = self.certain and repair.certain
                return True
        else:
            self.problems.append(self._in_part(last_resort(self._lines, fault).problem))
        self.certain = False
        return False

    def as_typed(self, problem: Problem) -> Problem:
        """Return a problem at its place in the text as it was before the repairs."""
        column = problem.where.column
        for line, start, length in reversed(self._moves):
            if line == problem.where.line and column > start:
                column -= length
        return problem if column == problem.where.column else problem.at(column=max(column, 1))

    def _remember_moves(self, repair: Repair) -> None:
        place = repair.problem.where
        for number, text in repair.lines.items():
            start = place.column if number == place.line - 1 else 0
            self._moves.append((number + 1, start, len(text) - len(self._lines[number])))

    def _in_part(self, problem: Problem) -> Problem:
        part = part_at(self._lines, problem.where.line - 1)
        return self.as_typed(problem).at(id=part)


def _possible_repairs(lines: Sequence[str], fault: YamlFault) -> Iterator[Repair]:
    """Yield what may be wrong, the likeliest first."""
    if "quoted scalar" in fault.reason:
        yield from unclosed_quotes(lines, fault)
    if "flow" in fault.reason:
        yield from bracket_repairs(lines, fault)
    yield from value_repairs(lines, fault)
    yield from indentation_repairs(lines, fault)
    yield from colon_repairs(lines, fault)
    yield from mixture_repairs(lines, fault)
    yield from unclosed_quotes(lines, fault)
    yield from bracket_repairs(lines, fault)
    yield last_resort(lines, fault)


def _goes_further(new: YamlFault | None, old: YamlFault, repair: Repair) -> bool:
    if new is None:
        return True
    moved = (new.line, new.column, new.reason) != (old.line, old.column, old.reason)
    line = repair.problem.where.line - 1
    further_on_line = repair.part_of_line and new.line == line and new.column > old.column
    return moved and (new.line > line or further_on_line)
