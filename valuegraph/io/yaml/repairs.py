"""A mistake in YAML as people make it: what to say, and what the lines should have been."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from valuegraph.problems import Problem, Where


@dataclass(frozen=True)
class Repair:
    """What may be wrong where YAML stopped, and the lines that would put it right.

    It counts only if the text so repaired can be read further.

    Attributes:
        problem: what to say.
        lines: number of a line -> what it should have been.
        certain: whether what is read after the repair is what was meant.
        part_of_line: whether the rest of the line may hold another mistake.
    """

    problem: Problem
    lines: Mapping[int, str] = field(default_factory=dict)
    certain: bool = True
    part_of_line: bool = False

    def applied(self, lines: Sequence[str]) -> list[str]:
        """Return all lines, this mistake repaired."""
        return [self.lines.get(number, line) for number, line in enumerate(lines)]


def silenced(text: str) -> str:
    """Return a line as a comment, which keeps what follows where it is."""
    bare = text.lstrip(" ")
    return text[: len(text) - len(bare)] + "#" + bare


def problem_at(code: str, line: int, column: int, **values: object) -> Problem:
    """Return a problem at a line and a column, both counted from 0."""
    return Problem(code, Where(line=line + 1, column=column + 1), values)
