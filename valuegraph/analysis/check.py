"""What there is to discuss or to correct in a chain: every rule, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from valuegraph.analysis.rules import (
    actors,
    cells,
    cycles,
    data,
    evaluation,
    links,
    names,
    routes,
    spelling,
    status,
    whole,
)
from valuegraph.analysis.rules.survey import Survey
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual, Problem, Problems, all_rules, told_language

RuleFunction = Callable[[Survey], Iterator[Problem]]

RULES: tuple[RuleFunction, ...] = (
    *cycles.RULES,
    *whole.RULES,
    *routes.RULES,
    *actors.RULES,
    *cells.RULES,
    *links.RULES,
    *names.RULES,
    *spelling.RULES,
    *status.RULES,
    *evaluation.RULES,
    *data.RULES,
)
"""Every rule, in the order in which its findings are told within a severity."""

_OF_LINKED_CHAINS = frozenset((*routes.RULES, *actors.RULES))
"""Rules that say one by one what a chain without links says at once."""

_A_CODE = Bilingual("le code d’une règle, tel que VG340", "the code of a rule, such as VG340")


def check(
    chain: ValueChain, *, language: str | None = None, ignore: Iterable[str] = ()
) -> Problems:
    """Return what there is to discuss or to correct in a chain.

    A chain is never refused here: what it holds is legal, so there are notes and warnings and
    no errors, and a draft gets the notes a facilitator would put to the group.

    Args:
        chain: the chain; it is not changed.
        language: the language in which the result prints itself, the chain's own by default;
            every problem can be told in French and in English.
        ignore: codes of rules to leave out, such as ``["VG340"]``.

    Returns:
        Warnings first, then notes; where a rule finds more than three parts, one problem
        names them all (``values["ids"]``). Refuted parts and links are left out.

    Raises:
        OptionError: ``ignore`` names a code that does not exist.

    Example:
        >>> chain = ValueChain("Jardin partagé", language="en")
        >>> _ = chain.add_activity("Gardening")
        >>> check(chain).codes()
        ('VG312',)
    """
    left_out = _codes(ignore)
    survey = Survey(chain)
    rules = [rule for rule in RULES if survey.is_linked or rule not in _OF_LINKED_CHAINS]
    found = (problem for rule in rules for problem in rule(survey))
    return Problems(
        (problem for problem in found if problem.code not in left_out),
        language=told_language(language or chain.language),
    )


def _codes(ignore: Iterable[str]) -> frozenset[str]:
    codes = [ignore] if isinstance(ignore, str) else list(ignore)
    unknown = [code for code in codes if code not in all_rules()]
    if unknown:
        raise OptionError(
            Problem("VG450", values={"value": code, "option": "ignore", "allowed": _A_CODE})
            for code in unknown
        )
    return frozenset(codes)
