"""How a rule tells what it found: one problem each, or one for all when there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from valuegraph.analysis.rules.survey import Survey
from valuegraph.analysis.wording import Item, joined
from valuegraph.model.activity import Modality
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual, Problem, Where

Finding = tuple[Item, Bilingual]
"""What a rule found, and the words that say it."""

MOST_APART = 3
"""How many problems one rule tells one by one; more are told in a single problem."""

_MOST_NAMES = 8
_MOST_SENTENCES = 3


def each(survey: Survey, code: str, items: Iterable[Item], **values: Any) -> Iterator[Problem]:
    """Yield a problem for each item, or a single one for more than three items."""
    return each_told(code, [(item, survey.wording.of(item)) for item in items], **values)


def each_told(code: str, findings: Sequence[Finding], **values: Any) -> Iterator[Problem]:
    """Yield a problem for each finding told in words of its own, or one for more than three."""
    if len(findings) > MOST_APART:
        yield from together_told(code, findings, **values)
        return
    for item, words in findings:
        yield Problem(code, Where(id=item.id), {**values, "parts": words, "ids": (item.id,)})


def together(survey: Survey, code: str, items: Sequence[Item], **values: Any) -> Iterator[Problem]:
    """Yield one problem for all items, if there are any; ``count`` says how many they are."""
    words = [(item, survey.wording.of(item)) for item in items]
    return together_told(code, words, **values)


def together_told(code: str, findings: Sequence[Finding], **values: Any) -> Iterator[Problem]:
    """Yield one problem for all findings told in words of their own, if there are any."""
    if not findings:
        return
    where = Where(id=findings[0][0].id) if len(findings) == 1 else Where()
    words = named([item for item, _ in findings], [words for _, words in findings])
    ids = tuple(item.id for item, _ in findings)
    yield Problem(code, where, {"count": len(findings), **values, "parts": words, "ids": ids})


def named(items: Sequence[Item], words: Sequence[Bilingual]) -> Bilingual:
    """Return the words for several items as one list: up to eight names, or three sentences."""
    names = all(isinstance(item, Part) and not isinstance(item, Modality) for item in items)
    most = _MOST_NAMES if names else _MOST_SENTENCES
    return joined(words[:most], len(words), sentences=not names)


def whole(code: str, **values: Any) -> Iterator[Problem]:
    """Yield one problem of the whole chain."""
    yield Problem(code, Where(), {**values, "ids": ()})
