"""What is to be known, or asked, about observations that were collected in tables."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG695", "aucune colonne de cette table n’est celle d’un indicateur de la chaîne",
          "no column of this table is that of an indicator of the chain",
          "La première ligne nomme les colonnes : indicateur, date, valeur, ou une colonne par "
          "indicateur. Titres reconnus : {allowed}. Pour d’autres titres, donnez une "
          "correspondance (mapping).",
          "The first row names the columns: indicator, date, value, or a column an indicator. "
          "Headings known: {allowed}. For other headings give a mapping."),
    warning("VG696", "la colonne « {shown} » n’est pas connue : elle est mise de côté",
            "the column “{shown}” is not known: it is set aside",
            "{near}Dites dans la correspondance ce qu’elle est, ou « ignorer ».",
            "{near}Say in the mapping what it is, or “ignore”."),
    note("VG697", "colonnes de l’outil d’enquête, qui ne sont pas lues : {columns}",
         "columns of the survey tool, which are not read: {columns}"),
    error("VG698", "deux colonnes disent « {means} » : « {first} » et « {shown} »",
          "two columns say “{means}”: “{first}” and “{shown}”",
          "Dites dans la correspondance laquelle compte, et « ignorer » pour l’autre.",
          "Say in the mapping which one counts, and “ignore” for the other."),
    error("VG699", "« {value} » peut être {first} ou {second}{others}",
          "“{value}” may be {first} or {second}{others}",
          "Dites dans la correspondance quel signe précède les décimales, après « décimale » : "
          "virgule ou point.",
          "Say in the mapping which sign comes before decimals, after “decimal”: comma or point."),
    error("VG700", "« {value} » n’est pas un nombre", "“{value}” is not a number",
          "Écrivez un seul nombre, par exemple 1 234,5 ou 1234.5. S’il n’y a pas de réponse, "
          "laissez la cellule vide, ou dites dans la correspondance quel mot veut le dire, sous "
          "« vides ».",
          "Write one number, for instance 1,234.5 or 1234.5. Where there is no answer leave the "
          "cell empty, or say in the mapping which word means that, under “empty”."),
    error("VG701", "« {value} » peut être {hundredth} % ou {whole} %{others}",
          "“{value}” may be {hundredth} % or {whole} %{others}",
          "Écrivez le signe %, ou dites dans la correspondance comment ils sont écrits, après "
          "« pourcentages » : 0-100 ou 0-1.",
          "Write the sign %, or say in the mapping how they are written, after “percent”: 0-100 or "
          "0-1."),
    error("VG702", "« {value} » est hors de {percent}, comme la correspondance dit que les "
          "pourcentages sont écrits",
          "“{value}” is outside of {percent}, as the mapping says that percentages are written",
          "Écrivez le signe % dans cette cellule, ou corrigez-la.",
          "Write the sign % in this cell, or correct it."),
    error("VG703", "« {value} » peut être le {first} ou le {second}{others}",
          "“{value}” may be {first} or {second}{others}",
          "Dites dans la correspondance comment elles sont écrites, après « dates » : "
          "jour/mois/année ou mois/jour/année.",
          "Say in the mapping how they are written, after “dates”: day/month/year or "
          "month/day/year."),
    error("VG704", "« {value} » est un nombre là où il faut une date ; pour un tableur, ce serait "
          "le {day}{others}",
          "“{value}” is a number where a date is needed; for a spreadsheet it would be "
          "{day}{others}",
          "Donnez à la colonne le format Date, ou dites « excel » dans la correspondance, après "
          "« dates ».",
          "Give the column the format Date, or say “excel” in the mapping, after “dates”."),
    error("VG705", "« {value} » n’est pas une date qui existe",
          "“{value}” is not a date that exists",
          "Une date s’écrit 2024-12-31, 2024-12 ou 2024.",
          "A date is written 2024-12-31, 2024-12 or 2024."),
    error("VG706", "cette ligne répète la ligne {first}", "this row repeats row {first}",
          "Dites dans la correspondance, après « doublons », si elle compte une seconde fois : "
          "garder ou écarter.",
          "Say in the mapping, after “duplicates”, whether it counts a second time: keep or "
          "drop."),
    error("VG707", "la chaîne contient déjà cette observation de « {indicator} »",
          "the chain holds this observation of “{indicator}” already",
          "Dites dans la correspondance, après « doublons », si elle compte une seconde fois : "
          "garder ou écarter.",
          "Say in the mapping, after “duplicates”, whether it counts a second time: keep or "
          "drop."),
    error("VG708", "cette réponse est déjà dans la chaîne, avec une autre observation de "
          "« {indicator} » : {old}, et ici {new}",
          "this answer is in the chain already, with another observation of “{indicator}”: {old}, "
          "and here {new}",
          "Elle a été corrigée dans l’outil d’enquête ? Corrigez la chaîne, ou retirez-en "
          "l’observation.",
          "Was it corrected in the survey tool? Correct the chain, or take the observation away "
          "there."),
    error("VG709", "il manque « {key} » dans cette ligne", "“{key}” is missing in this row",
          "Remplissez la cellule, ou videz toute la ligne. Une date ou une source qui vaut pour "
          "toutes les lignes se dit dans la correspondance, sous « toujours ».",
          "Fill the cell, or empty the whole row. A date or a source that holds for every row is "
          "told in the mapping, under “always”."),
    error("VG710", "« {value} » n’est ni oui ni non", "“{value}” is neither yes nor no",
          "Possible : oui, non (ou yes, no, vrai, faux, 1, 0).",
          "Possible: yes, no (or oui, non, true, false, 1, 0)."),
    note("VG711", "cellules qui disent qu’il n’y a pas de réponse : {count} ; elles sont mises de "
         "côté, et ne comptent pas comme zéro",
         "cells that say that there is no answer: {count}; they are set aside, and do not count as "
         "zero"),
    error("VG712", "un rapport a deux nombres : il manque « {missing} »",
          "a ratio has two numbers: “{missing}” is missing",
          "Donnez le numérateur et le dénominateur, ou aucun des deux.",
          "Give the numerator and the denominator, or neither."),
    note("VG713", "observations qui sont déjà dans la chaîne, et sont laissées de côté : {count}",
         "observations that are in the chain already, and are left out: {count}"),
    warning("VG714", "« {shown} » n’est sous aucun titre de colonne : la cellule est mise de côté",
            "“{shown}” stands under no heading: the cell is set aside",
            "Donnez un titre à sa colonne.", "Give its column a heading."),
    error("VG715", "plusieurs feuilles contiennent des observations : {sheets}",
          "several sheets hold observations: {sheets}",
          "Dites dans la correspondance laquelle lire, après « feuille ».",
          "Say in the mapping which one is to be read, after “sheet”."),
    error("VG716", "le dénominateur est {value} : on ne divise pas par zéro",
          "the denominator is {value}: nothing is divided by zero",
          "Sans personne, il n’y a pas de rapport : videz les deux cellules.",
          "Where there is nobody, there is no ratio: empty both cells."),
    note("VG717", "cette ligne répète la ligne {first} : elle est écartée, comme le dit la "
         "correspondance",
         "this row repeats row {first}: it is dropped, as the mapping says"),
    error("VG718", "ce fichier CSV est abîmé : un guillemet n’est pas fermé",
          "this CSV file is damaged: a quote is not closed",
          "Ouvrez-le dans votre tableur et enregistrez-le de nouveau en CSV UTF-8.",
          "Open it in your spreadsheet and save it again as CSV UTF-8."),
    error("VG719", "la feuille « {sheet} » n’existe pas, ou elle est vide",
          "the sheet “{sheet}” does not exist, or is empty",
          "{near}Feuilles : {allowed}.", "{near}Sheets: {allowed}."),
    note("VG720", "la date de chaque observation est celle de la colonne « {shown} », que l’outil "
         "d’enquête a remplie",
         "the date of each observation is that of the column “{shown}”, which the survey tool "
         "filled",
         "Si c’est une autre, dites-le dans la correspondance.",
         "If it is another, say so in the mapping."),
    error("VG721", "« {means} », dit de la colonne « {shown} », n’est ni un indicateur de la "
          "chaîne ni un mot connu",
          "“{means}”, told of the column “{shown}”, is neither an indicator of the chain nor a "
          "known word",
          "{near}Mots connus : date, source, viewpoint, people, quote, note, breakdown_…, "
          "extra_…, ignore.",
          "{near}Known words: date, source, viewpoint, people, quote, note, breakdown_…, extra_…, "
          "ignore."),
    error("VG722", "la correspondance ({file}) nomme la colonne « {shown} », que la table n’a pas",
          "the mapping ({file}) names the column “{shown}”, which the table does not have",
          "{near}Vérifiez le titre de la colonne.", "{near}Check the heading of the column."),
)  # fmt: skip
