"""Which single thing cuts which part off: nothing leads to it any more once that is gone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from valuegraph.analysis.networks.columns import NONE, WAY, Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.dominators import dominating, dominators
from valuegraph.analysis.removals.one_by_one import Things, taken_along
from valuegraph.analysis.removals.taking_away import removed
from valuegraph.analysis.selection import selected


def cut_off_by_each(network: Network, ends: Codes) -> set[tuple[int, int]]:
    """Return pairs of an end and a thing (:class:`Things`) without which nothing leads to it.

    What all routes pass cuts an end off. Where a link is essential, where an actor takes along
    several parts, and for circuits, what follows is looked at for each.

    Args:
        network: the network.
        ends: codes of parts; those that no origin leads to have no pair.
    """
    things = Things(network)
    tree = _tree(network, things)
    ends = ends[tree[ends] != NONE]
    found = {(end, thing) for end in ends.tolist() for thing in dominating(tree, end)}
    for thing in sorted(_looked_at(network, things, tree)):
        found -= {(end, thing) for end in ends.tolist()}
        found |= {(end, thing) for end in _cut_off(network, things, thing, ends)}
    return found


def _tree(network: Network, things: Things) -> Codes:
    """Return the dominators of parts, links and the modalities that links cross, by number."""
    arcs, root = network.forward, things.count
    link = np.where(arcs.link == NONE, NONE, things.links(arcs.link)).astype(np.int32)
    # a receiving modality belongs to the end, so it comes last; a giving one first
    receives = arcs.way == WAY["receives"]
    between = (np.where(receives, link, arcs.cell), np.where(receives, arcs.cell, link))
    origins = np.flatnonzero(network.origin & network.living).astype(np.int32)
    tails, heads, before = [np.full(len(origins), root)], [origins], arcs.start
    for place in (*between, arcs.end):
        there = place != NONE
        tails.append(before[there])
        heads.append(place[there])
        before = np.where(there, place, before)
    return dominators(
        root + 1,
        root,
        np.concatenate(tails).astype(np.int32),
        np.concatenate(heads).astype(np.int32),
    )


def _looked_at(network: Network, things: Things, tree: Codes) -> set[int]:
    """Return the things that can stop more than what no route leads to any more."""
    circuits = np.unique(network.forward.circuit[network.forward.circuit != NONE])
    found = set(things.circuits(circuits).tolist())
    found |= {actor for actor, _ in taken_along(network)}
    links = network.links
    essential = np.flatnonzero(links.essential & network.kept)
    for link in essential.tolist():
        start = int(links.start[link])
        cells = network.forward.cell[network.forward.link == link]
        found |= {int(things.links(np.array([link]))[0]), start}
        found |= set(dominating(tree, start)) if tree[start] != NONE else set()
        found |= set(np.unique(cells[cells != NONE]).tolist())
    return found


def _cut_off(network: Network, things: Things, thing: int, ends: Codes) -> Iterable[int]:
    without, _ = things.called(thing)
    removal = removed(network, selected(network, without, option="without"))
    left = removal.left
    survivors = np.flatnonzero(left.origin & left.living).astype(np.int32)
    still = left.downstream(survivors) & left.living
    return (end for end in ends[~removal.taken[ends]].tolist() if not still[end])
