"""What there is to discuss or to correct in a chain: every rule, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain as chain_up

from valuegraph.analysis.packs.findings import findings
from valuegraph.analysis.packs.pack import Pack
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

OUR_PACK = "valuegraph"
"""How our own rules are called among the packs."""

_A_CODE = Bilingual("le code d’une règle, tel que VG340", "the code of a rule, such as VG340")


def check(
    chain: ValueChain,
    *,
    packs: Iterable[Pack] = (),
    language: str | None = None,
    ignore: Iterable[str] = (),
) -> Problems:
    """Return what there is to discuss or to correct in a chain.

    A chain is never refused here: what it holds is legal, so there are notes and warnings and
    no errors, and a draft gets the notes a facilitator would put to the group.

    Args:
        chain: the chain; it is not changed.
        packs: packs of rules to check besides our own.
        language: the language in which the result prints itself, the chain's own by default;
            every problem can be told in French and in English.
        ignore: codes of rules to leave out, such as ``["VG340"]``, or names of whole packs;
            ``"valuegraph"`` are our own.

    Returns:
        Warnings first, then notes; where a rule finds more than three parts, one problem
        names them all (``values["ids"]``). Refuted parts and links are left out.

    Raises:
        OptionError: ``ignore`` names a code that does not exist, or two packs have one name.

    Example:
        >>> chain = ValueChain("Jardin partagé", language="en")
        >>> _ = chain.add_activity("Gardening")
        >>> check(chain).codes()
        ('VG312',)
    """
    used = _with_names_of_their_own(packs)
    left_out = _codes(ignore, used)
    survey = Survey(chain)
    rules = [rule for rule in RULES if survey.is_linked or rule not in _OF_LINKED_CHAINS]
    ours = (problem for rule in rules for problem in rule(survey))
    found = chain_up(() if OUR_PACK in left_out else ours, findings(survey, used))
    return Problems(
        (
            problem
            for problem in found
            if left_out.isdisjoint((problem.code, problem.code.partition("/")[0]))
        ),
        language=told_language(language or chain.language),
    )


def _with_names_of_their_own(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    used = tuple(dict.fromkeys(packs))
    names = [OUR_PACK, *(pack.name for pack in used)]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        raise OptionError(Problem("VG252", values={"name": name}) for name in twice)
    return used


def _codes(ignore: Iterable[str], packs: Iterable[Pack]) -> frozenset[str]:
    codes = [ignore] if isinstance(ignore, str) else list(ignore)
    known = {OUR_PACK, *all_rules()}
    for pack in packs:
        known |= {pack.name, *pack.codes}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise OptionError(
            Problem("VG450", values={"value": code, "option": "ignore", "allowed": _A_CODE})
            for code in unknown
        )
    return frozenset(codes)
