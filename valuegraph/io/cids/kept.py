"""Statements that mean nothing to us: kept in ``extra``, and written back as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from valuegraph.io.cids.names import PREFIXES, RDF_TYPE, XSD_STRING, is_iri
from valuegraph.io.cids.statements import Literal, Ref, Statement, Thing, Things, Value, in_language

KEPT = "rdf"
"""The key of ``extra`` under which they stand: predicate -> values, each as JSON-LD has it
when expanded; in the ``extra`` of a chain there is the subject before the predicate."""

OF_OTHERS = "rdf_others"
"""The key of a chain's ``extra`` under which statements about other things stand."""

UNREAD = "rdf_unread"
"""The key of a chain's ``extra`` under which terms of ours stand that say nothing here: kept as
data, and not said again, since they would be taken for what the chain says."""


def is_ours(statement: Statement) -> bool:
    """Tell whether a statement is in our own terms."""
    named = statement.predicate
    if named == RDF_TYPE and isinstance(statement.value, Ref):
        named = statement.value.iri
    return named.startswith(PREFIXES["vg"])


def kept_of(statements: Iterable[Statement]) -> dict[str, list[dict[str, str]]]:
    """Return the statements about one thing as plain data, always in the same order."""
    told: dict[str, set[Value]] = {}
    for statement in statements:
        told.setdefault(statement.predicate, set()).add(statement.value)
    return {
        predicate: [_as_data(value) for value in sorted(values, key=_key)]
        for predicate, values in sorted(told.items())
    }


def without_kept(extra: Any, thing: Thing, things: Things | None = None) -> dict[str, Any]:
    """Return what else stands in an ``extra``, its kept statements said of the thing.

    What stands there and is not exactly as :func:`kept_of` gives it stays where it is.
    """
    rest = dict(extra)
    said = _values_of(rest.get(KEPT))
    if said:
        del rest[KEPT]
        for predicate, values in said.items():
            thing.say(predicate, *values)
    others = rest.get(OF_OTHERS)
    if things is not None and isinstance(others, Mapping):
        known = {iri: _values_of(told) for iri, told in others.items()}
        if known and all(known.values()) and all(map(is_iri, known)) and [*known] == sorted(known):
            del rest[OF_OTHERS]
            for iri, told in known.items():
                for predicate, values in told.items():
                    things.of(iri).say(predicate, *values)
    return rest


def _values_of(data: Any) -> dict[str, list[Value]]:
    """Return predicate -> values if the data is exactly what :func:`kept_of` gives, else none."""
    if not isinstance(data, Mapping) or not all(is_iri(one) for one in data):
        return {}
    told: dict[str, list[Value]] = {}
    for predicate, values in data.items():
        if not isinstance(values, list | tuple) or not values:
            return {}
        read = [_value(value) for value in values]
        found = [value for value in read if value is not None]
        if len(found) != len(read):
            return {}
        told[predicate] = found
    again = kept_of(Statement("", key, value) for key, found in told.items() for value in found)
    same = list(again) == list(data) and all(again[key] == list(data[key]) for key in again)
    return told if same else {}


def _value(data: Any) -> Value | None:
    if not isinstance(data, Mapping) or not all(isinstance(one, str) for one in data.values()):
        return None
    if set(data) == {"@id"} and is_iri(data["@id"]):
        return Ref(data["@id"])
    if set(data) == {"@value"}:
        return Literal(data["@value"])
    if set(data) == {"@value", "@language"} and data["@language"]:
        return in_language(data["@value"], data["@language"])
    if set(data) == {"@value", "@type"} and is_iri(data["@type"]):
        return Literal(data["@value"], data["@type"])
    return None


def _as_data(value: Value) -> dict[str, str]:
    if isinstance(value, Ref):
        return {"@id": value.iri}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    if value.type == XSD_STRING:
        return {"@value": value.text}
    return {"@value": value.text, "@type": value.type}


def _key(value: Value) -> tuple[bool, str, str, str]:
    if isinstance(value, Ref):
        return (False, value.iri, "", "")
    return (True, value.text, value.type, value.language)
