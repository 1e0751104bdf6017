"""Balances, trees of shares and threads worked out one flow, walk and context at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

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


def walks_back(
    steps: Mapping[str, list[tuple[Fraction, str]]], root: str, least: Fraction
) -> tuple[list[tuple[tuple[str, ...], Fraction]], Fraction]:
    """Return every walk from a part that keeps ``least`` of it, and what walks told end with.

    Args:
        steps: part -> the chance and the part of each step from it; none where walks end.
        root: where walks begin.
        least: the chance below which a walk is left.
    """
    found: list[tuple[tuple[str, ...], Fraction]] = []
    covered = Fraction(0)
    waiting: list[tuple[tuple[str, ...], Fraction]] = [((root,), Fraction(1))]
    while waiting:
        walk, chance = waiting.pop()
        found.append((walk, chance))
        if not steps.get(walk[-1]):
            covered += chance
        for part, head in steps.get(walk[-1], ()):
            if chance * part >= least:
                waiting.append(((*walk, head), chance * part))
    return found, covered


def without_closed_loops(
    steps: Mapping[str, list[tuple[Fraction, str]]],
) -> dict[str, list[tuple[Fraction, str]]]:
    """Return the same steps, with walks that end as soon as they come to a loop nothing leaves."""
    after = {part: _reached(steps, part) for part in steps}
    closed = {
        part
        for part, found in after.items()
        if part in found and all(part in after.get(other, ()) for other in found)
    }
    return {part: list(ways) for part, ways in steps.items() if part not in closed}


def _reached(steps: Mapping[str, list[tuple[Fraction, str]]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for _, head in steps.get(waiting.pop(), ()):
            if head not in found:
                found.add(head)
                waiting.append(head)
    return found


def product_total(weights: Iterable[tuple[str, str, float]], origins: set[str], end: str) -> float:
    """Return what products of weights along walks from origins to one part add up to.

    Args:
        weights: start, end and weight of each arc.
        origins: where walks begin.
        end: where they end; 300 steps are followed.
    """
    arcs = list(weights)
    values = dict.fromkeys(origins, 1.0)
    total = values.get(end, 0.0)
    for _ in range(300):
        following: dict[str, float] = {}
        for start, head, weight in arcs:
            following[head] = following.get(head, 0.0) + weight * values.get(start, 0.0)
        values = following
        total += values.get(end, 0.0)
    return total


def held_routes(chain: ValueChain, period: str) -> set[tuple[str, ...]]:
    """Return the links of every route from a resource to an impact with one period throughout."""
    forward = [link for link in chain.links if link.flow == "forward"]
    found: set[tuple[str, ...]] = set()
    waiting: list[tuple[tuple[str, ...], tuple[str, ...]]]
    waiting = [((part.id,), ()) for part in chain.resources]
    impacts = {part.id for part in chain.impacts}
    while waiting:
        parts, links = waiting.pop()
        if parts[-1] in impacts and links:
            found.add(links)
        for link in forward:
            if link.start == parts[-1] and link.end not in parts and link.period == period:
                waiting.append(((*parts, link.end), (*links, link.id)))
    return found
