"""Roll-up: each kind of indicator is put together in its own way, and nothing unknown is 0."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.model.chain import ValueChain

AGES = {"âge": ["jeune", "vieux"]}


def chain_of(kind: str | None, *seen: dict[str, object], **fields: object) -> ValueChain:
    """Return a chain with one indicator, told apart by age, and these observations."""
    chain = ValueChain("Jardin", language="fr")
    chain.add_indicator("N", id="n", indicator_kind=kind, breakdowns=AGES, **fields)  # type: ignore[arg-type]
    for one in seen:
        chain.add_observation("n", **{"date": "2018", **one})  # type: ignore[arg-type]
    return chain


def test_counts_add_and_tell_periods_and_groups() -> None:
    """All together, then year by year, then group by group."""
    young, old = {"âge": "jeune"}, {"âge": "vieux"}
    chain = chain_of(
        "count",
        {"value": 3, "breakdown": young},
        {"value": 4, "breakdown": old},
        {"value": 5, "date": "2019-06", "breakdown": young},
        unit="kg",
    )
    told = vg.roll_up(chain, by="âge", every="year")
    assert [(dict(row.groups), row.value, row.unit) for row in told] == [
        ({"period": None, "âge": None}, 12.0, "kg"),
        ({"period": "2018", "âge": None}, 7.0, "kg"),
        ({"period": "2018", "âge": "jeune"}, 3.0, "kg"),
        ({"period": "2018", "âge": "vieux"}, 4.0, "kg"),
        ({"period": "2019", "âge": None}, 5.0, "kg"),
        ({"period": "2019", "âge": "jeune"}, 5.0, "kg"),
    ]
    assert list(told.to_frame().columns[:4]) == ["indicator", "kind", "period", "âge"]
    assert vg.roll_up(chain, every="trimestre").of("n", period="2019-Q2").value == 5.0
    assert "VG599" in [one.code for one in vg.roll_up(chain, every="month").limits]


def test_stocks_take_the_last_of_each_group_and_never_add_over_time() -> None:
    """There is no total over years; of one year the last value counts."""
    chain = chain_of(
        "stock", {"value": 3, "date": "2018-01"}, {"value": 9, "date": "2018-06"},
        {"value": 5, "date": "2019"},
    )  # fmt: skip
    assert vg.roll_up(chain).of("n").value == 5.0
    told = vg.roll_up(chain, every="year")
    assert [(row.groups["period"], row.value) for row in told] == [("2018", 9.0), ("2019", 5.0)]


def test_stocks_of_several_chains_add_their_last_values() -> None:
    """Each chain has its own last date."""
    first = chain_of("stock", {"value": 3}, {"value": 4, "date": "2019"})
    second = chain_of("stock", {"value": 10, "date": "2017"})
    told = vg.roll_up([first, second], by="chain")
    assert [(row.groups["chain"], row.value) for row in told] == [
        (None, 14.0), ("Jardin", 4.0), ("Jardin (2)", 10.0)]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_a_stock_told_as_a_whole_and_in_groups_on_one_day_answers_what_is_asked(
    turned: bool,
) -> None:
    """Whatever the order: the year ends on its last day."""
    seen = [{"value": 9}, {"value": 4, "date": "2018-12-31", "breakdown": {"âge": "jeune"}}]
    chain = chain_of("stock", *(seen[::-1] if turned else seen))
    assert vg.roll_up(chain).of("n").value == 9.0
    assert vg.roll_up(chain, by="âge").of("n", âge="jeune").value == 4.0


def test_two_values_of_a_stock_at_one_date_are_refused() -> None:
    """None is preferred."""
    row = vg.roll_up(chain_of("stock", {"value": 3}, {"value": 4})).of("n")
    assert (row.state, row.reason, row.value) == ("refused", "several_values", None)


def test_ratios_are_taken_anew() -> None:
    """9 of 10 and 1 of 30 are 10 of 40, not the mean of 90 % and 3 %."""
    chain = chain_of("ratio", {"numerator": 9, "denominator": 10},
                     {"numerator": 1, "denominator": 30, "date": "2019"}, unit="%")  # fmt: skip
    row = vg.roll_up(chain).of("n")
    assert (row.value, row.numerator, row.denominator) == (25.0, 10.0, 40.0)


def test_what_cannot_be_added_is_refused_with_the_reason() -> None:
    """Ratios without their two numbers, units that differ, kinds nobody told."""
    bare = vg.roll_up(chain_of("ratio", {"value": 0.5}, {"value": 0.7, "date": "2019"}))
    assert (bare.of("n").state, bare.of("n").reason) == ("refused", "no_denominator")
    assert "ratios sans numérateur ni dénominateur" in bare.to_text("fr")
    assert vg.roll_up(chain_of("ratio", {"value": 0.5})).of("n").value == 0.5
    units = vg.roll_up(chain_of("count", {"value": "2 kg"}, {"value": "2 h"})).of("n")
    assert (units.state, units.reason, units.value) == ("refused", "units", None)
    assert vg.roll_up(chain_of(None, {"value": 1})).of("n").reason == "no_kind"
    first, second = chain_of("count", {"value": 1}), chain_of("stock", {"value": 1})
    assert vg.roll_up([first, second]).of("n").reason == "no_kind"


def test_words_are_counted_and_never_added() -> None:
    """An ordinal has a distribution on its scale, yes and no are counted, texts are listed."""
    scale = ["bas", "moyen", "haut"]
    seen = [{"value": word} for word in ("haut", "bas", "haut")]
    told = vg.roll_up(chain_of("ordinal", *seen, scale=scale)).of("n")
    assert (list(told.words.items()), told.value) == ([("bas", 1), ("haut", 2)], None)
    truth = [{"value": word} for word in ("oui", "Non", "yes", "je ne sais pas")]
    answers = vg.roll_up(chain_of("yes_no", *truth)).of("n")
    assert (dict(answers.words), answers.unknown) == ({"no": 1, "yes": 2}, 1)
    texts = vg.roll_up(chain_of("qualitative", {"value": "Ça rit"}, {"value": "Ça dure"})).of("n")
    assert dict(texts.words) == {"Ça dure": 1, "Ça rit": 1}


def test_nothing_unknown_becomes_zero() -> None:
    """A word where a number is meant is counted apart; without any number there is none."""
    told = vg.roll_up(chain_of("count", {"value": "beaucoup"}))
    assert (told.of("n").state, told.of("n").value, told.of("n").unknown) == ("unknown", None, 1)
    both = vg.roll_up(chain_of("count", {"value": "beaucoup"}, {"value": 0}))
    assert (both.of("n").value, both.of("n").unknown) == (0.0, 1)
    assert [one.code for one in both.limits] == ["VG608"]
    assert len(vg.roll_up(ValueChain())) == 0
    assert "Aucune observation" in vg.roll_up(ValueChain()).to_text("fr")


def test_a_whole_and_its_groups_are_not_counted_twice() -> None:
    """What is asked for is told once, in the fewest groups, and the rest is said."""
    chain = chain_of("count", {"value": 7}, {"value": 3, "breakdown": {"âge": "jeune"}},
                     {"value": 4, "breakdown": {"âge": "vieux"}})  # fmt: skip
    assert vg.roll_up(chain).of("n").value == 7.0
    told = vg.roll_up(chain, by="âge")
    assert [row.value for row in told] == [7.0, 3.0, 4.0]
    assert [one.code for one in told.limits] == ["VG607"]


def frame(rows: Sequence[tuple[str, float, str]], **columns: object) -> pd.DataFrame:
    """Return observations as a table."""
    dates, values, ages = zip(*rows, strict=True)
    return pd.DataFrame({"indicator": "n", "date": dates, "value": values,
                         "breakdown.âge": ages, **columns})  # fmt: skip


def test_a_table_is_the_same_as_a_chain() -> None:
    """With numbers, with texts that hold a unit, next to a chain that has observations."""
    rows = [("2018", 3.0, "jeune"), ("2018", 4.0, "vieux"), ("2019", 5.0, "jeune")]
    chain = chain_of("count", *({"date": date, "value": f"{value:g} kg", "breakdown": {"âge": age}}
                                for date, value, age in rows))  # fmt: skip
    bare = chain_of("count", unit="kg")
    told = vg.roll_up(chain, by="âge", every="year")
    table = frame(rows)
    for given_table in (table, table.assign(value=["3 kg", "4 kg", "5,0 kg"]),
                        table.assign(unit="kg")):  # fmt: skip
        same = vg.roll_up(bare, observations=given_table, by="âge", every="year")
        assert same.to_dict()["rows"] == told.to_dict()["rows"]
    doubled = vg.roll_up(chain, observations=table.assign(unit="kg")).of("n")
    assert doubled.value == 24.0
    named = table.rename(columns={"breakdown.âge": "âge"})
    assert vg.roll_up(bare, observations=named, by="âge").of("n", âge="jeune").value == 8.0
    inside = table.drop(columns="breakdown.âge").assign(
        breakdown=[{"âge": "jeune"}, {"âge": "vieux"}, None])  # fmt: skip
    assert vg.roll_up(bare, observations=inside, by="âge").of("n", âge="jeune").value == 3.0


def test_one_indicator_asked_of_a_table_of_several_is_that_of_all() -> None:
    """Rows of others, before and between, change nothing."""
    chain = chain_of("count", {"value": 3, "breakdown": {"âge": "jeune"}})
    chain.add_indicator(id="m", indicator_kind="count")
    table = frame([("2019", 5.0, "jeune"), ("2019", 7.0, ""), ("2020", 6.0, "vieux")])
    table["indicator"] = ["m", "n", "n"]
    for options in ({}, {"by": "âge"}, {"every": "year"}, {"by": "chain", "every": "month"}):
        both = vg.roll_up(chain, observations=table, **options)  # type: ignore[arg-type]
        one = vg.roll_up(chain, observations=table, of="n", **options)  # type: ignore[arg-type]
        assert [row for row in both if row.indicator == "n"] == list(one)
    assert vg.roll_up(chain, observations=table, of="n").of("n").value == 16.0


def test_an_indicator_nobody_knows_is_refused_and_not_lost() -> None:
    """A table may name what no chain describes."""
    told = vg.roll_up(observations=frame([("2018", 1.0, "")]))
    assert [(row.indicator, row.state, row.observations) for row in told] == [("n", "refused", 1)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "quartier"}, "âge"),
        ({"every": "siècle"}, "quarter"),
        ({"of": "m"}, "n"),
        ({"masked_below": 0}, "masked_below"),
        ({"observations": pd.DataFrame({"date": ["2018"]})}, "VG604"),
        ({"observations": pd.DataFrame({"indicator": ["n"], "date": ["hier"], "value": [1]})},
         "hier"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(options: dict[str, object], said: str) -> None:
    """The complaint says what can be."""
    with pytest.raises(vg.OptionError, match=said):
        vg.roll_up(chain_of("count"), **options)  # type: ignore[arg-type]


ROWS = st.lists(
    st.tuples(st.sampled_from(["2017", "2018", "2019"]), st.integers(0, 40),
              st.sampled_from(["jeune", "vieux"]), st.integers(1, 40)),
    min_size=1, max_size=12,
)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(rows=ROWS, block=st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_a_roll_up_of_any_partition_is_that_of_the_whole(
    rows: list[tuple[str, int, str, int]], block: list[int]
) -> None:
    """Counts, and the two numbers of ratios, add up whichever way the table is cut."""
    chain = chain_of("count")
    chain.add_indicator(id="r", indicator_kind="ratio", breakdowns=AGES)
    dates, values, ages, below = zip(*rows, strict=True)
    shared = {"date": dates, "breakdown.âge": ages}
    counts = pd.DataFrame({"indicator": "n", "value": values, **shared})
    ratios = pd.DataFrame({"indicator": "r", "numerator": values, "denominator": below, **shared})
    table = pd.concat([counts, ratios], ignore_index=True)
    blocks = [table[[block[at % len(rows)] == part for at in range(len(table))]]
              for part in range(3)]  # fmt: skip
    for options in ({}, {"by": "âge", "every": "year"}):
        whole = vg.roll_up(chain, observations=table, **options)  # type: ignore[arg-type]
        parts = [vg.roll_up(chain, observations=one, **options)  # type: ignore[arg-type]
                 for one in blocks if len(one)]  # fmt: skip
        for row in whole:
            same = [one for part in parts for one in part
                    if (one.indicator, one.groups) == (row.indicator, row.groups)]  # fmt: skip
            if row.indicator == "n":
                assert row.value == sum(one.value or 0 for one in same)
            else:
                above = sum(one.numerator or 0 for one in same)
                assert row.value == pytest.approx(above / sum(one.denominator or 0 for one in same))


def test_a_year_and_its_months_are_counted_once() -> None:
    """The whole year counts; asked month by month, the months do."""
    chain = vg.ValueChain("Centre", language="en")
    visits = chain.add_indicator("Visits", id="visits", indicator_kind="count")
    for date, value in (("2020", "9 h"), ("2020-03", "4 h"), ("2020-05", "5 h"), ("2021", "2 h")):
        chain.add_observation(visits, date=date, value=value)
    assert [row.value for row in vg.roll_up(chain, every="year")] == [11, 9, 2]
    assert vg.roll_up(chain, every="year").limits[0].code == "VG607"
    by_month = vg.roll_up(chain, every="month")
    assert {row.groups["period"]: row.value for row in by_month if row.groups["period"]} == {
        "2020-03": 4, "2020-05": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("second", "state", "value"), [("12", "told", 12), ("13", "refused", None)]
)
def test_two_people_who_count_one_thing_do_not_make_it_twice_as_many(
    second: str, state: str, value: float | None
) -> None:
    """If they agree it counts once; if not none is preferred; told apart, each stands."""
    chain = vg.ValueChain("Centre", language="en")
    visits = chain.add_indicator("Visits", id="visits", indicator_kind="count")
    chain.add_observation(visits, date="2020", value="12", viewpoint="residents")
    chain.add_observation(visits, date="2020", value=second, viewpoint="staff")
    (row,) = vg.roll_up(chain)
    assert (row.state, row.value) == (state, value)
    apart = vg.roll_up(chain, by="viewpoint")
    assert {row.groups["viewpoint"]: row.value for row in apart if row.groups["viewpoint"]} == {
        "residents": 12, "staff": float(second),
    }  # fmt: skip
