"""The page of our own terms says every term that is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cids_judges import evaluated
from official_files import shared

import valuegraph as vg
from valuegraph.io.cids.names import full
from valuegraph.io.cids.standard_links import LINKS_SAID
from valuegraph.io.cids.terms import CLASSES, STANDARD_CLASSES, keys_of
from valuegraph.model.link import LINK_KINDS

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"


@pytest.mark.parametrize("page", ["linked-data-terms.md", "termes-donnees-liees.md"])
def test_each_term_that_is_written_is_on_the_page(page: str) -> None:
    """No class and no property of ours goes out without its line, in either language."""
    told = set(re.findall(r"`(vg:\w+)`", (REFERENCE / page).read_text("utf-8")))
    circuits = {"vg:gift", "vg:local_exchange", "vg:market", "vg:redistribution"}
    written = set(re.findall(r'"(vg:\w+)"', str(vg.write(evaluated(), format="cids"))))
    assert written - circuits <= told
    assert set(CLASSES.values()) <= told
    assert {iri.rpartition(":")[2] for place in CLASSES for iri in keys_of(place).values()} <= {
        name.removeprefix("vg:") for name in told
    }


def test_each_term_of_the_standard_is_in_its_ontology() -> None:
    """Classes and properties that we write or read exist in the official file."""
    rdflib = pytest.importorskip("rdflib")
    ontology = rdflib.Graph().parse(shared("cids/cids.ttl"))
    known = {str(node) for node in ontology.all_nodes()}
    data = json.loads(str(vg.write(evaluated(), format="cids")))
    names = {name for node in data["@graph"] for name in node if name.startswith("cids:")}
    names |= {said.predicate for several in LINKS_SAID.values() for said in several}
    names |= set(STANDARD_CLASSES.values())
    missing = sorted(name for name in names if full(name) not in known)
    assert missing == []


def test_every_property_joins_parts_that_its_link_may_join() -> None:
    """No line of the table is about parts between which there is no such link."""
    for code, several in LINKS_SAID.items():
        for said in several:
            assert said.starts <= LINK_KINDS[code].starts
            assert said.ends <= LINK_KINDS[code].ends
