"""Observations put together: each kind in its own way, nothing twice, nothing unknown as zero."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.analysis.roll_up import RollUp

AGES = ("under 30", "30 and over")
COUNTS = st.lists(
    st.tuples(
        st.sampled_from(("2019-01", "2019-07", "2020-02")),
        st.sampled_from(AGES),
        st.none() | st.integers(0, 50),
        st.integers(0, 40),
    ),
    max_size=20,
)


def centre(kind: str | None = "count", **fields: object) -> vg.ValueChain:
    """Return a chain with one indicator."""
    chain = vg.ValueChain("Centre", language="en")
    chain.add_indicator(
        "Visits", id="visits", indicator_kind=kind, breakdowns={"age": AGES}, **fields
    )
    return chain


def rolled(found: RollUp) -> dict[tuple[str, str, str], float | None]:
    """Return period, age and word -> value."""
    return {
        (cell.period, "all" if cell.is_total else cell.cell.get("age", ""), cell.word): cell.value
        for cell in found
    }


def table(rows: list[tuple[str, str, int | None, int]]) -> pd.DataFrame:
    """Return rows of date, age, value and people as a table of observations."""
    frame = pd.DataFrame(rows, columns=["date", "breakdown_age", "value", "people"])
    return frame.assign(indicator="visits", value=frame["value"].astype("float64"))


@given(COUNTS, st.data())
@settings(max_examples=40)
def test_counts_of_any_partition_add_up_to_the_whole(
    rows: list[tuple[str, str, int | None, int]], data: st.DataObject
) -> None:
    """Rolled up in two heaps and then added, or at once: the same; what is unknown stays so."""
    left = [data.draw(st.booleans()) for _ in rows]
    heaps = [
        [row for row, chosen in zip(rows, left, strict=True) if chosen is side]
        for side in (True, False)
    ]
    whole = vg.roll_up(centre(), by="age", period="year", observations=table(rows))
    added: dict[tuple[str, str, str], list[float]] = {}
    unknown = 0
    for heap in heaps:
        part = vg.roll_up(centre(), by="age", period="year", observations=table(heap))
        unknown += sum(cell.unknown for cell in part if not cell.is_total)
        for key, value in rolled(part).items():
            added.setdefault(key, [])
            if value is not None:
                added[key].append(value)
    assert unknown == sum(cell.unknown for cell in whole if not cell.is_total)
    assert rolled(whole) == {key: sum(values) if values else None for key, values in added.items()}


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.booleans()), min_size=1, max_size=9)
)
@settings(max_examples=40)
def test_ratios_of_any_partition_recombine_from_what_they_were_taken_of(
    rows: list[tuple[int, int, bool]],
) -> None:
    """The ratio of the whole is that of the sums, not a mean of ratios."""
    frame = pd.DataFrame(rows, columns=["numerator", "denominator", "side"])
    frame = frame.assign(indicator="visits", date="2020")
    chain = centre("ratio")
    parts = [
        cell for _, heap in frame.groupby("side") for cell in vg.roll_up(chain, observations=heap)
    ]
    (whole,) = vg.roll_up(chain, observations=frame)
    above, below = (sum(getattr(cell, name) or 0 for cell in parts)
                    for name in ("numerator", "denominator"))  # fmt: skip
    assert whole.value == pytest.approx(above / below)


@given(COUNTS)
@settings(max_examples=40)
def test_a_masked_cell_cannot_be_solved_from_the_totals_shown(
    rows: list[tuple[str, str, int | None, int]],
) -> None:
    """The equations that the shown numbers give leave more than one answer for what is hidden."""
    found = vg.roll_up(centre(), by="age", period="year", masked_below=5, observations=table(rows))
    for period in {cell.period for cell in found}:
        line = [cell for cell in found if cell.period == period]
        hidden = [cell for cell in line if cell.masked and not cell.is_total]
        total = next(cell for cell in line if cell.is_total)
        if hidden and not total.masked:
            equations = np.ones((1, len(hidden)))
            assert np.linalg.matrix_rank(equations) < len(hidden)
        for cell in hidden:
            assert (cell.value, cell.people, cell.word) == (None, None, "")


def test_a_whole_and_its_parts_are_counted_once() -> None:
    """A total beside its breakdown, and a year beside its months: the whole counts."""
    chain = centre()
    for date, value, age in (
        ("2019", 10, ""), ("2019", 4, AGES[0]), ("2019", 6, AGES[1]), ("2020", 9, ""),
        ("2020-03", 9, ""),
    ):  # fmt: skip
        breakdown = {"age": age} if age else {}
        chain.add_observation("visits", date=date, value=str(value), breakdown=breakdown)
    found = vg.roll_up(chain, period="year")
    assert rolled(found) == {("2019", "", ""): 10, ("2020", "", ""): 9}
    assert [problem.code for problem in found.limits] == ["VG606"]
    by_age = vg.roll_up(chain, by="age", period="year")
    assert rolled(by_age)["2019", "all", ""] == 10
    assert {"VG599"} <= {problem.code for problem in by_age.limits}


def test_of_a_stock_the_last_state_of_each_cell_counts() -> None:
    """States of one cell replace each other, those of different cells and chains add up."""
    first, second = centre("stock", unit="people"), centre("stock", unit="people")
    for date, age, value in (
        ("2019-01", AGES[0], 5), ("2019-06", AGES[0], 7), ("2019-01", AGES[1], 3),
    ):  # fmt: skip
        first.add_observation("visits", date=date, value=f"{value} people", breakdown={"age": age})
    second.add_observation("visits", date="2019", value="20 people")
    assert [cell.value for cell in vg.roll_up(first)] == [10]
    both = vg.roll_up({"north": first, "south": second}, by="chain")
    assert {cell.chain: cell.value for cell in both if not cell.is_total} == {
        "north": 10, "south": 20,
    }  # fmt: skip
    assert [cell.value for cell in vg.roll_up([first, second])] == [30]


def test_scales_and_yes_or_no_give_distributions_and_words_are_listed() -> None:
    """How often each word was given; nothing is averaged."""
    chain = centre("ordinal", scale=("low", "high"))
    for word in ("high", "low", "high"):
        chain.add_observation("visits", date="2020", value=word, viewpoint="")
    assert rolled(vg.roll_up(chain)) == {("", "", "high"): 2, ("", "", "low"): 1}
    assert "“" not in vg.roll_up(chain).to_text("en").split("high")[0]
    told = centre("qualitative")
    told.add_observation("visits", date="2020", value="They come back.")
    assert [cell.word for cell in vg.roll_up(told)] == ["They come back."]


def test_viewpoints_are_never_added() -> None:
    """Two people who count the same thing do not make it twice as many."""
    chain = centre()
    for viewpoint in ("residents", "staff"):
        chain.add_observation("visits", date="2020", value="12", viewpoint=viewpoint)
    assert [(cell.viewpoint, cell.value) for cell in vg.roll_up(chain)] == [
        ("residents", 12), ("staff", 12),
    ]  # fmt: skip


def test_what_cannot_be_put_together_is_refused_with_the_reason() -> None:
    """Several units, and an indicator of no kind: no number, and a sentence that says why."""
    chain = centre()
    chain.add_observation("visits", date="2020", value="3 h")
    chain.add_observation("visits", date="2021", value="5 kg")
    found = vg.roll_up(chain)
    assert not len(found)
    assert [problem.code for problem in found.limits] == ["VG597"]
    nameless = centre(None)
    nameless.add_observation("visits", date="2020", value="3")
    assert [problem.code for problem in vg.roll_up(nameless).limits] == ["VG596"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"by": "colour"}, "VG450"),
        ({"period": "week"}, "VG450"),
        ({"masked_below": 0}, "VG450"),
        ({"of": "visit"}, "VG213"),
        ({"observations": pd.DataFrame({"value": [1]})}, "VG604"),
        ({"observations": pd.DataFrame({"indicator": ["x"], "date": ["2020"]})}, "VG605"),
    ],
)
def test_bad_questions_are_refused(options: dict[str, object], code: str) -> None:
    """What does not exist is told with what does."""
    with pytest.raises(vg.ValueGraphError, match=code):
        vg.roll_up(centre(), **options)  # type: ignore[arg-type]  # that is what is tested


def test_a_table_has_one_column_a_breakdown() -> None:
    """And a masked row says that it is."""
    frame = vg.roll_up(
        centre(), by="age", masked_below=5, observations=table([("2020-01", AGES[0], 3, 3)])
    ).to_frame()
    assert list(frame["breakdown_age"]) == [AGES[0], ""]
    assert frame["masked"].all()
    assert frame["value"].isna().all()
