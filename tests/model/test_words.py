"""The table of words: one meaning a word, both languages read everywhere."""

import pytest

from valuegraph.model.words import (
    KEYS,
    VOCABULARY,
    fold,
    key_code,
    key_word,
    word,
    word_code,
)


@pytest.mark.parametrize("code", KEYS)
def test_every_key_is_read_in_both_languages(code: str) -> None:
    """A key written in either language gives back its code."""
    assert key_code(code) == code
    assert all(key_code(french) == code for french in KEYS[code])
    assert key_code(key_word(code, "fr").upper()) == code


@pytest.mark.parametrize("vocabulary", VOCABULARY)
def test_every_word_is_read_in_both_languages(vocabulary: str) -> None:
    """A word of a vocabulary written in either language gives back its code."""
    for code, spellings in VOCABULARY[vocabulary].items():
        assert word_code(vocabulary, code) == code
        assert all(word_code(vocabulary, spelling) == code for spelling in spellings)
        assert word_code(vocabulary, word(vocabulary, code, "fr")) == code


@pytest.mark.parametrize(
    "spelling", ["Échange local", "échange_local", "ECHANGE  LOCAL", "e\u0301change local"]
)
def test_case_accents_and_spaces_do_not_matter(spelling: str) -> None:
    """The same word typed in four ways is the same word."""
    assert word_code("circuit", spelling) == "local_exchange"


def test_a_word_nobody_knows_has_no_code() -> None:
    """An unknown key or word is not guessed."""
    assert key_code("nimporte") is None
    assert word_code("status", "nimporte") is None


def test_folding_keeps_different_words_apart() -> None:
    """Folding removes accents, not letters."""
    assert fold("Maraîchers  locaux ") == "maraichers locaux"
    assert fold("maraicher") != fold("maraichers")
