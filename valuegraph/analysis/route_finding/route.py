"""One route as people read it: its parts, links, circuits, actors, and how well it is known."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.networks.columns import NONE, SIGN
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.route_finding.search import Walk
from valuegraph.analysis.route_finding.ways import Ways
from valuegraph.analysis.telling.standing import weakest_confidence, weakest_status
from valuegraph.analysis.telling.walk_words import Move, in_words
from valuegraph.problems import Bilingual


@dataclass(frozen=True)
class Route:
    """A sequence of links that visits no part twice.

    Attributes:
        parts: ids of the parts, from start to end.
        links: for each step the ids of its links: one, or, where routes are folded, all that
            run between the two parts; the chain's own rule has no id.
        modalities: ids of the modalities crossed, in order.
        circuits: codes of the circuits crossed, in order, each once.
        actors: ids of those who provide, carry, fund, govern or take part in its parts, or are
            the other party of its modalities; sorted as listed.
        status: the weakest status on it; empty if something says none and nothing is weaker
            than observed.
        confidence: the lowest confidence of its links; empty if one says none and none is
            lower than high.
        strength: the product of the strengths of its links, of folded ones the strongest;
            ``None`` if one is unknown.
        hindered_by: ids of its links that hinder.
        merged: how many routes it stands for: one, unless routes are folded.
    """

    parts: tuple[str, ...]
    links: tuple[tuple[str, ...], ...]
    modalities: tuple[str, ...]
    circuits: tuple[str, ...]
    actors: tuple[str, ...]
    status: str
    confidence: str
    strength: float | None
    hindered_by: tuple[str, ...]
    merged: int
    words: Bilingual = field(repr=False)

    @property
    def start(self) -> str:
        """The id of the part it starts at."""
        return self.parts[0]

    @property
    def end(self) -> str:
        """The id of the part it ends at."""
        return self.parts[-1]

    @property
    def length(self) -> int:
        """The number of its steps."""
        return len(self.links)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {
            "start": self.start,
            "end": self.end,
            "length": self.length,
            "parts": list(self.parts),
            "links": [list(links) for links in self.links],
            "modalities": list(self.modalities),
            "circuits": list(self.circuits),
            "actors": list(self.actors),
            "status": self.status,
            "confidence": self.confidence,
            "strength": self.strength,
            "hindered_by": list(self.hindered_by),
            "merged": self.merged,
        }

    def to_text(self, language: str = "fr") -> str:
        """Return it in words: *« A » alimente « B », qui contribue à « C »*."""
        return self.words.text(language)

    def __str__(self) -> str:
        return self.to_text()


COLUMNS = ("start", "end", "length", "parts", "links", "modalities", "circuits", "actors",
           "status", "confidence", "strength", "hindered_by", "merged")  # fmt: skip
"""What a table tells of each route."""


def told(ways: Ways, walk: Walk) -> Route:
    """Return a route given by codes as people read it."""
    network = ways.network
    forward, links = network.forward, network.links
    steps = list(walk.steps)
    by_step = [ways.arcs_of(step).tolist() for step in steps]
    arcs = list(chain.from_iterable(by_step))
    parts = [walk.start, *ways.head[steps].tolist()]
    cells = _each_once(forward.cell[arcs].tolist())
    circuits = _each_once(forward.circuit[arcs].tolist())
    flat = forward.link[arcs].tolist()
    after = iter(flat)
    link_codes = [_each_once(islice(after, len(step))) for step in by_step]
    flat = _each_once(flat)
    statuses = [*network.parts.status[[*parts, *cells]].tolist(), *links.status[flat].tolist()]
    first = [step[0] for step in by_step]
    kinds, ends = forward.kind[first].tolist(), forward.end[first].tolist()
    moves = [Move(*move) for move in zip(kinds, ends, strict=True)]
    return Route(
        parts=tuple(network.ids(parts)),
        links=tuple(tuple(network.link_id(link) for link in codes) for codes in link_codes),
        modalities=tuple(network.ids(cells)),
        circuits=tuple(network.circuits[circuit] for circuit in circuits),
        actors=tuple(network.ids(_actors(network, [*parts, *cells]))),
        status=weakest_status(statuses),
        confidence=weakest_confidence(links.confidence[flat].tolist()),
        strength=_strength(ways, walk),
        hindered_by=tuple(network.link_id(link) for link in flat if links.sign[link] == SIGN["-"]),
        merged=math.prod(len(step) for step in by_step),
        words=in_words(network, walk.start, moves),
    )


def _each_once(codes: Iterable[int]) -> list[int]:
    return [code for code in dict.fromkeys(codes) if code != NONE]


def _actors(network: Network, parts: list[int]) -> list[int]:
    acting = actors_of_parts(network)
    return sorted({actor for part in parts for actor in acting.get(part, ())})


def _strength(ways: Ways, walk: Walk) -> float | None:
    strength = math.prod(ways.strengths[list(walk.steps)].tolist())
    return None if math.isnan(strength) else strength
