"""How an indicator stands at a day: beside what was before and what was hoped for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from valuegraph.analysis.evaluating.followed import Dated, Followed, Viewed
from valuegraph.analysis.evaluating.periods import first_day, last_day, next_due
from valuegraph.analysis.evaluating.seen_values import Seen, in_unit, seen_by_date, told_value
from valuegraph.model.evaluation import Direction, Indicator, IndicatorKind, Observation, Value
from valuegraph.model.quantity import Quantity


def standing_on(
    indicator: Indicator, observations: Sequence[Observation], on: date | None
) -> Followed:
    """Return how an indicator stands on a day.

    Args:
        indicator: the indicator.
        observations: its observations, in any order.
        on: the day; without one, nothing is late and the next target is the first.
    """
    until = [one for one in observations if on is None or last_day(one.date) <= on]
    seen = seen_by_date(indicator, until)
    last = seen[-1] if seen else None
    known = [one for one in seen[:-1] if one.value is not None]
    previous = known[-1] if known else None
    unit = indicator.unit
    target = _target(indicator, on)
    baseline = _baseline(indicator, last)
    direction = indicator.direction
    way = direction or _implied(baseline, target)
    due = next_due(last_day(last.date), indicator.every) if last is not None else None
    value = _dated(last, unit) if last is not None and last.value is not None else None
    move = _trend(indicator, previous, last)
    return Followed(
        indicator.id,
        indicator.indicator_kind.value if indicator.indicator_kind is not None else "",
        unit,
        direction.value if direction is not None else "",
        value,
        baseline,
        target,
        _attainment(way, value, baseline, target),
        _is_met(indicator, way, value, target),
        _dated(previous, unit) if previous is not None else None,
        move,
        _is_hoped(way, move),
        due,
        None if due is None or on is None else on <= due,
        indicator.every,
        last is not None and last.value is not None and last.from_groups,
        _viewed(indicator, last) if last is not None else (),
        tuple(_dated(one, unit) for one in seen),
        len(until),
        len(observations) - len(until),
    )


def _dated(seen: Seen, unit: str) -> Dated:
    return Dated(seen.date, seen.value, unit)


def _viewed(indicator: Indicator, last: Seen) -> tuple[Viewed, ...]:
    return tuple(
        Viewed(
            one.viewpoint,
            one.source,
            ", ".join(f"{name}: {word}" for name, word in sorted(one.breakdown.items())),
            told_value(indicator, one),
        )
        for one in last.values
    )


def _by_date(values: Mapping[str, Value]) -> list[str]:
    return sorted(values, key=lambda when: (last_day(when), when))


def _target(indicator: Indicator, on: date | None) -> Dated | None:
    """Return the next target; the last one if all days are past."""
    dates = _by_date(indicator.target)
    if not dates:
        return None
    coming = [when for when in dates if on is None or last_day(when) >= on]
    when = coming[0] if coming else dates[-1]
    return Dated(when, in_unit(indicator.target[when], indicator.unit), indicator.unit)


def _baseline(indicator: Indicator, last: Seen | None) -> Dated | None:
    """Return the last baseline that is not after what was seen; else the first."""
    dates = _by_date(indicator.baseline)
    if not dates:
        return None
    before = [when for when in dates if last is None or first_day(when) <= last_day(last.date)]
    when = before[-1] if before else dates[0]
    return Dated(when, in_unit(indicator.baseline[when], indicator.unit), indicator.unit)


def _amounts(*values: Dated | None) -> list[Decimal] | None:
    """Return amounts of one unit; ``None`` where one is missing or units differ."""
    told = [one.value for one in values if one is not None]
    quantities = [one for one in told if isinstance(one, Quantity)]
    if len(quantities) < len(values) or len({one.unit for one in quantities}) > 1:
        return None
    return [one.amount for one in quantities]


def _implied(baseline: Dated | None, target: Dated | None) -> Direction | None:
    amounts = _amounts(baseline, target)
    if amounts is None or amounts[0] == amounts[1]:
        return None
    return Direction.UP if amounts[0] < amounts[1] else Direction.DOWN


def _attainment(
    way: Direction | None, value: Dated | None, baseline: Dated | None, target: Dated | None
) -> float | None:
    if way is Direction.STABLE:
        kept = _amounts(value, target if target is not None else baseline)
        if kept is None or not kept[1]:
            return None
        return max(0.0, 1.0 - abs(float((kept[0] - kept[1]) / kept[1])))
    amounts = _amounts(value, baseline, target)
    if amounts is None or way is None:
        return None
    now, before, hoped = amounts
    rises = hoped > before
    if hoped == before or rises is not (way is Direction.UP):
        return None
    return float((now - before) / (hoped - before))


def _is_met(
    indicator: Indicator, way: Direction | None, value: Dated | None, target: Dated | None
) -> bool | None:
    if value is None or target is None:
        return None
    if isinstance(value.value, str) or isinstance(target.value, str):
        places = [_place(indicator, one.value) for one in (value, target)]
        if None in places:
            return None if indicator.indicator_kind is not IndicatorKind.YES_NO else (
                str(value.value).casefold() == str(target.value).casefold())  # fmt: skip
        now, hoped = (Decimal(place or 0) for place in places)
    else:
        amounts = _amounts(value, target)
        if amounts is None:
            return None
        now, hoped = amounts
    if way is Direction.DOWN:
        return now <= hoped
    if way is Direction.UP:
        return now >= hoped
    return True if now == hoped else None


def _place(indicator: Indicator, value: Value | None) -> int | None:
    return indicator.scale.index(value) if value in indicator.scale else None


def _trend(indicator: Indicator, before: Seen | None, last: Seen | None) -> str:
    if before is None or last is None:
        return ""
    pair = _amounts(_dated(before, indicator.unit), _dated(last, indicator.unit))
    if pair is None:
        places = [_place(indicator, one.value) for one in (before, last)]
        if None in places:
            return ""
        pair = [Decimal(place or 0) for place in places]
    if pair[0] == pair[1]:
        return "stable"
    return "up" if pair[0] < pair[1] else "down"


def _is_hoped(way: Direction | None, move: str) -> bool | None:
    if way is None or not move:
        return None
    if way is Direction.STABLE:
        return move == "stable"
    return move == way.value if move != "stable" else None
