"""What the rules look up in a chain, gathered once: refuted parts and links are left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from valuegraph.analysis.rules.reachability import Following, following
from valuegraph.analysis.wording import Item, Wording
from valuegraph.model.activity import Modality, PrimaryActivity, SupportActivity, Way
from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator, Observation
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.impact import Impact
from valuegraph.model.link import LINK_KINDS, Flow, Link
from valuegraph.model.part import Part, Status
from valuegraph.model.resource import Resource
from valuegraph.model.routing import Arc, arcs

P = TypeVar("P", bound=Part)

_KINDS = ("actor", "resource", "support", "activity", "modality", "output", "impact", "margin",
          "circuit", "question", "criterion", "indicator")  # fmt: skip
_LINK_ORDER = {kind: number for number, kind in enumerate(LINK_KINDS)}
_IN_DOUBT = frozenset({Status.HYPOTHESIS, Status.DISPUTED})


class Survey:
    """A chain as the rules read it, in an order that the order of building does not change.

    Args:
        chain: the chain; it must not change meanwhile.

    Attributes:
        chain: the chain itself.
        wording: how its parts and links are named.
        items: every part by its id, refuted ones included.
        rank: the place of every part: by kind, then as listed.
    """

    def __init__(self, chain: ValueChain) -> None:
        self.chain = chain
        self.wording = Wording(chain)
        self.items = {part.id: part for part in chain.parts()}
        self.rank = _ranks(self.items.values())

    # ---- parts

    def living(self, parts: Iterable[P]) -> tuple[P, ...]:
        """Return the parts that are not refuted; a cell falls with its activity."""
        kept = [part for part in parts if part.id not in self._fallen]
        return tuple(sorted(kept, key=lambda part: self.rank[part.id]))

    def is_living(self, part_id: str) -> bool:
        """Tell whether a part of the chain is there and not refuted."""
        return part_id in self.items and part_id not in self._fallen

    @cached_property
    def _fallen(self) -> frozenset[str]:
        """The ids of refuted parts and links, and of the cells of refuted activities."""
        items: list[Item] = [*self.items.values(), *self.chain.links]
        refuted = {item.id for item in items if item.status is Status.REFUTED}
        cells = {cell.id for cell in self.chain.modalities if cell.activity in refuted}
        return frozenset(refuted | cells)

    @cached_property
    def activities(self) -> tuple[PrimaryActivity, ...]:
        """The primary activities."""
        return self.living(self.chain.activities)

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """The resources."""
        return self.living(self.chain.resources)

    @cached_property
    def support(self) -> tuple[SupportActivity, ...]:
        """The support activities."""
        return self.living(self.chain.support)

    @cached_property
    def impacts(self) -> tuple[Impact, ...]:
        """The social impacts."""
        return self.living(self.chain.impacts)

    @cached_property
    def results(self) -> tuple[Part, ...]:
        """What a chain ends in: impacts and margin."""
        return (*self.impacts, *self.living(self.chain.margin))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The stakeholders."""
        return self.living(self.chain.actors)

    @cached_property
    def cells(self) -> tuple[Modality, ...]:
        """The cells of the table activity x circuit."""
        return self.living(self.chain.modalities)

    def activities_with_cells(self, way: Way) -> frozenset[str]:
        """Return the ids of the activities that receive, or give, by a cell."""
        return frozenset(cell.activity for cell in self.cells if cell.way is way)

    # ---- links

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that are not refuted, and whose ends are not."""
        kept = [
            link
            for link in self.chain.links
            if self._fallen.isdisjoint((link.id, link.start, link.end))
        ]
        return tuple(sorted(kept, key=self._link_key))

    def _link_key(self, link: Link) -> tuple[int, int, int, str]:
        return (self.rank[link.start], _LINK_ORDER[link.kind], self.rank[link.end], link.id)

    @property
    def is_linked(self) -> bool:
        """Whether any link was drawn, other than the support of the whole chain."""
        return any(link.end != WHOLE_CHAIN for link in self.links)

    def of_kinds(self, *kinds: str) -> tuple[Link, ...]:
        """Return the links of these kinds."""
        return tuple(link for link in self.links if link.kind in kinds)

    def starts(self, *kinds: str) -> frozenset[str]:
        """Return the ids of the parts where links of these kinds start."""
        return frozenset(link.start for link in self.of_kinds(*kinds))

    def ends(self, *kinds: str) -> frozenset[str]:
        """Return the ids of the parts where links of these kinds end."""
        return frozenset(link.end for link in self.of_kinds(*kinds))

    # ---- arcs

    @cached_property
    def arcs(self) -> tuple[Arc, ...]:
        """The compiled arcs; one falls with its link or an end, never with a refuted cell.

        Refuted cells are as if they had never been written: links run by the others, or
        directly.
        """
        found = arcs(self.chain, without=self._fallen)
        kept = [arc for arc in found if self._fallen.isdisjoint((arc.link, arc.start, arc.end))]
        return tuple(sorted(kept, key=self._arc_key))

    def _arc_key(self, arc: Arc) -> tuple[int, int, int]:
        return (self.rank[arc.start], _LINK_ORDER[arc.kind], self.rank[arc.end])

    def flowing(self, *flows: Flow, without: Iterable[str] = ()) -> list[Arc]:
        """Return the arcs of these flows, leaving out some kinds of link."""
        left_out = frozenset(without)
        return [
            arc
            for arc in self.arcs
            if LINK_KINDS[arc.kind].flow in flows and arc.kind not in left_out
        ]

    @cached_property
    def forward(self) -> Following:
        """The forward arcs by the part they leave."""
        return following(self.flowing(Flow.FORWARD))

    def is_in_doubt(self, arc: Arc) -> bool:
        """Tell whether an arc, an end of it or its cell is a hypothesis or disputed."""
        met = (arc.link, arc.start, arc.end, arc.leaves_by, arc.enters_by)
        return not self._doubtful.isdisjoint(met)

    @cached_property
    def _doubtful(self) -> frozenset[str]:
        items: list[Item] = [*self.items.values(), *self.chain.links]
        return frozenset(item.id for item in items if item.status in _IN_DOUBT)

    # ---- evaluation

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators."""
        return self.living(self.chain.indicators)

    @cached_property
    def observations(self) -> dict[str, list[Observation]]:
        """The observations of each indicator, in the order in which they were noted."""
        found: dict[str, list[Observation]] = {}
        for seen in self.chain.observations:
            found.setdefault(seen.indicator, []).append(seen)
        return found


def _ranks(parts: Iterable[Part]) -> dict[str, int]:
    """Return the place of each part; cells stand by activity, way, circuit and id."""
    place: dict[str, int] = {}
    listed = sorted(parts, key=lambda part: _KINDS.index(part.kind))
    others = [part for part in listed if not isinstance(part, Modality)]
    for part in others:
        place[part.id] = len(place)
    cells = [part for part in listed if isinstance(part, Modality)]
    cells.sort(key=lambda cell: (place[cell.activity], cell.way, cell.circuit, cell.id))
    for cell in cells:
        place[cell.id] = len(place)
    place[WHOLE_CHAIN] = len(place)
    return place
