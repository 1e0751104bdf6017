"""Every word of the workshop kit, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        # the files
        "file how-to": Bilingual("1-mode-d-emploi", "1-how-to"),
        "file canvas": Bilingual("{number}-canevas-{page}", "{number}-canvas-{page}"),
        "file tiles": Bilingual(
            "{number}-canevas-{page}-en-{count}-feuilles-{tile}",
            "{number}-canvas-{page}-on-{count}-sheets-{tile}",
        ),
        "file cards": Bilingual("6-cartes-a-decouper", "6-cards-to-cut-out"),
        "file poster": Bilingual("7-affiche-{page}", "7-poster-{page}"),
        # the canvas
        "canvas": Bilingual("Canevas à remplir : {name}", "Canvas to fill in: {name}"),
        "canvas in words": Bilingual(
            "Un canevas vide pour construire une chaîne de valeur avec des notes "
            "repositionnables : ressources à gauche, activités de soutien et activités principales "
            "au milieu, impacts à droite, parties prenantes et questions en bas.",
            "An empty canvas to build a value chain with sticky notes: resources on the left, "
            "support and primary activities in the middle, impacts on the right, stakeholders and "
            "questions below.",
        ),
        "chain of": Bilingual("La chaîne de valeur de :", "The value chain of:"),
        "resources": Bilingual("Ressources", "Resources"),
        "resources hint": Bilingual(
            "Sur quoi nous appuyons-nous ? Temps, savoirs, lieux, denrées, argent… "
            "Qu’est-ce qui dort ?",
            "What do we draw on? Time, knowledge, places, food, money… What lies dormant?",
        ),
        "support": Bilingual("Activités de soutien", "Support activities"),
        "support hint": Bilingual(
            "Qui pilote, coordonne, cherche, relie ? Sans cela, le reste n’existerait pas.",
            "Who steers, coordinates, searches, brings together? "
            "Without it, nothing else would be.",
        ),
        "primary": Bilingual("Activités principales", "Primary activities"),
        "primary hint": Bilingual(
            "Une colonne par activité, dans l’ordre. En dessous : par quel circuit ?",
            "One column for each activity, in order. Below: through which circuit?",
        ),
        "activity": Bilingual("Activité {number}", "Activity {number}"),
        "impacts": Bilingual("Impacts", "Impacts"),
        "impacts hint": Bilingual(
            "Qu’est-ce qui grandit, ou se perd ? Pour qui ?",
            "What grows, or is lost? For whom?",
        ),
        "return": Bilingual(
            "Qu’est-ce que les impacts renouvellent ? Reliez-les aux ressources.",
            "What do the impacts renew? Join them to the resources.",
        ),
        "stakeholders": Bilingual("Parties prenantes", "Stakeholders"),
        "stakeholders hint": Bilingual(
            "Qui apporte, porte, finance, décide, bénéficie ?",
            "Who brings, carries, funds, decides, benefits?",
        ),
        "questions": Bilingual("Questions évaluatives", "Evaluation questions"),
        "questions hint": Bilingual(
            "Que voulons-nous savoir ?", "What do we want to know?"
        ),
        "canvas foot": Bilingual(
            "Notes de {note} mm. Titres lisibles à {title} m, zones à {zone} m, consignes à "
            "{hint} m. Un doute ? Ajoutez « ? » : c’est une hypothèse.",
            "Notes of {note} mm. Titles are read from {title} m, zones from {zone} m, prompts from "
            "{hint} m. Not sure? Add “?”: it is a hypothesis.",
        ),
        # tiles
        "tile": Bilingual(
            "feuille {number}/{count} : rangée {row}, colonne {column}",
            "sheet {number}/{count}: row {row}, column {column}",
        ),
        # the cards
        "cards": Bilingual("Cartes à découper : {name}", "Cards to cut out: {name}"),
        "cards in words": Bilingual(
            "{count} cartes numérotées, une par élément de la chaîne, et {blank} cartes vierges.",
            "{count} numbered cards, one for each part of the chain, and {blank} blank ones.",
        ),
        "card actor": Bilingual("Partie prenante", "Stakeholder"),
        "card resource": Bilingual("Ressource", "Resource"),
        "card support": Bilingual("Activité de soutien", "Support activity"),
        "card activity": Bilingual("Activité principale", "Primary activity"),
        "card modality": Bilingual("Modalité", "Mode of valorisation"),
        "card output": Bilingual("Réalisation", "Output"),
        "card impact": Bilingual("Impact", "Impact"),
        "card margin": Bilingual("Marge", "Margin"),
        "card question": Bilingual("Question évaluative", "Evaluation question"),
        "cell receives": Bilingual(
            "{activity} reçoit : {circuit}", "{activity} receives: {circuit}"
        ),
        "cell gives": Bilingual("{activity} donne : {circuit}", "{activity} gives: {circuit}"),
        "unnamed": Bilingual("à préciser", "to be specified"),
        "untitled": Bilingual("une chaîne à construire", "a chain to be built"),
        # the how-to
        "how-to": Bilingual("Construire une chaîne de valeur ensemble",
                            "Building a value chain together"),
        "how-to in words": Bilingual(
            "Une page pour la personne qui anime : le matériel, le déroulé, les règles.",
            "One page for the facilitator: what is needed, the steps, the rules.",
        ),
    }
)  # fmt: skip
"""Each text by what it says."""


def say(text: str, language: str, /, **values: object) -> str:
    """Return the text called ``text`` in ``language`` (English where we have no such language)."""
    return WORDS[text].text(language).format_map(values)
