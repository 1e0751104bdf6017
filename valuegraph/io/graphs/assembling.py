"""From nodes and edges to a document of the text form, which then gets every check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from valuegraph.io.documents.keys import PLACES, SECTION_KINDS, VERSION, Takes
from valuegraph.io.documents.reading import is_nothing
from valuegraph.io.graphs.flat import MORE, REST, is_json
from valuegraph.io.graphs.kinds import ends_left, link_kinds, part_kinds
from valuegraph.io.graphs.rows import GraphRows, Meaning, Row
from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.model.ids import (
    RESERVED,
    WHOLE_CHAIN,
    free_slug,
    is_a_word_of_references,
    is_legal,
    is_numbered,
)
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual, Problem, Severity, Where

_SECTION_OF = {kind: section for section, kind in SECTION_KINDS.items()}
_OF_A_NODE = frozenset({"id", "kind", "label"})
_OF_AN_EDGE = frozenset({"id", "kind", "source", "target"})
_ENDS = ("source", "target")
_NODE = Bilingual("élément", "element")
_EDGE = Bilingual("lien", "link")


def document_of_rows(rows: GraphRows, meaning: Meaning) -> tuple[Table | None, list[Problem]]:
    """Return the document that a graph means, and what keeps it from meaning one.

    Args:
        rows: the graph as it was read.
        meaning: what the person says of its columns and words.
    """
    nodes, edges = meaning.renamed(rows.nodes), meaning.renamed(rows.edges)
    problems = [*_missing(nodes, ("id",), _NODE), *_missing(edges, _ENDS, _EDGE)]
    if rows.undirected:
        where = Where(line=rows.undirected.line, column=rows.undirected.column)
        problems.append(Problem("VG657", where))
    nodes = (*nodes, *_only_as_ends(nodes, edges))
    kinds, found = link_kinds(edges, meaning)
    parts, asked = part_kinds(nodes, ends_left(edges, kinds), meaning)
    problems += [*found, *asked]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return _Document(rows, nodes, parts).table(list(zip(edges, kinds, strict=True))), problems


def _missing(rows: Sequence[Row], columns: Sequence[str], what: Bilingual) -> Iterator[Problem]:
    for row in rows:
        for column in columns:
            if not row.text(column):
                where = Where(line=row.place.line, column=row.place.column)
                yield Problem("VG656", where, {"what": what, "key": column})


def _only_as_ends(nodes: Sequence[Row], edges: Sequence[Row]) -> Iterator[Row]:
    """Yield a node for each end of an edge that no node tells of."""
    known = {row.text("id") for row in nodes} | {WHOLE_CHAIN}
    for edge in edges:
        for column in _ENDS:
            id_ = edge.text(column)
            if id_ and id_ not in known:
                known.add(id_)
                yield Row({"id": edge.values[column]}, edge.values[column].place)


class _Document:
    def __init__(self, rows: GraphRows, nodes: Sequence[Row], kinds: Mapping[str, str]) -> None:
        self._rows, self._nodes, self._kinds = rows, nodes, kinds
        self._ids = self._legal_ids()
        self._taken = set(self._ids.values())

    def table(self, edges: Sequence[tuple[Row, str | None]]) -> Table:
        """Return the whole document, each edge with its kind of link."""
        entries = {entry.key.text: entry for entry in self._about()}
        for section in SECTION_KINDS:
            parts = tuple(self._parts(section))
            if parts:
                entries[section] = _entry(section, Table(parts, self._rows.place))
        links = tuple(self._link(edge, kind or "") for edge, kind in edges)
        if links:
            entries["links"] = _entry("links", Listing(links, self._rows.place))
        return Table(tuple(entries.values()), self._rows.place)

    def _about(self) -> Iterator[Entry]:
        rest = self._rows.about.get(REST)
        told = _from_json(rest) if isinstance(rest, Scalar) else rest
        if isinstance(told, Table):
            yield from told
            return
        yield _entry("valuegraph", Scalar(str(VERSION), self._rows.place))
        others: list[Entry] = []
        for name, value in self._rows.about.items():
            if is_nothing(value):
                continue
            if name in ("name", "description", "language"):
                yield _entry(name, value)
            elif name == "label" and "name" not in self._rows.about:
                yield _entry("name", value)
            elif name != "label":
                others.append(_entry(name, value))
        if others:
            yield _entry("extra", Table(tuple(others), self._rows.place))

    def _legal_ids(self) -> dict[str, str]:
        """Return the id in the file -> the id in the chain, made where it cannot be one."""
        legal = {WHOLE_CHAIN: WHOLE_CHAIN}
        wanted = [row.text("id") for row in self._nodes]
        fine = {id_ for id_ in wanted if _may_be_an_id(id_)}
        taken = set(fine)
        for id_ in wanted:
            if id_ in fine or (id_ == WHOLE_CHAIN and self._kinds.get(id_) == WHOLE_CHAIN):
                legal[id_] = id_
            elif id_ not in legal or id_ == WHOLE_CHAIN:
                legal[id_] = free_slug(id_, taken)
                taken.add(legal[id_])
        return legal

    def _parts(self, section: str) -> Iterator[Entry]:
        kind = SECTION_KINDS[section]
        for row in self._nodes:
            if self._kinds.get(row.text("id")) == kind:
                yield self._part(row, kind)

    def _part(self, row: Row, kind: str) -> Entry:
        typed = row.text("id")
        entries = {entry.key.text: entry for entry in _fields(row, kind, _OF_A_NODE)}
        if "name" not in entries and not is_nothing(row.values.get("label", Scalar(""))):
            entries = {"name": _entry("name", row.values["label"]), **entries}
        if "name" not in entries and self._ids[typed] != typed:
            entries = {"name": _entry("name", _quoted(typed, row.place)), **entries}
        if kind == "support":
            entries["supports"] = _entry("supports", Scalar("none", row.place))
        key = Scalar(self._ids[typed], row.values["id"].place, quoted=True)
        return Entry(key, Table(tuple(entries.values()), row.place))

    def _link(self, row: Row, kind: str) -> Table:
        own = [
            _entry(key, _quoted(self._ids[row.text(column)], row.values[column].place))
            for key, column in (("start", "source"), ("end", "target"))
        ]
        base = "-".join((self._ids[row.text("source")], kind, self._ids[row.text("target")]))
        typed = row.text("id")
        if (is_numbered(typed, base) or _may_be_an_id(typed)) and typed not in self._taken:
            own.append(_entry("id", _quoted(typed, row.place)))
            self._taken.add(typed)
        own.append(_entry("kind", _quoted(kind, row.values["kind"].place)))
        return Table((*own, *_fields(row, "item", _OF_AN_EDGE)), row.place)


def _fields(row: Row, place: str, own: frozenset[str]) -> Iterator[Entry]:
    """Yield what a row says under keys of the text form; all other columns go to ``extra``."""
    more = row.values.get(MORE)
    told = _from_json(more) if isinstance(more, Scalar) else None
    values = dict(row.values)
    if isinstance(told, Table):
        values |= {entry.key.text: entry.value for entry in told}
    extra: dict[str, Entry] = {}
    for name, value in values.items():
        code = key_code(name)
        if name in own or is_nothing(value) or (name == MORE and isinstance(told, Table)):
            continue
        if (
            code
            and code in PLACES[place]
            and PLACES[place][code] not in (Takes.LINKS, Takes.INSIDE)
        ):
            typed = _from_json(value, place, code)
            if code == "extra" and isinstance(typed, Table):
                extra |= {entry.key.text: entry for entry in typed}
            else:
                yield _entry(code, typed)
        elif not (isinstance(value, Scalar) and not value.text):
            extra.setdefault(name, _entry(name, value))
    if extra:
        yield _entry("extra", Table(tuple(extra.values()), row.place))


def _from_json(value: Node, place: str = "chain", key: str = "extra") -> Node:
    """Return what a text written as JSON says, each piece at the place of the text."""
    if not isinstance(value, Scalar) or not is_json(place, key, value.text):
        return value
    tree, problems = read_json(f'{{"_": {value.text}}}')
    if not isinstance(tree, Table) or problems or len(tree.entries) != 1:
        return value
    return _placed(tree.entries[0].value, value.place)


def _placed(node: Node, place: Place) -> Node:
    if isinstance(node, Scalar):
        return Scalar(node.text, place, node.quoted)
    if isinstance(node, Listing):
        return Listing(tuple(_placed(item, place) for item in node.items), place)
    return Table(
        tuple(
            Entry(Scalar(entry.key.text, place, entry.key.quoted), _placed(entry.value, place))
            for entry in node
        ),
        place,
    )


def _may_be_an_id(text: str) -> bool:
    return is_legal(text) and text not in RESERVED and not is_a_word_of_references(text)


def _entry(key: str, value: Node) -> Entry:
    """Return an entry; a name is a text, though it looks like a number."""
    if key == "name" and isinstance(value, Scalar):
        value = _quoted(value.text, value.place)
    return Entry(_quoted(key, value.place), value)


def _quoted(text: str, place: Place) -> Scalar:
    return Scalar(text, place, quoted=True)
