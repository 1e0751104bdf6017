"""What can be said about a chain or a file: one rule a code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from valuegraph.problems.bilingual import Bilingual


class Severity(StrEnum):
    """How much a problem matters: only an error keeps a file from being read."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    def label(self, language: str) -> str:
        """Return the word shown to a person."""
        return _SEVERITY_WORDS[self].text(language)


_SEVERITY_WORDS = {
    Severity.NOTE: Bilingual("note", "note"),
    Severity.WARNING: Bilingual("avertissement", "warning"),
    Severity.ERROR: Bilingual("erreur", "error"),
}


_NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem.

    Attributes:
        code: stable code, ``VG101``; never used again for something else.
        severity: how much it matters.
        message: what is the case; ``{names}`` are filled from the problem's values.
        hint: what to do about it; may be empty.
        reason: why it matters, and who says so; may be empty.
    """

    code: str
    severity: Severity
    message: Bilingual
    hint: Bilingual = _NOTHING
    reason: Bilingual = _NOTHING


def note(code: str, fr: str, en: str, hint_fr: str = "", hint_en: str = "") -> Rule:
    """Return a rule that gives something to discuss."""
    return Rule(code, Severity.NOTE, Bilingual(fr, en), Bilingual(hint_fr, hint_en))


def warning(code: str, fr: str, en: str, hint_fr: str = "", hint_en: str = "") -> Rule:
    """Return a rule for what is probably not meant."""
    return Rule(code, Severity.WARNING, Bilingual(fr, en), Bilingual(hint_fr, hint_en))


def error(code: str, fr: str, en: str, hint_fr: str = "", hint_en: str = "") -> Rule:
    """Return a rule for what cannot be accepted."""
    return Rule(code, Severity.ERROR, Bilingual(fr, en), Bilingual(hint_fr, hint_en))


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    from valuegraph.problems import (
        asking,
        asking_more,
        asking_routes,
        checking,
        content,
        converting,
        drawing,
        evaluating,
        graphs,
        packing,
        sheets,
        surveying,
        syntax,
        theming,
    )

    modules = (
        syntax, content, checking, drawing, theming, asking, asking_routes, asking_more, converting,
        sheets, graphs, surveying, packing, evaluating,
    )  # fmt: skip
    tables = [module.RULES for module in modules]
    rules = {rule.code: rule for table in tables for rule in table}
    if len(rules) != sum(len(table) for table in tables):
        raise AssertionError("two rules share a code")
    return dict(sorted(rules.items()))


def rule_of(code: str) -> Rule:
    """Return the rule of ``code``; raises ``KeyError`` for a code that does not exist."""
    return all_rules()[code]
