"""What passes between a chain and its actors: each flow once, by a modality or else by a link."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import LINK_KIND, NONE, PART_KIND, WAY, WAYS
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.model.activity import Modality

GIVES, RECEIVES = "gives", "receives"

_GIVEN = ("provides", "funds", "carries", "takes_part", "costs")
_RECEIVED = ("benefits",)
_EXPECTED = ("provides", "funds")
_TO_ACTOR = ("costs", "benefits")
_OF_THE_ACTIVITY = ("funds", "carries", "takes_part")


class Flow(NamedTuple):
    """One flow between an actor and the chain.

    Attributes:
        actor: the code of the actor.
        way: ``gives`` or ``receives``, as the actor sees it.
        circuit: its code; -1 if it is not said.
        unit: the unit; empty for a bare number.
        amount: how much; ``None`` where only words say it.
        in_return: whether it comes back for another flow.
        what: what comes back, in words.
        id: the id of the modality or link that tells it.
    """

    actor: int
    way: str
    circuit: int
    unit: str
    amount: Decimal | None
    in_return: bool
    what: str
    id: str


class Flows(NamedTuple):
    """The flows of a chain.

    Attributes:
        told: those of which something is known.
        unknown_cells, unknown_links: codes of what passes in an amount nobody told.
        counted: codes of links whose amount a modality tells already.
    """

    told: tuple[Flow, ...]
    unknown_cells: tuple[int, ...]
    unknown_links: tuple[int, ...]
    counted: tuple[int, ...]


class _Cell(NamedTuple):
    """A modality with an actor: its code, the actor, whether its amount is known."""

    code: int
    actor: int
    known: bool


def flows(network: Network) -> Flows:
    """Return the flows between a chain and its actors, each once.

    An amount on a modality with an actor replaces those of the actor's links that tell the same
    flow: to the resources that enter by it, or to and from its activity.
    """
    cells, told = _cells(network)
    links = network.links
    sides = _cells_of_links(network, cells)
    unknown, counted, covered = [], [], set()
    for link in np.flatnonzero(network.kept).tolist():
        kind = _KINDS.get(int(links.kind[link]))
        if kind is None:
            continue
        by = sides.get(link, [])
        known = not np.isnan(links.amount[link])
        if any(cell.known for cell in by):
            counted += [link] if known else []
        elif known:
            covered |= {cell.code for cell in by}
            told.append(_of_link(network, link, kind, by))
        elif kind in _EXPECTED and not by:
            unknown.append(link)
    silent = [cell.code for cell in cells if not cell.known and cell.code not in covered]
    return Flows(tuple(told), tuple(silent), tuple(unknown), tuple(counted))


_KINDS = {LINK_KIND[kind]: kind for kind in (*_GIVEN, *_RECEIVED)}


def _cells(network: Network) -> tuple[list[_Cell], list[Flow]]:
    cells, told = [], []
    for code in network.of_kind("modality").tolist():
        item = network.source.item(code)
        if not isinstance(item, Modality) or not item.with_:
            continue
        actor = network.source.find(item.with_).code
        if not network.living[actor]:
            continue
        cells.append(_Cell(code, actor, item.amount is not None))
        ways = (GIVES, RECEIVES) if item.way == "receives" else (RECEIVES, GIVES)
        circuit = int(network.parts.circuit[code])
        if item.amount is not None:
            amount = item.amount
            told.append(Flow(actor, ways[0], circuit, amount.unit, amount.amount, False, "",
                             item.id))  # fmt: skip
        back = item.in_return
        if back is not None:
            by = network.source.circuit(back.circuit) if back.circuit else NONE
            much = back.amount
            told.append(Flow(actor, ways[1], by, much.unit if much else "",
                             much.amount if much else None, True, back.what, item.id))  # fmt: skip
    return cells, told


def _cells_of_links(network: Network, cells: list[_Cell]) -> dict[int, list[_Cell]]:
    """Return for each link of an actor the modalities with this actor that tell the same flow."""
    parts, links, arcs = network.parts, network.links, network.forward
    entering: dict[int, set[int]] = {}
    receives = arcs.way == WAY["receives"]
    for cell, start in zip(arcs.cell[receives].tolist(), arcs.start[receives].tolist(),
                           strict=True):  # fmt: skip
        entering.setdefault(cell, set()).add(start)
    same: dict[tuple[str, int, int], list[_Cell]] = {}
    for cell in cells:
        activity = int(parts.activity[cell.code])
        if WAYS[parts.way[cell.code]] == "receives":
            for kind in _OF_THE_ACTIVITY:
                same.setdefault((kind, cell.actor, activity), []).append(cell)
            for resource in sorted(entering.get(cell.code, ())):
                if parts.kind[resource] == PART_KIND["resource"]:
                    same.setdefault(("provides", cell.actor, resource), []).append(cell)
        else:
            same.setdefault(("benefits", cell.actor, activity), []).append(cell)
    found = {}
    for link in np.flatnonzero(network.kept).tolist():
        joins = _KINDS.get(int(links.kind[link]))
        if joins is not None:
            found[link] = same.get((joins, *_ends(network, link, joins)), [])
    return found


def _ends(network: Network, link: int, kind: str) -> tuple[int, int]:
    """Return the actor of a link, and the part at its other end."""
    start, end = int(network.links.start[link]), int(network.links.end[link])
    return (end, start) if kind in _TO_ACTOR else (start, end)


def _of_link(network: Network, link: int, kind: str, by: list[_Cell]) -> Flow:
    links = network.links
    circuit = int(links.circuit[link])
    crossed = {int(network.parts.circuit[cell.code]) for cell in by}
    if circuit == NONE and len(crossed) == 1:
        circuit = crossed.pop()
    item = network.source.link(link)
    if item is not None and item.amount is not None:
        unit, amount = item.amount.unit, item.amount.amount
    else:
        code = int(links.unit[link])
        unit = network.units[code] if code != NONE else ""
        amount = Decimal(repr(float(links.amount[link])))
    way = RECEIVES if kind in _RECEIVED else GIVES
    actor, _ = _ends(network, link, kind)
    return Flow(actor, way, circuit, unit, amount, False, "", network.link_id(link))
