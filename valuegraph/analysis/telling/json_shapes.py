"""The kinds of value that schemas of answers are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
NUMBER = {"type": "number"}
SHARE = {"type": "number", "minimum": 0}
FLAG = {"type": "boolean"}
TEXTS = {"type": "array", "items": TEXT}
WORDS = {
    "type": "object",
    "properties": {"fr": TEXT, "en": TEXT},
    "required": ["fr", "en"],
    "additionalProperties": False,
}


def or_null(kind: Mapping[str, Any]) -> dict[str, Any]:
    """Return a kind of value, or nothing."""
    return {"anyOf": [kind, {"type": "null"}]}


def list_of(kind: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list of one kind of value."""
    return {"type": "array", "items": kind}


def by_id(kind: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with any keys and one kind of value."""
    return {"type": "object", "additionalProperties": kind}


def object_of(
    fields: Mapping[str, Any], *, also: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return an object with these fields, and if wanted some that may be missing."""
    return {
        "type": "object",
        "properties": {**fields, **(also or {})},
        "required": list(fields),
        "additionalProperties": False,
    }


LIMIT = object_of({
    "code": TEXT, "severity": {"enum": ["note", "warning", "error"]}, "id": TEXT, "ids": TEXTS,
    "file": TEXT, "line": WHOLE, "column": WHOLE, "sheet": TEXT, "message": WORDS,
    "hint": WORDS, "reason": WORDS,
})  # fmt: skip
"""A problem, as an answer sends it."""
