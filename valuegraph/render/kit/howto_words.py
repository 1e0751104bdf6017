"""The page for the facilitator, in French and English: what to prepare, the steps, the rules."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.problems import Bilingual


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; numbered ones are steps."""

    title: Bilingual
    lines: tuple[Bilingual, ...]
    numbered: bool = False


SECTIONS = (
    Section(
        Bilingual("Préparer", "Prepare"),
        (
            Bilingual(
                "Un mur ou une grande table, et le canevas : A0, ou A1 pour un petit groupe. Sans "
                "grande imprimante : 9 feuilles A3 (pour l’A0) ou 9 feuilles A4 (pour l’A1).",
                "A wall or a large table, and the canvas: A0, or A1 for a small group. Without a "
                "large printer: 9 sheets of A3 (for A0) or 9 sheets of A4 (for A1).",
            ),
            Bilingual(
                "Imprimez à 100 %, sans « ajuster à la page ». Coupez sur les traits, collez la "
                "bande commune de 5 mm.",
                "Print at 100 %, without “fit to page”. Cut along the marks, glue the shared strip "
                "of 5 mm.",
            ),
            Bilingual(
                "Des notes repositionnables de 76 mm (51 mm pour l’A1) et des feutres épais : une "
                "idée par note, en gros.",
                "Sticky notes of 76 mm (51 mm for A1) and thick pens: one idea a note, in large "
                "letters.",
            ),
            Bilingual(
                "Si la chaîne existe déjà : ses cartes découpées, et l’affiche pour finir.",
                "If there is a chain already: its cards, cut out, and the poster for the end.",
            ),
        ),
    ),
    Section(
        Bilingual("Dérouler, en trois heures environ", "The steps, in about three hours"),
        (
            Bilingual(
                "Dire ce que l’on décrit (une organisation, un projet, un territoire) et ce que "
                "l’on veut comprendre ensemble. 15 min",
                "Say what is described (an organisation, a project, a territory) and what we want "
                "to understand together. 15 min",
            ),
            Bilingual(
                "Activités principales : ce qui se voit, une colonne par activité, dans l’ordre. "
                "30 min",
                "Primary activities: what can be seen, one column each, in order. 30 min",
            ),
            Bilingual(
                "Ressources : sur quoi chaque activité s’appuie, qui l’apporte, ce qui dort "
                "encore. 25 min",
                "Resources: what each activity draws on, who brings it, what still lies dormant. "
                "25 min",
            ),
            Bilingual(
                "Circuits : dans chaque case, ce que l’activité reçoit ou donne, par don, échange "
                "local ou marché. Une case vide n’est pas discutée ; « aucune » l’est. 30 min",
                "Circuits: in each cell, what the activity receives or gives, by gift, local "
                "exchange or market. An empty cell is not discussed; “none” is. 30 min",
            ),
            Bilingual(
                "Activités de soutien : qui pilote, coordonne, cherche, relie, et pour quoi. "
                "20 min",
                "Support activities: who steers, coordinates, searches, brings together, and for "
                "what. 20 min",
            ),
            Bilingual(
                "Impacts : ce qui grandit ou se perd, et pour qui. Reliez-les aux activités. "
                "30 min",
                "Impacts: what grows or is lost, and for whom. Join them to the activities. 30 min",
            ),
            Bilingual(
                "Retour : quelles ressources les impacts renouvellent ou épuisent. 15 min",
                "Return: which resources the impacts renew or deplete. 15 min",
            ),
            Bilingual(
                "Questions évaluatives : ce que nous voulons savoir, et à qui le demander. 20 min",
                "Evaluation questions: what we want to know, and whom to ask. 20 min",
            ),
        ),
        numbered=True,
    ),
    Section(
        Bilingual("Tenir le cadre", "Keep to the frame"),
        (
            Bilingual(
                "Un doute ? Ajoutez « ? » à la fin : c’est une hypothèse, et elle a sa place.",
                "Not sure? Add “?” at the end: it is a hypothesis, and it has its place.",
            ),
            Bilingual(
                "Une flèche dit « contribue à ». Elle ne dit ni « cause », ni combien de pour "
                "cent.",
                "An arrow says “contributes to”. It says neither “causes” nor how many per cent.",
            ),
            Bilingual(
                "Le soutien est de la valeur, pas des frais généraux : demandez ce qui "
                "s’arrêterait sans lui.",
                "Support is value, not overhead: ask what would stop without it.",
            ),
            Bilingual(
                "Un désaccord se note ; on ne vote pas pour le faire taire.",
                "A disagreement is written down; nobody votes it away.",
            ),
        ),
    ),
    Section(
        Bilingual("Après", "Afterwards"),
        (
            Bilingual(
                "Photographiez le canevas, puis recopiez la chaîne dans un texte : "
                "« valuegraph check » dit ce qui reste à discuter, « valuegraph draw » la dessine.",
                "Take a photograph, then copy the chain into a text: “valuegraph check” tells what "
                "is still to be discussed, “valuegraph draw” draws it.",
            ),
            Bilingual(
                "Renvoyez l’affiche au groupe, et revenez-y : une chaîne est une discussion qui "
                "continue.",
                "Send the poster to the group, and come back to it: a chain is a discussion that "
                "goes on.",
            ),
        ),
    ),
)
"""The sections, in the order of the page.

The times are ours, to be adapted: the method sets none.
"""
