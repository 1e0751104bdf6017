"""What can be wrong with a pack of rules."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error

RULES: tuple[Rule, ...] = (
    error("VG250", "« {value} » n’est pas possible pour « {field} »",
          "“{value}” is not possible for “{field}”",
          "{suggestion}Possible : {allowed}.", "{suggestion}Possible: {allowed}."),
    error("VG251", "le test « {test} » n’a pas de sens pour : {kind}",
          "the test “{test}” has no meaning for: {kind}",
          "Il en a pour : {allowed}.", "It has one for: {allowed}."),
    error("VG252", "deux paquets de règles s’appellent « {name} »",
          "two packs of rules are called “{name}”",
          "Donnez un autre nom à l’un d’eux, après « paquet: ».",
          "Give one of them another name, after “pack:”."),
)  # fmt: skip
