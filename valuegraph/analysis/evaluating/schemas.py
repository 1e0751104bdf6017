"""The JSON form of the answers to evaluation questions."""

from __future__ import annotations

from typing import Any

from valuegraph.analysis.evaluating.evidence_levels import LEVELS
from valuegraph.analysis.telling.json_shapes import (
    FLAG,
    NUMBER,
    SHARE,
    TEXT,
    TEXTS,
    WHOLE,
    by_id,
    list_of,
    object_of,
    or_null,
)

_NUMBER_OR_NOT, _FLAG_OR_NOT, _WHOLE_OR_NOT = or_null(NUMBER), or_null(FLAG), or_null(WHOLE)
_DATED = object_of({"date": TEXT, "amount": _NUMBER_OR_NOT, "unit": TEXT, "words": TEXT})
_VIEWED = object_of({"viewpoint": TEXT, "source": TEXT, "group": TEXT,
                     "amount": _NUMBER_OR_NOT, "unit": TEXT, "words": TEXT})  # fmt: skip
_LEVELS = object_of(dict.fromkeys(LEVELS, WHOLE))
_DATED_CELLS = {
    key: kind
    for name in ("value", "baseline", "target", "previous")
    for key, kind in ((name, _NUMBER_OR_NOT), (f"{name}_words", TEXT), (f"{name}_date", TEXT))
}


def evaluation_schemas() -> dict[str, tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return for each answer the ``result`` it says it is, its details, and a row."""
    return {
        "coverage": (
            "coverage",
            {"without_indicator": TEXTS, "without_data": TEXTS},
            object_of({
                "about": {"enum": ["part", "link", "route", "question", "criterion",
                                   "indicator"]},
                "id": TEXT, "kind": TEXT, "by": TEXTS, "with_data": TEXTS, "observations": WHOLE,
                "routes": _WHOLE_OR_NOT, "routes_measured": _WHOLE_OR_NOT,
                "routes_observed": _WHOLE_OR_NOT, "share": or_null(SHARE),
            }),
        ),
        "progress": (
            "progress",
            {"on": or_null(TEXT), "viewpoints": by_id(list_of(_VIEWED)),
             "series": by_id(list_of(_DATED))},
            object_of({
                "indicator": TEXT, "kind": TEXT, "unit": TEXT,
                "direction": {"enum": ["", "up", "down", "stable"]}, "last_date": TEXT,
                **_DATED_CELLS, "attainment": _NUMBER_OR_NOT, "is_met": _FLAG_OR_NOT,
                "trend": {"enum": ["", "up", "down", "stable"]}, "is_hoped": _FLAG_OR_NOT,
                "every": TEXT, "due": or_null(TEXT), "is_fresh": _FLAG_OR_NOT,
                "from_groups": FLAG, "observations": WHOLE, "later": WHOLE,
            }),
        ),
        "evidence": (
            "evidence",
            {"total": _WHOLE_OR_NOT, "at_least": WHOLE, "truncated": FLAG,
             "cursor": or_null(TEXT), "exact": FLAG, "by_level": _LEVELS,
             "by_end": by_id(_LEVELS)},
            object_of({
                "start": TEXT, "end": TEXT, "length": WHOLE, "level": {"enum": list(LEVELS)},
                "weakest": TEXTS, "parts": TEXTS, "links": list_of(TEXTS), "modalities": TEXTS,
                **{f"{level}_steps": WHOLE for level in LEVELS},
            }),
        ),
        "judgements": (
            "judgements",
            {"judgements": list_of(object_of({
                "of": TEXT, "date": TEXT, "value": TEXT, "by": TEXT, "viewpoint": TEXT,
                "why": TEXT}))},
            object_of({
                "of": TEXT, "viewpoint": or_null(TEXT), "count": WHOLE, "unit": TEXT,
                "least": _NUMBER_OR_NOT, "lower": _NUMBER_OR_NOT, "median": _NUMBER_OR_NOT,
                "upper": _NUMBER_OR_NOT, "most": _NUMBER_OR_NOT, "agreement": or_null(SHARE),
                "values": list_of(object_of({"value": TEXT, "count": WHOLE})), "earlier": WHOLE,
            }),
        ),
        "roll_up": (
            "roll_up",
            {"by": TEXTS, "masked_below": _NUMBER_OR_NOT},
            object_of({
                "indicator": TEXT, "kind": TEXT, "groups": by_id(or_null(TEXT)),
                "state": {"enum": ["told", "unknown", "refused", "masked"]},
                "reason": {"enum": ["", "units", "no_denominator", "no_kind", "several_values"]},
                "value": _NUMBER_OR_NOT, "unit": TEXT, "numerator": _NUMBER_OR_NOT,
                "denominator": _NUMBER_OR_NOT,
                "words": list_of(object_of({"word": TEXT, "count": _WHOLE_OR_NOT})),
                "observations": _WHOLE_OR_NOT, "unknown": _WHOLE_OR_NOT,
                "people": _NUMBER_OR_NOT, "first": TEXT, "last": TEXT,
            }),
        ),
    }  # fmt: skip
