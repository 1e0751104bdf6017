"""Judgements stay plural: counts, bounds and quartiles, viewpoint by viewpoint."""

from __future__ import annotations

import statistics

import pytest
from chain_builders import golden
from hypothesis import given
from hypothesis import strategies as st

import valuegraph as vg


def test_who_agrees_and_who_does_not() -> None:
    """All together, then each viewpoint; the values that were given, each with its count."""
    chain = golden()
    for value, view in ((2, "habitants"), (5, "équipe"), (5, "équipe"), (3, "habitants")):
        chain.add_rating("cohesion", date="2020", value=value, viewpoint=view)
    told = vg.judgements(chain)["cohesion"]
    assert dict(told.all.values) == {"2": 1, "3": 1, "5": 2}
    assert (told.all.least, told.all.median, told.all.most) == (2.0, 4.0, 5.0)
    assert (told.agree, told.all.agreement) == (False, 0.5)
    assert told.by_viewpoint["équipe"].values == {"5": 2}
    text = vg.judgements(chain).to_text("fr")
    assert "4 appréciations, qui diffèrent" in text
    assert "équipe : 5 (2 fois)" in text


def test_an_actor_who_judges_is_told_by_name() -> None:
    """A viewpoint that is the id of an actor is told as people call them."""
    chain = golden()
    actor = chain.add_actor("Maraîchers locaux")
    for value, view in ((2, actor.id), (5, "équipe")):
        chain.add_rating("cohesion", date="2020", value=value, viewpoint=view)
    text = vg.judgements(chain).to_text("fr")
    assert "Maraîchers locaux : 2 ; équipe : 5" in text


def test_words_and_units_are_not_mixed_with_numbers() -> None:
    """Numbers of two units have no median; words are counted."""
    chain = golden()
    for value in ("1 kg", "2 h", "fort", "fort"):
        chain.add_rating("coll", date="2020", value=value)
    told = vg.judgements(chain, of="coll")["coll"].all
    assert (told.median, told.least) == (None, None)
    assert dict(told.values) == {"1 kg": 1, "2 h": 1, "fort": 2}


def test_a_named_judge_who_changes_their_mind_counts_once() -> None:
    """The last judgement of a name counts; judges without a name are never the same."""
    chain = golden()
    for date, value in (("2020", 1), ("2021", 4)):
        chain.add_rating("coll", date=date, value=value, by="Ana")
        chain.add_rating("tran", date=date, value=value)
    told = vg.judgements(chain)
    assert dict(told["coll"].all.values) == {"4": 1}
    assert (told["coll"].earlier, told["coll"].agree) == (1, None)
    assert told["tran"].all.count == 2
    assert [problem.code for problem in told.limits] == ["VG598"]


def test_without_judgements_there_is_an_answer() -> None:
    """In both languages."""
    assert "Aucune appréciation" in vg.judgements(golden()).to_text("fr")
    assert "No judgement" in vg.judgements(golden()).to_text("en")


@given(values=st.lists(st.integers(-9, 9), min_size=1, max_size=12))
def test_bounds_and_the_median_are_those_of_statistics(values: list[int]) -> None:
    """Quartiles lie between them, in any order of listing."""
    chain = vg.ValueChain()
    chain.add_impact(id="i")
    for value in values:
        chain.add_rating("i", date="2020", value=value)
    told = vg.judgements(chain)["i"].all
    assert told.median == pytest.approx(statistics.median(values))
    numbers = [told.least, told.lower, told.median, told.upper, told.most]
    assert numbers == sorted(numbers, key=float)  # type: ignore[arg-type]
    assert (numbers[0], numbers[-1]) == (min(values), max(values))
    assert sum(told.values.values()) == len(values)
