"""What the command line says about reports, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

WORDS: Mapping[str, Bilingual] = {
    "report": Bilingual("Écrit le rapport d’évaluation d’une chaîne.",
                        "Write the evaluation report of a chain."),
    "report, whole": Bilingual(
        "Écrit le rapport de la chaîne de FICHIER : ses images, l’évaluation question par "
        "question, où l’on en est, ce que montre le schéma, ce qui est solide et ce qui repose "
        "sur des hypothèses.\n\n"
        "La terminaison dit le format : .html (une page à ouvrir), .docx (à reprendre), .pdf (à "
        "imprimer) ou .md, avec ses images à côté.",
        "Write the report of the chain of FILE: its pictures, the evaluation question by question, "
        "where things stand, what the diagram shows, what is solid and what rests on assumptions."
        "\n\n"
        "The ending says the format: .html (a page to open), .docx (to go on writing), .pdf (to "
        "print) or .md, with its pictures beside it.",
    ),
    "report --out": Bilingual(
        "Fichier à écrire (sinon FICHIER-rapport.html, à côté de FICHIER).",
        "File to write (else FILE-report.html, beside FILE).",
    ),
    "report --language": Bilingual(
        "Langue du rapport : fr ou en (celle de la chaîne sinon).",
        "Language of the report: fr or en (else the chain's).",
    ),
    "report --on": Bilingual(
        "Date (2018, 2018-12 ou 2018-12-31) après laquelle rien n’est dit (sinon, tout l’est).",
        "Date (2018, 2018-12 or 2018-12-31) after which nothing is told (else all is).",
    ),
    "report --masked-below": Bilingual(
        "Masque ce qui a été observé de moins de personnes que ce nombre, ou d’on ne sait combien.",
        "Hide what was observed of fewer people than that number, or of nobody knows how many.",
    ),
    "report name": Bilingual("rapport", "report"),
    "report out needed": Bilingual(
        "La chaîne vient de l’entrée standard : dites avec -o où écrire le rapport.",
        "The chain comes from standard input: say with -o where the report goes.",
    ),
}  # fmt: skip
"""Each text by what it is for."""
