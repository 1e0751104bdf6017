"""The evaluation framework as data: questions, criteria, indicators, observations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

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

Route = Annotated[tuple[Id, ...], Field(min_length=2)]
"""The ids of the parts of a route, from its first to its last."""

Breakdowns = Annotated[Mapping[str, tuple[str, ...]], AfterValidator(freeze)]
"""By what values are told apart -> the words: ``{"age": ("under 30", "30 and over")}``."""

Breakdown = Annotated[Mapping[str, str], AfterValidator(freeze)]
"""By what a value is told apart -> the word that tells it: ``{"age": "under 30"}``."""

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
        routes: whole routes it is about, each as the ids of its parts.
    """

    kind: ClassVar[str] = "question"
    section: ClassVar[str] = "questions"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "ask")

    ask: str = ""
    about: tuple[Id, ...] = ()
    routes: tuple[Route, ...] = ()

    def label(self, language: str) -> str:
        """Return the name, or the question itself, or the id."""
        return self.text("name", language) or self.text("ask", language) or self.id


class Criterion(Part):
    """What is judged to answer a question.

    Attributes:
        question: the id of the question; empty while it has none.
        dimension: ``social``, ``economic``, ``environmental``... or any other word.
        by: who proposed it.
    """

    kind: ClassVar[str] = "criterion"
    section: ClassVar[str] = "criteria"

    question: str = ""
    dimension: str = ""
    by: str = ""


class Indicator(Part):
    """What is followed for a criterion.

    Attributes:
        criterion: the id of the criterion; empty while it has none.
        indicator_kind: count, stock, ratio, ordinal, qualitative or yes_no.
        unit: the unit of its values, in the unit's standard spelling.
        scale: the words of an ordinal indicator, from the least to the most.
        numerator, denominator: what a ratio counts above and below.
        breakdowns: by what its values are told apart, and by which words.
        direction: which way it is hoped to go.
        baseline: date -> value before, as quantities or words.
        target: date -> value hoped for.
        source, method, every, by: where from, how, how often and by whom it is collected.
        measures: the ids of the parts and links it measures.
    """

    kind: ClassVar[str] = "indicator"
    section: ClassVar[str] = "indicators"
    text_fields: ClassVar[tuple[str, ...]] = (
        *Part.text_fields,
        "scale",
        "numerator",
        "denominator",
        "source",
        "method",
    )

    criterion: str = ""
    indicator_kind: IndicatorKind | None = None
    unit: Unit = ""
    scale: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    breakdowns: Breakdowns = Field(default=EMPTY)
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
        value: an amount, or words; of a ratio it may be left out, see :attr:`told`.
        numerator, denominator: the two amounts of a ratio.
        breakdown: of whom or where, where the indicator tells its values apart.
        people: how many people stand behind the value, if that is known.
        source, viewpoint, quote: where from, as seen by whom, in whose words.
        extra: anything else, kept on every round trip.
    """

    indicator: Id
    date: Date
    value: Value | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    breakdown: Breakdown = Field(default=EMPTY)
    people: int | None = Field(default=None, ge=0)
    source: str = ""
    viewpoint: str = ""
    quote: str = ""
    extra: Extra = Field(default=EMPTY)

    @model_validator(mode="after")
    def _says_a_value(self) -> Self:
        """Refuse an observation without a value, and a ratio that cannot be taken."""
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("a ratio has a numerator and a denominator")
        if self.denominator is not None and not self.denominator.amount:
            raise ValueError("a denominator is not zero")
        if self.value is None and self.numerator is None:
            raise ValueError("an observation has a value")
        return self

    @property
    def told(self) -> Value:
        """The value, or that of the ratio: a number without a unit where both units are one.

        A ratio larger or smaller than any quantity is told in words.
        """
        above, below = self.numerator, self.denominator
        if self.value is not None or above is None or below is None:
            return self.value or ""
        unit = "" if above.unit == below.unit else f"{above.unit}/{below.unit}".strip("/")
        try:
            return Quantity(amount=above.amount / below.amount, unit=unit)
        except ValueError:
            return f"{above} / {below}"


class Rating(Frozen):
    """A judgement: what somebody thinks of a part, a link, a question or a criterion.

    Several people judge one thing differently: every rating is kept.

    Attributes:
        of: the id of what is judged.
        date: year, month or day.
        value: a number, or a word.
        by: who judges.
        viewpoint: as whom: a resident, an employee, a funder.
        why: in their words.
        extra: anything else, kept on every round trip.
    """

    of: Id
    date: Date
    value: Value
    by: str = ""
    viewpoint: str = ""
    why: str = ""
    extra: Extra = Field(default=EMPTY)
