"""Dates as people and spreadsheets write them in tables, and those that may be two days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from valuegraph.io.sheets.sheet import FoundCell
from valuegraph.model.evaluation import is_date
from valuegraph.model.words import fold
from valuegraph.problems import Problem

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:\d\d.*)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_BY_PARTS = re.compile(
    r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ]+\d{1,2}[:h]\d\d.*)?", re.ASCII
)
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\.? )?([^\W\d]+)\.? (\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?", re.ASCII)
_FIRST_DAY = datetime.date(1899, 12, 30)
"""Day 0 of Excel, so that its days from March 1900 on are right."""

_NAMES = (
    "janvier january janv jan", "fevrier february fevr fev feb", "mars march mar",
    "avril april avr apr", "mai may", "juin june jun", "juillet july juil jul",
    "aout august aug", "septembre september sept sep", "octobre october oct",
    "novembre november nov", "decembre december dec",
)  # fmt: skip
_MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, 1) for name in names.split()
}

DAY_FIRST, MONTH_FIRST, EXCEL = "day/month/year", "month/day/year", "excel"


def date_of(cell: FoundCell, written: str = "") -> tuple[str, Problem | None]:
    """Return the date of a cell as we write it, or what is to be asked about it.

    Args:
        cell: a date of a workbook, a text or a number.
        written: how dates without a clear order are written: :data:`DAY_FIRST`,
            :data:`MONTH_FIRST`, or :data:`EXCEL` for day numbers; empty where nothing says it.
    """
    text = " ".join(cell.text.replace("\u00a0", " ").replace("\u202f", " ").split())
    serial = _SERIAL.fullmatch(text)
    if serial is not None:
        day = _FIRST_DAY + datetime.timedelta(days=int(serial[1]))
        if written == EXCEL:
            return day.isoformat(), None
        return "", Problem("VG704", values={"value": text, "day": day.isoformat()})
    either = _BY_PARTS.fullmatch(text)
    if either is not None:
        return _by_parts(text, int(either[1]), int(either[2]), either[3], written)
    told = _clear(text)
    if told and is_date(told):
        return told, None
    return "", Problem("VG705", values={"value": text})


def _by_parts(
    text: str, first: int, second: int, year: str, written: str
) -> tuple[str, Problem | None]:
    """Return a date of two numbers and a year: which is the day may not be clear."""
    day_first, month_first = _joined(year, second, first), _joined(year, first, second)
    if written == DAY_FIRST:
        month_first = ""
    if written == MONTH_FIRST:
        day_first = ""
    possible = [each for each in (day_first, month_first) if is_date(each)]
    if not possible:
        return "", Problem("VG705", values={"value": text})
    if len(set(possible)) > 1:
        values = {"value": text, "first": day_first, "second": month_first}
        return "", Problem("VG703", values=values)
    return possible[0], None


def _clear(text: str) -> str:
    """Return a date that can be meant in one way only; empty if it is none."""
    iso = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if iso is not None:
        return _joined(*iso.groups())
    month = _MONTH.fullmatch(text)
    if month is not None:
        return _joined(month[2], month[1])
    plain = fold(text)
    words = _IN_WORDS.fullmatch(plain)
    if words is not None and words[2] in _MONTHS:
        return _joined(words[3], _MONTHS[words[2]], words[1])
    words = _MONTH_FIRST.fullmatch(plain)
    if words is not None and words[1] in _MONTHS:
        return _joined(words[3], _MONTHS[words[1]], words[2])
    return ""


def _joined(year: str, month: str | int | None = None, day: str | int | None = None) -> str:
    pieces = [year, *(f"{int(piece):02}" for piece in (month, day) if piece is not None)]
    return "-".join(pieces)
