"""Random values for chains: names, ids, amounts, evidence, translations, free data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st
from text_strategies import any_text

from valuegraph.model.words import VOCABULARY

Draw = Callable[[st.SearchStrategy[Any]], Any]

_NAMES = (
    "Collecte", "collecte", "Transformation des produits", "R&D territoriale", "2018", "1-2", "no",
    "null", "~", "true", "Échange en monnaie locale ?", "Vraiment ?  ", "Aucun", "none", "Tout",
    " don ", "a: b", "a #b", "[a, b]", "{a}", "& co", "* ?", "- tiret", "« guillemets »", "'", '"',
    "\\", "Cohésion\nsociale", "chaîne", "chain", "rd", "Économie sociale 社会经济 اقتصاد اجتماعي",
    "Donaudampfschifffahrtsgesellschaft " * 4, "اقتصاد " * 40,
)  # fmt: skip
_IDS = (
    "a", "b", "c", "rd", "2018", "1-2", "no", "null", "true", "on", "1e3", "0x1F", "name", "fr",
    "de", "id", "part", "element", "to", "by", "of", "é", "É", "社会", "x-feeds-y", "a-feeds-b",
    "a-feeds-b-2", "y", "n", "don", "acteurs", "z" * 100,
)  # fmt: skip
UNITS = ("", "kg", "€", "heures", "Tic-Tac", "personnes", "m²", "t CO2", "100 km", "% de 3")
DATES = ("2017", "2018-12", "2018-12-31", "2020-02-29")


def whole_texts(texts: st.SearchStrategy[str] = any_text) -> st.SearchStrategy[str]:
    """Return texts that a file can hold: without halves of characters."""
    return texts.map(lambda text: text.encode("utf-8", "ignore").decode("utf-8"))


names = st.one_of(st.sampled_from(_NAMES), whole_texts())
ids = st.one_of(st.none(), st.none(), st.sampled_from(_IDS), st.from_regex(r"\A\w[\w-]{0,6}\Z"))
numbers = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**9), 10**9, places=3),
    st.floats(-1e20, 1e20).filter(lambda number: number == 0 or abs(number) > 1e-200),
)
plain_data = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False,
        max_value=1e200, min_value=-1e200), names,
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip


def amounts(units: Sequence[str] = UNITS) -> st.SearchStrategy[dict[str, Any]]:
    """Return amounts as mappings of a number and a unit."""
    return st.fixed_dictionaries({"amount": numbers, "unit": st.sampled_from(units)})


def word(vocabulary: str) -> st.SearchStrategy[str]:
    """Return the words of a vocabulary."""
    return st.sampled_from(sorted(VOCABULARY[vocabulary]))


def evidence(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Return up to two pieces of evidence."""
    fields = dict.fromkeys(("source", "quote", "who"), texts)
    one = st.fixed_dictionaries({}, optional={**fields, "date": st.sampled_from(DATES)})
    return st.lists(one, max_size=2)


def some(draw: Draw, fields: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    """Draw values for a few of the fields."""
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), unique=True, max_size=3))
    return {name: draw(fields[name]) for name in chosen}


def translations(
    texts: st.SearchStrategy[str], single: Sequence[str], several: Sequence[str] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    """Return language -> field -> text, or texts for fields that hold several."""
    told = dict.fromkeys(single, texts)
    lists = {name: st.lists(texts, max_size=2) for name in several}
    fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional=told | lists)
    return st.dictionaries(st.sampled_from(["en", "fr", "de", "pt-BR", "frp", "no"]), fields,
                           max_size=2)  # fmt: skip
