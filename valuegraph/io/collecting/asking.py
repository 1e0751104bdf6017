"""What is wrong with the cells of a table, each cell once, what a mapping answers once a column."""

from __future__ import annotations

from dataclasses import replace

from valuegraph.io.documents.reading import Reading
from valuegraph.io.tree import Place, Scalar
from valuegraph.problems import Bilingual, Problem

_ONCE_A_COLUMN = frozenset({"VG699", "VG701", "VG703", "VG704"})


class Asking:
    """Notes the problems of a table.

    Args:
        reading: where they are noted.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._noted: set[tuple[str, Place]] = set()
        self._columns: dict[tuple[str, int], tuple[int, int]] = {}

    def note(self, problem: Problem, place: Place) -> None:
        """Note a problem of a cell; several observations may share the cell."""
        if (problem.code, place) in self._noted:
            return
        self._noted.add((problem.code, place))
        column = problem.code, place.column
        if column in self._columns:
            first, count = self._columns[column]
            self._columns[column] = first, count + 1
            return
        if problem.code in _ONCE_A_COLUMN:
            self._columns[column] = len(self._reading.problems), 0
            problem = replace(problem, values={**problem.values, "others": Bilingual("", "")})
        self._reading.within(problem.where.id).note(problem, Scalar("", place))

    def tell_how_often(self) -> None:
        """Add to each question about a column how many more of its cells it is about."""
        for place, count in self._columns.values():
            several = Bilingual(f" (et {count} autres cellules de cette colonne)",
                                f" (and {count} more cells of this column)")  # fmt: skip
            one = Bilingual(" (et une autre cellule de cette colonne)",
                            " (and one more cell of this column)")  # fmt: skip
            if count:
                problem = self._reading.problems[place]
                values = {**problem.values, "others": one if count == 1 else several}
                self._reading.problems[place] = replace(problem, values=values)
