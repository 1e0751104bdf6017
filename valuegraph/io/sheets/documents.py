"""Rows of sheets put together into the tree of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from valuegraph.io.documents.keys import EVALUATION_KINDS, SECTION_KINDS, VERSION
from valuegraph.io.documents.reading import is_none
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.words import fold, key_code, word_code
from valuegraph.problems import Problem, Where

_WAYS = ("receives", "gives")
_KINDS = {kind: section for section, kind in {**SECTION_KINDS, **EVALUATION_KINDS}.items()}


@dataclass(slots=True)
class Row:
    """A row: where it begins, and column -> what its cell means."""

    place: Place
    nodes: dict[str, Node] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """Return the text of a cell; empty where there is none, or a list."""
        node = self.nodes.get(column)
        return node.text if isinstance(node, Scalar) else ""


def document_of_rows(rows: Mapping[str, Sequence[Row]], problems: list[Problem]) -> Table:
    """Return the tree of a document.

    Args:
        rows: sheet -> its rows, in their order.
        problems: where what is wrong is added.
    """
    every = _by_sheet(rows, problems)
    entries = _about(every.get("chain", ()))
    base = [entry for entry in entries if key_code(entry.key.text) == "base"]
    entries = [entry for entry in entries if entry not in base]
    if not any(key_code(entry.key.text) == "valuegraph" for entry in entries):
        entries.insert(0, _entry("valuegraph", Scalar(str(VERSION))))
    cells = _cells(every, problems)
    links = [_table(row) for row in every.get("links", ())]
    serving = {fold(row.text("start")) for row in every.get("links", ())
               if word_code("kind", row.text("kind")) == "supports"}  # fmt: skip
    for section in SECTION_KINDS:
        found = [_part(row, section, cells, serving) for row in every.get(section, ())]
        if found:
            entries.append(_entry(section, _section(found)))
    evaluation = base + [
        _entry(section, _section([_part(row, section, cells, serving) for row in every[section]]))
        for section in EVALUATION_KINDS
        if every.get(section)
    ]
    for section in ("observations", "ratings"):
        if every.get(section):
            told = tuple(_table(row) for row in every[section])
            evaluation.append(_entry(section, Listing(told, told[0].place)))
    if links:
        entries.append(_entry("links", Listing(tuple(links), links[0].place)))
    if every.get("translations"):
        entries.append(_entry("translations", _translations(every["translations"])))
    if evaluation:
        entries.append(_entry("evaluation", Table(tuple(evaluation))))
    return Table(tuple(entries))


def _by_sheet(rows: Mapping[str, Sequence[Row]], problems: list[Problem]) -> dict[str, list[Row]]:
    """Return rows by the sheet of their kind, those of the table of all parts dealt out."""
    every = {sheet: list(found) for sheet, found in rows.items()}
    for row in every.pop("parts", ()):
        kind = fold(row.text("kind"))
        node = row.nodes.pop("kind", None)
        if "indicator_kind" in row.nodes:
            row.nodes["kind"] = row.nodes.pop("indicator_kind")
        if kind == WHOLE_CHAIN:
            continue
        sheet = "modalities" if kind == "modality" else _KINDS.get(kind)
        if sheet is None:
            at = node.place if node else row.place
            allowed = ["modality", *_KINDS]
            where = Where(line=at.line, column=at.column, sheet=at.sheet)
            problems.append(Problem("VG618", where, {"kind": kind or "—", "allowed": allowed}))
            continue
        every.setdefault(sheet, []).append(row)
    return every


def _about(rows: Sequence[Row]) -> list[Entry]:
    return [
        Entry(key, row.nodes["value"])
        for row in rows
        if isinstance(key := row.nodes.get("key"), Scalar) and "value" in row.nodes
    ]


def _section(parts: Sequence[tuple[Scalar | None, Node]]) -> Node:
    """Return a section: id -> part, or where no row has an id, the list of names."""
    if all(key is None for key, _ in parts):
        named = [_only_name(part) for _, part in parts]
        if None not in named:
            return Listing(tuple(one for one in named if one), parts[0][1].place)
    entries: list[Entry] = []
    for key, part in parts:
        at = part.place
        entries.append(Entry(key or Scalar(_id_from(part), at, quoted=True), part))
    return Table(tuple(entries), parts[0][1].place)


def _only_name(part: Node) -> Node | None:
    alone = isinstance(part, Table) and len(part.entries) == 1
    if isinstance(part, Table) and alone and part.entries[0].key.text in ("name", "ask"):
        return part.entries[0].value
    return None


def _id_from(part: Node) -> str:
    """Return the id that the name of a part gives, as a list of names would."""
    from valuegraph.model.ids import slug

    for entry in part if isinstance(part, Table) else ():
        if entry.key.text in ("name", "ask") and isinstance(entry.value, Scalar):
            return slug(entry.value.text)
    return ""


def _part(
    row: Row, section: str, cells: Mapping[str, Table], serving: set[str]
) -> tuple[Scalar | None, Node]:
    key = row.nodes.pop("id", None)
    row.nodes.pop("no_modality", None)
    id_ = key if isinstance(key, Scalar) else None
    names = {fold(id_.text) if id_ else "", fold(row.text("name"))} - {""}
    if section == "support" and "supports" not in row.nodes and names & serving:
        row.nodes["supports"] = Scalar("none", row.place, quoted=True)
    entries = list(_table(row).entries)
    if section == "activities":
        for way in _WAYS:
            for name in sorted(names):
                told = cells.get(f"{way} {name}")
                if told is not None:
                    entries.append(_entry(way, told))
                    break
    return id_, Table(tuple(entries), row.place)


def _table(row: Row) -> Table:
    """Return a row as a mapping; an amount and its unit become one."""
    nodes = dict(row.nodes)
    unit, amount = nodes.get("unit"), nodes.get("amount")
    if unit is not None and amount is not None:
        del nodes["unit"]
        both = (_entry("amount", amount), _entry("unit", unit))
        nodes["amount"] = Table(both, amount.place)
    return Table(tuple(_entry(key, node) for key, node in nodes.items()), row.place)


def _cells(every: Mapping[str, Sequence[Row]], problems: list[Problem]) -> dict[str, Table]:
    """Return ``receives`` or ``gives`` and an activity, folded -> circuit -> modalities."""
    told: dict[str, dict[str, tuple[Scalar, list[Node]]]] = {}
    activities = {fold(name) for row in every.get("activities", ())
                  for name in (row.text("id"), row.text("name")) if name}  # fmt: skip
    for row in every.get("modalities", ()):
        activity, way = fold(row.text("activity")), key_code(row.text("way"))
        circuit = row.nodes.get("circuit")
        if activity not in activities or way not in _WAYS or not isinstance(circuit, Scalar):
            column = ("activity" if activity not in activities
                      else "way" if way not in _WAYS else "circuit")  # fmt: skip
            at = row.nodes[column].place if column in row.nodes else row.place
            where = Where(line=at.line, column=at.column, sheet=at.sheet)
            problems.append(Problem("VG619", where, {"shown": row.text(column) or "—"}))
            continue
        kept = ("activity", "way", "circuit")
        own = Row(row.place, {key: node for key, node in row.nodes.items() if key not in kept})
        name = own.nodes.get("name")
        lone = name is not None and len(own.nodes) == 1 and is_none(name)
        cell = told.setdefault(f"{way} {activity}", {}).setdefault(circuit.text, (circuit, []))
        cell[1].append(name if lone and name is not None else _table(own))
    for row in every.get("activities", ()):
        empty = row.nodes.get("no_modality")
        for item in empty.items if isinstance(empty, Listing) else ():
            text = item.text if isinstance(item, Scalar) else ""
            way, _, circuit_id = text.partition(".")
            named = fold(row.text("id") or row.text("name"))
            key = Scalar(circuit_id, item.place, quoted=True)
            cells = told.setdefault(f"{key_code(way) or way} {named}", {})
            cells.setdefault(circuit_id, (key, [Scalar("none", item.place)]))
    return {key: _circuits(cells) for key, cells in told.items()}


def _circuits(cells: Mapping[str, tuple[Scalar, list[Node]]]) -> Table:
    entries = tuple(
        Entry(key, items[0] if len(items) == 1 else Listing(tuple(items), key.place))
        for key, items in cells.values()
    )
    return Table(entries, entries[0].key.place)


def _translations(rows: Sequence[Row]) -> Table:
    told: dict[str, dict[str, list[Entry]]] = {}
    first: dict[str, Place] = {}
    for row in rows:
        key, text = row.nodes.get("key"), row.nodes.get("text")
        if isinstance(key, Scalar) and text is not None:
            texts = told.setdefault(row.text("language"), {}).setdefault(row.text("id"), [])
            lone = isinstance(text, Listing) and len(text.items) == 1
            texts.append(Entry(key, text.items[0] if isinstance(text, Listing) and lone else text))
            first.setdefault(row.text("language"), row.place)
    return Table(
        tuple(
            Entry(
                Scalar(language, first[language], quoted=True),
                Table(tuple(
                    Entry(Scalar(id_, entries[0].key.place, quoted=True), Table(tuple(entries)))
                    for id_, entries in items.items()
                )),
            )
            for language, items in told.items()
        )
    )  # fmt: skip


def _entry(key: str, node: Node) -> Entry:
    return Entry(Scalar(key, node.place, quoted=True), node)
