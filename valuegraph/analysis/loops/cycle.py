"""One loop as people read it: its parts, links, polarity and gain, and how well it is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from valuegraph.analysis.loops.search import Loop
from valuegraph.analysis.networks.columns import NONE, Arcs
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.telling.standing import weakest_confidence, weakest_status
from valuegraph.analysis.telling.walk_words import Move, in_words
from valuegraph.problems import Bilingual


@dataclass(frozen=True)
class Cycle:
    """A loop that passes no part twice.

    Attributes:
        parts: ids of its parts, each once; the last leads back to the first.
        links: for each step the ids of its links: parallel ones of one kind and sign together.
        regenerates: whether it passes through a resource.
        polarity: ``+`` if it reinforces, ``-`` if it balances, ``mixed`` if that depends: the
            product of the signs of its links, where ``depletes`` is negative.
        status: the weakest status on it; empty if something says none and nothing is weaker
            than observed.
        confidence: the lowest confidence of its links; empty if one says none and none is
            lower than high.
        gain: the product of the strengths of its links; ``None`` if one is unknown.
        relative: its gain in proportion to those of all loops that are listed and can be reached
            from it and back, together 1; ``None`` if one of these gains is unknown.
    """

    parts: tuple[str, ...]
    links: tuple[tuple[str, ...], ...]
    regenerates: bool
    polarity: str
    status: str
    confidence: str
    gain: float | None
    words: Bilingual = field(repr=False)
    relative: float | None = None

    @property
    def length(self) -> int:
        """The number of its steps."""
        return len(self.parts)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {
            "length": self.length,
            "parts": list(self.parts),
            "links": [list(links) for links in self.links],
            "regenerates": self.regenerates,
            "polarity": self.polarity,
            "status": self.status,
            "confidence": self.confidence,
            "gain": self.gain,
            "relative": self.relative,
        }

    def to_text(self, language: str = "fr") -> str:
        """Return it in words: *« A » alimente « B », qui renouvelle « A »*."""
        return self.words.text(language)

    def __str__(self) -> str:
        return self.to_text()


COLUMNS = ("length", "parts", "links", "regenerates", "polarity", "status", "confidence", "gain",
            "relative")  # fmt: skip


def cycle_of(asked: Network, arcs: Arcs, loop: Loop) -> Cycle:
    """Return a loop as it is told."""
    links = [list(dict.fromkeys(arcs.link[list(step.arcs)].tolist())) for step in loop]
    known = [link for step in links for link in step if link != NONE]
    parts = [step.start for step in loop]
    strengths = [
        max(asked.links.strength[link] if link != NONE else math.nan for link in step)
        for step in links
    ]
    gain = math.prod(float(strength) for strength in strengths)
    statuses = [*asked.parts.status[parts].tolist(), *asked.links.status[known].tolist()]
    sign = math.prod(step.sign for step in loop)
    return Cycle(
        parts=tuple(asked.ids(parts)),
        links=tuple(tuple(asked.link_id(link) for link in step if link != NONE) for step in links),
        regenerates=any(asked.kind(part) == "resource" for part in parts),
        polarity={1: "+", -1: "-", 0: "mixed"}[sign],
        status=weakest_status(statuses),
        confidence=weakest_confidence(asked.links.confidence[known].tolist()),
        gain=None if math.isnan(gain) else gain,
        words=in_words(asked, loop[0].start, [Move(step.kind, step.end) for step in loop]),
    )


def relative_to_component(told: Sequence[Cycle], component: Sequence[int]) -> tuple[Cycle, ...]:
    """Return loops with their gain in proportion to the gains of all in their component."""
    total: dict[int, float] = {}
    for one, at in zip(told, component, strict=True):
        gain = math.nan if one.gain is None else one.gain
        total[at] = total.get(at, 0.0) + gain
    return tuple(
        one
        if math.isnan(total[at]) or one.gain is None
        else replace(one, relative=one.gain / total[at])
        for one, at in zip(told, component, strict=True)
    )
