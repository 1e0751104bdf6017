"""What the flow view reads from a chain: parts in columns, what flows between them, the route."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valuegraph.model.activity import SupportActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow, Link
from valuegraph.model.part import Part, Sign, Status
from valuegraph.model.quantity import standard_unit
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.flow_zones.weights import Bond, Weights, sentence
from valuegraph.render.words import say

RESOURCES, ACTIVITIES, OUTPUTS, RESULTS = range(4)
"""The columns, from left to right."""

_HELD_BACK = ("depletes",)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the flow view shows of a chain, on one sheet or in all.

    Attributes:
        chain: the chain.
        columns: the parts of each column, in their order of listing.
        places: every activity's number in the listing.
        support: what accompanies, and stands in the band.
        bonds: what flows forward.
        returns: what comes back: regenerates, depletes, reinforces.
        basis: ``equal``, ``strength`` or ``amount``.
        unit: of the amounts.
        route: the ids of the parts of the strongest route.
        route_basis: what that route was chosen by.
        is_one_of_several: whether other routes are as strong.
        left_out: how many parts and links are refuted.
    """

    chain: ValueChain
    columns: tuple[tuple[Part, ...], ...]
    places: Mapping[str, int]
    support: tuple[SupportActivity, ...]
    bonds: tuple[Bond, ...]
    returns: tuple[Bond, ...]
    basis: str
    unit: str
    route: tuple[str, ...]
    route_basis: str
    is_one_of_several: bool
    left_out: int

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of all columns."""
        return tuple(part for column in self.columns for part in column)

    def column_of(self) -> dict[str, int]:
        """Return the column of each part."""
        return {part.id: place for place, column in enumerate(self.columns) for part in column}

    def on_route(self, bond: Bond) -> bool:
        """Tell whether a link is a step of the strongest route."""
        return any(
            bond.start == start and bond.end == end and not bond.negative
            for start, end in pairwise(self.route)
        )


def read(chain: ValueChain, options: ViewOptions) -> Reading:
    """Return all that the flow view shows of a chain; what is refuted is left out."""
    alive = {part.id: part for part in chain.parts() if part.status is not Status.REFUTED}
    kept = [link for link in chain.links if link.status is not Status.REFUTED]
    forward = [link for link in kept if link.flow is Flow.FORWARD and _joined(link, alive)]
    returning = [link for link in kept if link.flow is Flow.RETURN and _joined(link, alive)]
    active = {link.start for link in forward} | {link.end for link in returning}
    drawn = [part for part in chain.support if part.id in active and part.id in alive]
    columns = tuple(
        tuple(part for part in column if part.id in alive)
        for column in (
            chain.resources,
            (*chain.activities, *drawn),
            chain.outputs,
            (*chain.impacts, *chain.margin),
        )
    )
    shown = {part.id for column in columns for part in column}
    forward = [link for link in forward if {link.start, link.end} <= shown]
    basis, unit = _basis(forward, options)
    weights = Weights(chain, forward, basis, unit, options)
    bonds = [weights.bond(link) for link in forward] + weights.rules(shown)
    route, by, several = weights.route(bonds, shown)
    gone = [part for part in chain.parts() if part.id not in alive and part.kind in _DRAWN]
    refuted = [link for link in chain.links if link.status is Status.REFUTED
               and link.flow in (Flow.FORWARD, Flow.RETURN)]  # fmt: skip
    return Reading(
        chain,
        columns,
        {part.id: place for place, part in enumerate(chain.activities, 1)},
        tuple(part for part in chain.support if part.id in alive and part not in drawn),
        tuple(bonds),
        tuple(returned(chain, link, options) for link in returning),
        basis,
        unit,
        route,
        by,
        several,
        len(gone) + len(refuted),
    )


_DRAWN = ("resource", "support", "activity", "output", "impact", "margin")


def returned(chain: ValueChain, link: Link, options: ViewOptions) -> Bond:
    """Return a link that comes back, as it is drawn."""
    negative = link.kind in _HELD_BACK or link.sign is Sign.MINUS
    return Bond(link.id, link.id, link.start, link.end, link.kind, None, "", link.status,
                negative, sentence(chain, link.start, link.kind, link.end, options))  # fmt: skip


def told_unit(reading: Reading, options: ViewOptions) -> str:
    """Return the unit of the amounts, in words if there is none."""
    return reading.unit or say("no unit", options.language)


def _joined(link: Link, alive: Mapping[str, Part]) -> bool:
    return link.start in alive and link.end in alive


def _basis(links: Sequence[Link], options: ViewOptions) -> tuple[str, str]:
    """Return the basis asked for, else strengths where there are any; and the unit of amounts."""
    basis = options.basis
    if not basis:
        basis = "strength" if any(link.strength is not None for link in links) else "equal"
    units = Counter(link.amount.unit for link in links if link.amount and link.amount.amount > 0)
    most = max(units, key=lambda unit: units[unit]) if units else ""  # the first of equal ones
    return basis, standard_unit(options.unit) if options.unit else most


def with_order(reading: Reading) -> Reading:
    """Return the reading with its columns ordered so that ribbons cross less.

    Activities keep their order of listing. Resources, outputs and results stand at the mean
    place of what they are joined to; what is joined to nothing comes last.
    """
    columns = list(reading.columns)
    height = {part.id: place / max(1, len(columns[ACTIVITIES]) - 1)
              for place, part in enumerate(columns[ACTIVITIES])}  # fmt: skip
    for column in (RESOURCES, OUTPUTS, RESULTS):
        near: dict[str, list[tuple[float, float]]] = {}
        for bond in reading.bonds:
            for mine, other in ((bond.start, bond.end), (bond.end, bond.start)):
                if other in height and mine not in height:
                    near.setdefault(mine, []).append((height[other], bond.weight or 0.01))
        mean = {
            part: sum(y * w for y, w in found) / sum(w for _, w in found)
            if any(w for _, w in found) else found[0][0]
            for part, found in near.items()
        }  # fmt: skip
        columns[column] = tuple(
            sorted(columns[column], key=lambda part: mean.get(part.id, math.inf))
        )
        count = max(1, len(columns[column]) - 1)
        if column == OUTPUTS:
            height |= {part.id: place / count for place, part in enumerate(columns[column])}
    return replace(reading, columns=tuple(columns))
