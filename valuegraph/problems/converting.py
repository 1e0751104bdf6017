"""What a format cannot hold of a chain."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, note, warning

RULES: tuple[Rule, ...] = (
    warning("VG600", "non repris : {format} n’a pas de place pour cela",
            "left out: there is no place for this in: {format}"),
    warning("VG601", "non repris ({format}) : {keys}", "left out ({format}): {keys}"),
    warning("VG602", "non repris ({format}) : {count} {what}",
            "left out ({format}): {count} {what}"),
    note("VG603", "repris autrement ({format}) : {what}", "kept in another way ({format}): {what}"),
)  # fmt: skip
