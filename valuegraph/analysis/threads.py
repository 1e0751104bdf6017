"""Threads: routes along which one informant, place or period holds on every link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

import numpy as np

from valuegraph.analysis.budget import TimeBudget
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import NONE, Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.route_finding.contexts import (
    all_bits,
    arrived,
    contexts,
    has,
    led_on,
    no_bits,
)
from valuegraph.analysis.route_finding.ways import asked_ends
from valuegraph.analysis.routes import Routes, routes
from valuegraph.analysis.sharing.shared_walk import one_of
from valuegraph.analysis.telling.figures import listed, some
from valuegraph.analysis.wording import quoted
from valuegraph.problems import Bilingual, Problem

__all__ = ["Thread", "Threads", "threads"]

_BY = {
    "informant": Bilingual("une même personne", "one person"),
    "place": Bilingual("un même lieu", "one place"),
    "period": Bilingual("une même période", "one period"),
}
_HOLDS = Bilingual("{context} tient jusqu’à {ends}.", "{context} holds all the way to {ends}.")
_BREAKS = Bilingual("{context} se perd à {links}.", "{context} is lost at {links}.")
_NO_THREAD = Bilingual(
    "Aucun chemin n’est tenu de bout en bout par {by}.",
    "No route is held from end to end by {by}.",
)
_MORE = Bilingual("autres contextes sont dans la table", "more contexts are in the table")
_CONTEXTS_TOLD = 10
_BREAKS_TOLD = 3


@dataclass(frozen=True)
class Thread:
    """One context, and how far it holds.

    Attributes:
        context: who, where or when.
        ends: ids of the parts it leads to from a start without a gap.
        links: ids of the links on such ways.
        breaks: ids of the links where it arrives and is not said to hold.
    """

    context: str
    ends: tuple[str, ...]
    links: tuple[str, ...]
    breaks: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it holds from a start to an end."""
        return bool(self.ends)


@dataclass(frozen=True, eq=False)
class Threads(Result):
    """For each context, the ways on which it holds on every link, and where it breaks.

    Attributes:
        by: ``informant``, ``place`` or ``period``.
        threads: one for each context that links of these routes name.
        notes: what is not known.
    """

    name: ClassVar[str] = "threads"

    by: str
    threads: tuple[Thread, ...]
    notes: tuple[Problem, ...]
    _starts: Codes = field(repr=False)
    _ends: Codes = field(repr=False)

    def __len__(self) -> int:
        return len(self.threads)

    def __iter__(self) -> Iterator[Thread]:
        return iter(self.threads)

    def __getitem__(self, context: str) -> Thread:
        """Return the thread of one context.

        Raises:
            KeyError: no link of these routes names it.
        """
        for thread in self.threads:
            if thread.context == context:
                return thread
        raise KeyError(context)

    def routes(
        self,
        context: str,
        *,
        limit: int = 1000,
        time_budget: float | TimeBudget | None = None,
    ) -> Routes:
        """Return the routes along which a context holds on every link.

        Args:
            context: one of these contexts.
            limit: the most routes to list.
            time_budget: seconds after which no more routes are looked for.

        Raises:
            KeyError: no link of these routes names it.
        """
        net = self.network
        links = set(self[context].links)
        chosen = [code != NONE and net.link_id(code) in links
                  for code in net.forward.link.tolist()]  # fmt: skip
        left = replace(net, forward=net.forward.taken(np.array(chosen, dtype=np.bool_)), _memory={})
        starts, ends = net.ids(self._starts), net.ids(self._ends)
        return routes(left, start=starts, end=ends, limit=limit, time_budget=time_budget)

    def columns(self) -> dict[str, Column]:
        """Return context, link, and whether the link is on a ``thread`` or is a ``break``."""
        rows = [
            (thread.context, link, state)
            for thread in self.threads
            for state, links in (("thread", thread.links), ("break", thread.breaks))
            for link in links
        ]
        names = ("context", "link", "state")
        return {name: [row[at] for row in rows] for at, name in enumerate(names)}

    def details(self) -> dict[str, Any]:
        """Return by what, and the ends each context leads to."""
        held = [{"context": thread.context, "ends": list(thread.ends)} for thread in self.threads]
        return {"by": self.by, "contexts": held}

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not known."""
        return self.notes

    def sentences(self, language: str) -> list[str]:
        """Return which contexts hold to which ends, and where the others break."""
        whole = [thread for thread in self.threads if thread.is_whole]
        told = [] if whole else [_NO_THREAD.text(language).format(by=_BY[self.by].text(language))]
        broken = [thread for thread in self.threads if thread.breaks and not thread.is_whole]
        shown = [*whole, *broken]
        for thread in shown[:_CONTEXTS_TOLD]:
            context = quoted(thread.context, thread.context).text(language)
            if thread.is_whole:
                names = [self._part(end).text(language) for end in thread.ends]
                told.append(
                    _HOLDS.text(language).format(context=context, ends=listed(names, language))
                )
            else:
                links = some([self._link(link) for link in thread.breaks], _BREAKS_TOLD)
                told.append(
                    _BREAKS.text(language).format(context=context, links=links.text(language))
                )
        more = len(shown) - _CONTEXTS_TOLD
        return [*told, f"{more} {_MORE.text(language)}."] if more > 0 else told

    def _part(self, part_id: str) -> Bilingual:
        return self.network.name(self.network.source.find(part_id).code)

    def _link(self, link_id: str) -> Bilingual:
        return self.network.sentence(self.network.source.find(link_id).code)


def threads(
    chain: Asked,
    *,
    by: Literal["informant", "place", "period"] = "informant",
    start: object = None,
    end: object = None,
    status: str | Iterable[str] | None = None,
) -> Threads:
    """Return the ways along which one context holds on every link: is it the same people?

    Args:
        chain: a chain, or its network; one from tables names no context.
        by: ``"informant"`` for who says it in the evidence of links, ``"place"`` for the free
            key ``place`` (or ``lieu``) of links, ``"period"`` for their period.
        start: the part or parts to start from; the origins by default.
        end: where to stop; impacts and margin by default.
        status: the statuses to keep; all but refuted by default.

    Returns:
        For each context the ends it leads to, the links it holds on all the way, and those
        where it breaks. The chain's own rule for a margin names no context. A link on a loop
        counts if a walk on which the context holds passes by it.

    Raises:
        UnknownPartError: nothing answers to a start or an end.
        ChainError: no route can start or end there.
        OptionError: there is no such context.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> soil, garden = chain.add_resource("Soil"), chain.add_activity("Gardening")
        >>> bonds = chain.add_impact("Bonds")
        >>> for ends in ((soil, "feeds", garden), (garden, "contributes", bonds)):
        ...     link = chain.link(*ends, period="2023")
        >>> threads(chain, by="period")["2023"].ends
        ('bonds',)
    """
    one_of("by", by, tuple(_BY))
    net = network(chain, status=status)
    starts, ends = asked_ends(net, start, end)
    named = contexts(net, by)
    on_way = net.downstream(starts)[net.forward.start] & net.upstream(ends)[net.forward.end]
    arcs = net.forward.taken(on_way)
    held, count = named.of_link[arcs.link], len(named.names)
    seeds = no_bits(net.count, count)
    seeds[starts] = all_bits(count)
    goals = no_bits(net.count, count)
    goals[ends] = all_bits(count)
    before = led_on(net.order, arcs.start, arcs.end, held, seeds, upwards=True)
    after = led_on(net.order, arcs.end, arcs.start, held, goals, upwards=False)
    comes = before[arcs.start] & held
    brought = arrived(net.count, arcs.end, comes)
    whole, broken = comes & after[arcs.end], brought[arcs.start] & ~held
    found = []
    for context, called in enumerate(named.names):
        if not has(held, context).any():
            continue
        at = ends[has(brought[ends], context)]
        links = _links(net, arcs.link[has(whole, context)])
        breaks = _links(net, arcs.link[has(broken, context)])
        found.append(Thread(called, tuple(net.ids(at)), links, breaks))
    bare = np.unique(arcs.link[~held.any(axis=1)])
    bare = bare[bare != NONE]
    notes = []
    if len(bare):
        ids = [net.link_id(link) for link in bare.tolist()]
        notes.append(Problem("VG584", values={"count": len(bare), "ids": ids}))
    return Threads(net, "", by, tuple(found), tuple(notes), starts, ends)


def _links(net: Network, links: Codes) -> tuple[str, ...]:
    return tuple(net.link_id(link) for link in np.unique(links).tolist() if link != NONE)
