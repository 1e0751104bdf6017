"""What is to be known about a questionnaire made from a chain."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, note, warning

RULES: tuple[Rule, ...] = (
    note("VG660", "le questionnaire ne demande rien : la chaîne n’a pas d’indicateur",
         "the questionnaire asks nothing: the chain has no indicator",
         "Ajoutez des indicateurs dans « évaluation ».", "Add indicators in “evaluation”."),
    warning("VG661",
            "l’indicateur est demandé dans la colonne « {column} » : son identifiant n’est pas "
            "possible dans un questionnaire, ou il est déjà pris",
            "the indicator is asked in the column “{column}”: its id is not possible in a "
            "questionnaire, or it is taken",
            "Donnez à l’indicateur un identifiant en lettres simples, autre que date, source ou "
            "viewpoint.",
            "Give the indicator an id of plain letters, other than date, source or viewpoint."),
    note("VG662",
         "la nature de l’indicateur n’est pas dite : il est demandé comme un nombre s’il a "
         "une unité, comme un texte sinon",
         "the kind of the indicator is not told: it is asked as a number if it has a unit, else "
         "as a text",
         "Dites sa nature : dénombrement, stock, rapport, échelle, qualitatif, oui_non.",
         "Say its kind: count, stock, ratio, ordinal, qualitative, yes_no."),
)  # fmt: skip
