"""From the rows of a table to observations, each judged as the text form judges it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from valuegraph.io.collecting.answers import Writing, answer_of, group_of, half_of
from valuegraph.io.collecting.asking import Asking
from valuegraph.io.collecting.collected import Aside
from valuegraph.io.collecting.columns import Column
from valuegraph.io.collecting.dates import date_of
from valuegraph.io.collecting.mapping import ColumnMapping
from valuegraph.io.collecting.repeats import Noted, RowSeen
from valuegraph.io.collecting.tables import FoundTable
from valuegraph.io.documents.evaluation import observation_of
from valuegraph.io.documents.keys import Takes
from valuegraph.io.documents.reading import Reading, cut
from valuegraph.io.sheets.cells import node_of
from valuegraph.io.sheets.sheet import FoundCell
from valuegraph.io.tree import Entry, Node, Place, Scalar, Table
from valuegraph.model.evaluation import Indicator, Observation
from valuegraph.model.words import fold, key_word
from valuegraph.problems import Problem, Where

NO_ANSWER = frozenset(
    ("-", "–", "—", "?", "n/a", "n.a.", "na", "#n/a", "nsp", "nr", "null", "none", "nan",
     "ne sait pas", "sans reponse", "non renseigne", "don't know", "no answer", "unknown")
)  # fmt: skip
"""What people and programs put into a cell when there is nothing to say, folded."""

_ANY_DATE = "2000"
"""Stands for a date that is wrong while the rest of its row is judged."""

_TEXTS = ("source", "viewpoint", "quote", "people")
_HALVES = ("numerator", "denominator")


@dataclass
class RowReader:
    """Reads the rows of one table.

    Attributes:
        reading: the chain, and all that is wrong so far.
        mapping: how the table is written.
        title: that of the sheet.
        columns: what each column is.
        aside: the cells that become part of no observation.
        no_answers: how many cells say that there is no answer.
        rows: the rows that say something.
    """

    reading: Reading
    mapping: ColumnMapping
    title: str
    columns: Sequence[Column]
    aside: list[Aside] = field(default_factory=list)
    no_answers: int = 0
    rows: list[RowSeen] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asking = Asking(self.reading)
        self._top = Place(sheet=self.title)
        self._longest = max(60, *map(len, (*NO_ANSWER, *self.mapping.empty)))

    def read(self, table: FoundTable) -> Iterator[Noted]:
        """Yield the observations of a table, row by row; what is wrong is noted."""
        by_number = {column.number: column for column in self.columns}
        self._top = table.place(0)
        is_long = any(column.role == "indicator" for column in self.columns)
        for cells in table.rows:
            row = [(by_number[cell.column], cell) for cell in cells if cell.column in by_number]
            self._set_aside_beyond(cells, by_number)
            used = self._used(row)
            if not used:
                continue
            content = tuple((cell.column, cell.text) for _, cell in used)
            submission = next((c.text.strip() for k, c in used if k.role == "submission"), "")
            row_seen = RowSeen(cells[0].row, submission, content)
            self.rows.append(row_seen)
            seen = self._long(used) if is_long else self._wide(used)
            for one in seen:
                yield Noted(one, row_seen)
        self.asking.tell_how_often()

    def _used(self, row: Sequence[tuple[Column, FoundCell]]) -> list[tuple[Column, FoundCell]]:
        """Return the cells of a row that say something; the others are set aside."""
        used: list[tuple[Column, FoundCell]] = []
        for column, cell in row:
            if column.role in ("ignore", "tool"):
                continue
            if not column.role:
                self._set_aside(column.heading, cell)
            elif cell.kind == "fault":
                self._complain("VG615", cell, shown=cell.text)
            elif self._is_no_answer(column, cell):
                self.no_answers += 1
                self._set_aside(column.heading, cell)
            else:
                used.append((column, self._worded(column, cell)))
        told = {column.role for column, _ in used} - {"submission"}
        return used if told else []

    def _is_no_answer(self, column: Column, cell: FoundCell) -> bool:
        if cell.kind == "number" or len(cell.text) > self._longest:
            return False
        folded = fold(cell.text)
        if folded in self.mapping.empty:
            return True
        if folded not in NO_ANSWER:
            return False
        rule = column.rule
        of = self.reading.chain.find(column.of) if column.role == "value" and column.of else None
        scale = of.scale if isinstance(of, Indicator) else ()
        return folded not in {fold(word) for word in scale} and not (
            rule is not None and folded in rule.words
        )

    def _worded(self, column: Column, cell: FoundCell) -> FoundCell:
        """Return a cell with the word that the mapping says its text stands for."""
        words = column.rule.words if column.rule is not None else None
        meant = words.get(fold(cell.text)) if words else None
        return cell if meant is None else FoundCell(meant, cell.row, cell.column)

    # ---- one row: an observation, or as many as it has columns of indicators

    def _long(self, used: Sequence[tuple[Column, FoundCell]]) -> list[Observation]:
        cells = {column.role: (column, cell) for column, cell in used if not column.of}
        if "indicator" not in cells:
            self._complain("VG709", used[0][1], key=self._key("indicator"))
            return []
        typed = cells["indicator"][1]
        found = self.reading.id_of(self._scalar(typed.text.strip(), typed), {"indicator"})
        indicator = self.reading.chain.find(found) if found is not None else None
        if not isinstance(indicator, Indicator):
            self._date(used)
            return []
        unit = cells["unit"][1].text.strip() if "unit" in cells else ""
        values = {role: cells[role] for role in ("value", *_HALVES) if role in cells}
        return self._made(indicator, values, used, unit)

    def _wide(self, used: Sequence[tuple[Column, FoundCell]]) -> list[Observation]:
        values: dict[str, dict[str, tuple[Column, FoundCell]]] = {}
        for column, cell in used:
            if column.of and column.role in ("value", *_HALVES):
                values.setdefault(column.of, {})[column.role] = column, cell
        for column, cell in used if not values else ():
            if column.role not in ("date", "submission"):
                self._set_aside(column.heading, cell)
        made: list[Observation] = []
        for indicator_id, cells in values.items():
            indicator = self.reading.chain.find(indicator_id)
            if isinstance(indicator, Indicator):
                made += self._made(indicator, cells, used, "")
        return made

    def _made(
        self,
        indicator: Indicator,
        values: Mapping[str, tuple[Column, FoundCell]],
        used: Sequence[tuple[Column, FoundCell]],
        unit: str,
    ) -> list[Observation]:
        """Return the observation of an indicator in a row, or none where something is wrong."""
        reading = self.reading.within(indicator.id)
        entries = self._values(indicator, values, unit)
        date = self._date(used)
        if entries is None:
            return []
        if not entries:
            self._complain("VG709", used[0][1], key=self._key("value"))
            return []
        dated = date or self._entry("date", Scalar(_ANY_DATE, entries[0].value.place))
        others = self._others(indicator, used)
        id_entry = self._entry("indicator", Scalar(indicator.id, entries[0].value.place, True))
        table = Table((id_entry, *entries, dated, *others), entries[0].value.place)
        seen = observation_of(reading, table)
        return [] if seen is None or date is None else [seen]

    def _values(
        self, indicator: Indicator, values: Mapping[str, tuple[Column, FoundCell]], unit: str
    ) -> list[Entry] | None:
        """Return the value or the two halves of a ratio; ``None`` where something is wrong."""
        entries: list[Entry] = []
        is_right = True
        for role, (column, cell) in values.items():
            writing = Writing.of(column, self.mapping, unit)
            if role == "value":
                told, problem = answer_of(indicator, cell, writing, self.reading.chain.language)
            else:
                told, problem = half_of(indicator, cell, writing, role)
            if problem is not None:
                self._note(problem, cell)
                is_right = False
            entries.append(self._entry(role, self._scalar(told, cell)))
        halves = [role for role in _HALVES if role in values]
        if len(halves) == 1:
            missing = self._key(next(role for role in _HALVES if role not in values))
            problem = Problem("VG712", Where(id=indicator.id), {"missing": missing})
            self._note(problem, values[halves[0]][1])
            is_right = False
        return entries if is_right else None

    def _date(self, used: Sequence[tuple[Column, FoundCell]]) -> Entry | None:
        for column, cell in used:
            if column.role == "date":
                rule = column.rule
                written = (rule.dates if rule else "") or self.mapping.dates
                told, problem = date_of(cell, written)
                if problem is not None:
                    self._note(problem, cell)
                    return None
                return self._entry("date", self._scalar(told, cell))
        if "date" in self.mapping.always:
            return self._entry("date", Scalar(self.mapping.always["date"], self._place(used[0][1])))
        missing = Problem("VG709", values={"key": self._key("date")})
        has_dates = any(column.role == "date" for column in self.columns)
        self.asking.note(missing, self._place(used[0][1]) if has_dates else self._top)
        return None

    def _others(
        self, indicator: Indicator, used: Sequence[tuple[Column, FoundCell]]
    ) -> Iterator[Entry]:
        """Yield who says so, of whom, and whatever else the row tells of its observations."""
        groups: list[Entry] = []
        extra: list[Entry] = []
        told: set[str] = set()
        for column, cell in used:
            if column.role in _TEXTS:
                told.add(column.role)
                yield self._entry(column.role, self._scalar(cell.text.strip(), cell))
            elif column.role == "breakdown" and not column.of:
                node = node_of(cell.text, Takes.BREAKDOWN, self._place(cell))
                groups += node.entries if isinstance(node, Table) else self._groups(cell)
            elif column.role == "breakdown":
                name, word = group_of(indicator, column, cell.text.strip())
                told_apart = groups if name else extra
                told_apart.append(self._named(name or column.of, word, cell))
            elif column.role == "extra" and not column.of:
                node = node_of(cell.text, Takes.EXTRA, self._place(cell))
                if isinstance(node, Table):
                    extra += node.entries
                else:
                    extra.append(self._named(column.heading, cell.text, cell))
            elif column.role in ("extra", "submission"):
                key = column.of or column.role
                extra.append(self._named(key, cell.text.strip(), cell))
        for key in ("source", "viewpoint"):
            if key in self.mapping.always and key not in told:
                place = self._place(used[0][1])
                yield self._entry(key, Scalar(self.mapping.always[key], place, True))
        for key, entries in (("breakdown", groups), ("extra", extra)):
            if entries:
                yield self._entry(key, Table(tuple(entries), entries[0].value.place))

    def _groups(self, cell: FoundCell) -> list[Entry]:
        """Return ``age: under 30; quarter: East`` as entries."""
        pieces = (piece.partition(":") for piece in cell.text.replace("\n", ";").split(";"))
        return [self._named(name.strip(), word.strip(), cell) for name, _, word in pieces
                if name.strip()]  # fmt: skip

    # ---- places and complaints

    def _place(self, cell: FoundCell) -> Place:
        return Place(cell.row, cell.column, self.title)

    def _scalar(self, text: str, cell: FoundCell) -> Scalar:
        return Scalar(text, self._place(cell), quoted=True)

    def _key(self, code: str) -> str:
        return key_word(code, self.reading.keys)

    def _entry(self, code: str, value: Node) -> Entry:
        return Entry(Scalar(self._key(code), value.place, True), value)

    def _named(self, name: str, text: str, cell: FoundCell) -> Entry:
        return Entry(self._scalar(name, cell), self._scalar(text, cell))

    def _note(self, problem: Problem, cell: FoundCell) -> None:
        self.asking.note(problem, self._place(cell))

    def _complain(self, code: str, cell: FoundCell, **values: object) -> None:
        self._note(Problem(code, values=values), cell)

    def _set_aside(self, heading: str, cell: FoundCell) -> None:
        self.aside.append(Aside(heading, cell.text, self.title, cell.row, cell.column))

    def _set_aside_beyond(
        self, cells: Sequence[FoundCell], by_number: Mapping[int, Column]
    ) -> None:
        """Set aside the cells that stand under no heading."""
        beyond = [cell for cell in cells if cell.column not in by_number]
        for cell in beyond:
            self._set_aside("", cell)
        if beyond:
            self._complain("VG714", beyond[0], shown=cut(beyond[0].text))
