"""What a pack finds in a chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from valuegraph.analysis.packs.pack import Pack, PackRule
from valuegraph.analysis.packs.testing import Grounds
from valuegraph.analysis.rules.findings import together
from valuegraph.analysis.rules.survey import Survey
from valuegraph.problems import Problem


def findings(survey: Survey, packs: Iterable[Pack]) -> Iterator[Problem]:
    """Yield what does not hold, pack by pack and rule by rule."""
    grounds = Grounds(survey)
    for pack in packs:
        for rule in pack.rules:
            yield from _of_a_rule(grounds, pack, rule)


def _of_a_rule(grounds: Grounds, pack: Pack, rule: PackRule) -> Iterator[Problem]:
    looked_at = [thing for thing in grounds.things(rule.each) if grounds.holds(rule.where, thing)]
    failing = [thing for thing in looked_at if not grounds.holds(rule.must, thing)]
    own, code = pack.rule_told(rule), pack.code_of(rule)
    if rule.each == "chain":
        for _ in failing:
            yield Problem(code, values={"ids": ()}, own=own)
        return
    for problem in together(grounds.survey, code, failing):
        yield replace(problem, own=own)
