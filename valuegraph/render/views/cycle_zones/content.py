"""What the value cycle shows of a chain: stations, what returns, states and loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valuegraph.model.part import Part
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.flow_zones.reading import ACTIVITIES, RESOURCES, RESULTS, Reading
from valuegraph.render.words import say

_MOST_LOOPS = 100


@dataclass(frozen=True, slots=True)
class Loop:
    """The shortest loop through one resource: its parts in order, and its polarity."""

    resource: str
    parts: tuple[str, ...]
    polarity: str


@dataclass(frozen=True, slots=True)
class Turning:
    """How a chain turns.

    Attributes:
        states: of each resource: ``renewed``, ``depleted``, ``both`` or ``neither``.
        loops: the shortest one of each resource that has one.
        count: how many loops pass through a resource.
        at_least: whether there may be more than were counted.
    """

    states: Mapping[str, str]
    loops: tuple[Loop, ...]
    count: int
    at_least: bool


def turning(reading: Reading) -> Turning:
    """Return the loops of a chain and the states of its resources, by the analysis."""
    from valuegraph.analysis.cycles import cycles  # arrays, where they are needed

    found = cycles(reading.chain, limit=_MOST_LOOPS)
    loops = []
    for resource in reading.columns[RESOURCES]:
        mine = [loop for loop in found.regeneration if resource.id in loop.parts]
        if mine:
            shortest = min(mine, key=lambda loop: loop.length)
            at = shortest.parts.index(resource.id)
            parts = (*shortest.parts[at:], *shortest.parts[:at])
            loops.append(Loop(resource.id, parts, shortest.polarity))
    return Turning(found.states, tuple(loops), len(found.regeneration), found.total is None)


def loop_words(reading: Reading, loop: Loop, options: ViewOptions) -> str:
    """Return a loop as names and arrows, back to where it begins."""
    chain, language = reading.chain, options.language
    names = []
    for part_id in (*loop.parts, loop.parts[0]):
        part = chain.find(part_id)
        name = part.label(language) if isinstance(part, Part) else ""
        names.append(name or say("unnamed", language))
    return " → ".join(names)


def leaving(reading: Reading) -> tuple[Part, ...]:
    """Return the impacts that bring nothing back: they leave the ring."""
    returning = {bond.start for bond in reading.returns}
    return tuple(part for part in reading.columns[RESULTS] if part.id not in returning)


def stations(reading: Reading) -> tuple[Sequence[Part], Sequence[Part], Sequence[Part]]:
    """Return resources, activities and results; results that leave the ring come first."""
    out = leaving(reading)
    results = (*out, *(part for part in reading.columns[RESULTS] if part not in out))
    return reading.columns[RESOURCES], reading.columns[ACTIVITIES], results
