"""What can be wrong with linked data, and what is to be known about it."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG663", "ce JSON ne se lit pas : {reason}", "this JSON cannot be read: {reason}",
          "Exportez-le de nouveau.", "Export it again."),
    error("VG664", "ce JSON-LD ne se lit pas : {reason}", "this JSON-LD cannot be read: {reason}",
          "Exportez-le de nouveau, ou corrigez son « @context ».",
          "Export it again, or mend its “@context”."),
    warning("VG665", "le contexte « {url} » n’est pas connu et n’est pas téléchargé : les noms "
            "qu’il explique sont gardés tels quels",
            "the context “{url}” is not known and is not fetched: the names that it explains are "
            "kept as they are",
            "Écrivez le contexte dans le fichier.", "Write the context into the file."),
    error("VG666", "ce Turtle ne se lit pas : {reason}", "this Turtle cannot be read: {reason}",
          "Corrigez cette ligne, ou exportez-le de nouveau.",
          "Mend this line, or export it again."),
    error("VG667", "il n’y a pas de données liées ici : aucun énoncé",
          "there is no linked data here: not one statement",
          "Il faut un « @context », puis des éléments avec « @id » et « @type ».",
          "There must be a “@context”, then things with “@id” and “@type”."),
    warning("VG668", "ce fichier n’est pas en UTF-8 : il est lu comme du Windows-1252",
            "this file is not in UTF-8: it is read as Windows-1252",
            "Vérifiez les accents.", "Check the accents."),
    error("VG669", "ce fichier se dit en {encoding}, et ne l’est pas",
          "this file says it is in {encoding}, and is not",
          "Enregistrez-le de nouveau en UTF-8.", "Save it again as UTF-8."),
    note("VG670", "{understood} énoncés sur {total} compris ; {aside} mis de côté et gardés",
         "{understood} statements of {total} understood; {aside} set aside and kept",
         "Ils sont dans « extra », et réécrits tels quels dans ce format.",
         "They are in “extra”, and written back as they were in this format."),
    note("VG671", "mis de côté, gardé dans « extra » : {what}",
         "set aside, kept in “extra”: {what}"),
    note("VG672", "{count} élément(s) de classe « {what} » mis de côté, gardés dans « extra » "
         "de la chaîne",
         "{count} thing(s) of class “{what}” set aside, kept in “extra” of the chain"),
    error("VG673", "ces règles SHACL ne se lisent pas : {reason}",
          "these SHACL shapes cannot be used: {reason}",
          "Les règles officielles des paliers supérieurs ont des fautes connues : essayez "
          "repair=True.",
          "The official shapes of the higher tiers have known faults: try repair=True."),
)  # fmt: skip
