"""Language codes: which are accepted, and which are sure to be meant as a language."""

import pytest

from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain
from valuegraph.model.languages import is_language, is_surely_a_language
from valuegraph.model.words import KEYS


@pytest.mark.parametrize("code", ["fr", "en", "oc", "pt-BR", "zh-Hant", "frp", "pms"])
def test_a_language_has_two_letters_or_three(code: str) -> None:
    """Any code of three letters is accepted, for languages that have no two."""
    assert is_language(code)


@pytest.mark.parametrize(
    "code", ["", "FR", "xx", "français", "english", "f", "fr_FR", "fr-", "fr\n"]
)
def test_what_is_no_code_is_refused(code: str) -> None:
    """Names of languages, capitals and codes of two letters that do not exist are no codes."""
    assert not is_language(code)
    with pytest.raises(ChainError) as caught:
        ValueChain("Essai", language=code)
    assert caught.value.problems.codes() == ("VG220",)


def test_no_key_can_be_taken_for_a_language_but_three() -> None:
    """`to`, `id` and the French `de` are told apart by what stands beside them."""
    spellings = {*KEYS, *(word for words in KEYS.values() for word in words)}
    assert {word for word in spellings if is_surely_a_language(word)} == {"to", "id", "de"}


def test_translations_are_of_texts_only() -> None:
    """A field that is no text, a lone text for a list of texts, and an unknown language."""
    chain = ValueChain()
    part = chain.add_support("RD", translations={"en": {"name": "", "actions": "Look"}})
    assert part.translations == {"en": {"actions": ("Look",)}}
    for wrong in ({"en": {"type": "x"}}, {"en": {"name": ["a"]}}, {"anglais": {"name": "x"}}):
        with pytest.raises(ChainError) as caught:
            chain.change(part, translations=wrong)
        assert caught.value.problems.codes() == ("VG220",)
