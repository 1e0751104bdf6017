"""What walks meet at least once, every part and every set of steps by itself, from their visits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Flags, Ints, Numbers
from valuegraph.analysis.passes.levels import summed
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.telling.figures import percents
from valuegraph.problems import Problem

MOST_TANGLED = 500
"""In a loop that cannot be cut open at a few parts, so many are told: those visited most."""

_FEWEST_TANGLED, _MOST_NUMBERS = 50, 2**23
"""In a giant one fewer are: each takes as many numbers as the loop has parts."""


@dataclass(frozen=True, eq=False)
class MetOnce:
    """The chances that walks meet parts and sets of steps, each by itself.

    What is visited v times in all, and comes back r times once it was met, is met with the
    chance v / r: a walk that met it has r visits before it.

    Attributes:
        walk: the walk.
        visits: places x starts, from :meth:`Walk.visits`.
    """

    walk: Walk
    visits: Numbers

    @property
    def most_tangled(self) -> int:
        """How many parts of tangled loops are told."""
        size = max(1, len(self.walk.tangled))
        return min(MOST_TANGLED, max(_FEWEST_TANGLED, _MOST_NUMBERS // size))

    @cached_property
    def untold(self) -> Codes:
        """The parts (codes) of tangled loops that are not told."""
        tangled = self.walk.tangled
        if len(tangled) <= self.most_tangled:
            return tangled[:0]
        bound = self._often(tangled)
        order = np.argsort(-bound, kind="stable")
        left = order[self.most_tangled :]
        return np.sort(tangled[left[bound[left] > 0]])

    @property
    def bound(self) -> float:
        """The most that any part that is not told can be met by."""
        return float(self._visits_of(self.untold).max(initial=0.0))

    def _visits_of(self, parts: Codes) -> Numbers:
        return np.minimum(self.visits[self.walk.order.position[parts]], 1.0)

    def _often(self, parts: Codes) -> Numbers:
        return np.asarray(self._visits_of(parts).sum(axis=1), dtype=np.float64)

    @cached_property
    def _again(self) -> Numbers:
        told = np.setdiff1d(self.walk.tangled, self.untold)
        return self.walk.again(told)

    @cached_property
    def parts(self) -> Numbers:
        """The chance of being at each place at least once; 0 for what is not told.

        Once a walk enters a closed loop it is, sooner or later, at every part of it.
        """
        walk, order = self.walk, self.walk.order
        if not order.is_looped:
            return self.visits
        met: Numbers = self.visits / walk.returns(self._again)[order.part][:, None]
        met[np.isnan(met)] = 0.0
        for loop, entered in self._entered().items():
            first = order.loop_first[loop]
            met[first : first + order.loop_size[loop]] = entered
        return met

    def steps(self, steps: Ints, group: Ints, count: int) -> Numbers:
        """Return the chance that a walk takes a step of each group at least once.

        Args:
            steps: some steps of the walk.
            group: the group of each. Those of one group all begin at one part, or all end at
                one.
            count: how many groups there are.
        """
        walk, order = self.walk, self.walk.order
        tail, chance, again = walk.tail[steps], walk.chance[steps], self._again[steps]
        back = np.bincount(group, weights=chance * again, minlength=count)
        weights = chance / (1.0 + back[group])
        weights[np.isnan(weights)] = 0.0
        met = summed(group, count, order.position[tail], weights, self.visits)
        if not order.is_looped:
            return met
        inside = order.within_loops(tail, walk.head[steps])
        for loop, entered in self._entered().items():
            mine: Flags = inside & (order.loop[tail] == loop)
            met[np.unique(group[mine])] = entered
        return met

    def _entered(self) -> dict[int, Numbers]:
        """Return for each closed loop how much of each walk ends in it."""
        order, found = self.walk.order, {}
        for loop in np.flatnonzero(self.walk.closed).tolist():
            first = order.loop_first[loop]
            found[loop] = self.visits[first : first + order.loop_size[loop]].sum(axis=0)
        return found


def tangled_note(met: MetOnce) -> list[Problem]:
    """Return how many parts are not told, and by how much of anything they can be met."""
    if not len(met.untold):
        return []
    values = {"count": len(met.untold), "told": met.most_tangled, "most": percents(met.bound)}
    return [Problem("VG585", values=values)]
