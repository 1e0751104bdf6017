"""What is written into tables is read back: every chain that can be built, in each of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Link


def links_by_id(chain: ValueChain) -> dict[str, Link]:
    """Return the links with their ids, which equality of chains leaves aside."""
    return {link.id: link for link in chain.links}


@pytest.mark.parametrize("code", ["xlsx", "ods", "csv", "parquet"])
@settings(max_examples=25, deadline=None)
@given(chain=chains(), keys=st.sampled_from(["en", "fr"]))
def test_reading_what_is_written_gives_an_equal_chain(
    code: str, chain: ValueChain, keys: str
) -> None:
    """Nothing is lost, nothing is added, and links keep their ids, with headings in French too."""
    with tempfile.TemporaryDirectory() as folder:
        target = f"{folder}/{'tables/' if code in ('csv', 'parquet') else f'chain.{code}'}"
        vg.write(chain, target, format=code, keys=keys)
        again, found = vg.read_with_notes(Path(target))
    assert again == chain
    assert links_by_id(again) == links_by_id(chain)
    assert {problem.code for problem in found} <= {"VG240"}
