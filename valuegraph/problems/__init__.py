"""Problems as data: a stable code, a place, a message in French and English."""

from valuegraph.problems.bilingual import LANGUAGES, Bilingual, told_language
from valuegraph.problems.problem import Problem, Problems, Where
from valuegraph.problems.rule import Rule, Severity, all_rules, rule_of

__all__ = [
    "LANGUAGES",
    "Bilingual",
    "Problem",
    "Problems",
    "Rule",
    "Severity",
    "Where",
    "all_rules",
    "rule_of",
    "told_language",
]
