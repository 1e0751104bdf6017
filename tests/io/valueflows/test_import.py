"""Graphs of others: the official examples, their habits, and what no graph should do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from official_files import shared

import valuegraph as vg
from valuegraph.model.chain import ValueChain

CONTEXT = {"@vocab": "http://w3id.org/valueflows/ont/vf#", "a": "https://a.example/"}

CIRCUITS: dict[str, list[str]] = {
    "exchange-01-exchange-agreement": ["receives.local_exchange"],
    "exchange-03-crypto-currency-transfer": ["receives.gift"],
    "exchange-05-checkout-book": [],
    "exchange-07-car-rental": ["receives.market"],
    "planning-01-simple-plan": [],
    "planning-03-plan-from-recipe-with-production-and-exchange": ["receives.local_exchange"],
    "production-01-manufacturing": ["receives.gift"],
    "production-03-service": ["gives.gift", "gives.gift", "gives.gift"],
    "production-05-workflow-production": [],
    "production-07-stage-and-state": [],
    "production-09-manufacturing-and-workflow-with-recipe-and-plan": [],
    "production-11-example-simple-pack-and-unpack-processes": [],
    "production-13-correcting-errors": ["receives.gift"],
    "proposals-02-proposal-in-timebank": [],
    "proposals-04-proposal-for-work-commitment": ["receives.market"],
    "proposals-06-fulfillment-and-satisfaction": ["receives.gift"],
}
"""Official example -> the cells whose circuit is inferred, in the order of the file."""


def read(name: str) -> tuple[ValueChain, vg.Problems]:
    """Read an official example, told apart by what stands in it."""
    return vg.read_with_notes(shared(f"valueflows/examples/{name}.yaml"))


def graph(*nodes: dict[str, Any]) -> str:
    """Return a graph as JSON-LD."""
    return json.dumps({"@context": CONTEXT, "@graph": nodes})


def flow(id_: str, **said: Any) -> dict[str, Any]:
    """Return an event."""
    return {"@id": f"a:{id_}", "@type": "EconomicEvent", "action": "transfer", **said}


@pytest.mark.parametrize("name", CIRCUITS)
def test_each_official_example_is_a_chain_with_its_circuits(name: str) -> None:
    """Each circuit is inferred from what comes back, and said to be, in the chain and beside."""
    chain, problems = read(name)
    assert chain.activities
    assert [modality.cell for modality in chain.modalities] == CIRCUITS[name]
    for modality in chain.modalities:
        assert modality.extra["circuit_inferred"]
        assert modality.status
    inferred = [one for one in problems if one.code == "VG681"]
    assert len(inferred) == len(chain.modalities)
    assert all(one.where.id in chain and one.where.line for one in inferred)
    assert vg.read(str(vg.write(chain))) == chain


def test_a_fragment_is_refused_with_what_is_missing() -> None:
    """A list without a context is no graph: the complaint names both keys that it needs."""
    path = shared(
        "valueflows/examples/exchange-09-bob-purchases-30kg-of-apples-from-alice-and-claudi.yaml"
    )
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(path, format="valueflows")
    (problem,) = caught.value.problems.errors
    assert problem.code == "VG680"
    for language in ("fr", "en"):
        assert "@graph" in problem.message(language)


def test_amounts_of_events_add_up_and_corrections_take_back() -> None:
    """Three sheets, minus three, five: five; what is told twice alike counts once."""
    chain, _ = read("production-13-correcting-errors")
    (link,) = [one for one in chain.links if one.ends[:2] == ("plywood_sheets", "feeds")]
    assert str(link.amount) == "5"
    assert str(chain.modalities[0].amount) == "6 h"


def test_processes_follow_one_another_by_what_they_hand_on() -> None:
    """What one process makes and another takes up is a link, never a loop made of two states."""
    chain, _ = read("production-09-manufacturing-and-workflow-with-recipe-and-plan")
    handed = [one.ends for one in chain.links if one.kind == "precedes"]
    assert handed == [("make_bucket_white_5_gallon", "precedes", "qt_bucket_white_5_gallon")]
    chain, _ = read("planning-01-simple-plan")
    handed = [one.ends for one in chain.links if one.kind == "precedes"]
    assert handed == [("create_poster_plate", "precedes", "print_climate_posters")]


def test_what_has_no_name_takes_the_comment_beside_its_address() -> None:
    """In the official examples a comment says what an address stands for."""
    chain, _ = read("production-01-manufacturing")
    assert [one.name for one in chain.resources] == [
        "plywood", "CNC machine", "desk design specification", "machining",
    ]  # fmt: skip
    assert chain.resources[0].extra["iri"].endswith("Q219803")


def test_json_is_read_as_yaml_is() -> None:
    """The same graph in JSON gives the same chain, comments aside."""
    yaml = pytest.importorskip("yaml")
    text = shared("valueflows/examples/production-03-service.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    spoken, silent = vg.read(text), vg.read(json.dumps(data))
    assert len(spoken.links) == len(silent.links)
    assert spoken.activities == silent.activities
    assert [one.cell for one in silent.modalities] == ["gives.gift"] * 3


@pytest.mark.parametrize(
    ("medium", "circuit"),
    [("http://www.wikidata.org/entity/Q4916", "market"), ("a:tictac", "local_exchange")],
)
@pytest.mark.parametrize("said_by_agreement", [True, False])
def test_the_medium_says_the_circuit(medium: str, circuit: str, said_by_agreement: bool) -> None:
    """A legal tender makes a market, anything else a local exchange, whichever way it is said."""
    main = flow("1", provider="a:ann", receiver="a:bob", resourceConformsTo="a:apples")
    back = flow("2", provider="a:bob", receiver="a:ann", resourceConformsTo=medium)
    deal: dict[str, Any] = {"@id": "a:deal", "@type": "Agreement", "name": "Pommes"}
    if said_by_agreement:
        deal |= {"vf:realizes": [{"@id": "a:1"}], "realizesReciprocal": "a:2"}
    else:
        main["realizationOf"], back["reciprocalRealizationOf"] = "a:deal", "a:deal"
    chain = vg.read(graph(deal, main, back))
    (modality,) = chain.modalities
    assert modality.circuit == circuit
    assert modality.with_ == "ann"
    assert chain.activities[0].name == "Pommes"


def test_a_recipe_is_a_chain_where_there_is_nothing_else() -> None:
    """Recipe processes and flows are read as what is possible."""
    chain = vg.read(
        graph(
            {"@id": "a:p", "@type": "RecipeProcess", "name": "Cuire"},
            {"@id": "a:f", "@type": "RecipeFlow", "recipeInputOf": "a:p", "action": "consume",
             "resourceConformsTo": "a:farine"},
        )
    )  # fmt: skip
    (link,) = chain.links
    assert link.ends == ("farine", "feeds", "cuire")
    assert link.status == "hypothesis"


def test_a_graph_without_flows_is_refused() -> None:
    """Agents alone make no chain, and the complaint says what would."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(graph({"@id": "a:ann", "@type": "Person", "name": "Ann"}))
    (problem,) = caught.value.problems.errors
    assert problem.code == "VG683"


WORDS = ["name", "note", "action", "provider", "receiver", "inputOf", "outputOf", "clauseOf",
         "reciprocalClauseOf", "fulfills", "satisfies", "resourceConformsTo", "conformsTo",
         "resourceInventoriedAs", "resourceQuantity", "hasInput", "publishes", "reciprocal",
         "inScopeOf", "classifiedAs", "accountingQuantity", "hasUnit"]  # fmt: skip
TYPES = ["Process", "Intent", "Commitment", "EconomicEvent", "Agreement", "Proposal", "Agent",
         "ResourceSpecification", "EconomicResource", "Plan", "Unit", "Strange"]  # fmt: skip
leaves = st.sampled_from(
    ["a:1", "a:2", "a:3", "transfer", "work", "consume", "produce", "", 3, None]
)
measures = st.fixed_dictionaries(
    {"hasNumericalValue": st.sampled_from([1, -2, "x", 1e300, "NaN"])},
    optional={"hasUnit": st.sampled_from(["kilogram", "a:1", "é"])},
)
nodes = st.recursive(
    st.dictionaries(st.sampled_from(WORDS), st.one_of(leaves, measures), max_size=6),
    lambda inner: st.dictionaries(
        st.sampled_from(WORDS), st.one_of(leaves, st.lists(inner, max_size=2), inner), max_size=6
    ),
    max_leaves=6,
)
typed = st.builds(
    lambda node, id_, type_: {"@id": id_, "@type": type_, **node},
    nodes, st.sampled_from(["a:1", "a:2", "a:3", "a:4"]), st.sampled_from(TYPES),
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(typed, max_size=6))
def test_any_graph_is_a_chain_or_a_complaint(found: list[dict[str, Any]]) -> None:
    """Whatever refers to whatever, in circles too, nothing but a complaint comes out."""
    told: object = ()
    try:
        chain = vg.read(graph(*found))
    except vg.FileFormatError as error:
        chain = None
        told = error.problems.errors
    assert told if chain is None else vg.read(str(vg.write(chain))) == chain
