"""What is written conforms to the official shapes, names everything, and is always the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cids_judges import evaluated, graph_of, results_of

import valuegraph as vg
from valuegraph.io.cids.names import full

CHAINS = {**{name: vg.example(name) for name in vg.example_names()}, "evaluated": evaluated()}
FORMATS = ["cids", "cids-array"]


def written(chain: vg.ValueChain, format: str) -> str:
    """Return a chain in one of the two dialects."""
    text = vg.write(chain, format=format)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", CHAINS)
def test_the_official_shapes_find_nothing(name: str, format: str) -> None:
    """The Basic tier, unmodified and strict, has not one result, and no thing is without name."""
    rdflib = pytest.importorskip("rdflib")
    graph = graph_of(written(CHAINS[name], format))
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]
    assert results_of(graph) == []


def test_the_judge_does_judge() -> None:
    """Without its value a report does not conform, nor an indicator with two units."""
    chain = evaluated()
    text = written(chain, "cids")
    assert len(results_of(graph_of(text.replace('"i72:hasNumericalValue"', '"vg:lost"')))) >= 4
    graph = graph_of(text)
    indicator = next(graph.subjects(predicate=_uri("cids:unitDescription")))
    graph.add((indicator, _uri("cids:unitDescription"), _text("kilo")))
    assert len(results_of(graph)) == 1


def test_both_dialects_say_the_same() -> None:
    """A program nobody here wrote reads the same statements in either."""
    compare = pytest.importorskip("rdflib.compare")
    chain = evaluated()
    assert compare.isomorphic(*(graph_of(written(chain, format)) for format in FORMATS))


def test_the_flat_list_is_what_the_add_ins_take() -> None:
    """Each node has its context, its id and one class, that of the standard where it has one."""
    nodes = json.loads(written(evaluated(), "cids-array"))
    for node in nodes:
        assert isinstance(node["@context"], dict)
        assert node["@id"]
        assert isinstance(node["@type"], str)
        assert ":" in node["@type"]
    types = {node["@type"] for node in nodes}
    assert {"cids:Organization", "cids:Outcome", "cids:Indicator", "cids:IndicatorReport"} <= types


def test_nothing_is_ever_fetched() -> None:
    """The context is in the file: it holds prefixes and no address of another one."""
    context = json.loads(written(evaluated(), "cids"))["@context"]
    assert all(isinstance(space, str) for space in context.values())


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_chain_gives_the_same_bytes(format: str) -> None:
    """Building the chain again changes nothing."""
    assert written(evaluated(), format) == written(evaluated(), format)


def test_each_part_has_its_class() -> None:
    """Counts by class are those of the chain, in the standard's terms and in ours."""
    chain = evaluated()
    graph = graph_of(written(chain, "cids"))
    counted = {
        "cids:Outcome": chain.impacts,
        "cids:Input": chain.resources,
        "cids:Activity": [*chain.activities, *chain.support],
        "cids:Output": chain.outputs,
        "cids:Indicator": chain.indicators,
        "cids:IndicatorReport": chain.observations,
        "cids:Target": [when for one in chain.indicators for when in one.target],
        "vg:Link": chain.links,
        "vg:Modality": chain.modalities,
        "vg:Question": chain.questions,
        "vg:Criterion": chain.criteria,
        "vg:Rating": chain.ratings,
        "vg:PrimaryActivity": chain.activities,
        "vg:SupportActivity": chain.support,
    }
    for name, parts in counted.items():
        assert len(list(graph.subjects(_uri("rdf:type"), _uri(name)))) == len(parts), name


def test_who_carries_the_whole_chain_is_the_organisation() -> None:
    """It has the legal name; without a carrier the chain itself stands for it."""
    graph = graph_of(written(vg.example("conserverie"), "cids"))
    names = [str(name) for name in graph.objects(predicate=_uri("org:hasLegalName"))]
    assert names == ["La Coopération"]
    alone = graph_of(written(vg.ValueChain("Un jardin"), "cids"))
    assert [str(name) for name in alone.objects(predicate=_uri("org:hasLegalName"))] == [
        "Un jardin"
    ]


def test_what_is_refuted_is_not_claimed() -> None:
    """A refuted link stands in our terms only; one that is observed also in the standard's."""
    chain = vg.ValueChain("Un jardin")
    plot = chain.add_activity("Potager")
    bonds = chain.add_impact("Liens")
    link = chain.link(plot, "contributes", bonds, status="refuted")
    assert "cids:canProduce" not in written(chain, "cids")
    chain.change(link, status="observed")
    assert "cids:canProduce" in written(chain, "cids")


def test_an_iri_that_is_known_is_kept() -> None:
    """A part and a chain may say by which IRI they are known; two parts never share one."""
    chain = vg.ValueChain("Un jardin", extra={"iri": "https://example.org/garden"})
    chain.add_impact("Liens", id="liens", extra={"iri": "https://example.org/bonds"})
    chain.add_impact("Autres", id="autres", extra={"iri": "https://example.org/bonds"})
    chain.add_impact("Faux", id="faux", extra={"iri": "no iri"})
    ids = {node["@id"] for node in json.loads(written(chain, "cids"))["@graph"]}
    assert {"https://example.org/garden", "https://example.org/bonds"} <= ids
    assert {"https://example.org/garden#autres", "https://example.org/garden#faux"} <= ids


def _uri(name: str) -> Any:
    return pytest.importorskip("rdflib").URIRef(full(name))


def _text(value: str) -> Any:
    return pytest.importorskip("rdflib").Literal(value)
