"""The JSON form of every answer, as schemas that a host can rely on."""

from __future__ import annotations

from typing import Any

from valuegraph.analysis.evaluating.schemas import evaluation_schemas
from valuegraph.analysis.telling.json_shapes import (
    FLAG,
    LIMIT,
    NUMBER,
    SHARE,
    TEXT,
    TEXTS,
    WHOLE,
    WORDS,
    by_id,
    list_of,
    object_of,
    or_null,
)
from valuegraph.errors import OptionError
from valuegraph.problems import Problem

_VERSION = 1
_FORM = "https://json-schema.org/draft/2020-12/schema"

_TOP = or_null({"type": "integer", "minimum": 1})
_BASES = {"enum": ["equal", "links", "strength", "amount", "raw"]}
_CIRCULAR = {"circular": by_id(SHARE)}
_SHARE_ROW = {"kind": TEXT, "share": SHARE}

_LINKS_BY_STEP = list_of(TEXTS)
_TOLD_WEAK = {"status": TEXT, "confidence": TEXT}

_SCHEMAS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "shares": (
        "shares",
        {
            "by": {"enum": ["origins", "actors"]}, "top": _TOP, **_CIRCULAR,
            "accompanied": by_id(by_id(SHARE)), "hindered_by": by_id(TEXTS),
        },
        object_of({"impact": TEXT, **_SHARE_ROW},
                also={"origin": TEXT, "actor": TEXT, "undescribed": FLAG}),
    ),
    "accompanied": ("accompanied", {}, object_of({"impact": TEXT, "support": TEXT, **_SHARE_ROW})),
    "spread": (
        "spread",
        {"top": _TOP, **_CIRCULAR},
        object_of({"origin": TEXT, "end": TEXT, **_SHARE_ROW}),
    ),
    "through": ("through", {"set": WORDS}, object_of({"impact": TEXT, "share": SHARE})),
    "through_each": (
        "through",
        {"top": _TOP, "truncated": FLAG},
        object_of({"impact": TEXT, "part": TEXT, **_SHARE_ROW}),
    ),
    "mix": (
        "mix",
        {"amounts": list_of(object_of({"circuit": TEXT, "unit": TEXT, "amount": NUMBER}))},
        object_of({"side": {"enum": ["entry", "exit"]}, "impact": TEXT, "circuit": TEXT,
                 "share": SHARE}),
    ),
    "reach": (
        "reach",
        {"start": TEXTS, "end": TEXTS, "max_links": or_null(WHOLE), "links": TEXTS},
        object_of({"part": TEXT, "kind": TEXT},
                also={"from_start": or_null(WHOLE), "to_end": or_null(WHOLE)}),
    ),
    "routes": (
        "routes",
        {
            "total": or_null(WHOLE), "at_least": WHOLE, "folded": FLAG,
            "max_links": or_null(WHOLE), "top": or_null(WHOLE), "truncated": FLAG,
            "cursor": or_null(TEXT),
            "by_length": list_of(object_of({"length": WHOLE, "routes": WHOLE})),
            "by_circuit": list_of(object_of({"circuit": TEXT, "routes": WHOLE})),
        },
        object_of({
            "start": TEXT, "end": TEXT, "length": WHOLE, "parts": TEXTS,
            "links": _LINKS_BY_STEP, "modalities": TEXTS, "circuits": TEXTS, "actors": TEXTS,
            **_TOLD_WEAK, "strength": or_null(SHARE), "hindered_by": TEXTS, "merged": WHOLE,
        }),
    ),
    "loss": (
        "loss",
        {"without": WORDS, "taken": TEXTS, "unreachable": TEXTS, "stopped": TEXTS,
         "weakened": TEXTS},
        object_of({
            "end": TEXT, "part": TEXT,
            "fact": {"enum": ["unreachable", "through", "accompanied", "routes_before",
                              "routes_after", "after"]},
            "value": {"type": ["boolean", "number", "null"]},
        }),
    ),
    "loss_each": (
        "loss",
        {"top": _TOP, "truncated": FLAG},
        object_of({"impact": TEXT, "without": TEXT, "kind": TEXT, "through": SHARE,
                 "accompanied": SHARE, "unreachable": FLAG}),
    ),
    "solidity": (
        "solidity",
        {},
        object_of({
            "end": TEXT, "links_count": or_null(WHOLE), "links": or_null(TEXTS),
            "parts_count": or_null(WHOLE), "parts": or_null(TEXTS),
            "sources_count": or_null(WHOLE), "sources": or_null(TEXTS),
            "single_parts": TEXTS, "single_links": TEXTS, "without_evidence": TEXTS,
            "best_route": TEXTS, "weakest_link": TEXT, "weakest_status": TEXT,
            "weakest_confidence": TEXT, "weakest_sources": WHOLE,
        }),
    ),
    "cycles": (
        "cycles",
        {"total": or_null(WHOLE), "truncated": FLAG,
         "states": by_id({"enum": ["renewed", "depleted", "both", "neither"]})},
        object_of({
            "length": WHOLE, "parts": TEXTS, "links": _LINKS_BY_STEP, "regenerates": FLAG,
            "polarity": {"enum": ["+", "-", "mixed"]}, **_TOLD_WEAK, "gain": or_null(SHARE),
            "relative": or_null(SHARE),
        }),
    ),
    "balance": (
        "balance",
        {},
        object_of({
            "actor": TEXT, "way": {"enum": ["gives", "receives"]}, "circuit": TEXT,
            "in_return": FLAG, "amount": or_null(NUMBER), "unit": TEXT, "what": TEXTS,
            "ids": TEXTS,
        }),
    ),
    "decomposition": (
        "decomposition",
        {"of": TEXT, "total": NUMBER, "coverage": NUMBER, "remainder": NUMBER,
         "cutoff": SHARE, "limit": WHOLE, "truncated": FLAG},
        object_of({
            "node": WHOLE, "parent": WHOLE, "depth": WHOLE, "part": TEXT, "link": TEXT,
            "modality": TEXT, "circuit": TEXT, "share": NUMBER, "cut": NUMBER,
            "ends": {"enum": ["", "origin", "circular"]},
        }),
    ),
    "threads": (
        "threads",
        {"by": {"enum": ["informant", "place", "period"]},
         "contexts": list_of(object_of({"context": TEXT, "ends": TEXTS}))},
        object_of({"context": TEXT, "link": TEXT, "state": {"enum": ["thread", "break"]}}),
    ),
    **evaluation_schemas(),
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
        "caption": {"anyOf": [WORDS, {"type": "object", "maxProperties": 0}]},
        "statuses": TEXTS,
        "limits": list_of(LIMIT),
    }
    whole = object_of({**shared, **details, "rows": list_of(row)})
    return {"$schema": _FORM, "title": name, **whole}
