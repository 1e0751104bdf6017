"""Cycles: the loops by which a chain renews what it draws on, or feeds itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar

import numpy as np

from valuegraph.analysis.budget import TimeBudget, budget_of
from valuegraph.analysis.loops.cycle import COLUMNS, Cycle, cycle_of, relative_to_component
from valuegraph.analysis.loops.search import Loop, Round
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import LINK_KIND, NONE, SIGN, STATUS, Arcs, Small
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Result
from valuegraph.analysis.telling.figures import some
from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem

__all__ = ["Cycle", "Cycles", "cycles"]

STATES: Mapping[str, Bilingual] = {
    "renewed": Bilingual("renouvelées", "renewed"),
    "depleted": Bilingual("épuisées", "depleted"),
    "both": Bilingual("renouvelées et épuisées à la fois", "renewed and depleted at once"),
    "neither": Bilingual("ni renouvelées ni épuisées", "neither renewed nor depleted"),
}
"""What can be said of a resource, and how it is told of several."""


@dataclass(frozen=True, eq=False)
class Cycles(Result):
    """The loops of a chain: for each resource its shortest one, then all others by length.

    Attributes:
        cycles: those that are listed.
        total: how many there are; ``None`` if not all are listed.
        states: for each resource ``renewed``, ``depleted``, ``both`` or ``neither``, by the
            links that say so.
    """

    name: ClassVar[str] = "cycles"

    cycles: tuple[Cycle, ...]
    total: int | None
    states: Mapping[str, str]
    _time: TimeBudget = field(repr=False)
    _supposed: tuple[int, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.cycles)

    def __iter__(self) -> Iterator[Cycle]:
        return iter(self.cycles)

    def __getitem__(self, place: int) -> Cycle:
        return self.cycles[place]

    @property
    def regeneration(self) -> tuple[Cycle, ...]:
        """Those that pass through a resource."""
        return tuple(cycle for cycle in self.cycles if cycle.regenerates)

    @property
    def feedback(self) -> tuple[Cycle, ...]:
        """Those that pass through no resource."""
        return tuple(cycle for cycle in self.cycles if not cycle.regenerates)

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a loop."""
        rows = [cycle.to_dict() for cycle in self.cycles]
        return {name: [row[name] for row in rows] for name in COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return how many there are, and the state of each resource."""
        states = dict(self.states)
        return {"total": self.total, "truncated": self.truncated, "states": states}

    @property
    def truncated(self) -> bool:
        """Whether ``limit`` or the time kept more from being listed."""
        return self.total is None

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not listed, and what only a hypothesis renews."""
        if self._time.is_spent:
            yield self._time.note(len(self.cycles))
        elif self.total is None:
            yield Problem("VG530", values={"count": len(self.cycles)})
        if self._supposed:
            names = [self.network.name(part) for part in self._supposed]
            yield Problem("VG531", values={"parts": some(names)})

    def sentences(self, language: str) -> list[str]:
        """Return the loops in words, regeneration first, and the states of the resources."""
        found = []
        for shown, lead in ((self.regeneration, _RENEWS), (self.feedback, _FEEDS)):
            if shown:
                words = _SEMICOLON.text(language).join(one.to_text(language) for one in shown[:3])
                found.append(lead.text(language).format(count=len(shown)) + f"{words}.")
        if not found:
            found.append(_NONE_FOUND.text(language))
        for state, label in STATES.items():
            parts = [at for at in self.network.of_kind("resource").tolist()
                     if self.states[self.network.id(at)] == state]  # fmt: skip
            if parts:
                names = some([self.network.name(part) for part in parts])
                found.append(_STATE.text(language).format(
                    state=label.text(language), parts=names.text(language)
                ))  # fmt: skip
        return found


_SEMICOLON = Bilingual(" ; ", "; ")
_RENEWS = Bilingual(
    "Boucles qui passent par une ressource ({count}) : ",
    "Loops that pass through a resource ({count}): ",
)
_FEEDS = Bilingual("Autres boucles ({count}) : ", "Other loops ({count}): ")
_NONE_FOUND = Bilingual("Rien ne tourne en boucle.", "Nothing goes round.")
_STATE = Bilingual("Ressources {state} : {parts}.", "Resources {state}: {parts}.")


def cycles(
    chain: Asked,
    *,
    limit: int = 100,
    time_budget: float | TimeBudget | None = None,
    status: str | Iterable[str] | None = None,
) -> Cycles:
    """Return the loops over links that go forward, return, or accompany.

    Args:
        chain: a chain or a network.
        limit: the most loops to list, at least 0.
        time_budget: seconds after which no more loops are looked for.
        status: the statuses to keep; all but refuted by default.

    Raises:
        OptionError: ``limit`` is below 0, or there is no such status.
    """
    if limit < 0:
        raise OptionError(Problem("VG562", values={"option": "limit", "value": limit}))
    asked = network(chain, status=status)
    arcs = _joined(asked)
    signs = _signs(asked, arcs)
    search = Round(asked.count, arcs, signs)
    resources = asked.of_kind("resource").tolist()
    time = budget_of(time_budget)
    shortest = (search.shortest(at) for at in resources)
    nearest = [loop for loop in time.while_it_lasts(shortest) if loop is not None]
    first = {_key(loop): loop for loop in sorted(nearest, key=len)}
    found = list(first.values())[: limit + 1]
    others = search.all() if not time.is_spent else ()
    for loop in islice(time.while_it_lasts(others), limit + 1):
        if _key(loop) not in first and len(found) <= limit:
            found.append(loop)
    states, supposed = _states(asked, resources)
    shown = found[:limit]
    return Cycles(
        asked,
        "",
        relative_to_component(
            [cycle_of(asked, arcs, loop) for loop in shown],
            [int(search.loop_of[loop[0].start]) for loop in shown],
        ),
        len(found) if len(found) <= limit and not time.is_spent else None,
        states,
        time,
        supposed,
    )


def _key(loop: Loop) -> Loop:
    """Return a loop from its first part on, however it was found."""
    at = min(range(len(loop)), key=lambda place: loop[place].start)
    return loop[at:] + loop[:at]


def _joined(asked: Network) -> Arcs:
    flows = (asked.forward, asked.returning, asked.accompanying)
    names = ("start", "end", "link", "kind", "cell", "circuit", "way")
    return Arcs(*(np.concatenate([getattr(flow, name) for flow in flows]) for name in names))


def _signs(asked: Network, arcs: Arcs) -> Small:
    known = arcs.link != NONE
    sign = np.zeros(len(arcs), dtype=np.int8)
    sign[known] = asked.links.sign[arcs.link[known]]
    found = np.ones(len(arcs), dtype=np.int8)
    found[sign == SIGN["mixed"]] = 0
    found[(sign == SIGN["-"]) | (arcs.kind == LINK_KIND["depletes"])] = -1
    return found


def _states(asked: Network, resources: list[int]) -> tuple[dict[str, str], tuple[int, ...]]:
    """Return the state of each resource, and those that only hypotheses renew."""
    links = asked.links
    renewing = asked.kept & (links.kind == LINK_KIND["regenerates"]) & (links.sign != SIGN["-"])
    depleting = asked.kept & (links.kind == LINK_KIND["depletes"])
    sure = renewing & (links.status != STATUS["hypothesis"])
    renewed, depleted, surely = (
        set(links.end[chosen].tolist()) for chosen in (renewing, depleting, sure)
    )
    words = {(True, True): "both", (True, False): "renewed", (False, True): "depleted"}
    states = {
        asked.id(at): words.get((at in renewed, at in depleted), "neither") for at in resources
    }
    return states, tuple(at for at in resources if at in renewed - surely)
