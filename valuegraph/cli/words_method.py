"""What the command line says about questionnaires and method packs, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

WORDS: Mapping[str, Bilingual] = {
    "PACK": Bilingual("PAQUET", "PACK"),
    "CODE": Bilingual("CODE", "CODE"),
    "check --pack": Bilingual(
        "Paquet de règles à vérifier aussi : fonda, labo, evaluability, logframe, ou un fichier. "
        "Peut être répété.",
        "Pack of rules to check too: fonda, labo, evaluability, logframe, or a file. Can be "
        "repeated.",
    ),
    "check --ignore": Bilingual(
        "Code d’une règle, ou paquet, à laisser de côté (valuegraph : nos règles). Peut être "
        "répété.",
        "Code of a rule, or pack, to leave out (valuegraph: our rules). Can be repeated.",
    ),
    "check --fail-on": Bilingual(
        "À partir de quoi le code de retour est 1 : note, warning ou error (par défaut).",
        "From what on the exit code is 1: note, warning or error (by default).",
    ),
    "survey": Bilingual("Fait un questionnaire avec les indicateurs.",
                        "Make a questionnaire from the indicators."),
    "survey, whole": Bilingual(
        "Fait un questionnaire XLSForm (KoboToolbox, ODK…) qui demande une valeur de chaque "
        "indicateur de FICHIER, en français et en anglais.\n\nChaque colonne des réponses porte "
        "l’identifiant de son indicateur.",
        "Make an XLSForm questionnaire (KoboToolbox, ODK…) that asks for a value of every "
        "indicator of FILE, in French and English.\n\nEach column of the answers bears the id of "
        "its indicator.",
    ),
    "survey --out": Bilingual(
        "Classeur à écrire (sinon FICHIER-questionnaire.xlsx, à côté de FICHIER).",
        "Workbook to write (else FILE-survey.xlsx, beside FILE).",
    ),
    "survey --language": Bilingual(
        "Langue dans laquelle le questionnaire s’ouvre : fr ou en (sinon, celle de la chaîne).",
        "Language in which the questionnaire opens: fr or en (else that of the chain).",
    ),
    "survey name": Bilingual("questionnaire", "survey"),
    "survey out needed": Bilingual(
        "l’entrée standard n’a pas de nom : dites avec -o où mettre le questionnaire.",
        "standard input has no name: say with -o where the questionnaire goes.",
    ),
}  # fmt: skip
"""Each text by what it is for."""
