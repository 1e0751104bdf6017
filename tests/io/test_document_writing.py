"""How a chain is written: short, in order, in either language, readable aloud."""

from __future__ import annotations

from typing import Any

import pytest
from typed_documents import chain_of

from valuegraph.io.documents.writing import document_of
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.model.chain import ValueChain


def written(chain: ValueChain, **options: Any) -> str:
    """Return the lines of a chain below its version and language."""
    lines = yaml_of(document_of(chain, **options)).split("\n")
    return "\n".join(line for line in lines if line and not line.startswith(("valuegraph", "lang")))


def test_an_empty_chain_says_its_version_and_language() -> None:
    """Nothing else is known of it."""
    assert document_of(ValueChain()) == {"valuegraph": 1, "language": "fr"}


def test_what_has_only_a_name_is_its_name() -> None:
    """Parts and cells that say no more are a text, drafts an empty mapping."""
    chain = ValueChain()
    chain.add_actor("Habitants")
    chain.add_actor(id="x")
    chain.add_activity("Tri", receives={"gift": "Temps", "market": {"name": ""}})
    chain.add_question("Qui vient ?", id="q")
    document = document_of(chain)
    assert document["actors"] == {"habitants": "Habitants", "x": {}}
    assert document["activities"]["tri"]["receives"] == {"gift": "Temps", "market": {}}
    assert document["evaluation"]["questions"] == {"q": "Qui vient ?"}


def test_keys_and_words_are_written_in_either_language() -> None:
    """Names, texts and ids stay as they are."""
    chain = chain_of("""
        language: fr
        scales: {strength: {fort: 0.8}}
        actors: [Maraîchers]
        circuits: {gift: Le don}
        resources: {eau: {name: Eau ?, type: natural, state: dormant, by: [maraichers]}}
        activities:
          laver:
            uses: [{part: eau, strength: fort, essential: true, confidence: high}]
            receives: {gift: {name: Prêt, with: maraichers}, market: none}
        impacts: {soin: {sign: mixed, of: laver, depletes: [{part: eau, status: planned}]}}
        links: [{start: maraichers, end: chain, kind: takes_part, circuit: local_exchange}]
        evaluation: {indicators: {i: {kind: yes_no, direction: up, every: month}}}
    """)
    expected = """échelles:
  force: {fort: 0.8}
acteurs:
  maraichers: Maraîchers
ressources:
  eau:
    nom: Eau ?
    type: naturelle
    par: maraichers
    état: dormante
circuits:
  don: Le don
activités:
  laver:
    utilise: [{élément: eau, force: fort, confiance: forte, essentiel: oui}]
    reçoit:
      don:
        nom: Prêt
        avec: maraichers
      marchand: aucun
impacts:
  soin:
    signe: mêlé
    de: [laver]
    épuise: [{élément: eau, statut: prévu}]
liens:
  - début: maraichers
    fin: chain
    nature: participe
    circuit: échange_local
évaluation:
  indicateurs:
    i: {nature: oui_non, sens: hausse, rythme: mois}"""
    assert written(chain, keys="fr") == expected
    assert "strength: fort, confidence: high, essential: true" in written(chain)


def test_the_first_link_is_said_by_its_part_and_the_others_are_listed() -> None:
    """What no part has a key for is listed too; parallel links keep their order."""
    chain = chain_of("resources: [Eau]\nactivities: {laver: {uses: eau}}")
    chain.link("eau", "feeds", "laver", why="en été")
    chain.link("laver", "depletes", "eau")
    document = document_of(chain)
    assert document["activities"] == {"laver": {"uses": ["eau"]}}
    assert document["links"] == [
        {"start": "eau", "end": "laver", "kind": "feeds", "why": "en été"},
        {"start": "laver", "end": "eau", "kind": "depletes"},
    ]


def test_an_id_of_a_link_is_written_only_where_reading_would_give_another() -> None:
    """After a removal the numbers of parallel links and cells have holes, which stay."""
    chain = chain_of("""
        resources: [Eau]
        activities: {laver: {uses: eau, receives: {gift: [Un, Deux]}}}
        links: [{start: eau, end: laver, kind: feeds}, {start: eau, end: laver, kind: feeds}]
    """)
    assert "id" not in yaml_of(document_of(chain))
    chain.remove("eau-feeds-laver")
    chain.remove("laver.receives.gift")
    document = document_of(chain)
    assert document["activities"]["laver"] == {
        "uses": [{"part": "eau", "id": "eau-feeds-laver-2"}],
        "receives": {"gift": {"name": "Deux", "id": "laver.receives.gift-2"}},
    }
    assert document["links"][0]["id"] == "eau-feeds-laver-3"


@pytest.mark.parametrize(
    ("supports", "expected"),
    [
        ("all", None),
        ("none", "none"),
        (["a"], ["a"]),
        ([{"part": "all", "why": "oui"}, "b"], [{"part": "all", "why": "oui"}, "b"]),
        ({"a": "Veille", "b": "Étude"}, {"a": "Veille", "b": "Étude"}),
        ({"a": "Veille", "b": ""}, [{"part": "a", "label": "Veille"}, "b"]),
    ],
)
def test_a_support_says_whom_it_serves_as_briefly_as_it_can(supports: Any, expected: Any) -> None:
    """Serving the whole chain goes without saying; texts of cells make a mapping."""
    chain = chain_of("activities: {a: , b: }")
    chain.add_support("RD", supports=supports)
    said = document_of(chain)["support"]["rd"]
    assert (said if isinstance(said, str) else said.get("supports")) == (expected or "RD")


def test_a_name_that_means_none_is_written_as_a_name() -> None:
    """A cell called « Rien » is not a cell without anything."""
    chain = ValueChain()
    chain.add_activity(id="a")
    chain.add_modality("a", circuit="gift", name="Rien")
    assert document_of(chain)["activities"]["a"] == {"receives": {"gift": {"name": "Rien"}}}


def test_a_status_that_the_name_says_is_not_said_twice() -> None:
    """A final question mark is enough; a status of its own is written."""
    chain = ValueChain()
    chain.add_impact("Entraide ?", id="a")
    chain.add_impact("Entraide ?", id="b", status="observed")
    assert document_of(chain)["impacts"] == {
        "a": "Entraide ?", "b": {"name": "Entraide ?", "status": "observed"},
    }  # fmt: skip


def test_translations_stand_in_one_block_by_language() -> None:
    """The chain first, then parts as they are listed, then links."""
    chain = chain_of("""
        name: {fr: Chaîne, en: Chain}
        activities: {a: {fr: Tri, en: Sorting, de: Sortieren}}
        impacts: {i: {name: {fr: Soin, en: Care}, of: a}}
        links: [{start: a, end: i, kind: contributes, why: {fr: Parce que, en: Because}}]
    """)
    assert document_of(chain)["translations"] == {
        "de": {"a": {"name": "Sortieren"}},
        "en": {
            "chain": {"name": "Chain"},
            "a": {"name": "Sorting"},
            "i": {"name": "Care"},
            "a-contributes-i-2": {"why": "Because"},
        },
    }


def test_criteria_stand_in_their_question_unless_that_would_change_their_order() -> None:
    """In another order they stand beside the questions and name what they are `of`."""
    chain = chain_of("evaluation: {questions: {q: {ask: A ?, criteria: [C1]}, r: B ?}}")
    chain.add_criterion("C2", question="r")
    assert document_of(chain)["evaluation"] == {
        "questions": {
            "q": {"ask": "A ?", "criteria": {"c1": "C1"}},
            "r": {"ask": "B ?", "criteria": {"c2": "C2"}},
        }
    }
    chain.add_criterion("C3", question="q")
    assert document_of(chain)["evaluation"] == {
        "questions": {"q": "A ?", "r": "B ?"},
        "criteria": {
            "c1": {"name": "C1", "of": "q"},
            "c2": {"name": "C2", "of": "r"},
            "c3": {"name": "C3", "of": "q"},
        },
    }


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1800 kg", "1800 kg"),
        ("12,50 €", "12.50 EUR"),
        ("12", 12),
        ("0.1", 0.1),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ({"amount": 3, "unit": "t CO2"}, {"amount": "3", "unit": "t CO2"}),
    ],
)
def test_an_amount_is_written_as_people_read_it(amount: Any, expected: Any) -> None:
    """A bare number is a number; a unit with a number in it takes a mapping."""
    chain = ValueChain()
    chain.add_resource(id="r", amount=amount)
    assert document_of(chain)["resources"]["r"]["amount"] == expected


def test_a_margin_whose_id_is_a_word_of_the_form_is_still_read_as_a_part() -> None:
    """`margin: {name: X}` would be a lone part, `{fr: X}` a name: they are written otherwise."""
    chain = ValueChain()
    for margin in ("name", "fr"):
        chain.add_margin("Reste", id=margin)
    assert document_of(chain)["margin"] == {"name": {"name": "Reste"}, "fr": {"name": "Reste"}}


def test_equal_chains_are_written_with_equal_texts() -> None:
    """The same chain gives the same document, key for key and in the same order."""
    typed = "resources: [Eau, Air]\nactivities: {a: {uses: [air, eau]}, b: {after: a}}"
    one, other = document_of(chain_of(typed)), document_of(chain_of(typed))
    assert yaml_of(one) == yaml_of(other)
