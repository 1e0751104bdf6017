"""Who acts in what: actors by the parts they provide, carry, fund, govern or take part in."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from valuegraph.analysis.networks.columns import LINK_KIND
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.model.activity import Modality

ACTING = ("provides", "carries", "funds", "governs", "takes_part")
"""The kinds of link by which an actor acts in a part."""


def actors_of_parts(network: Network, kinds: tuple[str, ...] = ACTING) -> Mapping[int, list[int]]:
    """Return for each part the actors that act in it, sorted; parts without any have no entry.

    A modality's actor is the other party it names. What an actor does for the whole chain is
    not done in any part.

    Args:
        network: the network.
        kinds: the kinds of link that count.
    """
    return network.remember(("actors", kinds), lambda: _found(network, kinds))


def _found(network: Network, kinds: tuple[str, ...]) -> dict[int, list[int]]:
    links = network.links
    acting = np.isin(links.kind, [LINK_KIND[kind] for kind in kinds]) & network.kept
    found: dict[int, set[int]] = {}
    for actor, part in zip(links.start[acting].tolist(), links.end[acting].tolist(), strict=True):
        found.setdefault(part, set()).add(actor)
    for cell in network.of_kind("modality").tolist():
        item = network.source.item(cell)
        if isinstance(item, Modality) and item.with_:
            actor = network.source.find(item.with_).code
            if network.living[actor]:
                found.setdefault(cell, set()).add(actor)
    return {part: sorted(actors) for part, actors in found.items()}
