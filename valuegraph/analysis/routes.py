"""Routes: every sequence of links from where value begins to what it contributes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from valuegraph.analysis.budget import TimeBudget
from valuegraph.analysis.network import Asked, Network, network
from valuegraph.analysis.networks.columns import NONE
from valuegraph.analysis.result import Result
from valuegraph.analysis.route_finding import counting
from valuegraph.analysis.route_finding.limits import how_many, limits_of
from valuegraph.analysis.route_finding.listing import Wanted, listing
from valuegraph.analysis.route_finding.route import COLUMNS, Route, all_told, told
from valuegraph.analysis.route_finding.search import Walk, in_order
from valuegraph.analysis.route_finding.ways import Ways, asked_ends, between
from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem

__all__ = ["Route", "Routes", "iter_routes", "routes"]

_NO_CIRCUIT = ""


@dataclass(frozen=True, eq=False)
class Routes(Result):
    """Routes from starts to ends, in a fixed order, or the strongest first.

    A route visits no part twice; parallel links and modalities make distinct routes.

    Attributes:
        walks: those that are listed, as codes.
        total: how many there are in all; ``None`` where loops keep them from being counted
            and not all are listed.
        at_least: how many there are at least.
        cursor: where the next page begins; ``None`` after the last one.
        truncated: whether ``limit`` or the time kept more from being listed.
        max_links: the most links they may have, if that was asked.
        top: how many of the strongest were asked for, if that was.
    """

    name: ClassVar[str] = "routes"

    walks: tuple[Walk, ...] = field(repr=False)
    total: int | None
    at_least: int
    cursor: str | None
    truncated: bool
    max_links: int | None
    top: int | None
    _time: TimeBudget = field(repr=False)
    ways: Ways = field(repr=False)
    _wanted: Wanted = field(repr=False)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The routes that are listed, as people read them."""
        return all_told(self.ways, self.walks)

    def __len__(self) -> int:
        return len(self.walks)

    def __iter__(self) -> Iterator[Route]:
        return iter(self.routes)

    def __getitem__(self, place: int) -> Route:
        return self.routes[place]

    @property
    def is_complete(self) -> bool:
        """Whether all routes there are are listed here."""
        return self.total == len(self)

    @property
    def is_folded(self) -> bool:
        """Whether routes that differ only by parallel links and modalities are merged."""
        return self.ways.folded

    def folded(self) -> Routes:
        """Return the same question with routes merged that pass by the same parts.

        They are looked for anew, from the first: what is listed is not the fold of this page.
        """
        if self.is_folded:
            return self
        return _answer(self.network, self._wanted._replace(folded=True, cursor=None))

    @cached_property
    def by_length(self) -> Mapping[int, int] | None:
        """How many routes have how many links; ``None`` where ``total`` is."""
        return self._counted(counting.by_length, lambda route: [route.length])

    @cached_property
    def by_circuit(self) -> Mapping[str, int] | None:
        """How many routes cross each circuit, the entry ``""`` none; they may cross several.

        ``None`` where ``total`` is.
        """
        circuits = self.network.circuits
        found = self._counted(counting.by_circuit, lambda route: route.circuits or [_NO_CIRCUIT])
        if found is None:
            return None
        named = ((circuits[code] if code != NONE else _NO_CIRCUIT, number)
                 if isinstance(code, int) else (code, number)
                 for code, number in found.items())  # fmt: skip
        order = {circuit: place for place, circuit in enumerate(circuits)}
        return dict(sorted(named, key=lambda item: order.get(item[0], len(order))))

    @cached_property
    def by_pair(self) -> Mapping[tuple[str, str], int] | None:
        """How many routes lead from which start to which end; ``None`` where ``total`` is."""
        if not self.ways.is_looped and self.max_links is None:
            ids = self.network.id
            found = counting.by_pair(self.ways)
            return {(ids(start), ids(end)): number for (start, end), number in found.items()}
        if not self.is_complete:
            return None
        return dict(Counter((route.start, route.end) for route in self.routes))

    def _counted(
        self,
        count: Callable[..., Mapping[Any, int]],
        of_route: Callable[[Route], Iterable[Any]],
    ) -> Mapping[Any, int] | None:
        if not self.ways.is_looped:
            return count(self.ways, most=self.max_links)
        if not self.is_complete:
            return None
        return dict(Counter(sorted(key for route in self.routes for key in of_route(route))))

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a route."""
        rows = [route.to_dict() for route in self.routes]
        return {name: [row[name] for row in rows] for name in COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return the counts and where the next page begins."""
        return {
            "total": self.total,
            "at_least": self.at_least,
            "folded": self.is_folded,
            "max_links": self.max_links,
            "top": self.top,
            "truncated": self.truncated,
            "cursor": self.cursor,
            "by_length": [
                {"length": length, "routes": number}
                for length, number in (self.by_length or {}).items()
            ],
            "by_circuit": [
                {"circuit": circuit, "routes": number}
                for circuit, number in (self.by_circuit or {}).items()
            ],
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not listed, and what to know of what is."""
        yield from limits_of(self.ways, len(self), self.total, self.top)
        if self._time.is_spent and self.truncated:
            yield self._time.note(len(self))

    def sentences(self, language: str) -> list[str]:
        """Return how many routes there are, and the first three in words."""
        found = [how_many(self.total, self.at_least).text(language)]
        merged = self.folded()
        if merged.total is not None and merged.total != self.total:
            found.append(_FOLDED.text(language).format(count=merged.total))
        shown = merged.routes[:3]
        if shown:
            lead = (_STRONGEST if self.top is not None else _FIRST).text(language)
            apart = _SEMICOLON.text(language)
            found.append(lead + apart.join(route.to_text(language) for route in shown) + ".")
        return found


_FOLDED = Bilingual(
    "Sans compter à part ceux qui ne diffèrent que par une modalité ou un lien parallèle : "
    "{count}.",
    "Not counting apart those that differ only by a modality or a parallel link: {count}.",
)
_FIRST = Bilingual("Pour commencer : ", "To begin with: ")
_SEMICOLON = Bilingual(" ; ", "; ")
_STRONGEST = Bilingual("D’abord les plus forts : ", "The strongest first: ")


def _answer(asked: Network, wanted: Wanted) -> Routes:
    found = listing(asked, wanted)
    is_cut = found.goes_on and found.total != len(found.walks)
    return Routes(
        asked, "", found.walks, found.total, found.at_least, found.cursor, is_cut,
        wanted.max_links, wanted.top, found.time, found.ways, wanted,
    )  # fmt: skip


def routes(
    chain: Asked,
    *,
    start: object = None,
    end: object = None,
    limit: int = 1000,
    max_links: int | None = None,
    top: int | None = None,
    time_budget: float | TimeBudget | None = None,
    status: str | Iterable[str] | None = None,
    cursor: str | None = None,
) -> Routes:
    """Return the routes by which value passes from parts to others, along forward links.

    Args:
        chain: a chain or a network.
        start: the part or parts to start from; the origins by default.
        end: where to stop; impacts and margin by default. A route may pass one end on its way
            to another.
        limit: the most routes to list, at least 0; what is more is counted and paged.
        max_links: the most links a route may have.
        top: list the so many strongest instead, the strongest first.
        time_budget: seconds after which no more routes are looked for.
        status: the statuses to keep; all but refuted by default.
        cursor: ``cursor`` of the page before.

    Raises:
        UnknownPartError: nothing answers to a start or an end.
        ChainError: no route can start or end there, or a strength is unknown and ``top`` asks
            for it.
        OptionError: the cursor is that of another question, or a number is out of range.
    """
    for option, value in (("limit", limit), ("max_links", max_links), ("top", top)):
        _check_number(option, value)
    if top is not None and cursor is not None:
        raise OptionError(Problem("VG561", values={"value": cursor}))
    asked = network(chain, status=status)
    starts, ends = asked_ends(asked, start, end)

    return _answer(asked, Wanted(starts, ends, limit, max_links, top, time_budget, False, cursor))


def iter_routes(
    chain: Asked,
    *,
    start: object = None,
    end: object = None,
    max_links: int | None = None,
    status: str | Iterable[str] | None = None,
) -> Iterator[Route]:
    """Yield routes one by one, in their fixed order: none is looked for before it is asked for.

    Args:
        chain: a chain or a network.
        start, end, max_links, status: as for :func:`routes`.

    Raises:
        UnknownPartError: nothing answers to a start or an end.
        ChainError: no route can start or end there.
    """
    _check_number("max_links", max_links)
    asked = network(chain, status=status)
    ways = between(asked, *asked_ends(asked, start, end))
    return (told(ways, walk) for walk in in_order(ways, most=max_links))


def _check_number(option: str, value: int | None) -> None:
    if value is not None and (isinstance(value, bool) or value < 0):
        raise OptionError(Problem("VG562", values={"option": option, "value": value}))
