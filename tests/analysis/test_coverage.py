"""Coverage: what is measured, by what, and how many routes pass by it."""

from __future__ import annotations

import pandas as pd
from chain_builders import golden, looped
from evaluated_chains import followed
from hypothesis import given, settings
from hypothesis import strategies as st
from random_chains import tangled_chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain


def test_parts_questions_and_indicators_say_by_what_they_are_measured() -> None:
    """An indicator measures what it names, else what its question is about."""
    told = vg.coverage(followed())
    assert told["tran"].by == ("benevoles",)
    assert told["cohesion"].by == ("moral",)
    assert told["coll"].by == ()
    assert told["lien"].by == ("benevoles", "moral")
    assert told["lien"].observations == 4
    assert told.without_indicator == ("climat", "plaisir")
    assert told.without_data == ("femmes",)


def test_routes_measured_on_their_way_are_counted() -> None:
    """Of 14 routes to the cohesion 12 pass the transformation; the impact itself says nothing."""
    told = vg.coverage(followed())
    assert (told["cohesion"].routes, told["cohesion"].routes_measured) == (14, 12)
    assert (told["transition"].routes, told["transition"].routes_measured) == (12, 8)
    assert told["transition"].share == 8 / 12
    assert "12 de ses 14 chemins (85,7\u00a0%)" in told.to_text("fr")


def test_measured_is_told_apart_from_observed() -> None:
    """An indicator without data measures, but nothing is known by it."""
    chain = golden()
    chain.add_indicator(id="i", measures=["log"])
    told = vg.coverage(chain)["cohesion"]
    assert (told.routes_measured, told.routes_observed) == (2, 0)


def test_links_modalities_circuits_and_asked_routes_can_be_measured() -> None:
    """All that a route passes by counts."""
    chain = golden()
    link = next(one for one in chain.links if (one.start, one.end) == ("coll", "tran"))
    for measured in (link.id, "tran.receives.gift", "gift"):
        twin = chain.copy()
        twin.add_circuit("Don", id="gift")
        twin.add_indicator(id="i", measures=[measured])
        told = vg.coverage(twin)
        assert told[measured].by == ("i",)
        expected = sum(
            measured in {*route.modalities, *route.circuits, *sum(route.links, ())}
            for route in vg.routes(twin, end="cohesion")
        )  # fmt: skip
        assert told["cohesion"].routes_measured == expected
        assert 0 < expected < 14
    chain.add_question(ask="?", id="q", routes=[["coll", "tran"]])
    chain.add_criterion(id="c", question="q")
    chain.add_indicator(id="i", criterion="c")
    assert vg.coverage(chain)["coll > tran"].by == ("i",)


@settings(max_examples=25, deadline=None)
@given(data=st.data(), chain=tangled_chains(statuses=True))
def test_routes_measured_equal_those_found_one_by_one(
    data: st.DataObject, chain: ValueChain
) -> None:
    """Counts by removal are those of a list of all routes, loops or not."""
    items = [part.id for part in chain.parts()] + [link.id for link in chain.links]
    measured = data.draw(st.lists(st.sampled_from(items), max_size=3, unique=True))
    chain.add_indicator(id="zz", measures=measured)
    told = vg.coverage(chain)
    for row in told.impacts:
        routes = list(vg.routes(chain, end=row.id, limit=100_000))
        met = [
            route for route in routes
            if {*route.parts[:-1], *route.modalities, *(one for ids in route.links for one in ids)}
            & set(measured)
        ]  # fmt: skip
        assert (row.routes, row.routes_measured) == (len(routes), len(met))


def test_loops_too_tangled_to_count_are_said() -> None:
    """What is not known has no share, and is no 0."""
    chain = ValueChain()
    chain.add_resource(id="r")
    ids = [chain.add_activity(id=f"a{place}", uses=["r"]).id for place in range(9)]
    for first in ids:
        for second in ids:
            if first != second:
                chain.link(first, "precedes", second)
    chain.add_impact(id="i", of=ids)
    told = vg.coverage(chain)
    assert told["i"].routes is None
    assert told["i"].share is None
    assert "VG588" in [one.code for one in told.limits]
    assert vg.coverage(looped())["I"].share == 0.0


def test_a_chain_without_evaluation_and_tables_have_an_answer() -> None:
    """Nothing is measured is an answer."""
    assert "ni indicateur" in vg.coverage(golden()).to_text("fr")
    parts = pd.DataFrame({"id": ["r", "a"], "kind": ["resource", "activity"]})
    links = pd.DataFrame({"start": ["r"], "end": ["a"], "kind": ["feeds"]})
    told = vg.coverage(vg.network(parts=parts, links=links))
    assert [row.by for row in told] == [(), (), ()]


def test_refuted_indicators_and_questions_are_left_out() -> None:
    """What is refuted measures nothing, unless refuted things are asked for."""
    chain = golden()
    chain.add_indicator(id="i", measures=["log"], status="refuted")
    assert vg.coverage(chain)["log"].by == ()
    assert vg.coverage(chain, status=["refuted"])["log"].by == ("i",)
