"""How well a set of parts and links is known: its weakest status and its weakest confidence."""

from __future__ import annotations

from collections.abc import Iterable

from valuegraph.analysis.networks.columns import CONFIDENCES, STATUSES

_STATUS_ORDER = ("refuted", "disputed", "hypothesis", "planned", "", "observed")
_CONFIDENCE_ORDER = ("low", "medium", "", "high")
STATUS_RANK = tuple(_STATUS_ORDER.index(status) for status in STATUSES)
"""For each code of a status, how well it stands: what says none is less sure than observed."""

CONFIDENCE_RANK = tuple(_CONFIDENCE_ORDER.index(level) for level in CONFIDENCES)
"""For each code of a confidence, how high it is: what says none is less sure than high."""


def weakest_status(codes: Iterable[int]) -> str:
    """Return the weakest of some statuses; empty if one says nothing and none is weaker."""
    return _STATUS_ORDER[min((STATUS_RANK[code] for code in codes), default=4)]


def weakest_confidence(codes: Iterable[int]) -> str:
    """Return the lowest of some confidences; empty if one says nothing and none is lower."""
    return _CONFIDENCE_ORDER[min((CONFIDENCE_RANK[code] for code in codes), default=2)]
