"""Solidity: how little must be lost for an impact to be cut from what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any, ClassVar

import numpy as np

from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import CONFIDENCES, NONE, STATUSES, Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.dominators import dominating, dominators
from valuegraph.analysis.removals.smallest_cuts import (
    Lines,
    cut_of_links,
    cut_of_parts,
    cut_of_sources,
    lines_of,
)
from valuegraph.analysis.result import Result
from valuegraph.analysis.route_finding.ways import asked_ends, between
from valuegraph.analysis.telling.figures import some
from valuegraph.analysis.telling.standing import CONFIDENCE_RANK, STATUS_RANK
from valuegraph.problems import Bilingual, Problem

__all__ = ["Solidity", "Standing", "solidity"]


@dataclass(frozen=True)
class Standing:
    """What an end rests on.

    Attributes:
        end: the id of the part.
        links, parts, sources: ids of the fewest links, ids of the fewest parts and names of
            the fewest sources of evidence whose loss cuts it from its starts; ``None`` where
            no loss of that kind does.
        single_parts, single_links: ids of what every route passes: losing one is enough.
        without_evidence: ids of the links on its routes that have no evidence.
        weakest_link: the id of the weakest link on the best-evidenced route.
        weakest_status, weakest_confidence, weakest_sources: how that link is known.
        best_route: ids of the parts of that route.
    """

    end: str
    links: tuple[str, ...] | None
    parts: tuple[str, ...] | None
    sources: tuple[str, ...] | None
    single_parts: tuple[str, ...]
    single_links: tuple[str, ...]
    without_evidence: tuple[str, ...]
    weakest_link: str
    weakest_status: str
    weakest_confidence: str
    weakest_sources: int
    best_route: tuple[str, ...]
    _code: int = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        told: dict[str, Any] = {"end": self.end}
        for name in ("links", "parts", "sources"):
            cut = getattr(self, name)
            told[f"{name}_count"] = None if cut is None else len(cut)
            told[name] = None if cut is None else list(cut)
        for name in ("single_parts", "single_links", "without_evidence", "best_route"):
            told[name] = list(getattr(self, name))
        for name in ("link", "status", "confidence", "sources"):
            told[f"weakest_{name}"] = getattr(self, f"weakest_{name}")
        return told


@dataclass(frozen=True, eq=False)
class Solidity(Result):
    """What each end rests on; ends that nothing leads to have no row.

    Attributes:
        standings: one for each end.
    """

    name: ClassVar[str] = "solidity"

    standings: tuple[Standing, ...]
    _unreached: tuple[int, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.standings)

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.standings)

    def __getitem__(self, end: str) -> Standing:
        return {standing.end: standing for standing in self.standings}[end]

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row an end."""
        rows = [standing.to_dict() for standing in self.standings]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def own_limits(self) -> Iterable[Problem]:
        """Return ends without a route, and links without evidence."""
        if self._unreached:
            names = [self.network.name(part) for part in self._unreached]
            yield Problem("VG521", values={"parts": some(names)})
        bare = {link for standing in self.standings for link in standing.without_evidence}
        if bare:
            yield Problem("VG532", values={"count": len(bare), "ids": sorted(bare)})

    def sentences(self, language: str) -> list[str]:
        """Return for each end how many losses cut it, and its single points of failure."""
        return [_told(self.network, standing).text(language) for standing in self.standings]


_COLUMNS = tuple(Standing("", (), (), (), (), (), (), "", "", "", 0, (), 0).to_dict())


def _told(asked: Network, standing: Standing) -> Bilingual:
    name = asked.name(standing._code)
    french, english = [], []
    for cut, one_fr, many_fr, one_en, many_en in (
        (standing.links, "un lien", "liens", "one link", "links"),
        (standing.parts, "une partie", "parties", "one part", "parts"),
    ):
        if cut is not None:
            french.append(one_fr if len(cut) == 1 else f"{len(cut)} {many_fr}")
            english.append(one_en if len(cut) == 1 else f"{len(cut)} {many_en}")
    told_fr = f"{name.fr} : il suffit de perdre {' ou '.join(french)} pour que plus rien n’y mène"
    told_en = f"{name.en}: losing {' or '.join(english)} is enough for nothing to lead to it"
    if not french:
        told_fr, told_en = f"{name.fr} : rien ne l’isole", f"{name.en}: nothing cuts it off"
    if standing.single_parts:
        codes = [asked.source.find(part).code for part in standing.single_parts]
        points = some([asked.name(code) for code in codes])
        told_fr += f" ; tous les chemins passent par {points.fr}"
        told_en += f"; all routes pass {points.en}"
    return Bilingual(f"{told_fr}.", f"{told_en}.")


def solidity(
    chain: Asked,
    *,
    start: object = None,
    end: object = None,
    status: str | Iterable[str] | None = None,
) -> Solidity:
    """Return how little must be lost for impacts to be cut from their origins.

    Args:
        chain: a chain or a network.
        start: what ends rest on; the origins by default. Origins are among the parts that can
            be lost; parts asked for are not.
        end: the parts asked about; impacts and margin by default.
        status: the statuses to keep; all but refuted by default.

    Raises:
        UnknownPartError: nothing answers to a start or an end.
        ChainError: no route can start or end there.
    """
    asked = network(chain, status=status)
    starts, ends = asked_ends(asked, start, end)
    known = _Known(asked)
    found, unreached = [], []
    for code in ends[asked.living[ends]].tolist():
        ways = between(asked, starts[starts != code], np.array([code], dtype=np.int32))
        if len(ways):
            lines = lines_of(ways)
            found.append(_standing(known, lines, ways.starts, code, start is None))
        else:
            unreached.append(code)
    return Solidity(asked, "", tuple(found), tuple(unreached))


class _Known:
    """How well each link is known, looked up once for all ends.

    Args:
        asked: the network.
    """

    def __init__(self, asked: Network) -> None:
        self.asked = asked
        self.sources = {link: names for link in range(len(asked.links))
                        if (names := _sources(asked, link))}  # fmt: skip
        status = np.array(STATUS_RANK)[asked.links.status]
        confidence = np.array(CONFIDENCE_RANK)[asked.links.confidence]
        count = np.zeros(len(asked.links), dtype=np.int64)
        count[list(self.sources)] = [len(names) for names in self.sources.values()]
        levels = status * len(CONFIDENCES) + confidence
        self.rank = levels * (int(count.max(initial=0)) + 1) + count
        """By status, then by confidence, then by the number of sources: the more, the better."""


def _standing(known: _Known, lines: Lines, starts: Codes, end: int, starts_fall: bool) -> Standing:
    asked, sources = known.asked, known.sources
    links = cut_of_links(lines, starts, end)
    parts = cut_of_parts(lines, starts, end, starts_fall=starts_fall)
    fallen = cut_of_sources(lines, starts, end, sources)
    single = _single_points(asked, lines, starts, end)
    route, weakest = _best_evidenced(known, lines, starts, end)
    fixed = set() if starts_fall else set(starts.tolist())
    bare = [link for link in lines.link[lines.real].tolist() if link not in sources]
    return Standing(
        end=asked.id(end),
        links=None if links is None else tuple(asked.link_id(int(link)) for link in links.items),
        parts=None if parts is None else tuple(asked.ids(int(part) for part in parts.items)),
        sources=None if fallen is None else tuple(str(name) for name in fallen.items),
        single_parts=tuple(asked.ids(at for at in single if at < asked.count and at not in fixed)),
        single_links=tuple(asked.link_id(at - asked.count) for at in single if at >= asked.count),
        without_evidence=tuple(map(asked.link_id, bare)),
        weakest_link=asked.link_id(weakest),
        weakest_status=STATUSES[asked.links.status[weakest]] if weakest != NONE else "",
        weakest_confidence=CONFIDENCES[asked.links.confidence[weakest]] if weakest != NONE else "",
        weakest_sources=len(sources.get(weakest, ())),
        best_route=tuple(asked.ids(route)),
        _code=end,
    )


def _sources(asked: Network, link: int) -> list[str]:
    """Return the sources of a link's evidence: where it is from, else who says so."""
    described = asked.source.link(link)
    told = described.evidence if described is not None else ()
    named = (one.source or one.who or one.quote for one in told)
    return sorted({name for name in named if name})


def _single_points(asked: Network, lines: Lines, starts: Codes, end: int) -> list[int]:
    """Return the parts (their codes) and links (theirs, behind all parts) that all routes pass."""
    count = asked.count
    root = count + len(asked.links)
    by = np.where(lines.real, lines.link + count, lines.end).astype(np.int32)
    tree = dominators(
        root + 1,
        root,
        np.concatenate((np.full(len(starts), root, np.int32), lines.start, by[lines.real])),
        np.concatenate((starts, by, lines.end[lines.real])),
    )
    return dominating(tree, end)


def _best_evidenced(known: _Known, lines: Lines, starts: Codes, end: int) -> tuple[list[int], int]:
    """Return the route whose weakest link is known best, and that link."""
    best = int(known.rank.max(initial=0)) + 1
    rank = np.where(lines.real, np.append(known.rank, best)[lines.link], best)
    leaving: dict[int, list[tuple[int, int, int]]] = {}
    columns = (lines.start, lines.end, lines.link, best - rank)
    for start, after, link, own in zip(*(column.tolist() for column in columns), strict=True):
        leaving.setdefault(start, []).append((after, link, own))
    heap = [(0, 0, at, NONE, (at,)) for at in starts.tolist()]
    done: set[int] = set()
    while heap:
        weakness, length, at, weakest, route = heappop(heap)
        if at == end:
            return list(route), weakest
        if at in done:
            continue
        done.add(at)
        for after, link, own in leaving.get(at, ()):
            if after not in done:
                worse = own > weakness or (weakest == NONE and link != NONE)
                heappush(heap, (
                    max(own, weakness), length + 1, after, link if worse else weakest,
                    (*route, after),
                ))  # fmt: skip
    raise AssertionError("every end asked about has a route")
