"""Rules on the data of the evaluation: missing, without a source, in units that do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each, each_told
from valuegraph.analysis.rules.survey import Survey
from valuegraph.analysis.wording import quoted, shortened
from valuegraph.model.evaluation import Direction, Indicator, IndicatorKind, Value
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem

_MOST_UNITS = 6
_COUNTED = (IndicatorKind.COUNT, IndicatorKind.STOCK)
_NUMERIC = (*_COUNTED, IndicatorKind.RATIO)


def no_data(survey: Survey) -> Iterator[Problem]:
    """VG390: indicators without a baseline and without an observation."""
    bare = [part for part in survey.indicators if not _values(survey, part)]
    yield from each(survey, "VG390", bare)


def no_source(survey: Survey) -> Iterator[Problem]:
    """VG391: indicators whose values come from nowhere."""
    unsourced = [
        part
        for part in survey.indicators
        if _values(survey, part)
        and not part.source
        and not part.evidence
        and not any(seen.source for seen in survey.observations.get(part.id, ()))
    ]
    yield from each(survey, "VG391", unsourced)


def no_unit(survey: Survey) -> Iterator[Problem]:
    """VG392: indicators that count without saying what; a unit beside a value will do."""
    unclear = [
        part
        for part in survey.indicators
        if part.indicator_kind in _COUNTED
        and not part.unit
        and not any(_units(_all_values(survey, part)))
    ]
    yield from each(survey, "VG392", unclear)


def mixed_units(survey: Survey) -> Iterator[Problem]:
    """VG393: indicators without a unit whose values have several."""
    for part in survey.indicators:
        units = dict.fromkeys(unit for unit in _units(_all_values(survey, part)) if unit)
        if not part.unit and len(units) > 1:
            told = {"units": [shortened(unit) for unit in list(units)[:_MOST_UNITS]]}
            yield from each_told("VG393", [(part, survey.wording.of(part))], **told)


def target_the_wrong_way(survey: Survey) -> Iterator[Problem]:
    """VG394: indicators whose target lies below the baseline when more is hoped, or above."""
    wrong = []
    for part in survey.indicators:
        change = _hoped_change(part)
        if (part.direction is Direction.UP and change < 0) or (
            part.direction is Direction.DOWN and change > 0
        ):
            wrong.append(part)
    yield from each(survey, "VG394", wrong)


def two_values(survey: Survey) -> Iterator[Problem]:
    """VG395: numbers for one date from one source and one viewpoint, more than once."""
    twice = []
    for part in survey.indicators:
        known: set[tuple[object, ...]] = set()
        for seen in survey.observations.get(part.id, ()):
            groups = tuple(sorted(seen.breakdown.items()))
            place = (seen.date, seen.source, seen.viewpoint, groups)
            if isinstance(seen.told, Quantity):
                if place in known:
                    name = survey.wording.of(part)
                    words = Bilingual(f"{name.fr}, {seen.date}", f"{name.en}, {seen.date}")
                    twice.append((part, words))
                    break
                known.add(place)
    yield from each_told("VG395", twice)


def words_for_numbers(survey: Survey) -> Iterator[Problem]:
    """VG396: words among the values of an indicator that counts or divides."""
    told = []
    for part in survey.indicators:
        words = [value for value in _all_values(survey, part) if isinstance(value, str)]
        if part.indicator_kind in _NUMERIC and words:
            name, value = survey.wording.of(part), quoted(words[0], words[0])
            text = Bilingual(f"{name.fr} ({value.fr})", f"{name.en} ({value.en})")
            told.append((part, text))
    yield from each_told("VG396", told)


def _values(survey: Survey, indicator: Indicator) -> list[Value]:
    seen = [seen.told for seen in survey.observations.get(indicator.id, ())]
    return [*indicator.baseline.values(), *seen]


def _all_values(survey: Survey, indicator: Indicator) -> list[Value]:
    return [*_values(survey, indicator), *indicator.target.values()]


def _units(values: list[Value]) -> list[str]:
    return [value.unit for value in values if isinstance(value, Quantity)]


def _hoped_change(indicator: Indicator) -> int:
    """Return 1, -1 or 0: whether the last target lies above, below or beside the baseline."""
    if not indicator.baseline or not indicator.target:
        return 0
    before = indicator.baseline[max(indicator.baseline)]
    after = indicator.target[max(indicator.target)]
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return 0
    if before.unit != after.unit:
        return 0
    return (after.amount > before.amount) - (after.amount < before.amount)


RULES = (
    no_data,
    no_source,
    no_unit,
    mixed_units,
    target_the_wrong_way,
    two_values,
    words_for_numbers,
)
