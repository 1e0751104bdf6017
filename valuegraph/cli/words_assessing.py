"""What the command line says about evaluations, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

ASSESSING: Mapping[str, Bilingual] = {
    "DATE": Bilingual("DATE", "DATE"),
    "coverage": Bilingual("Dit ce qui est mesuré, et ce qui ne l’est pas.",
                          "Say what is measured, and what is not."),
    "coverage, whole": Bilingual(
        "Dit quelles parties, quels liens et quels chemins de la chaîne FICHIER un indicateur "
        "suit, et quelles questions, quels critères et quels indicateurs restent sans réponse.\n\n"
        "Mesuré ne veut pas dire bon, ni même connu : un indicateur peut n’avoir aucune donnée.",
        "Say which parts, links and routes of the chain FILE an indicator follows, and which "
        "questions, criteria and indicators are left without an answer.\n\n"
        "Measured does not mean good, nor even known: an indicator may have no data.",
    ),
    "progress": Bilingual("Dit où en est chaque indicateur.", "Say how each indicator stands."),
    "progress, whole": Bilingual(
        "Dit où en est chaque indicateur de la chaîne FICHIER : valeur, départ, cible, et part du "
        "chemin parcourue.\n\n"
        "Ce qui n’est pas connu reste inconnu, et n’est jamais zéro.",
        "Say how each indicator of the chain FILE stands: value, value at first, target, and how "
        "much of the way is made.\n\n"
        "What is not known stays unknown, and is never zero.",
    ),
    "progress --on": Bilingual(
        "Jour demandé, comme 2018, 2018-12 ou 2018-12-31 (sinon, celui de la dernière "
        "observation).",
        "Day asked for, such as 2018, 2018-12 or 2018-12-31 (else that of the last observation).",
    ),
    "assess --table": Bilingual("Une table au lieu du texte, en csv, md ou json.",
                                "A table in place of the text, as csv, md or json."),
    "coverage title": Bilingual("Ce qui est mesuré", "What is measured"),
    "progress title": Bilingual("Où en sont les indicateurs", "How the indicators stand"),
}  # fmt: skip
