"""Evidence: how well each route is known, which is how well its weakest step is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from valuegraph.analysis.budget import TimeBudget
from valuegraph.analysis.evaluating.evidence_levels import (
    LEVEL_WORDS,
    LEVELS,
    levels_of_arcs,
    levels_of_links,
    levels_of_parts,
)
from valuegraph.analysis.evaluating.framework import framework_of
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import NONE, STATUSES, Small
from valuegraph.analysis.result import Result
from valuegraph.analysis.route_finding import counting
from valuegraph.analysis.route_finding.limits import how_many
from valuegraph.analysis.route_finding.search import Walk
from valuegraph.analysis.routes import Route, Routes, routes
from valuegraph.analysis.telling.figures import listed
from valuegraph.problems import Bilingual, Problem

__all__ = ["KnownRoute", "RouteEvidence", "evidence"]

_EVERY_STATUS = tuple(status for status in STATUSES if status)


@dataclass(frozen=True)
class KnownRoute:
    """A route and how well it is known.

    Attributes:
        route: the route.
        level: that of its weakest step: ``refuted``, ``disputed``, ``assumed``, ``plausible``
            or ``observed``.
        weakest: ids of the links and parts that are no better known than that, in their order.
        steps: how many of its steps are known how well.
    """

    route: Route
    level: str
    weakest: tuple[str, ...]
    steps: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {
            "start": self.route.start,
            "end": self.route.end,
            "length": self.route.length,
            "level": self.level,
            "weakest": list(self.weakest),
            "parts": list(self.route.parts),
            "links": [list(links) for links in self.route.links],
            "modalities": list(self.route.modalities),
            **{f"{level}_steps": self.steps.get(level, 0) for level in LEVELS},
        }


@dataclass(frozen=True, eq=False)
class RouteEvidence(Result):
    """Routes with their weakest evidence: well known is not the same as strong.

    Attributes:
        found: the routes that are listed, how many there are, and where the next page begins.
    """

    name: ClassVar[str] = "evidence"

    found: Routes
    _arcs: Small = field(repr=False)
    _links: Small = field(repr=False)
    _parts: Small = field(repr=False)

    @cached_property
    def rows(self) -> tuple[KnownRoute, ...]:
        """The routes that are listed, each with its level."""
        pairs = zip(self.found.walks, self.found.routes, strict=True)
        return tuple(self._known(walk, route) for walk, route in pairs)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[KnownRoute]:
        return iter(self.rows)

    def __getitem__(self, place: int) -> KnownRoute:
        return self.rows[place]

    @property
    def total(self) -> int | None:
        """How many routes there are; ``None`` where loops keep them from being counted."""
        return self.found.total

    @property
    def cursor(self) -> str | None:
        """Where the next page begins; ``None`` after the last one."""
        return self.found.cursor

    @property
    def is_exact(self) -> bool:
        """Whether ``by_end`` counts all routes, and not only those that are listed."""
        return self.found.is_complete or self._is_counted

    @property
    def _is_counted(self) -> bool:
        return not self.found.ways.is_looped and self.found.max_links is None

    @cached_property
    def by_end(self) -> Mapping[str, Mapping[str, int]]:
        """For each end, how many routes are known how well, the best level first.

        All routes are counted; where loops keep them from being counted, those listed are:
        ``is_exact`` tells.
        """
        if not self._is_counted:
            told: dict[str, Counter[str]] = {}
            for row in self.rows:
                told.setdefault(row.route.end, Counter())[row.level] += 1
        else:
            told = self._counted()
        order = {part_id: place for place, part_id in enumerate(self.network.parts.id.tolist())}
        return {end: {level: told[end][level] for level in reversed(LEVELS)}
                for end in sorted(told, key=order.__getitem__)}  # fmt: skip

    def _counted(self) -> dict[str, Counter[str]]:
        """Count routes whose steps are all this well known, level by level."""
        ways, told = self.found.ways, dict[str, Counter[str]]()
        better: Counter[int] = Counter()
        for place in reversed(range(len(LEVELS))):
            kept = ways.without(self._arcs[ways.arc] < place)
            here: Counter[int] = Counter()
            for (_, end), number in counting.by_pair(kept).items():
                here[end] += number
            for end, number in here.items():
                known = told.setdefault(self.network.id(end), Counter())
                known[LEVELS[place]] = number - better[end]
            better = here
        return told

    @cached_property
    def by_level(self) -> Mapping[str, int]:
        """How many routes are known how well, the best level first; see ``by_end``."""
        return {level: sum(one[level] for one in self.by_end.values())
                for level in reversed(LEVELS)}  # fmt: skip

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a route."""
        rows = [row.to_dict() for row in self.rows]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return the counts and where the next page begins."""
        return {
            "total": self.total,
            "at_least": self.found.at_least,
            "truncated": self.found.truncated,
            "cursor": self.cursor,
            "exact": self.is_exact,
            "by_level": dict(self.by_level),
            "by_end": {end: dict(levels) for end, levels in self.by_end.items()},
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not listed, and whether all routes were counted."""
        yield from self.found.own_limits()
        if not self.is_exact:
            yield Problem("VG587")

    def sentences(self, language: str) -> list[str]:
        """Return how many routes are known how well, for each end."""
        said = [how_many(self.total, self.found.at_least).text(language)]
        colon = " : " if language == "fr" else ": "
        for end, levels in self.by_end.items():
            told = [f"{number} {_told(level, number).text(language)}"
                    for level, number in levels.items() if number]  # fmt: skip
            code = self.network.source.find(end).code
            said.append(f"{self.network.name(code).text(language)}{colon}"
                        f"{listed(told, language)}.")  # fmt: skip
        return said

    def _known(self, walk: Walk, route: Route) -> KnownRoute:
        arcs = [int(self.found.ways.arc[step]) for step in walk.steps]
        levels = self._arcs[arcs].tolist()
        least = min(levels)
        steps = Counter(LEVELS[level] for level in levels)
        return KnownRoute(route, LEVELS[least], tuple(self._weakest(arcs, least)), dict(steps))

    def _weakest(self, arcs: list[int], least: int) -> Iterator[str]:
        """Yield the ids of what is known as little as that, each once."""
        asked, forward = self.network, self.network.forward
        told: set[int] = set()
        for arc in arcs:
            for part in (forward.start[arc], forward.cell[arc]):
                if part != NONE and self._parts[part] == least < len(LEVELS) - 1:
                    yield asked.id(int(part))
            link = int(forward.link[arc])
            if link != NONE and self._links[link] == least and link not in told:
                told.add(link)
                yield asked.link_id(link)
        last = int(forward.end[arcs[-1]])
        if self._parts[last] == least < len(LEVELS) - 1:
            yield asked.id(last)


def _told(level: str, number: int) -> Bilingual:
    word = LEVEL_WORDS[level]
    return Bilingual(word.fr + ("s" if number > 1 else ""), word.en)


def evidence(
    chain: Asked,
    *,
    start: object = None,
    end: object = None,
    limit: int = 1000,
    max_links: int | None = None,
    time_budget: float | TimeBudget | None = None,
    status: str | Iterable[str] | None = _EVERY_STATUS,
    cursor: str | None = None,
) -> RouteEvidence:
    """Return the routes from parts to others, each with its weakest evidence.

    Args:
        chain: a chain or a network.
        start: the part or parts to start from; the origins by default.
        end: where to stop; impacts and margin by default.
        limit: the most routes to list, at least 0; all are counted.
        max_links: the most links a route may have.
        time_budget: seconds after which no more routes are looked for.
        status: the statuses to keep; here all by default, refuted ones too.
        cursor: ``cursor`` of the page before.

    Returns:
        Routes in their fixed order. A route is known as well as the weakest of its links, parts
        and modalities: observed (a status says so, or an indicator with data measures the
        link), plausible (evidence or confidence is noted), assumed, disputed or refuted.

    Raises:
        UnknownPartError: nothing answers to a start or an end.
        ChainError: no route can start or end there.
        OptionError: the cursor is that of another question, or a number is out of range.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> jars = chain.add_activity("Jars", uses=[chain.add_resource("Fruit")])
        >>> ties = chain.add_impact("Ties", of=[jars])
        >>> [row.level for row in evidence(chain)]
        ['assumed']
    """
    asked = network(chain, status=status)
    found = routes(asked, start=start, end=end, limit=limit, max_links=max_links,
                   time_budget=time_budget, cursor=cursor)  # fmt: skip
    links, parts = levels_of_links(asked, framework_of(asked)), levels_of_parts(asked)
    return RouteEvidence(asked, "", found, levels_of_arcs(asked, links, parts), links, parts)


_COLUMNS = ("start", "end", "length", "level", "weakest", "parts", "links", "modalities",
            *(f"{level}_steps" for level in LEVELS))  # fmt: skip
