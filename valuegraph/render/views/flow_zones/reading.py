"""What the flow view reads from a chain: parts in columns, what flows between them, the route."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from valuegraph.model.activity import SupportActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact
from valuegraph.model.link import LINK_KINDS, Flow, Link, StrengthRange
from valuegraph.model.part import Part, Sign, Status
from valuegraph.model.quantity import Quantity, standard_unit
from valuegraph.model.routing import arcs
from valuegraph.problems import told_language
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.words import say

RESOURCES, ACTIVITIES, OUTPUTS, RESULTS = range(4)
"""The columns, from left to right."""

_HELD_BACK = ("depletes",)


@dataclass(frozen=True, slots=True)
class Bond:
    """One link as it is drawn.

    Attributes:
        id: the id of the link, or one made for a rule of the chain.
        ref: the id of the link; empty for a rule of the chain.
        start, end: the ids of the parts it joins.
        kind: its kind.
        weight: how wide it is; ``None`` where that is unknown.
        told: the weight in words; empty if nothing is to be said.
        status: its own status.
        negative: whether it hinders or wears out.
        title: the link as a sentence.
    """

    id: str
    ref: str
    start: str
    end: str
    kind: str
    weight: float | None
    told: str
    status: Status | None
    negative: bool
    title: str


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
            for start, end in zip(self.route, self.route[1:], strict=False)
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
    weights = _Weights(chain, forward, basis, unit, options)
    bonds = [weights.bond(link) for link in forward] + weights.rules(shown)
    route, by = weights.route(bonds, shown)
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
        len(gone) + len(refuted),
    )


_DRAWN = ("resource", "support", "activity", "output", "impact", "margin")


def returned(chain: ValueChain, link: Link, options: ViewOptions) -> Bond:
    """Return a link that comes back, as it is drawn."""
    negative = link.kind in _HELD_BACK or link.sign is Sign.MINUS
    return Bond(link.id, link.id, link.start, link.end, link.kind, None, "", link.status,
                negative, sentence(chain, link.start, link.kind, link.end, options))  # fmt: skip


def sentence(chain: ValueChain, start: str, kind: str, end: str, options: ViewOptions) -> str:
    """Return a link as a sentence: *Collecte contribue à Cohésion*."""
    language = options.language
    verb = LINK_KINDS[kind].verb.text(language)
    names = []
    for each in (start, end):
        part = chain.find(each)
        name = part.label(language) if isinstance(part, Part) else ""
        names.append(name or say("unnamed", language))
    return f"{names[0]} {verb} {names[1]}"


def strength_of(chain: ValueChain, link: Link) -> float | None:
    """Return the strength of a link as a number: of a range, the likely one."""
    strength = link.strength
    if isinstance(strength, StrengthRange):
        return strength.likely
    if isinstance(strength, str):
        return float(str(chain.about.scales["strength"][strength]))
    return strength


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


class _Weights:
    """What each link weighs on a basis."""

    def __init__(
        self,
        chain: ValueChain,
        links: Sequence[Link],
        basis: str,
        unit: str,
        options: ViewOptions,
    ) -> None:
        from valuegraph.analysis.figures import percent  # arrays, where they are needed
        from valuegraph.analysis.network import network
        from valuegraph.analysis.passing import passing

        self.chain, self.links, self.options = chain, links, options
        self.basis, self.unit = basis, unit
        self.network = network(chain)
        self.passing = passing(self.network)
        self.percent = percent

    def bond(self, link: Link) -> Bond:
        """Return a link with its weight."""
        negative = link.sign is Sign.MINUS
        weight, told = self._weight(link, negative)
        title = sentence(self.chain, link.start, link.kind, link.end, self.options)
        return Bond(link.id, link.id, link.start, link.end, link.kind, weight, told,
                    link.status, negative, title)  # fmt: skip

    def rules(self, shown: Iterable[str]) -> list[Bond]:
        """Return what the chain itself says without a link: all activities lead to its margin."""
        parts, found = set(shown), {}
        for arc in arcs(self.chain):
            if not arc.link and {arc.start, arc.end} <= parts:
                share = self.passing.rules.get((arc.start, arc.end), 0.0)
                title = sentence(self.chain, arc.start, arc.kind, arc.end, self.options)
                weight, told = (share, self._percent(share)) if self.basis == "equal" else (None, "?")
                name = f"{arc.start}..{arc.end}"
                found[name] = Bond(name, "", arc.start, arc.end, arc.kind, weight, told, None,
                                   False, title)  # fmt: skip
        return list(found.values())

    def route(self, bonds: Sequence[Bond], shown: Iterable[str]) -> tuple[tuple[str, ...], str]:
        """Return the strongest route, and what it was chosen by."""
        if self.basis == "amount":
            from valuegraph.analysis.passing import widest_route

            steps = [(bond.start, bond.end, bond.weight) for bond in bonds
                     if bond.weight and not bond.negative]  # fmt: skip
            ends = {part.id for part in (*self.chain.impacts, *self.chain.margin)} & set(shown)
            known = widest_route(steps, ends)
            return known, "amount"
        if self.basis == "strength":
            found = self._strongest()
            if found is not None:
                return found, "strength"
            return self._likeliest(), "unknown"
        return self._likeliest(), "equal"

    def _likeliest(self) -> tuple[str, ...]:
        return self.passing.route

    def _strongest(self) -> tuple[str, ...] | None:
        from valuegraph.analysis.routes import routes
        from valuegraph.errors import ChainError

        try:
            found = routes(self.network, top=1)
        except ChainError:  # a strength on the way is unknown
            return None
        return found[0].parts if len(found) else ()

    def _weight(self, link: Link, negative: bool) -> tuple[float | None, str]:
        if self.basis == "equal":
            if negative:
                return None, "−"
            share = self.passing.links.get(link.id, 0.0)
            return share, self._percent(share)
        sign = "−" if negative else ""
        if self.basis == "strength":
            strength = strength_of(self.chain, link)
            if strength is None:
                return None, f"{sign}?"
            return strength, sign + self._number(strength)
        amount = link.amount
        if amount is None or amount.unit != self.unit or amount.amount < 0:
            return None, f"{sign}?"
        return float(amount.amount), sign + amount.to_text(self.options.language)

    def _number(self, value: float) -> str:
        text = f"{value:.3g}"
        return text.replace(".", ",") if told_language(self.options.language) == "fr" else text

    def _percent(self, share: float) -> str:
        return self.percent(share, self.options.language) if share > 0 else ""


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


