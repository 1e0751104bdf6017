"""Rows that say twice what was said once: in a table, and in the chain already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from valuegraph.io.collecting.rows import Noted
from valuegraph.io.documents.reading import Reading
from valuegraph.io.tree import Place, Scalar
from valuegraph.model.evaluation import Observation
from valuegraph.model.frozen import thaw
from valuegraph.problems import Problem

SUBMISSION = "submission"
"""The key of ``extra`` that keeps the id of the answers an observation belongs to."""


def without_repeats(
    reading: Reading, noted: Sequence[Noted], title: str, rule: str
) -> list[Observation]:
    """Return the observations that are to be noted; repeats are told, and asked about.

    Args:
        reading: the chain, and where problems are noted.
        noted: what was read, row by row.
        title: that of the sheet.
        rule: ``keep`` or ``drop`` where the mapping says what repeats are, else empty.
    """
    first_line: dict[object, int] = {}
    repeated: set[int] = set()
    for one in noted:
        line = first_line.setdefault((one.submission, one.content), one.line)
        if line != one.line and one.line not in repeated:
            repeated.add(one.line)
            code = "VG706" if not rule else "VG717"
            if rule != "keep":
                _tell(reading, code, one.line, title, first=line)
    kept = [one for one in noted if rule == "keep" or one.line not in repeated]
    return _new(reading, kept, title, rule)


def _new(reading: Reading, noted: Iterable[Noted], title: str, rule: str) -> list[Observation]:
    """Return what the chain does not hold yet; answers that came before are left out."""
    observations = reading.chain.observations
    there = {content_told(seen) for seen in observations}
    answered = {_answer(seen): seen for seen in observations if SUBMISSION in seen.extra}
    new: list[Observation] = []
    known = 0
    for one in noted:
        before = answered.get(_answer(one.seen)) if one.submission else None
        if before is not None and before != one.seen:
            _tell(reading, "VG708", one.line, title, indicator=one.seen.indicator,
                  old=str(before.told), new=str(one.seen.told))  # fmt: skip
        elif before is None and (rule == "keep" or content_told(one.seen) not in there):
            new.append(one.seen)
        elif before is None and not rule:
            _tell(reading, "VG707", one.line, title, indicator=one.seen.indicator)
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
