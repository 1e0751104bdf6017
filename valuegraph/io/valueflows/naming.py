"""What the things of a foreign graph are called, and the ids they are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from valuegraph.io.valueflows.nodes import Graph, Thing
from valuegraph.model.ids import free_slug
from valuegraph.problems import Problem

_COMMENT = re.compile(r"#\s*(.*\S)")
_NAMED_BY_COMMENT = ("resourceConformsTo", "conformsTo", "resourceInventoriedAs",
                     "toResourceInventoriedAs")  # fmt: skip
_A_NUMBER = re.compile(r"[0-9a-f-]*\d[0-9a-f-]*|\d*", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?([^/.]+)[^/]*/?$")
_LONGEST = 100


class Names:
    """The names and ids of what a graph tells of.

    Attributes:
        taken: the ids that are given already.
    """

    def __init__(self, graph: Graph, comments: Iterable[Problem]) -> None:
        self.taken: set[str] = set()
        self._graph = graph
        self._ids: dict[tuple[str, str], str] = {}
        self._comments = _comments(graph, comments)

    def name(self, address: str) -> str:
        """Return what something is called, empty where nothing says it.

        Its name comes first, then a comment beside its address, its note, what it conforms to,
        and what its address ends with, unless that is a mere number.
        """
        for one in (address, self.kind(address)):
            thing = self._graph.things.get(one)
            said = thing.text("name") if thing else ""
            if said or one in self._comments:
                return said or self._comments[one]
        thing = self._graph.things.get(address)
        if thing:
            note = thing.text("note")
            if note and len(note) <= _LONGEST:
                return note
            for word in ("classifiedAs", "trackingIdentifier"):
                if thing.text(word):
                    return self.last_piece(thing.text(word))
        return self.last_piece(self.kind(address))

    def kind(self, address: str) -> str:
        """Return the specification of a stock; anything else is its own."""
        thing = self._graph.things.get(address)
        if thing is None or thing.type != "EconomicResource":
            return address
        return self._graph.end(thing, "conformsTo") or self._graph.end(
            thing, "resourceConformsTo"
        ) or address  # fmt: skip

    def id(self, address: str, role: str, name: str = "") -> str:
        """Return the id of a part, made of its name the first time it is asked for."""
        key = (address, role)
        if key not in self._ids:
            name = name or self.name(address) or re.split(r"[/#:]", address)[-1] or role
            self._ids[key] = free_slug(name, self.taken)
            self.taken.add(self._ids[key])
        return self._ids[key]

    def last_piece(self, address: str) -> str:
        """Return what an address ends with, or its host; empty if it is a mere number."""
        host = _HOST.match(address)
        piece = host.group(1) if host else re.split(r"[/#:]", address.rstrip("/"))[-1]
        return "" if _A_NUMBER.fullmatch(piece) else piece.replace("_", " ")


def _comments(graph: Graph, problems: Iterable[Problem]) -> Mapping[str, str]:
    """Return address -> the comment that stands behind it, as in the official examples."""
    found = {}
    for problem in problems:
        comment = _COMMENT.search(str(problem.values.get("shown", "")))
        if comment:
            found[problem.where.line] = comment.group(1)
    if not found:
        return {}
    said: dict[str, str] = {}
    for thing in graph.things.values():
        _learn(graph, thing, found, said)
    return said


def _learn(graph: Graph, thing: Thing, lines: Mapping[int, str], said: dict[str, str]) -> None:
    for word in _NAMED_BY_COMMENT:
        for item in thing.scalars(word):
            if item.place.line in lines:
                said.setdefault(graph.address(item.text), lines[item.place.line])
