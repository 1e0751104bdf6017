"""Graphs are read back whole, and every judge finds in them the parts and the links."""

from __future__ import annotations

import csv
import io
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import found_by_cytoscape
from official_files import shared
from strategies import chains

import valuegraph as vg
from valuegraph.io.graphs.flat import NODE_SECTIONS
from valuegraph.model.chain import ValueChain

WHOLE = ["graphml", "node-link", "kumu"]
EXAMPLES = vg.example_names()


def written(chain: ValueChain, format: str) -> str:
    """Return a chain in a format, as a text."""
    text = vg.write(chain, format=format)
    assert isinstance(text, str)
    return text


def nodes_of(chain: ValueChain) -> set[str]:
    """Return the ids of the parts that links join, and of the chain where links end at it."""
    whole = {"chain"} & {end for link in chain.links for end in (link.start, link.end)}
    return {part.id for part in chain.parts() if part.kind in NODE_SECTIONS.values()} | whole


def edges_of(chain: ValueChain) -> Counter[tuple[str, str, str]]:
    """Return how often each start, kind and end is linked."""
    return Counter(link.ends for link in chain.links)


@settings(max_examples=80)
@given(chains(), st.sampled_from(WHOLE))
def test_what_is_written_is_read_back(chain: ValueChain, format: str) -> None:
    """Nothing is lost, in any chain that can be built, and links keep their ids."""
    again = vg.read(written(chain, format), format=format)
    assert again == chain
    assert {link.id for link in again.links} == {link.id for link in chain.links}


@settings(max_examples=25)
@given(chains())
def test_networkx_reads_graphml(chain: ValueChain) -> None:
    """A reader nobody here wrote finds the same nodes, edges and kinds."""
    text = written(chain, "graphml")
    graph = nx.parse_graphml(text, force_multigraph=True)
    assert set(graph.nodes) == nodes_of(chain)
    found = Counter((start, data["kind"], end) for start, end, data in graph.edges(data=True))
    assert found == edges_of(chain)
    assert {key for *_, key in graph.edges(keys=True)} == {link.id for link in chain.links}


@pytest.mark.parametrize("name", EXAMPLES)
def test_igraph_reads_graphml(name: str, tmp_path: Path) -> None:
    """Igraph counts the same nodes and edges, with names and kinds."""
    igraph = pytest.importorskip("igraph")
    chain = vg.example(name)
    path = tmp_path / "chain.graphml"
    vg.write(chain, path)
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_directed()
    assert set(graph.vs["id"]) == nodes_of(chain)
    ends = ((graph.vs[e.source]["id"], e["kind"], graph.vs[e.target]["id"]) for e in graph.es)
    assert Counter(ends) == edges_of(chain)


@settings(max_examples=25)
@given(chains())
def test_networkx_reads_node_link(chain: ValueChain) -> None:
    """Networkx makes a directed multigraph whose keys are the ids of the links."""
    data = json.loads(written(chain, "node-link"))
    graph = nx.node_link_graph(data, edges="edges")
    assert set(graph.nodes) == nodes_of(chain)
    assert {key for *_, key in graph.edges(keys=True)} == {link.id for link in chain.links}
    assert graph.is_directed()


@pytest.fixture(scope="module")
def gexf_schema() -> Any:
    """Return the official schema of GEXF 1.3, or skip where it is not."""
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(shared("gexf/1.3/gexf.xsd"))))


@pytest.mark.parametrize("name", EXAMPLES)
def test_gexf_is_valid(name: str, gexf_schema: Any) -> None:
    """The official schema has nothing against an example, and finds all of it."""
    assert_valid(vg.example(name), gexf_schema)


@settings(max_examples=25)
@given(chain=chains())
def test_gexf_is_valid_for_any_chain(chain: ValueChain, gexf_schema: Any) -> None:
    """Nor against any chain that can be built."""
    assert_valid(chain, gexf_schema)


def assert_valid(chain: ValueChain, schema: Any) -> None:
    """Judge a chain's GEXF by the official schema, and count its nodes and edges."""
    from lxml import etree

    tree = etree.fromstring(written(chain, "gexf").encode())
    assert schema.validate(tree), schema.error_log
    space = "{http://gexf.net/1.3}"
    assert {node.get("id") for node in tree.iter(f"{space}node")} == nodes_of(chain)
    assert len(list(tree.iter(f"{space}edge"))) == len(chain.links)


def test_gexf_is_refused_where_an_edge_has_no_end(gexf_schema: Any) -> None:
    """The judge does judge: without its target an edge is not valid."""
    from lxml import etree

    text = written(vg.example("conserverie"), "gexf").replace(" target=", " cible=", 1)
    assert not gexf_schema.validate(etree.fromstring(text.encode()))


@pytest.mark.parametrize("name", EXAMPLES)
def test_cytoscape_loads_its_json(
    name: str, program: Callable[[str], str], node_package: Callable[[str], Path]
) -> None:
    """cytoscape.js finds every node and edge, with our ids, ends and kinds."""
    node_package("cytoscape")
    chain = vg.example(name)
    told = found_by_cytoscape(program("node"), written(chain, "cytoscape"))
    assert {node["id"] for node in told["nodes"]} == nodes_of(chain)
    assert {edge["id"] for edge in told["edges"]} == {link.id for link in chain.links}
    found = Counter((edge["source"], edge["kind"], edge["target"]) for edge in told["edges"])
    assert found == edges_of(chain)


@settings(max_examples=25)
@given(chains())
def test_kumu_tables_join_by_labels(chain: ValueChain) -> None:
    """Every connection names two labels that stand once among the elements."""
    files = vg.write(chain, format="kumu-csv")
    assert isinstance(files, dict)
    elements, connections = (
        list(csv.DictReader(io.StringIO(files[name].decode("utf-8"), newline="")))
        for name in ("elements.csv", "connections.csv")
    )
    labels = Counter(row["Label"] for row in elements)
    assert max(labels.values(), default=1) == 1
    assert {row["id"] for row in elements} == nodes_of(chain)
    for row in connections:
        assert row["From"] in labels
        assert row["To"] in labels
    assert not [cell for row in (*elements, *connections) for cell in row.values()
                if cell.startswith(("=", "+", "@"))]  # fmt: skip


def test_what_a_graph_cannot_hold_is_told() -> None:
    """GEXF tells the evaluation and the translations, part by part; GraphML holds all."""
    chain = vg.example("conserverie")
    question = chain.add_question("Le lien grandit-il ?", about=[chain.impacts[0]])
    indicator = chain.add_indicator("Bénévoles")
    chain.add_observation(indicator, date="2018", value="vingt")
    chain.change(chain.impacts[0], translations={"en": {"name": "Bonds"}})
    told = vg.write(chain, os.devnull, format="gexf", report=True)
    ids = {problem.where.id: problem.code for problem in told}
    assert ids[question.id] == ids[indicator.id] == "VG600"
    assert ids[chain.impacts[0].id] == "VG601"
    assert "VG602" in told.codes()
    assert {ids.get(part.id) for part in chain.activities} == {"VG601"}  # its translation
    assert len(vg.write(chain, os.devnull, format="graphml", report=True)) == 0
