"""Networks from two tables: the same as from a chain, and every complaint at once."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pandas as pd
import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from random_chains import tangled_chains

from valuegraph.analysis.mix import mix
from valuegraph.analysis.network import Network, network
from valuegraph.analysis.shares import shares
from valuegraph.analysis.through import through
from valuegraph.errors import ChainError, OptionError, UnknownPartError
from valuegraph.io.frames import to_frames
from valuegraph.model.chain import ValueChain

KINDS = ("actor", "resource", "activity", "support", "output", "impact", "margin", "modality")


def tables(chain: ValueChain) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Return a chain as columns of parts and of links."""
    parts = [part for part in chain.parts() if part.kind in KINDS]
    links = chain.links
    of_parts = {
        "id": [part.id for part in parts],
        "name": [part.name for part in parts],
        "kind": [part.kind for part in parts],
        "status": [part.status for part in parts],
        **{
            name: [getattr(part, name, None) for part in parts]
            for name in ("activity", "circuit", "way", "resources", "to")
        },
    }
    of_links = {
        name: [getattr(link, name) or None for link in links]
        for name in ("id", "start", "end", "kind", "status", "sign", "strength", "circuit")
    }
    return of_parts, of_links


def compiled(chain: ValueChain) -> Network:
    """Return the network of the tables of a chain."""
    parts, links = tables(chain)
    return network(parts=pd.DataFrame(parts), links=pd.DataFrame(links), language=chain.language)


def _arcs(one: Network) -> list[tuple[Any, ...]]:
    arcs = one.forward
    return sorted(
        (
            one.link_id(arcs.link[row]),
            *(one.id(part) for part in (arcs.start[row], arcs.end[row])),
            one.id(arcs.cell[row]) if arcs.cell[row] >= 0 else "",
            one.circuits[arcs.circuit[row]] if arcs.circuit[row] >= 0 else "",
            int(arcs.way[row]),
        )
        for row in range(len(arcs))
    )


@given(tangled_chains(signs=True, statuses=True, strengths="some"))
def test_tables_compile_as_the_chain_they_tell(chain: ValueChain) -> None:
    """Routing all links of a table at once gives the arcs of the chain, and the same shares."""
    of_chain, of_tables = network(chain), compiled(chain)
    assert _arcs(of_tables) == _arcs(of_chain)
    assert sorted(of_tables.ids(of_tables.accompanying.end)) == sorted(
        of_chain.ids(of_chain.accompanying.end)
    )
    for impact, expected in ((impact, shares(of_chain)[impact]) for impact in shares(of_chain)):
        assert shares(of_tables)[impact] == pytest.approx(dict(expected), abs=1e-12)
        assert dict(mix(of_tables).entry[impact]) == pytest.approx(
            dict(mix(of_chain).entry[impact]), abs=1e-12
        )


@settings(max_examples=15)
@given(tangled_chains(statuses=True, strengths="some"), st.booleans())
def test_the_tables_that_a_chain_is_written_in_are_read_as_they_are(
    chain: ValueChain, coded: bool
) -> None:
    """Frames, and Parquet with columns coded or not, give the same network as the chain."""
    chain.add_circuit("Troc")
    chain.add_question("Pourquoi ?")
    frames = to_frames(chain)
    frames["links"]["strength"] = pd.to_numeric(frames["links"]["strength"])
    read = {}
    for name in ("parts", "links"):
        kept = BytesIO()
        words = [one for one in ("id", "kind", "start", "end", "circuit") if one in frames[name]]
        told = frames[name].astype(dict.fromkeys(words, "category")) if coded else frames[name]
        told.to_parquet(kept)
        read[name] = pd.read_parquet(BytesIO(kept.getvalue()))
    for tables_ in (frames, read):
        found = network(parts=tables_["parts"], links=tables_["links"], language=chain.language)
        assert _arcs(found) == _arcs(network(chain))


def test_rows_that_are_passed_over_do_not_change_the_numbers_of_others() -> None:
    """A complaint names the row of the table as it was handed over."""
    parts = pd.DataFrame({"id": ["chain", "a", "q", "b"],
                          "kind": ["chain", "resource", "question", "cheese"]})  # fmt: skip
    with pytest.raises(ChainError, match=r"rows? 4"):
        network(parts=parts, links=pd.DataFrame(), language="en")


def test_whole_chain_supports_and_names_are_read() -> None:
    """A support of the whole chain reaches every activity; parts are found by their names."""
    chain = golden()
    of_tables = compiled(chain)
    assert shares(of_tables).accompanied["transition"] == {"rd": 1.0, "plateforme": 0.5}
    assert through(of_tables, "Bénévolat")["cohesion"] == pytest.approx(3 / 16)
    assert through(of_tables, "actor:Habitants")["cohesion"] == pytest.approx(1 / 2)
    assert "“Maraichers”" in shares(of_tables, by="actors").to_text("en")


@pytest.mark.parametrize("kind", ["numbers", "categories", "arrays"])
def test_ids_may_be_numbers_categories_or_arrays(kind: str) -> None:
    """However ids are stored, the answers are the same; links without an id get theirs."""
    parts, links = tables(golden())
    keep = [row for row, kind_ in enumerate(parts["kind"]) if kind_ != "modality"]
    ids = [parts["id"][row] for row in keep] + ["chain"]
    flows = [row for row, kind_ in enumerate(links["kind"]) if kind_ in ("feeds", "precedes",
             "contributes")]  # fmt: skip
    columns: dict[str, Any] = {name: [links[name][row] for row in flows] for name in
                               ("start", "end", "kind")}  # fmt: skip
    of_parts: dict[str, Any] = {"id": ids[:-1], "kind": [parts["kind"][row] for row in keep]}
    cohesion: object = "cohesion"
    if kind == "numbers":
        of_parts["id"] = np.arange(len(ids) - 1)
        for end in ("start", "end"):
            columns[end] = np.array([ids.index(part) for part in columns[end]])
        cohesion = ids.index("cohesion")
    elif kind == "categories":
        for end in ("start", "end"):
            columns[end] = pd.Categorical(columns[end], categories=ids[:-1])
        columns["kind"] = pd.Categorical(columns["kind"])
    else:
        columns = {name: np.array(values, dtype=object) for name, values in columns.items()}
    one = network(parts=of_parts, links=columns)
    found = shares(one, of=cohesion)
    assert sorted(found[str(cohesion)].values()) == pytest.approx([1 / 4, 3 / 8, 3 / 8])
    start = ids.index("alim") if kind == "numbers" else "alim"
    end = ids.index("coll") if kind == "numbers" else "coll"
    assert one.link_id(one.source.find(f"{start}-feeds-{end}").code) == f"{start}-feeds-{end}"
    assert found.to_dict()["digest"].startswith("sha256:")


@pytest.mark.parametrize("storage", ["python", "pyarrow"])
def test_ids_of_text_are_found_however_they_are_kept(storage: str) -> None:
    """Texts that pandas keeps as Arrow does are coded as Python's are, strangers told alike."""
    if storage == "pyarrow":
        pytest.importorskip("pyarrow")
    kept = pd.StringDtype(storage)
    parts = {"id": pd.Series(["blé", "é", "pain 🍞"], dtype=kept),
             "kind": ["resource", "activity", "impact"]}  # fmt: skip
    links = {"start": pd.Series(["blé", "é"], dtype=kept), "kind": ["feeds", "contributes"]}
    found = network(parts=parts, links={**links, "end": pd.Series(["é", "pain 🍞"], dtype=kept)})
    assert dict(shares(found)["pain 🍞"]) == {"blé": 1.0}
    for ends, problem in ((["é", "pain"], "VG574"), (["é", None], "VG572")):
        with pytest.raises(ChainError) as raised:
            network(parts=parts, links={**links, "end": pd.Series(ends, dtype=kept)})
        assert [one.code for one in raised.value.problems] == [problem]


def test_parallel_links_are_numbered() -> None:
    """Links without ids are called by their ends and kind, and counted where several agree."""
    one = network(
        parts={"id": ["r", "a"], "kind": ["resource", "activity"]},
        links={"start": ["r", "r"], "end": ["a", "a"], "kind": ["feeds", "alimente"]},
    )
    assert [one.link_id(link) for link in range(2)] == ["r-feeds-a", "r-feeds-a-2"]


PARTS: dict[str, list[Any]] = {
    "id": ["pain", "four", "liens"],
    "kind": ["resource", "activity", "impact"],
}
LINKS: dict[str, list[Any]] = {
    "start": ["pain", "four"],
    "end": ["four", "liens"],
    "kind": ["feeds", "contributes"],
}


@pytest.mark.parametrize(
    ("parts", "links", "codes"),
    [
        ({"id": ["pain", "pain", "liens"]}, {}, ["VG573"]),
        ({"id": ["pain", None, "liens"]}, {}, ["VG572"]),
        ({"kind": ["resource", "activite", "impact"]}, {}, ["VG575"]),
        ({"status": ["sure", None, None]}, {}, ["VG575"]),
        ({"kind": ["resource", "modality", "impact"]}, {}, ["VG572", "VG572", "VG572"]),
        ({"id": ["pain", "four"]}, {}, ["VG571"]),
        ({}, {"start": ["pian", "four"]}, ["VG574"]),
        ({}, {"end": ["four", None]}, ["VG572"]),
        ({}, {"kind": ["feeds", "feeds"]}, ["VG576"]),
        ({}, {"kind": ["feeds", "nourrit"]}, ["VG575"]),
        ({}, {"strength": [0.5, 1.5], "end": ["fuor", "liens"]}, ["VG574", "VG575"]),
        ({}, {"strength": [0.0, None]}, ["VG575"]),
        ({}, {"strength": [float("inf"), 1]}, ["VG575"]),
        ({}, {"strength": ["fort", 1]}, ["VG575"]),
        ({}, {"amount": [float("-inf"), 1]}, ["VG575"]),
        ({}, {"essential": ["peut-être", None]}, ["VG575"]),
        ({}, {"sign": ["moins", None]}, ["VG575"]),
    ],
)
def test_what_is_wrong_with_a_table_is_told_at_once(
    parts: dict[str, Any], links: dict[str, Any], codes: list[str]
) -> None:
    """Unknown ids, missing values, impossible words and numbers: all complaints come at once."""
    with pytest.raises(ChainError) as refused:
        network(parts={**PARTS, **parts}, links={**LINKS, **links})
    assert list(refused.value.problems.codes()) == codes


def test_unknown_ends_come_with_near_ones() -> None:
    """A complaint about an id names the column, and what was perhaps meant."""
    with pytest.raises(ChainError, match=r"start.*pian(.|\n)*pain"):
        network(parts=PARTS, links={**LINKS, "start": ["pian", "four"]})


def test_missing_columns_and_tables_are_named() -> None:
    """A table without a column it needs, and one table without the other."""
    with pytest.raises(ChainError, match="VG570"):
        network(parts={"id": ["pain"]}, links=LINKS)
    with pytest.raises(OptionError, match="VG577"):
        network(parts=PARTS)


def test_missing_numbers_are_unknown() -> None:
    """A missing strength stays unknown: a basis of strengths names the link that lacks one."""
    one = network(parts=PARTS, links={**LINKS, "strength": [float("nan"), 0.5]})
    with pytest.raises(ChainError) as refused:
        shares(one, basis="strength")
    assert refused.value.problems[0].values["ids"] == ["pain-feeds-four"]


def test_unknown_parts_of_a_table_come_with_near_ones() -> None:
    """Asking a network of tables for an unknown part says what was perhaps meant."""
    one = network(parts=PARTS, links=LINKS)
    with pytest.raises(UnknownPartError, match="liens"):
        shares(one, of="lien")
    named = network(parts={**PARTS, "name": ["Pain", "pain", "Pain"]}, links=LINKS)
    with pytest.raises(UnknownPartError, match="VG214"):
        shares(named, of="PAIN")
