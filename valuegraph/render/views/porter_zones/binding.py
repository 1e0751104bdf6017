"""How a support activity binds: to the whole chain, or to single activities with a text each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity, SupportActivity
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Status
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.words import say


@dataclass(frozen=True, slots=True)
class Binding:
    """What a support activity serves, and who carries it.

    Attributes:
        whole: whether it serves the whole chain, or none of its activities by name.
        cells: activity -> the text of its cell, which may be empty.
        carriers: the names of those who carry it.
    """

    whole: bool
    cells: Mapping[str, str]
    carriers: tuple[str, ...]

    def told(
        self, part: SupportActivity, activities: Sequence[PrimaryActivity], language: str
    ) -> str:
        """Return the row in words: what it is, what it does, what it does for each activity."""
        lines = [part.text("description", language), *part.texts("actions", language)]
        for activity in activities:
            if activity.id in self.cells:
                name, text = activity.label(language), self.cells[activity.id]
                lines.append(say("told of", language, what=name, text=text) if text else name)
        return "\n".join(line for line in lines if line)


def binding(content: Content, part: SupportActivity, language: str) -> Binding:
    """Return how ``part`` binds to the activities of its chain; refuted links apart."""
    chain = content.chain
    cells: dict[str, list[str]] = {}
    for link in chain.outgoing(part, "supports"):
        if link.end != WHOLE_CHAIN and link.status is not Status.REFUTED:
            cells.setdefault(link.end, []).append(link.text("label", language))
    texts = {end: "; ".join(text for text in labels if text) for end, labels in cells.items()}
    carrying = {
        link.start for link in chain.incoming(part, "carries") if link.status is not Status.REFUTED
    }
    carriers = tuple(actor.label(language) for actor in chain.actors if actor.id in carrying)
    return Binding(not texts, texts, carriers)
