"""What can be wrong with a file before its content is understood."""

from __future__ import annotations

from valuegraph.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
