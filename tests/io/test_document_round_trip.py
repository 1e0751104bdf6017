"""What is written is read back: every chain that can be built, in both languages of keys."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import chains

from valuegraph.io.document import read_document
from valuegraph.io.document_writing import document_of
from valuegraph.io.python_tree import tree_of
from valuegraph.model.chain import ValueChain


def read(data: dict[str, Any]) -> ValueChain:
    """Return the chain of plain data, which must be read without any error."""
    tree, problems = tree_of(data)
    assert problems == []
    assert tree is not None
    chain, found = read_document(tree)
    assert chain is not None, "\n".join(map(str, found))
    return chain


@settings(max_examples=150)
@given(chains(), st.sampled_from(["en", "fr"]))
def test_reading_what_is_written_gives_an_equal_chain(chain: ValueChain, keys: str) -> None:
    """Nothing is lost and nothing is added, with keys in either language."""
    again = read(document_of(chain, keys=keys))
    assert again == chain
