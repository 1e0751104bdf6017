"""The rows of a roll-up: cells and their totals, told, refused with the reason, or hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from valuegraph.analysis.evaluating.cells import (
    PERIOD,
    WORDS,
    added,
    as_answers,
    at_finest,
)
from valuegraph.analysis.evaluating.masking import Tree, told_of, with_sizes
from valuegraph.model.evaluation import Indicator, IndicatorKind

if TYPE_CHECKING:
    import pandas as pd

TOLD, UNKNOWN, REFUSED, MASKED = "told", "unknown", "refused", "masked"
_SUMMED = ("size", "unsized", "value", "above", "below")


@dataclass(frozen=True)
class Rolled:
    """Observations of one indicator put together: a cell, or a total of cells.

    Attributes:
        indicator, kind: what it is of, and its kind.
        groups: by what it is told apart -> the word; ``None`` where it is the total over all,
            ``""`` where the observations do not say.
        state: ``told``, ``unknown``, ``refused`` or ``masked``.
        reason: why it is refused: ``units``, ``no_denominator``, ``no_kind``,
            ``several_values``.
        value, unit: the sum of a count, the last of a stock, the ratio taken anew; ``None``
            where it is not told.
        numerator, denominator: the two sums of a ratio.
        words: of ordinal, qualitative and yes/no indicators, each word and how many gave it;
            ``None`` where that number is masked; masked texts are one empty text.
        observations, unknown: how many observations there are, and how many have no value that
            can be used; ``None`` where masked.
        people: how many people stand behind it; ``None`` if not all observations say.
        first, last: the dates of the observations.
    """

    indicator: str
    kind: str
    groups: Mapping[str, str | None]
    state: str
    reason: str
    value: float | None
    unit: str
    numerator: float | None
    denominator: float | None
    words: Mapping[str, int | None]
    observations: int | None
    unknown: int | None
    people: float | None
    first: str
    last: str

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        words = [{"word": word, "count": count} for word, count in self.words.items()]
        return {**self.__dict__, "groups": dict(self.groups), "words": words}


def rolled(
    table: pd.DataFrame, indicator: Indicator, dims: Sequence[str], masked_below: float | None
) -> list[Rolled]:
    """Return the rows of one indicator: all together first, then by each dimension in turn.

    Args:
        table: its observations, nothing told twice, with a column for each dimension.
        indicator: the indicator.
        dims: the dimensions; the period is the first.
        masked_below: the least size that is shown.
    """
    kind = indicator.indicator_kind
    is_words = kind in WORDS
    if is_words:
        table = as_answers(table, indicator)
    if is_words or masked_below is not None:
        table = with_sizes(table, indicator)
    cells, known = at_finest(table, indicator, dims)
    skip = int(kind is IndicatorKind.STOCK and PERIOD in dims)
    nodes = _Nodes(indicator, dims)
    for depth in range(skip, len(dims) + 1):
        level = cells if depth == len(dims) else added(cells, dims[:depth])
        nodes.add(level, depth, known)
    if is_words:
        nodes.add_words(table, dims)
    if masked_below is not None and kind is not None:
        nodes.mask(masked_below)
    return nodes.rows()


class _Nodes:
    """The rows of one indicator as a tree: each total before its cells."""

    def __init__(self, indicator: Indicator, dims: Sequence[str]) -> None:
        self._indicator, self._dims = indicator, list(dims)
        self._found: list[Rolled] = []
        self._parent: list[int] = []
        self._at: dict[tuple[str, ...], int] = {}
        self._sums: list[tuple[float, ...]] = []
        self._words: list[tuple[int, str]] = []

    def add(self, level: pd.DataFrame, depth: int, known: Mapping[str, Any]) -> None:
        keys = level[self._dims[:depth]].itertuples(index=False, name=None) if depth else [()]
        columns = {name: level[name].to_numpy() for name in level.columns
                   if name not in self._dims}  # fmt: skip
        for place, key in enumerate(keys):
            cell = {name: values[place] for name, values in columns.items()}
            self._at[tuple(key)] = len(self._found)
            self._parent.append(self._at.get(tuple(key)[:-1], -1) if depth else -1)
            groups = {name: key[at] if at < depth else None for at, name in enumerate(self._dims)}
            self._found.append(_row(self._indicator, groups, cell, known))
            self._sums.append(tuple(float(cell[name]) for name in _SUMMED))

    def add_words(self, table: pd.DataFrame, dims: Sequence[str]) -> None:
        """Add how many gave each word: the leaves, of every total and cell the finest only."""
        said = table[table["said"] != ""]
        order = {word: place for place, word in enumerate(self._indicator.scale)}
        key = [*dims, "said"]
        counted = said.groupby(key, sort=True, observed=True).agg(
            count=("said", "size"), size=("size", "sum"), unsized=("unsized", "sum"),
        ).reset_index()  # fmt: skip
        rows = sorted(
            counted.itertuples(index=False, name=None),
            key=lambda row: (*row[: len(dims)], order.get(row[len(dims)], 0), row[len(dims)]),
        )
        for *at, word, count, size, unsized in rows:
            self._parent.append(self._at[tuple(at)])
            self._sums.append((float(size), float(unsized), float(count), 0.0, 0.0))
            self._words.append((int(count), str(word)))

    def mask(self, below: float) -> None:
        """Hide what is small, and so much more that it cannot be worked out."""
        size, unsized, *sums = np.array(self._sums).reshape(-1, len(_SUMMED)).T
        told = told_of(self._indicator.indicator_kind, size, *sums)
        hidden = np.zeros(len(size), dtype=np.bool_)
        hidden[: len(self._found)] = [row.state == REFUSED for row in self._found]
        tree = Tree(np.array(self._parent, dtype=np.int32), size, unsized > 0, told)
        self._masked = tree.masked(below, hidden)
        all_people = all(row.people is not None for row in self._found)
        for place, row in enumerate(self._found):
            if self._masked[place] and row.state != REFUSED:
                self._found[place] = _hidden(row)
            elif self._masked[place] or not all_people:
                self._found[place] = replace(row, people=None)

    def rows(self) -> list[Rolled]:
        """Return the rows in the order of reading: each total followed by what it holds."""
        mask = getattr(self, "_masked", None)
        found = list(self._found)
        words = self._words_of(mask)
        for place, told in words.items():
            if found[place].state != MASKED:
                found[place] = replace(found[place], words=told)
        return [found[place] for place in self._reading()]

    def _words_of(self, mask: Any) -> dict[int, dict[str, int | None]]:
        """Return the words of each row; a total adds up its cells, and hides what one hides."""
        count = len(self._found)
        told: dict[int, dict[str, int | None]] = {}
        is_text = self._indicator.indicator_kind is IndicatorKind.QUALITATIVE
        for leaf, (number, word) in enumerate(self._words):
            row = self._parent[count + leaf]
            is_hidden = mask is not None and bool(mask[count + leaf])
            while row >= 0:
                words = told.setdefault(row, {})
                before = words.get(word, 0)
                is_hidden = is_hidden or (mask is not None and bool(mask[row]))
                words[word] = None if is_hidden or before is None else before + number
                row = self._parent[row]
        if is_text:
            return {row: _without_hidden(words) for row, words in told.items()}
        order = {word: place for place, word in enumerate(self._indicator.scale)}
        return {row: dict(sorted(words.items(), key=lambda one: (order.get(one[0], 0), one[0])))
                for row, words in told.items()}  # fmt: skip

    def _reading(self) -> list[int]:
        children: dict[int, list[int]] = {}
        for place in range(len(self._found)):
            children.setdefault(self._parent[place], []).append(place)
        order, left = [], children.get(-1, [])[::-1]
        while left:
            place = left.pop()
            order.append(place)
            left += children.get(place, [])[::-1]
        return order


def _without_hidden(words: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return texts without those that are hidden: a text can tell who wrote it."""
    shown: dict[str, int | None] = {
        word: number for word, number in words.items() if number is not None
    }
    return shown if len(shown) == len(words) else {**shown, "": None}


def _row(
    indicator: Indicator,
    groups: Mapping[str, str | None],
    cell: Mapping[str, Any],
    known: Mapping[str, Any],
) -> Rolled:
    kind = indicator.indicator_kind
    usable = int(cell["count"] - cell["unknown"])
    dates = known["dates"]
    state, reason, value, unit = TOLD, "", None, indicator.unit
    above = below = None
    if kind is None:
        state, reason = REFUSED, "no_kind"
    elif not usable:
        state = UNKNOWN
    elif cell["clash"]:
        state, reason = REFUSED, "several_values"
    elif kind is IndicatorKind.RATIO and not cell["bare"]:
        units = [_unit(cell, known, name) for name in ("above", "below")]
        if None in units:
            state, reason = REFUSED, "units"
        elif not cell["below"]:
            state = UNKNOWN
        else:
            above, below = float(cell["above"]), float(cell["below"])
            is_same = units[0] == units[1]
            value = above / below * (100 if unit == "%" and is_same else 1)
            unit = unit or ("" if is_same else f"{units[0]}/{units[1]}".strip("/"))
    elif kind is IndicatorKind.RATIO and usable > 1:
        state, reason = REFUSED, "no_denominator"
    elif kind not in WORDS:
        told = _unit(cell, known, "unit")
        if told is None:
            state, reason = REFUSED, "units"
        else:
            value, unit = float(cell["value"]), told
    return Rolled(
        indicator.id, kind.value if kind is not None else "", groups, state, reason, value, unit,
        above, below, {}, int(cell["count"]), int(cell["unknown"]),
        None if cell["no_people"] else float(cell["people"]),
        dates[int(cell["first"])], dates[int(cell["last"])],
    )  # fmt: skip


def _unit(cell: Mapping[str, Any], known: Mapping[str, Any], name: str) -> str | None:
    """Return the one unit of a cell; ``None`` where there are several."""
    least, most = cell[f"{name}_least"], cell[f"{name}_most"]
    return str(known[name][int(least)]) if least == most else None


def _hidden(row: Rolled) -> Rolled:
    return replace(row, state=MASKED, value=None, numerator=None, denominator=None, words={},
                   observations=None, unknown=None, people=None, first="", last="")  # fmt: skip
