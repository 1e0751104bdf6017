"""Balances, trees of shares and threads worked out one flow, walk and context at a time."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from valuegraph.model.chain import ValueChain
from valuegraph.model.routing import arcs


def balance_by_hand(chain: ValueChain) -> dict[tuple[str, str, str], Decimal]:
    """Return (actor, way, unit) -> amount, of ``provides`` links and modalities."""
    found: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    crossed = {(arc.enters_by, arc.start) for arc in arcs(chain)}
    for cell in chain.modalities:
        if cell.with_ and cell.amount:
            way = "gives" if cell.way == "receives" else "receives"
            found[cell.with_, way, cell.amount.unit] += cell.amount.amount
    for link in chain.links:
        if link.kind != "provides" or link.amount is None:
            continue
        told = [
            cell
            for cell in chain.modalities
            if cell.with_ == link.start and cell.amount and (cell.id, link.end) in crossed
        ]
        if not told:
            found[link.start, "gives", link.amount.unit] += link.amount.amount
    return found
