"""A ValueFlows graph as it was read: its nodes by their ids, each value at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from valuegraph.io.tree import Listing, Node, Place, Scalar, Table
from valuegraph.io.valueflows.terms import LAYERS, VOCABULARY
from valuegraph.problems import Bilingual, Problem, Where

_INVERSES: Mapping[str, str] = {
    "hasInput": "inputOf", "hasOutput": "outputOf", "publishes": "publishedIn",
    "reciprocal": "reciprocalIn", "stipulates": "clauseOf",
    "stipulatesReciprocal": "reciprocalClauseOf", "realizes": "realizationOf",
    "realizesReciprocal": "reciprocalRealizationOf",
}  # fmt: skip
_Inner = tuple[Table, str, dict[str, Node]]
_HTTP = VOCABULARY.replace("https:", "http:")
_GRAPH = Bilingual("la liste « @graph »", "the list “@graph”")
_NODES = Bilingual("une liste de tables clé : valeur", "a list of key: value mappings")


@dataclass(slots=True)
class Thing:
    """A node of the graph.

    Attributes:
        id: its whole address.
        type: the word of its class; empty where none is said.
        values: word -> what stands there.
        place: where it begins.
    """

    id: str
    type: str
    values: dict[str, Node]
    place: Place

    def text(self, word: str) -> str:
        """Return the text of a word; empty where there is none."""
        value = self.value(word)
        return value.text if value else ""

    def value(self, word: str) -> Scalar | None:
        """Return the text of a word with its place, the first of several."""
        return next(iter(self.scalars(word)), None)

    def scalars(self, word: str) -> Iterator[Scalar]:
        """Yield the texts of a word."""
        value = self.values.get(word)
        for item in value.items if isinstance(value, Listing) else (value,):
            one = _plain(item) if isinstance(item, Table) else item
            if isinstance(one, Scalar):
                yield one


@dataclass(slots=True)
class Graph:
    """The nodes of a file.

    Attributes:
        things: whole address -> node, in the order of the file; what is said of one node in
            several places is said once, the first time counts. Two flows of one address, or two
            nodes of different classes, are two.
        twice: the nodes that are told of again, with other values.
        language: the language that the context says.
        prefixes: prefix -> how the addresses begin that it stands for.
        place: where the file begins.
        nameless: how many nodes have no address of their own.
    """

    things: dict[str, Thing] = field(default_factory=dict)
    twice: list[Thing] = field(default_factory=list)
    language: str = ""
    prefixes: dict[str, str] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    nameless: int = 0

    def address(self, typed: str) -> str:
        """Return the whole address that was typed, whichever prefix it has."""
        prefix, colon, rest = typed.partition(":")
        if colon and not rest.startswith("//") and prefix in self.prefixes:
            return self.prefixes[prefix] + rest
        return typed.rstrip("/") if "://" in typed else typed

    def word(self, typed: str) -> str:
        """Return a word of the vocabulary, however it was typed."""
        whole = self.address(typed)
        for start in (VOCABULARY, _HTTP, "vf:"):
            whole = whole.removeprefix(start)
        return whole

    def ends(self, thing: Thing, word: str) -> list[str]:
        """Return the addresses that a word of a node refers to."""
        return [self.address(item.text) for item in thing.scalars(word) if item.text]

    def end(self, thing: Thing, word: str) -> str:
        """Return the one address that a word of a node refers to; empty where there is none."""
        return next(iter(self.ends(thing, word)), "")

    def of_type(self, *types: str) -> list[Thing]:
        """Return the nodes of some classes."""
        return [thing for thing in self.things.values() if thing.type in types]


def graph_in(tree: Table) -> tuple[Graph | None, list[Problem]]:
    """Return the nodes of a document, and what keeps them from being read."""
    graph = Graph(place=tree.place)
    listed: Node | None = None
    problems: list[Problem] = []
    for entry in tree:
        if entry.key.text == "@context":
            _learn(graph, entry.value)
        elif entry.key.text == "@graph":
            listed = entry.value
    if listed is None and any(entry.key.text in ("@type", "@id") for entry in tree):
        listed = Listing((tree,), tree.place)
    if listed is None:
        return None, [_missing(tree, _GRAPH)]
    for item in listed.items if isinstance(listed, Listing) else (listed,):
        if isinstance(item, Table):
            _take(graph, item)
        else:
            problems.append(_missing(item, _NODES))
    _turn_round(graph)
    return graph, problems


def _learn(graph: Graph, context: Node) -> None:
    """Take the prefixes and the language of a context; an address of one is not fetched."""
    for item in context.items if isinstance(context, Listing) else (context,):
        if not isinstance(item, Table):
            continue
        for entry in item:
            if not isinstance(entry.value, Scalar):
                continue
            if entry.key.text == "@language":
                graph.language = entry.value.text
            elif not entry.key.text.startswith("@"):
                graph.prefixes[entry.key.text] = entry.value.text


def _take(graph: Graph, table: Table) -> None:
    """Put a node, and those that stand inside it, into the graph."""
    waiting: list[_Inner] = [(table, "", {})]
    while waiting:
        item, address, said = waiting.pop()
        values = {graph.word(entry.key.text): entry.value for entry in item}
        id_ = _text(values.pop("@id", None))
        type_ = graph.word(_text(values.pop("@type", None)) or _text(values.pop("type", None)))
        thing = Thing(address or _address(graph, id_), type_, said, item.place)
        inner: list[tuple[Table, str, str]] = []
        for word, value in values.items():
            thing.values[word] = _held(graph, value, word, inner)
        waiting += [(one, its, _turned(graph, thing, word)) for one, its, word in reversed(inner)]
        _put(graph, thing)


def _turned(graph: Graph, thing: Thing, word: str) -> dict[str, Node]:
    """Return what a node says itself that stands under a word of another."""
    inverse = _INVERSES.get(word, "")
    owner = thing.id
    if thing.type in LAYERS and inverse in ("inputOf", "outputOf"):
        owner = graph.end(thing, "inputOf") or graph.end(thing, "outputOf")
    return {inverse: Scalar(owner, thing.place, quoted=True)} if inverse and owner else {}


def _address(graph: Graph, typed: str) -> str:
    """Return the whole address of a node; one that has none is given one that no other has."""
    graph.nameless += not typed
    return graph.address(typed) if typed else f"_:{graph.nameless}"


def _put(graph: Graph, thing: Thing) -> None:
    known = graph.things.setdefault(thing.id, thing)
    if known is thing:
        return
    other = bool(thing.type and known.type and thing.type != known.type)
    if other or any(word in known.values and not _same(known.values[word], value)
                    for word, value in thing.values.items()):  # fmt: skip
        graph.twice.append(thing)
        if other or thing.type in LAYERS:
            thing.id = f"{thing.id}#{len(graph.twice) + 1}"
            graph.things[thing.id] = thing
            return
    known.type = known.type or thing.type
    known.values = {**thing.values, **known.values}


def _held(graph: Graph, value: Node, word: str, inner: list[tuple[Table, str, str]]) -> Node:
    """Return a value, the nodes inside it taken out and referred to by their addresses."""
    if isinstance(value, Listing):
        items = tuple(_held(graph, item, word, inner) for item in value.items)
        return Listing(items, value.place)
    if not isinstance(value, Table):
        return value
    said = {entry.key.text: entry.value for entry in value}
    id_, type_ = _text(said.get("@id")), graph.word(_text(said.get("@type")))
    if not id_ and type_ in ("", "Measure"):
        return value
    address = _address(graph, id_)
    if set(said) != {"@id"}:
        inner.append((value, address, word))
    return Scalar(address, value.place, quoted=True)


def _turn_round(graph: Graph) -> None:
    """Let each flow say itself what a process, an agreement or a proposal says of it."""
    for thing in graph.things.values():
        for word in _INVERSES:
            for end in graph.ends(thing, word):
                if end in graph.things:
                    for inverse, owner in _turned(graph, thing, word).items():
                        graph.things[end].values.setdefault(inverse, owner)


def _plain(table: Table) -> Scalar | None:
    """Return the text of ``{"@value": ...}`` or ``{"@id": ...}``."""
    values = {entry.key.text: entry.value for entry in table}
    found = values.get("@value", values.get("@id"))
    return found if isinstance(found, Scalar) else None


def _text(value: Node | None) -> str:
    if isinstance(value, Listing):
        value = next(iter(value.items), None)
    return value.text if isinstance(value, Scalar) else ""


def _same(one: Node, other: Node) -> bool:
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text
    if isinstance(one, Listing) and isinstance(other, Listing):
        return len(one.items) == len(other.items) and all(
            _same(left, right) for left, right in zip(one.items, other.items, strict=True)
        )
    if isinstance(one, Table) and isinstance(other, Table):
        left = {entry.key.text: entry.value for entry in one}
        right = {entry.key.text: entry.value for entry in other}
        return left.keys() == right.keys() and all(_same(left[key], right[key]) for key in left)
    return False


def _missing(node: Node, expected: Bilingual) -> Problem:
    return Problem("VG680", Where(line=node.place.line, column=node.place.column),
                   {"expected": expected})  # fmt: skip
