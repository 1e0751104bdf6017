"""What a foreign graph tells of, gathered: parts and links by their addresses."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.io.tree import Entry, Node, Place, Scalar, Table
from valuegraph.io.valueflows.entries import quoted, text
from valuegraph.io.valueflows.naming import Names
from valuegraph.io.valueflows.nodes import Graph, Thing
from valuegraph.problems import Problem, Where

Said = dict[str, Node | None]

_KNOWN = frozenset(
    ("name", "note", "classifiedAs", "resourceClassifiedAs", "inputOf", "outputOf", "hasInput",
     "hasOutput", "inScopeOf", "plannedWithin", "conformsTo", "resourceConformsTo", "provider",
     "receiver", "resourceQuantity", "effortQuantity", "accountingQuantity", "onhandQuantity",
     "action", "clauseOf", "reciprocalClauseOf", "realizationOf", "reciprocalRealizationOf",
     "publishedIn", "reciprocalIn", "publishes", "reciprocal", "stipulates",
     "stipulatesReciprocal", "realizes", "realizesReciprocal", "purpose", "fulfills", "satisfies")
)  # fmt: skip
"""The words that become something of a chain; all others are kept in ``extra``."""


class Gathered:
    """Parts and links so far.

    Attributes:
        graph: the graph they stand in.
        names: what they are called.
        problems: what is to be said about them.
        activities: address -> what it says.
        actors: their addresses.
        resources: address of what flows -> its type.
        outputs: their addresses.
        links: start, kind and end -> what the link says.
        cells: activity -> way and circuit -> modalities.
    """

    def __init__(self, graph: Graph, names: Names) -> None:
        self.graph, self.names = graph, names
        self.problems: list[Problem] = []
        self.activities: dict[str, Said] = {}
        self.actors: dict[str, None] = {}
        self.resources: dict[str, str] = {}
        self.outputs: dict[str, None] = {}
        self.links: dict[tuple[str, str, str], Said] = {}
        self.cells: dict[str, dict[str, list[Table]]] = {}

    def activity(self, address: str, thing: Thing | None = None, name: str = "") -> None:
        """Take an activity in; ``name`` is what it is called if the graph does not say."""
        if address in self.activities:
            return
        name = self.names.name(address) or name.strip(" :")
        place = thing.place if thing else self.graph.place
        self.activities[address] = {
            "name": text(name, place),
            "description": description(thing, name),
            "extra": self.kept_aside(thing) if thing else None,
        }
        self.names.id(address, "activity", name)

    def actor(self, address: str) -> str:
        """Take an actor in, and return its address."""
        self.actors.setdefault(address)
        self.names.id(address, "actor")
        return address

    def resource(self, kind: str, type_: str = "") -> str:
        """Take a resource in, and return its address."""
        self.resources[kind] = self.resources.get(kind) or type_
        self.names.id(kind, "resource")
        return kind

    def output(self, kind: str) -> str:
        """Take an output in, and return what it is called among the ends of links."""
        self.outputs.setdefault(kind)
        return f"output {kind}"

    def id(self, address: str) -> str:
        """Return the id of a part that was taken in."""
        for known, role in ((self.activities, "activity"), (self.actors, "actor"),
                            (self.resources, "resource")):  # fmt: skip
            if address in known:
                return self.names.id(address, role)
        return self.names.id(address.removeprefix("output "), "output")

    def link(
        self, start: str, kind: str, end: str, place: Place,
        said: Mapping[str, Node | None] | None = None,
    ) -> None:  # fmt: skip
        """Take a link in; what is said of it first counts."""
        ends = (self.id(start), kind, self.id(end))
        own = {key: text(value, place)
               for key, value in zip(("start", "kind", "end"), ends, strict=True)}  # fmt: skip
        known = self.links.setdefault(ends, dict(own))
        for key, value in (said or {}).items():
            known[key] = known.get(key) or value

    def kept_aside(self, thing: Thing | None, address: str = "") -> Table | None:
        """Return what is kept aside: the address, and the words that mean nothing here."""
        place = thing.place if thing else self.graph.place
        whole = thing.id if thing else address
        entries = [] if whole.startswith("_:") else [Entry(text("iri", place), text(whole, place))]
        for word, value in thing.values.items() if thing else ():
            if word not in _KNOWN:
                entries.append(Entry(text(word, place), value))
        return Table(tuple(entries), place) if entries else None

    def note(self, code: str, thing: Thing, id: str = "", **values: object) -> None:
        """Note something at a node."""
        where = Where(id=id, line=thing.place.line, column=thing.place.column)
        self.problems.append(Problem(code, where, {"id": thing.id[:80], **values}))


def description(thing: Thing | None, name: str) -> Scalar | None:
    """Return the note of a node, where it is not its name."""
    note = quoted(thing, "note")
    return None if note is None or note.text == name else note
