"""What joins several chains: actors that play in more than one, and results that feed another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.model.words import fold


@dataclass(frozen=True, slots=True)
class Shared:
    """One actor of several chains: as its first chain tells it, and the chains it plays in."""

    actor: Actor
    chains: tuple[int, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A part of one chain that is a resource of another: the chains' numbers and both parts."""

    start: int
    part: Part
    end: int
    resource: Part


def shared_actors(
    chains: Sequence[ValueChain],
) -> tuple[tuple[Shared, ...], Mapping[int, tuple[Actor, ...]]]:
    """Return the actors found in several chains, and those of each chain alone.

    Two actors are one if they have the same id or the same name, case, accents and needless
    spaces aside.
    """
    groups: list[tuple[Actor, list[int], list[str], set[str]]] = []
    for number, chain in enumerate(chains):
        for actor in chain.actors:
            keys = _keys(actor)
            # Two actors of one chain are two, whatever their names; an id counts before a name.
            others = [group for group in groups if keys & group[3] and number not in group[1]]
            same = next((group for group in others if f"id {actor.id}" in group[3]), None)
            same = same or next(iter(others), None)
            if same is None:
                groups.append((actor, [number], [actor.id], keys))
            else:
                same[1].append(number)
                same[2].append(actor.id)
                same[3].update(keys)
    shared = tuple(
        Shared(actor, tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(ids)))
        for actor, numbers, ids, _ in groups
        if len(set(numbers)) > 1
    )
    alone: dict[int, list[Actor]] = {number: [] for number in range(len(chains))}
    for actor, numbers, _, _ in groups:
        if len(set(numbers)) == 1:
            alone[numbers[0]].append(actor)
    return shared, {number: tuple(actors) for number, actors in alone.items()}


def feeds_of(chains: Sequence[ValueChain]) -> tuple[Feed, ...]:
    """Return where an impact, an output or a resource of one chain is a resource of another.

    A resource that two chains draw on alike is told once, from the earlier chain to the later.
    """
    found: list[Feed] = []
    for start, giving in enumerate(chains):
        given = [
            part
            for part in (*giving.impacts, *giving.outputs, *giving.resources)
            if part.status is not Status.REFUTED
        ]
        for end, taking in enumerate(chains):
            if start == end:
                continue
            for resource in taking.resources:
                for part in given:
                    alike = part.kind == "resource"
                    if _keys(part) & _keys(resource) and not (alike and start > end):
                        found.append(Feed(start, part, end, resource))
                        break
    return tuple(found)


def _keys(part: Part) -> set[str]:
    """Return what a part answers to: its id, and its names folded."""
    names = [part.name, *(str(each.get("name", "")) for each in part.translations.values())]
    return {f"id {part.id}", *(f"name {fold(name)}" for name in names if not is_blank(name))}
