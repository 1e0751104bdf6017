"""What is lit in a drawing, what is taken away, and the words written at single parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Mood = Literal["lit", "plain", "calm", "gone"]
"""How a thing is drawn: it stands out, as ever, calmed, or struck out."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What a drawing is to draw attention to, by the ids of parts and links.

    Attributes:
        lit: parts, modalities, links and circuits that stand out.
        plain: those that keep their colours, such as the cells of a lit activity.
        gone: those that are taken away or stop.
        steps: the parts of one route in their order, to be numbered.
        tags: words to write at single parts.
        named: what was asked for itself: the caption tells of it if the view does not show it.
        calms: whether all that is not named is calmed.
        told: the sentence of the caption.
    """

    lit: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    steps: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    calms: bool = True
    told: str = ""

    def mood(self, ref: str) -> Mood:
        """Return how the thing with this id is drawn."""
        if ref in self.gone:
            return "gone"
        if ref in self.lit:
            return "lit"
        return "plain" if ref in self.plain or not self.calms else "calm"
