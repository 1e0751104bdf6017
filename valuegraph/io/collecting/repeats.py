"""Rows that say twice what was said once: in a table, and in the chain already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from valuegraph.io.documents.reading import Reading
from valuegraph.io.tree import Place, Scalar
from valuegraph.model.evaluation import Observation
from valuegraph.model.frozen import thaw
from valuegraph.problems import Problem

SUBMISSION = "submission"
"""The key of ``extra`` that keeps the id of the answers an observation belongs to."""


@dataclass(frozen=True, slots=True, eq=False)
class RowSeen:
    """A row that says something.

    Attributes:
        line: where it stands.
        submission: the id of the answers it holds, where the table has one.
        content: all that it says, to find the same row again.
    """

    line: int
    submission: str
    content: object


@dataclass(frozen=True, slots=True)
class Noted:
    """An observation and the row it was read from."""

    seen: Observation
    row: RowSeen


def without_repeats(
    reading: Reading, rows: Sequence[RowSeen], noted: Sequence[Noted], title: str, rule: str
) -> list[Observation]:
    """Return the observations that are to be noted; repeats are told, and asked about.

    Args:
        reading: the chain, and where problems are noted.
        rows: the rows that say something.
        noted: the observations, row by row.
        title: that of the sheet.
        rule: ``keep`` or ``drop`` where the mapping says what repeats are, else empty.
    """
    first: dict[object, RowSeen] = {}
    repeated: set[RowSeen] = set()
    for row in rows:
        before = first.setdefault((row.submission, row.content), row)
        if before is not row and rule != "keep":
            repeated.add(row)
            _tell(reading, "VG717" if rule else "VG706", row.line, title, first=before.line)
    kept = [one for one in noted if one.row not in repeated]
    return _new(reading, kept, title, rule)


def _new(reading: Reading, noted: Iterable[Noted], title: str, rule: str) -> list[Observation]:
    """Return what the chain does not hold yet; answers that came before are left out."""
    observations = reading.chain.observations
    there = {content_told(seen) for seen in observations}
    answered = {_answer(seen): seen for seen in observations if SUBMISSION in seen.extra}
    new: list[Observation] = []
    known = 0
    for one in noted:
        before = answered.get(_answer(one.seen)) if one.row.submission else None
        if before is not None and before != one.seen:
            _tell(reading, "VG708", one.row.line, title, indicator=one.seen.indicator,
                  old=str(before.told), new=str(one.seen.told))  # fmt: skip
        elif before is None and (rule == "keep" or content_told(one.seen) not in there):
            new.append(one.seen)
        elif before is None and not rule:
            _tell(reading, "VG707", one.row.line, title, indicator=one.seen.indicator)
        else:
            known += 1
    if known:
        reading.note(Problem("VG713", values={"count": known}), Scalar("", Place(sheet=title)))
    return new


def _tell(reading: Reading, code: str, line: int, title: str, **values: object) -> None:
    reading.note(Problem(code, values=values), Scalar("", Place(line, 0, title)))


def _answer(seen: Observation) -> tuple[Any, ...]:
    """Return what tells the answers of one submission apart."""
    return str(seen.extra.get(SUBMISSION, "")), seen.indicator


def content_told(seen: Observation) -> tuple[Any, ...]:
    """Return all that an observation says, as something that can be looked up."""
    return (seen.indicator, seen.date, str(seen.value), str(seen.numerator), str(seen.denominator),
            tuple(sorted(seen.breakdown.items())), seen.people, seen.source, seen.viewpoint,
            seen.quote, repr(thaw(seen.extra)))  # fmt: skip
