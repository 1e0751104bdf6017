"""Rules on the chain as a whole: what it lacks, and what is too much for one page."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import whole
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.activity import Level
from valuegraph.model.part import Sign, Status
from valuegraph.problems import Problem

_MOST_IMPACTS = 10
_ENOUGH_IMPACTS = 3


def unlinked(survey: Survey) -> Iterator[Problem]:
    """VG309: there are activities and what they could be linked with, and no link.

    This stands for all that the rules on routes and actors would say, one by one.
    """
    others = survey.resources or survey.impacts or len(survey.activities) > 1
    if survey.activities and others and not survey.is_linked:
        yield from whole("VG309")


def empty(survey: Survey) -> Iterator[Problem]:
    """VG310: there is no part at all."""
    if not survey.items:
        yield from whole("VG310")


def no_activity(survey: Survey) -> Iterator[Problem]:
    """VG311: there are parts, and no primary activity among them."""
    if survey.items and not survey.activities:
        yield from whole("VG311")


def no_impact(survey: Survey) -> Iterator[Problem]:
    """VG312: there are activities, and neither an impact nor a margin."""
    if survey.activities and not survey.results:
        yield from whole("VG312")


def many_impacts(survey: Survey) -> Iterator[Problem]:
    """VG313: more impacts on the main page than people can take in."""
    shown = [part for part in survey.impacts if part.story != "detail" and not part.group]
    if len(shown) > _MOST_IMPACTS:
        yield from whole("VG313", count=len(shown))


def no_actor(survey: Survey) -> Iterator[Problem]:
    """VG314: a chain with activities and impacts names nobody."""
    if _is_social(survey) and not survey.actors:
        yield from whole("VG314")


def no_support(survey: Survey) -> Iterator[Problem]:
    """VG315: a chain with activities and impacts has no support activity."""
    if _is_social(survey) and not survey.support:
        yield from whole("VG315")


def no_resource(survey: Survey) -> Iterator[Problem]:
    """VG316: a chain with activities and impacts draws on nothing."""
    if _is_social(survey) and not survey.resources:
        yield from whole("VG316")


def no_territory(survey: Survey) -> Iterator[Problem]:
    """VG317: a chain with activities and impacts, wider than one organisation, is nowhere."""
    about = survey.chain.about
    if _is_social(survey) and not about.territory and about.level is not Level.ORGANISATION:
        yield from whole("VG317")


def nothing_unwished(survey: Survey) -> Iterator[Problem]:
    """VG318: a chain with several impacts names no loss, cost or dispute."""
    statuses = {part.status for part in survey.items.values()}
    statuses |= {link.status for link in survey.chain.links}
    judged = (
        any(impact.sign in (Sign.MINUS, Sign.MIXED) for impact in survey.impacts)
        or any(link.sign in (Sign.MINUS, Sign.MIXED) for link in survey.links)
        or statuses & {Status.DISPUTED, Status.REFUTED}
        or survey.of_kinds("depletes", "costs")
    )
    if survey.activities and len(survey.impacts) >= _ENOUGH_IMPACTS and not judged:
        yield from whole("VG318")


def nameless(survey: Survey) -> Iterator[Problem]:
    """VG319: the chain has parts, and no name."""
    if survey.items and not any(letter.isalnum() for letter in survey.chain.name):
        yield from whole("VG319")


def _is_social(survey: Survey) -> bool:
    return bool(survey.activities and survey.impacts)


RULES = (
    unlinked,
    empty,
    no_activity,
    no_impact,
    many_impacts,
    no_actor,
    no_support,
    no_resource,
    no_territory,
    nothing_unwished,
    nameless,
)
