"""What ValueFlows holds of a chain comes back equal, and all the rest is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import chains

import valuegraph as vg
from valuegraph.io.valueflows.keeping import kept, losses
from valuegraph.model.chain import ValueChain

FORMS = ["valueflows", "valueflows-yaml"]


def written(chain: ValueChain, form: str = "valueflows") -> str:
    """Return a chain in ValueFlows, as a text."""
    text = vg.write(chain, format=form)
    assert isinstance(text, str)
    return text


def nodes_of(chain: ValueChain) -> dict[str, dict[str, Any]]:
    """Return id -> node."""
    return {node["@id"]: node for node in json.loads(written(chain))["@graph"]}


def ids_of(chain: ValueChain) -> set[str]:
    """Return the ids of links that are flows: who carries what has none in ValueFlows."""
    return {link.id for link in chain.links if link.kind != "carries"}


def garden() -> ValueChain:
    """Return a chain with a cell in each circuit, and a flow in each layer."""
    chain = vg.ValueChain("Un jardin", language="fr")
    town = chain.add_actor("La commune", type="public")
    soil = chain.add_resource("Compost", type="natural", amount="1800 kg")
    plot = chain.add_activity("Potager", uses=[soil], by=town)
    give = {"way": "receives", "name": "Dons de compost", "with_": town, "status": "observed"}
    chain.add_modality(plot, circuit="gift", amount="1200 kg", **give)
    paid = {"what": "Tic-Tac", "amount": "30 Tic-Tac", "circuit": "local_exchange"}
    chain.add_modality(plot, circuit="local_exchange", way="gives", name="Paniers",
                       in_return=paid, status="planned")  # fmt: skip
    chain.add_modality(plot, circuit="market", way="gives", name="Vente ?")
    return chain


@settings(max_examples=40)
@given(chains(), st.sampled_from(FORMS))
def test_what_is_held_comes_back_equal(chain: ValueChain, form: str) -> None:
    """Reading gives the chain without what the losses tell, for any chain that can be built."""
    held = kept(chain)
    again = vg.read(written(chain, form), format=form)
    assert again == held
    assert ids_of(again) == ids_of(held)
    assert list(losses(held)) == []
    assert kept(held) == held


@pytest.mark.parametrize("name", vg.example_names())
@pytest.mark.parametrize("form", FORMS)
def test_each_example_is_told_apart_by_what_stands_in_it(
    name: str, form: str, tmp_path: Path
) -> None:
    """A file with the ending of the text form is read as what it is."""
    chain = vg.example(name)
    path = tmp_path / ("flows.json" if form == "valueflows" else "flows.yaml")
    vg.write(chain, path, format=form)
    assert vg.read(path) == kept(chain)
    named = tmp_path / ("flows.vf.jsonld" if form == "valueflows" else "flows.vf.yaml")
    vg.write(chain, named)
    assert named.read_text("utf-8") == path.read_text("utf-8")


def test_a_chain_that_speaks_of_valueflows_is_none() -> None:
    """Only a context at the top makes a graph of a text."""
    chain = vg.ValueChain("Vu sur https://w3id.org/valueflows/ont/vf#", language="fr")
    chain.change("chain", extra={"context": {"a": 1}})
    for form in ("yaml", "json"):
        assert vg.read(str(vg.write(chain, format=form))) == chain
    chain.change("chain", extra={"@context": {"a": 1}})
    assert vg.read(str(vg.write(chain))) == chain


def test_what_is_lost_is_told_part_by_part() -> None:
    """Parts that have no place, and single keys, are named with their id."""
    chain = garden()
    bonds = chain.add_impact("Lien social", of=["potager"])
    chain.change("compost", group="Terre", translations={"en": {"name": "Compost"}})
    chain.link("potager", "regenerates", "compost", status="refuted")
    report = vg.write(chain, format="valueflows", report=True)
    told = {problem.where.id: problem for problem in report}
    assert told[bonds.id].code == "VG600"
    assert told["potager-contributes-lien_social"].code == "VG600"
    assert told["potager-regenerates-compost"].code == "VG600"
    assert "group" in told["compost"].message("en")
    assert "traductions" in told["compost"].message("fr")
    assert set(told) == {bonds.id, "compost", "potager-contributes-lien_social",
                         "potager-regenerates-compost"}  # fmt: skip


def test_each_status_has_its_layer() -> None:
    """What is seen is an event, what is planned a commitment, all else an intent."""
    nodes = nodes_of(garden())
    given_ = nodes["here:cell/potager.receives.gift/compost-feeds-potager"]
    assert given_["@type"] == "EconomicEvent"
    assert given_["provider"] == "here:la_commune"
    assert given_["receiver"] == "here:la_commune"
    assert given_["resourceQuantity"]["hasNumericalValue"] == 1200
    assert nodes["here:cell/potager.gives.local_exchange"]["@type"] == "Commitment"
    assert nodes["here:cell/potager.gives.market"]["@type"] == "Intent"


def test_each_circuit_has_its_reciprocity() -> None:
    """Nothing comes back for a gift; else an agreement stipulates what does, in its medium."""
    nodes = nodes_of(garden())
    assert not [id_ for id_ in nodes if "receives.gift" in id_ and "return" in id_]
    base = "here:cell/potager.gives.local_exchange"
    agreement, back = nodes[f"{base}/agreement"], nodes[f"{base}/return"]
    assert agreement["stipulates"] == [base]
    assert agreement["stipulatesReciprocal"] == [back["@id"]]
    assert nodes[base]["clauseOf"] == back["reciprocalClauseOf"] == agreement["@id"]
    assert (back["@type"], back["action"]) == ("Commitment", "transfer")
    assert back["resourceQuantity"]["hasNumericalValue"] == 30
    medium = nodes[back["resourceConformsTo"]]
    assert (medium["name"], medium["mediumOfExchange"]) == ("Tic-Tac", True)
    proposal = nodes["here:cell/potager.gives.market/proposal"]
    assert proposal["purpose"] == "offer"
    assert nodes[nodes[proposal["reciprocal"][0]]["resourceConformsTo"]]["mediumOfExchange"]


def test_what_others_added_to_our_file_is_told() -> None:
    """A node of another origin is set aside with a warning that names it."""
    data = json.loads(written(garden()))
    data["@graph"].append({"@id": "urn:uuid:1", "@type": "EconomicEvent", "action": "move"})
    chain, problems = vg.read_with_notes(json.dumps(data), format="valueflows")
    assert chain == kept(garden())
    assert [(one.code, one.values["id"]) for one in problems] == [("VG684", "urn:uuid:1")]


@settings(max_examples=100)
@given(st.data())
def test_our_file_changed_by_others_is_a_chain_or_a_complaint(data: st.DataObject) -> None:
    """Nodes and words taken out, ends pointed elsewhere: what no longer holds is told."""
    graph = json.loads(written(data.draw(st.sampled_from([garden(), vg.example("porter")]))))
    nodes = graph["@graph"]
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(0, len(nodes) - 1))
        word = data.draw(st.sampled_from([*nodes[number], "@graph"]))
        other = nodes[data.draw(st.integers(0, len(nodes) - 1))]["@id"]
        if word == "@graph":
            del nodes[number]
        elif word == "@id" or data.draw(st.booleans()):
            nodes[number][word] = other
        else:
            del nodes[number][word]
    told: object = ()
    try:
        chain = vg.read(json.dumps(graph), format="valueflows")
    except vg.FileFormatError as error:
        chain = None
        told = error.problems.errors
    assert told if chain is None else vg.read(str(vg.write(chain))) == chain


def test_numbers_keep_their_digits() -> None:
    """Amounts that no binary number holds come back digit by digit, and units as typed."""
    chain = vg.ValueChain("Mesures", language="fr")
    for number, amount in enumerate(
        ("0.1 kg", "12345678901234567.25 EUR", "3", "7 one", "1e-9 h/j")
    ):
        chain.add_resource(f"R{number}", amount=amount)
    for form in FORMS:
        assert vg.read(written(chain, form), format=form) == chain
