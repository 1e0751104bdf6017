"""Dates as spans of days: a year, a month and a day, and the rhythm at which values come."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from valuegraph.errors import OptionError
from valuegraph.model.evaluation import is_date
from valuegraph.model.words import word_code
from valuegraph.problems import Bilingual, Problem

RHYTHMS = ("year", "quarter", "month", "week", "day")
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}


def first_day(text: str) -> date:
    """Return the first day of a year, a month or a day."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day."""
    first = first_day(text)
    if len(text) == 4:
        return first.replace(month=12, day=31)
    if len(text) == 7:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def asked_day(on: date | str | None) -> date | None:
    """Return the day a question is asked for; of a year or a month, its last.

    Raises:
        OptionError: it is no date.
    """
    if on is None or isinstance(on, date):
        return on
    if not isinstance(on, str) or not is_date(on):
        allowed = Bilingual("une date comme 2018, 2018-12 ou 2018-12-31",
                            "a date such as 2018, 2018-12 or 2018-12-31")  # fmt: skip
        raise OptionError(
            Problem("VG450", values={"value": on, "option": "on", "allowed": allowed})
        )
    return last_day(on)


def next_due(seen: date, every: str) -> date | None:
    """Return the day until which a value is fresh: one rhythm later; ``None`` without a rhythm.

    Args:
        seen: the day of the value.
        every: how often values come, as it was typed.
    """
    rhythm = every if every in RHYTHMS else word_code("rhythm", every)
    if rhythm in _DAYS:
        return seen + timedelta(days=_DAYS[rhythm]) if (date.max - seen).days > 7 else date.max
    if rhythm not in _MONTHS:
        return None
    month = seen.month - 1 + _MONTHS[rhythm]
    year, month = seen.year + month // 12, month % 12 + 1
    if year > date.max.year:
        return date.max
    last = monthrange(year, month)[1]
    at_end = seen.day == monthrange(seen.year, seen.month)[1]
    return date(year, month, last if at_end else min(seen.day, last))
