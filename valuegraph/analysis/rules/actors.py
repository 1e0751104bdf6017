"""Rules on who: actors without a role, impacts without beneficiaries, support uncarried."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.evaluation import Criterion, Indicator
from valuegraph.model.words import fold
from valuegraph.problems import Problem


def actor_without_role(survey: Survey) -> Iterator[Problem]:
    """VG330: actors that no link, no cell, no collecting of data and no words give a role."""
    busy = {end for link in survey.chain.links for end in (link.start, link.end)}
    busy |= {cell.with_ for cell in survey.chain.modalities}
    collecting = {
        fold(part.by) for part in survey.items.values() if isinstance(part, Criterion | Indicator)
    }
    idle = [
        part
        for part in survey.actors
        if not part.roles
        and part.id not in busy
        and not {fold(part.id), fold(part.name)} & collecting - {""}
    ]
    yield from each(survey, "VG330", idle)


def impact_for_nobody(survey: Survey) -> Iterator[Problem]:
    """VG331: impacts that benefit nobody and cost nobody; silent without actors."""
    told = survey.starts("benefits", "costs")
    if survey.actors:
        yield from each(survey, "VG331", [part for part in survey.impacts if part.id not in told])


def support_uncarried(survey: Survey) -> Iterator[Problem]:
    """VG332: support activities that no actor carries or governs; silent without actors."""
    carried = survey.ends("carries", "governs")
    if survey.actors:
        uncarried = [part for part in survey.support if part.id not in carried]
        yield from each(survey, "VG332", uncarried)


def support_of_nothing(survey: Survey) -> Iterator[Problem]:
    """VG333: support activities that serve no activity and lead to no impact."""
    serving = survey.starts("supports", "contributes")
    yield from each(survey, "VG333", [part for part in survey.support if part.id not in serving])


def support_without_actions(survey: Survey) -> Iterator[Problem]:
    """VG334: support activities that nothing describes: no actions, description or cell text.

    Silent in a chain without impacts where no support activity has actions, such as
    Porter's own chart.
    """
    support = survey.support
    labelled = {link.start for link in survey.of_kinds("supports") if link.label}
    bare = [
        part
        for part in support
        if not part.actions and not part.description and part.id not in labelled
    ]
    if survey.impacts or any(part.actions for part in support):
        yield from each(survey, "VG334", bare)


RULES = (
    actor_without_role,
    impact_for_nobody,
    support_uncarried,
    support_of_nothing,
    support_without_actions,
)
