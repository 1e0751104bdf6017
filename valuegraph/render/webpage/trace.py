"""What can be traced in a page, as plain data: parts, links, and the arcs value runs along."""

from __future__ import annotations

from typing import Any

from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow, Link, StrengthRange
from valuegraph.model.part import Part, Status
from valuegraph.model.routing import arcs


def trace_of(chain: ValueChain) -> dict[str, Any]:
    """Return the chain as the script of the page walks it.

    Returns:
        ``parts`` (id -> kind), ``links`` (id -> start, kind, end), ``cells`` (modality ->
        circuit), ``arcs`` (link, start, end, leaves by, enters by, circuit, strength) of what
        flows forward, and ``beside`` (link, start, end, kind) of all that does not. Refuted
        parts and links are known by name, but nothing runs along them.
    """
    links = {link.id: link for link in chain.links}
    gone = {part.id for part in parts_of(chain) if part.status is Status.REFUTED}
    gone |= {link.id for link in chain.links if link.status is Status.REFUTED}
    flowing, beside = [], []
    for arc in arcs(chain, without=gone):
        if gone & {arc.link, arc.start, arc.end, arc.circuit}:
            continue
        link = links.get(arc.link)
        if link is None or link.flow is Flow.FORWARD:
            strength = strength_of(chain, link) if link else None
            flowing.append([arc.link, arc.start, arc.end, arc.leaves_by, arc.enters_by,
                            arc.circuit, strength])  # fmt: skip
        else:
            beside.append([arc.link, arc.start, arc.end, arc.kind])
    return {
        "parts": {part.id: part.kind for part in parts_of(chain)},
        "links": {link.id: [link.start, link.kind, link.end] for link in chain.links},
        "cells": {cell.id: cell.circuit for cell in chain.parts() if isinstance(cell, Modality)},
        "arcs": flowing,
        "beside": beside,
    }


def parts_of(chain: ValueChain) -> tuple[Part, ...]:
    """Return every part, and the circuits that are used without being listed."""
    listed = {part.id for part in chain.parts()}
    return (*chain.parts(), *(one for one in chain.circuits if one.id not in listed))


def strength_of(chain: ValueChain, link: Link) -> float | None:
    """Return a link's strength as a number (of a range its likely value), if it is known."""
    strength = link.strength
    if isinstance(strength, str):
        found = chain.about.scales.get("strength", {}).get(strength)
        return None if found is None else float(found)
    return strength.likely if isinstance(strength, StrengthRange) else strength
