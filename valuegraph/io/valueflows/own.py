"""A graph that was written here, read back whole: its marks say what ValueFlows does not."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.io.documents.keys import VERSION
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.io.valueflows.entries import amount, quoted, table, text, texts
from valuegraph.io.valueflows.nodes import Graph, Thing
from valuegraph.io.valueflows.terms import (
    AGENT_TYPES,
    AGENTS,
    LAYERS,
    MARK,
    PLAN,
    PROCESS,
    SPECIFICATION,
    STATUS_OF_LAYER,
    STOCK,
    Marks,
    marks_in,
)
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Problem, Where

_TYPE_OF_AGENT = {class_: type_ for type_, class_ in AGENT_TYPES.items()}
_QUANTITIES = ("resourceQuantity", "effortQuantity")


def base_of(graph: Graph) -> str:
    """Return how the addresses begin in a graph that was written here; empty for others."""
    for plan in graph.of_type(PLAN):
        if plan.id.startswith(MARK) and plan.id.endswith(f":{WHOLE_CHAIN}"):
            return plan.id.removesuffix(WHOLE_CHAIN)
    return ""


def document_of_own(graph: Graph, base: str) -> tuple[Table, list[Problem]]:
    """Return the document of a graph that was written here, and what was added elsewhere."""
    reading = _Own(graph, base)
    return reading.document(), [*reading.strangers()]


class _Own:
    def __init__(self, graph: Graph, base: str) -> None:
        self.graph, self.base = graph, base
        self.things = {self._path(id_): thing for id_, thing in graph.things.items()
                       if id_.startswith(base)}  # fmt: skip
        self.marks = {path: _marks(thing) for path, thing in self.things.items()}
        self.cells: dict[tuple[str, str], dict[str, dict[str, dict[str, Node | None]]]] = {}
        self.links: dict[str, Table] = {}
        self.carried: list[Table] = []
        self.set_aside = [thing for id_, thing in graph.things.items()
                          if not id_.startswith(base)]  # fmt: skip
        for path, thing in self.things.items():
            if thing.type in LAYERS:
                self._flow(path, thing)
            elif thing.type == PROCESS:
                self._carried(path, thing)

    def strangers(self) -> Iterator[Problem]:
        """Yield what stands in the file and is not of ours."""
        for thing in self.set_aside:
            where = Where(line=thing.place.line, column=thing.place.column)
            yield Problem("VG684", where, {"id": thing.id[:80], "type": thing.type or "—"})

    def document(self) -> Table:
        """Return the whole document."""
        place = self.graph.place
        plan = self.things.get(WHOLE_CHAIN)
        said: dict[str, Node | None] = {
            "valuegraph": Scalar(str(VERSION), place),
            "name": quoted(plan, "name"),
            "description": quoted(plan, "note"),
            "language": text(self.graph.language, place),
            "actors": self._section(self._actors()),
            "resources": self._section(self._specifications("resource")),
            "circuits": self._section(self._specifications("circuit")),
            "support": self._section(self._processes(support=True)),
            "activities": self._section(self._processes(support=False)),
            "outputs": self._section(self._specifications("output")),
            "links": Listing((*self.links.values(), *self.carried), place),
        }
        return table(said, place)

    # ---- parts

    def _section(self, parts: Iterator[Entry]) -> Table | None:
        entries = tuple(parts)
        return Table(entries, self.graph.place) if entries else None

    def _actors(self) -> Iterator[Entry]:
        for path, thing in self.things.items():
            if thing.type in AGENTS:
                type_ = self.marks[path].type or _TYPE_OF_AGENT.get(thing.type, "")
                yield _part(path, thing, {"type": text(type_, thing.place)})

    def _specifications(self, kind: str) -> Iterator[Entry]:
        stocks = {self._end(thing, "conformsTo"): thing for thing in self.things.values()
                  if thing.type == STOCK}  # fmt: skip
        for path, thing in self.things.items():
            marks = self.marks[path]
            if thing.type == SPECIFICATION and kind in marks:
                stock = stocks.get(path)
                said: dict[str, Node | None] = {
                    "type": text(marks.type, thing.place) if kind == "resource" else None,
                    "status": text(marks.get("status"), thing.place),
                    "amount": amount(self.graph, stock, "accountingQuantity") if stock else None,
                }
                yield _part(path, thing, said)

    def _processes(self, *, support: bool) -> Iterator[Entry]:
        for path, thing in self.things.items():
            marks = self.marks[path]
            if thing.type != PROCESS or ("support" in marks) is not support:
                continue
            said: dict[str, Node | None] = {"status": text(marks.get("status"), thing.place)}
            if support:
                said["type"] = text(marks.type, thing.place)
                said["supports"] = Scalar("none", thing.place)
            else:
                said |= {way: self._cells(path, way, thing) for way in ("receives", "gives")}
            yield _part(path, thing, said)

    def _cells(self, activity: str, way: str, thing: Thing) -> Table | None:
        found: dict[str, Node] = {}
        for cell in self.marks[activity].all("none"):
            said_way, _, circuit = cell.partition(".")
            if said_way == way:
                found[circuit] = Scalar("none", thing.place)
        for circuit, cells in self.cells.get((activity, way), {}).items():
            tables = tuple(table(said, thing.place) for said in cells.values())
            found[circuit] = Listing(tables, thing.place)
        return table(found, thing.place) if found else None

    def _carried(self, path: str, thing: Thing) -> None:
        for actor in self._ends(thing, "inScopeOf"):
            self.carried.append(_joined(actor, "carries", path, {}, thing.place))

    # ---- flows

    def _flow(self, path: str, thing: Thing) -> None:
        head, _, rest = path.partition("/")
        if rest.endswith("/return") or rest.startswith("made/"):
            return
        if head == "cell":
            modality, _, link = rest.partition("/")
            self._modality(modality, thing, self.marks[path])
            if link:
                ends = self._end(thing, "resourceConformsTo"), "feeds", self._end(thing, "inputOf")
                self._link(link, *ends, {}, thing.place)
        elif head == "flow":
            said: dict[str, Node | None] = {
                "label": quoted(thing, "name") or quoted(thing, "note"),
                "amount": amount(self.graph, thing, *_QUANTITIES),
                "circuit": text(self.marks[path].get("circuit"), thing.place),
                "status": self._status(thing, self.marks[path]),
            }
            self._link(rest, *self._meant(rest, thing), said, thing.place)
        else:
            self.set_aside.append(thing)

    def _meant(self, link: str, thing: Thing) -> tuple[str, str, str]:
        """Return start, kind and end of the link that a flow is."""
        entered, left = self._end(thing, "inputOf"), self._end(thing, "outputOf")
        resource, provider = self._end(thing, "resourceConformsTo"), self._end(thing, "provider")
        if "between" in self.marks.get(resource, ()):
            made = self.things.get(f"flow/made/{link}")
            return (self._end(made, "outputOf") if made else ""), "precedes", entered
        if left and "support" in self.marks.get(left, ()):
            return left, "supports", entered or WHOLE_CHAIN
        if left:
            kind = "produces" if "output" in self.marks.get(resource, ()) else "regenerates"
            return left, kind, resource
        if entered and resource:
            return resource, "feeds", entered
        return (provider, "takes_part", entered) if entered else (provider, "provides", resource)

    def _modality(self, id_: str, thing: Thing, marks: Marks) -> None:
        receives = not self._end(thing, "outputOf")
        activity = self._end(thing, "inputOf" if receives else "outputOf")
        way, circuit = "receives" if receives else "gives", marks.get("circuit")
        if not activity or not circuit:
            self.set_aside.append(thing)
            return
        cells = self.cells.setdefault((activity, way), {}).setdefault(circuit, {})
        if id_ in cells:
            return
        other = self._end(thing, "provider" if receives else "receiver")
        cells[id_] = {
            "id": text(id_, thing.place),
            "name": quoted(thing, "name") or quoted(thing, "note"),
            "status": self._status(thing, marks),
            "with": text(other, thing.place),
            "amount": amount(self.graph, thing, *_QUANTITIES),
            "in_return": self._returned(id_),
            "resources": texts(marks.all("named"), thing.place) if "named" in marks else None,
        }

    def _returned(self, modality: str) -> Table | None:
        path = f"cell/{modality}/return"
        thing = self.things.get(path)
        if thing is None or "unsaid" in self.marks[path]:
            return None
        what = self._end(thing, "resourceConformsTo")
        said = {
            "what": quoted(self.things.get(what), "name") if what.startswith("returned/") else None,
            "amount": amount(self.graph, thing, *_QUANTITIES),
            "circuit": text(self.marks[path].get("circuit"), thing.place),
        }
        return table(said, thing.place)

    def _status(self, thing: Thing, marks: Marks) -> Scalar | None:
        said = marks.get("status") or STATUS_OF_LAYER[thing.type]
        return None if said == "unsaid" else text(said, thing.place)

    def _link(
        self, id_: str, start: str, kind: str, end: str, said: dict[str, Node | None], place: Place
    ) -> None:
        said = {"id": text(id_, place), **said}
        self.links.setdefault(id_, _joined(start, kind, end, said, place))

    # ---- addresses

    def _path(self, address: str) -> str:
        return address.removeprefix(self.base)

    def _ends(self, thing: Thing, word: str) -> list[str]:
        return [self._path(end) for end in self.graph.ends(thing, word)]

    def _end(self, thing: Thing, word: str) -> str:
        return self._path(self.graph.end(thing, word))


def _joined(start: str, kind: str, end: str, said: dict[str, Node | None], place: Place) -> Table:
    ends = {"start": start, "kind": kind, "end": end}
    return table({**{key: text(value, place) for key, value in ends.items()}, **said}, place)


def _marks(thing: Thing) -> Marks:
    return marks_in(
        item.text for word in ("classifiedAs", "resourceClassifiedAs")
        for item in thing.scalars(word)
    )  # fmt: skip


def _part(path: str, thing: Thing, said: dict[str, Node | None]) -> Entry:
    own = {"name": quoted(thing, "name"), "description": quoted(thing, "note")}
    return Entry(text(path, thing.place), table({**own, **said}, thing.place))
