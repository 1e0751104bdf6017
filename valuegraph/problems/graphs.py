"""What keeps a graph of another program from being read as a chain."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, warning

RULES: tuple[Rule, ...] = (
    error("VG650", "le fichier est abîmé à cet endroit : {reason}",
          "the file is damaged here: {reason}",
          "Exportez-le de nouveau.", "Export it again."),
    error("VG651", "le fichier déclare un type de document (DOCTYPE) ou des entités, et nous n’en "
          "lisons aucun",
          "the file declares a document type (DOCTYPE) or entities, and we read none",
          "Effacez la ligne « <!DOCTYPE … > ».", "Delete the line “<!DOCTYPE … >”."),
    error("VG652", "il n’y a pas ici le graphe attendu : il faut {expected}",
          "the graph is not where it is expected: {expected} needed"),
    error("VG653", "aucune colonne ne dit la nature de chaque {what} ; colonnes : {columns}",
          "no column says of which kind each {what} is; columns: {columns}",
          "Si c’est la colonne « {example} », dites-le : columns={{\"{example}\": \"kind\"}}.",
          "If it is the column “{example}”, say so: columns={{\"{example}\": \"kind\"}}."),
    error("VG654", "« {word} » n’est pas une nature que nous connaissons ({what}, {count} ×) ; "
          "possibles : {allowed}",
          "“{word}” is not a kind that we know ({what}, {count}×); possible: {allowed}",
          "Dites ce que c’est, par exemple : kinds={{\"{word}\": \"{example}\"}}.",
          "Say what it is, for instance: kinds={{\"{word}\": \"{example}\"}}."),
    error("VG655", "rien ne dit ce qu’est « {id} » ; possibles : {allowed}",
          "nothing says what “{id}” is; possible: {allowed}",
          "Dites-le, par exemple : parts={{\"{id}\": \"{example}\"}}.",
          "Say it, for instance: parts={{\"{id}\": \"{example}\"}}."),
    error("VG656", "{what} sans « {key} »", "{what} without “{key}”",
          "Complétez-le, ou dites quelle colonne c’est : columns={{\"…\": \"{key}\"}}.",
          "Fill it in, or say which column it is: columns={{\"…\": \"{key}\"}}."),
    warning("VG657", "ce graphe a des liens sans direction : chacun est lu dans le sens où il est "
            "écrit",
            "this graph has links without direction: each is read the way it is written",
            "Vérifiez le sens des liens.", "Check which way the links go."),
)  # fmt: skip
