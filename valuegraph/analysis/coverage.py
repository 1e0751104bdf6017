"""Coverage: what of a chain is measured, by what, and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, Literal

import numpy as np

from valuegraph.analysis.evaluating.framework import Framework, framework_of, name_of
from valuegraph.analysis.evaluating.routes_measured import marked, routes_beside, routes_to
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import LINK_KIND_CODES
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Result
from valuegraph.analysis.telling.figures import percent, some
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Bilingual, Problem

__all__ = ["Coverage", "Covered", "coverage"]

About = Literal["part", "link", "route", "question", "criterion", "indicator"]


@dataclass(frozen=True)
class Covered:
    """What is known of how one thing is measured.

    Attributes:
        about: ``part``, ``link``, ``route``, ``question``, ``criterion`` or ``indicator``.
        id: its id; of a route a question is about, the ids of its parts joined by `` > ``.
        kind: its kind; empty for a route.
        by: ids of the indicators that measure it, or that answer the question or criterion.
        with_data: those that have an observation; of an indicator, itself.
        observations: how many observations there are in all.
        routes: of an impact, how many routes lead to it; ``None`` elsewhere, and where loops
            hold too many to count.
        routes_measured: how many of them pass by something measured on their way; the impact
            itself does not count.
        routes_observed: how many of them pass by something that has an observation.
    """

    about: About
    id: str
    kind: str
    by: tuple[str, ...]
    with_data: tuple[str, ...]
    observations: int
    routes: int | None = None
    routes_measured: int | None = None
    routes_observed: int | None = None

    @property
    def share(self) -> float | None:
        """The share of its routes measured somewhere, 0 to 1; ``None`` where it is not known."""
        return _share(self.routes_measured, self.routes)

    @property
    def share_observed(self) -> float | None:
        """The share of its routes with an observation somewhere on the way."""
        return _share(self.routes_observed, self.routes)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {
            "about": self.about,
            "id": self.id,
            "kind": self.kind,
            "by": list(self.by),
            "with_data": list(self.with_data),
            "observations": self.observations,
            "routes": self.routes,
            "routes_measured": self.routes_measured,
            "routes_observed": self.routes_observed,
            "share": self.share,
        }


def _share(some_routes: int | None, routes: int | None) -> float | None:
    if some_routes is None or not routes:
        return None
    return float(Fraction(some_routes, routes))


@dataclass(frozen=True, eq=False)
class Coverage(Result):
    """What is measured and what is not: to be measured is not to be known, nor to be good.

    Attributes:
        rows: parts, links, routes, questions, criteria and indicators, as listed.
    """

    name: ClassVar[str] = "coverage"

    rows: tuple[Covered, ...]
    _impacts: tuple[int, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Covered]:
        return iter(self.rows)

    def __getitem__(self, id: str) -> Covered:
        return {row.id: row for row in self.rows}[id]

    def about(self, *about: About) -> tuple[Covered, ...]:
        """Return the rows about some sorts of things: parts, links, questions..."""
        return tuple(row for row in self.rows if row.about in about)

    @property
    def impacts(self) -> tuple[Covered, ...]:
        """The rows of the impacts and the margin, with their routes."""
        ids = set(self.network.ids(self._impacts))
        return tuple(row for row in self.about("part") if row.id in ids)

    @property
    def without_indicator(self) -> tuple[str, ...]:
        """Ids of the questions and criteria that no indicator answers."""
        return tuple(row.id for row in self.about("question", "criterion") if not row.by)

    @property
    def without_data(self) -> tuple[str, ...]:
        """Ids of the indicators that have no observation."""
        return tuple(row.id for row in self.about("indicator") if not row.with_data)

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a thing."""
        rows = [row.to_dict() for row in self.rows]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return what has no indicator and no data."""
        return {
            "without_indicator": list(self.without_indicator),
            "without_data": list(self.without_data),
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return impacts that no route leads to, and those whose routes cannot be counted."""
        told = {row.id: row for row in self.impacts}
        asked = self.network
        for code, least in (("VG521", 0), ("VG588", None)):
            parts = [part for part in self._impacts if told[asked.id(part)].routes == least]
            if parts:
                yield Problem(code, values={"parts": some([asked.name(part) for part in parts])})

    def sentences(self, language: str) -> list[str]:
        """Return how much is measured, impact by impact, and what is missing."""
        if not self.about("indicator", "question", "criterion"):
            return [_NOTHING.text(language)]
        said = [self._told(_PARTS, "part", language), self._told(_LINKS, "link", language)]
        for part, row in zip(self._impacts, self.impacts, strict=True):
            if row.share is not None:
                values = {"count": row.routes_measured, "total": row.routes,
                          "end": self.network.name(part).text(language),
                          "share": percent(row.share, language)}  # fmt: skip
                said.append(_ROUTES.text(language).format(**values))
        for template, rows in (
            (_UNANSWERED, [row for row in self.about("question") if not row.by]),
            (_UNFOLLOWED, [row for row in self.about("criterion") if not row.by]),
            (_UNSEEN, [row for row in self.about("indicator") if not row.with_data]),
        ):
            if rows:
                names = some([name_of(self.network, row.id) for row in rows]).text(language)
                said.append(template.text(language).format(names=names))
        return said

    def _told(self, template: Bilingual, about: About, language: str) -> str:
        rows = self.about(about)
        count = sum(bool(row.by) for row in rows)
        observed = sum(bool(row.with_data) for row in rows)
        return template.text(language).format(count=count, total=len(rows), seen=observed)


_COLUMNS = tuple(Covered("part", "", "", (), (), 0).to_dict())
_NOTHING = Bilingual(
    "Rien n’est mesuré : la chaîne n’a ni question, ni critère, ni indicateur.",
    "Nothing is measured: the chain has no question, no criterion and no indicator.",
)
_PARTS = Bilingual(
    "Parties qu’un indicateur suit : {count} sur {total}, dont {seen} avec des données.",
    "Parts that an indicator follows: {count} of {total}, {seen} of them with data.",
)
_LINKS = Bilingual(
    "Liens qu’un indicateur suit : {count} sur {total}, dont {seen} avec des données.",
    "Links that an indicator follows: {count} of {total}, {seen} of them with data.",
)
_ROUTES = Bilingual(
    "{end} : {count} de ses {total} chemins ({share}) passent par quelque chose de mesuré.",
    "{end}: {count} of its {total} routes ({share}) pass by something measured.",
)
_UNANSWERED = Bilingual("Questions sans indicateur : {names}.",
                        "Questions without an indicator: {names}.")  # fmt: skip
_UNFOLLOWED = Bilingual("Critères sans indicateur : {names}.",
                        "Criteria without an indicator: {names}.")  # fmt: skip
_UNSEEN = Bilingual("Indicateurs sans données : {names}.", "Indicators without data: {names}.")


def coverage(chain: Asked, *, status: str | Iterable[str] | None = None) -> Coverage:
    """Return what of a chain is measured, by which indicators, and what is not.

    Args:
        chain: a chain or a network.
        status: the statuses to keep; all but refuted by default.

    Returns:
        A row for each part, link, route asked about, question, criterion and indicator. An
        indicator that does not say what it measures follows what its question is about.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> jars = chain.add_activity("Jars", uses=[chain.add_resource("Fruit")])
        >>> ties = chain.add_impact("Ties", of=[jars])
        >>> people = chain.add_indicator("Volunteers", measures=[jars])
        >>> coverage(chain)[ties.id].share
        1.0
    """
    asked = network(chain, status=status)
    framework = framework_of(asked)
    impacts = asked.of_kind("impact", "margin")
    impacts = impacts[asked.living[impacts]]
    routes = _of_impacts(asked, framework)
    rows = [*_parts(asked, framework, routes), *_links(asked, framework)]
    rows += [
        _covered(framework, "route", " > ".join(route), "", by)
        for route, by in framework.on_routes.items()
    ]
    for question in framework.questions:
        by = framework.of_question[question.id]
        rows.append(_covered(framework, "question", question.id, question.kind, by))
    for criterion in framework.criteria:
        by = framework.of_criterion[criterion.id]
        rows.append(_covered(framework, "criterion", criterion.id, criterion.kind, by))
    for one in framework.indicators:
        seen = framework.seen[one.id]
        own = (one.id,) if seen else ()
        rows.append(Covered("indicator", one.id, one.kind, (), own, len(seen)))
    return Coverage(asked, "", tuple(rows), tuple(impacts.tolist()))


Routed = dict[int, tuple[int | None, int | None, int | None]]


def _of_impacts(asked: Network, framework: Framework) -> Routed:
    """Return for each impact its routes, those measured on the way, and those observed."""
    total = routes_to(asked)
    measured = framework.measures
    observed = [item for item, by in measured.items() if framework.with_data(by)]
    beside, unseen = (routes_beside(asked, marked(asked, ids)) for ids in (measured, observed))
    found: Routed = {}
    for end, number in total.items():
        left, right = (
            None if number is None or rest[end] is None else number - (rest[end] or 0)
            for rest in (beside, unseen)
        )
        found[end] = (number, left, right)
    return found


def _parts(asked: Network, framework: Framework, routes: Routed) -> Iterator[Covered]:
    for code in np.flatnonzero(asked.living).tolist():
        part_id = asked.id(code)
        by = framework.measures.get(part_id, ())
        if asked.kind(code) == WHOLE_CHAIN and not by:
            continue
        told = _covered(framework, "part", part_id, asked.kind(code), by)
        yield Covered(told.about, told.id, told.kind, told.by, told.with_data, told.observations,
                      *routes.get(code, ()))  # fmt: skip
    for circuit in asked.circuits:
        if circuit in framework.measures:
            yield _covered(framework, "part", circuit, "circuit", framework.measures[circuit])


def _links(asked: Network, framework: Framework) -> Iterator[Covered]:
    for link in np.flatnonzero(asked.kept).tolist():
        link_id, kind = asked.link_id(link), LINK_KIND_CODES[asked.links.kind[link]]
        yield _covered(framework, "link", link_id, kind, framework.measures.get(link_id, ()))


def _covered(
    framework: Framework, about: About, id: str, kind: str, by: tuple[str, ...]
) -> Covered:
    return Covered(about, id, kind, by, framework.with_data(by), framework.count(by))
