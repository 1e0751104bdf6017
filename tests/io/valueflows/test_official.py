"""The official ontology judges what is written: words, domains, ranges, actions."""

from __future__ import annotations

import json
from functools import cache

import pytest
from official_files import shared

import valuegraph as vg
from valuegraph.io.valueflows.terms import context_of

rdflib = pytest.importorskip("rdflib")
pytestmark = pytest.mark.filterwarnings("ignore:.*ConjunctiveGraph:DeprecationWarning")
"""rdflib uses its own deprecated class where it reads JSON-LD."""

VF = "https://w3id.org/valueflows/ont/vf#"


@cache
def ontology() -> rdflib.Graph:
    """Return the official ontology."""
    return rdflib.Graph().parse(shared("valueflows/all_vf.TTL"), format="turtle")


def members(node: rdflib.term.Node) -> set[rdflib.term.Node]:
    """Return a class, or the classes of which it is the union."""
    from rdflib.collection import Collection

    union = ontology().value(node, rdflib.OWL.unionOf)
    return (
        {node}.union(*(members(one) for one in Collection(ontology(), union))) if union else {node}
    )


def ancestors(node: rdflib.term.Node) -> set[rdflib.term.Node]:
    """Return a class and those it is a kind of."""
    above = ontology().objects(node, rdflib.RDFS.subClassOf)
    return {node}.union(*(ancestors(one) for one in above))


def fits(value: rdflib.term.Node, range_: rdflib.term.Node, classes: set[rdflib.term.Node]) -> bool:
    """Tell whether a value is of the range of a property."""
    if not isinstance(value, rdflib.Literal):
        return bool(members(range_) & classes) or (value, rdflib.RDF.type, range_) in ontology()
    type_ = value.datatype or rdflib.XSD.string
    if str(range_).endswith("numericUnion"):
        return type_ in (rdflib.XSD.integer, rdflib.XSD.double, rdflib.XSD.decimal)
    return type_ == range_ and value.language is None


@pytest.mark.parametrize("name", vg.example_names())
def test_every_word_is_one_of_the_ontology_and_stands_where_it_may(name: str) -> None:
    """Each class and property exists, and joins what its domain and its range allow."""
    text = str(vg.write(vg.example(name), format="valueflows"))
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(graph) > 100
    classes = {
        subject: set().union(*(ancestors(one) for one in graph.objects(subject, rdflib.RDF.type)))
        for subject in set(graph.subjects())
    }
    for subject, word, value in graph:
        if word == rdflib.RDF.type:
            assert (value, rdflib.RDF.type, rdflib.OWL.Class) in ontology(), value
            continue
        assert str(word).startswith(VF), word
        assert list(ontology().objects(word, rdflib.RDF.type)), word
        for domain in ontology().objects(word, rdflib.RDFS.domain):
            assert members(domain) & classes[subject], (word, classes[subject])
        for range_ in ontology().objects(word, rdflib.RDFS.range):
            assert fits(value, range_, classes.get(value, set())), (word, value, range_)


def test_every_word_of_the_context_is_one_of_the_ontology() -> None:
    """Words that only some chains need exist too."""
    for key, meaning in context_of("x", "fr").items():
        if isinstance(meaning, dict):
            assert meaning["@id"] == f"vf:{key}"
            assert list(ontology().objects(rdflib.URIRef(f"{VF}{key}"), rdflib.RDF.type)), key


@pytest.mark.parametrize("name", vg.example_names())
def test_actions_go_the_way_that_the_ontology_says(name: str) -> None:
    """What enters a process is an input, what leaves it an output, and work is an effort."""
    graph = json.loads(str(vg.write(vg.example(name), format="valueflows")))["@graph"]
    flows = [node for node in graph if "action" in node]
    assert flows
    for flow in flows:
        action = rdflib.URIRef(f"{VF}{flow['action']}")
        way = str(ontology().value(action, rdflib.URIRef(f"{VF}inputOutput"))).removeprefix(VF)
        measured = str(ontology().value(action, rdflib.URIRef(f"{VF}eventQuantity")))
        assert "inputOf" not in flow or way in ("input", "outputInput")
        assert "outputOf" not in flow or way in ("output", "outputInput")
        assert "effortQuantity" not in flow or measured in (f"{VF}effort", f"{VF}both")
        assert "resourceQuantity" not in flow or measured in (f"{VF}resource", f"{VF}both")
