"""A chain as JSON-LD: one graph, or the flat list that the add-ins of the standard exchange."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from valuegraph.io.cids.names import PREFIXES, RDF_TYPE, XSD_STRING, Iris, short
from valuegraph.io.cids.own_writing import tell_own
from valuegraph.io.cids.standard_writing import tell_standard
from valuegraph.io.cids.statements import Ref, Thing, Things, Value

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain


def things_of_chain(chain: ValueChain) -> Things:
    """Return all that is written of a chain: what it says, in the standard's terms and in ours."""
    things, iris = Things(), Iris(chain)
    tell_own(things, chain, iris)
    tell_standard(things, chain, iris)
    return things


def cids_of(chain: ValueChain) -> str:
    """Return a chain as one JSON-LD graph, its context in the file."""
    nodes = [_node(thing) for thing in things_of_chain(chain)]
    return _json({"@context": dict(PREFIXES), "@graph": nodes})


def cids_array_of(chain: ValueChain) -> str:
    """Return a chain as the add-ins exchange it: a list of flat nodes with a context each.

    Those programs take one class a node: the standard's, where there is one; all others stand
    under ``rdf:type``, which says the same.
    """
    return _json([_flat(thing) for thing in things_of_chain(chain)])


def _node(thing: Thing) -> dict[str, Any]:
    told = [short(value.iri) for value in thing.said.get(RDF_TYPE, {}) if isinstance(value, Ref)]
    types = sorted(told, key=lambda one: one.startswith("vg:"))
    return {
        "@id": thing.iri,
        **({"@type": types[0] if len(types) == 1 else types} if types else {}),
        **{
            short(predicate): _values(values)
            for predicate, values in thing.said.items()
            if predicate != RDF_TYPE
        },
    }


def _flat(thing: Thing) -> dict[str, Any]:
    node = _node(thing)
    types = node.get("@type")
    if isinstance(types, list):
        node["@type"] = types[0]
        others = [{"@id": one} for one in types[1:]]
        node["rdf:type"] = others[0] if len(others) == 1 else others
    names = json.dumps(node, ensure_ascii=False)
    used = {prefix: space for prefix, space in PREFIXES.items() if f'"{prefix}:' in names}
    return {"@context": used, **node}


def _values(values: Iterable[Value]) -> Any:
    told = [_value(value) for value in values]
    return told[0] if len(told) == 1 else told


def _value(value: Value) -> Any:
    if isinstance(value, Ref):
        return {"@id": value.iri}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    if value.type == XSD_STRING:
        return value.text
    return {"@value": value.text, "@type": short(value.type)}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
