"""What stands in each cell of the table activity x circuit: what is received, what is given."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.model.activity import Modality, PrimaryActivity, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Link
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import CircuitLook
from valuegraph.render.words import say

MOST_ENTRIES = 5
"""A cell that has more names the rest in the annex."""

# A circuit written on a link stands for a modality of one of its ends.
_WAYS = {"feeds": Way.RECEIVES, "precedes": Way.RECEIVES, "contributes": Way.GIVES}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a cell: a modality, or a link that names the circuit.

    Attributes:
        ref: the id of the modality or the link; empty for "3 more".
        text: what is shown.
        way: whether it is received or given.
        status: how sure it is.
        vague: whether the text is ours: nothing was written.
        description: for a tooltip.
        refs: the ids of all that it counts, where it counts several.
    """

    ref: str
    text: str
    way: Way | None
    status: Status | None = None
    vague: bool = False
    description: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One activity and one circuit: what is received, then what is given, or that there is none.

    ``both_ways`` says that the activity both receives and gives: each text then tells which.
    """

    activity: PrimaryActivity
    look: CircuitLook
    entries: tuple[Entry, ...]
    discussed_none: bool
    both_ways: bool
    left_out: tuple[Part, ...] = ()


def cells_of(
    chain: ValueChain, looks: tuple[CircuitLook, ...], options: ViewOptions
) -> dict[tuple[str, str], Cell]:
    """Return the cell of each activity and circuit; an overview only counts what is in it."""
    language = options.language
    found: dict[tuple[str, str], list[tuple[Entry, Part | None]]] = {}
    for modality in chain.modalities:
        entry = _entry(chain, modality, language)
        found.setdefault((modality.activity, modality.circuit), []).append((entry, modality))
    for link in chain.links:
        if link.circuit and link.kind in _WAYS:
            activity, told = _link_entry(chain, link, language)
            found.setdefault((activity, link.circuit), []).append((told, None))
    if options.is_overview:
        found = {place: _counted(entries, language) for place, entries in found.items()}
    ways: dict[str, set[Way | None]] = {}
    for (activity, _), entries in found.items():
        ways.setdefault(activity, set()).update(entry.way for entry, _ in entries)
    return {
        (activity.id, look.code): _cell(
            activity,
            look,
            found.get((activity.id, look.code), []),
            language,
            both_ways=len(ways.get(activity.id, ())) > 1,
        )
        for activity in chain.activities
        for look in looks
    }


def _cell(
    activity: PrimaryActivity,
    look: CircuitLook,
    found: list[tuple[Entry, Part | None]],
    language: str,
    *,
    both_ways: bool,
) -> Cell:
    found.sort(key=lambda item: item[0].way is Way.GIVES)
    entries = [entry for entry, _ in found]
    left_out: tuple[Part, ...] = ()
    if len(found) > MOST_ENTRIES:
        rest = found[MOST_ENTRIES - 1 :]
        told = say("more in the annex", language, count=len(rest))
        entries = [*entries[: MOST_ENTRIES - 1], Entry("", told, None, vague=True)]
        left_out = tuple(part for _, part in rest if part)
    none = {cell.partition(".")[2] for cell in activity.no_modality}
    return Cell(
        activity, look, tuple(entries), not entries and look.code in none, both_ways, left_out
    )


def _counted(
    found: list[tuple[Entry, Part | None]], language: str
) -> list[tuple[Entry, Part | None]]:
    """Return one entry for all that is received, one for all that is given: how many there are."""
    counted: list[tuple[Entry, Part | None]] = []
    for way in Way:
        entries = [entry for entry, _ in found if entry.way is way]
        if entries:
            statuses = {entry.status for entry in entries}
            status = statuses.pop() if len(statuses) == 1 else None
            refs = tuple(entry.ref for entry in entries)
            told = say_count(len(entries), language)
            counted.append((Entry("", told, way, status, refs=refs), None))
    return counted


def say_count(count: int, language: str) -> str:
    """Return how many modalities a cell holds, in words."""
    if count == 1:
        return say("one modality", language)
    return say("modalities counted", language, count=count)


def _entry(chain: ValueChain, modality: Modality, language: str) -> Entry:
    text = modality.text("name", language)
    told = text
    if is_blank(text) and modality.with_:
        other = chain.find(modality.with_)
        told = say("with", language, who=other.label(language)) if isinstance(other, Part) else ""
    if is_blank(told) and modality.in_return:
        told = modality.returned(language)
    return Entry(
        modality.id,
        say("unnamed", language) if is_blank(told) else told,
        modality.way,
        modality.status,
        is_blank(text),
        modality.text("description", language),
    )


def _link_entry(chain: ValueChain, link: Link, language: str) -> tuple[str, Entry]:
    """Return the activity whose cell shows a link, and what it says: its label or other end."""
    way = _WAYS[link.kind]
    activity, other = (link.end, link.start) if way is Way.RECEIVES else (link.start, link.end)
    end = chain.find(other)
    text = link.text("label", language)
    vague = is_blank(text)
    told = end.label(language) if vague and isinstance(end, Part) else text
    return activity, Entry(link.id, told, way, link.status, vague, link.text("why", language))
