"""The evaluation framework as data: questions, criteria, indicators, observations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from valuegraph.model.frozen import EMPTY, Extra, freeze
from valuegraph.model.ids import Id
from valuegraph.model.part import Frozen, Part
from valuegraph.model.quantity import Quantity, Unit

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a year, a month or a day that exists."""
    if _DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _checked_date(text: str) -> str:
    if not is_date(text):
        raise ValueError("a date is written 2018, 2018-12 or 2018-12-31")
    return text


Date = Annotated[str, AfterValidator(_checked_date)]
"""A year, a month or a day: ``2018``, ``2018-12``, ``2018-12-31``."""

Value = Quantity | str
"""What is observed: an amount, or words."""

DatedValues = Annotated[Mapping[Date, Value], AfterValidator(freeze)]
"""Date -> value."""


class IndicatorKind(StrEnum):
    """What an indicator gives, which decides how its values may be put together."""

    COUNT = "count"
    STOCK = "stock"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    QUALITATIVE = "qualitative"
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way an indicator is hoped to go."""

    UP = "up"
    DOWN = "down"
    STABLE = "stable"


class Question(Part):
    """An evaluation question.

    Attributes:
        ask: the question itself.
        about: the ids of the parts and links it is about.
    """

    kind: ClassVar[str] = "question"
    section: ClassVar[str] = "questions"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "ask")

    ask: str = ""
    about: tuple[Id, ...] = ()

    def label(self, language: str) -> str:
        """Return the name, or the question itself, or the id."""
        return self.text("name", language) or self.text("ask", language) or self.id


class Criterion(Part):
    """What is judged to answer a question.

    Attributes:
        question: the id of the question; empty while it has none.
        by: who proposed it.
    """

    kind: ClassVar[str] = "criterion"
    section: ClassVar[str] = "criteria"

    question: str = ""
    by: str = ""


class Indicator(Part):
    """What is followed for a criterion.

    Attributes:
        criterion: the id of the criterion; empty while it has none.
        indicator_kind: count, stock, ratio, ordinal, qualitative or yes_no.
        unit: the unit of its values, in the unit's standard spelling.
        direction: which way it is hoped to go.
        baseline: date -> value before, as quantities or words.
        target: date -> value hoped for.
        source, method, every, by: where from, how, how often and by whom it is collected.
        measures: the ids of the parts and links it measures.
    """

    kind: ClassVar[str] = "indicator"
    section: ClassVar[str] = "indicators"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "source", "method")

    criterion: str = ""
    indicator_kind: IndicatorKind | None = None
    unit: Unit = ""
    direction: Direction | None = None
    baseline: DatedValues = Field(default=EMPTY)
    target: DatedValues = Field(default=EMPTY)
    source: str = ""
    method: str = ""
    every: str = ""
    by: str = ""
    measures: tuple[Id, ...] = ()


class Observation(Frozen):
    """One dated value of an indicator.

    Attributes:
        indicator: the id of the indicator.
        date: year, month or day.
        value: an amount, or words.
        source, viewpoint, quote: where from, as seen by whom, in whose words.
        extra: anything else, kept on every round trip.
    """

    indicator: Id
    date: Date
    value: Value
    source: str = ""
    viewpoint: str = ""
    quote: str = ""
    extra: Extra = Field(default=EMPTY)
