"""The extended view in words: the title and the alternative text of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Part, Status
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import HasStatus
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.entries import Cell
from valuegraph.render.views.blocks.impact_slice import effects
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.words import say


def in_words(content: Content, options: ViewOptions, sheet: int, sheets: int) -> tuple[str, str]:
    """Return the title of a sheet, and all that it shows in words, one line a zone."""
    language = options.language
    about = content.chain.about
    name = about.label(language) or say("untitled", language)
    title = f"{name} — {say('extended', language)}"
    if sheets > 1:
        title += f" ({say('sheet', language, number=sheet, count=sheets)})"
    lines = [about.text("description", language), _resources(content, language)]
    lines.append(_support(content, language))
    lines += [
        _activity(content, place, activity, language)
        for place, activity in enumerate(content.activities, 1)
    ]
    if not content.activities:
        lines.append(say("no activities", language) + ".")
    lines.append(_results(content, language))
    actors = ", ".join(_named(actor, language) for actor in content.actors)
    lines.append(_line("stakeholders", [actors], language))
    return title, "\n".join(line for line in lines if line)


def _resources(content: Content, language: str) -> str:
    told = []
    for part in content.resources:
        loop = say("renewed", language).lower() if part.id in content.renewed else ""
        told.append(_with(_named(part, language), loop))
    return _line("ecosystem", told, language)


def _support(content: Content, language: str) -> str:
    told = []
    for part in content.support:
        serving = content.serving[part.id]
        named = _with(_named(part, language), serving.carriers)
        lines = ", ".join(serving.told)
        told.append(say("told of", language, what=named, text=lines) if lines else named)
    return _line("support", told, language)


def _activity(content: Content, place: int, activity: PrimaryActivity, language: str) -> str:
    pieces = []
    for word, parts in (
        ("resources invested", content.invested[activity.id]),
        ("outputs", content.outputs[activity.id]),
    ):
        if parts:
            names = ", ".join(_named(part, language) for part in parts)
            pieces.append(say("told of", language, what=say(word, language), text=names))
    for look in content.circuits:
        cell = content.cells[activity.id, look.code]
        pieces.append(say("told of", language, what=look.label, text=_cell(cell, language)))
    told = f"{place}. {_named(activity, language)}"
    if pieces:
        told = say("told of", language, what=told, text=say("next", language).join(pieces))
    return told + "."


def _cell(cell: Cell, language: str) -> str:
    if not cell.entries:
        return say("none" if cell.discussed_none else "not discussed", language).lower()
    told = []
    for entry in cell.entries:
        way = f"{say(entry.way.value, language).lower()} " if entry.way and cell.both_ways else ""
        told.append(_with(way + entry.text, _doubt(entry, language)))
    return ", ".join(told)


def _results(content: Content, language: str) -> str:
    told = []
    for part in content.results:
        judged, returned = effects(content.chain, part, language)
        told.append(_with(_named(part, language), *judged, *returned))
    if not told:
        return say("no impacts", language) + "."
    return _joined(results_heading(content.results, language), told, language)


def _line(word: str, told: Sequence[str], language: str) -> str:
    return _joined(say(word, language), told, language) if any(told) else ""


def _joined(heading: str, told: Iterable[str], language: str) -> str:
    return say("told of", language, what=heading, text=say("next", language).join(told)) + "."


def _named(part: Part, language: str) -> str:
    return _with(part.label(language), _doubt(part, language))


def _with(text: str, *notes: str) -> str:
    told = ", ".join(note for note in notes if note)
    return f"{text} ({told})" if told else text


def _doubt(marked: HasStatus, language: str) -> str:
    status = marked.status
    return "" if status in (None, Status.OBSERVED) else say(status.value, language).lower()
