"""The first and the last moment of a date, as the standard wants them."""

from __future__ import annotations

from calendar import monthrange

from valuegraph.io.cids.names import full
from valuegraph.io.cids.statements import Literal, Thing

_DATE_TIME = full("xsd:dateTime")
START, END = full("prov:startedAtTime"), full("prov:endedAtTime")


def say_period(thing: Thing, date: str) -> None:
    """Say from when to when a year, a month or a day lasts, unless that is said already."""
    year, month, day = (*date.split("-"), "", "")[:3]
    first = f"{year}-{month or '01'}-{day or '01'}T00:00:00"
    last = f"{year}-{month or '12'}-{day or _last_day(int(year), int(month or 12)):02}T23:59:59"
    start = next(iter(thing.texts(START)), first)
    end = next(iter(thing.texts(END)), last)
    if date_of(start, end) == date:
        thing.once(START, Literal(first, _DATE_TIME))
        thing.once(END, Literal(last, _DATE_TIME))
    else:  # what was kept is old
        thing.instead(START, Literal(first, _DATE_TIME))
        thing.instead(END, Literal(last, _DATE_TIME))


def date_of(start: str, end: str) -> str:
    """Return the year, the month or the day that two moments say, the day of the end else.

    Nothing is returned where the end is no moment.
    """
    first, last = start.partition("T")[0], end.partition("T")[0]
    pieces = last.split("-")
    if len(pieces) != 3 or not all(piece.isdigit() for piece in pieces) or len(pieces[0]) != 4:
        return ""
    year, month, day = pieces
    if int(month) not in range(1, 13):
        return ""
    if first == f"{year}-01-01" and last == f"{year}-12-31":
        return year
    if first == f"{year}-{month}-01" and int(day) == _last_day(int(year), int(month)):
        return f"{year}-{month}"
    return last


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1] if year else 31
