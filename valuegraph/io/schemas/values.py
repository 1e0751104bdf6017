"""What the value of each key may be, as schemas: the twin of how values are read."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Any, get_args

from valuegraph.io.documents.keys import PLACES, TEXT_FIELDS, Takes, field_of
from valuegraph.io.documents.texts import NEVER_A_LANGUAGE
from valuegraph.io.documents.wording import vocabulary_of
from valuegraph.io.schemas.spellings import Schema, Spellings, any_of, one_or_list, or_nothing
from valuegraph.model.about import About
from valuegraph.model.kinds import PART_KINDS
from valuegraph.model.languages import SURE
from valuegraph.model.link import Link

STRING: Schema = {"type": "string"}
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SURELY_A_LANGUAGE = rf"^({'|'.join(sorted(SURE - NEVER_A_LANGUAGE))})(-[A-Za-z0-9]{{2,8}})*$"
_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_AMOUNT = r"^\s*[+-]?[\d\s.,]*\d([eE][+-]?\d{1,3})?(\s*[^\d.,\s]\D*|\s*)$"
_MODELS: dict[str, Any] = {**PART_KINDS, "chain": About, "link": Link, "item": Link}


def definitions(spellings: Spellings) -> dict[str, Schema]:
    """Return the schemas that others refer to by name."""
    told = partial(_fields, spellings)
    by_language = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": SURELY_A_LANGUAGE},
        "additionalProperties": SCALAR,
    }
    amount = any_of(
        {"type": "number"},
        {"type": "string", "pattern": _AMOUNT},
        spellings.object(told("amount"), ["amount"]),
    )
    share = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}
    evidence = any_of(SCALAR, spellings.object(told("evidence")))
    return {
        "by_language": by_language,
        "amount": amount,
        "share": share,
        "strength": any_of(
            share, STRING, spellings.object(told("strength"), ["low", "likely", "high"])
        ),
        "evidence": one_or_list(evidence),
        "value": any_of(SCALAR, spellings.object(told("amount"), ["amount"])),
        "dated": {
            "type": "object",
            "propertyNames": {"pattern": _DATE},
            "additionalProperties": or_nothing(ref("value")),
        },
        "in_return": any_of(SCALAR, spellings.object(told("in_return"))),
        "references": any_of(one_or_list(STRING), {"type": "array", "maxItems": 0}),
        "routes": one_or_list(one_or_list(STRING)),
        "links": one_or_list(any_of(STRING, spellings.object(told("item"), ["part"]))),
        "cells": {
            "type": "object",
            "additionalProperties": or_nothing(one_or_list(ref("modality"))),
        },
        "modality": any_of(STRING, ref("by_language"), spellings.object(told("modality"))),
    }


def ref(name: str) -> Schema:
    """Return a reference to a named schema."""
    return {"$ref": f"#/$defs/{name}"}


def value_of(spellings: Spellings, place: str, key: str) -> Schema:
    """Return what the value of a key is; of a section, what :mod:`text_form` says."""
    takes = PLACES[place][key]
    if takes is Takes.WORD:
        return _word(spellings, place, key)
    if takes is Takes.TRUTH:
        return any_of({"type": "boolean"}, {"enum": spellings.of_words("truth")})
    if place == "strength":
        return any_of(ref("share"), STRING)
    if (place, key) == ("link", "amount") or takes is Takes.AMOUNT:
        return ref("amount")
    told = _PLAIN.get(takes) or ref(_NAMED[takes])
    in_several = key in TEXT_FIELDS.get(place, ()) and takes in _TEXTS
    if not in_several:
        return told
    if takes is Takes.TEXTS:
        lists = {"type": "object", "propertyNames": {"pattern": SURELY_A_LANGUAGE},
                 "additionalProperties": one_or_list(SCALAR)}  # fmt: skip
        return any_of(told, lists)
    return any_of(told, ref("by_language"))


def _fields(spellings: Spellings, place: str) -> dict[str, Schema]:
    return {key: value_of(spellings, place, key) for key in PLACES[place]}


def _word(spellings: Spellings, place: str, key: str) -> Schema:
    """Return the words of a closed vocabulary; in an open one any word will do."""
    if (place, key) == ("link", "kind"):
        return {"enum": spellings.of_words("kind")}
    model = _MODELS[place]
    known = model.model_fields[field_of(place, key)].annotation
    closed = [one for one in (known, *get_args(known)) if isinstance(one, type)]
    if any(issubclass(one, StrEnum) for one in closed):
        return {"enum": spellings.of_words(vocabulary_of(place, key))}
    return SCALAR


_TEXTS = frozenset({Takes.NAME, Takes.TEXT, Takes.TEXTS})
_PLAIN: dict[Takes, Schema] = {
    Takes.NAME: STRING,
    Takes.TEXT: SCALAR,
    Takes.TEXTS: one_or_list(SCALAR),
    Takes.CIRCUIT: SCALAR,
    Takes.PART: STRING,
    Takes.EXTRA: {"type": "object"},
    Takes.BREAKDOWN: {"type": "object", "additionalProperties": or_nothing(SCALAR)},
    Takes.BREAKDOWNS: {"type": "object", "additionalProperties": or_nothing(one_or_list(SCALAR))},
}
_NAMED: dict[Takes, str] = {
    Takes.STRENGTH: "strength",
    Takes.EVIDENCE: "evidence",
    Takes.IN_RETURN: "in_return",
    Takes.VALUE: "value",
    Takes.DATED: "dated",
    Takes.ROUTES: "routes",
    Takes.LINKS: "links",
    Takes.PARTS: "references",
    Takes.CELLS: "cells",
}
