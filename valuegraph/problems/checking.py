"""What can be said about a chain that was understood: the rules of check."""

from __future__ import annotations

from valuegraph.problems.rule import Rule

RULES: tuple[Rule, ...] = ()
