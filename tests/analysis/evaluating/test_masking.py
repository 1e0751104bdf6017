"""What is masked cannot be worked out from what is shown: tried by linear programming."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

import valuegraph as vg
from valuegraph.analysis.evaluating.masking import Tree
from valuegraph.model.chain import ValueChain


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


@settings(max_examples=60, deadline=None)
@given(tree=trees(), below=st.integers(2, 8))
def test_no_masked_number_can_be_worked_out(tree: tuple[list[int], list[int]], below: int) -> None:
    """Neither by subtraction nor by knowing that what is masked is at least 1."""
    parent, sizes = tree
    numbers = np.array(sizes, dtype=float)
    mask = Tree(np.array(parent, dtype=np.int32), numbers, numbers[:, None]).masked(
        below, np.zeros(len(sizes), dtype=bool))  # fmt: skip
    for row, size in enumerate(sizes):
        if 0 < size < below:
            assert mask[row]
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
    tree = Tree(np.array([-1, 0, 0, 0], dtype=np.int32), sizes, sizes[:, None])
    mask = tree.masked(5, np.zeros(4, dtype=bool))
    assert mask[1:].tolist() == hidden
    assert not mask[0]


def test_a_total_without_another_cell_is_masked_too() -> None:
    """A lone small cell would be its total."""
    sizes = np.array([3.0, 3.0])
    mask = Tree(np.array([-1, 0], dtype=np.int32), sizes, sizes[:, None]).masked(
        5, np.zeros(2, dtype=bool))  # fmt: skip
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
    """What is known of few people is hidden, though others do not say how many they are."""
    chain = ValueChain()
    chain.add_indicator(id="n", indicator_kind="count", unit="EUR", breakdowns={"rue": []})
    for rue, value, people in (("a", 900, 2), ("b", 100, None), ("c", 700, 60)):
        chain.add_observation("n", date="2018", value=value, people=people,
                              breakdown={"rue": rue})  # fmt: skip
    told = vg.roll_up(chain, by="rue", masked_below=5)
    assert [row.state for row in told] == ["told", "masked", "masked", "told"]
    assert {row.people for row in told} == {None}


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
