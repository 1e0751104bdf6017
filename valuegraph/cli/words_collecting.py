"""What the command line says about observations and common bases, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

WORDS: Mapping[str, Bilingual] = {
    "TABLE": Bilingual("TABLE", "TABLE"),
    "observe": Bilingual("Ajoute les observations d’une table à une chaîne.",
                         "Add the observations of a table to a chain."),
    "observe, whole": Bilingual(
        "Lit les observations de TABLE (CSV, XLSX, ODS, export de KoboToolbox, ODK ou LimeSurvey, "
        "ou YAML et JSON) et les ajoute à la chaîne de FICHIER.\n\nCe qui peut se lire de deux "
        "façons (1,234 ; 05/03/2024 ; 45 ou 0,45 pour un pourcentage) est demandé, jamais deviné : "
        "--mapping y répond une fois pour toutes. Sans -o, rien n’est écrit.",
        "Read the observations of TABLE (CSV, XLSX, ODS, an export of KoboToolbox, ODK or "
        "LimeSurvey, or YAML and JSON) and add them to the chain of FILE.\n\nWhat may be read in "
        "two ways (1,234; 05/03/2024; 45 or 0.45 for a percentage) is asked, never guessed: "
        "--mapping answers once and for all. Without -o nothing is written.",
    ),
    "observe --mapping": Bilingual(
        "Petit fichier qui dit ce qu’est chaque colonne, et comment la table est écrite.",
        "Small file that says what each column is, and how the table is written.",
    ),
    "observe --out": Bilingual(
        "Où écrire la chaîne avec ses observations ; le format suit la terminaison.",
        "Where to write the chain with its observations; the ending says the format.",
    ),
    "observe nothing written": Bilingual(
        "Rien n’est écrit : dites avec -o où mettre la chaîne.",
        "Nothing is written: say with -o where the chain goes.",
    ),
    "check --base": Bilingual(
        "Socle commun dont on vérifie ce que la chaîne a : un fichier, ou drome (l’exemple).",
        "Common base that the chain is held against: a file, or drome (the example).",
    ),
}  # fmt: skip
"""Each text by what it is for."""
