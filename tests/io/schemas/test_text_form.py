"""The schema of the text form, judged by a validator nobody here wrote."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from strategies import chains

import valuegraph as vg
from valuegraph.io.documents.values import plain_data
from valuegraph.io.documents.writing import document_of
from valuegraph.io.json_text import read_json
from valuegraph.io.yaml.text import read_yaml
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problems

FOLDER = Path(__file__).parent.parent.parent / "broken"

SHAPES = {"VG201", "VG203", "VG204", "VG208", "VG209", "VG217", "VG220", "VG221", "VG231", "VG232"}
"""What is wrong with the shape of one place: a schema sees all of it."""

BETWEEN_PLACES = {"VG210", "VG213", "VG214", "VG215", "VG216", "VG219", "VG225", "VG226", "VG233"}
"""What is wrong between two places, which no schema sees."""

BY_PLACE = {"criterion-of-twice"}
"""A key that is wrong only inside another part."""


@cache
def validator(keys: str) -> Draft202012Validator:
    """Return the validator of one schema, itself checked."""
    schema = vg.json_schema(keys=keys)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(data: Any, keys: str = "all") -> list[str]:
    """Return what the schema has against plain data."""
    return [f"{fault.json_path}: {fault.message}" for fault in validator(keys).iter_errors(data)]


def data_of(path: Path) -> Any:
    """Return the plain data of a file, or nothing if it is no YAML or JSON at all."""
    try:
        read = read_json if path.suffix == ".json" else read_yaml
        tree, problems = read(path.read_text("utf-8"))
    except UnicodeError:
        return None
    return None if tree is None or Problems(problems).errors else plain_data(tree)


def broken() -> list[tuple[Path, set[str]]]:
    """Return the broken files that hold data, with the codes of what is wrong with them."""
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in (".yaml", ".json"))
    return [
        (path, {line.split()[0] for line in path.with_suffix(".expect").read_text().splitlines()})
        for path in files
        if data_of(path) is not None
    ]


@pytest.mark.parametrize("name", vg.example_names())
def test_every_example_conforms(name: str) -> None:
    """As its authors typed it, and as we write it in either language."""
    typed, _ = read_yaml(vg.example_text(name))
    assert typed is not None
    assert faults(plain_data(typed)) == []
    assert faults(json.loads(str(vg.write(vg.example(name), format="json"))), "en") == []


@settings(max_examples=60)
@given(chains(), st.sampled_from(["en", "fr"]))
def test_what_we_write_conforms(chain: ValueChain, keys: str) -> None:
    """Every chain that can be built, in both languages of keys, by both schemas that know it."""
    data = json.loads(json.dumps(document_of(chain, keys=keys)))
    assert faults(data, keys) == []
    assert faults(data, "all") == []


@pytest.mark.parametrize(("path", "codes"), broken(), ids=lambda value: getattr(value, "stem", ""))
def test_a_broken_file_is_refused_where_a_schema_can_see_it(path: Path, codes: set[str]) -> None:
    """Faults of shape are seen; files wrong only between places are let pass."""
    found = faults(data_of(path))
    if codes & SHAPES and path.stem.removeprefix("content-") not in BY_PLACE:
        assert found
    if codes <= BETWEEN_PLACES - {"VG219"}:
        assert found == []


def test_most_broken_files_with_data_are_refused() -> None:
    """The schema is worth having: it refuses more than four files in five with a wrong shape."""
    shapes = [path for path, codes in broken() if codes & SHAPES]
    assert len(shapes) >= 30
    assert sum(bool(faults(data_of(path))) for path in shapes) >= len(shapes) - len(BY_PLACE)


@pytest.mark.parametrize(
    "data",
    [
        {"activites": {}},
        {"resources": {"food": {"typ": "food"}}},
        {"links": [{"start": "a", "kind": "feeds"}]},
        {"links": [{"start": "a", "kind": "feed", "end": "b"}]},
        {"links": [{"start": "a", "kind": "feeds", "end": "b", "strength": 1.5}]},
        {"resources": {"food": {"amount": "much"}}},
        {"impacts": {"a b": "Bonds"}},
        {"impacts": {"chain": "Bonds"}},
        {"impacts": {"bonds": {"status": "sure"}}},
        {"evaluation": {"observations": [{"indicator": "a", "date": "2018"}]}},
        {"valuegraph": 2},
    ],
)
def test_what_is_wrong_is_refused(data: Any) -> None:
    """One fault of each sort, in a chain that is otherwise right."""
    assert faults(data)


def test_only_one_language_passes_where_one_was_asked_for() -> None:
    """A schema for French keys has no English ones, so that an editor proposes the right words."""
    assert faults({"ressources": {"a": {"nom": "A"}}}, "fr") == []
    assert faults({"resources": {"a": {"name": "A"}}}, "fr")
    assert faults({"ressources": {"a": {"nom": "A"}}}, "en")
    assert faults({"ressources": {"a": {"name": "A"}}}, "all") == []


def test_an_unknown_language_of_keys_is_refused() -> None:
    """The error names the languages that there are."""
    with pytest.raises(vg.OptionError, match="de"):
        vg.json_schema(keys="de")
