"""French and English micro-typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_strategies import any_text

from valuegraph.render.typography import typeset


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("ESS : « valeur » ; fin !", "ESS\u00a0: «\u00a0valeur\u00a0»\u00a0; fin\u00a0!"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("l'« eau »", "l’«\u00a0eau\u00a0»"),
        ("12 000 € et 1 800 kg", "12\u202f000\u00a0€ et 1\u202f800\u00a0kg"),
        ("en 2017 200 personnes", "en 2017 200 personnes"),
        ("voir https://exemple.fr/a:b", "voir https://exemple.fr/a:b"),
        ("Bonjour!", "Bonjour!"),
    ],
)
def test_french_spaces_and_apostrophes(written: str, expected: str) -> None:
    """French signs are kept with their word and apostrophes are curly."""
    assert typeset(written, "fr") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Why ?", "Why ?"),
        ("the people's \"own\" 'circuit'", "the people’s “own” ‘circuit’"),
        ("the actors' share", "the actors’ share"),
        ('a 5" pipe and a 7" pipe', 'a 5" pipe and a 7" pipe'),
    ],
)
def test_english_quotes_and_apostrophes(written: str, expected: str) -> None:
    """English quotes and apostrophes are curly, and no space is touched."""
    assert typeset(written, "en") == expected


@given(text=any_text, language=st.sampled_from(["fr", "en", "de", "ar"]))
def test_typesetting_twice_changes_nothing_more(text: str, language: str) -> None:
    """A typeset text is left as it is."""
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(text=any_text, language=st.sampled_from(["fr", "en", "de", "ar"]))
def test_only_spaces_and_quotes_ever_change(text: str, language: str) -> None:
    """Letters, digits and all other signs stay as they were written, in their order."""
    changeable = " \u00a0\u202f'’‘\"“”"
    kept = [character for character in text if character not in changeable]
    assert [c for c in typeset(text, language) if c not in changeable] == kept
