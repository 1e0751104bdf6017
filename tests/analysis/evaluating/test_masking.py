"""What is masked cannot be worked out from what is shown: tried by linear programming."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

import valuegraph as vg
from valuegraph.analysis.evaluating.masking import Tree
from valuegraph.model.chain import ValueChain
from valuegraph.render.reporting.masking import masked


def attacked(cells: list[bool], sums: list[tuple[list[int], float]], least: float) -> list[float]:
    """Return how far each hidden cell can lie from its least, by all sums that are known.

    Args:
        cells: for each unknown, whether it is asked about.
        sums: which unknowns add up to what.
        least: the least an unknown can be.
    """
    matrix = np.zeros((len(sums), len(cells)))
    for row, (members, _) in enumerate(sums):
        matrix[row, members] = 1
    right = [total for _, total in sums]
    width = []
    for cell, is_asked in enumerate(cells):
        if is_asked:
            goal = np.zeros(len(cells))
            goal[cell] = 1
            bounds = [
                linprog(sign * goal, A_eq=matrix, b_eq=right, bounds=[(least, None)] * len(cells))
                for sign in (1, -1)
            ]
            low, high = bounds[0], bounds[1]
            width.append(np.inf if high.status == 3 else -high.fun - low.fun)
    return width


def mask_of(parent: list[int], sizes: Any, below: int) -> Any:
    """Return what is hidden of cells of which the size is all that is told."""
    none = np.zeros(len(sizes), dtype=bool)
    return Tree(np.array(parent, dtype=np.int32), sizes, none, sizes[:, None]).masked(below, none)


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Draw a tree of totals, each before its cells, and the sizes of its cells."""
    parent = [-1]
    for row in range(1, draw(st.integers(2, 14))):
        parent.append(draw(st.integers(max(-1, row - 6), row - 1).filter(lambda at: at >= 0)))
    sizes = [draw(st.sampled_from([0, 1, 1, 2, 3, 5, 9, 20])) for _ in parent]
    for row in reversed(range(len(parent))):
        children = [child for child, at in enumerate(parent) if at == row]
        if children:
            sizes[row] = sum(sizes[child] for child in children)
    return parent, sizes


def hidden_in(row: int, parent: list[int], sizes: list[int], mask: Any) -> int:
    """Return what a total holds that is not told in any of its cells."""
    children = [child for child, at in enumerate(parent) if at == row]
    if not children:
        return sizes[row] if mask[row] else 0
    return sum(hidden_in(child, parent, sizes, mask) for child in children)


@settings(max_examples=60, deadline=None)
@given(tree=trees(), below=st.integers(2, 8))
def test_no_masked_number_can_be_worked_out(tree: tuple[list[int], list[int]], below: int) -> None:
    """Neither by subtraction nor by knowing that what is masked is at least 1."""
    parent, sizes = tree
    numbers = np.array(sizes, dtype=float)
    mask = mask_of(parent, numbers, below)
    for row, size in enumerate(sizes):
        if 0 < size < below:
            assert mask[row]
        if not mask[row]:
            assert not 0 < hidden_in(row, parent, sizes, mask) < below
    unknown = [row for row in range(len(sizes)) if mask[row]]
    place = {row: at for at, row in enumerate(unknown)}
    rows, totals = [], []
    for row in range(len(sizes)):
        children = [child for child, at in enumerate(parent) if at == row]
        if children and (mask[row] or any(mask[child] for child in children)):
            shown = sum(sizes[child] for child in children if not mask[child])
            equation = np.zeros(len(unknown))
            for child in children:
                if mask[child]:
                    equation[place[child]] += 1
            if mask[row]:
                equation[place[row]] -= 1
            rows.append(equation)
            totals.append((0 if mask[row] else sizes[row]) - shown)
    for goal in np.eye(len(unknown)):
        ends = [
            linprog(sign * goal, A_eq=np.array(rows) if rows else None,
                    b_eq=totals if rows else None, bounds=[(1, None)] * len(unknown))
            for sign in (1, -1)
        ]  # fmt: skip
        high = np.inf if ends[1].status == 3 else -ends[1].fun
        assert ends[0].status == 0
        assert high - ends[0].fun > 0.5


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ([3, 12, 9], [True, False, True]),  # one small cell takes the next smallest along
        ([1, 1, 30], [True, True, True]),  # two ones would be known from their sum
        ([3, 2, 30], [True, True, False]),
        ([0, 12, 9], [False, False, False]),  # nobody is nobody's secret
        ([20, 12, 9], [False, False, False]),
    ],
)
def test_the_smallest_others_are_masked_along(cells: list[int], hidden: list[bool]) -> None:
    """As few as it takes."""
    sizes = np.array([sum(cells), *cells], dtype=float)
    mask = mask_of([-1, 0, 0, 0], sizes, 5)
    assert mask[1:].tolist() == hidden
    assert not mask[0]


def test_a_total_without_another_cell_is_masked_too() -> None:
    """A lone small cell would be its total."""
    sizes = np.array([3.0, 3.0])
    mask = mask_of([-1, 0], sizes, 5)
    assert mask.all()


@settings(max_examples=15, deadline=None)
@given(
    answers=st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["bas", "moyen", "haut"])),
        min_size=1, max_size=40,
    ),
    below=st.integers(2, 5),
)  # fmt: skip
def test_answers_of_few_people_cannot_be_worked_out(
    answers: list[tuple[str, str]], below: int
) -> None:
    """Distributions by group and in all: with every number that is shown taken as known."""
    chain = ValueChain()
    chain.add_indicator(id="n", indicator_kind="ordinal", scale=["bas", "moyen", "haut"])
    groups, words = zip(*answers, strict=True)
    table = pd.DataFrame({"indicator": "n", "date": "2018", "value": words, "rue": groups})
    table = table.rename(columns={"rue": "breakdown.rue"})
    told = vg.roll_up(chain, observations=table, by="rue", masked_below=below)
    cells = {key: at for at, key in enumerate(dict.fromkeys(answers))}
    sums = []
    for row in told:
        rue = row.groups["rue"]
        mine = [key for key in cells if rue in (None, key[0])]
        if row.observations is not None:
            sums.append(([cells[key] for key in mine], float(row.observations)))
        for word, count in row.words.items():
            if count is not None:
                sums.append(([cells[key] for key in mine if key[1] == word], float(count)))
    small = [answers.count(key) < below for key in cells]
    for key, width in zip(
        itertools.compress(cells, small), attacked(small, sums, 1.0), strict=True
    ):
        assert width > 0.5, key


def test_all_that_a_masked_row_would_tell_is_gone() -> None:
    """Value, numbers of a ratio, people, observations and dates."""
    chain = ValueChain()
    chain.add_indicator(id="r", indicator_kind="ratio", breakdowns={"rue": []})
    for rue, above, below in (("a", 1, 2), ("b", 20, 40), ("c", 6, 9)):
        chain.add_observation("r", date="2018", numerator=above, denominator=below,
                              breakdown={"rue": rue})  # fmt: skip
    told = vg.roll_up(chain, by="rue", masked_below=5)
    assert [row.state for row in told] == ["told", "masked", "told", "masked"]
    row = told.of("r", rue="a")
    assert (row.value, row.numerator, row.denominator, row.observations, row.people, row.first) == (
        None, None, None, None, None, "")  # fmt: skip
    assert "VG609" in [one.code for one in told.limits]


def test_people_decide_where_they_are_told() -> None:
    """A large sum of few people is hidden, a small one of many is not."""
    chain = ValueChain()
    chain.add_indicator(id="n", indicator_kind="count", unit="EUR", breakdowns={"rue": []})
    for rue, value, people in (("a", 900, 2), ("b", 1, 40), ("c", 7, 60)):
        chain.add_observation("n", date="2018", value=value, people=people,
                              breakdown={"rue": rue})  # fmt: skip
    told = vg.roll_up(chain, by="rue", masked_below=5)
    assert [row.state for row in told] == ["told", "masked", "masked", "told"]


def test_people_told_by_some_only_still_hide_their_cell() -> None:
    """Where they are not told the count itself says how many they are."""
    chain = ValueChain()
    chain.add_indicator(id="n", indicator_kind="count", breakdowns={"rue": []})
    for rue, value, people in (("a", 900, 2), ("b", 100, None), ("c", 700, 60), ("d", 3, None)):
        chain.add_observation("n", date="2018", value=value, people=people,
                              breakdown={"rue": rue})  # fmt: skip
    told = vg.roll_up(chain, by="rue", masked_below=5)
    assert [row.state for row in told] == ["told", "masked", "told", "told", "masked"]
    assert {row.people for row in told} == {None}


def test_a_number_of_nobody_knows_how_many_people_is_hidden() -> None:
    """A ratio without its denominator; in a report, where a whole may be known, another as well."""
    chain = ValueChain(language="fr")
    chain.add_indicator("R", id="r", indicator_kind="ratio", breakdowns={"rue": []})
    for rue, people in (("a", None), ("b", 40), ("c", 60), ("d", 0)):
        chain.add_observation("r", date="2018", value=0.5, people=people,
                              breakdown={"rue": rue})  # fmt: skip
    told = vg.roll_up(chain, by="rue", masked_below=5)
    assert {rue: told.of("r", rue=rue).state for rue in "abcd"} == {
        "a": "masked", "b": "told", "c": "told", "d": "told"}  # fmt: skip
    seen = masked(chain.observations, chain.indicators, 5, "fr")
    assert [one.value == "masqué" for one in seen] == [True, True, False, False]


@st.composite
def told_people(draw: st.DrawFn) -> tuple[ValueChain, Any]:
    """Draw people by street and age, told in all, by street, by age and by both, or not."""
    shape = draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    sizes = st.sampled_from([0, 1, 1, 2, 3, 5, 9, 20])
    people = np.array(draw(st.lists(sizes, min_size=9, max_size=9)))[: shape[0] * shape[1]]
    people = people.reshape(shape)
    chain = ValueChain()
    chain.add_indicator(id="n", indicator_kind="count", breakdowns={"rue": [], "âge": []})
    for names in draw(st.sets(st.sampled_from([(), ("rue",), ("âge",), ("rue", "âge")]))):
        axes = tuple(axis for axis, name in enumerate(("rue", "âge")) if name not in names)
        for place, count in np.ndenumerate(people.sum(axis=axes)):
            groups = dict(zip(names, map(str, place), strict=True))
            chain.add_observation("n", date="2018", value=int(count), breakdown=groups)
    return chain, people


@settings(max_examples=60, deadline=None)
@given(told=told_people(), below=st.integers(2, 8))
def test_nothing_hidden_in_a_report_can_be_worked_out(
    told: tuple[ValueChain, Any], below: int
) -> None:
    """Whatever is told of all, of streets, of ages and of both: each street and age is unknown."""
    chain, people = told
    seen = masked(chain.observations, chain.indicators, below, "fr")
    cells = np.arange(people.size).reshape(people.shape)
    members = [
        np.atleast_1d(cells[tuple(int(one.breakdown[name]) if name in one.breakdown
                                  else slice(None) for name in ("rue", "âge"))]).ravel()
        for one in seen
    ]  # fmt: skip
    counts = [int(people.ravel()[mine].sum()) for mine in members]
    equal, total, least, floor, asked = [], [], [], [], []
    for one, mine, count in zip(seen, members, counts, strict=True):
        row = np.zeros(people.size)
        row[mine] = 1
        if one.value == "masqué":
            asked.append(row)
            least.append(-row)
            floor.append(-1)
        else:
            assert not 0 < count < below
            equal.append(row)
            total.append(count)
    for row in asked:
        ends = [
            linprog(sign * row, A_eq=equal or None, b_eq=total or None, A_ub=least, b_ub=floor)
            for sign in (1, -1)
        ]
        assert ends[0].status == 0
        assert ends[1].status == 3 or -ends[1].fun - ends[0].fun > 0.5


def test_a_masked_text_is_not_shown_and_that_is_said() -> None:
    """What one person wrote can tell who wrote it."""
    chain = ValueChain()
    chain.add_indicator(id="q", indicator_kind="qualitative")
    for text in ["on se parle"] * 6 + ["je suis le boulanger", "j’habite au 12"] + ["bof"] * 3:
        chain.add_observation("q", date="2018", value=text)
    told = vg.roll_up(chain, masked_below=3)
    assert dict(told.of("q").words) == {"on se parle": 6, "": None}
    assert "boulanger" not in str(told.to_dict())
    assert "masqué" in told.to_text("fr")
    assert "VG609" in [one.code for one in told.limits]
