"""Which single thing cuts which part off: nothing leads to it any more once that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

import numpy as np

from valuegraph.analysis.networks.columns import NONE, WAY, Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.dominators import dominating, dominators
from valuegraph.analysis.removals.one_by_one import Things, taken_along
from valuegraph.analysis.removals.taking_away import removed
from valuegraph.analysis.selection import selected

_ROOT = -1


def cut_off_by_each(network: Network, ends: Codes) -> set[tuple[int, int]]:
    """Return pairs of an end and a thing (:class:`Things`) without which nothing leads to it.

    What all routes pass cuts an end off. Where a link is essential, where an actor takes along
    several parts, and for circuits, what follows is looked at for each.

    Args:
        network: the network.
        ends: codes of parts; those that no origin leads to have no pair.
    """
    things = Things(network)
    tree = dominators(_ROOT, _following(network, things))
    ends = ends[[end in tree for end in ends.tolist()]]
    found = {(end, thing) for end in ends.tolist() for thing in dominating(tree, end)}
    for thing in sorted(_looked_at(network, things, tree)):
        found -= {(end, thing) for end in ends.tolist()}
        found |= {(end, thing) for end in _cut_off(network, things, thing, ends)}
    return found


def _following(network: Network, things: Things) -> dict[int, list[int]]:
    """Return what follows what: parts, links, and the modalities that links cross."""
    origins = np.flatnonzero(network.origin & network.living)
    following: dict[int, dict[int, None]] = {_ROOT: dict.fromkeys(origins.tolist())}
    arcs = network.forward
    link = np.where(arcs.link == NONE, NONE, things.links(arcs.link))
    columns = (arcs.start, link, arcs.cell, arcs.end, arcs.way)
    for start, by, cell, end, way in zip(*(one.tolist() for one in columns), strict=True):
        # a receiving modality belongs to the end, so it comes last; a giving one first
        between = (by, cell) if way == WAY["receives"] else (cell, by)
        places = [start, *[place for place in between if place != NONE], end]
        for before, after in pairwise(places):
            following.setdefault(before, {})[after] = None
    return {place: list(after) for place, after in following.items()}


def _looked_at(network: Network, things: Things, tree: Mapping[int, int]) -> set[int]:
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
        found |= set(dominating(tree, start)) if start in tree else set()
        found |= set(np.unique(cells[cells != NONE]).tolist())
    return found


def _cut_off(network: Network, things: Things, thing: int, ends: Codes) -> Iterable[int]:
    without, _ = things.called(thing)
    removal = removed(network, selected(network, without, option="without"))
    left = removal.left
    survivors = np.flatnonzero(left.origin & left.living).astype(np.int32)
    still = left.downstream(survivors) & left.living
    return (end for end in ends[~removal.taken[ends]].tolist() if not still[end])
