"""Which parts a smaller chain keeps: up and down the arrows from what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.networks.columns import LINK_KIND, NONE, PART_KIND, Codes, Flags
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.selection import Selection, selected
from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Told
from valuegraph.model.words import fold

_SIDES = {
    "upstream": "upstream",
    "amont": "upstream",
    "downstream": "downstream",
    "aval": "downstream",
}
"""The words before a part that keep one side of it."""


@dataclass(frozen=True)
class Kept:
    """The ids of the parts and the codes of the circuits that stay."""

    parts: frozenset[str]
    circuits: frozenset[str]


@dataclass(frozen=True, eq=False)
class _Cone:
    """Parts, and the forward arcs walked between them."""

    parts: Flags
    arcs: Flags


def side_of(reference: object) -> tuple[str, object]:
    """Return the side a reference asks for, empty for both, and the reference without it."""
    if isinstance(reference, str):
        word, colon, rest = reference.partition(":")
        side = _SIDES.get(fold(word), "")
        if colon and side:
            return side, rest.strip()
    return "", reference


def asked_parts(chain: ValueChain, only: object) -> Kept:
    """Return what stays of a chain when only something is asked for.

    Args:
        chain: the chain.
        only: as for :func:`valuegraph.analysis.subchain.subchain`.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: the set is empty.
    """
    network = network_of(chain)
    several = isinstance(only, Iterable) and not isinstance(only, str | Told)
    references = list(only) if several else [only]  # type: ignore[call-overload]
    parts = np.zeros(network.count, dtype=np.bool_)
    arcs = np.zeros(len(network.forward), dtype=np.bool_)
    named = np.zeros(network.count, dtype=np.bool_)
    if not references:
        selected(network, references, option="only")  # which says that it is empty
    for reference in references:
        side, bare = side_of(reference)
        chosen = selected(network, bare, option="only")
        cone = _cone(network, chosen, side)
        parts |= cone.parts
        arcs |= cone.arcs
        named |= network.flag(np.concatenate((chosen.parts, chosen.actors, chosen.cells)))
    return _with_company(chain, network, parts | named, arcs)


def _cone(network: Network, chosen: Selection, side: str) -> _Cone:
    forward, links = network.forward, network.links
    starts, ends = chosen.parts, chosen.parts
    crossed = np.zeros(len(forward), dtype=np.bool_)
    if len(chosen.circuits):
        # One circuit alone is not walked further: everything leads to everything by others.
        crossed |= np.isin(forward.circuit, chosen.circuits) & (forward.circuit != NONE)
        cells = np.flatnonzero(_cells_of(network, chosen.circuits)).astype(np.int32)
        crossed |= np.isin(forward.cell, cells) & (forward.cell != NONE)
    if len(chosen.cells):
        mine = np.isin(forward.cell, chosen.cells) & (forward.cell != NONE)
        crossed |= mine
        starts = np.concatenate((starts, forward.end[mine]))
        ends = np.concatenate((ends, forward.start[mine]))
    if len(chosen.links):
        mine = np.isin(forward.link, chosen.links) & (forward.link != NONE)
        crossed |= mine
        starts = np.concatenate((starts, links.end[chosen.links]))
        ends = np.concatenate((ends, links.start[chosen.links]))
    brought, received = _brought(network, chosen), _received(network, chosen)
    helped = _supported(network, np.concatenate((chosen.parts, brought)))
    starts = np.concatenate((starts, brought, helped))
    ends = np.concatenate((ends, received))
    if side:
        # A side of an actor or a circuit is a side of what it acts in or passes by.
        starts = np.concatenate((starts, received))
        ends = np.concatenate((ends, brought))
        if len(chosen.circuits):
            starts = np.concatenate((starts, forward.end[crossed]))
            ends = np.concatenate((ends, forward.start[crossed]))
    touched = (forward.start[crossed], forward.end[crossed])
    here = np.concatenate((*touched, chosen.parts, brought, received))
    found = network.flag(here.astype(np.int32))
    if side != "upstream":
        below = network.downstream(starts.astype(np.int32))
        found |= below
        crossed |= below[forward.start]
    if side != "downstream":
        above = network.upstream(ends.astype(np.int32))
        found |= above
        crossed |= above[forward.end]
    return _Cone(found, crossed)


def _cells_of(network: Network, circuits: Codes) -> Flags:
    """Return the modalities of circuits."""
    flags = np.zeros(network.count, dtype=np.bool_)
    codes = {network.circuits[code] for code in circuits.tolist()}
    for cell in network.of_kind("modality").tolist():
        item = network.source.item(cell)
        flags[cell] = isinstance(item, Modality) and item.circuit in codes
    return flags


def _brought(network: Network, chosen: Selection) -> Codes:
    """Return the parts that actors act in, and the activities of the cells that name them."""
    if not len(chosen.actors):
        return np.zeros(0, dtype=np.int32)
    wanted = set(chosen.actors.tolist())
    found = []
    for part, actors in actors_of_parts(network).items():
        if wanted & set(actors):
            item = network.source.item(part)
            if isinstance(item, Modality):
                found.append(network.source.find(item.activity).code)
            else:
                found.append(part)
    return np.array(sorted(set(found)), dtype=np.int32)


def _received(network: Network, chosen: Selection) -> Codes:
    """Return the parts that benefit actors or cost them something."""
    links = network.links
    kinds = [LINK_KIND["benefits"], LINK_KIND["costs"]]
    mine = np.isin(links.end, chosen.actors) & np.isin(links.kind, kinds) & network.kept
    parts = np.unique(links.start[mine])
    is_part: Flags = network.parts.kind[parts] != PART_KIND[WHOLE_CHAIN]
    return np.asarray(parts[is_part], dtype=np.int32)


def _supported(network: Network, parts: Codes) -> Codes:
    """Return what the supports among some parts support."""
    arcs = network.accompanying
    return np.unique(arcs.end[np.isin(arcs.start, parts)]).astype(np.int32)


def _with_company(chain: ValueChain, network: Network, parts: Flags, arcs: Flags) -> Kept:
    """Return the ids: the cells of what was walked, then supports and actors that belong to it."""
    parts = parts.copy()
    forward, accompanying = network.forward, network.accompanying
    walked = forward.cell[arcs]
    crossed = set(walked[walked != NONE].tolist())
    anywhere = set(forward.cell[forward.cell != NONE].tolist())
    codes = {part.id: network.source.find(part.id).code for part in chain.activities}
    for cell in network.of_kind("modality").tolist():
        item = network.source.item(cell)
        if isinstance(item, Modality) and parts[codes[item.activity]]:
            # A draft's cell that no link passes by stays with its activity.
            parts[cell] |= cell in crossed or cell not in anywhere
    parts[accompanying.start[parts[accompanying.end]]] = True
    kept = {network.id(code) for code in np.flatnonzero(parts).tolist()}
    kept |= _actors(chain, network, parts)
    circuits = {cell.circuit for cell in chain.modalities if cell.id in kept}
    circuits |= {link.circuit for link in chain.links
                 if link.circuit and {link.start, link.end} <= kept}  # fmt: skip
    return Kept(frozenset(kept), frozenset(circuits))


def _actors(chain: ValueChain, network: Network, parts: Flags) -> set[str]:
    """Return the actors that act in a kept part, or in the chain as a whole."""
    links, kinds = network.links, network.parts.kind
    is_actor = kinds == PART_KIND["actor"]
    found = set()
    for one, other in ((links.start, links.end), (links.end, links.start)):
        acting = is_actor[one] & parts[other] & network.kept & (links.kind != LINK_KIND["relates"])
        found |= {network.id(code) for code in np.unique(one[acting]).tolist()}
    whole = {link.start for link in chain.links if link.end == chain.about.id}
    found |= whole & {actor.id for actor in chain.actors}
    kept_cells = [cell for cell in chain.modalities if parts[network.source.find(cell.id).code]]
    return found | {cell.with_ for cell in kept_cells if cell.with_}
