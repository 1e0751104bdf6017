"""Judgements stay plural: counts, spread and viewpoints, never an average alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import valuegraph as vg

RATINGS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(("Awa", "Paul", "Lou")),
              st.sampled_from(("", "resident", "funder"))),
    min_size=1, max_size=12,
)  # fmt: skip


def judged(ratings: list[tuple[int, str, str]]) -> vg.ValueChain:
    """Return a chain of one impact that several people judge."""
    chain = vg.ValueChain("Centre", language="en")
    bonds = chain.add_impact("Bonds")
    for value, by, viewpoint in ratings:
        chain.add_rating(bonds, date="2020", value=str(value), by=by, viewpoint=viewpoint)
    return chain


@given(RATINGS)
def test_every_opinion_is_counted_once_for_all_and_once_for_its_viewpoint(
    ratings: list[tuple[int, str, str]],
) -> None:
    """All together first, then as whom."""
    found = vg.judgements(judged(ratings))
    assert found["bonds"].count == len(ratings)
    for each in found:
        if each.viewpoint:
            assert each.count == sum(viewpoint == each.viewpoint for *_, viewpoint in ratings)


@given(RATINGS)
def test_the_spread_lies_within_what_was_said(ratings: list[tuple[int, str, str]]) -> None:
    """Quartiles are in order, between the least and the most."""
    spread = vg.judgements(judged(ratings))["bonds"].spread
    assert spread is not None
    assert list(spread) == sorted(spread)
    values = [value for value, *_ in ratings]
    assert (spread[0], spread[-1]) == (min(values), max(values))


def test_agreement_and_dissent_are_told_in_words() -> None:
    """A single opinion is not called an agreement, and dissent names each viewpoint."""
    assert vg.judgements(judged([(4, "Awa", "")])).to_text("en") == "Bonds: a single opinion, “4”."
    assert "all “4”" in vg.judgements(judged([(4, "Awa", ""), (4, "Lou", "")])).to_text("en")
    told = vg.judgements(judged([(4, "Awa", "resident"), (1, "Lou", "funder")])).to_text("fr")
    assert "les 2 avis diffèrent" in told
    assert "Comme funder" in told
    assert "moyenne" not in told


def test_nobody_asked_is_no_judgement() -> None:
    """A chain without ratings has an empty table and says so."""
    found = vg.judgements(vg.ValueChain("Centre", language="en"))
    assert not len(found)
    assert found.to_text("en") == "Nobody has given an opinion yet."
