"""What each link of the flow view weighs: its share, its strength or its amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, Link, StrengthRange
from valuegraph.model.part import Part, Sign, Status
from valuegraph.model.routing import arcs
from valuegraph.problems import told_language
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.words import say


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


class Weights:
    """What each link weighs on a basis."""

    def __init__(
        self,
        chain: ValueChain,
        links: Sequence[Link],
        basis: str,
        unit: str,
        options: ViewOptions,
    ) -> None:
        from valuegraph.analysis.network import network
        from valuegraph.analysis.sharing.passing import passing
        from valuegraph.analysis.telling.figures import percent  # arrays, where they are needed

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
                weight, told = (
                    (share, self._percent(share)) if self.basis == "equal" else (None, "?")
                )
                name = f"{arc.start}..{arc.end}"
                found[name] = Bond(name, "", arc.start, arc.end, arc.kind, weight, told, None,
                                   False, title)  # fmt: skip
        return list(found.values())

    def route(
        self, bonds: Sequence[Bond], shown: Iterable[str]
    ) -> tuple[tuple[str, ...], str, bool]:
        """Return the strongest route, what it was chosen by, and whether others equal it."""
        if self.basis == "amount":
            from valuegraph.analysis.sharing.passing import widest_route

            steps = [(bond.start, bond.end, bond.weight) for bond in bonds
                     if bond.weight and not bond.negative]  # fmt: skip
            ends = {part.id for part in (*self.chain.impacts, *self.chain.margin)} & set(shown)
            known = widest_route(steps, ends)
            return known, "amount", False
        if self.basis == "strength":
            found = self._strongest()
            if found is not None:
                return found[0], "strength", found[1]
            return self.passing.route, "unknown", self.passing.equalled
        return self.passing.route, "equal", self.passing.equalled

    def _strongest(self) -> tuple[tuple[str, ...], bool] | None:
        from valuegraph.analysis.routes import routes
        from valuegraph.errors import ChainError

        try:
            found = routes(self.network, top=2).folded()
        except ChainError:  # a strength on the way is unknown
            return None
        if not len(found):
            return (), False
        strengths = [route.strength or 0.0 for route in found]
        return found[0].parts, strengths[1:] == strengths[:1]

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
