"""What is said of routes, loops, losses and solidity, and what cannot be asked of them."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note

RULES: tuple[Rule, ...] = (
    note("VG520", "{count} chemins montrés, sur {total}", "{count} routes shown, of {total}",
         "Demandez la page suivante, ou des chemins pliés.",
         "Ask for the next page, or for folded routes."),
    note("VG521", "aucun chemin ne mène à {parts}", "no route leads to {parts}",
         "Dites ce qui y contribue, par « de: ».", "Say what contributes to it, with “of:”."),
    note("VG522", "des liens tournent en rond : un chemin ne visite aucune partie deux fois",
         "links go round: a route visits no part twice"),
    note("VG523", "des chemins passent par des liens qui freinent : {links}",
         "routes pass by links that hinder: {links}"),
    note("VG524", "la force d’un chemin est le produit de celles de ses liens, des avis et non "
         "des mesures",
         "the strength of a route is the product of those of its links, judgements and no "
         "measurements"),
    note("VG530", "{count} boucles montrées, les plus courtes ; il y en a d’autres",
         "{count} loops shown, the shortest; there are others"),
    note("VG531", "seule une hypothèse renouvelle {parts}",
         "only a hypothesis renews {parts}"),
    note("VG532", "liens de ces chemins sans aucune preuve notée : {count}",
         "links of these routes without any evidence noted: {count}",
         "Notez d’où vient ce que vous dites, par « preuves: ».",
         "Note where what you say comes from, with “evidence:”."),
    error("VG560", "{count} liens sans force connue : {links}",
          "{count} links without a known strength: {links}",
          "Donnez-la, ou demandez les chemins sans « top ».",
          "Give it, or ask for routes without “top”."),
    error("VG561", "ce n’est pas la suite de cette question : {value}",
          "this does not go on from this question: {value}",
          "Un curseur vaut pour la même chaîne et les mêmes options, sans « top ».",
          "A cursor is for the same chain and the same options, without “top”."),
    error("VG562", "« {option} » est un nombre entier, au moins 0 : {value}",
          "“{option}” is a whole number, at least 0: {value}"),
)  # fmt: skip
