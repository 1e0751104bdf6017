"""A Python mapping becomes the tree that the same thing typed would give."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from valuegraph.io.python_tree import tree_of
from valuegraph.io.tree import Entry, Listing, Scalar, Table


class Colour(StrEnum):
    """A text of a program's own."""

    RED = "rouge"


def test_texts_are_quoted_and_the_rest_is_as_typed() -> None:
    """What is a text in Python is a text; numbers, truth and nothing are what people type."""
    data = {"a": "no", "b": 12, "c": 0.4, "d": True, "e": None, "f": Decimal("1.50"), 2018: ("x",)}
    assert tree_of(data) == (
        Table(
            (
                _entry("a", Scalar("no", quoted=True)),
                _entry("b", Scalar("12")),
                _entry("c", Scalar("0.4")),
                _entry("d", Scalar("true")),
                _entry("e", Scalar("null")),
                _entry("f", Scalar("1.50")),
                Entry(Scalar("2018"), Listing((Scalar("x", quoted=True),))),
            )
        ),
        [],
    )


def _entry(key: str, value: Scalar) -> Entry:
    return Entry(Scalar(key, quoted=True), value)


def test_a_text_of_another_class_is_its_text() -> None:
    """Members of text enumerations are read as what they stand for."""
    tree, _ = tree_of({"a": Colour.RED})
    assert tree == Table((_entry("a", Scalar("rouge", quoted=True)),))


@pytest.mark.parametrize(
    ("value", "type_name"),
    [({1, 2}, "set"), (b"x", "bytes"), (datetime.date(2018, 1, 1), "date"), (object(), "object")],
)
def test_another_type_is_told_with_the_keys_that_lead_to_it(value: object, type_name: str) -> None:
    """The path names keys, and items by their number; the id is that of the part."""
    data: dict[str, Any] = {"activities": {"tri": {"extra": {"dates": ["x", value]}}}}
    _, (problem,) = tree_of(data)
    assert (problem.code, problem.where.id, problem.values["type"]) == ("VG117", "tri", type_name)
    assert "activities > tri > extra > dates > [2]" in problem.message("fr")


@pytest.mark.parametrize("key", [None, True, (1, 2)])
def test_a_key_that_is_no_text_or_number_is_told(key: object) -> None:
    """As YAML readers make of ``on:``, which becomes ``True``."""
    _, problems = tree_of({"a": {key: 1}})
    assert [problem.code for problem in problems] == ["VG117"]


def test_keys_that_become_the_same_text_are_told() -> None:
    """1 and "1" are two keys in Python, and one in a file."""
    _, problems = tree_of({1: "a", "1": "b"})
    assert [problem.code for problem in problems] == ["VG115"]
