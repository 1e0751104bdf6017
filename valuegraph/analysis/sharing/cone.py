"""The part of a network that walks from a few parts can meet, numbered anew if it is small."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.columns import Arcs, Codes
from valuegraph.analysis.networks.order import ordered, spans
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.sharing.shared_walk import Sharing

_FEW_PARTS = 2048
_SMALL, _MOST = 64, 4
"""What is small enough grows with the starts: a 64th of the parts for four, at most a quarter."""


@dataclass(frozen=True, eq=False)
class Cone:
    """A walk and the parts it is about.

    Attributes:
        parts: for each number the walk knows, the code of the part in the network, sorted.
        walk: the walk, in numbers of its own.
        arcs: the arc of each of its steps, in codes of the network.
    """

    parts: Codes
    walk: Walk
    arcs: Arcs

    @cached_property
    def ends(self) -> Codes:
        """The parts (codes of the network) where its walks end."""
        return self.parts[self.walk.ends]

    def numbers(self, parts: Codes) -> Codes:
        """Return the walk's numbers for some parts, all of them in the cone."""
        return np.searchsorted(self.parts, parts).astype(np.int32)


def cone_of(sharing: Sharing, starts: Codes, count: int) -> Cone:
    """Return what walks from some parts can meet: if that is most of it, the whole network.

    Args:
        sharing: how a network is shared out.
        starts: the codes of the parts.
        count: how many parts the network has.
    """
    walk = sharing.walk
    most = min(count * max(1, len(starts) // 4) // _SMALL, count // _MOST)
    met = walk.behind(starts, most) if count > _FEW_PARTS else None
    if met is None:
        return Cone(np.arange(count, dtype=np.int32), walk, sharing.arcs)
    steps = spans(walk.rows, met)
    number = np.full(count, -1, dtype=np.int32)
    number[met] = np.arange(len(met), dtype=np.int32)
    tail, head = number[walk.tail[steps]], number[walk.head[steps]]
    first, last = (tail, head) if walk.upwards else (head, tail)
    order = ordered(len(met), first, last)
    near = Walk(order, len(met), tail, head, walk.chance[steps], upwards=walk.upwards)
    return Cone(met, near, sharing.arcs.taken(steps))
