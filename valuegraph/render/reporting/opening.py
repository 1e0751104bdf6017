"""The opening of a report: what it is about, how to read it, and the chain in pictures."""

from __future__ import annotations

from valuegraph.analysis.result import BASES
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.render.focus.names import counted
from valuegraph.render.reporting.document import Block, Figure, Paragraph, Section, Told
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.sheets import View
from valuegraph.render.views.blocks.footing import own_source
from valuegraph.render.views.extended import extended
from valuegraph.render.views.flow import flow
from valuegraph.render.views.framework import framework


def in_short(telling: Telling) -> Section:
    """Return what the chain holds, how far its evaluation is, and how to read the rest."""
    chain, language = telling.chain, telling.language
    blocks: list[Block] = []
    description = chain.about.text("description", language)
    if description.strip():
        blocks.append(Paragraph(Told(description)))
    source = own_source(chain, language)
    drawn_by = telling.say("chain source", text=source) if source.strip() else ""
    parts = [
        part for part in chain.parts() if not isinstance(part, Question | Criterion | Indicator)
    ]
    counts = counted(parts, language)
    if counts:
        told = telling.say("in short chain", counts=counts)
        blocks.append(Paragraph(Told(told, telling.source(drawn_by))))
    blocks.append(Paragraph(Told(_evaluation(telling))))
    blocks.append(Paragraph(Told(telling.say("how to read")), "note"))
    return Section("in-short", telling.say("in short"), tuple(blocks))


def _evaluation(telling: Telling) -> str:
    chain = telling.chain
    counts = {
        "questions": len(chain.questions),
        "criteria": len(chain.criteria),
        "indicators": len(chain.indicators),
        "observations": len(telling.observations),
    }
    if not any(counts.values()):
        return telling.say("in short nothing")
    words = {
        "questions": ("one question", "questions"),
        "criteria": ("one criterion", "criteria"),
        "indicators": ("one indicator", "indicators"),
        "observations": ("one observation noted", "observations noted"),
    }
    told = {
        name: telling.say(words[name][count != 1], count=count) for name, count in counts.items()
    }
    return telling.say("in short evaluation", **told)


def in_pictures(telling: Telling) -> Section:
    """Return the poster, the flows and, where there is one, the framework."""
    basis = BASES["equal"].text(telling.language)
    views: list[tuple[View, str]] = [(extended, telling.say("figure extended"))]
    if telling.chain.impacts:
        views.append((flow, telling.say("figure flow", basis=basis)))
    if telling.chain.questions or telling.chain.indicators:
        views.append((framework, telling.say("figure framework")))
    figures = [
        Figure(scene, caption if place == 0 else scene.title, wide=True)
        for view, caption in views
        for place, scene in enumerate(view(telling.chain, telling.options).scenes)
    ]
    return Section("in-pictures", telling.say("in pictures"), tuple(figures))
