"""Rules on the evaluation framework: questions, criteria and indicators that hang in the air."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each, whole
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.evaluation import Criterion, Question
from valuegraph.problems import Problem

_MOST_INDICATORS = 10


def many_indicators(survey: Survey) -> Iterator[Problem]:
    """VG380: more indicators than people follow in the end."""
    if len(survey.indicators) > _MOST_INDICATORS:
        yield from whole("VG380", count=len(survey.indicators))


def question_without_criterion(survey: Survey) -> Iterator[Problem]:
    """VG381: questions that no criterion answers."""
    answered = {criterion.question for criterion in survey.living(survey.chain.criteria)}
    questions = survey.living(survey.chain.questions)
    yield from each(survey, "VG381", [part for part in questions if part.id not in answered])


def criterion_without_indicator(survey: Survey) -> Iterator[Problem]:
    """VG382: criteria that no indicator follows."""
    followed = {indicator.criterion for indicator in survey.indicators}
    criteria = survey.living(survey.chain.criteria)
    yield from each(survey, "VG382", [part for part in criteria if part.id not in followed])


def indicator_of_nothing(survey: Survey) -> Iterator[Problem]:
    """VG383: indicators that name no part, and whose question names none either."""
    adrift = [
        indicator
        for indicator in survey.indicators
        if not indicator.measures and not _asked(survey, indicator.criterion)
    ]
    yield from each(survey, "VG383", adrift)


def impact_unwatched(survey: Survey) -> Iterator[Problem]:
    """VG384: impacts that no question and no indicator is about; silent without indicators."""
    watched = {item for indicator in survey.indicators for item in indicator.measures}
    watched |= {item for part in survey.living(survey.chain.questions) for item in part.about}
    if survey.indicators:
        yield from each(
            survey, "VG384", [part for part in survey.impacts if part.id not in watched]
        )


def _asked(survey: Survey, criterion_id: str) -> tuple[str, ...]:
    """Return what the question of a criterion is about."""
    criterion = survey.items.get(criterion_id)
    question = survey.items.get(criterion.question) if isinstance(criterion, Criterion) else None
    return question.about if isinstance(question, Question) else ()


RULES = (
    many_indicators,
    question_without_criterion,
    criterion_without_indicator,
    indicator_of_nothing,
    impact_unwatched,
)
