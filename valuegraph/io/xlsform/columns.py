"""What each column of a filled questionnaire holds, so that its answers find their way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from valuegraph.io.xlsform.form import ENDINGS, Form, answer_names
from valuegraph.io.xlsform.questions import (
    ABOUT_THE_FORM,
    asked_of,
    breakdown_words,
    column_names,
)
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import IndicatorKind


@dataclass(frozen=True, slots=True)
class FormColumns:
    """The columns of the questionnaire of a chain.

    Attributes:
        indicators: column -> the id of its indicator, and ``value``, ``numerator`` or
            ``denominator``.
        breakdowns: column -> the name of each answer -> the word it stands for; no words where
            any text is an answer.
    """

    indicators: Mapping[str, tuple[str, str]]
    breakdowns: Mapping[str, Mapping[str, str]]


def form_columns(chain: ValueChain) -> FormColumns:
    """Return the columns of the questionnaire that :func:`form_of` makes of a chain."""
    form = Form()
    form.reserve(ABOUT_THE_FORM)
    asked = asked_of(chain)
    breakdowns = breakdown_words(asked)
    form.reserve(tuple(breakdowns))
    indicators: dict[str, tuple[str, str]] = {}
    for indicator, name in zip(asked, column_names(form, asked), strict=True):
        if indicator.indicator_kind is IndicatorKind.RATIO:
            for ending in ENDINGS:
                indicators[name + ending] = indicator.id, ending.strip("_")
        else:
            indicators[name] = indicator.id, "value"
    return FormColumns(indicators, {column: words_by_answer(words)
                                    for column, words in breakdowns.items()})  # fmt: skip


def words_by_answer(words: list[str]) -> dict[str, str]:
    """Return the name of each answer of a form -> the word it stands for."""
    return dict(zip(answer_names(words), words, strict=True))
