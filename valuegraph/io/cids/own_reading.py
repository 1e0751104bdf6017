"""From our own terms back to a document: what :mod:`own_writing` told, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from valuegraph.io.cids import terms
from valuegraph.io.cids.draft import Draft, Fields
from valuegraph.io.cids.json_ld import plain_json
from valuegraph.io.cids.names import PREFIXES, RDF_JSON, RDF_TYPE, full
from valuegraph.io.cids.statements import Literal, Ref, Thing, Things
from valuegraph.io.documents.keys import EVALUATION_KINDS, PLACES, SECTION_KINDS, Takes
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.words import CIRCUIT_LABELS

_NAME, _DESCRIPTION = full("org:hasName"), full("cids:hasDescription")
_LABEL = full("rdfs:label")
_PARTS = (*SECTION_KINDS.values(), *EVALUATION_KINDS.values())
_CELLS = ("receives", "gives")


def own_draft(things: Things) -> Draft:
    """Return what things say in our own terms; an empty draft if they say nothing in them."""
    return _OwnReader(things).draft()


class _OwnReader:
    def __init__(self, things: Things) -> None:
        self._draft = Draft()
        self._places: dict[str, list[Thing]] = {}
        self._ids: dict[str, str] = {full(f"vg:{code}"): code for code in CIRCUIT_LABELS}
        taken: set[str] = set()
        for thing in things:
            place = next(
                (terms.PLACE_OF_CLASS[one] for one in thing.refs(RDF_TYPE)
                 if one in terms.PLACE_OF_CLASS), "",
            )  # fmt: skip
            told = thing.texts(terms.ID)
            if place == WHOLE_CHAIN:
                told = [WHOLE_CHAIN]
            needs_id = place in _PARTS or place in (WHOLE_CHAIN, "link", "modality")
            if not place or (needs_id and (not told or told[0] in taken)):
                continue
            if needs_id:
                taken.add(told[0])
                self._ids[thing.iri] = told[0]
            self._places.setdefault(place, []).append(thing)
        for several in self._places.values():
            several.sort(key=_position)

    def draft(self) -> Draft:
        """Return all of it."""
        for thing in self._places.get(WHOLE_CHAIN, ()):
            self._draft.about = self._fields(thing, WHOLE_CHAIN)
            self._draft.ids[thing.iri] = WHOLE_CHAIN
        for kind in _PARTS:
            for thing in self._places.get(kind, ()):
                fields = self._fields(thing, kind)
                if kind == "support":
                    fields["supports"] = "none"
                self._draft.put(kind, thing.iri, self._ids[thing.iri], fields)
        self._cells()
        for thing in self._places.get("link", ()):
            fields = self._fields(thing, "link")
            if {"start", "end", "kind"} <= fields.keys():
                self._draft.ids[thing.iri] = self._ids[thing.iri]
                self._draft.links.append({"id": self._ids[thing.iri], **fields})
        for thing in self._places.get("observation", ()):
            fields = self._fields(thing, "observation")
            if "indicator" in fields:
                self._draft.observations.append(fields)
        for thing in self._places.get("rating", ()):
            fields = self._fields(thing, "rating")
            if "of" in fields:
                self._draft.ratings.append(fields)
        return self._draft

    def _cells(self) -> None:
        """Put modalities in the cells of their activities, and mark the cells that are empty."""
        activities = self._draft.parts.get("activity", {})
        for thing in self._places.get("activity", ()):
            for cell in thing.texts(terms.NO_MODALITY):
                way, _, circuit = cell.partition(".")
                if way in _CELLS and circuit:
                    own = activities[self._ids[thing.iri]]
                    own.setdefault(way, {})[circuit] = "none"
        for thing in self._places.get("modality", ()):
            fields = self._fields(thing, "modality")
            owner = self._one(thing, terms.ACTIVITY)
            way, circuit = next(iter(thing.texts(terms.WAY)), ""), fields.pop("circuit", "")
            if owner in activities and way in _CELLS and circuit:
                id_ = self._ids[thing.iri]
                cells = activities[owner].setdefault(way, {})
                if not isinstance(cells.get(circuit), list):
                    cells[circuit] = []
                self._draft.modalities[id_] = {"id": id_, **fields}
                cells[circuit].append(self._draft.modalities[id_])
                self._draft.ids[thing.iri] = id_

    def _fields(self, thing: Thing, place: str) -> Fields:
        fields: Fields = {}
        order = _mapping(thing, terms.ORDER)
        for key, predicate in terms.keys_of(place).items():
            takes = PLACES[place].get(key, Takes.TEXT)
            if takes in terms.REFERENCES:
                ids = self._references(thing, predicate, order.get(key))
                if ids:
                    fields[key] = ids[0] if takes is Takes.PART else ids
            elif key == "circuit":
                if circuit := self._one(thing, predicate):
                    fields[key] = circuit
            elif predicate in thing.said:
                told = [_plain(one) for one in thing.said[predicate] if isinstance(one, Literal)]
                if told:
                    fields[key] = told[0] if len(told) == 1 else told
        self._named(thing, place, fields)
        for language, texts in _mapping(thing, terms.TRANSLATIONS).items():
            own = self._ids.get(thing.iri, "")
            self._draft.translations.setdefault(language, {})[own] = texts
        return fields

    def _named(self, thing: Thing, place: str, fields: Fields) -> None:
        """Take name and description from the standard's terms where ours do not say them."""
        translated = _mapping(thing, terms.TRANSLATIONS).values()
        asked = {texts.get("ask") for texts in translated if isinstance(texts, dict)}
        own = {self._ids.get(thing.iri), *thing.texts(_LABEL), fields.get("ask"), *asked}
        for key, predicate in (("name", _NAME), ("description", _DESCRIPTION)):
            if key not in PLACES[place]:
                continue
            several = sorted(thing.texts(predicate))
            told = [one for one in several if one.strip()] or several
            shown = {*own, *thing.texts(_NAME)} if key == "description" else own
            is_none = fields.get(key) == "" and told and told[0] not in shown
            if told and (key not in fields or is_none):
                fields[key] = told[0]
            if fields.get(key) == "":
                del fields[key]

    def _references(self, thing: Thing, predicate: str, order: Any) -> list[str]:
        found = [self._ids[iri] for iri in thing.refs(predicate) if iri in self._ids]
        if isinstance(order, list) and all(isinstance(one, str) for one in order):
            if set(order) == set(found):
                return order
            ranks = {id_: rank for rank, id_ in enumerate(order)}
            found.sort(key=lambda id_: ranks.get(id_, len(ranks)))
        return found

    def _one(self, thing: Thing, predicate: str) -> str:
        return next(iter(self._references(thing, predicate, None)), "")


def _position(thing: Thing) -> int:
    for told in thing.texts(terms.POSITION):
        with suppress(ValueError):
            return int(told)
    return 10**9


def _mapping(thing: Thing, predicate: str) -> dict[str, Any]:
    told: Iterable[Any] = thing.said.get(predicate, ())
    for one in told:
        value = _plain(one) if isinstance(one, Literal) else None
        if isinstance(value, dict):
            return value
    return {}


def _plain(value: Literal) -> Any:
    """Return a literal as plain data; one that is not of its type is a text."""
    kind = value.type.removeprefix(PREFIXES["xsd"])
    if value.type == RDF_JSON:
        data, problems = plain_json(value.text)
        return value.text if problems else data
    with suppress(ValueError, InvalidOperation):
        if kind == "boolean":
            return {"true": True, "1": True, "false": False, "0": False}.get(value.text, value.text)
        if kind == "integer":
            return int(value.text)
        if kind == "decimal":
            return Decimal(value.text)
        if kind == "double":
            return float(value.text)
    return value.text


def canonical(value: Literal | Ref) -> Literal | Ref:
    """Return a value as it compares: numbers by what they are worth, JSON by what it says."""
    if isinstance(value, Ref):
        return value
    told = _plain(value)
    if value.type == RDF_JSON and told != value.text:
        return Literal(json.dumps(told, sort_keys=True, ensure_ascii=False), value.type)
    if isinstance(told, int | float | Decimal) and not isinstance(told, bool):
        with suppress(ValueError, InvalidOperation):
            return Literal(str(Decimal(str(told)).normalize()), value.type)
    return value
