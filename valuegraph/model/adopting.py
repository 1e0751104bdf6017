"""A common base adopted by a chain: what is missing is added, what is there stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.evaluation import Criterion, Indicator
from valuegraph.model.framework import Framework, told_in
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.problems import Problem, Where

COMPARED: Mapping[type[Part], tuple[str, ...]] = {
    Criterion: (),
    Indicator: ("indicator_kind", "unit", "scale", "numerator", "denominator", "breakdowns"),
}
"""What a shared part has to have in common, for its values to mean the same everywhere."""

IN_WORDS = frozenset({"scale", "numerator", "denominator"})
"""The fields of :data:`COMPARED` that are texts, in the chain's language."""


def adopted_parts(store: Store, framework: Framework) -> list[Part]:
    """Return the criteria and indicators of a framework that a chain lacks, in its language.

    Raises:
        ChainError: ids of the framework are taken by something else; nothing is added then.
    """
    problems: list[Problem] = []
    missing: list[Part] = []
    for part in (*framework.criteria, *framework.indicators):
        taken = store.parts.get(part.id)
        if taken is None:
            problem = store.id_problem(part.id, part.kind)
            problems += [problem] if problem else []
            fields = told_in(part, framework.language, store.language)
            missing += [] if problem else [build(type(part), fields)]
        elif type(taken) is not type(part):
            values = {"id": part.id, "kind": PART_KIND_WORDS[part.kind],
                      "actual": PART_KIND_WORDS.get(taken.kind, taken.kind)}  # fmt: skip
            problems.append(Problem("VG725", Where(id=part.id), values))
    if problems:
        raise ChainError(problems, language=store.language)
    return missing


def differences(part: Part, base: Part, *, own: str, language: str) -> Iterator[str]:
    """Yield the fields in which a chain's part differs from that of the base.

    Args:
        part: the part of the chain.
        base: the part of the framework with the same id.
        own: the language of the framework.
        language: the language of the chain.
    """
    wanted = told_in(base, own, language)
    for field in COMPARED[type(base)]:
        here, there = getattr(part, field), wanted[field]
        if field in IN_WORDS and not here:
            continue
        if field == "breakdowns":
            here, there = _groups(here), _groups(there)
            if all(here.get(name) == words for name, words in there.items()):
                continue
        if here != there:
            yield field


def _groups(breakdowns: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in breakdowns.items()}
