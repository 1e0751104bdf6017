"""The numbers of an analysis worked out from their definition, in fractions and slowly.

Nothing here is shared with the package: it reads a chain's parts and links, routes them, and
solves the definitions as equations.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from exact_walks import State, Steps, ends

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Link
from valuegraph.model.part import Part

FORWARD = {"feeds", "precedes", "produces", "contributes"}


@dataclass(frozen=True)
class Way:
    """One way a link runs: through a cell (its id, or the link's own), by a circuit."""

    link: str
    start: str
    end: str
    cell: str = ""
    circuit: str = ""
    way: str = ""
    negative: bool = False
    number: Fraction | None = None


@dataclass
class Oracle:
    """A chain as the definitions read it.

    Args:
        chain: the chain.
        basis: ``equal``, ``links``, ``strength`` or ``amount``.
        supports: ``share`` puts supports in the pot.
    """

    chain: ValueChain
    basis: str = "equal"
    supports: str = "accompany"
    ways: list[Way] = field(init=False)

    def __post_init__(self) -> None:
        self.living = {part.id: part for part in self.chain.parts() if part.status != "refuted"}
        self.cells = [
            cell
            for cell in self.chain.modalities
            if cell.id in self.living and cell.activity in self.living
        ]
        self.links = [link for link in self.chain.links if self._holds(link)]
        self.ways = [way for link in self.links if link.kind in FORWARD for way in self._run(link)]
        for margin in self.chain.margin:
            if margin.id in self.living and not self.chain.incoming(margin.id, "contributes"):
                for activity in self.chain.activities:
                    if activity.id in self.living:
                        self.ways += self._through("", activity.id, margin.id, "gives")
        entered = {way.end for way in self.ways}
        left = {way.start for way in self.ways}
        self.origins = {
            part.id
            for part in self.living.values()
            if part.kind == "resource" or (part.id in left and part.id not in entered)
        }
        if self.supports == "share":
            self.ways += [way for way in self._supporting() if way.end not in self.origins]
        self.walked = [way for way in self.ways if not way.negative]

    # ---- what the design says of routing

    def _holds(self, link: Link) -> bool:
        ends = ({link.start, link.end} - {"chain"}) <= self.living.keys()
        return ends and link.status != "refuted"

    def _run(self, link: Link) -> list[Way]:
        if link.circuit:
            way = "gives" if link.kind in ("contributes", "produces") else "receives"
            return [self._told(Way(link.id, link.start, link.end, f"own {link.id}", link.circuit,
                                   way), link, 1)]  # fmt: skip
        way = {"feeds": "receives", "contributes": "gives"}.get(link.kind, "")
        found = self._through(link.id, link.start, link.end, way)
        return [self._told(one, link, len(found)) for one in found]

    def _through(self, link: str, start: str, end: str, way: str) -> list[Way]:
        owner, other = (end, start) if way == "receives" else (start, end)
        mine = [cell for cell in self.cells if cell.activity == owner and cell.way.value == way]
        named = [cell for cell in mine if other in {*cell.resources, *cell.to}]
        free = [cell for cell in mine if not cell.resources and not cell.to]
        crossed = named or free
        return [Way(link, start, end, cell.id, cell.circuit, way) for cell in crossed] or [
            Way(link, start, end)
        ]

    def _told(self, way: Way, link: Link, count: int) -> Way:
        number = None
        if self.basis == "strength" and isinstance(link.strength, float):
            number = Fraction(link.strength) / count
        if self.basis == "amount" and link.amount is not None:
            number = Fraction(link.amount.amount) / count
        return Way(way.link, way.start, way.end, way.cell, way.circuit, way.way,
                   link.sign == "-", number)  # fmt: skip

    def _supporting(self) -> list[Way]:
        found = []
        for link in self.links:
            if link.kind == "supports":
                served = [part.id for part in self.chain.activities if part.id in self.living]
                ends = served if link.end == "chain" else [link.end]
                found += [self._told(Way(link.id, link.start, end), link, len(ends))
                          for end in ends]  # fmt: skip
        return found

    # ---- what it says of sharing

    def kind(self, part: str) -> str:
        """Return the kind of a part."""
        return self.living[part].kind

    def cut(self, whole: str, *, downstream: bool = False) -> dict[Way, Fraction]:
        """Return the share of each way in one of its ends."""
        ways = [way for way in self.walked if (way.start if downstream else way.end) == whole]
        if self.basis == "links":
            return {way: Fraction(1, len(ways)) for way in ways}
        if self.basis != "equal":
            numbers = {way: way.number for way in ways}
            if None not in numbers.values():
                total = sum(numbers.values())
                return {way: number / total for way, number in numbers.items()}
        shares = {}
        families = _by(ways, lambda way: self._family(whole, way, downstream=downstream))
        for family in families.values():
            others = _by(family, lambda way: way.end if downstream else way.start)
            for contributions in others.values():
                doors = _by(contributions, lambda way: way.cell or f"link {way.link}")
                for door in doors.values():
                    for way in door:
                        pieces = len(families) * len(others) * len(doors) * len(door)
                        shares[way] = Fraction(1, pieces)
        return shares

    def _family(self, whole: str, way: Way, *, downstream: bool) -> str:
        if self.kind(whole) != "activity":
            return "all"
        other = self.kind(way.end if downstream else way.start)
        if downstream:
            return "after" if other == "activity" else "gives"
        return {"activity": "before", "support": "supports"}.get(other, "receives")

    def steps(self, *, downstream: bool = False) -> Steps:
        """Return, for each part, the shares of the parts a step leads to."""
        found: dict[State, list[tuple[Fraction, State]]] = {}
        for part in self.living:
            shares = self.cut(part, downstream=downstream)
            if shares and not (part in self.origins and not downstream):
                found[part] = [(share, way.end if downstream else way.start)
                               for way, share in shares.items()]  # fmt: skip
        return found

    def shares(self, impact: str, *, downstream: bool = False) -> dict[str, Fraction]:
        """Return where walks from a part end; ``circular`` is what never does."""
        return ends(self.steps(downstream=downstream), impact)

    def by_actors(self, impact: str) -> dict[str, Fraction]:
        """Hand each origin's share to those who provide it, or carry it if it is a support."""
        handed: dict[str, Fraction] = {}
        for origin, share in self.shares(impact).items():
            for actor, part in self.providers(origin).items():
                handed[actor] = handed.get(actor, Fraction(0)) + share * part
        return handed

    def providers(self, origin: str) -> dict[str, Fraction]:
        """Return each actor's part of an origin; ``none`` if nobody provides it."""
        if origin == "circular":
            return {"circular": Fraction(1)}
        wanted = "carries" if self.kind(origin) == "support" else "provides"
        mine = [link for link in self.links if link.kind == wanted and link.end == origin]
        actors = {link.start for link in mine}
        amounts = [link.amount for link in mine]
        if mine and None not in amounts and len({amount.unit for amount in amounts}) == 1:
            total = sum(Fraction(amount.amount) for amount in amounts)
            if total > 0 and all(amount.amount >= 0 for amount in amounts):
                return {actor: sum(Fraction(link.amount.amount) for link in mine
                                   if link.start == actor) / total for actor in actors}  # fmt: skip
        return {actor: Fraction(1, len(actors)) for actor in actors} or {"none": Fraction(1)}

    def through(
        self,
        impact: str,
        *,
        parts: Mapping[str, Fraction] | Iterable[str] = (),
        meets: Callable[[Way], bool] = lambda _: False,
    ) -> Fraction:
        """Return the chance that a walk meets some parts, or takes some ways, at least once."""
        chance = parts if isinstance(parts, Mapping) else dict.fromkeys(parts, Fraction(1))
        steps: dict[State, list[tuple[Fraction, State]]] = {}
        for part in self.living:
            at = chance.get(part, Fraction(0))
            shares = {} if part in self.origins else self.cut(part)
            steps[part] = [(at, "met")]
            steps[part] += [((1 - at) * share, "met" if meets(way) else way.start)
                            for way, share in shares.items()]  # fmt: skip
            if not shares:
                steps[part].append((1 - at, "over"))
        return ends(steps, impact).get("met", Fraction(0))

    def mix(self, impact: str, side: str) -> dict[str, Fraction]:
        """Return the partition of an impact between circuits, on the way in or out."""
        steps: dict[State, list[tuple[Fraction, State]]] = {}
        seen = {"none", *(way.circuit for way in self.walked if way.circuit)}
        for part in self.living:
            shares = {} if part in self.origins else self.cut(part)
            for circuit in seen:
                state = (part, circuit)
                steps[state] = [] if shares else [(Fraction(1), circuit)]
                for way, share in shares.items():
                    crosses = bool(way.circuit)
                    if side == "exit" and crosses and way.way == "gives":
                        steps[state].append((share, way.circuit))
                    elif side == "entry" and crosses and way.way == "receives":
                        steps[state].append((share, (way.start, way.circuit)))
                    else:
                        steps[state].append((share, (way.start, circuit)))
        return ends(steps, (impact, "none"))

    def walked_ends(self, impact: str, walks: int, seed: int) -> dict[str, float]:
        """Return how often simulated walks end where; one that goes on for long is circular."""
        counts: dict[str, int] = {}
        steps = self.steps()
        for walk in self._walked(impact, walks, seed):
            end = "circular" if walk[-1] in steps else walk[-1]
            counts[end] = counts.get(end, 0) + 1
        return {end: count / walks for end, count in counts.items()}

    def walked_by(self, impact: str, walks: int, seed: int) -> dict[str, float]:
        """Return how many of simulated walks are at each part at least once."""
        counts: dict[str, int] = {}
        for walk in self._walked(impact, walks, seed):
            for part in set(walk) - {impact}:
                counts[part] = counts.get(part, 0) + 1
        return {part: count / walks for part, count in counts.items()}

    def _walked(self, impact: str, walks: int, seed: int) -> Iterator[list[str]]:
        chance = random.Random(seed)  # noqa: S311  # a simulation
        steps = {
            part: tuple(zip(*((head, float(share)) for share, head in found), strict=True))
            for part, found in self.steps().items()
        }
        for _ in range(walks):
            walk = [impact]
            while len(walk) <= 200 and walk[-1] in steps:
                heads, shares = steps[walk[-1]]
                walk.append(str(chance.choices(heads, shares)[0]))
            yield walk


def _by(ways: Iterable[Way], key: Callable[[Way], str]) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(key(way), []).append(way)
    return found


def asked_about(chain: ValueChain) -> list[Part]:
    """Return the impacts and the margin."""
    return [*chain.impacts, *chain.margin]
