"""What is solid and what rests on assumptions: what impacts depend on, what is to be confirmed."""

from __future__ import annotations

from valuegraph.analysis.evidence import evidence
from valuegraph.analysis.solidity import solidity
from valuegraph.errors import ChainError
from valuegraph.model.link import Link
from valuegraph.model.part import Part, Status
from valuegraph.model.words import word
from valuegraph.render.reporting.document import (
    Block,
    Bullets,
    Paragraph,
    Section,
    Table,
    Told,
)
from valuegraph.render.reporting.telling import Telling

_SUPPOSED = (Status.HYPOTHESIS, Status.PLANNED, Status.DISPUTED)


def standing(telling: Telling) -> list[Section]:
    """Return the section of what is solid, and that of what is to be confirmed."""
    return [
        Section("solid", telling.say("solid")),
        *_known_how(telling),
        _rests_on(telling),
        _to_be_confirmed(telling),
    ]


def _known_how(telling: Telling) -> list[Section]:
    """Return how well the routes of each impact are known; nothing where there is no route."""
    try:
        found = evidence(telling.chain, limit=0)
    except ChainError:
        return []  # the section below says why
    if not found.by_end:
        return []
    told = Bullets(tuple(Told(text) for text in found.sentences(telling.language)))
    note = Paragraph(Told(telling.say("weakest step")), "note")
    title = telling.say("known well")
    return [Section("known-how", title, (told, note), level=3)]


def _rests_on(telling: Telling) -> Section:
    title = telling.say("rests on")
    try:
        found = solidity(telling.chain)
    except ChainError as refused:
        told = [problem.message(telling.language) for problem in refused.problems]
        return Section("rests-on", title, tuple(Paragraph(Told(text)) for text in told), level=3)
    blocks: list[Block] = [Bullets(tuple(Told(text) for text in found.sentences(telling.language)))]
    if not len(found):
        blocks = [Paragraph(Told(telling.say("no share")))]
    return Section("rests-on", title, (*blocks, *telling.notes(found.limits)), level=3)


def _to_be_confirmed(telling: Telling) -> Section:
    language = telling.language
    items: list[Part | Link] = [*telling.chain.parts(), *telling.chain.links]
    rows = [
        (
            Told(telling.name(item)),
            Told(word("status", item.status, language)),
            Told(_said(item, telling)),
        )
        for status in _SUPPOSED
        for item in items
        if item.status is status
    ]
    title = telling.say("to be confirmed")
    if not rows:
        none = Paragraph(Told(telling.say("nothing to confirm")))
        return Section("to-be-confirmed", title, (none,), level=3)
    head = ("element", "status", "reason")
    table = Table(telling.say("doubtful"), tuple(telling.say(name) for name in head), tuple(rows))
    return Section("to-be-confirmed", title, (table,), level=3)


def _said(item: Part | Link, telling: Telling) -> str:
    name = "why" if isinstance(item, Link) else "description"
    return item.text(name, telling.language)
