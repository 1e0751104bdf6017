"""Which parts and links an analysis keeps, by their status."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from valuegraph.analysis.networks.columns import NONE, STATUS, Flags, Links, Parts
from valuegraph.errors import OptionError
from valuegraph.model.validation import words_text
from valuegraph.model.words import word_code
from valuegraph.problems import Problem


def statuses_of(status: str | Iterable[str] | None) -> frozenset[str] | None:
    """Return the codes of the statuses asked for; ``None`` asks for all but refuted.

    Raises:
        OptionError: there is no such status.
    """
    if status is None:
        return None
    asked = [status] if isinstance(status, str) else list(status)
    found = []
    for word in asked:
        code = word_code("status", str(word))
        if code is None:
            values = {"value": word, "option": "status", "allowed": words_text("status")}
            raise OptionError(Problem("VG450", values=values))
        found.append(code)
    kept = frozenset(found)
    everything = frozenset(STATUS) - {"", "refuted"}
    return None if kept == everything else kept


def living_parts(parts: Parts, links: Links, statuses: frozenset[str]) -> tuple[Flags, Flags]:
    """Return for each part and each link whether it is kept.

    What says no status is kept. A modality falls with its activity, a link with an end.
    """
    keeps = np.array([not status or status in statuses for status in STATUS])
    part_ok = keeps[parts.status]
    owner = parts.activity
    part_ok &= (owner == NONE) | part_ok[owner]
    link_ok = keeps[links.status] if links.status.any() else np.ones(len(links), dtype=np.bool_)
    if not part_ok.all():
        link_ok = link_ok & part_ok[links.start] & part_ok[links.end]
    return part_ok, link_ok
