"""Every word a picture shows of its own, in French and English: one table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual
from valuegraph.render.words_focus import FOCUS
from valuegraph.render.words_graphs import GRAPH_WORDS

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        **GRAPH_WORDS,
        # every view: heading, footing, status marks
        "untitled": Bilingual("Chaîne de valeur sans titre", "Untitled value chain"),
        "chain of organisation": Bilingual(
            "Chaîne de valeur d’une organisation", "Value chain of an organisation"
        ),
        "chain of project": Bilingual("Chaîne de valeur d’un projet", "Value chain of a project"),
        "chain of territory": Bilingual(
            "Chaîne de valeur d’un territoire", "Value chain of a territory"
        ),
        "value chain": Bilingual("Chaîne de valeur", "Value chain"),
        "sheet": Bilingual("feuille {number}/{count}", "sheet {number}/{count}"),
        "circuits": Bilingual("Modalités de valorisation", "Modes of valorisation"),
        "marks": Bilingual("Légende des signes", "Key to the marks"),
        "hypothesis": Bilingual("À confirmer", "To be confirmed"),
        "planned": Bilingual("Prévu", "Planned"),
        "disputed": Bilingual("Contesté", "Disputed"),
        "refuted": Bilingual("Écarté", "Refuted"),
        # matrix
        "matrix": Bilingual(
            "Tableau des modalités de valorisation", "Table of the modes of valorisation"
        ),
        "matrix in words": Bilingual(
            "Tableau de {activities} activités et {circuits} circuits, et ce à quoi ils mènent.",
            "Table of {activities} activities and {circuits} circuits, and what they lead to.",
        ),
        "matrix subtitle": Bilingual(
            "Chaînes de valeur des activités principales : "
            "comment chaque ressource est valorisée dans chaque circuit",
            "Value chains of the primary activities: "
            "how each resource is turned to value in each circuit",
        ),
        "told of": Bilingual("{what} : {text}", "{what}: {text}"),
        "resources": Bilingual("Ressources", "Resources"),
        "resources invested": Bilingual("Ressources investies", "Resources invested"),
        "in return": Bilingual("en retour : {what}", "in return: {what}"),
        "with": Bilingual("avec {who}", "with {who}"),
        "more in the annex": Bilingual("{count} de plus, en annexe", "{count} more: see annex"),
        "nothing": Bilingual("rien", "nothing"),
        "no circuit": Bilingual(
            "Par quels circuits ? Don, échange local, marché, redistribution : "
            "les modalités de valorisation restent à décrire.",
            "By which circuits? Gift, local exchange, market, redistribution: "
            "the modes of valorisation are still to be described.",
        ),
        # flow
        "flow": Bilingual("flux, des ressources aux impacts", "flows, from resources to impacts"),
        "flow by equal": Bilingual(
            "Des ressources aux impacts : la largeur d’un flux montre la part des impacts "
            "qui y passe, à parts égales",
            "From resources to impacts: the width of a flow shows the share of the impacts "
            "that passes by it, in equal parts",
        ),
        "flow by strength": Bilingual(
            "Des ressources aux impacts : la largeur d’un flux montre la force de la contribution",
            "From resources to impacts: the width of a flow shows how strong the contribution is",
        ),
        "flow by amount": Bilingual(
            "Des ressources aux impacts : la largeur d’un flux montre ce qui y passe ({unit})",
            "From resources to impacts: the width of a flow shows how much passes ({unit})",
        ),
        "route by equal": Bilingual(
            "Chemin le plus suivi, à parts égales", "The route most followed, in equal parts"
        ),
        "route by strength": Bilingual("Contribution la plus forte", "The strongest contribution"),
        "route by unknown": Bilingual(
            "Chemin le plus suivi, à parts égales (des forces sont inconnues)",
            "The route most followed, in equal parts (some strengths are unknown)",
        ),
        "route by amount": Bilingual(
            "Chemin par où passe le plus", "The route by which most passes"
        ),
        "equalled": Bilingual("(d’autres l’égalent)", "(others equal it)"),
        "equal caption": Bilingual(
            "Lecture du schéma (à parts égales), ce n’est pas une mesure de l’impact.",
            "A reading of the diagram (in equal parts), not a measurement of the impact.",
        ),
        "no unit": Bilingual("sans unité", "no unit"),
        "unknown strength": Bilingual(
            "« ? » : force inconnue ({count}), trait fin.",
            "“?”: strength unknown ({count}), thin line.",
        ),
        "unknown amount": Bilingual(
            "« ? » : quantité inconnue dans cette unité ({count}), trait fin.",
            "“?”: amount unknown in this unit ({count}), thin line.",
        ),
        "unknown weight": Bilingual("Inconnu", "Unknown"),
        "refuted left out": Bilingual(
            "Écarté, non montré : {count}.", "Refuted, not shown: {count}."
        ),
        "hinders": Bilingual("Freine ou épuise", "Hinders or depletes"),
        "joined to nothing": Bilingual("Sans lien", "Without a link"),
        "no resources": Bilingual("Ressources à décrire", "Resources to be described"),
        # cycle
        "cycle": Bilingual("cycle de la valeur", "value cycle"),
        "cycle subtitle": Bilingual(
            "Le cycle de la valeur : des ressources aux impacts, "
            "et ce qui revient aux ressources communes",
            "The value cycle: from resources to impacts, and what comes back to the commons",
        ),
        "what returns": Bilingual("Ce qui revient aux ressources", "What comes back"),
        "leaves": Bilingual("sort de la boucle", "leaves the loop"),
        "state renewed": Bilingual("renouvelée", "renewed"),
        "state depleted": Bilingual("épuisée", "depleted"),
        "state both": Bilingual("renouvelée et épuisée", "renewed and depleted"),
        "state neither": Bilingual("ni renouvelée ni épuisée", "neither renewed nor depleted"),
        "resources renewed": Bilingual(
            "{count} ressource(s) renouvelée(s) sur {whole}", "{count} of {whole} resources renewed"
        ),
        "resources depleted": Bilingual(
            "{count} épuisée(s) sur {whole}", "{count} of {whole} depleted"
        ),
        "resources both": Bilingual(
            "{count} renouvelée(s) et épuisée(s) à la fois", "{count} renewed and depleted at once"
        ),
        "resources neither": Bilingual(
            "{count} ni renouvelée(s) ni épuisée(s)", "{count} neither renewed nor depleted"
        ),
        "no loop": Bilingual(
            "aucune boucle ne passe par une ressource", "no loop passes through a resource"
        ),
        "one loop": Bilingual("boucle passe par une ressource", "loop passes through a resource"),
        "loops": Bilingual("boucles passent par une ressource", "loops pass through a resource"),
        "loops at least": Bilingual(
            "boucles au moins passent par une ressource",
            "loops at least pass through a resource",
        ),
        "ring open": Bilingual(
            "Le cycle est encore ouvert : aucun retour vers les ressources n’est décrit. "
            "Qu’est-ce que les impacts renouvellent ?",
            "The cycle is still open: nothing is said to come back to the resources. "
            "What do the impacts renew?",
        ),
        "shortest loops": Bilingual(
            "Par où la valeur revient : la plus courte boucle de chaque ressource",
            "How value comes back: the shortest loop of each resource",
        ),
        "no loop in words": Bilingual(
            "Aucune boucle : rien de décrit ne revient à une ressource qui y contribue.",
            "No loop: nothing described comes back to a resource that contributes to it.",
        ),
        # extended, and what every view may add: the annex, the arrow of impacts
        "extended": Bilingual("chaîne de valeur étendue", "extended value chain"),
        "next": Bilingual(" ; ", "; "),
        "outputs": Bilingual("Réalisations", "Outputs"),
        "ecosystem": Bilingual(
            "Ressources de l’écosystème territorial", "Resources of the local ecosystem"
        ),
        "ecosystem only": Bilingual("Écosystème territorial", "Local ecosystem"),
        "support": Bilingual("Activités de soutien", "Support activities"),
        "support in short": Bilingual("Soutien", "Support"),
        "primary": Bilingual("Activités principales", "Primary activities"),
        "primary in short": Bilingual("Activités", "Activities"),
        "impacts": Bilingual("Impacts sociaux", "Social impacts"),
        "impacts and margin": Bilingual("Impacts et marge", "Impacts and margin"),
        "margin": Bilingual("Marge", "Margin"),
        "stakeholders": Bilingual("Parties prenantes", "Stakeholders"),
        "more stakeholders": Bilingual(
            "et {count} autres, en annexe", "and {count} more: see annex"
        ),
        "no activities": Bilingual("Activités à décrire", "Activities to be described"),
        "no circuits": Bilingual("modalités à décrire", "modes to be described"),
        "no impacts": Bilingual("Impacts à décrire", "Impacts to be described"),
        "unnamed": Bilingual("à préciser", "to be specified"),
        "serves": Bilingual("pour : {names}", "for: {names}"),
        "renews": Bilingual("renouvelle : {names}", "renews: {names}"),
        "depletes": Bilingual("épuise : {names}", "depletes: {names}"),
        "negative": Bilingual("− impact négatif", "− negative impact"),
        "mixed": Bilingual("± impact contrasté", "± mixed impact"),
        "receives": Bilingual("Reçoit", "Receives"),
        "gives": Bilingual("Donne", "Gives"),
        "none": Bilingual("Discuté : aucune", "Discussed: none"),
        "not discussed": Bilingual("Pas encore discuté", "Not discussed yet"),
        "renewed": Bilingual(
            "Ressource renouvelée par les impacts", "Resource renewed by the impacts"
        ),
        "annex": Bilingual("Annexe : les textes en entier", "Annex: the texts in full"),
        "annex page": Bilingual(
            "Annexe : les textes en entier ({number}/{count})",
            "Annex: the texts in full ({number}/{count})",
        ),
        **FOCUS,
    }
)
"""Each text by what it says; ``{names}`` are filled by the view."""


def say(name: str, language: str, **values: object) -> str:
    """Return the text of that name in ``language`` (English where we have no such language)."""
    return WORDS[name].text(language).format_map(values)
