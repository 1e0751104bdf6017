"""What was seen of an indicator at one date: one value, several that differ, or only groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from valuegraph.analysis.evaluating.periods import last_day
from valuegraph.model.evaluation import Indicator, IndicatorKind, Observation, Value
from valuegraph.model.quantity import Quantity

ADDING = (IndicatorKind.COUNT, IndicatorKind.STOCK)


@dataclass(frozen=True)
class Seen:
    """What was seen at one date.

    Attributes:
        date: the date, as it was typed.
        value: the one value; ``None`` where observers differ, or where the groups that were
            seen cannot be put together.
        from_groups: whether the value was put together from those of groups.
        values: all that was seen of the whole, each with its viewpoint and source; of groups
            where nothing else was.
    """

    date: str
    value: Value | None
    from_groups: bool
    values: tuple[Observation, ...]

    @property
    def amount(self) -> Decimal | None:
        """The value as a number; ``None`` for words and for what is not known."""
        return self.value.amount if isinstance(self.value, Quantity) else None


def seen_by_date(indicator: Indicator, observations: Iterable[Observation]) -> tuple[Seen, ...]:
    """Return what was seen at each date, the oldest first; no order of listing matters."""
    listed = sorted(observations, key=_order)
    return tuple(
        _seen(indicator, when, tuple(group))
        for when, group in groupby(listed, lambda one: one.date)
    )


def _order(one: Observation) -> tuple[Any, ...]:
    return (last_day(one.date), one.date, one.viewpoint, one.source, sorted(one.breakdown.items()),
            str(one.told), one.quote, repr(one))  # fmt: skip


def _seen(indicator: Indicator, when: str, group: tuple[Observation, ...]) -> Seen:
    whole = tuple(one for one in group if not one.breakdown)
    if whole:
        values = {told_value(indicator, one) for one in whole}
        return Seen(when, values.pop() if len(values) == 1 else None, False, whole)
    return Seen(when, _together(indicator, group), True, group)


def told_value(indicator: Indicator, one: Observation) -> Value:
    """Return what an observation tells, in the unit of its indicator.

    A ratio told by its numerator and its denominator is a percentage where the unit is one.
    """
    value = one.told
    if one.value is None and isinstance(value, Quantity) and indicator.unit == "%":
        value = Quantity(amount=value.amount * 100, unit=value.unit)
    return in_unit(value, indicator.unit)


def in_unit(value: Value, unit: str) -> Value:
    """Return a bare number in the unit of its indicator; ``30.0`` is the same as ``30``."""
    if not isinstance(value, Quantity):
        return value
    return Quantity(amount=value.amount.normalize(), unit=value.unit or unit)


def _together(indicator: Indicator, groups: Sequence[Observation]) -> Value | None:
    """Return the value of the whole from those of groups that do not overlap, if that can be."""
    cells = [tuple(sorted(one.breakdown.items())) for one in groups]
    told_apart_by = {tuple(name for name, _ in cell) for cell in cells}
    if len(set(cells)) < len(cells) or len(told_apart_by) > 1:
        return None
    if indicator.indicator_kind is IndicatorKind.RATIO:
        above, below = (_sum([getattr(one, name) for one in groups], "")
                        for name in ("numerator", "denominator"))  # fmt: skip
        if above is None or below is None or not below.amount:
            return None
        ratio = Observation(indicator=indicator.id, date="2000", numerator=above, denominator=below)
        return told_value(indicator, ratio)
    if indicator.indicator_kind in ADDING:
        return _sum([one.value for one in groups], indicator.unit)
    return None


def _sum(values: Sequence[Value | None], unit: str) -> Quantity | None:
    amounts = [in_unit(one, unit) for one in values if isinstance(one, Quantity)]
    quantities = [one for one in amounts if isinstance(one, Quantity)]
    if len(quantities) < len(values) or len({one.unit for one in quantities}) != 1:
        return None
    total = sum((one.amount for one in quantities), Decimal(0))
    return Quantity(amount=total.normalize(), unit=quantities[0].unit)
