"""Any chain that can be built comes back whole, and conforms to the official shapes."""

from __future__ import annotations

import pytest
from cids_judges import graph_of, results_of
from hypothesis import given, settings
from strategies import chains

import valuegraph as vg


@settings(max_examples=8)
@given(chains())
def test_what_is_written_is_read_back(chain: vg.ValueChain) -> None:
    """Nothing is lost in either dialect, and nothing is set aside."""
    for format in ("cids", "cids-array"):
        text = vg.write(chain, format=format)
        again, notes = vg.read_with_notes(str(text), format=format)
        assert again == chain
        assert {link.id for link in again.links} == {link.id for link in chain.links}
        assert not [code for code in notes.codes() if code in ("VG670", "VG671", "VG672")]
        assert vg.write(again, format=format) == text


@settings(max_examples=6)
@given(chains())
def test_any_chain_conforms(chain: vg.ValueChain) -> None:
    """The official shapes have nothing against any chain, and no thing is without a name."""
    rdflib = pytest.importorskip("rdflib")
    graph = graph_of(str(vg.write(chain, format="cids")))
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]
    assert results_of(graph) == []
