"""Progress: what was seen beside what was before and hoped for; what is unknown stays unknown."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from chain_builders import golden
from evaluated_chains import followed, seen_indicators
from hypothesis import given, settings
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Observation
from valuegraph.model.quantity import Quantity


def one(*, kind: str = "count", **fields: object) -> ValueChain:
    """Return a chain with one indicator."""
    chain = ValueChain("x", language="en")
    chain.add_indicator(id="n", indicator_kind=kind, **fields)  # type: ignore[arg-type]
    return chain


def test_the_way_made_to_the_target_the_trend_and_the_rhythm() -> None:
    """20 of 30 volunteers, more than the year before, one year old."""
    told = vg.progress(followed())["benevoles"]
    assert told.value is not None
    assert told.value.value == Quantity(amount=20, unit="personnes")
    assert told.attainment == pytest.approx(2 / 3)
    assert (told.is_met, told.trend, told.is_hoped) == (False, "up", True)
    assert (told.due, told.is_fresh) == (date(2019, 12, 31), True)
    late = vg.progress(followed(), on="2021")["benevoles"]
    assert late.is_fresh is False
    early = vg.progress(followed(), on="2018-06")["benevoles"]
    assert early.value is not None
    assert (early.value.to_dict()["amount"], early.later) == (5.0, 1)


@pytest.mark.parametrize(
    ("direction", "before", "hoped", "now", "attainment", "is_met"),
    [
        ("down", 100, 50, 75, 0.5, False),
        ("down", 100, 50, 40, 1.2, True),
        ("up", 0, 10, -5, -0.5, False),
        ("up", 100, 50, 75, None, True),
        ("stable", 100, 50, 75, 0.5, None),
        ("stable", 100, None, 90, 0.9, None),
        (None, 100, 50, 75, 0.5, None),
        ("up", None, 50, 75, None, True),
        ("up", 10, 10, 10, None, True),
        ("up", 10, None, 10, None, None),
    ],
)
def test_attainment_by_direction(
    direction: str | None,
    before: int | None,
    hoped: int | None,
    now: int,
    attainment: float | None,
    is_met: bool | None,
) -> None:
    """Up, down, to keep; a target against the direction is no way to go."""
    chain = one(
        direction=direction,
        baseline={} if before is None else {"2017": before},
        target={} if hoped is None else {"2020": hoped},
    )
    chain.add_observation("n", date="2018", value=now)
    told = vg.progress(chain)["n"]
    assert told.attainment == (None if attainment is None else pytest.approx(attainment))
    if direction is not None:
        assert told.is_met is is_met


def test_nothing_seen_is_none_and_never_zero() -> None:
    """No data, words where a number is meant, groups that do not add up: all unknown."""
    chain = one(kind="ratio", breakdowns={"age": ["a", "b"]}, target={"2020": 3})
    assert vg.progress(chain)["n"].value is None
    assert "no data" in vg.progress(chain).to_text("en")
    chain.add_observation("n", date="2018", value=1, breakdown={"age": "a"})
    chain.add_observation("n", date="2018", value=2, breakdown={"age": "b"})
    told = vg.progress(chain)
    assert told["n"].value is None
    assert told["n"].attainment is None
    assert [problem.code for problem in told.limits] == ["VG596"]
    assert told.to_frame()["value"].isna().all()


def test_groups_add_up_where_their_kind_lets_them() -> None:
    """Counts add; ratios are taken again from what they count above and below."""
    chain = one(breakdowns={"age": ["a", "b"]})
    chain.add_indicator(id="r", indicator_kind="ratio", unit="%", breakdowns={"age": ["a", "b"]})
    for group, number, above, below in (("a", 1, 1, 2), ("b", 2, 8, 8)):
        chain.add_observation("n", date="2018", value=number, breakdown={"age": group})
        chain.add_observation("r", date="2018", numerator=above, denominator=below,
                              breakdown={"age": group})  # fmt: skip
    told = vg.progress(chain)
    assert told["n"].from_groups
    assert told["n"].series[-1].to_dict()["amount"] == 3.0
    assert told["r"].series[-1].to_dict()["amount"] == 90.0


def test_observers_who_differ_are_all_kept() -> None:
    """No mean is taken and none is preferred."""
    told = vg.progress(followed())
    assert told["moral"].value is None
    assert [(seen.viewpoint, seen.value) for seen in told["moral"].viewpoints] == [
        ("habitants", "haut"), ("équipe", "bas")]  # fmt: skip
    assert "VG595" in [problem.code for problem in told.limits]


def test_words_stand_on_their_scale() -> None:
    """An ordinal target is met by a word as far up."""
    chain = one(kind="ordinal", scale=["low", "fair", "good"], direction="up",
                target={"2020": "fair"})  # fmt: skip
    chain.add_observation("n", date="2018", value="low")
    chain.add_observation("n", date="2019", value="good")
    told = vg.progress(chain)["n"]
    assert (told.is_met, told.trend, told.is_hoped, told.attainment) == (True, "up", True, None)


def test_other_units_are_not_compared() -> None:
    """A value in another unit than its target has no attainment."""
    chain = one(direction="up", baseline={"2017": "1 kg"}, target={"2020": "3 kg"})
    chain.add_observation("n", date="2018", value="2 h")
    told = vg.progress(chain)["n"]
    assert told.value is not None
    assert (told.attainment, told.is_met) == (None, None)


def test_the_next_target_counts_and_then_the_last() -> None:
    """Targets by date follow the day that is asked for."""
    chain = one(target={"2019": 10, "2021": 20})
    for day, hoped in (
        ("2018", "2019"),
        ("2019-12-31", "2019"),
        ("2020", "2021"),
        ("2030", "2021"),
    ):
        target = vg.progress(chain, on=day)["n"].target
        assert target is not None
        assert target.date == hoped


def test_a_day_that_is_none_is_refused() -> None:
    """The complaint names what can be asked."""
    with pytest.raises(vg.OptionError, match="VG450"):
        vg.progress(golden(), on="hier")


@settings(max_examples=60, deadline=None)
@given(chain=seen_indicators(), seed=st.integers())
def test_the_order_of_observations_changes_nothing(chain: ValueChain, seed: int) -> None:
    """Whoever types a value first does not matter."""
    seen: list[Observation] = list(chain.observations)
    Random(seed).shuffle(seen)  # noqa: S311  # no secret
    shuffled = rebuilt(chain, seen)
    first, second = vg.progress(chain).to_dict(), vg.progress(shuffled).to_dict()
    first.pop("digest"), second.pop("digest")
    assert first == second


@settings(max_examples=60, deadline=None)
@given(chain=seen_indicators())
def test_what_is_not_seen_is_not_told(chain: ValueChain) -> None:
    """A number told was typed, or is the sum of the groups of its date."""
    told = vg.progress(chain)["n"]
    seen = [seen for seen in chain.observations if seen.date == told.last_date]
    assert (told.value is None) or told.observations > 0
    if told.value is not None:
        amount = told.value.to_dict()["amount"]
        whole = {float(one.value.amount) for one in seen if not one.breakdown}  # type: ignore[union-attr]
        groups = sum(float(one.value.amount) for one in seen)  # type: ignore[union-attr]
        assert whole == {amount} if whole else amount == groups


def rebuilt(chain: ValueChain, seen: list[Observation]) -> ValueChain:
    """Return the same chain with its observations in another order."""
    twin = ValueChain(chain.name, language=chain.language)
    indicator = chain.indicators[0]
    twin.add_indicator(
        id="n", indicator_kind=indicator.indicator_kind, unit=indicator.unit,
        direction=indicator.direction,
        baseline=dict(indicator.baseline), target=dict(indicator.target),
        breakdowns=dict(indicator.breakdowns), every=indicator.every,
    )  # fmt: skip
    for told in seen:
        twin.add_observation("n", date=told.date, value=told.value,
                             breakdown=dict(told.breakdown), viewpoint=told.viewpoint)  # fmt: skip
    return twin
