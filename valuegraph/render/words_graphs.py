"""The words of the views ``actors``, ``framework``, ``network`` and ``system``."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

GRAPH_WORDS: Mapping[str, Bilingual] = {
    # framework
    "framework": Bilingual("référentiel d’évaluation", "evaluation framework"),
    "framework subtitle": Bilingual(
        "Référentiel d’évaluation : ce que l’on se demande, ce que l’on suit, ce que l’on mesure",
        "Evaluation framework: what is asked, what is followed, and what is measured",
    ),
    "framework in words": Bilingual(
        "Référentiel de {questions} questions, {criteria} critères et {indicators} indicateurs.",
        "Framework of {questions} questions, {criteria} criteria and {indicators} indicators.",
    ),
    "questions": Bilingual("Questions évaluatives", "Evaluation questions"),
    "criteria": Bilingual("Critères", "Criteria"),
    "indicators": Bilingual("Indicateurs", "Indicators"),
    "measured": Bilingual("Ce qui est mesuré", "What is measured"),
    "unmeasured": Bilingual("Rien ne le mesure encore", "Nothing measures this yet"),
    "no framework": Bilingual(
        "Pas encore de question évaluative : que voulez-vous savoir de cette chaîne ?",
        "No evaluation question yet: what do you want to know of this chain?",
    ),
    "no criteria": Bilingual(
        "À quoi verrait-on que c’est réussi ?", "What would show that it succeeds?"
    ),
    "no indicators": Bilingual(
        "Que peut-on observer, compter, recueillir ?",
        "What can be observed, counted, gathered?",
    ),
    "without question": Bilingual("Sans question évaluative", "Without an evaluation question"),
    "without criterion": Bilingual("Critère à choisir", "Criterion to be chosen"),
    "without indicator": Bilingual("Indicateur à choisir", "Indicator to be chosen"),
    "proposed by": Bilingual("proposé par {who}", "proposed by {who}"),
    "about": Bilingual("à propos de : {names}", "about: {names}"),
    "about route": Bilingual("chemin : {names}", "route: {names}"),
    "baseline": Bilingual("référence {date} : {value}", "baseline {date}: {value}"),
    "target": Bilingual("cible {date} : {value}", "target {date}: {value}"),
    "no data": Bilingual("pas encore de donnée", "no data yet"),
    "one observation": Bilingual("1 observation", "1 observation"),
    "observations": Bilingual("{count} observations", "{count} observations"),
    "by its question": Bilingual("Mesuré à travers la question", "Measured by way of the question"),
    "measures nothing": Bilingual("ne mesure rien de nommé", "measures nothing named"),
    "count": Bilingual("dénombrement", "count"),
    "stock": Bilingual("stock", "stock"),
    "ratio": Bilingual("rapport", "ratio"),
    "ordinal": Bilingual("échelle", "scale"),
    "qualitative": Bilingual("qualitatif", "qualitative"),
    "yes_no": Bilingual("oui ou non", "yes or no"),
    # actors
    "actors": Bilingual("qui donne quoi à qui", "who gives what to whom"),
    "actors subtitle": Bilingual(
        "Qui donne quoi à qui : ce que chaque partie prenante apporte, reçoit, et par quel circuit",
        "Who gives what to whom: what each stakeholder brings and receives, and by which circuit",
    ),
    "actors in words": Bilingual(
        "Ce que {count} parties prenantes apportent à la chaîne et en reçoivent.",
        "What {count} stakeholders bring to the chain and receive from it.",
    ),
    "they bring": Bilingual("Elles apportent", "They bring"),
    "the chain": Bilingual("La chaîne", "The chain"),
    "they receive": Bilingual("Elles reçoivent", "They receive"),
    "they bring one": Bilingual("apporte", "brings"),
    "they receive one": Bilingual("reçoit", "receives"),
    "no role": Bilingual("Rôle à préciser", "Role to be specified"),
    "no actors": Bilingual(
        "Parties prenantes à décrire : qui apporte, qui porte, qui bénéficie ?",
        "Stakeholders to be described: who brings, who carries, who benefits?",
    ),
    "whole chain": Bilingual("La chaîne entière", "The whole chain"),
    "gives in all": Bilingual("apporte {amounts}", "brings {amounts}"),
    "receives in all": Bilingual("reçoit {amounts}", "receives {amounts}"),
    "comes back": Bilingual("Ce qui revient", "What comes back"),
    "passes": Bilingual("Ce qui passe", "What passes"),
    "role": Bilingual("Rôle, sans circuit nommé", "Role, no circuit named"),
    # network
    "network": Bilingual("réseau des éléments et des liens", "network of parts and links"),
    "network subtitle": Bilingual(
        "Réseau de la chaîne : chaque élément, chaque lien, et ce qui revient aux ressources",
        "Network of the chain: every part, every link, and what returns to the resources",
    ),
    "network in words": Bilingual(
        "Réseau de {parts} éléments et {links} liens.",
        "Network of {parts} parts and {links} links.",
    ),
    "nothing yet": Bilingual(
        "Rien à relier pour l’instant : décrivez des ressources, des activités, des impacts.",
        "Nothing to link yet: describe resources, activities, impacts.",
    ),
    "forward": Bilingual("Mène à", "Leads to"),
    "return": Bilingual("Revient à", "Returns to"),
    "accompanies": Bilingual("Accompagne", "Accompanies"),
    "other links": Bilingual("Autre lien, ou rôle", "Other link, or role"),
    "uncertain link": Bilingual("Lien à confirmer", "Link to be confirmed"),
    # system
    "system": Bilingual("système de valeur", "value system"),
    "system title": Bilingual("Système de valeur", "Value system"),
    "system subtitle": Bilingual(
        "{count} chaînes de valeur : ce que l’une fait grandir nourrit l’autre",
        "{count} value chains: what grows in one feeds another",
    ),
    "system of one": Bilingual("Une seule chaîne de valeur", "A single value chain"),
    "system of none": Bilingual("Aucune chaîne à montrer", "No chain to show"),
    "activities": Bilingual("Activités", "Activities"),
    "impacts in short": Bilingual("Impacts", "Impacts"),
    "shared": Bilingual("Parties prenantes communes", "Shared stakeholders"),
    "shared link": Bilingual("Joue un rôle dans la chaîne", "Plays a part in the chain"),
    "becomes": Bilingual("Devient ressource d’une autre chaîne", "Becomes a resource of another"),
    "alike": Bilingual("La même ressource", "The same resource"),
    "nothing named": Bilingual("à décrire", "to be described"),
    "none shared": Bilingual(
        "Aucune partie prenante n’est nommée dans deux chaînes.",
        "No stakeholder is named in two chains.",
    ),
}
"""Each text by what it says; ``{names}`` are filled by the view."""
