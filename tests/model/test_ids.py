"""Ids: slugs of names, legal characters, reserved words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.model.ids import RESERVED, free_slug, is_legal, numbered, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maraîchers locaux", "maraichers_locaux"),
        ("Œuvre & cœur", "oeuvre_coeur"),
        ("  R&D territoriale ", "r_d_territoriale"),
        ("社会", "社会"),
        ("???", "part"),
    ],
)
def test_slugs_are_plain_and_readable(name: str, expected: str) -> None:
    """A name becomes lower-case letters without accents, joined by underscores."""
    assert slug(name) == expected


@given(st.text(max_size=500))
def test_every_name_gives_a_legal_free_id(name: str) -> None:
    """Whatever the name, its id is legal, not reserved and not taken."""
    first = free_slug(name, set())
    second = free_slug(name, {first})
    assert is_legal(first)
    assert is_legal(second)
    assert first not in RESERVED
    assert first != second


@pytest.mark.parametrize("text", ["", "a b", "collecte.gift", "circuit:gift", "-a", "a" * 101])
def test_what_would_confuse_references_is_not_an_id(text: str) -> None:
    """Spaces, dots, colons and very long texts are not ids."""
    assert not is_legal(text)


def test_parallel_ids_are_numbered_from_two() -> None:
    """The second of the same base is -2, the third -3."""
    assert numbered("a", set()) == "a"
    assert numbered("a", {"a", "a-2"}) == "a-3"
