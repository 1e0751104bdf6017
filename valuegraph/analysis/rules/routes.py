"""Rules on what leads where: impacts nothing leads to, activities cut off, resources unused."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each
from valuegraph.analysis.rules.reachability import reached
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.activity import Way
from valuegraph.model.link import Flow
from valuegraph.model.part import Status
from valuegraph.model.resource import Ownership, ResourceState
from valuegraph.problems import Problem


def impact_without_route(survey: Survey) -> Iterator[Problem]:
    """VG320: impacts that no forward link enters."""
    entered = _entered(survey)
    yield from each(survey, "VG320", [part for part in survey.impacts if part.id not in entered])


def impact_of_closed_loop(survey: Survey) -> Iterator[Problem]:
    """VG321: impacts that are entered, but from no origin."""
    entered = _entered(survey)
    origins = survey.forward.keys() - entered
    met = reached(origins, survey.forward)
    circular = [part for part in survey.impacts if part.id in entered and part.id not in met]
    yield from each(survey, "VG321", circular)


def receives_nothing(survey: Survey) -> Iterator[Problem]:
    """VG322: activities without a resource, a receiving cell or an activity before them.

    Silent as long as the chain speaks of no resource and of no receiving cell.
    """
    receiving = survey.activities_with_cells(Way.RECEIVES)
    if survey.resources or receiving:
        known = receiving | _entered(survey)
        yield from each(
            survey, "VG322", [part for part in survey.activities if part.id not in known]
        )


def leads_nowhere(survey: Survey) -> Iterator[Problem]:
    """VG323: activities without an impact, a next activity or an output that leads on.

    Silent as long as the chain has no impact and no margin.
    """
    onward = {
        arc.start
        for arc in survey.flowing(Flow.FORWARD)
        if arc.start != arc.end and (arc.kind != "produces" or survey.forward.get(arc.end))
    }
    onward |= survey.starts("regenerates", "depletes")
    if survey.results:
        stuck = [part for part in survey.activities if part.id not in onward]
        yield from each(survey, "VG323", stuck)


def output_of_nobody(survey: Survey) -> Iterator[Problem]:
    """VG324: outputs that no activity produces."""
    produced = survey.ends("produces")
    outputs = survey.living(survey.chain.outputs)
    yield from each(survey, "VG324", [part for part in outputs if part.id not in produced])


def unused_resource(survey: Survey) -> Iterator[Problem]:
    """VG325: resources that feed nothing and are not said to be dormant."""
    feeding = survey.starts("feeds")
    unused = [
        part for part in survey.resources
        if part.id not in feeding and part.state is not ResourceState.DORMANT
    ]  # fmt: skip
    if survey.activities:
        yield from each(survey, "VG325", unused)


def resource_of_nobody(survey: Survey) -> Iterator[Problem]:
    """VG326: resources that no actor provides, by a link or by the cell they enter by.

    Common resources need nobody; silent as long as the chain has no actor.
    """
    provided = survey.ends("provides")
    cells = {cell.id for cell in survey.cells if survey.is_living(cell.with_)}
    brought = {arc.start for arc in survey.arcs if arc.enters_by in cells}
    orphans = [
        part for part in survey.resources
        if part.id not in provided | brought and part.ownership is not Ownership.COMMON
    ]  # fmt: skip
    if survey.actors:
        yield from each(survey, "VG326", orphans)


def dormant_but_used(survey: Survey) -> Iterator[Problem]:
    """VG327: resources said to be dormant that feed an activity by more than a plan."""
    feeding = {
        link.start for link in survey.of_kinds("feeds") if link.status in (None, Status.OBSERVED)
    }
    dormant = [part for part in survey.resources if part.state is ResourceState.DORMANT]
    yield from each(survey, "VG327", [part for part in dormant if part.id in feeding])


def _entered(survey: Survey) -> set[str]:
    """Return the parts that a forward arc from another part enters."""
    return {arc.end for arc in survey.flowing(Flow.FORWARD) if arc.start != arc.end}


RULES = (
    impact_without_route,
    impact_of_closed_loop,
    receives_nothing,
    leads_nowhere,
    output_of_nobody,
    unused_resource,
    resource_of_nobody,
    dormant_but_used,
)
