"""The packaged examples: faithful to their sources, and drawable in French and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import pytest

import valuegraph as vg
from valuegraph.examples import EXAMPLES, example_text
from valuegraph.model.evaluation import IndicatorKind
from valuegraph.model.part import Status
from valuegraph.model.words import fold

SLIDE_OF_THE_PROJECT = (
    "La Conserverie mobile et solidaire",
    "La Coopération",
    "Plateforme territoriale",
    "Coordination et pilotage de projets communs",
    "Réseau d'échange de services et de biens",
    "Mutualisation des ressources",
    "Le CLIRSE",
    "R&D territoriale",
    "Identifie les besoins et les ressources",
    "Implique les habitants dans l'émergence de nouveaux projets",
    "Anime la démarche coopérative de mesure de l'impact territorial",
    "Vitalité de la communauté et cohésion sociale",
    "Création de richesses économiques, sociales et culturelles",
    "Accélération de la transition écologique",
    "Collecte de produits",
    "Ressources alimentaires",
    "Mise à disposition des surplus & invendables par maraichers locaux",
    "Échange en monnaie locale convertible ?",
    "Achats en euros",
    "Transformation des produits",
    "Ressources humaines",
    "Implication bénévole",
    "Contribution avec contrepartie en monnaie-temps",
    "Activité rémunérée",
    "Distribution des produits transformés",
    "Ressources logistiques",
    "Cessions aux participants",
    "Échange dans le réseau local Tic-Tacs",
    "Mise en vente dans des circuits de distribution du territoire",
)
SLIDE_OF_THE_TERRITORY = (
    "Gouvernance territoriale",
    "Valence Romans Agglo",
    "Pilotage du projet territorial",
    "Construction de partenariats",
    "R&D territoriale",
    "Le CLIRSE",
    "Identifie besoins et ressources",
    "Implique les habitants dans l'émergence de nouveaux projets",
    "Anime la démarche coopérative de mesure de l'impact territorial",
)


def texts(chain: vg.ValueChain) -> set[str]:
    """Return every name and action line of a chain, as comparing names sees them."""
    said = {part.name for part in chain.parts()} | {chain.name}
    said |= {action for support in chain.support for action in support.actions}
    return {fold(text) for text in said}


@pytest.mark.parametrize(
    ("name", "slide"),
    [
        ("conserverie", SLIDE_OF_THE_PROJECT),
        ("conserverie_territoire", SLIDE_OF_THE_TERRITORY),
    ],
)
def test_every_sentence_of_the_slide_is_there(name: str, slide: tuple[str, ...]) -> None:
    """The words are those of the study's slides, none left out."""
    said = texts(vg.example(name))
    assert [sentence for sentence in slide if fold(sentence) not in said] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_and_checked_without_error_or_warning(name: str) -> None:
    """Only notes to discuss are left, as in any honest chain."""
    problems = vg.check(vg.example(name))
    assert (problems.errors.codes(), problems.warnings.codes()) == ((), ())


def shapes(item: object, texts: Mapping[str, object]) -> dict[str, int]:
    """Return how many lines each text of a part or link has, empty ones left out."""
    told = ("name", "description", "actions", "label", "why", "ask", "scale", "numerator",
            "denominator", "source", "method")  # fmt: skip
    fields = [name for name in told if name in type(item).model_fields]
    said = {field: texts.get(field) or () for field in fields}
    return {field: len(text) if isinstance(text, tuple) else 1 for field, text in said.items()
            if text}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_told_whole_in_french_and_english(name: str) -> None:
    """Every text of the chain, its parts and its links has its translation, line for line."""
    chain = vg.example(name)
    other = "en" if chain.language == "fr" else "fr"
    missing = [
        item.id
        for item in (chain.about, *chain.parts(), *chain.links)
        if shapes(item, dict(item)) != shapes(item, item.translations.get(other, {}))
    ]
    assert missing == []


@pytest.mark.parametrize("name", sorted(set(EXAMPLES) - {"porter"}))
def test_what_we_derived_is_marked_as_a_hypothesis(name: str) -> None:
    """No slide draws what contributes to an impact, renews a resource or benefits somebody."""
    derived = [
        link
        for link in vg.example(name).links
        if link.kind in ("contributes", "regenerates", "depletes", "reinforces", "benefits")
    ]
    assert derived
    assert {link.status for link in derived} == {Status.HYPOTHESIS}
    assert [link.id for link in derived if link.kind != "benefits" and not link.why] == []


@pytest.mark.parametrize("name", ["conserverie", "conserverie_territoire"])
def test_the_nine_cells_stand_where_the_slide_has_them(name: str) -> None:
    """Collecting and processing receive by three circuits; distributing gives by three."""
    circuits = ("gift", "local_exchange", "market")
    ways = {"collecte": "receives", "transformation": "receives", "distribution": "gives"}
    assert [cell.id for cell in vg.example(name).modalities] == [
        f"{activity}.{way}.{circuit}" for activity, way in ways.items() for circuit in circuits
    ]


def test_the_open_question_of_the_slide_stays_a_hypothesis() -> None:
    """The slide asks about the convertible local currency; so does the example."""
    chain = vg.example("conserverie")
    doubtful = [cell.id for cell in chain.modalities if cell.status is Status.HYPOTHESIS]
    assert doubtful == ["collecte.receives.local_exchange"]


def test_the_chain_of_the_cannery_closes_into_a_cycle() -> None:
    """Impacts renew resources: without that it would not be this method."""
    renewed = [link.ends for link in vg.example("conserverie").links if link.kind == "regenerates"]
    assert renewed == [
        ("cohesion", "regenerates", "humaines"),
        ("transition", "regenerates", "alimentaires"),
    ]


def test_one_actor_stands_in_both_levels_under_one_id() -> None:
    """Le CLIRSE carries the R&D of the project and of the territory, which holds the project."""
    project, territory = vg.example("conserverie"), vg.example("conserverie_territoire")
    for chain in (project, territory):
        assert [link.start for link in chain.incoming("rd", "carries")] == ["clirse"]
    assert project.about.part_of == territory.name


def test_the_generic_chain_doubts_whatever_is_ours() -> None:
    """Its activities and cells are examples to replace, and say so."""
    chain = vg.example("structure_ess")
    ours = [*chain.activities, *chain.modalities]
    assert {part.status for part in ours} == {Status.HYPOTHESIS}


def test_porter_binds_three_supports_to_each_activity_with_a_text_a_cell() -> None:
    """Infrastructure serves the whole chain; the others reach every column of the chart."""
    chain = vg.example("porter")
    columns = [activity.id for activity in chain.activities]
    assert len(columns) == 5
    assert [link.end for link in chain.outgoing("infrastructure", "supports")] == ["chain"]
    for support in ("hrm", "technology", "procurement"):
        cells = chain.outgoing(support, "supports")
        assert [cell.end for cell in cells] == columns
        assert all(cell.label for cell in cells)


def test_the_margin_of_porter_rests_on_every_activity() -> None:
    """The activities follow one another; the margin names none, which means all of them."""
    chain = vg.example("porter")
    columns = [activity.id for activity in chain.activities]
    follows = [link.ends for link in chain.links if link.kind == "precedes"]
    assert follows == [(a, "precedes", b) for a, b in pairwise(columns)]
    (margin,) = chain.margin
    assert margin.label("fr") == "Marge"
    assert chain.incoming(margin.id, "contributes") == ()


def test_both_languages_of_keys_are_shown() -> None:
    """One example is typed with French keys, the others with English ones."""
    first_keys = {name: example_text(name).split("valuegraph: 1\n")[1][:5] for name in EXAMPLES}
    french = {name for name, key in first_keys.items() if key.startswith("nom:")}
    english = {name for name, key in first_keys.items() if key.startswith("name:")}
    assert (french, english) == ({"structure_ess"}, set(EXAMPLES) - {"structure_ess"})


def test_an_example_is_yours_to_change() -> None:
    """Each call gives a new chain."""
    chain = vg.example("conserverie")
    chain.remove("cohesion", cascade=True)
    assert "cohesion" in vg.example("conserverie")


@pytest.mark.parametrize("ask", [vg.example, example_text])
@pytest.mark.parametrize("name", ["conserveries", "", "../conserverie", "porter.yaml"])
def test_an_unknown_example_is_answered_with_those_there_are(ask, name: str) -> None:  # type: ignore[no-untyped-def]
    """Whatever is asked for, no other file is ever opened."""
    with pytest.raises(vg.OptionError) as caught:
        ask(name)
    assert caught.value.problems.codes() == ("VG450",)
    assert all(known in str(caught.value) for known in EXAMPLES)


EVALUATED = ("conserverie_evaluee", "centre_social_amisc", "tzcld_paris13")


def test_the_evaluated_cannery_is_the_cannery_with_its_evaluation() -> None:
    """The two files tell one chain: parts, links and their texts are the same."""
    bare, evaluated = vg.example("conserverie"), vg.example("conserverie_evaluee")
    added = ("question", "criterion", "indicator")
    assert [part for part in evaluated.parts() if part.kind not in added] == list(bare.parts())
    assert evaluated.links == bare.links


@pytest.mark.parametrize("name", EVALUATED)
def test_an_evaluated_example_shows_what_a_framework_can_hold(name: str) -> None:
    """Every kind of indicator, one of a link, whole routes, breakdowns, quotes, plural ratings."""
    chain = vg.example(name)
    links = {link.id for link in chain.links}
    assert {indicator.indicator_kind for indicator in chain.indicators} == set(IndicatorKind)
    assert any(links & set(indicator.measures) for indicator in chain.indicators)
    assert any(question.routes for question in chain.questions)
    assert any(indicator.baseline and indicator.target for indicator in chain.indicators)
    assert all(indicator.every and indicator.source for indicator in chain.indicators)
    assert all(criterion.by for criterion in chain.criteria)
    assert any(seen.breakdown and seen.people for seen in chain.observations)
    assert any(seen.quote for seen in chain.observations)
    judged = Counter(rating.of for rating in chain.ratings)
    assert max(judged.values()) >= 2
    assert all(rating.viewpoint in chain for rating in chain.ratings)


@pytest.mark.parametrize("name", EVALUATED)
def test_every_route_that_is_asked_about_exists(name: str) -> None:
    """A question about a whole route names a route of the chain."""
    chain = vg.example(name)
    asked = [route for question in chain.questions for route in question.routes]
    for route in asked:
        found = vg.routes(chain, start=route[0], end=route[-1]).folded()
        assert route in [each.parts for each in found.routes]


@pytest.mark.parametrize("name", EVALUATED)
def test_what_is_invented_says_so_in_both_languages(name: str) -> None:
    """A value names a public source, or says that it is invented; so do the targets."""
    chain = vg.example(name)
    public = ("senioractu.com", "Banque des Territoires", "eclaira.org", "resolis.org",
              "abiodoc.com", "Fonda")  # fmt: skip
    for source in [seen.source for seen in chain.observations]:
        assert source == "inventé / invented" or any(named in source for named in public)
    assert {rating.by for rating in chain.ratings} == {"inventé / invented"}
    for indicator in chain.indicators:
        if indicator.target or indicator.baseline:
            assert "inventée" in indicator.text("source", "fr")
            assert "invented" in indicator.text("source", "en")
    for language, word in (("fr", "Évaluation inventée"), ("en", "Evaluation invented")):
        assert word in chain.about.extra["source"][language]
