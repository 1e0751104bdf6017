"""Reading from anything, writing to files: which format, which language, which error."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import valuegraph as vg
from valuegraph.io.files import read_with_notes
from valuegraph.io.loading import is_path

TEXT = "valuegraph: 1\nnom: La Conserverie\nlangue: fr\nactivités:\n  tri: Tri\n"
JSON = '{"valuegraph": 1, "name": "La Conserverie", "language": "fr", "activities": {"tri": "Tri"}}'
CHAIN = vg.read(TEXT)


def test_a_chain_is_read_from_anything(tmp_path: Path) -> None:
    """A path, a text, bytes, a stream and a mapping give equal chains."""
    yaml, other = tmp_path / "chaîne.yaml", tmp_path / "chaîne.json"
    yaml.write_text(TEXT, "utf-8")
    other.write_text(JSON, "utf-8")
    with yaml.open("rb") as stream, other.open(encoding="utf-8") as text_stream:
        sources: list[Any] = [yaml, str(yaml), other, TEXT, TEXT.encode(), bytearray(TEXT.encode())]
        sources += [JSON, JSON.encode(), json.loads(JSON), io.BytesIO(TEXT.encode())]
        sources += [io.StringIO(JSON), stream, text_stream]
        for source in sources:
            assert vg.read(source) == CHAIN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("chaîne.yaml", True),
        ("nom: chaîne.YML", True),
        ("C:\\Documents\\chaîne.txt", True),
        ("Ma chaîne", True),
        ("dossier/chaîne", True),
        ("nom: Ma chaîne", False),
        (" nom: Ma chaîne", False),
        ('{"name": "x"}', False),
        ("nom:", False),
        ("", False),
        ("nom: a\nfin.yaml", False),
        ("x" * 5000, False),
    ],
)
def test_a_text_on_one_line_that_looks_like_a_path_is_one(source: str, expected: bool) -> None:
    """What was meant as a path is never read as a text."""
    assert is_path(source, (".yaml", ".yml", ".json")) is expected


def test_a_file_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    """The error fits the builtin, and asks about a file with nearly the same name."""
    (tmp_path / "conserverie.yaml").write_text(TEXT, "utf-8")
    with pytest.raises(
        vg.FileAccessError, match=r"Vouliez-vous dire : conserverie\.yaml"
    ) as caught:
        vg.read(str(tmp_path / "conservrie.yaml"))
    assert isinstance(caught.value, OSError)
    assert caught.value.problems.codes() == ("VG101",)


def test_a_folder_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    """Each in its own words."""
    with pytest.raises(vg.FileAccessError) as caught:
        vg.read(tmp_path)
    assert caught.value.problems.codes() == ("VG102",)
    with pytest.raises(vg.FileAccessError, match="dossier"):
        vg.read(tmp_path / "absent" / "a.yaml")


def test_problems_name_the_file_as_the_caller_did(tmp_path: Path) -> None:
    """The path as it was given, or the name the caller prefers."""
    path = tmp_path / "a.yaml"
    path.write_text("nom: a : b\n", "utf-8")
    for name, told in ((None, str(path)), ("envoi.yaml", "envoi.yaml")):
        with pytest.raises(vg.FileFormatError) as caught:
            vg.read(path, name=name)
        assert [problem.where.file for problem in caught.value.problems] == [told]


def test_the_name_says_the_format() -> None:
    """A JSON text called so is read as JSON, with the mistakes of JSON."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(b'{name: "x"}', name="envoi.json")
    assert caught.value.problems.codes() == ("VG154",)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("language: en\nname: a : b\n", None, "en"),
        ("langue: fr\nname: a : b\n", "en", "fr"),
        ("name: a : b\n", "en", "en"),
        ("name: a : b\n", None, "fr"),
        ("? [\nlanguage: en\n", None, "en"),
    ],
)
def test_problems_are_told_in_the_language_of_the_file(
    text: str, language: str | None, told: str
) -> None:
    """Its own language, else the one asked for, else French."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(text, language=language)
    assert caught.value.problems.language == told
    assert ("error" in str(caught.value)) == (told == "en")


def test_mistakes_of_writing_and_of_content_come_together() -> None:
    """A line put right does not hide what is wrong elsewhere."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read("nom: a : b\nactivités:\n  tri:\n    utilise: [absent]\n")
    assert {problem.where.line for problem in caught.value.problems.errors} == {1, 4}


def test_notes_do_not_keep_a_chain_from_being_read() -> None:
    """They come beside it."""
    chain, problems = read_with_notes(TEXT.replace("tri: Tri", "tri: Tri #2"))
    assert chain == CHAIN
    assert problems.codes() == ("VG131",)


def test_text_that_lost_its_letters_is_read_with_a_warning() -> None:
    """The person may still want to see what is there."""
    _, problems = read_with_notes(TEXT.replace("Tri", "ActivitÃ©"))
    assert problems.codes() == ("VG109",)


def test_a_stream_in_another_encoding_is_told(tmp_path: Path) -> None:
    """A text stream that cannot decode its bytes is no other error than the bytes."""
    path = tmp_path / "a.yaml"
    path.write_bytes("nom: é".encode("latin-1"))
    with path.open(encoding="utf-8") as stream, pytest.raises(vg.FileFormatError) as caught:
        vg.read(stream)
    assert caught.value.problems.codes() == ("VG106",)


@pytest.mark.parametrize("source", [None, 12, ["a"], [("a", 1)]])
def test_what_is_no_source_is_a_mistake_of_the_program(source: Any) -> None:
    """A list or a number is not described by a problem: the caller has a bug."""
    with pytest.raises(TypeError):
        vg.read(source)


@pytest.mark.parametrize("keys", ["en", "fr"])
@pytest.mark.parametrize("ending", ["yaml", "yml", "json", "YAML"])
def test_what_is_written_is_read(keys: str, ending: str, tmp_path: Path) -> None:
    """Each ending and each language of keys gives an equal chain back."""
    path = tmp_path / f"chaîne.{ending}"
    assert vg.write(CHAIN, path, keys=keys) is None
    assert vg.read(path) == CHAIN


def test_a_text_is_given_without_a_target() -> None:
    """YAML with English keys, unless asked otherwise; JSON is always English."""
    assert vg.read(vg.write(CHAIN)) == CHAIN  # type: ignore[arg-type]
    assert "activités:" in str(vg.write(CHAIN, keys="fr"))
    written = vg.write(CHAIN, format="json", keys="fr")
    assert json.loads(str(written))["activities"] == {"tri": "Tri"}
    assert str(written).endswith("}\n")


def test_a_format_of_the_hosts_own_is_used(tmp_path: Path) -> None:
    """A function makes the text or the bytes, whatever the ending."""
    assert vg.write(CHAIN, format=lambda chain: chain.name) == "La Conserverie"
    vg.write(CHAIN, tmp_path / "a.txt", format=lambda chain: chain.name.encode())
    assert (tmp_path / "a.txt").read_bytes() == b"La Conserverie"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"target": "a.txt"}, "VG451"),
        ({"target": "a"}, "VG451"),
        ({"format": "xml"}, "VG450"),
        ({"keys": "de"}, "VG450"),
    ],
)
def test_an_unknown_option_names_the_allowed_ones(options: dict[str, Any], code: str) -> None:
    """Nothing is written then."""
    with pytest.raises(vg.OptionError) as caught:
        vg.write(CHAIN, **options)
    assert caught.value.problems.codes() == (code,)
    assert "json" in str(caught.value) or "fr" in str(caught.value)
