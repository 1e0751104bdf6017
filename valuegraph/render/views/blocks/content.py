"""What the extended view shows of a chain, zone by zone, read from it once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from valuegraph.model.activity import PrimaryActivity, SupportActivity
from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Output
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.model.resource import Resource
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import CircuitLook, HasStatus, circuit_looks
from valuegraph.render.views.blocks.entries import Cell, cells_of
from valuegraph.render.views.blocks.results import Results, results_of
from valuegraph.render.words import say

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Serving:
    """What is said of a support activity: who carries it, what it does, which ones it serves.

    ``lines`` are its actions, then the texts of its cells. ``served`` names the other activities
    it serves; it is empty for one that serves all.
    """

    carriers: str
    lines: tuple[str, ...]
    served: str

    @property
    def told(self) -> tuple[str, ...]:
        """All lines, the last one saying which activities it serves."""
        return (*self.lines, self.served) if self.served else self.lines


@dataclass(frozen=True, slots=True)
class Content:
    """The parts that one sheet shows, and what is said of each.

    Attributes:
        chain: the chain.
        resources, support, activities, circuits, results, actors: the parts of each zone.
        invested: activity -> the resources that feed it.
        outputs: activity -> what it produces.
        cells: activity and circuit -> the cell.
        serving: support activity -> how it serves.
        renewed: the resources that impacts or activities renew.
    """

    chain: ValueChain
    resources: tuple[Resource, ...]
    support: tuple[SupportActivity, ...]
    activities: tuple[PrimaryActivity, ...]
    circuits: tuple[CircuitLook, ...]
    results: Results
    actors: tuple[Actor, ...]
    invested: Mapping[str, tuple[Resource, ...]]
    outputs: Mapping[str, tuple[Output, ...]]
    cells: Mapping[tuple[str, str], Cell]
    serving: Mapping[str, Serving]
    renewed: frozenset[str]

    def shown_cells(self) -> tuple[Cell, ...]:
        """Return the cells of the table, activity by activity."""
        return tuple(
            self.cells[activity.id, look.code]
            for activity in self.activities
            for look in self.circuits
        )

    def marked(self) -> tuple[HasStatus, ...]:
        """Return all that is drawn with its status."""
        entries = (entry for cell in self.shown_cells() for entry in cell.entries)
        return (
            *self.resources,
            *self.support,
            *self.activities,
            *entries,
            *self.results,
            *self.actors,
        )

    def unplaced(self) -> tuple[Part, ...]:
        """Return the outputs that no activity produces: the annex names them."""
        placed = {output.id for outputs in self.outputs.values() for output in outputs}
        return tuple(output for output in self.chain.outputs if output.id not in placed)

    def left_out(self) -> tuple[Part, ...]:
        """Return the modalities for which their cells have no room: the annex names them."""
        return tuple(part for cell in self.shown_cells() for part in cell.left_out)


def content_of(chain: ValueChain, options: ViewOptions) -> Content:
    """Return all that the extended view shows of a chain."""
    looks = tuple(circuit_looks(chain, options).values())
    activities, resources = chain.activities, chain.resources
    return Content(
        chain,
        resources,
        chain.support,
        activities,
        looks,
        results_of(chain),
        chain.actors,
        {part.id: _joined(chain, part, "feeds", resources) for part in activities},
        {part.id: _joined(chain, part, "produces", chain.outputs) for part in activities},
        cells_of(chain, looks, options),
        {part.id: _serving(chain, part, options.language) for part in chain.support},
        frozenset(
            link.end
            for link in chain.links
            if link.kind == "regenerates" and link.status is not Status.REFUTED
        ),
    )


def _joined(
    chain: ValueChain, activity: PrimaryActivity, kind: str, among: tuple[P, ...]
) -> tuple[P, ...]:
    """Return the parts that links of a kind join to an activity, in their order of listing."""
    links = (*chain.incoming(activity, kind), *chain.outgoing(activity, kind))
    ends = {
        end for link in links if link.status is not Status.REFUTED for end in (link.start, link.end)
    }
    return tuple(part for part in among if part.id in ends)


def _serving(chain: ValueChain, part: SupportActivity, language: str) -> Serving:
    carriers = [chain.find(link.start) for link in chain.incoming(part, "carries")]
    names = dict.fromkeys(actor.label(language) for actor in carriers if isinstance(actor, Part))
    links = [link for link in chain.outgoing(part, "supports") if link.status is not Status.REFUTED]
    named = {link.end for link in links}
    whole = chain.about.id in named or named >= {each.id for each in chain.activities}
    lines, served = list(part.texts("actions", language)), []
    for activity in chain.activities:
        label = activity.label(language)
        cells = [link.text("label", language) for link in links if link.end == activity.id]
        texts = [text for text in cells if not is_blank(text)]
        lines += [say("told of", language, what=label, text=text) for text in texts]
        if cells and not texts:
            served.append(label)
    names_told = "" if whole or not served else say("serves", language, names=", ".join(served))
    shown = tuple(line for line in lines if not is_blank(line))
    return Serving(", ".join(names), shown, names_told)
