"""The official shapes of the Common Impact Data Standard, judging what we write."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from official_files import shared

import valuegraph as vg


def graph_of(text: str) -> Any:
    """Return the statements that a program nobody here wrote reads in a JSON-LD text."""
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(data=text, format="json-ld")


@cache
def official() -> tuple[Any, Any]:
    """Return the official shapes of the Basic tier, unmodified, and the official ontology."""
    rdflib = pytest.importorskip("rdflib")
    shapes = rdflib.Graph().parse(shared("cids/shacl/cids.basictier.shacl.ttl"))
    return shapes, rdflib.Graph().parse(shared("cids/cids.ttl"))


def results_of(graph: Any) -> list[Any]:
    """Return what the official shapes have against a graph, at any severity."""
    pyshacl = pytest.importorskip("pyshacl")
    rdflib = pytest.importorskip("rdflib")
    shapes, ontology = official()
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=ontology)
    found = rdflib.URIRef("http://www.w3.org/ns/shacl#ValidationResult")
    return list(report.subjects(rdflib.RDF.type, found))


def evaluated() -> vg.ValueChain:
    """Return an example with an evaluation: values, words, targets, ratings, odd names."""
    chain = vg.example("conserverie")
    impact, activity = chain.impacts[0], chain.activities[0]
    jars = chain.add_output("Bocaux « à partager » ?", of=[activity], amount="1800,5 kg")
    question = chain.add_question("Le lien grandit-il ?", about=[impact, chain.links[0]])
    criterion = chain.add_criterion("Participation", question=question, codes=["SDG 11"])
    count = chain.add_indicator(
        "Bénévoles", criterion=criterion, indicator_kind="count", unit="personnes",
        measures=[impact],
        baseline={"2017": 0, "2016": 2}, target={"2020": 30, "2021-06": 35}, group="Lien",
    )  # fmt: skip
    made = chain.add_indicator("", indicator_kind="stock", unit="kg", measures=[jars])
    words = chain.add_indicator(
        "Paroles", indicator_kind="ordinal", scale=["peu", "assez", "beaucoup"]
    )
    chain.add_observation(count, date="2018", value=20, source="Registre", quote="« On revient »")
    chain.add_observation(count, date="2018-02", value=21, people=4)
    chain.add_observation(made, date="2018-12-31", value="950 kg")
    chain.add_observation(words, date="2018-12-31", value="beaucoup", viewpoint="habitants")
    chain.add_rating(impact, date="2019", value="forte", by="Le conseil", why="Parce que.")
    chain.change(impact, group="Vivre ensemble", codes=["https://metadata.un.org/sdg/11"])
    chain.link(activity, "contributes", impact, status="refuted", strength=0.4, why="Non.")
    return chain
