"""From what was gathered of a foreign graph to a document of the text form."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.io.documents.keys import VERSION
from valuegraph.io.tree import Entry, Listing, Scalar, Table
from valuegraph.io.valueflows.entries import amount, quoted, table, text
from valuegraph.io.valueflows.gathering import Gathered, Said, description
from valuegraph.io.valueflows.nodes import Thing
from valuegraph.io.valueflows.terms import AGENT_TYPES, PLAN, STOCK

_STOCKED = ("accountingQuantity", "onhandQuantity")


def document_of(found: Gathered) -> Table:
    """Return the whole document."""
    place = found.graph.place
    plan = next(iter(found.graph.of_type(PLAN)), None)
    stocks: dict[str, list[Thing]] = {}
    for thing in found.graph.of_type(STOCK):
        stocks.setdefault(found.names.kind(thing.id), []).append(thing)
    parts = {
        "actors": [_told_actor(found, address) for address in found.actors],
        "resources": [
            _told_resource(found, stocks.get(kind, ()), kind, type_)
            for kind, type_ in found.resources.items()
        ],
        "activities": [_told_activity(found, *item) for item in found.activities.items()],
        "outputs": [_entry(found, kind, "output", {}) for kind in found.outputs],
    }
    said: Said = {
        "valuegraph": Scalar(str(VERSION), place),
        "name": quoted(plan, "name"),
        "description": quoted(plan, "note"),
        "language": text(found.graph.language, place),
        **{key: Table(tuple(entries), place) if entries else None
           for key, entries in parts.items()},
        "links": Listing(tuple(table(link, place) for link in found.links.values()), place),
        "extra": found.kept_aside(plan) if plan else None,
    }  # fmt: skip
    return table(said, place)


def _told_actor(found: Gathered, address: str) -> Entry:
    thing = found.graph.things.get(address)
    types = {class_: type_ for type_, class_ in AGENT_TYPES.items()}
    type_ = types.get(thing.type, "") if thing else ""
    return _entry(found, address, "actor", {"type": text(type_, found.graph.place)})


def _told_resource(found: Gathered, stocks: Sequence[Thing], kind: str, type_: str) -> Entry:
    """Return a resource; how much there is of it is what its one stock says."""
    measured = [amount(found.graph, thing, *_STOCKED) for thing in stocks]
    amounts = [one for one in measured if one]
    said: Said = {"type": text(type_, found.graph.place)}
    if len(amounts) == 1:
        said["amount"] = amounts[0]
    elif amounts:
        found.note("VG686", stocks[0], id=found.names.id(kind, "resource"))
    return _entry(found, kind, "resource", said)


def _told_activity(found: Gathered, address: str, said: Said) -> Entry:
    place = found.graph.place
    ways: dict[str, Said] = {}
    for cell, cells in found.cells.get(address, {}).items():
        way, _, circuit = cell.partition(".")
        ways.setdefault(way, {})[circuit] = Listing(tuple(cells), place)
    told = {way: table(cells, place) for way, cells in ways.items()}
    return Entry(text(found.id(address), place), table({**said, **told}, place))


def _entry(found: Gathered, address: str, role: str, said: Said) -> Entry:
    thing = found.graph.things.get(address)
    name = found.names.name(address)
    place = thing.place if thing else found.graph.place
    own = {"name": text(name, place), "description": description(thing, name),
           "extra": found.kept_aside(thing, address)}  # fmt: skip
    return Entry(text(found.names.id(address, role), place), table({**own, **said}, place))
