"""What a document means: keys, sections, names, references, in both languages."""

from __future__ import annotations

import pytest
from chain_builders import golden
from typed_documents import DESIGN, GOLDEN, chain_of, read_typed, told

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Status


def test_the_long_example_of_the_design_is_read_whole() -> None:
    """Nothing is said about it, and every sentence of it is in the chain."""
    chain, problems = read_typed(DESIGN)
    assert problems == []
    assert chain is not None
    assert [activity.id for activity in chain.activities] == [
        "collecte", "transformation", "distribution",
    ]  # fmt: skip
    doubtful = chain.parts("modality", status="hypothesis")
    assert [cell.id for cell in doubtful] == ["collecte.receives.local_exchange"]
    assert chain.find("rd").translations == {"en": {"name": "Territorial R&D"}}
    assert chain.indicators[0].criterion == "participation"
    assert str(chain.observations[0].value) == "20"
    assert chain.about.base == "socle-drome.yaml"


def test_the_golden_example_typed_is_the_golden_example_built() -> None:
    """The text form and Python say the same chain."""
    assert chain_of(GOLDEN) == golden()


def test_a_document_may_be_typed_in_french_in_english_or_in_both() -> None:
    """Keys and words of both languages mean the same, whatever their accents and case."""
    english = """
        language: fr
        resources: {eau: {name: Eau, type: natural, ownership: common}}
        activities: {laver: {name: Laver, uses: eau, receives: {gift: Prêt, market: none}}}
        impacts: {soin: {name: Soin, of: [{part: laver, status: planned}], depletes: eau}}
    """
    french = """
        Langue: fr
        RESSOURCES: {eau: {nom: Eau, type: naturelle, propriété: commun}}
        activites: {laver: {Nom: Laver, utilise: eau, reçoit: {don: Prêt, marchand: aucun}}}
        impacts sociaux: {soin: {nom: Soin, de: [{élément: laver, statut: prévu}], épuise: eau}}
    """
    assert chain_of(english) == chain_of(french)


def test_a_part_is_a_name_a_mapping_or_nothing_yet() -> None:
    """A lone text is the name, and an id without anything is a draft."""
    chain = chain_of("actors: {a: Anne, b: {name: Bruno}, c: , d: {}}")
    assert [(actor.id, actor.name) for actor in chain.actors] == [
        ("a", "Anne"), ("b", "Bruno"), ("c", ""), ("d", ""),
    ]  # fmt: skip


def test_a_section_may_be_a_list_of_names() -> None:
    """Ids are then made from the names, and leave out those that are typed anywhere."""
    chain = chain_of("""
        actors: [Maraîchers locaux, Habitants]
        resources: {habitants: Temps des habitants}
        activities: [Tri, Tri]
    """)
    assert [part.id for part in chain.parts()] == [
        "maraichers_locaux", "habitants_2", "habitants", "tri", "tri_2",
    ]  # fmt: skip


def test_an_empty_section_is_nothing() -> None:
    """A heading without anything below it says nothing, in no section."""
    chain = chain_of("actors:\nresources: []\nactivities: {}\nlinks:\nevaluation:\ntranslations:")
    assert chain.parts() == ()


def test_the_margin_may_be_a_lone_name() -> None:
    """A name, a name in two languages, a lone part and a mapping of ids all give a margin."""
    forms = ["Marge", "{fr: Marge, en: Margin}", "{name: Marge, of: [a]}", "{marge: Marge}"]
    for form in forms:
        chain = chain_of(f"activities: [A]\nmargin: {form}")
        assert [part.name for part in chain.margin] == ["Marge"]
    assert chain_of("margin: none").margin == ()


def test_activities_follow_one_another_as_listed() -> None:
    """`sequence` links each to the next, once where `after` says so already."""
    chain = chain_of("""
        activités:
          enchaînement: oui
          collecte: Collecte
          tri: {après: [collecte]}
          vente:
    """)
    assert [link.id for link in chain.links] == ["collecte-precedes-tri", "tri-precedes-vente"]


def test_a_name_may_be_told_in_several_languages() -> None:
    """The text in the chain's language is the name, the others are its translations."""
    chain = chain_of("""
        language: fr
        support:
          rd: {fr: R&D, en: Research}
          hr:
            name: {en: Human resources, fr: Ressources humaines, de: Personal}
            actions: {fr: [Recruter, Former], en: [Recruit, Train]}
          x: {name: {en: Only English}}
    """)
    rd, hr, only = chain.support
    assert (rd.name, rd.translations) == ("R&D", {"en": {"name": "Research"}})
    assert hr.actions == ("Recruter", "Former")
    assert hr.texts("actions", "en") == ("Recruit", "Train")
    assert hr.label("de") == "Personal"
    assert (only.name, only.label("en")) == ("Only English", "Only English")


def test_de_alone_is_the_french_key_and_beside_a_language_it_is_german() -> None:
    """`de` counts as a language only in company."""
    chain = chain_of("""
        langue: fr
        activités: [Tri]
        impacts:
          lien: {de: tri}
          soin: {de: Pflege, fr: Soin}
    """)
    lien, soin = chain.impacts
    assert [link.start for link in chain.incoming(lien)] == ["tri"]
    assert (soin.name, soin.label("de")) == ("Soin", "Pflege")


def test_what_is_used_may_be_typed_further_down() -> None:
    """The order of the sections and of their keys changes nothing."""
    lines = GOLDEN.strip("\n").split("\n")
    blocks = ["\n".join(lines[4:8]), *lines[:4], *lines[8:]]
    for order in (blocks, blocks[::-1], blocks[2:] + blocks[:2]):
        assert chain_of("\n".join(order)) == golden()


def test_names_serve_as_references_everywhere() -> None:
    """Short forms, cells, links, evaluation and translations accept a name for an id."""
    chain = chain_of("""
        actors: [Les maraîchers]
        resources: {s: {name: Les surplus, by: LES MARAICHERS}}
        activities:
          c:
            name: La collecte
            uses: les surplus
            receives: {gift: {name: Don, with: les maraîchers, resources: les surplus}}
        links: [{start: la collecte, end: les surplus, kind: depletes}]
        evaluation: {questions: {q: {ask: Qui ?, about: [la collecte]}}}
        translations: {en: {La collecte: {name: Collecting}}}
    """)
    assert {link.id for link in chain.links} == {
        "les_maraichers-provides-s", "s-feeds-c", "c-depletes-s",
    }  # fmt: skip
    cell = chain.modalities[0]
    assert (cell.with_, cell.resources) == ("les_maraichers", ("s",))
    assert chain.questions[0].about == ("c",)
    assert chain.find("c").label("en") == "Collecting"


def test_a_name_shared_by_two_kinds_means_the_one_that_fits() -> None:
    """`Jardin` is the resource under `uses`, the activity as the start of a link forward."""
    chain = chain_of("""
        resources: {r: Jardin}
        activities: {a: {name: Jardin, uses: jardin}, b: Vente}
        links: [{start: Jardin, end: Vente, kind: precedes}]
    """)
    assert [link.id for link in chain.links] == ["r-feeds-a", "a-precedes-b"]


def test_a_cell_is_a_text_a_mapping_a_list_or_none() -> None:
    """What stands in a cell makes modalities, an empty cell is kept as discussed."""
    chain = chain_of("""
        activities:
          vente:
            gives:
              gift: Paniers ?
              market: [Marché, {name: Boutique, amount: 12 EUR}]
              local_exchange: none
              redistribution:
    """)
    assert [cell.id for cell in chain.modalities] == [
        "vente.gives.gift", "vente.gives.market", "vente.gives.market-2",
    ]  # fmt: skip
    assert chain.modalities[0].status is Status.HYPOTHESIS
    activity = chain.find("vente")
    assert isinstance(activity, PrimaryActivity)
    assert activity.no_modality == ("gives.local_exchange",)


def test_a_circuit_of_ones_own_is_used_by_id_or_name() -> None:
    """Circuits that are listed stand beside the four of the method, which may be renamed."""
    chain = chain_of("""
        circuits: {troc: Échange de bocaux, don: Le don des voisins}
        activities:
          a: {receives: {troc: Bocaux, gift: Coups de main}}
          b: {receives: {échange de bocaux: Bocaux}}
    """)
    assert [cell.circuit for cell in chain.modalities] == ["troc", "gift", "troc"]
    assert [circuit.label("fr") for circuit in chain.circuits] == [
        "Échange de bocaux", "Le don des voisins",
    ]  # fmt: skip


def test_circuits_may_be_a_list_of_words() -> None:
    """A word of the method lists its circuit; any other name makes one of the chain's own."""
    assert [part.id for part in chain_of("circuits: [Don, Troc, Don!]").listed_circuits] == [
        "gift", "troc", "don_2",
    ]  # fmt: skip


def test_a_support_serves_all_none_or_some() -> None:
    """Activities are named by a list, or by a mapping with the text of each cell."""
    chain = chain_of("""
        activities: [Collecte, Vente]
        support:
          a: {supports: tous}
          b: {supports: none}
          c: {supports: [collecte, {part: vente, label: Étude}]}
          d: {supports: {collecte: Veille, vente: {why: Marges faibles}, tout: Appui}}
          e:
    """)
    served = {
        part.id: [(link.end, link.label) for link in chain.outgoing(part, "supports")]
        for part in chain.support
    }
    assert served == {
        "a": [("chain", "")],
        "b": [],
        "c": [("collecte", ""), ("vente", "Étude")],
        "d": [("collecte", "Veille"), ("vente", ""), ("chain", "Appui")],
        "e": [("chain", "")],
    }


def test_the_whole_chain_may_be_called_by_its_french_name() -> None:
    """`chaîne` is the end of links that concern the whole chain."""
    chain = chain_of("actors: [Agglo]\nliens: [{début: agglo, fin: chaîne, nature: finance}]")
    assert chain.links[0].ends == ("agglo", "funds", "chain")


def test_a_link_that_repeats_a_short_form_is_one_more_and_told() -> None:
    """It is kept beside the other, and a note says so."""
    text = """
        resources: [Eau]
        activities: {laver: {uses: eau}}
        links: [{start: eau, end: laver, kind: feeds, strength: 0.4}]
    """
    assert told(text) == ["VG240 4:9 eau-feeds-laver"]
    assert [link.id for link in chain_of(text).links] == ["eau-feeds-laver", "eau-feeds-laver-2"]


def test_a_link_that_hinders_repeats_no_short_form() -> None:
    """What helps and hinders at once is said by two links, and that is no repetition."""
    text = """
        activities: [Laver]
        impacts: {air: {of: laver}}
        links: [{start: laver, end: air, kind: contributes, sign: "-"}]
    """
    assert told(text) == []
    assert len(chain_of(text).links) == 2


def test_naming_a_resource_in_a_cell_stores_its_link_once() -> None:
    """A link of the list, or of a short form, is not doubled by what a cell names."""
    chain = chain_of("""
        resources: [Eau, Temps]
        activities: {laver: {receives: {gift: {name: Prêt, resources: [eau, temps]}}}}
        links: [{start: eau, end: laver, kind: feeds, why: Il en faut}]
    """)
    assert [link.id for link in chain.links] == ["eau-feeds-laver", "temps-feeds-laver"]


def test_criteria_and_indicators_stand_inside_or_beside() -> None:
    """Beside, they say what they are `of`; the order of listing is kept."""
    chain = chain_of("""
        evaluation:
          questions: {q: Qui vient ?}
          criteria: {c: {name: Présence, of: q, by: Les habitants}, libre: Autre}
          indicators: {i: {name: Venues, of: c}, j: Autre}
    """)
    assert [(part.id, part.question) for part in chain.criteria] == [("c", "q"), ("libre", "")]
    assert [(part.id, part.criterion) for part in chain.indicators] == [("i", "c"), ("j", "")]
    assert chain.questions[0].ask == "Qui vient ?"


@pytest.mark.parametrize(
    ("version", "codes"),
    [
        ("valuegraph:", ["VG206", "VG201"]),
        ("valuegraph: 1", ["VG201"]),
        ('valuegraph: "1"', ["VG201"]),
        ("valuegraph: 2", ["VG208"]),
        ("valuegraph: 1.0", ["VG207"]),
        ("valuegraph: un", ["VG207"]),
        ("valuegraph: [1]", ["VG207"]),
    ],
)
def test_the_version_is_known_or_told(version: str, codes: list[str]) -> None:
    """A missing version is read as the first; what is newer, or no version, is not read."""
    _, problems = read_typed(f"{version}\nname: Essai\ncouleur: bleu")
    assert [problem.code for problem in problems] == codes
