"""Every rule of check finds what it is there for, and nothing else."""

from __future__ import annotations

import pytest
from check_cases import CASES, Case, sound

import valuegraph as vg
from valuegraph.problems import Severity, all_rules

CODES = [code for code in all_rules() if code.startswith("VG3")]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def test_a_sound_chain_gets_only_good_news() -> None:
    """Nothing is said of a chain in order but that its resources are renewed."""
    assert vg.check(sound()).codes() == ("VG301", "VG301")


@each_case
def test_a_rule_finds_what_it_is_there_for(case: Case) -> None:
    """The rule speaks of a chain that has what it looks for."""
    assert case.code in vg.check(case.found()).codes()


@each_case
def test_a_rule_passes_over_a_near_miss(case: Case) -> None:
    """The rule is silent about a chain that only resembles what it looks for."""
    assert case.code not in vg.check(case.passed()).codes()


@each_case
def test_a_rule_speaks_both_languages(case: Case) -> None:
    """Message and hint are complete and differ between French and English."""
    for problem in vg.check(case.found()):
        assert problem.message("fr") != problem.message("en")
        assert problem.hint("fr") != problem.hint("en")
        assert not set("{}") & set(problem.message("fr") + problem.hint("en"))


@each_case
def test_a_rule_names_parts_that_exist(case: Case) -> None:
    """Every id that a problem gives is that of a part or a link of the chain."""
    chain = case.found()
    for problem in vg.check(chain):
        assert all(item in chain for item in problem.values["ids"])
        assert problem.where.id in ("", *problem.values["ids"])


def test_every_rule_is_produced_and_every_code_is_a_rule() -> None:
    """The catalogue and the rules hold the same codes, each with one case."""
    assert sorted(case.code for case in CASES) == CODES
    produced = {code for case in CASES for code in vg.check(case.found()).codes()}
    assert produced == set(CODES)


def test_check_knows_no_errors() -> None:
    """What is in a chain is legal, so the rules are warnings and notes, mostly notes."""
    severities = [all_rules()[code].severity for code in CODES]
    assert Severity.ERROR not in severities
    assert severities.count(Severity.NOTE) > 3 * severities.count(Severity.WARNING)
