"""Pieces of a document of the text form, made of what was read, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.io.valueflows.measures import unit_called
from valuegraph.io.valueflows.nodes import Graph, Thing

Said = Mapping[str, Node | None]


def text(value: str, place: Place) -> Scalar:
    """Return a text that is a text, whatever it looks like."""
    return Scalar(value, place, quoted=True)


def table(said: Said, place: Place) -> Table:
    """Return a mapping of what is said; ``None`` and empty texts are left out."""
    return Table(
        tuple(
            Entry(text(key, value.place), value)
            for key, value in said.items()
            if value is not None and not (isinstance(value, Scalar) and not value.text)
        ),
        place,
    )


def texts(values: Iterable[str], place: Place) -> Listing:
    """Return a list of texts."""
    return Listing(tuple(text(value, place) for value in values), place)


def quoted(thing: Thing | None, word: str) -> Scalar | None:
    """Return the text of a word of a node, which is a text, whatever it looks like."""
    value = thing.value(word) if thing else None
    return text(value.text, value.place) if value else None


def amount(graph: Graph, thing: Thing, *words: str) -> Table | None:
    """Return the amount that a measure says, under the first of some words that is there."""
    for word in words:
        value = thing.values.get(word)
        if isinstance(value, Scalar):
            other = graph.things.get(graph.address(value.text))
            value = _as_table(other) if other else None
        if isinstance(value, Table):
            return _measured(graph, value)
    return None


def _measured(graph: Graph, value: Table) -> Table | None:
    inside = Thing("", "", {graph.word(entry.key.text): entry.value for entry in value},
                   value.place)  # fmt: skip
    number = inside.value("hasNumericalValue")
    if number is None:
        return None
    unit = inside.value("hasUnit")
    said = {
        "amount": Scalar(number.text, number.place),
        "unit": text(_unit(graph, unit.text), unit.place) if unit else None,
    }
    return table(said, value.place)


def _unit(graph: Graph, typed: str) -> str:
    """Return a unit: the symbol of its node, else what the ontology of units calls it."""
    node = graph.things.get(graph.address(typed))
    if node is None:
        return unit_called(typed)
    return node.text("symbol") or unit_called(node.text("omUnitIdentifier") or node.text("label"))


def _as_table(thing: Thing) -> Table:
    entries = (Entry(text(key, thing.place), value) for key, value in thing.values.items())
    return Table(tuple(entries), thing.place)
