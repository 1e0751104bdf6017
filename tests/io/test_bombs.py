"""Files made to hurt: each is met with one clear error, without going deep or growing."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import valuegraph as vg
from valuegraph.io.loading import MAX_FILE_BYTES
from valuegraph.io.tree_building import MAX_DEPTH, MAX_PROBLEMS

DEEP = 100_000
NESTED = {
    "yaml lists on one line": "nom: " + "[" * DEEP,
    "yaml lists on many lines": "nom: " + "[\n" * DEEP,
    "yaml mappings on one line": "{a: " * DEEP,
    "yaml dashes": "- " * DEEP,
    "yaml keys that are keys": "? " * DEEP,
    "yaml lines": "".join(" " * depth + "a:\n" for depth in range(1000)),
    "json lists": '{"a":' + "[" * DEEP,
    "json mappings": '{"a":' * DEEP,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_what_is_nested_too_deep_is_not_read(text: str) -> None:
    """A hundred thousand levels are refused after the first fifty."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(text + "\n")
    assert caught.value.problems.codes() == ("VG111",)
    assert str(MAX_DEPTH) in str(caught.value)


def test_aliases_are_never_followed() -> None:
    """A text that would grow to a thousand million items by its aliases is only refused."""
    levels = [f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 10)]
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read("b0: &b0 [x]\n" + "".join(levels))
    assert {"VG123", "VG124"} <= set(caught.value.problems.codes())


def test_a_file_with_a_thousand_mistakes_tells_the_first_hundreds() -> None:
    """The list of mistakes is bounded, and says that it is."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read("nom: Collecte\n" * 100_000)
    codes = caught.value.problems.codes()
    assert codes.count("VG115") == MAX_PROBLEMS
    assert codes.count("VG113") == 1


@pytest.mark.parametrize("text", ["a:\n" + "- x\n" * 150_000, '{"a": [' + "1," * 150_000])
def test_a_file_with_very_many_items_is_not_read_to_its_end(text: str) -> None:
    """Reading stops at the bound of items and says so."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(text)
    assert "VG112" in caught.value.problems.codes()


def test_data_that_contains_itself_is_refused() -> None:
    """A Python mapping with itself inside is as deep as can be."""
    data: dict[str, Any] = {"name": "x"}
    data["extra"] = data
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(data)
    assert caught.value.problems.codes() == ("VG111",)


def test_data_that_shares_itself_is_bounded() -> None:
    """A small Python mapping that would be written as millions of lines is refused."""
    shared: list[Any] = ["x"]
    for _ in range(20):
        shared = [shared] * 4
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read({"name": "x", "extra": {"a": shared}})
    assert caught.value.problems.codes() == ("VG112",)


SOURCES: dict[str, Callable[[bytes, Path], Any]] = {
    "a path": lambda data, path: path.write_bytes(data) and path,
    "bytes": lambda data, path: data,
    "a text": lambda data, path: data.decode(),
    "a stream of bytes": lambda data, path: io.BytesIO(data),
    "a stream of text": lambda data, path: io.StringIO(data.decode()),
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_file_that_is_too_large_is_not_read(
    source: Callable[[bytes, Path], Any], tmp_path: Path
) -> None:
    """Beyond the stated size nothing is read, wherever it comes from."""
    data = b"nom: Collecte\n" + b"#" * MAX_FILE_BYTES
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(source(data, tmp_path / "grand.yaml"))
    assert caught.value.problems.codes() == ("VG104",)
    assert "5 Mo" in str(caught.value)
