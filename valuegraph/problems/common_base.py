"""What is to be known about common bases, and what a chain lacks of one."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG723", "« {key} » n’a pas sa place dans un socle commun : il ne connaît pas les "
          "éléments d’une chaîne",
          "“{key}” has no place in a common base: it does not know the parts of a chain",
          "Dites-le dans la chaîne, une fois le socle adopté.",
          "Say it in the chain, once the base is adopted."),
    error("VG724", "ce fichier ne dit pas qu’il est un socle commun",
          "this file does not say that it is a common base",
          "Il commence par la ligne « {header} ».", "It begins with the line “{header}”."),
    error("VG725", "« {id} » est ici : {actual}, et dans le socle commun : {kind}",
          "“{id}” is here: {actual}, and in the common base: {kind}",
          "Donnez un autre identifiant à l’élément de la chaîne (rename), puis adoptez le socle.",
          "Give the chain’s part another id (rename), then adopt the base."),
    warning("VG726", "critères du socle commun « {base} » qui manquent : {names}",
            "criteria of the common base “{base}” that are missing: {names}",
            "Adoptez le socle (chain.adopt), ou dites pourquoi ce critère ne vous concerne pas.",
            "Adopt the base (chain.adopt), or say why this criterion does not concern you."),
    warning("VG727", "indicateurs du socle commun « {base} » qui manquent : {names}",
            "indicators of the common base “{base}” that are missing: {names}",
            "Adoptez le socle (chain.adopt) : sans eux, la chaîne ne se compare pas aux autres.",
            "Adopt the base (chain.adopt): without them the chain is not compared with others."),
    warning("VG728", "l’indicateur n’est plus celui du socle commun « {base} » : {fields}",
            "the indicator is no longer that of the common base “{base}”: {fields}",
            "Reprenez ce que dit le socle, ou donnez un autre identifiant : ce qui diffère ne se "
            "compare pas.",
            "Take over what the base says, or give it another id: what differs is not compared."),
    note("VG729", "ajouts locaux, hors du socle commun « {base} » : {names}",
         "local additions, beside the common base “{base}”: {names}"),
)  # fmt: skip
