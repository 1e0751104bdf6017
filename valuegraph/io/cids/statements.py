"""Statements of linked data: a thing, what is said of it, and what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from valuegraph.io.cids.names import RDF_LANG, RDF_TYPE, XSD_STRING


class Ref(NamedTuple):
    """Another thing, by its IRI; ``_:`` and a label where it has none."""

    iri: str


class Literal(NamedTuple):
    """A value: its text, the IRI of its type, and its language if it has one."""

    text: str
    type: str = XSD_STRING
    language: str = ""


Value = Ref | Literal


class Statement(NamedTuple):
    """One statement: its subject and predicate are IRIs."""

    subject: str
    predicate: str
    value: Value


@dataclass(slots=True)
class Thing:
    """A thing and what is said of it: predicate -> values, each once, in the order told."""

    iri: str
    said: dict[str, dict[Value, None]] = field(default_factory=dict)

    def say(self, predicate: str, *values: Value) -> None:
        """Add values under a predicate."""
        if values:
            self.said.setdefault(predicate, {}).update(dict.fromkeys(values))

    def once(self, predicate: str, value: Value) -> bool:
        """Say a value unless there is one already; tell whether it is the value now."""
        if predicate not in self.said:
            self.say(predicate, value)
        return value in self.said[predicate]

    def instead(self, predicate: str, value: Value) -> None:
        """Say a value in the place of any other."""
        self.said[predicate] = {value: None}

    def texts(self, predicate: str) -> list[str]:
        """Return the texts under a predicate."""
        return [one.text for one in self.said.get(predicate, ()) if isinstance(one, Literal)]

    def refs(self, predicate: str) -> list[str]:
        """Return the IRIs under a predicate."""
        return [one.iri for one in self.said.get(predicate, ()) if isinstance(one, Ref)]

    def type(self, *types: str) -> None:
        """Add classes."""
        self.say(RDF_TYPE, *(Ref(one) for one in types))

    def statements(self) -> Iterator[Statement]:
        """Yield all that is said of it."""
        for predicate, values in self.said.items():
            for value in values:
                yield Statement(self.iri, predicate, value)


class Things:
    """Things by their IRIs, in the order in which they were first told of."""

    def __init__(self) -> None:
        self._things: dict[str, Thing] = {}

    def of(self, iri: str) -> Thing:
        """Return the thing of an IRI, made if it is new."""
        return self._things.setdefault(iri, Thing(iri))

    def get(self, iri: str) -> Thing | None:
        """Return the thing of an IRI, if it is told of."""
        return self._things.get(iri)

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._things.values())

    def __contains__(self, iri: object) -> bool:
        return iri in self._things

    def statements(self) -> Iterator[Statement]:
        """Yield all statements."""
        for thing in self:
            yield from thing.statements()


def things_of(statements: Iterable[Statement]) -> Things:
    """Return statements gathered by their subjects."""
    things = Things()
    for statement in statements:
        things.of(statement.subject).say(statement.predicate, statement.value)
    return things


def text(value: str) -> Literal:
    """Return a plain text."""
    return Literal(value)


def in_language(value: str, language: str) -> Literal:
    """Return a text in a language, whose tag is written in small letters everywhere."""
    return Literal(value, RDF_LANG, language.lower())
