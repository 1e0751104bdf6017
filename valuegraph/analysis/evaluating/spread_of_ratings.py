"""How judgements of one thing are spread: counts, bounds and quartiles, never a mean alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from valuegraph.analysis.evaluating.periods import last_day
from valuegraph.analysis.telling.figures import listed
from valuegraph.model.evaluation import Rating
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual


@dataclass(frozen=True)
class Opinions:
    """How some judgements are spread.

    Attributes:
        count: how many there are.
        unit: the unit of those told by numbers; empty for bare numbers.
        least, lower, median, upper, most: bounds and quartiles of the numbers, each a number
            that somebody gave or one halfway between two; ``None`` without numbers, or where
            their units differ.
        given: each value -> how many gave it: numbers by size, then words.
    """

    count: int
    unit: str
    least: float | None
    lower: float | None
    median: float | None
    upper: float | None
    most: float | None
    given: Mapping[Quantity | str, int]

    @property
    def values(self) -> dict[str, int]:
        """Each value as it is written -> how many gave it."""
        return {_written(value): count for value, count in self.given.items()}

    @property
    def agreement(self) -> float | None:
        """The share of judges who gave the value most often given; ``None`` for fewer than two."""
        return max(self.given.values()) / self.count if self.count > 1 else None

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        names = ("count", "unit", "least", "lower", "median", "upper", "most", "agreement")
        told = {name: getattr(self, name) for name in names}
        values = [{"value": value, "count": count} for value, count in self.values.items()]
        return {**told, "values": values}

    def to_text(self, language: str) -> str:
        """Return the values as people read them: ``3 (2 times), 5``, and the median of numbers."""
        told = [
            (value.to_text(language) if isinstance(value, Quantity) else value)
            + (_TIMES.text(language).format(count=count) if count > 1 else "")
            for value, count in list(self.given.items())[:_MOST]
        ]
        more = len(self.given) - len(told)
        if more > 0:
            told.append(_MORE.text(language).format(count=more))
        text = listed(told, language)
        if self.median is not None and self.count > 2:
            median = Quantity(amount=Decimal(f"{self.median:g}")).to_text(language)
            text += _MEDIAN.text(language).format(median=median)
        return text


_MOST = 7
_TIMES = Bilingual(" ({count} fois)", " ({count} times)")
_MORE = Bilingual("{count} autres valeurs", "{count} other values")
_MEDIAN = Bilingual(" (la moitié au plus à {median})", " (half of them at most {median})")


def latest(ratings: Iterable[Rating]) -> tuple[tuple[Rating, ...], int]:
    """Return what each judge thinks now, and how many of their earlier judgements that leaves out.

    A judge without a name is never taken for another. Of several judgements of one named judge,
    as one viewpoint, on their last day, all are kept.
    """
    dated = sorted(ratings, key=_order)
    last = {(one.by, one.viewpoint): last_day(one.date) for one in dated if one.by}
    kept = tuple(one for one in dated
                 if not one.by or last[one.by, one.viewpoint] == last_day(one.date))  # fmt: skip
    return kept, len(dated) - len(kept)


def _order(one: Rating) -> tuple[Any, ...]:
    return (last_day(one.date), one.viewpoint, one.by, str(one.value), one.why, repr(one.extra))


def spread_of(ratings: Sequence[Rating]) -> Opinions:
    """Return how judgements are spread; numbers and words are counted apart."""
    told = [one.value for one in ratings]
    numbers = [one for one in told if isinstance(one, Quantity)]
    units = {one.unit for one in numbers}
    amounts = sorted(one.amount for one in numbers) if len(units) == 1 else []
    given = Counter(_plain(one) for one in told)
    least, lower, median, upper, most = (
        _quantile(amounts, quarter) if amounts else None for quarter in range(5)
    )
    unit = units.pop() if len(units) == 1 else ""
    return Opinions(len(told), unit, least, lower, median, upper, most,
                    {value: given[value] for value in sorted(given, key=_key)})  # fmt: skip


def _key(value: Quantity | str) -> tuple[bool, Decimal, str]:
    if isinstance(value, Quantity):
        return False, value.amount, value.unit
    return True, Decimal(0), value


def _plain(value: Quantity | str) -> Quantity | str:
    """Return a value so that two that mean the same are the same: 4.0 is 4."""
    if not isinstance(value, Quantity):
        return value
    return Quantity(amount=Decimal(f"{value.amount.normalize():f}"), unit=value.unit)


def _written(value: Quantity | str) -> str:
    return f"{value.amount:f} {value.unit}".strip() if isinstance(value, Quantity) else value


def _quantile(amounts: Sequence[Decimal], quarter: int) -> float:
    """Return a quartile: a number that was given, or the middle of two (Hyndman, Fan 1996)."""
    place, rest = divmod(len(amounts) * quarter, 4)
    above = min(place, len(amounts) - 1)
    if rest or quarter in (0, 4):
        return float(amounts[above])
    return float((amounts[place - 1] + amounts[above]) / 2)
