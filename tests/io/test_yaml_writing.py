"""Plain data written as YAML that reads aloud, and comes back the same everywhere."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from valuegraph.errors import FileFormatError
from valuegraph.io.marks import Bare, InlineList, InlineTable
from valuegraph.io.tree import Listing, Node, Table
from valuegraph.io.yaml.quoting import quoted
from valuegraph.io.yaml.text import read_yaml
from valuegraph.io.yaml.writing import yaml_of

SIGNS = " :#-?&*!|>'\"%@`[]{},~=<\n\t\r\\0123456789eE.+_nNoOyYà«»"
ODD_SIGNS = "\x85\u2028\u2029\ufeff\u00a0\x00"
texts = st.text(st.sampled_from(SIGNS + ODD_SIGNS) | st.characters(exclude_categories=("Cs",)))
short_keys = st.text("abcé_12", min_size=1, max_size=8)
usual_texts = st.text(
    st.sampled_from(SIGNS) | st.characters(categories=("L", "N", "P", "S")), max_size=40
)


def data_of(
    keys: st.SearchStrategy[str], one: st.SearchStrategy[str]
) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of mappings, lists and texts."""
    return st.dictionaries(
        keys,
        st.recursive(
            one,
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(keys, inner, max_size=3)
                | st.lists(inner, max_size=3).map(InlineList)
                | st.dictionaries(keys, inner, max_size=3).map(InlineTable)
            ),
            max_leaves=8,
        ),
        min_size=1,
        max_size=4,
    )


data_of_texts = data_of(texts, texts)


def plain(node: Node | None) -> Any:
    """Return a tree of texts as plain data."""
    if isinstance(node, Table):
        return {entry.key.text: plain(entry.value) for entry in node}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.text if node else None


def ordinary(data: Any) -> Any:
    """Return data without our marks."""
    if isinstance(data, dict):
        return {key: ordinary(item) for key, item in data.items()}
    return [ordinary(item) for item in data] if isinstance(data, list) else data


@given(data_of_texts)
@example({"a": ["nom:x", "-x", "http://x"], "nom:": "nom:x"})
@example({"a": "x\n", "b": {"c": "x\n\ny", "d": ["x\ny", " x\ny", "x\n\n"]}})
def test_what_is_written_is_read_exactly(data: dict[str, Any]) -> None:
    """Every text, key and list comes back as it was, without a note."""
    tree, problems = read_yaml(yaml_of(data))
    assert problems == []
    assert plain(tree) == data


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@given(data=data_of_texts)
@example(data={"no": "no", "on": "1:30", "~": "=", "<<": "0o17", "x": ["y", ".5", "1_000"]})
def test_other_tools_read_the_same_texts(version: str, data: dict[str, Any]) -> None:
    """No text becomes a number, a date, yes or no for a reader of YAML 1.1 or 1.2."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    assert yaml.load(yaml_of(data)) == data


@given(data_of(short_keys, usual_texts), st.integers(20, 120))
def test_what_another_tool_writes_is_read(data: dict[str, Any], width: int) -> None:
    """Folded lines, blocks and codes as ruamel writes them give the same texts."""
    yaml = YAML(pure=True)
    yaml.width = width
    stream = StringIO()
    yaml.dump(ordinary(data), stream)
    tree, problems = read_yaml(stream.getvalue())
    assert problems == []
    assert plain(tree) == data


def test_a_chain_reads_aloud() -> None:
    """Two spaces a level, lists of ids on one line, quotes only where needed."""
    data = {
        "name": "La Conserverie",
        "language": "fr",
        "resources": {"surplus": "Surplus & invendus", "argent": {"name": "Argent : 500 €"}},
        "activities": {
            "collecte": {
                "uses": ["surplus", "argent"],
                "actions": ["Repérer les besoins", "no"],
                "in_return": InlineTable(what="monnaie-temps", amount="2 h"),
                "description": "Deux fois\npar semaine",
                "date": Bare("2018-12-31"),
            }
        },
        "links": [{"start": "a", "strength": 0.4, "essential": True, "delay": None}],
        "extra": {"vide": {}, "rien": []},
    }
    assert (
        yaml_of(data)
        == """\
name: La Conserverie
language: fr

resources:
  surplus: Surplus & invendus
  argent:
    name: "Argent : 500 €"

activities:
  collecte:
    uses: [surplus, argent]
    actions:
      - Repérer les besoins
      - "no"
    in_return: {what: monnaie-temps, amount: 2 h}
    description: |-
      Deux fois
      par semaine
    date: 2018-12-31

links:
  - start: a
    strength: 0.4
    essential: true
    delay: null

extra:
  vide: {}
  rien: []
"""
    )


def test_no_line_is_ever_folded() -> None:
    """A long text stays on its line."""
    text = "mot " * 500 + "fin"
    assert yaml_of({"nom": text}) == f"nom: {text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Le coin", '"Le coin"'),
        ('Le "Bon" coin', "'Le \"Bon\" coin'"),
        ("C:\\a", "'C:\\a'"),
        ('l\'eau "pure"', "'l''eau \"pure\"'"),
        ('"a"\n', '"\\"a\\"\\n"'),
        ("\x00\x85\u2028", '"\\0\\x85\\u2028"'),
    ],
)
def test_the_quotes_are_those_that_leave_the_text_readable(text: str, written: str) -> None:
    """Double quotes, unless the text holds some."""
    assert quoted(text) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
@example(1e-7)
def test_a_number_is_a_number_for_every_reader(number: float) -> None:
    """YAML 1.1 and 1.2 give the same number back."""
    for version in ("1.1", "1.2"):
        yaml = YAML(typ="safe", pure=True)
        yaml.version = version
        assert yaml.load(yaml_of({"a": number})) == {"a": number}


def test_a_key_too_long_for_yaml_is_refused() -> None:
    """Better no file than one that cannot be read."""
    with pytest.raises(FileFormatError) as caught:
        yaml_of({"k" * 1100: "x"})
    assert caught.value.problems.codes() == ("VG173",)
