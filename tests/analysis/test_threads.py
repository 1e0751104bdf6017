"""A thread is a route on which one informant, place or period holds on every link."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles_tree import held_routes

from valuegraph.analysis.network import network
from valuegraph.analysis.threads import threads
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.chain import ValueChain


def told_by_two() -> ValueChain:
    """Return a chain whose first link Ana and Bo tell, and whose last one Ana alone."""
    chain = ValueChain("Jardin")
    soil = chain.add_resource("Terre", id="soil")
    garden = chain.add_activity("Jardiner", id="garden")
    bonds = chain.add_impact("Liens", id="bonds")
    chain.link(soil, "feeds", garden, id="in", evidence=[{"who": "Ana"}, {"who": "Bo"}],
               extra={"lieu": ["Lille", "Lens"]}, period="2023")  # fmt: skip
    chain.link(garden, "contributes", bonds, id="out", evidence=[{"who": "ANA "}],
               extra={"place": "lens"}, period="2024")  # fmt: skip
    return chain


def test_one_informant_holds_and_the_other_breaks() -> None:
    """Ana's words lead from the soil to the bonds, Bo's stop at the garden."""
    found = threads(told_by_two())
    assert (found["Ana"].ends, found["Ana"].links) == (("bonds",), ("in", "out"))
    assert (found["Bo"].ends, found["Bo"].links, found["Bo"].breaks) == ((), (), ("out",))
    assert [route.parts for route in found.routes("Ana")] == [("soil", "garden", "bonds")]
    assert len(found.routes("Bo")) == 0


def test_threads_by_place_and_by_period() -> None:
    """Places are read from the free keys of links, and no period holds all the way."""
    by_place = threads(told_by_two(), by="place")
    assert [(thread.context, thread.is_whole) for thread in by_place] == [
        ("Lille", False),
        ("Lens", True),
    ]
    assert not any(thread.is_whole for thread in threads(told_by_two(), by="period"))


def test_threads_read_aloud_and_are_ready_for_json() -> None:
    """Both languages tell who holds to the end and who is lost where."""
    found = threads(told_by_two())
    assert "« Ana » tient jusqu’à « Liens »." in found.to_text("fr")
    assert "« Bo » se perd à « Jardiner » contribue à « Liens »." in found.to_text("fr")
    assert "holds all the way" in found.to_text("en")
    told = json.loads(json.dumps(found.to_dict()))
    assert told["contexts"][0] == {"context": "Ana", "ends": ["bonds"]}
    assert list(found.to_frame()["state"]) == ["thread", "thread", "break"]


def test_links_without_a_context_are_counted() -> None:
    """A chain in which nobody says anything has no thread, and the limits say how many links."""
    chain = ValueChain("Jardin")
    garden = chain.add_activity(id="garden", uses=[chain.add_resource(id="soil")])
    chain.add_impact(id="bonds", of=[garden])
    found = threads(chain)
    assert (len(found), found.limits.codes()) == (0, ("VG584",))
    assert found.limits[0].values["count"] == 2
    assert "Aucun chemin" in found.to_text("fr")


def test_threads_may_start_and_end_anywhere() -> None:
    """Bo holds from the soil to the garden, and Ana from the garden on."""
    chain = told_by_two()
    assert threads(chain, end="garden")["Bo"].is_whole
    found = threads(chain, start="garden")
    assert [thread.context for thread in found] == ["Ana"]
    assert [route.parts for route in found.routes("Ana")] == [("garden", "bonds")]


def test_what_cannot_be_asked_is_refused() -> None:
    """There is no thread by weather, nor from a part to itself."""
    with pytest.raises(OptionError):
        threads(told_by_two(), by="weather")  # type: ignore[arg-type]
    with pytest.raises(ChainError):
        threads(told_by_two(), start="garden", end="garden")
    with pytest.raises(KeyError):
        threads(told_by_two()).routes("Zoé")


def test_tables_name_no_context() -> None:
    """A network from two tables is answered: no link names anybody."""
    net = network(
        parts={"id": ["r", "i"], "kind": ["support", "impact"]},
        links={"start": ["r"], "end": ["i"], "kind": ["contributes"]},
    )
    assert threads(net).limits.codes() == ("VG584",)


@st.composite
def dated_chains(draw: Any) -> ValueChain:
    """Draw a chain whose links may go round and have one of seventy periods, or none."""
    chain = ValueChain("Essai")
    resources = [chain.add_resource(id=f"r{n}") for n in range(2)]
    activities = [chain.add_activity(id=f"a{n}") for n in range(3)]
    impacts = [chain.add_impact(id=f"i{n}") for n in range(2)]
    pairs = [("feeds", resources, activities), ("precedes", activities, activities),
             ("contributes", activities, impacts), ("contributes", impacts, impacts)]  # fmt: skip
    for number in range(draw(st.sampled_from([0, 70]))):
        chain.link(resources[0], "feeds", activities[0], period=f"p{number}")
    for _ in range(draw(st.integers(1, 14))):
        kind, starts, ends = draw(st.sampled_from(pairs))
        chain.link(draw(st.sampled_from(starts)), kind, draw(st.sampled_from(ends)),
                   period=draw(st.sampled_from(["", "p1", "p1", "p68"])))  # fmt: skip
    return chain


@settings(max_examples=60, deadline=None)
@given(dated_chains())
def test_threads_agree_with_every_route_looked_at(chain: ValueChain) -> None:
    """A period is whole where a route has it throughout, and its routes are those."""
    found = threads(chain, by="period", start=["r0", "r1"])
    by_id = {link.id: link for link in chain.links}
    for thread in found:
        expected = held_routes(chain, thread.context)
        assert set(thread.ends) == {by_id[links[-1]].end for links in expected}
        assert {link for links in expected for link in links} <= set(thread.links)
        told = {tuple(link for (link,) in route.links) for route in found.routes(thread.context)}
        assert told == expected
