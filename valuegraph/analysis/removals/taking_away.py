"""Taking something away: what goes with it, what stops, what is weakened, what is left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.actors.providers import providers
from valuegraph.analysis.networks.columns import (
    FLOW_OF_KIND,
    FLOWS,
    NONE,
    PART_KIND,
    Arcs,
    Codes,
    Flags,
    Numbers,
)
from valuegraph.analysis.networks.snapshot import Network, leads_on
from valuegraph.analysis.selection import Selection
from valuegraph.model.link import Flow


@dataclass(frozen=True, eq=False)
class Removal:
    """What is taken away from a network, and what follows from it.

    Attributes:
        network: the network as it was.
        selection: what was asked to be taken away.
        taken: for each part, whether it is taken away: itself, or with the only actors that
            provide or carry it.
        stopped: for each part, whether it stops.
        weakened: for each part, whether it is a resource that loses some of its providers.
        arcs: for each forward arc, whether it is taken away itself.
    """

    network: Network
    selection: Selection
    taken: Flags
    stopped: Flags
    weakened: Flags
    arcs: Flags

    @property
    def left(self) -> Network:
        """What is left, without what stopped."""
        return self.network.without(parts=self.taken | self.stopped, arcs=self.arcs)

    def chance(self) -> Numbers:
        """Return for each part how much of it is taken away; of a shared resource, a part."""
        held = providers(self.network).parts_of(self.selection.actors, self.network.count)
        chance: Numbers = np.where(self.taken, 1.0, held)
        return chance

    def among(self, arcs: Arcs) -> Flags:
        """Return for each of some arcs whether it is taken away itself."""
        chosen = self.selection
        found: Flags = np.isin(arcs.link, chosen.links) & (arcs.link != NONE)
        found |= np.isin(arcs.cell, chosen.cells) & (arcs.cell != NONE)
        found |= np.isin(arcs.circuit, chosen.circuits) & (arcs.circuit != NONE)
        return found


def removed(network: Network, selection: Selection) -> Removal:
    """Return what follows when a set is taken away.

    An actor takes along the resources that nobody else provides and what nobody else carries.
    A part stops when an essential input stops or is taken away, or when all its inputs are;
    loops that only feed themselves stop with what fed them.

    Args:
        network: the network.
        selection: the set.
    """
    taken = network.flag(np.concatenate((selection.parts, selection.cells)))
    weakened = np.zeros(network.count, dtype=np.bool_)
    leaving = set(selection.actors.tolist())
    for kind in ("provides", "carries"):
        for part, actors in actors_of_parts(network, (kind,)).items():
            if network.parts.kind[part] == PART_KIND["modality"]:
                continue
            if leaving >= set(actors):
                taken[part] = True
            elif leaving & set(actors) and kind == "provides":
                weakened[part] = True
    weakened &= ~taken
    found = Removal(
        network, selection, taken, np.zeros_like(taken), weakened, selection.arcs(network)
    )
    return Removal(network, selection, taken, _stopped(found), weakened, found.arcs)


def _stopped(removal: Removal) -> Flags:
    network, taken = removal.network, removal.taken
    before = leads_on(network.forward, network.origin, network.rootless)
    gone = taken | network.flag(removal.selection.actors)
    whole = network.parts.kind == PART_KIND["chain"]
    activities = network.parts.kind == PART_KIND["activity"]
    lost = _lost_links(removal)
    links = network.links
    essential = np.flatnonzero(links.essential & network.kept)
    may_stop = network.living & (network.parts.kind != PART_KIND["actor"]) & ~whole
    while True:
        left = network.without(parts=gone, arcs=removal.arcs)
        alive = leads_on(left.forward, left.origin, left.rootless & ~gone)
        stops = before & ~alive
        out = essential[lost[essential] | gone[links.start[essential]]]
        stops[links.end[out]] = True
        if (stops & whole).any():
            stops |= activities
        stops &= may_stop & ~gone
        if not stops.any():
            stopped: Flags = gone & ~taken & may_stop
            return stopped
        gone |= stops


def _lost_links(removal: Removal) -> Flags:
    """Return for each link whether it is taken away: itself, or with all its arcs."""
    network, chosen = removal.network, removal.selection
    links = network.links
    lost = np.isin(links.circuit, chosen.circuits) & (links.circuit != NONE)
    lost[chosen.links] = True
    count = len(links)
    real = network.forward.link != NONE
    arcs: Codes = network.forward.link[real]
    every = np.bincount(arcs, minlength=count)
    left = np.bincount(arcs[~removal.among(network.forward)[real]], minlength=count)
    forward = FLOW_OF_KIND[links.kind] == FLOWS.index(Flow.FORWARD)
    found: Flags = lost | (forward & (every > 0) & (left == 0))
    return found
