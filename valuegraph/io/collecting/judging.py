"""What is to be said of the columns of a table before its rows are read."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.io.collecting.columns import Column, Headings
from valuegraph.io.collecting.mapping import ColumnMapping
from valuegraph.io.collecting.tables import FoundTable
from valuegraph.io.documents.reading import Reading, cut
from valuegraph.io.tree import Scalar
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem


def tell_columns(
    reading: Reading,
    table: FoundTable,
    columns: Sequence[Column],
    expected: Headings,
    mapping: ColumnMapping,
) -> None:
    """Note the columns that are unknown, the tool's own, or taken twice; rules that fit none."""
    _tell_twice(reading, table, columns, mapping)
    for column in columns:
        at = Scalar("", table.place(column.number))
        if column.guessed and column.role == "date":
            reading.note(Problem("VG720", values={"shown": column.heading}), at)
        if not column.role:
            reading.note(_unknown(column, expected), at)
    tools = [column.heading for column in columns if column.role == "tool"]
    if tools:
        problem = Problem("VG697", values={"columns": tools})
        reading.note(problem, Scalar("", table.place(0)))
    there = {fold(text): text for text in table.headings.values()}
    for rule in mapping.columns:
        if fold(rule.heading) not in there:
            near = did_you_mean(rule.heading, list(there.values()))
            values = {"shown": cut(rule.heading), "near": meant(near), "file": mapping.file or "—"}
            reading.note(Problem("VG722", values=values), Scalar("", table.place(0)))


def meant(near: Sequence[str]) -> Bilingual:
    """Return the sentence that says what was probably meant, if anything."""
    listed = ", ".join(near)
    return Bilingual(f"Vouliez-vous dire : {listed} ? " if near else "",
                     f"Did you mean: {listed}? " if near else "")  # fmt: skip


def _tell_twice(
    reading: Reading, table: FoundTable, columns: Sequence[Column], mapping: ColumnMapping
) -> None:
    seen: dict[tuple[str, str], Column] = {}
    if "date" in mapping.always:
        seen["date", ""] = Column(0, "always")
    for column in columns:
        if column.role in ("", "ignore", "tool"):
            continue
        first = seen.setdefault((column.role, column.of), column)
        if first is not column:
            values = {"shown": column.heading, "first": first.heading, "means": column.taken_for}
            reading.note(Problem("VG698", values=values), Scalar("", table.place(column.number)))


def _unknown(column: Column, expected: Headings) -> Problem:
    """Return what is to be said of a column that is not known, or not as the mapping tells it."""
    shown = cut(column.heading)
    if column.rule is None or not column.rule.means:
        near = did_you_mean(column.heading, expected.known, cutoff=0.7)
        return Problem("VG696", values={"shown": shown, "near": meant(near)})
    told = column.rule.means
    near = did_you_mean(told, expected.known)
    return Problem("VG721", values={"means": cut(told), "shown": shown, "near": meant(near)})
