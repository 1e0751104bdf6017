"""The words of captions and of the marks of a highlight, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

FOCUS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "quoted": Bilingual("« {text} »", "“{text}”"),
        "the whole chain": Bilingual("toute la chaîne", "the whole chain"),
        "more": Bilingual("{count} de plus", "{count} more"),
        "which": Bilingual(", qui ", ", which "),
        "which, later": Bilingual(", … qui ", ", … which "),
        # what stands out
        "in focus": Bilingual("En évidence : {what}.", "Highlighted: {what}."),
        "with company": Bilingual(
            "{what}, avec ce où il agit ({names})", "{what}, with what it acts in ({names})"
        ),
        "colon": Bilingual(" : ", ": "),
        "in focus: route": Bilingual(
            "Chemin mis en évidence, étapes 1 à {count} : {what}.",
            "Highlighted route, steps 1 to {count}: {what}.",
        ),
        "in focus: loop": Bilingual(
            "Boucle mise en évidence, étapes 1 à {count} : {what}.",
            "Highlighted loop, steps 1 to {count}: {what}.",
        ),
        "in focus: the strongest": Bilingual(
            "Chemin le plus fort, étapes 1 à {count} : {what}.",
            "The strongest route, steps 1 to {count}: {what}.",
        ),
        "in focus: the shortest": Bilingual(
            "Chemin le plus court (des forces manquent pour trouver le plus fort), "
            "étapes 1 à {count} : {what}.",
            "The shortest route (strengths are missing to find the strongest), "
            "steps 1 to {count}: {what}.",
        ),
        "in focus: routes": Bilingual(
            "{count} chemins mis en évidence, de {start} à {end}.",
            "{count} routes highlighted, from {start} to {end}.",
        ),
        "in focus: routes, some": Bilingual(
            "{count} chemins mis en évidence, de {start} à {end} ; il y en a d’autres.",
            "{count} routes highlighted, from {start} to {end}; there are others.",
        ),
        "rest calmed": Bilingual("Le reste est estompé.", "The rest is faded."),
        "rest stays": Bilingual(
            "Hachuré : ce qui est retiré ou s’arrête.", "Hatched: what is taken away or stops."
        ),
        "not shown": Bilingual(
            "Cette vue ne montre pas {names}.", "This view does not show {names}."
        ),
        # words at single parts
        "tag taken": Bilingual("× retiré", "× taken away"),
        "tag cut": Bilingual("plus rien n’y mène", "nothing leads here"),
        "tag stopped": Bilingual("× s’arrête", "× stops"),
        "tag weakened": Bilingual("fragilisé", "weakened"),
        "tag passed": Bilingual("{share} y passait", "{share} passed there"),
        "tag passes": Bilingual("{share} y passe", "{share} passes there"),
        # what is shown, what is left out
        "shown": Bilingual("Montré : {what} : {counts}", "Shown: {what}: {counts}"),
        "left out": Bilingual(" ; laissés de côté : {counts}.", "; left out: {counts}."),
        "nothing left out": Bilingual(" ; rien n’est laissé de côté.", "; nothing is left out."),
        "nothing of it": Bilingual("rien", "nothing"),
        "upstream of": Bilingual("ce qui mène à {names}", "what leads to {names}"),
        "downstream of": Bilingual("ce à quoi mène {names}", "what {names} leads to"),
        "both sides of": Bilingual(
            "ce qui mène à {names} et ce à quoi cela mène",
            "what leads to {names} and what it leads to",
        ),
        "circuit only": Bilingual("ce qui passe par {names}", "what passes by {names}"),
        "actor only": Bilingual(
            "ce que {names} apporte ou reçoit, d’où cela vient et où cela mène",
            "what {names} brings or receives, where it comes from and leads",
        ),
        "overview": Bilingual(
            "Vue d’ensemble : les textes des cases et les lignes d’action ne sont pas montrés",
            "Overview: the texts of cells and the lines of action are not shown",
        ),
        "overview left out": Bilingual(", ni {counts} de détail.", ", nor {counts} of detail."),
        "modalities counted": Bilingual("{count} modalités", "{count} modalities"),
        "one modality": Bilingual("1 modalité", "1 modality"),
    }
)
"""Each text by what it says; ``{names}`` are filled when it is said."""
