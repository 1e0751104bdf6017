"""Packages of the optional extras, asked for by name when they are absent."""

from __future__ import annotations

import json

import pytest

from valuegraph.errors import MissingExtraError
from valuegraph.extras import required
from valuegraph.problems import Bilingual

USE = Bilingual("Pour écrire des astres", "To write stars")


def test_a_package_that_is_there_is_imported() -> None:
    """The module itself comes back."""
    assert required("json", extra="stars", use=USE) is json


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_package_that_is_absent_is_named_with_the_command(language: str) -> None:
    """The error says what for, which package, and what to type, in both languages."""
    with pytest.raises(MissingExtraError) as caught:
        required("no_such_package.part", extra="stars", use=USE, language=language)
    told = str(caught.value)
    assert USE.text(language) in told
    assert "no_such_package" in told
    assert 'pip install "valuegraph[stars]"' in told
