"""What all answers share: text in two languages, tables, JSON, captions, limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chain_builders import golden
from hypothesis import given
from random_chains import tangled_chains

from valuegraph.analysis.mix import mix
from valuegraph.analysis.reach import reach
from valuegraph.analysis.result import BASES, Result
from valuegraph.analysis.shares import shares
from valuegraph.analysis.spread import spread
from valuegraph.analysis.telling.figures import listed, percent, some
from valuegraph.analysis.through import through
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual

QUESTIONS = {
    "shares": shares,
    "actors": lambda chain: shares(chain, by="actors", top=1),
    "accompanied": lambda chain: shares(chain).accompanied,
    "spread": spread,
    "through": through,
    "through a set": lambda chain: through(chain, "kind:impact"),
    "mix": mix,
    "reach": lambda chain: reach(chain, end="kind:impact"),
}


@pytest.mark.parametrize("name", QUESTIONS)
@given(chain=tangled_chains(signs=True, statuses=True))
def test_every_answer_can_be_told_shown_and_sent(name: str, chain: ValueChain) -> None:
    """On any chain an answer has text in both languages, a table, JSON and a notebook display."""
    if not any(impact.status != "refuted" for impact in chain.impacts):
        chain.add_impact(id="i9")
    answer: Result = QUESTIONS[name](chain)
    told: dict[str, Any] = json.loads(json.dumps(answer.to_dict(), allow_nan=False))
    assert told["result"] == answer.name
    assert len(answer.to_frame()) == len(told["rows"])
    assert "<table>" in answer._repr_html_()
    for language in ("fr", "en"):
        text = answer.to_text(language)
        assert "{" not in text
        assert answer.caption.text(language) in text
        assert all(problem.message(language)[1:] in text for problem in answer.limits)
    assert answer == QUESTIONS[name](chain)
    assert hash(answer) == hash(QUESTIONS[name](chain))


def test_shares_carry_the_caption_of_their_basis() -> None:
    """Every table of shares says in both languages that it is a reading, not a measurement."""
    caption = shares(golden()).caption
    assert caption.fr == "Lecture du schéma (à parts égales), ce n’est pas une mesure de l’impact."
    assert "in equal parts" in caption.en
    assert reach(golden(), start="alim").caption == ("", "")
    for basis, words in BASES.items():
        assert words.fr in shares(golden(), basis=basis, unknown="equal").caption.fr


def test_the_golden_shares_in_words() -> None:
    """A facilitator reads one paragraph aloud, in French or in English."""
    text = shares(golden(), of="cohesion").to_text("fr")
    assert text == (
        "En remontant les flèches depuis « cohesion », on arrive à : « alim » 37,5\u00a0%, "
        "« hum » 37,5\u00a0% et « log » 25\u00a0%. « rd » accompagne 100\u00a0% de « cohesion ». "
        "« plateforme » accompagne 50\u00a0% de « cohesion ». "
        "Lecture du schéma (à parts égales), ce n’est pas une mesure de l’impact."
    )


def test_markup_in_names_is_escaped() -> None:
    """A name from a stranger's file is text, never markup."""
    chain = ValueChain()
    chain.add_activity("<script>a</script>", id="a", uses=[chain.add_resource("<b>r", id="r")])
    chain.add_impact("<i>", id="i", of=["a"])
    assert "<script>" not in through(chain)._repr_html_()
    assert "<b>" not in shares(chain)._repr_html_()


def test_answers_to_different_questions_differ() -> None:
    """Equality compares all that an answer says."""
    assert shares(golden()) != shares(golden(), of="cohesion")
    assert shares(golden()) != spread(golden())
    assert shares(golden()) != "shares"


@pytest.mark.parametrize(
    ("share", "fr", "en"),
    [
        (0.375, "37,5\u00a0%", "37.5%"),
        (0.3125, "31,3\u00a0%", "31.3%"),
        (0.0, "0\u00a0%", "0%"),
        (1e-9, "< 0,1\u00a0%", "< 0.1%"),
        (0.99999, "99,9\u00a0%", "99.9%"),
        (1 - 1e-15, "100\u00a0%", "100%"),
    ],
)
def test_shares_are_read_as_percentages(share: float, fr: str, en: str) -> None:
    """What is not nothing is never told as 0 %, and what is not all never as 100 %."""
    assert percent(share, "fr") == fr
    assert percent(share, "en") == en


def test_lists_say_how_much_they_leave_out() -> None:
    """Names are joined as people read them, and a long list says how many more there are."""
    assert listed(["a", "b", "c"], "fr") == "a, b et c"
    assert listed(["a"], "en") == "a"
    names = [Bilingual(letter, letter) for letter in "abcd"]
    assert some(names, most=2).en == "a, b and 2 more"
