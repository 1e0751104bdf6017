"""The immutable snapshot that every question is put to: a chain as integer-coded arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from valuegraph.analysis.networks.columns import (
    LINK_KIND_CODES,
    NONE,
    PART_KIND,
    PART_KINDS,
    Arcs,
    Codes,
    Flags,
    Links,
    Parts,
)
from valuegraph.analysis.networks.order import Order, Ordering, Rows, grouped, ordered, reached
from valuegraph.analysis.networks.source import Source
from valuegraph.analysis.wording import quoted
from valuegraph.model.link import LINK_KINDS
from valuegraph.problems import Bilingual

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Network:
    """A chain as an immutable columnar network; every analysis accepts it in place of a chain.

    Parts, links, circuits and units are numbered; a number is called a code, and -1 stands for
    none. Parts that are left out keep their codes and have no arcs.

    Attributes:
        parts, links: the columns of all parts and links, refuted ones included.
        circuits, units: the words that codes stand for.
        living: for each part, whether it is not left out.
        kept: for each link, whether neither it nor an end of it is left out.
        forward: the arcs value follows, sorted by end, then by start.
        returning: the arcs that close the cycle.
        accompanying: the arcs from supports to activities.
        origin: for each part, whether it is a resource, or has outgoing and no incoming
            forward arcs; fixed on the whole chain.
        statuses: the statuses that are kept; ``None`` for all but refuted.
        whole: the network of the whole chain, if this is a part of it.
        is_cut: whether something was taken away (:meth:`without`).
    """

    source: Source = field(repr=False)
    parts: Parts
    links: Links
    living: Flags
    kept: Flags
    forward: Arcs
    returning: Arcs
    accompanying: Arcs
    origin: Flags
    statuses: frozenset[str] | None
    whole: Network | None = field(default=None, repr=False)
    is_cut: bool = False
    _memory: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def circuits(self) -> tuple[str, ...]:
        """The codes of circuits as words."""
        return self.source.circuits

    @property
    def units(self) -> tuple[str, ...]:
        """The units."""
        return self.source.units

    @property
    def language(self) -> str:
        """The language of its texts."""
        return self.source.language

    @cached_property
    def count(self) -> int:
        """How many parts there are, those left out included."""
        return len(self.parts)

    @cached_property
    def ordering(self) -> Ordering:
        """What gives the order of the forward arcs when it is needed."""
        return Ordering(self.count, self.forward.start, self.forward.end)

    @property
    def order(self) -> Order:
        """The order of the forward arcs."""
        return self.ordering.order

    @cached_property
    def leaving(self) -> Rows:
        """For each part, the forward arcs that leave it."""
        return grouped(self.forward.start, self.count)

    @cached_property
    def entering(self) -> Rows:
        """For each part, the forward arcs that enter it."""
        return grouped(self.forward.end, self.count)

    @cached_property
    def feedback(self) -> Flags:
        """For each forward arc, whether it lies within a loop and goes against the listing.

        Without these arcs no loop is left; no number depends on which they are.
        """
        within = self.order.within_loops(self.forward.start, self.forward.end)
        return within & (self.forward.start >= self.forward.end)

    @cached_property
    def undescribed(self) -> Flags:
        """For each part, whether it is an origin without being a resource."""
        undescribed: Flags = self.origin & (self.parts.kind != PART_KIND["resource"])
        return undescribed

    @cached_property
    def rootless(self) -> Flags:
        """For each part, whether arcs lead to it, but none of their ways begins at an origin.

        Such a part lies on, or behind, a closed loop; fixed on the whole chain.
        """
        if self.whole is not None:
            return self.whole.rootless
        rootless = np.zeros(self.count, dtype=np.bool_)
        if self.order.is_looped:
            rootless[self.forward.end] = True
            rootless &= ~self.downstream(np.flatnonzero(self.origin).astype(np.int32))
        return rootless

    @cached_property
    def digest(self) -> str:
        """What tells the content of this chain from any other: ``sha256:`` and 64 digits."""
        return self.source.digest()

    def of_kind(self, *kinds: str) -> Codes:
        """Return the codes of the living parts of these kinds, as listed."""
        wanted = np.zeros(len(PART_KINDS), dtype=np.bool_)
        wanted[[PART_KIND[kind] for kind in kinds]] = True
        return np.flatnonzero(wanted[self.parts.kind] & self.living).astype(np.int32)

    def kind(self, part: int) -> str:
        """Return the kind of a part."""
        return PART_KINDS[self.parts.kind[part]]

    def id(self, part: int) -> str:
        """Return the id of a part."""
        return str(self.parts.id[part])

    def ids(self, parts: Iterable[int]) -> list[str]:
        """Return the ids of parts."""
        known = self.parts.id
        return [str(known[part]) for part in parts]

    def link_id(self, link: int) -> str:
        """Return the id of a link; empty for the chain's own rule."""
        return self.source.link_id(link) if link != NONE else ""

    def label(self, part: int) -> Bilingual:
        """Return how a part is called, its id if it has no name."""
        return self.source.label(part)

    def name(self, part: int) -> Bilingual:
        """Return a part's label in quotation marks, shortened if it is long."""
        return self.remember(("name", int(part)), lambda: quoted(*self.label(part)))

    def sentence(self, link: int) -> Bilingual:
        """Return a link in words: *« Transformation » contribue à « Cohésion »*."""
        return self.joined(self.links.start[link], self.links.kind[link], self.links.end[link])

    def joined(self, start: int, kind: int, end: int) -> Bilingual:
        """Return two parts and what joins them in words."""
        verb = LINK_KINDS[LINK_KIND_CODES[kind]].verb
        start_name, end_name = self.name(start), self.name(end)
        return Bilingual(
            f"{start_name.fr} {verb.fr} {end_name.fr}", f"{start_name.en} {verb.en} {end_name.en}"
        )

    def circuit_label(self, circuit: int) -> Bilingual:
        """Return how a circuit is called."""
        return self.source.circuit_label(circuit)

    def flag(self, parts: Iterable[int]) -> Flags:
        """Return, for each part of the network, whether it is one of these."""
        flags = np.zeros(self.count, dtype=np.bool_)
        flags[np.asarray(list(parts), dtype=np.intp)] = True
        return flags

    def upstream(self, parts: Codes) -> Flags:
        """Return the parts from which a forward walk reaches one of these, and these."""
        return reached(self.count, self.forward.end, self.forward.start, self.flag(parts))

    def downstream(self, parts: Codes) -> Flags:
        """Return the parts that a forward walk from one of these reaches, and these."""
        return reached(self.count, self.forward.start, self.forward.end, self.flag(parts))

    def remember(self, key: Any, work: Callable[[], Made]) -> Made:
        """Return what ``work`` gives, done once for each key: it depends on nothing else.

        Two threads may do the same work at once; both then get the same result.
        """
        found = self._memory.get(key)
        if found is None:
            found = self._memory.setdefault(key, work())
        return found  # type: ignore[no-any-return]  # the key says which type it is

    def apart(self) -> Network:
        """Return the same network with a memory of its own.

        What is remembered and needs a network holds this one: a network that its own memory
        holds would stay until the garbage collector comes by, which may be long.
        """
        twin = replace(self, _memory={})
        twin.__dict__["ordering"] = self.ordering
        return twin

    def without(self, parts: Flags | None = None, arcs: Flags | None = None) -> Network:
        """Return what is left when parts and forward arcs are taken away.

        Origins stay those of the whole chain; what no surviving origin leads to any more is
        gone, except loops that never had an origin. Modalities are not routed again.

        Args:
            parts: for each part, whether it is taken away.
            arcs: for each forward arc, whether it is taken away.
        """
        gone = np.zeros(self.count, dtype=np.bool_) if parts is None else parts
        left = ~(gone[self.forward.start] | gone[self.forward.end])
        left &= ~(gone[self.forward.cell] & (self.forward.cell != NONE))
        if arcs is not None:
            left &= ~arcs
        forward = self.forward.taken(left)
        alive = leads_on(forward, self.origin & ~gone, self.rootless & ~gone)
        return replace(
            self,
            living=self.living & ~gone,
            kept=self.kept & ~gone[self.links.start] & ~gone[self.links.end],
            forward=forward.taken(alive[forward.start]),
            returning=_between(self.returning, gone),
            accompanying=_between(self.accompanying, gone),
            origin=self.origin & ~gone,
            whole=self.whole or self,
            is_cut=True,
            _memory={},
        )

    def __repr__(self) -> str:
        return (
            f"<Network: {int(self.living.sum())} parts, {int(self.kept.sum())} links, "
            f"{len(self.forward)} forward arcs>"
        )


def leads_on(forward: Arcs, origin: Flags, rootless: Flags) -> Flags:
    """Return the parts that a surviving origin, or a loop that never had one, leads to."""
    seeds = origin.copy()
    if rootless.any():
        inside = rootless[forward.start] & rootless[forward.end]
        loop = ordered(len(origin), forward.start[inside], forward.end[inside]).loop
        seeds |= loop >= 0
    return reached(len(origin), forward.start, forward.end, seeds)


def _between(arcs: Arcs, gone: Flags) -> Arcs:
    taken: Arcs = arcs.taken(~(gone[arcs.start] | gone[arcs.end]))
    return taken
