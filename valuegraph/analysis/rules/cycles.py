"""Rules on loops: what renews the resources, what goes round, what contradicts the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from valuegraph.analysis.rules.findings import MOST_APART, each, each_told, named, whole
from valuegraph.analysis.rules.reachability import Following, following, loops, shortest_loop
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.link import Flow
from valuegraph.model.part import Sign
from valuegraph.model.routing import Arc
from valuegraph.problems import Bilingual, Problem, Where

_ROUND = (Flow.FORWARD, Flow.RETURN, Flow.ACCOMPANIES)

Loops = Mapping[str, frozenset[str]]
"""The part a loop is told from -> all the parts that lie on loops with it."""


def closes(survey: Survey) -> Iterator[Problem]:
    """VG301: resources that the chain renews by way of what they feed."""
    arcs = following(arc for arc in _renewing(survey) if not survey.is_in_doubt(arc))
    yield from _told_loops(survey, "VG301", _resources_in(survey, arcs), arcs)


def would_close(survey: Survey) -> Iterator[Problem]:
    """VG302: resources that only a hypothesis renews."""
    arcs = following(_renewing(survey))
    sure = following(arc for arc in _renewing(survey) if not survey.is_in_doubt(arc))
    surely = _resources_in(survey, sure)
    found = _resources_in(survey, arcs)
    supposed = {part: loop for part, loop in found.items() if part not in surely}
    yield from _told_loops(survey, "VG302", supposed, arcs)


def nothing_renewed(survey: Survey) -> Iterator[Problem]:
    """VG303: resources feed activities, there are impacts, and no link gives anything back."""
    if survey.of_kinds("feeds") and survey.impacts and not survey.of_kinds("regenerates"):
        yield from whole("VG303")


def depleted(survey: Survey) -> Iterator[Problem]:
    """VG304: resources that the chain uses up and does not renew."""
    used_up = survey.ends("depletes") - survey.ends("regenerates")
    yield from each(survey, "VG304", [part for part in survey.resources if part.id in used_up])


def ring(survey: Survey) -> Iterator[Problem]:
    """VG305: activities that precede one another in a ring."""
    arcs = following(arc for arc in survey.arcs if arc.kind == "precedes")
    found = {min(loop, key=survey.rank.__getitem__): loop for loop in loops(arcs)}
    yield from _told_loops(survey, "VG305", found, arcs)


def against_the_list(survey: Survey) -> Iterator[Problem]:
    """VG306: activities listed before those they come after; rings are another matter."""
    rings = loops(following(arc for arc in survey.arcs if arc.kind == "precedes"))
    ring_of = {part: number for number, loop in enumerate(rings) for part in loop}
    backwards = [
        link
        for link in survey.of_kinds("precedes")
        if survey.rank[link.start] > survey.rank[link.end]
        and (link.start not in ring_of or ring_of[link.start] != ring_of.get(link.end))
    ]
    yield from each(survey, "VG306", backwards)


def feedback(survey: Survey) -> Iterator[Problem]:
    """VG307: loops that pass through an impact and through no resource."""
    resources = {part.id for part in survey.resources}
    impacts = {part.id for part in survey.impacts}
    arcs = following(arc for arc in survey.flowing(*_ROUND) if not {arc.start, arc.end} & resources)
    found = {
        min(loop & impacts, key=survey.rank.__getitem__): loop
        for loop in loops(arcs)
        if loop & impacts
    }
    yield from _told_loops(survey, "VG307", found, arcs)


def renewed_and_depleted(survey: Survey) -> Iterator[Problem]:
    """VG308: resources that the same part both renews and depletes."""
    depleting = {(link.start, link.end) for link in survey.of_kinds("depletes")}
    renewing = {(link.start, link.end): None for link in survey.of_kinds("regenerates")}
    told = []
    for by, what in renewing:
        if (by, what) in depleting:
            first, last = survey.wording.part(what), survey.wording.part(by)
            words = Bilingual(f"{first.fr}, par {last.fr}", f"{first.en}, by {last.en}")
            told.append((survey.items[what], words))
    yield from each_told("VG308", told)


def _renewing(survey: Survey) -> list[Arc]:
    """Return the arcs by which a resource can be kept alive: none depletes or hinders."""
    hinders = {link.id for link in survey.links if link.sign is Sign.MINUS}
    return [arc for arc in survey.flowing(*_ROUND, without=["depletes"]) if arc.link not in hinders]


def _resources_in(survey: Survey, arcs: Following) -> Loops:
    ids = {part.id for part in survey.resources}
    return {part: loop for loop in loops(arcs) for part in loop & ids}


def _told_loops(survey: Survey, code: str, found: Loops, arcs: Following) -> Iterator[Problem]:
    """Tell each loop in words; of many, the first, and the parts the others pass through."""
    starts = sorted(found, key=survey.rank.__getitem__)
    apart = len(starts) <= MOST_APART
    told = [
        (survey.items[start], survey.wording.loop(shortest_loop(start, arcs, found[start])))
        for start in (starts if apart else starts[:1])
    ]
    if apart:
        yield from each_told(code, told)
        return
    parts = [survey.items[start] for start in starts[1:]]
    others = named(parts, [survey.wording.of(part) for part in parts])
    first = told[0][1]
    words = Bilingual(
        f"{first.fr} ; et aussi autour de {others.fr}", f"{first.en}; also around {others.en}"
    )
    yield Problem(code, Where(), {"parts": words, "ids": tuple(starts)})


RULES = (
    closes,
    would_close,
    nothing_renewed,
    depleted,
    ring,
    against_the_list,
    feedback,
    renewed_and_depleted,
)
