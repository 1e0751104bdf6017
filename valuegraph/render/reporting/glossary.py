"""The words of a report that not everybody uses, each said in one sentence."""

from __future__ import annotations

from valuegraph.problems import Bilingual
from valuegraph.render.reporting.document import Section, Table, Told
from valuegraph.render.reporting.telling import Telling

GLOSSARY: tuple[tuple[Bilingual, Bilingual], ...] = (
    (
        Bilingual("chaîne de valeur", "value chain"),
        Bilingual(
            "Le dessin de ce qu’un projet met en œuvre : des ressources, des activités, et ce qui "
            "en sort pour tous.",
            "The drawing of what a project puts to work: resources, activities, and what comes of "
            "them for everybody.",
        ),
    ),
    (
        Bilingual("ressource", "resource"),
        Bilingual(
            "Ce dans quoi le projet puise : du temps, des aliments, des savoirs, un lieu…",
            "What the project draws on: time, food, knowledge, a place…",
        ),
    ),
    (
        Bilingual("activité principale", "primary activity"),
        Bilingual("Une activité que l’on voit.", "An activity that people see."),
    ),
    (
        Bilingual("activité de soutien", "support activity"),
        Bilingual(
            "Ce qui rend les autres possibles : gouverner, coordonner, chercher. Elle fait partie "
            "de la valeur.",
            "What makes the others possible: governing, coordinating, searching. It is part of the "
            "value.",
        ),
    ),
    (
        Bilingual("circuit", "circuit"),
        Bilingual(
            "La façon dont une chose passe de main en main : don, échange local, marché, "
            "redistribution publique.",
            "How a thing passes from hand to hand: gift, local exchange, market, public "
            "redistribution.",
        ),
    ),
    (
        Bilingual("modalité de valorisation", "modality"),
        Bilingual(
            "Comment une activité reçoit ce qu’il lui faut, ou donne ce qu’elle fait, "
            "par un circuit.",
            "How an activity receives what it needs, or gives what it makes, by one circuit.",
        ),
    ),
    (
        Bilingual("impact social", "social impact"),
        Bilingual(
            "Ce qui grandit, ou diminue, de ce qui appartient à tous.",
            "What grows, or shrinks, of what belongs to everybody.",
        ),
    ),
    (
        Bilingual("question évaluative", "evaluation question"),
        Bilingual("Ce à quoi l’évaluation répondra.", "What the evaluation is to answer."),
    ),
    (
        Bilingual("critère", "criterion"),
        Bilingual("Ce à quoi l’on verra que c’est réussi.", "What would show that it succeeds."),
    ),
    (
        Bilingual("indicateur", "indicator"),
        Bilingual("Ce que l’on compte ou recueille.", "What is counted or gathered."),
    ),
    (
        Bilingual("observation", "observation"),
        Bilingual("Une valeur, un jour, d’une source.", "One value, on one day, from one source."),
    ),
    (
        Bilingual("chemin", "route"),
        Bilingual(
            "Une suite de flèches du schéma, d’une ressource à un impact.",
            "Arrows of the diagram one after the other, from a resource to an impact.",
        ),
    ),
    (
        Bilingual("part", "share"),
        Bilingual(
            "Ce que donne la lecture du schéma quand on partage à chaque croisement ; ce n’est pas "
            "une mesure.",
            "What reading the diagram gives when one shares out at every crossing; it is not a "
            "measurement.",
        ),
    ),
    (
        Bilingual("hypothèse", "hypothesis"),
        Bilingual("On le pense, à confirmer.", "We think so, to be confirmed."),
    ),
)
"""A word and what it means here, in the order in which a report comes to them."""


def glossary(telling: Telling) -> Section:
    """Return the words of the report and their meaning."""
    language = telling.language
    rows = tuple(
        (Told(name.text(language)), Told(meaning.text(language))) for name, meaning in GLOSSARY
    )
    title = telling.say("glossary")
    table = Table(
        telling.say("glossary table"), (telling.say("word"), telling.say("meaning")), rows
    )
    return Section("glossary", title, (table,))
