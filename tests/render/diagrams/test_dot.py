"""DOT: Graphviz reads our text without a word on stderr, and finds in it what the chain says."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import graphviz
import pytest
from hostile_labels import HOSTILE, hostile_chain, plain
from hypothesis import given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.examples import EXAMPLES

Finder = Callable[[str], str]
SVG = "{http://www.w3.org/2000/svg}"


def dot(program: Finder, source: str, output: str) -> bytes:
    """Run ``dot`` on a source; it must have nothing to say."""
    done = subprocess.run(
        [program("dot"), f"-T{output}"],
        input=source.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout


def read(program: Finder, source: str) -> dict[str, Any]:
    """Return what Graphviz reads, as its own JSON."""
    found: dict[str, Any] = json.loads(dot(program, source, "dot_json"))
    return found


def texts(program: Finder, source: str) -> str:
    """Return all texts that Graphviz draws, in one line."""
    drawn = ElementTree.fromstring(dot(program, source, "svg"))  # noqa: S314 - of our own text
    return plain(" ".join(each.text or "" for each in drawn.iter(f"{SVG}text")))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_dot_reads_every_example(name: str, language: str, program: Finder) -> None:
    """Every part is a node with its id, in the cluster of its kind; every link an edge."""
    chain = vg.example(name)
    graph = vg.to_graphviz(chain, language=language)
    assert isinstance(graph, graphviz.Digraph)
    found = read(program, graph.source)
    ids = {each.get("id") for each in found["objects"]}
    kinds = ("actor", "resource", "support", "activity", "output", "impact", "margin")
    parts = [part for kind in kinds for part in chain.parts(kind)]
    assert {part.id for part in parts} <= ids
    assert {link.id for link in chain.links} <= {edge.get("id") for edge in found["edges"]}
    drawn = texts(program, graph.source)
    # A long name stands on several lines; its words are whole, and in order.
    assert [part.id for part in parts if plain(part.label(language)) not in drawn] == []


def test_a_hypothesis_is_dashed_and_says_so(program: Finder) -> None:
    """What is not sure has a broken line, and the words; what is sure has neither."""
    chain = vg.ValueChain("Chaîne")
    chain.add_resource("Temps", id="temps", status="hypothesis")
    chain.add_activity("Collecte", id="collecte", uses=["temps"])
    found = read(program, vg.to_graphviz(chain).source)
    styles = {each["id"]: each["style"] for each in found["objects"] if "id" in each}
    assert "dashed" in styles["temps"]
    assert "dashed" not in styles["collecte"]
    assert [edge["style"] for edge in found["edges"]] == ["solid"]
    assert "À confirmer" in texts(program, vg.to_graphviz(chain).source)


def test_circuits_are_labels_and_modalities_tooltips(program: Finder) -> None:
    """An edge tells its circuits, its tooltip the modalities; a loose modality is a node."""
    chain = vg.ValueChain("Chain", language="en")
    chain.add_resource("Time", id="time")
    chain.add_activity(
        "Harvest", uses=["time"], receives={"gift": "Helping hands"}, gives={"market": "Sales"}
    )
    [feeds, gives] = read(program, vg.to_graphviz(chain).source)["edges"]
    assert (feeds["label"], feeds["tooltip"]) == ("Gift circuit", "Helping hands")
    assert gives["label"] == "gives"
    assert "Sales" in texts(program, vg.to_graphviz(chain).source)


def test_hostile_labels_are_text(program: Finder) -> None:
    """Colons are no ports, backslashes no escapes, markup and entities no markup."""
    source = vg.to_graphviz(hostile_chain()).source
    found = read(program, source)
    names = [each["name"] for each in found["objects"] if not each["name"].startswith("cluster")]
    assert all(re.fullmatch(r"n\d+", name) for name in names)
    assert not any("tailport" in edge or "headport" in edge for edge in found["edges"])
    assert not any("URL" in each or "href" in each for each in found["objects"])
    drawn = texts(program, source)
    for label in HOSTILE:
        without_spaces = re.sub(r"[\s\u202c\u202e\u200e\u200f]", "", plain(label))
        assert without_spaces in re.sub(r"[\s\u202c\u202e\u200e\u200f]", "", drawn), label


def test_the_graph_can_be_changed_further(program: Finder) -> None:
    """A developer adds a node of their own and draws: it is a plain Digraph."""
    graph = vg.to_graphviz(vg.example("porter"), language="en")
    graph.node("mine", "A node of mine")
    assert "A node of mine" in texts(program, graph.source)


@settings(max_examples=15)
@given(chains())
def test_any_chain_gives_the_same_text_twice(chain: vg.ValueChain) -> None:
    """No order of a hash, no part or link left out, whatever the chain."""
    source = vg.to_graphviz(chain).source
    assert source == vg.to_graphviz(chain.copy()).source
    assert source.count("->") >= len(chain.links)


def test_dot_reads_random_chains(program: Finder) -> None:
    """Random chains are read by ``dot`` without a warning."""

    @settings(max_examples=10)
    @given(chains())
    def check(chain: vg.ValueChain) -> None:
        read(program, vg.to_graphviz(chain, language="en").source)

    check()
