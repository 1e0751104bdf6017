"""One table of formats: what it says is what reading and writing do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import run

import valuegraph as vg
from valuegraph.io.formats import FORMATS, Format, told_losses
from valuegraph.io.losses import losses_of
from valuegraph.problems import Bilingual

CHAIN = vg.example("conserverie")
WRITTEN = [code for code, one in FORMATS.items() if one.write]


@pytest.mark.parametrize("code", WRITTEN)
def test_a_format_without_losses_reads_back_what_it_writes(code: str, tmp_path: Path) -> None:
    """Each row that says “lossless” is, for an example, in each of its languages."""
    one = FORMATS[code]
    if one.lost.en or one.read is None:
        pytest.skip(f"{code} says that it loses something")
    for keys in one.keys:
        for name in one.endings or ("/",):
            target = f"{tmp_path}/{code}-{keys}{name}"
            report = vg.write(CHAIN, target, format=code, keys=keys, report=True)
            assert vg.read(Path(target), format=code) == CHAIN
            assert len(report) == 0


@pytest.mark.parametrize("code", WRITTEN)
def test_the_same_chain_gives_the_same_bytes(code: str) -> None:
    """Nothing in a file is dated, random or dependent on the order of a hash."""
    assert vg.write(CHAIN, format=code) == vg.write(vg.example("conserverie"), format=code)


def test_the_table_is_told_in_both_languages() -> None:
    """Each format has its name, endings and losses as text, as plain data and as a table."""
    table = vg.formats()
    assert [row["format"] for row in table.to_dict()] == list(FORMATS)
    json.dumps(table.to_dict())
    assert len(table.to_frame("en")) == len(FORMATS)
    for code, one in FORMATS.items():
        assert code in table.to_text("fr")
        assert one.name.en in table.to_text("en")
        assert one.name.fr in str(table)
    assert run("formats", "--language", "en").output.strip() == table.to_text("en")


def test_every_format_is_named_in_both_languages() -> None:
    """No name and no loss is told in one language only, and no ending belongs to two formats."""
    for one in FORMATS.values():
        assert one.name.fr
        assert one.name.en
        assert bool(one.lost.fr) is bool(one.lost.en)
        assert (one.read or one.carries) or one.write
    endings = [ending for one in FORMATS.values() for ending in one.endings]
    assert len(endings) == len(set(endings))


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    """Reading and writing name the formats that are possible."""
    with pytest.raises(vg.OptionError, match="yaml, json"):
        vg.read("nom: x", format="xml")
    with pytest.raises(vg.OptionError, match="yaml, json"):
        vg.write(CHAIN, format="xml")


def test_a_format_may_be_said_where_the_ending_does_not(tmp_path: Path) -> None:
    """A file without a telling ending is read as what it is said to be."""
    file = tmp_path / "chaîne.txt"
    file.write_text(str(vg.write(CHAIN, format="json")), "utf-8")
    assert vg.read(file, format="json") == CHAIN


def test_what_a_format_cannot_hold_is_told_part_by_part() -> None:
    """Whole parts, keys of parts and translations each have their line, with the part's id."""
    chain = vg.ValueChain("Un jardin", language="fr")
    compost = chain.add_resource("Compost", type="natural", group="Terre")
    plot = chain.add_activity("Potager", uses=[compost])
    chain.change(plot, translations={"en": {"name": "Plot"}})
    kept = {"chain": ("name",), "resource": ("name", "group"), "activity": ("name",)}
    format_ = Format(Bilingual("liste", "list"), (".list",), write=lambda *_: "",
                     losses=lambda chain: losses_of(chain, kept))  # fmt: skip
    told = {problem.where.id: problem for problem in told_losses(chain, format_)}
    assert told["compost"].code == "VG601"
    assert "type" in told["compost"].message("en")
    assert "group" not in told["compost"].message("en")
    assert "traductions" in told["potager"].message("fr")
    assert told["compost-feeds-potager"].code == "VG600"
    assert "list" in told["compost-feeds-potager"].message("en")


def test_converting_tells_what_was_written(tmp_path: Path) -> None:
    """The command prints nothing of losses where there are none."""
    file = tmp_path / "a.yaml"
    vg.write(CHAIN, file)
    done = run("convert", str(file), str(tmp_path / "b.json"), "--language", "en")
    assert done.exit_code == 0
    assert "left out" not in done.output
