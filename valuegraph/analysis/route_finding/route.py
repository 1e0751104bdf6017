"""One route as people read it: its parts, links, circuits, actors, and how well it is known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.networks.columns import NONE, SIGN
from valuegraph.analysis.networks.order import Rows, spans
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
    return all_told(ways, (walk,))[0]


def all_told(ways: Ways, walks: Sequence[Walk]) -> tuple[Route, ...]:
    """Return routes given by codes as people read them.

    What they are made of is taken from the columns once for all: of a short route, each look
    into a column would cost as much as the rest.
    """
    network, forward, links = ways.network, ways.network.forward, ways.network.links
    steps = np.array([step for walk in walks for step in walk.steps], dtype=np.int64)
    starts = np.array([walk.start for walk in walks], dtype=np.int64)
    arcs = spans(Rows(ways.first, ways.arc), steps)
    head, link, cell = ways.head[steps], forward.link[arcs], forward.cell[arcs]
    many = ways.first[steps + 1] - ways.first[steps]
    of_step = _rows(head, forward.kind[ways.arc[ways.first[steps]]], ways.strengths[steps], many)
    of_arc = _rows(link, cell, forward.circuit[arcs])
    parts = np.unique(np.concatenate((starts, head, cell[cell != NONE])))
    part_status = dict(_rows(parts, network.parts.status[parts]))
    codes = np.unique(link[link != NONE])
    known = {
        code: (network.link_id(code), status, confidence, sign == SIGN["-"])
        for code, status, confidence, sign in _rows(
            codes, links.status[codes], links.confidence[codes], links.sign[codes]
        )
    }
    part_id = dict(zip(parts.tolist(), network.ids(parts), strict=True))
    acting = actors_of_parts(network)

    def route(walk: Walk) -> Route:
        heads, kinds, strengths, numbers = zip(*islice(of_step, len(walk.steps)), strict=True)
        merged = math.prod(numbers)
        flat, crossed, circuits = zip(*islice(of_arc, sum(numbers)), strict=True)
        after = iter(flat)
        by_step = [_each_once(islice(after, number)) for number in numbers]
        cells, told_links = _each_once(crossed), [known[code] for step in by_step for code in step]
        passed = [walk.start, *heads, *cells]
        strength = math.prod(strengths)
        statuses = [part_status[part] for part in passed]
        return Route(
            parts=tuple([part_id[part] for part in (walk.start, *heads)]),
            links=tuple([tuple([known[code][0] for code in step]) for step in by_step]),
            modalities=tuple([part_id[part] for part in cells]),
            circuits=tuple([network.circuits[circuit] for circuit in _each_once(circuits)]),
            actors=tuple(network.ids(_actors(acting, passed))),
            status=weakest_status([*statuses, *[status for _, status, _, _ in told_links]]),
            confidence=weakest_confidence([level for _, _, level, _ in told_links]),
            strength=None if math.isnan(strength) else strength,
            hindered_by=tuple([name for name, _, _, hinders in told_links if hinders]),
            merged=merged,
            words=in_words(network, walk.start, list(map(Move, kinds, heads))),
        )

    return tuple(map(route, walks))


def _rows(*columns: npt.NDArray[Any]) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.tolist() for column in columns), strict=True)


def _each_once(codes: Iterable[int]) -> list[int]:
    return [code for code in dict.fromkeys(codes) if code != NONE]


def _actors(acting: Mapping[int, Sequence[int]], parts: Iterable[int]) -> list[int]:
    return sorted({actor for part in parts for actor in acting.get(part, ())})
