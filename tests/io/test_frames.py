"""A chain as data frames: nothing is lost, and the tables go straight into a network."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.model.chain import ValueChain

FOR_NETWORKS = ["resource", "support", "activity", "output", "impact", "margin", "actor",
                "modality"]  # fmt: skip


@settings(max_examples=25)
@given(chains())
def test_the_frames_of_a_chain_give_an_equal_chain(chain: ValueChain) -> None:
    """Every chain that can be built, through the tables and back."""
    assert vg.from_frames(vg.to_frames(chain)) == chain


@pytest.mark.parametrize("name", vg.example_names())
def test_a_network_is_made_of_the_tables_without_an_object_a_link(name: str) -> None:
    """The shares of the tables are those of the chain."""
    chain = vg.example(name)
    frames = vg.to_frames(chain)
    parts = frames["parts"]
    network = vg.network(
        parts=parts[parts["kind"].isin(FOR_NETWORKS)], links=frames["links"], language="fr"
    )
    ours = vg.shares(chain).to_frame()
    theirs = vg.shares(network).to_frame()
    columns = ["impact", "origin", "share"]
    pd.testing.assert_frame_equal(
        ours[columns].sort_values(columns).reset_index(drop=True),
        theirs[columns].sort_values(columns).reset_index(drop=True),
    )


def test_the_parquet_files_are_the_same_tables(tmp_path: Path) -> None:
    """Read by pandas they are the frames; the network of the files has the same shares."""
    chain = vg.example("conserverie")
    vg.write(chain, tmp_path, format="parquet")
    frames = vg.to_frames(chain)
    for name, frame in frames.items():
        again = pd.read_parquet(tmp_path / f"{name}.parquet")
        assert list(again.columns) == list(frame.columns)
        assert len(again) == len(frame)
    assert vg.read(tmp_path) == chain
    (tmp_path / "links.parquet").write_bytes(b"PAR1 damaged")
    with pytest.raises(vg.FileFormatError, match=r"links\.parquet"):
        vg.read(tmp_path)


def test_tables_of_ones_own_are_read_and_complained_of_by_cell() -> None:
    """Two tables do; a mistake is told with its table, its row and its column."""
    parts = pd.DataFrame({"id": ["eau", "potager"], "kind": ["resource", "activity"]})
    links = pd.DataFrame({"start": ["eau"], "kind": ["feeds"], "end": ["potager"],
                          "strength": [0.5]})  # fmt: skip
    (link,) = vg.from_frames(parts=parts, links=links).links
    assert link.strength == 0.5
    links.loc[0, "end"] = "verger"
    parts.loc[2] = ["x", "thing"]
    with pytest.raises(vg.FileFormatError) as caught:
        vg.from_frames(parts=parts, links=links)
    places = {(one.where.sheet, one.where.line, one.where.column) for one in caught.value.problems}
    assert places == {("links", 2, 3), ("parts", 4, 2)}


def test_missing_values_of_every_library_are_nothing() -> None:
    """NaN, NA, NaT and None are empty cells."""
    text = "id,kind,name,status\neau,resource,,\n"
    parts = pd.read_csv(io.StringIO(text))
    parts["status"] = pd.array([pd.NA], dtype="string")
    (water,) = vg.from_frames(parts=parts).resources
    assert (water.id, water.name, water.status) == ("eau", "", None)
