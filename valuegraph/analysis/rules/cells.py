"""Rules on the table activity x circuit: empty cells, doubtful ones, circuits nobody takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from valuegraph.analysis.rules.findings import each, whole
from valuegraph.analysis.rules.survey import Survey
from valuegraph.analysis.wording import joined, quoted
from valuegraph.model.activity import Way
from valuegraph.model.part import Status
from valuegraph.problems import Problem, Where

_MOST_PLACES = 4
_ENOUGH_CELLS = 3

Place = tuple[str, str]
"""A cell of the table: the ids of its activity and of its circuit."""


def empty_cells(survey: Survey) -> Iterator[Problem]:
    """VG340: cells that nobody has discussed yet, of the circuits that the chain uses."""
    filled = _filled(survey)
    used = {circuit for _, circuit in filled}
    columns = [circuit.id for circuit in survey.chain.circuits if circuit.id in used]
    rows = [activity.id for activity in survey.activities]
    total = len(rows) * len(columns)
    empty = total - sum(survey.is_living(row) for row, _ in filled)
    if not survey.cells or not empty:
        return
    places = ((row, column) for row in rows for column in columns if (row, column) not in filled)
    words = [survey.wording.crossing(*place) for place in islice(places, _MOST_PLACES)]
    full = _full_rows(filled, len(columns))
    values = {
        "count": empty,
        "total": total,
        "parts": joined(words, empty, sentences=True),
        "ids": tuple(row for row in rows if row not in full),
    }
    yield Problem("VG340", Where(), values)


def doubtful_cells(survey: Survey) -> Iterator[Problem]:
    """VG341: cells that are hypotheses."""
    doubtful = [cell for cell in survey.cells if cell.status is Status.HYPOTHESIS]
    yield from each(survey, "VG341", doubtful)


def single_circuit(survey: Survey) -> Iterator[Problem]:
    """VG342: several cells, and all go by one circuit."""
    circuits = {circuit for _, circuit in _filled(survey)}
    if len(survey.cells) >= _ENOUGH_CELLS and len(circuits) == 1:
        only = survey.chain.circuit(circuits.pop())
        yield from whole("VG342", circuit=quoted(only.label("fr"), only.label("en")))


def unused_circuits(survey: Survey) -> Iterator[Problem]:
    """VG343: circuits that the chain lists, and no cell or link goes by; silent without cells."""
    used = {circuit for _, circuit in _filled(survey)}
    used |= {link.circuit for link in survey.chain.links}
    used |= {cell.in_return.circuit for cell in survey.cells if cell.in_return}
    unused = [part for part in survey.living(survey.chain.listed_circuits) if part.id not in used]
    if survey.cells:
        yield from each(survey, "VG343", unused)


def cells_without_resource(survey: Survey) -> Iterator[Problem]:
    """VG344: activities that receive by cells, and use no resource that could enter by them."""
    receiving = survey.activities_with_cells(Way.RECEIVES) - survey.ends("feeds")
    if survey.resources:
        yield from each(
            survey, "VG344", [part for part in survey.activities if part.id in receiving]
        )


def cells_without_impact(survey: Survey) -> Iterator[Problem]:
    """VG345: activities that give by cells and lead on, but to no impact or margin."""
    leading = {arc.start for arc in survey.arcs if arc.kind == "contributes"}
    giving = survey.activities_with_cells(Way.GIVES) - leading
    onward = survey.starts("precedes", "produces", "regenerates", "depletes")
    if survey.results:
        stuck = [part for part in survey.activities if part.id in giving & onward]
        yield from each(survey, "VG345", stuck)


def _filled(survey: Survey) -> set[Place]:
    """Return the cells that say something: a text, "none", or the circuit of a link."""
    places = {(cell.activity, cell.circuit) for cell in survey.chain.modalities}
    for activity in survey.chain.activities:
        places |= {(activity.id, cell.partition(".")[2]) for cell in activity.no_modality}
    for link in survey.chain.links:
        if link.circuit:
            places.add((link.start if link.kind == "contributes" else link.end, link.circuit))
    activities = {activity.id for activity in survey.chain.activities}
    circuits = {circuit.id for circuit in survey.chain.circuits}
    return {(row, column) for row, column in places if row in activities and column in circuits}


def _full_rows(filled: set[Place], width: int) -> set[str]:
    counts: dict[str, int] = {}
    for row, _ in filled:
        counts[row] = counts.get(row, 0) + 1
    return {row for row, count in counts.items() if count == width}


RULES = (
    empty_cells,
    doubtful_cells,
    single_circuit,
    unused_circuits,
    cells_without_resource,
    cells_without_impact,
)
