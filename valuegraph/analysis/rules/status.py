"""Rules on how sure things are: hypotheses, disputes, claims that nothing supports."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each, together
from valuegraph.analysis.rules.links import CLAIMS
from valuegraph.analysis.rules.survey import Survey
from valuegraph.analysis.wording import Item
from valuegraph.model.activity import Modality
from valuegraph.model.link import Flow
from valuegraph.model.part import Part, Status
from valuegraph.problems import Problem

_UNSURE = frozenset({Status.HYPOTHESIS, Status.PLANNED, Status.DISPUTED})


def supposed_parts(survey: Survey) -> Iterator[Problem]:
    """VG370: parts that are hypotheses; the cells have their own rule."""
    parts = [part for part in _parts(survey) if not isinstance(part, Modality)]
    supposed = [part for part in parts if part.status is Status.HYPOTHESIS]
    yield from together(survey, "VG370", supposed)


def supposed_links(survey: Survey) -> Iterator[Problem]:
    """VG371: links that are hypotheses."""
    supposed = [link for link in survey.links if link.status is Status.HYPOTHESIS]
    yield from together(survey, "VG371", supposed, total=len(survey.links))


def disputed(survey: Survey) -> Iterator[Problem]:
    """VG372: parts, cells and links that people do not agree on."""
    items: list[Item] = [*_parts(survey), *survey.links]
    yield from each(survey, "VG372", [item for item in items if item.status is Status.DISPUTED])


def observed_on_unsure(survey: Survey) -> Iterator[Problem]:
    """VG373: links that carry value, said to be observed, between parts that are not."""
    observed = [
        link
        for link in survey.links
        if link.status is Status.OBSERVED
        and link.flow in (Flow.FORWARD, Flow.RETURN)
        and (_status(survey, link.start) in _UNSURE or _status(survey, link.end) in _UNSURE)
    ]
    yield from each(survey, "VG373", observed)


def refuted_but_linked(survey: Survey) -> Iterator[Problem]:
    """VG374: refuted parts that keep links nobody refuted."""
    linked = {
        end
        for link in survey.chain.links
        if link.status is not Status.REFUTED
        for end in (link.start, link.end)
    }
    refuted = [
        part
        for part in sorted(survey.items.values(), key=lambda part: survey.rank[part.id])
        if part.status is Status.REFUTED and part.id in linked
    ]
    yield from each(survey, "VG374", refuted)


def observed_without_evidence(survey: Survey) -> Iterator[Problem]:
    """VG375: impacts, and links that claim an effect, said to be observed by nobody.

    An indicator that measures them and has observations is evidence too.
    """
    measured = {
        item
        for indicator in survey.indicators
        if indicator.id in survey.observations
        for item in indicator.measures
    }
    claims: list[Item] = [*survey.impacts, *survey.of_kinds(*CLAIMS)]
    bare = [
        item
        for item in claims
        if item.status is Status.OBSERVED and not item.evidence and item.id not in measured
    ]
    yield from each(survey, "VG375", bare)


def _parts(survey: Survey) -> tuple[Part, ...]:
    return survey.living(survey.items.values())


def _status(survey: Survey, part_id: str) -> Status | None:
    part = survey.items.get(part_id)
    return part.status if part else None


RULES = (
    supposed_parts,
    supposed_links,
    disputed,
    observed_on_unsure,
    refuted_but_linked,
    observed_without_evidence,
)
