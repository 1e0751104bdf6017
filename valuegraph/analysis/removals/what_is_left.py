"""Before and after a loss: shares on what is left, what was accompanied, how many routes."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Flags
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.taking_away import Removal
from valuegraph.analysis.route_finding import counting
from valuegraph.analysis.route_finding.search import in_order
from valuegraph.analysis.route_finding.ways import between
from valuegraph.analysis.sharing.shared_walk import Sharing

CIRCULAR = "circular"
_MOST_COUNTED = 10_000
_LEAST = 1e-15


def shares_of(left: Network, sharing: Sharing, ends: Codes) -> dict[int, dict[str, float]]:
    """Return for each end its shares on what is left; none where nothing leads to it."""
    walk = sharing.walk
    origins = np.flatnonzero(left.origin & left.living)
    places = walk.order.position[origins]
    found: dict[int, dict[str, float]] = {}
    entered = np.zeros(left.count, dtype=np.bool_)
    entered[sharing.arcs.end] = True
    for end in ends.tolist():
        found[end] = {}
        if not (entered[end] and left.living[end]):
            continue
        visits = walk.visits(np.array([end], dtype=np.int32))
        told = zip(left.ids(origins), visits[places].tolist(), strict=True)
        found[end] = {origin: share for origin, share in told if share > _LEAST}
        circular = float(walk.closed_in(visits)[0])
        if circular > _LEAST:
            found[end][CIRCULAR] = circular
    return found


def accompanied_by(asked: Network, sharing: Sharing, removal: Removal) -> Any:
    """Return for each part how much of it passes by what lost supports support."""
    lost: Flags = removal.taken[asked.accompanying.start]
    lost |= np.isin(asked.accompanying.link, removal.selection.links)
    helped = asked.flag(asked.accompanying.end[lost]).astype(np.float64)
    return sharing.walk.meets(helped, np.zeros(len(sharing.arcs), dtype=np.bool_))


def routes_counted(asked: Network, starts: Codes, ends: Codes) -> dict[int, int | None]:
    """Return how many routes lead to each end; nothing where there are too many to count."""
    found: dict[int, int | None] = dict.fromkeys(ends.tolist(), 0)
    ways = between(asked, starts, ends)
    if not ways.is_looped:
        for (_, end), number in counting.by_pair(ways).items():
            found[end] = (found[end] or 0) + number
        return found
    for end in ends.tolist():
        walks = in_order(between(asked, starts, np.array([end], dtype=np.int32)))
        number = sum(1 for _ in islice(walks, _MOST_COUNTED + 1))
        found[end] = number if number <= _MOST_COUNTED else None
    return found
