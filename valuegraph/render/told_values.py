"""Values as people read them: ratios as percentages, words of a scale in the report's language."""

from __future__ import annotations

from decimal import Decimal

from valuegraph.analysis.telling.figures import percent
from valuegraph.model.evaluation import Indicator, IndicatorKind, Observation, Value
from valuegraph.model.quantity import Quantity
from valuegraph.model.words import fold, word_code
from valuegraph.render.words_report import say

_HUNDREDTH = Decimal("0.01")


def told_value(
    value: Value | None, indicator: Indicator, language: str, *, with_unit: bool = True
) -> str:
    """Return a value of an indicator in words: an amount, a percentage, a word; or unknown.

    Args:
        value: the value.
        indicator: what it is a value of.
        language: the language of the words.
        with_unit: whether an amount without a unit is given that of the indicator.
    """
    if value is None or value == "":
        return say("unknown", language)
    if isinstance(value, Quantity):
        if indicator.indicator_kind is IndicatorKind.RATIO and not value.unit:
            return percent(float(value.amount), language)
        return _amount(value, indicator.unit if with_unit else "", language)
    if indicator.indicator_kind is IndicatorKind.YES_NO:
        return _yes_or_no(value, language)
    places = [fold(step) for step in indicator.scale]
    if fold(value) in places:
        steps = indicator.texts("scale", language)
        place = places.index(fold(value))
        return steps[place] if place < len(steps) else value
    return value


def told_observation(seen: Observation, indicator: Indicator, language: str) -> str:
    """Return what was observed in words; a ratio says what it was taken from."""
    told = told_value(seen.told, indicator, language)
    above, below = seen.numerator, seen.denominator
    if above is None or below is None:
        return told
    part, whole = (each.to_text(language) for each in (above, below))
    return say("ratio of", language, ratio=told, part=part, whole=whole)


def _amount(value: Quantity, usual: str, language: str) -> str:
    """Return an amount with its unit, the usual one where it has none; no long tails."""
    amount = value.amount
    if -amount.as_tuple().exponent > 2:  # type: ignore[operator]  # an amount is finite
        amount = amount.quantize(_HUNDREDTH)
    return Quantity(amount=amount, unit=value.unit or usual).to_text(language)


def _yes_or_no(value: str, language: str) -> str:
    code = word_code("truth", value)
    return value if code is None else say({"true": "yes", "false": "no"}[code], language)
