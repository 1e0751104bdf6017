"""Mermaid: Mermaid itself reads our texts, and finds in them what the chain says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hostile_labels import HOSTILE, hostile_chain, plain
from hypothesis import given, settings
from judges import found_by_mermaid
from strategies import chains

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.render.diagrams.mermaid import mermaid

Finder = Callable[[str], str]
Packages = Callable[[str], Path]


def text_of(chain: vg.ValueChain, language: str = "fr") -> str:
    """Return the chain's Mermaid text."""
    return mermaid(chain, language=language)


def test_mermaid_reads_every_example(program: Finder, node_package: Packages) -> None:
    """Every part is a box of the class of its kind, in its frame; every link an arrow."""
    node_package("mermaid")
    examples = [(vg.example(name), language) for name in EXAMPLES for language in ("fr", "en")]
    found = found_by_mermaid(program("node"), [text_of(*each) for each in examples])
    for (chain, language), read in zip(examples, found, strict=True):
        kinds = ("actor", "resource", "support", "activity", "output", "impact", "margin")
        expected = {
            (kind, plain(part.label(language))) for kind in kinds for part in chain.parts(kind)
        }
        boxes = {(box["classes"][0], plain(box["text"].split("\n")[0])) for box in read["boxes"]}
        assert expected <= boxes
        named = {(arrow["start"], arrow["end"]) for arrow in read["arrows"]}
        assert len(read["arrows"]) >= len(chain.links)
        ids = {box["id"] for box in read["boxes"]} | {frame["id"] for frame in read["frames"]}
        assert {end for ends in named for end in ends} <= ids
        assert plain(read["title"]["text"]) == plain(chain.about.text("name", language))
        assert read["description"]["text"]


def test_a_hypothesis_is_a_broken_line_that_says_so(
    program: Finder, node_package: Packages
) -> None:
    """What is not sure is dotted, and written; what is sure is neither."""
    node_package("mermaid")
    chain = vg.ValueChain("Chaîne")
    chain.add_resource("Temps", id="temps")
    chain.add_activity("Collecte", id="collecte", uses=["temps"])
    chain.add_impact("Lien", id="lien", of=[{"part": "collecte", "status": "hypothesis"}])
    [read] = found_by_mermaid(program("node"), [text_of(chain)])
    strokes = {arrow["text"]: arrow["stroke"] for arrow in read["arrows"]}
    assert strokes == {"": "normal", "à confirmer": "dotted"}


def test_circuits_stand_on_the_arrows(program: Finder, node_package: Packages) -> None:
    """A link says by which circuits it passes, and which of these are to be confirmed."""
    node_package("mermaid")
    chain = vg.ValueChain("Chaîne")
    chain.add_resource("Temps", id="temps")
    chain.add_activity(
        "Collecte",
        uses=["temps"],
        receives={"gift": "Dons", "market": "Achats ?"},
        gives={"gift": "Cessions"},
    )
    [read] = found_by_mermaid(program("node"), [text_of(chain)])
    assert [arrow["text"] for arrow in read["arrows"]] == [
        "Circuit du don, Circuit marchand (à confirmer)",
        "donne",
    ]
    loose = [box["text"] for box in read["boxes"] if box["classes"] == ["modality"]]
    assert loose == ["Cessions\nCircuit du don"]  # no link passes it: it is not lost


def test_hostile_labels_are_text(program: Finder, node_package: Packages) -> None:
    """Reserved words, comments, entities and markup come out as they were written."""
    node_package("mermaid")
    texts = [text_of(hostile_chain(), language) for language in ("fr", "en")]
    for read in found_by_mermaid(program("node"), texts):
        firsts = {plain(box["text"].split("\n")[0]) for box in read["boxes"]}
        assert {plain(label) for label in HOSTILE} <= firsts
        everything = [*read["boxes"], *read["arrows"], *read["frames"], read["title"]]
        assert {tag for each in everything for tag in each["tags"]} <= {"br"}
        assert read["clicks"] == 0
        assert plain(read["title"]["text"]) == HOSTILE[0]
        activities = [box for box in read["boxes"] if box["classes"] == ["activity"]]
        assert len(activities) == len(HOSTILE)


@settings(max_examples=20)
@given(chains())
def test_any_chain_is_one_text_of_safe_lines(chain: vg.ValueChain) -> None:
    """Whatever is drawn, each line is of a few known forms and every label is quoted."""
    for language in ("fr", "en"):
        lines = text_of(chain, language).splitlines()
        assert lines[0] == "flowchart LR"
        for line in lines[1:]:
            words = line.split()
            assert words[0].rstrip(":") in {
                "accTitle", "accDescr", "subgraph", "end", "classDef", "style", "linkStyle",
            } or words[0][0] in "ng", line  # fmt: skip
            if words[0][0] == "n":
                assert line.count('"') in (0, 2), line
            assert "%%" not in line
            assert "`" not in line


def test_mermaid_reads_random_chains(program: Finder, node_package: Packages) -> None:
    """Random chains, with their loops and loose modalities, are read by Mermaid."""
    node_package("mermaid")
    drawn: list[vg.ValueChain] = []

    @settings(max_examples=15)
    @given(chains())
    def gather(chain: vg.ValueChain) -> None:
        drawn.append(chain)

    gather()
    found = found_by_mermaid(program("node"), [text_of(chain) for chain in drawn])
    for chain, read in zip(drawn, found, strict=True):
        assert len([box for box in read["boxes"] if box["classes"] == ["actor"]]) == len(
            chain.actors
        )
        assert len(read["arrows"]) >= len(chain.links)
