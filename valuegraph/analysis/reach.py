"""Reach: what a part leads to, what leads to it, and what lies on the way between two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from valuegraph.analysis.network import Asked
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.networks.columns import NONE, PART_KINDS, Codes, Ints
from valuegraph.analysis.networks.order import Rows, spans
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.selection import selected_parts
from valuegraph.analysis.sharing.shared_walk import above_nothing
from valuegraph.analysis.telling.figures import listed
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.problems import Bilingual, Problem

_WALKED = ("resource", "support", "activity", "output", "impact", "margin")
_FAR = np.iinfo(np.int32).max // 2
_TEMPLATES = {
    (True, False): Bilingual("Depuis {start} on arrive à {count}",
                             "From {start} we come to {count}"),
    (False, True): Bilingual("Vers {end} mène un chemin depuis {count}",
                             "A way leads to {end} from {count}"),
    (True, True): Bilingual("Entre {start} et {end}, {count}",
                            "Between {start} and {end}, {count}"),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Reach(Result):
    """The parts that walks along forward links meet, the ends themselves left out.

    Walks may visit a part twice; what they reach is what routes reach.

    Attributes:
        start, end: codes of the parts asked about; empty if not asked about.
        parts: codes of what is met, as listed.
        from_start, to_end: for each of these, the least number of links from the start and to
            the end; -1 where that is not asked.
        links: codes of the links on the way; -1 for the chain's own rule.
        max_links: how many links a walk may have; ``None`` for any number.
    """

    name: ClassVar[str] = "reach"

    start: Codes
    end: Codes
    parts: Codes
    from_start: Codes
    to_end: Codes
    links: Codes
    max_links: int | None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of what is met, as listed."""
        return tuple(self.network.ids(self.parts))

    def link_ids(self) -> tuple[str, ...]:
        """Return the ids of the links on the way."""
        return tuple(self.network.link_id(link) for link in self.links[self.links != NONE])

    def columns(self) -> dict[str, Column]:
        """Return part, kind, and the least number of links from the start and to the end."""
        kinds = np.array(PART_KINDS, dtype=object)[self.network.parts.kind[self.parts]]
        found: dict[str, Column] = {"part": self.network.parts.id[self.parts], "kind": kinds}
        if len(self.start):
            found["from_start"] = self.from_start
        if len(self.end):
            found["to_end"] = self.to_end
        return found

    def details(self) -> dict[str, Any]:
        """Return what was asked, and the links on the way."""
        return {
            "start": self.network.ids(self.start),
            "end": self.network.ids(self.end),
            "max_links": self.max_links,
            "links": list(self.link_ids()),
        }

    def sentences(self, language: str) -> list[str]:
        """Return how many parts of which kind are met, and the impacts and resources."""
        start, end = (
            listed([self.network.name(part).text(language) for part in ends[:3]], language)
            for ends in (self.start, self.end)
        )
        template = _TEMPLATES[bool(len(self.start)), bool(len(self.end))].text(language)
        told = template.format(count=_count(len(self.parts), language), start=start, end=end)
        kinds = [
            (kind, self.parts[self.network.parts.kind[self.parts] == code])
            for code, kind in enumerate(PART_KINDS)
        ]
        colon = Bilingual(" : ", ": ").text(language)
        pieces = [
            PART_KIND_WORDS[kind].text(language)
            + colon
            + listed([self.network.name(part).text(language) for part in parts[:8]], language)
            + (f" (+ {len(parts) - 8})" if len(parts) > 8 else "")
            for kind, parts in kinds
            if len(parts)
        ]
        return [
            f"{told}{colon}{Bilingual(' ; ', '; ').text(language).join(pieces)}."
            if pieces
            else f"{told}."
        ]


def reach(
    chain: Asked,
    *,
    start: object = None,
    end: object = None,
    max_links: int | None = None,
    status: str | Iterable[str] | None = None,
) -> Reach:
    """Return what a part leads to (``start``), what leads to it (``end``), or what is between.

    Args:
        chain: a chain, or its network.
        start: where walks along forward links begin: a part, an id, a kind, or several.
        end: where they end.
        max_links: how many links a walk has at most.
        status: statuses to keep; all but refuted by default.

    Returns:
        The parts met and the links walked, each with a walk of at most ``max_links`` links
        through it. Return links and supports are not walked; hindering links are.

    Raises:
        UnknownPartError: ``start`` or ``end`` names nothing.
        ChainError: they name the same parts, or a kind that no walk meets.
        OptionError: neither is given.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> garden = chain.add_activity("Gardening", uses=[chain.add_resource("Soil")])
        >>> bonds = chain.add_impact("Bonds", of=[garden])
        >>> reach(chain, start="soil").ids()
        ('gardening', 'bonds')
    """
    above_nothing("max_links", max_links)
    network = network_of(chain, status=status)
    if start is None and end is None:
        raise OptionError(Problem("VG557"), language=network.language)
    begins, finishes = (
        np.zeros(0, dtype=np.int32)
        if reference is None
        else selected_parts(network, reference, option=option, kinds=_WALKED)
        for reference, option in ((start, "start"), (end, "end"))
    )
    if np.array_equal(begins, finishes):
        values = {"start": network.name(int(begins[0]))}
        raise ChainError(Problem("VG556", values=values), language=network.language)
    arcs, most = network.forward, _FAR - 1 if max_links is None else max_links
    none = np.zeros(network.count, dtype=np.int32)
    ahead = none if start is None else _distances(network, network.leaving, arcs.end, begins)
    behind = none if end is None else _distances(network, network.entering, arcs.start, finishes)
    ends = network.flag(begins) | network.flag(finishes)
    parts = np.flatnonzero((ahead + behind <= most) & ~ends)
    walked = ahead[arcs.start] + 1 + behind[arcs.end] <= most
    links = np.unique(arcs.link[walked])
    return Reach(
        network, "", begins, finishes, parts.astype(np.int32),
        _told(ahead[parts], start is not None), _told(behind[parts], end is not None),
        links, max_links,
    )  # fmt: skip


def _count(parts: int, language: str) -> str:
    one, several = Bilingual("partie", "part"), Bilingual("parties", "parts")
    return f"{parts} {(one if parts == 1 else several).text(language)}"


def _told(distances: Ints, asked: bool) -> Codes:
    return np.asarray(distances if asked else np.full(len(distances), NONE), dtype=np.int32)


def _distances(network: Network, rows: Rows, heads: Codes, begins: Codes) -> Codes:
    """Return for each part the least number of links to it; more than any number if none leads."""
    distance = np.full(network.count, _FAR, dtype=np.int32)
    lines = Rows(rows.first, heads[rows.entry])
    front, steps = begins, 0
    while len(front):
        distance[front] = steps
        met = np.unique(spans(lines, front))
        front = met[distance[met] == _FAR]
        steps += 1
    return distance
