"""What is said of observations that are put together, and of judgements."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    warning("VG596",
            "l’indicateur « {id} » ne dit pas sa nature : ses valeurs ne sont pas mises ensemble",
            "the indicator “{id}” does not say its kind: its values are not put together",
            "Dites sa nature : dénombrement, stock, rapport, échelle, qualitatif, oui_non.",
            "Say its kind: count, stock, ratio, ordinal, qualitative, yes_no."),
    warning("VG597",
            "les valeurs de « {id} » sont en plusieurs unités ({units}) : elles ne s’ajoutent pas",
            "the values of “{id}” are in several units ({units}): they do not add up",
            "Donnez-les toutes dans une unité.", "Give all of them in one unit."),
    note("VG598",
         "« {id} » : {count} observations ont une date moins précise que la période demandée, et "
         "n’y sont pas",
         "“{id}”: {count} observations have a date that is coarser than the period asked for, and "
         "are not in it"),
    note("VG599",
         "« {id} » : {count} observations ne disent pas la ventilation demandée, et n’y sont pas",
         "“{id}”: {count} observations do not tell the breakdown asked for, and are not in it"),
    error("VG604", "il manque à la table d’observations : {columns}",
          "the table of observations lacks: {columns}",
          "Colonnes : indicator, date, value (ou numerator et denominator) ; au choix unit, "
          "people, viewpoint, chain, breakdown_<nom>.",
          "Columns: indicator, date, value (or numerator and denominator); if wanted unit, "
          "people, viewpoint, chain, breakdown_<name>."),
    error("VG605", "la table d’observations nomme des indicateurs qui n’existent pas : {ids}",
          "the table of observations names indicators that do not exist: {ids}"),
    note("VG606",
         "« {id} » : {count} observations sont déjà comptées dans un tout, donc pas une seconde "
         "fois",
         "“{id}”: {count} observations are counted in a whole already, so not a second time"),
)  # fmt: skip
