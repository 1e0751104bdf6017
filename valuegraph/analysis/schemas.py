"""The JSON form of every answer, as schemas that a host can rely on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuegraph.errors import OptionError
from valuegraph.problems import Problem

_VERSION = 1
_FORM = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string"}
_WHOLE = {"type": "integer"}
_NUMBER = {"type": "number"}
_SHARE = {"type": "number", "minimum": 0}
_FLAG = {"type": "boolean"}
_TEXTS = {"type": "array", "items": _TEXT}
_WORDS = {
    "type": "object",
    "properties": {"fr": _TEXT, "en": _TEXT},
    "required": ["fr", "en"],
    "additionalProperties": False,
}


def _or_null(kind: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


def _list(kind: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind}


def _by_id(kind: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": kind}


def _object(fields: Mapping[str, Any], *, also: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return an object with these fields, and if wanted some that may be missing."""
    return {
        "type": "object",
        "properties": {**fields, **(also or {})},
        "required": list(fields),
        "additionalProperties": False,
    }


_LIMIT = _object({
    "code": _TEXT, "severity": {"enum": ["note", "warning", "error"]}, "id": _TEXT, "ids": _TEXTS,
    "file": _TEXT, "line": _WHOLE, "column": _WHOLE, "sheet": _TEXT, "message": _WORDS,
    "hint": _WORDS, "reason": _WORDS,
})  # fmt: skip

_TOP = _or_null({"type": "integer", "minimum": 1})
_BASES = {"enum": ["equal", "links", "strength", "amount", "raw"]}
_CIRCULAR = {"circular": _by_id(_SHARE)}
_SHARE_ROW = {"kind": _TEXT, "share": _SHARE}

_LINKS_BY_STEP = _list(_TEXTS)
_TOLD_WEAK = {"status": _TEXT, "confidence": _TEXT}

_SCHEMAS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "shares": (
        "shares",
        {
            "by": {"enum": ["origins", "actors"]}, "top": _TOP, **_CIRCULAR,
            "accompanied": _by_id(_by_id(_SHARE)), "hindered_by": _by_id(_TEXTS),
        },
        _object({"impact": _TEXT, **_SHARE_ROW},
                also={"origin": _TEXT, "actor": _TEXT, "undescribed": _FLAG}),
    ),
    "accompanied": ("accompanied", {}, _object({"impact": _TEXT, "support": _TEXT, **_SHARE_ROW})),
    "spread": (
        "spread",
        {"top": _TOP, **_CIRCULAR},
        _object({"origin": _TEXT, "end": _TEXT, **_SHARE_ROW}),
    ),
    "through": ("through", {"set": _WORDS}, _object({"impact": _TEXT, "share": _SHARE})),
    "through_each": (
        "through",
        {"top": _TOP, "truncated": _FLAG},
        _object({"impact": _TEXT, "part": _TEXT, **_SHARE_ROW}),
    ),
    "mix": (
        "mix",
        {"amounts": _list(_object({"circuit": _TEXT, "unit": _TEXT, "amount": _NUMBER}))},
        _object({"side": {"enum": ["entry", "exit"]}, "impact": _TEXT, "circuit": _TEXT,
                 "share": _SHARE}),
    ),
    "reach": (
        "reach",
        {"start": _TEXTS, "end": _TEXTS, "max_links": _or_null(_WHOLE), "links": _TEXTS},
        _object({"part": _TEXT, "kind": _TEXT},
                also={"from_start": _or_null(_WHOLE), "to_end": _or_null(_WHOLE)}),
    ),
    "routes": (
        "routes",
        {
            "total": _or_null(_WHOLE), "at_least": _WHOLE, "folded": _FLAG,
            "max_links": _or_null(_WHOLE), "top": _or_null(_WHOLE), "truncated": _FLAG,
            "cursor": _or_null(_TEXT),
            "by_length": _list(_object({"length": _WHOLE, "routes": _WHOLE})),
            "by_circuit": _list(_object({"circuit": _TEXT, "routes": _WHOLE})),
        },
        _object({
            "start": _TEXT, "end": _TEXT, "length": _WHOLE, "parts": _TEXTS,
            "links": _LINKS_BY_STEP, "modalities": _TEXTS, "circuits": _TEXTS, "actors": _TEXTS,
            **_TOLD_WEAK, "strength": _or_null(_SHARE), "hindered_by": _TEXTS, "merged": _WHOLE,
        }),
    ),
    "loss": (
        "loss",
        {"without": _WORDS, "taken": _TEXTS, "unreachable": _TEXTS, "stopped": _TEXTS,
         "weakened": _TEXTS},
        _object({
            "end": _TEXT, "part": _TEXT,
            "fact": {"enum": ["unreachable", "through", "accompanied", "routes_before",
                              "routes_after", "after"]},
            "value": {"type": ["boolean", "number", "null"]},
        }),
    ),
    "loss_each": (
        "loss",
        {"top": _TOP, "truncated": _FLAG},
        _object({"impact": _TEXT, "without": _TEXT, "kind": _TEXT, "through": _SHARE,
                 "accompanied": _SHARE, "unreachable": _FLAG}),
    ),
    "solidity": (
        "solidity",
        {},
        _object({
            "end": _TEXT, "links_count": _or_null(_WHOLE), "links": _or_null(_TEXTS),
            "parts_count": _or_null(_WHOLE), "parts": _or_null(_TEXTS),
            "sources_count": _or_null(_WHOLE), "sources": _or_null(_TEXTS),
            "single_parts": _TEXTS, "single_links": _TEXTS, "without_evidence": _TEXTS,
            "best_route": _TEXTS, "weakest_link": _TEXT, "weakest_status": _TEXT,
            "weakest_confidence": _TEXT, "weakest_sources": _WHOLE,
        }),
    ),
    "cycles": (
        "cycles",
        {"total": _or_null(_WHOLE), "truncated": _FLAG,
         "states": _by_id({"enum": ["renewed", "depleted", "both", "neither"]})},
        _object({
            "length": _WHOLE, "parts": _TEXTS, "links": _LINKS_BY_STEP, "regenerates": _FLAG,
            "polarity": {"enum": ["+", "-", "mixed"]}, **_TOLD_WEAK, "gain": _or_null(_SHARE),
            "relative": _or_null(_SHARE),
        }),
    ),
    "balance": (
        "balance",
        {},
        _object({
            "actor": _TEXT, "way": {"enum": ["gives", "receives"]}, "circuit": _TEXT,
            "in_return": _FLAG, "amount": _or_null(_NUMBER), "unit": _TEXT, "what": _TEXTS,
            "ids": _TEXTS,
        }),
    ),
    "decomposition": (
        "decomposition",
        {"of": _TEXT, "total": _NUMBER, "coverage": _NUMBER, "remainder": _NUMBER,
         "cutoff": _SHARE, "limit": _WHOLE, "truncated": _FLAG},
        _object({
            "node": _WHOLE, "parent": _WHOLE, "depth": _WHOLE, "part": _TEXT, "link": _TEXT,
            "modality": _TEXT, "circuit": _TEXT, "share": _NUMBER, "cut": _NUMBER,
            "ends": {"enum": ["", "origin", "circular"]},
        }),
    ),
    "threads": (
        "threads",
        {"by": {"enum": ["informant", "place", "period"]},
         "contexts": _list(_object({"context": _TEXT, "ends": _TEXTS}))},
        _object({"context": _TEXT, "link": _TEXT, "state": {"enum": ["thread", "break"]}}),
    ),
    "roll_up": (
        "roll_up",
        {"by": _TEXTS, "period": {"enum": ["all", "year", "month", "day"]}, "masked_below": _TOP},
        _object({
            "indicator": _TEXT, "chain": _TEXT, "period": _TEXT, "viewpoint": _TEXT,
            "cell": _by_id(_TEXT), "is_total": _FLAG, "word": _TEXT, "value": _or_null(_NUMBER),
            "unit": _TEXT, "numerator": _or_null(_NUMBER), "denominator": _or_null(_NUMBER),
            "observations": _WHOLE, "unknown": _WHOLE, "people": _or_null(_WHOLE),
            "masked": _FLAG,
        }),
    ),
    "judgements": (
        "judgements",
        {"opinions": _list(_object({
            "of": _TEXT, "viewpoint": _TEXT, "count": _WHOLE, "agree": _or_null(_FLAG),
            "spread": _or_null(_list(_NUMBER)), "by": _TEXTS,
        }))},
        _object({"of": _TEXT, "viewpoint": _TEXT, "value": _TEXT, "count": _WHOLE}),
    ),
}  # fmt: skip
"""For each answer: the ``result`` it says it is, its details, and a row."""

RESULT_NAMES = tuple(_SCHEMAS)
"""The answers that have a schema: ``_each`` is what a question gives for each thing by itself."""


def result_schema(name: str) -> dict[str, Any]:
    """Return the JSON schema (2020-12) of an answer's ``to_dict()``.

    Args:
        name: what the function that gives it is called, such as ``shares``; for each single
            part or loss at once ``through_each`` and ``loss_each``; ``accompanied`` for
            ``shares(...).accompanied``.

    Raises:
        OptionError: there is no such answer.

    Example:
        >>> sorted(result_schema("through")["properties"]["rows"]["items"]["properties"])
        ['impact', 'share']
    """
    if name not in _SCHEMAS:
        allowed = list(RESULT_NAMES)
        raise OptionError(
            Problem("VG450", values={"value": name, "option": "name", "allowed": allowed})
        )
    result, details, row = _SCHEMAS[name]
    shared = {
        "result": {"const": result},
        "version": {"const": _VERSION},
        "digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "basis": {"anyOf": [_BASES, {"const": ""}]},
        "caption": {"anyOf": [_WORDS, {"type": "object", "maxProperties": 0}]},
        "statuses": _TEXTS,
        "limits": _list(_LIMIT),
    }
    whole = _object({**shared, **details, "rows": _list(row)})
    return {"$schema": _FORM, "title": name, **whole}
