"""Observations behind which there are few people, hidden before anything is told of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from valuegraph.analysis.evaluating.cells import WORDS, as_answers
from valuegraph.analysis.evaluating.masking import Tree, told_of, with_sizes
from valuegraph.analysis.evaluating.seen_table import table_of
from valuegraph.analysis.networks.columns import Numbers
from valuegraph.model.evaluation import Indicator, Observation
from valuegraph.problems import Bilingual

HIDDEN = Bilingual("masqué", "hidden")


def masked(
    seen: Sequence[Observation], indicators: Iterable[Indicator], least: int, language: str
) -> tuple[Observation, ...]:
    """Return observations with the values hidden behind which there are fewer people.

    The rule is that of roll-ups. Those of one indicator, day and viewpoint that are told by the
    same breakdown are parts of one whole, said or not.

    Args:
        seen: the observations.
        indicators: what they are of.
        least: the fewest people of whom something is told.
        language: the language of the word that stands for what is hidden.
    """
    gone: set[int] = set()
    for indicator in indicators:
        places = [place for place, each in enumerate(seen) if each.indicator == indicator.id]
        if places:
            gone.update(np.array(places)[_hidden([seen[at] for at in places], indicator, least)])
    return tuple(
        _hide(each, language) if place in gone else each for place, each in enumerate(seen)
    )


def _hidden(seen: Sequence[Observation], indicator: Indicator, least: int) -> list[bool]:
    """Return which observations of one indicator are hidden.

    What several breakdowns tell is in several families: hidden in one, it is hidden in all.
    """
    cells: list[Hashable] = []  # of each row what it is of: its date, viewpoint and groups
    rows: list[int] = []  # which observation it is; that of a whole adds up its parts
    parent: list[int] = []
    for (whole, _), places in _families(seen).items():
        parent += [-1, *[len(rows)] * len(places)]
        rows += [-1, *places]
        cells += [whole, *(_cell(seen[place]) for place in places)]
    numbers = np.vstack([_numbers(seen, indicator), np.zeros(5)])[rows]
    above = np.array(parent)
    np.add.at(numbers, above[above >= 0], numbers[above >= 0])
    size, unsized, *shown = numbers.T
    told = told_of(indicator.indicator_kind, size, *shown)
    tree = Tree(above.astype(np.int32), size, unsized > 0, told)
    mask, gone = np.zeros(len(rows), dtype=np.bool_), set[Hashable]()
    while True:
        gone |= {cells[row] for row in np.flatnonzero(tree.masked(least, mask))}
        wider = np.array([cell in gone for cell in cells])
        if (wider == mask).all():
            return [_cell(each) in gone for each in seen]
        mask = wider


def _cell(seen: Observation) -> tuple[tuple[str, str], frozenset[tuple[str, str]]]:
    return (seen.date, seen.viewpoint), frozenset(seen.breakdown.items())


def _families(seen: Sequence[Observation]) -> dict[tuple[Hashable, Hashable], list[int]]:
    """Return the parts of each whole: those told by the same groups, more than the whole is."""
    sorts: dict[Hashable, set[frozenset[str]]] = {}
    for each in seen:
        sorts.setdefault(_cell(each)[0], {frozenset()}).add(frozenset(each.breakdown))
    found: dict[tuple[Hashable, Hashable], list[int]] = {}
    for place, each in enumerate(seen):
        (when, groups), sort = _cell(each), frozenset(each.breakdown)
        for names in sorts[when]:
            if names < sort or not sort | names:
                whole = when, frozenset(one for one in groups if one[0] in names)
                found.setdefault((whole, sort), []).append(place)
    return found


def _numbers(seen: Sequence[Observation], indicator: Indicator) -> Numbers:
    """Return of each observation how many people stand behind it, and what it tells."""
    table = table_of(("", each) for each in seen)
    if indicator.indicator_kind in WORDS:
        table = as_answers(table, indicator)
    names = ["size", "unsized", "amount", "above", "below"]
    told = with_sizes(table, indicator)[names].fillna(0.0)
    return np.asarray(told, dtype=np.float64)


def _hide(seen: Observation, language: str) -> Observation:
    told = {**dict(seen), "value": HIDDEN.text(language), "people": None}
    return Observation(**{**told, "numerator": None, "denominator": None})
