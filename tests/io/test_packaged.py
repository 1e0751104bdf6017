"""Files that come with the package are listed, read and asked for by their simple names."""

from __future__ import annotations

from pathlib import Path

import pytest

import valuegraph as vg
from valuegraph.io.packaged import PackagedFiles
from valuegraph.problems import Bilingual


@pytest.fixture
def fruits(tmp_path: Path) -> PackagedFiles:
    """Two files of one folder, and one beside them that is none."""
    folder = tmp_path / "fruits"
    folder.mkdir()
    for name in ("poire-verte.yaml", "abricot.yaml", "notes.txt"):
        (folder / name).write_text(f"nom: « {name} »\n", encoding="utf-8")
    return PackagedFiles(folder, Bilingual("le fruit", "the fruit"))


def test_files_are_listed_and_read_by_name(fruits: PackagedFiles) -> None:
    """Names come in the order of the alphabet; a text is that of its file."""
    assert fruits.names() == ("abricot", "poire-verte")
    assert fruits.text("abricot") == "nom: « abricot.yaml »\n"
    assert fruits.path("abricot") == str(fruits.folder / "abricot.yaml")


@pytest.mark.parametrize("name", ["abricots", "../fruits/abricot", "notes", "abricot.yaml", ""])
def test_a_name_that_none_has_is_answered_with_those_there_are(
    fruits: PackagedFiles, name: str
) -> None:
    """Text and path are refused in both languages, and nothing outside the folder is named."""
    for ask in (fruits.text, fruits.path):
        with pytest.raises(vg.OptionError) as refused:
            ask(name)
        (problem,) = refused.value.problems
        assert problem.code == "VG450"
        for language, option in (("fr", "le fruit"), ("en", "the fruit")):
            told = refused.value.problems.to_text(language)
            assert option in told
            assert "abricot, poire-verte" in told


@pytest.mark.parametrize(
    ("source", "joins", "simple"),
    [
        ("abricot", "-", True),
        ("poire-verte", "-", True),
        ("poire_verte", "-", False),
        ("poire_verte", "_-", True),
        ("prune", "-", True),
        ("a" * 5000, "-", True),
        ("ici", "-", False),
        ("perdu", "-", False),
        ("abricot.yaml", "-", False),
        ("./abricot", "-", False),
        ("Abricot", "-", False),
        ("pêche", "-", False),
        ("", "-", False),
        ("abricot\n", "-", False),
    ],
)
def test_a_simple_name_is_no_file_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, joins: str, simple: bool
) -> None:
    """Small letters alone ask for a packaged file, unless a file here, or a link, bears them."""
    monkeypatch.chdir(tmp_path)
    Path("ici").touch()
    Path("perdu").symlink_to("nowhere")
    files = PackagedFiles(tmp_path, Bilingual("le fruit", "the fruit"), joins)
    assert files.means_one(source) is simple
