"""How links run through modalities: a path crosses a circuit in a cell, never in a hub."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from valuegraph.model.activity import Modality, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow, Link


@dataclass(frozen=True, slots=True)
class Arc:
    """One way a link runs, from its start to its end.

    Attributes:
        link: the id of the link it belongs to: all arcs of one link fall together.
        start, end: ids of parts; where a link is the chain's own rule (a margin to which
            every activity contributes), ``link`` is empty.
        kind: the kind of the link.
        leaves_by: the giving modality it leaves the start by; empty if none.
        enters_by: the receiving modality it enters the end by; empty if none.
        circuit: the circuit written on the link itself: it stands for an anonymous modality.
    """

    link: str
    start: str
    end: str
    kind: str
    leaves_by: str = ""
    enters_by: str = ""
    circuit: str = ""


def arcs(chain: ValueChain, *, without: Container[str] = ()) -> tuple[Arc, ...]:
    """Return every arc of every link, modalities routed.

    A ``feeds`` link enters its activity by each receiving modality that names its resource;
    if none does, by each that names no resource; if there is none, directly. A
    ``contributes`` link leaves its activity by giving modalities in the same way. A circuit
    written on the link replaces them by an anonymous modality. ``supports`` links to the
    whole chain reach every primary activity, and a margin to which nothing contributes
    receives from every primary activity.

    Args:
        chain: the chain.
        without: ids of modalities to leave out, as if they had never been written: their
            links run by the others, or directly.
    """
    receiving: dict[str, list[Modality]] = {}
    giving: dict[str, list[Modality]] = {}
    for modality in chain.modalities:
        if modality.id in without:
            continue
        side = receiving if modality.way is Way.RECEIVES else giving
        side.setdefault(modality.activity, []).append(modality)
    found: list[Arc] = []
    for link in chain.links:
        found += _arcs_of(link, chain, receiving, giving)
    for margin in chain.margin:
        if not chain.incoming(margin, "contributes"):
            for activity in chain.activities:
                found += [
                    Arc("", activity.id, margin.id, "contributes", leaves_by=cell)
                    for cell in _cells(giving.get(activity.id, ()), margin.id)
                ]
    return tuple(found)


def _arcs_of(
    link: Link,
    chain: ValueChain,
    receiving: dict[str, list[Modality]],
    giving: dict[str, list[Modality]],
) -> Iterable[Arc]:
    if link.flow is Flow.ACCOMPANIES and link.end == "chain":
        return [Arc(link.id, link.start, part.id, link.kind) for part in chain.activities]
    if link.circuit:
        return [Arc(link.id, *_ends(link), circuit=link.circuit)]
    if link.kind == "feeds":
        cells = _cells(receiving.get(link.end, ()), link.start)
        return [Arc(link.id, *_ends(link), enters_by=cell) for cell in cells]
    if link.kind == "contributes":
        cells = _cells(giving.get(link.start, ()), link.end)
        return [Arc(link.id, *_ends(link), leaves_by=cell) for cell in cells]
    return [Arc(link.id, *_ends(link))]


def _ends(link: Link) -> tuple[str, str, str]:
    return link.start, link.end, link.kind


def _cells(modalities: Sequence[Modality], part: str) -> list[str]:
    """Return the modalities a part passes by; one empty id means directly."""
    naming = [cell.id for cell in modalities if part in cell.resources or part in cell.to]
    open_to_all = [cell.id for cell in modalities if not cell.resources and not cell.to]
    return naming or open_to_all or [""]
