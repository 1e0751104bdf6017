"""How many routes pass by what is measured: all routes, less those left without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import NONE, Codes, Flags
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.what_is_left import routes_counted
from valuegraph.analysis.route_finding.ways import asked_ends


class Marked(NamedTuple):
    """Parts, links and circuits of a network, as flags.

    Attributes:
        parts: for each part, modalities among them.
        links: for each link.
        circuits: codes of circuits.
    """

    parts: Flags
    links: Flags
    circuits: Codes


def marked(asked: Network, ids: Iterable[str]) -> Marked:
    """Return what some ids mean in a network; what has no place in routes is passed over."""
    wanted = set(ids)
    parts = np.array([part_id in wanted for part_id in asked.parts.id.tolist()], dtype=np.bool_)
    links = np.zeros(len(asked.links), dtype=np.bool_)
    if not wanted <= {*asked.parts.id.tolist(), *asked.circuits}:
        links[:] = [asked.link_id(link) in wanted for link in range(len(asked.links))]
    circuits = [code for code, circuit in enumerate(asked.circuits) if circuit in wanted]
    return Marked(parts, links, np.array(circuits, dtype=np.int32))


def routes_to(asked: Network) -> dict[int, int | None]:
    """Return how many routes lead to each impact; nothing where loops hold too many to count."""
    starts, ends = asked_ends(asked, None, None)
    return routes_counted(asked, starts, ends[asked.living[ends]])


def routes_beside(asked: Network, what: Marked) -> dict[int, int | None]:
    """Return how many routes to each impact pass by nothing marked before they arrive.

    The impact at which a route stops does not count: what is measured there says nothing of the
    way that leads to it. Nothing is told where loops hold too many routes to count.
    """
    starts, ends = asked_ends(asked, None, None)
    ends = ends[asked.living[ends]]
    found: dict[int, int | None] = {}
    bare = ends[~what.parts[ends]]
    for group in [bare, *(ends[what.parts[ends]].reshape(-1, 1))]:
        if len(group):
            spared = what.parts.copy()
            spared[group] = False
            left = asked.without(arcs=_touched(asked, what, spared))
            kept = starts[~spared[starts]]
            found |= routes_counted(left, kept, group)
    return found


def _touched(asked: Network, what: Marked, parts: Flags) -> Flags:
    """Return for each forward arc whether it passes by what is marked."""
    forward = asked.forward
    touched: Flags = parts[forward.start] | parts[forward.end]
    touched |= parts[forward.cell] & (forward.cell != NONE)
    touched |= np.isin(forward.circuit, what.circuits)
    if what.links.any():
        touched |= what.links[forward.link] & (forward.link != NONE)
    return touched
