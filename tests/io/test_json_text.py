"""JSON read to the same tree, with what people get wrong in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.io.json_text import read_json
from valuegraph.io.python_tree import tree_of
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
documents = st.dictionaries(st.text(), values, max_size=5)


def without_places(node: Node | None) -> Any:
    """Return a tree as plain data that says what was quoted."""
    if isinstance(node, Table):
        return {entry.key.text: without_places(entry.value) for entry in node}
    if isinstance(node, Listing):
        return [without_places(item) for item in node.items]
    return (node.text, node.quoted) if node else None


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong with a text."""
    return [problem.code for problem in read_json(text)[1]]


@given(documents, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_python_writes_is_read_as_python_would(
    data: dict[str, Any], indent: int | str | None, ascii_only: bool
) -> None:
    """The tree of a JSON text is the tree of the data it was written from."""
    tree, problems = read_json(json.dumps(data, indent=indent, ensure_ascii=ascii_only))
    assert problems == []
    assert without_places(tree) == without_places(tree_of(data)[0])


def test_every_key_and_value_has_its_line_and_column() -> None:
    """Places count from one."""
    tree, _ = read_json('{\n  "nom": "👍", "n": [12]\n}')
    assert tree == Table(
        (
            Entry(Scalar("nom", Place(2, 3), True), Scalar("👍", Place(2, 10), True)),
            Entry(
                Scalar("n", Place(2, 15), True),
                Listing((Scalar("12", Place(2, 21)),), Place(2, 20)),
            ),
        ),
        Place(1, 1),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": [1,], "b": 2,}', ["VG151", "VG151"]),
        ('{"a": 1 "b": ["2" "3"]}', ["VG159", "VG159"]),
        ('{"a": 1} // fin', ["VG152"]),
        ('/* début */ {"a": 1}', ["VG152"]),
        ("{'a': “b”, c: d}", ["VG154", "VG154", "VG154", "VG154"]),
        ('{"a": NaN, "b": [Infinity]}', ["VG153", "VG153"]),
        ('{"a": 01, "b": +1, "c": 1., "d": 1,5, "e": 2018-12-31}', ["VG157"] * 5),
        ('{"a": True, "b": None}', ["VG154", "VG154"]),
        ('{"a": "\\x41"}', ["VG156"]),
        ('{"a": "b}', ["VG155"]),
        ('{"a": "b\nc"}', ["VG155"]),
        ('{"a": {"b": [1', ["VG160"]),
        ('{"a": [1}', ["VG150"]),
        ('{"a" 1}', ["VG150"]),
        ('{"a": 1} {}', ["VG158"]),
        ('{"a": 1, "a": 2}', ["VG115"]),
        ('{"a": "\\ud83d"}', ["VG116"]),
        ('{"a": "\x01"}', ["VG108"]),
        ("[1]", ["VG114"]),
        (" \n", ["VG105"]),
        ("nom: x", ["VG150"]),
    ],
)
def test_each_mistake_has_its_own_words(text: str, expected: list[str]) -> None:
    """What can be passed over is, so that all mistakes come at once."""
    assert codes(text) == expected


def test_a_tab_inside_a_text_does_no_harm() -> None:
    """JSON wants it as a code; what was meant is clear."""
    assert without_places(read_json('{"a": "b\tc"}')[0]) == {"a": ("b\tc", True)}


@given(st.text("{}[]\",:\\ \n1a/*#'“né\t-.", max_size=40))
def test_any_text_gives_a_tree_or_a_reason(text: str) -> None:
    """Nothing is refused in silence."""
    tree, problems = read_json(text)
    assert tree is not None or problems


@given(st.text('{}[]",: \n1a', max_size=40))
def test_what_python_accepts_is_accepted(text: str) -> None:
    """A text that the standard reader takes for a mapping is no mistake, but for keys twice."""
    try:
        data = json.loads(text)
    except ValueError:
        return
    if isinstance(data, dict):
        assert set(codes(text)) <= {"VG115"}
