"""The last value of each indicator beside its baseline and its target, read and never supposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from valuegraph.model.evaluation import (
    Direction,
    Indicator,
    IndicatorKind,
    Observation,
    Value,
)
from valuegraph.model.quantity import Quantity
from valuegraph.model.words import fold, word_code
from valuegraph.render.reporting.telling import Telling

_ADD_UP = (IndicatorKind.COUNT, IndicatorKind.STOCK)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an indicator stands.

    Attributes:
        indicator: the indicator.
        seen: the observations of the last date; empty where there are none.
        value: the one value they give; ``None`` if they give none, or several.
        baseline, target: a date and a value, of the last baseline and of the target to look at.
    """

    indicator: Indicator
    seen: tuple[Observation, ...]
    value: Value | None
    baseline: tuple[str, Value] | None
    target: tuple[str, Value] | None

    @property
    def date(self) -> str:
        """The date of the last observations, or nothing."""
        return self.seen[0].date if self.seen else ""

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; ``None`` where that cannot be said."""
        target = self.target[1] if self.target else None
        if self.value is None or target is None:
            return None
        kind, way = self.indicator.indicator_kind, self.indicator.direction
        if kind is IndicatorKind.YES_NO:
            return _truth(self.value) == _truth(target)
        one, other = (_rank(each, self.indicator) for each in (self.value, target))
        if one is None or other is None or not _like(self.value, target, self.indicator):
            return None
        if one == other:
            return True
        # What is to stay as it is was perhaps not meant to the last unit: people judge.
        return {Direction.UP: one > other, Direction.DOWN: one < other}.get(way) if way else None

    def amounts(self) -> dict[str, Decimal] | None:
        """Return the amounts to be drawn side by side; ``None`` if they cannot be."""
        value, target = self.value, self.target[1] if self.target else None
        if not isinstance(value, Quantity) or not isinstance(target, Quantity):
            return None
        known = {"value": value, "target": target}
        if self.baseline and isinstance(self.baseline[1], Quantity):
            known["baseline"] = self.baseline[1]
        if any(not _like(value, each, self.indicator) or each.amount < 0
               for each in known.values()):  # fmt: skip
            return None
        return {name: each.amount for name, each in known.items()}


def standings(telling: Telling) -> list[Standing]:
    """Return where each indicator stands, in the order of listing."""
    return [_standing(indicator, telling) for indicator in telling.chain.indicators]


def _standing(indicator: Indicator, telling: Telling) -> Standing:
    seen = telling.seen(indicator)
    last = max((each.date for each in seen), default="")
    there = tuple(each for each in seen if each.date == last)
    baseline = max(indicator.baseline.items(), default=None)
    ahead = [item for item in sorted(indicator.target.items()) if item[0] >= last[: len(item[0])]]
    target = ahead[0] if ahead else max(indicator.target.items(), default=None)
    return Standing(indicator, there, _one_value(indicator, there), baseline, target)


def _one_value(indicator: Indicator, seen: Sequence[Observation]) -> Value | None:
    """Return the one value that observations of a day give: alone, or by parts of one whole."""
    if len(seen) == 1 and not seen[0].breakdown:
        return seen[0].told
    told = [each.told for each in seen]
    amounts = [each for each in told if isinstance(each, Quantity)]
    if (
        indicator.indicator_kind not in _ADD_UP
        or len(amounts) < len(seen)
        or not _one_whole(indicator, seen)
        or len({each.unit for each in amounts}) != 1
    ):
        return None
    return sum(amounts[1:], start=amounts[0])


def _one_whole(indicator: Indicator, seen: Sequence[Observation]) -> bool:
    """Tell whether observations name each word of one breakdown once, and nothing else."""
    keys = {key for each in seen for key in each.breakdown}
    if len(keys) != 1:
        return False
    [key] = keys
    words = sorted(each.breakdown.get(key, "") for each in seen)
    return words == sorted(indicator.breakdowns.get(key, ()))


def _rank(value: Value, indicator: Indicator) -> Decimal | None:
    """Return an amount, or the place of a word on its scale; nothing for other words."""
    if isinstance(value, Quantity):
        return value.amount
    steps = [fold(step) for step in indicator.scale]
    return Decimal(steps.index(fold(value))) if fold(value) in steps else None


def _truth(value: Value) -> str:
    return word_code("truth", str(value)) or fold(str(value))


def _like(one: Value, other: Value, indicator: Indicator) -> bool:
    """Tell whether two amounts have one unit; one without a unit has that of the indicator."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.unit or indicator.unit) == (other.unit or indicator.unit)
    return isinstance(one, str) and isinstance(other, str)
