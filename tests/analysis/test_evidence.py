"""Evidence: a route is known as well as its weakest step."""

from __future__ import annotations

from collections import Counter

import pytest
from chain_builders import golden, looped
from hypothesis import given, settings
from random_chains import tangled_chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain

LEVELS = ("refuted", "disputed", "assumed", "plausible", "observed")


def line(**fields: object) -> ValueChain:
    """Return a chain of two observed links and one that has these fields."""
    chain = ValueChain()
    chain.add_resource(id="r")
    chain.add_activity(id="a")
    chain.add_activity(id="b")
    chain.add_impact(id="i")
    chain.link("r", "feeds", "a", status="observed")
    chain.link("a", "precedes", "b", **fields)  # type: ignore[arg-type]
    chain.link("b", "contributes", "i", status="observed")
    return chain


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"status": "observed"}, "observed"),
        ({"status": "observed", "confidence": "low"}, "plausible"),
        ({"status": "hypothesis"}, "assumed"),
        ({"status": "hypothesis", "confidence": "high"}, "plausible"),
        ({"status": "planned"}, "assumed"),
        ({"evidence": [{"source": "entretien"}]}, "plausible"),
        ({"evidence": [{"source": "entretien"}], "confidence": "low"}, "assumed"),
        ({}, "assumed"),
        ({"status": "disputed", "confidence": "high"}, "disputed"),
        ({"status": "refuted"}, "refuted"),
    ],
)
def test_a_link_is_known_by_its_status_confidence_and_evidence(
    fields: dict[str, object], level: str
) -> None:
    """The one weak link is the weakest, and named."""
    told = vg.evidence(line(**fields))[0]
    assert told.level == level
    if level != "observed":
        assert told.weakest == ("a-precedes-b",)
    assert sum(told.steps.values()) == 3


def test_data_of_an_indicator_let_a_link_be_observed() -> None:
    """An indicator without data, or a link said to be supposed, changes nothing."""
    chain = line()
    chain.add_indicator(id="n", measures=["a-precedes-b"])
    assert vg.evidence(chain)[0].level == "assumed"
    chain.add_observation("n", date="2018", value=3)
    assert vg.evidence(chain)[0].level == "observed"
    chain.change("a-precedes-b", status="hypothesis")
    assert vg.evidence(chain)[0].level == "assumed"


def test_a_part_in_doubt_weakens_what_passes_it() -> None:
    """Parts and modalities count with the status they say."""
    chain = line(status="observed")
    chain.change("b", status="disputed")
    assert (vg.evidence(chain)[0].level, vg.evidence(chain)[0].weakest) == ("disputed", ("b",))
    golden_chain = golden()
    for link in golden_chain.links:
        golden_chain.change(link, status="observed")
    golden_chain.change("coll.receives.gift", status="hypothesis")
    assert vg.evidence(golden_chain).by_end["cohesion"] == {
        "observed": 11, "plausible": 0, "assumed": 3, "disputed": 0, "refuted": 0}  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(chain=tangled_chains(statuses=True))
def test_counts_are_those_of_all_routes_one_by_one(chain: ValueChain) -> None:
    """Levels counted without listing are those of the list."""
    whole = vg.evidence(chain, limit=100_000)
    listed = Counter(row.level for row in whole)
    assert {level: number for level, number in whole.by_level.items() if number} == dict(listed)
    assert whole.is_exact
    few = vg.evidence(chain, limit=1)
    if few.is_exact:
        assert few.by_end == whole.by_end


def test_refuted_routes_are_told_unless_other_statuses_are_asked() -> None:
    """Here what is refuted is part of the answer."""
    chain = line(status="refuted")
    assert vg.evidence(chain).by_level["refuted"] == 1
    left = vg.evidence(chain, status=None)  # what the refuted link led to begins a way of its own
    assert [(row.route.start, row.level) for row in left] == [("b", "observed")]


def test_pages_and_limits_are_those_of_routes() -> None:
    """A cursor goes on, and a loop is said."""
    first = vg.evidence(golden(), limit=20)
    second = vg.evidence(golden(), limit=20, cursor=first.cursor)
    assert (len(first), len(second), first.total) == (20, 6, 26)
    assert vg.evidence(looped(), limit=1).is_exact is False
    assert "VG587" in [problem.code for problem in vg.evidence(looped(), limit=1).limits]
    assert "26 chemins" in first.to_text("fr")
