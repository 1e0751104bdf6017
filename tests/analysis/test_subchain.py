"""Smaller chains: what stays, in which order, and that the chain itself never changes."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_chains import tangled_chains
from strategies import chains

import valuegraph as vg
from valuegraph.analysis.subchain import main_story, subchain
from valuegraph.model.chain import ValueChain

WALKED = ("resource", "activity", "output", "impact", "margin")


def ids(chain: ValueChain, *kinds: str) -> list[str]:
    """Return the ids of the parts of some kinds, as listed."""
    return [part.id for part in chain.parts() if part.kind in kinds]


@pytest.fixture
def garden() -> ValueChain:
    """Return two ways that share nothing: soil to bonds, tools to savings."""
    chain = ValueChain("Jardin", language="fr")
    for who in ("voisins", "mairie"):
        chain.add_actor(who.title(), id=who)
    chain.add_resource("Terre", id="terre", by=["voisins"])
    chain.add_resource("Outils", id="outils", by=["mairie"])
    chain.add_activity(
        "Cultiver", id="cultiver", uses=["terre"], receives={"gift": "Entraide", "market": "Achats"}
    )
    chain.add_activity("Réparer", id="reparer", uses=["outils"], gives={"market": "Vente"})
    chain.add_support("Animation", id="animation", supports=["cultiver"])
    chain.add_impact("Liens", id="liens", of=["cultiver"], renews=["terre"])
    chain.add_impact("Économies", id="economies", of=["reparer"])
    chain.add_question("Des liens ?", id="q1", about=["liens"])
    chain.add_question("Des économies ?", id="q2", about=["economies"])
    return chain


def test_upstream_keeps_what_leads_to_a_part(garden: ValueChain) -> None:
    """Parts, cells, supports, actors, circuits and questions of the one way stay, no others."""
    small = subchain(garden, "upstream:liens")
    assert ids(small, "actor", *WALKED, "support", "question") == [
        "voisins", "terre", "cultiver", "animation", "liens", "q1"
    ]  # fmt: skip
    assert ids(small, "modality") == ["cultiver.receives.gift", "cultiver.receives.market"]
    assert [circuit.id for circuit in small.circuits] == ["gift", "market"]
    assert [link.id for link in small.links if link.kind == "regenerates"] == [
        "liens-regenerates-terre"
    ]


def test_downstream_and_french_words_for_the_sides(garden: ValueChain) -> None:
    """``aval:`` is ``downstream:``, ``amont:`` is ``upstream:``."""
    assert ids(subchain(garden, "downstream:outils"), *WALKED) == ["outils", "reparer", "economies"]
    assert subchain(garden, "aval:outils") == subchain(garden, "downstream:outils")
    assert subchain(garden, "Amont : economies") == subchain(garden, "upstream:economies")


def test_a_circuit_keeps_what_passes_by_it_and_no_other_cell(garden: ValueChain) -> None:
    """The market keeps both activities, and not what is given; nothing of other circuits."""
    small = subchain(garden, "circuit:gift")
    assert ids(small, "modality") == ["cultiver.receives.gift"]
    assert ids(small, *WALKED) == ["terre", "cultiver"]
    assert [circuit.id for circuit in small.circuits] == ["gift"]


def test_an_actor_keeps_what_it_brings_and_where_that_leads(garden: ValueChain) -> None:
    """Neighbours bring the soil, which leads to bonds."""
    small = subchain(garden, "actor:voisins")
    assert ids(small, "actor", *WALKED) == ["voisins", "terre", "cultiver", "liens"]


def test_several_keep_the_one_and_the_other(garden: ValueChain) -> None:
    """A list keeps all that one of its items keeps."""
    small = subchain(garden, ["upstream:liens", "reparer"])
    assert ids(small, *WALKED) == ids(garden, *WALKED)


def test_an_unknown_part_is_told_with_what_is_near(garden: ValueChain) -> None:
    """Also behind the word of a side."""
    with pytest.raises(vg.UnknownPartError) as caught:
        subchain(garden, "amont:lien")
    assert "liens" in caught.value.problems.to_text("fr")
    for empty in ([], "group:nothing"):
        with pytest.raises(vg.ChainError, match="only"):
            subchain(garden, empty)


def test_the_main_story_leaves_out_details(garden: ValueChain) -> None:
    """Details go; where a kind has main parts, so do those that say nothing."""
    garden.change("reparer", story="detail")
    assert ids(main_story(garden), "activity") == ["cultiver"]
    garden.change("liens", story="main")
    assert ids(main_story(garden), "impact") == ["liens"]
    assert ids(main_story(garden), "resource") == ["terre", "outils"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_sides_are_what_networkx_finds(data: st.DataObject) -> None:
    """Upstream and downstream are ancestors and descendants along the chain's forward links."""
    chain = data.draw(tangled_chains(statuses=True))
    gone = {part.id for part in chain.parts() if part.status == "refuted"}
    graph = nx.DiGraph()
    graph.add_nodes_from(set(ids(chain, *WALKED)) - gone)
    for link in chain.links:
        if (
            link.flow == "forward"
            and link.status != "refuted"
            and not {link.start, link.end} & gone
        ):
            graph.add_edge(link.start, link.end)
    for margin in chain.margin:
        if not chain.incoming(margin, "contributes") and margin.id not in gone:
            graph.add_edges_from(
                (part.id, margin.id) for part in chain.activities if part.id not in gone
            )
    if not graph:
        return
    part = data.draw(st.sampled_from(sorted(graph)))
    # A support may contribute: it is walked, but it also stays with what it supports.
    walked = set(ids(chain, *WALKED))
    above, below = nx.ancestors(graph, part) & walked, nx.descendants(graph, part) & walked
    if part not in walked:
        return
    assert set(ids(subchain(chain, f"upstream:{part}"), *WALKED)) == above | {part}
    assert set(ids(subchain(chain, f"downstream:{part}"), *WALKED)) == below | {part}
    assert set(ids(subchain(chain, part), *WALKED)) == above | below | {part}


@settings(max_examples=60, deadline=None)
@given(chains(), st.data())
def test_order_and_ids_stay_and_the_chain_does_not_change(
    chain: ValueChain, data: st.DataObject
) -> None:
    """What stays stands in its order, as it was but for what it named that is gone."""
    parts = [part.id for part in chain.parts() if part.kind in WALKED]
    if not parts:
        return
    before = chain.copy()
    small = subchain(chain, data.draw(st.sampled_from(parts)))
    assert chain == before
    order = [part.id for part in chain.parts()]
    assert [part.id for part in small.parts()] == [each for each in order if each in small]
    assert {link.id for link in small.links} <= {link.id for link in chain.links}
    vg.check(small)
    vg.check(main_story(chain))
    assert chain == before
