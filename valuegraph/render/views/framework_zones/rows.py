"""The framework as rows: one an indicator, or what an indicator is still missing for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.link import Link
from valuegraph.model.part import Part, Status
from valuegraph.problems import Bilingual
from valuegraph.render.told_values import told_value
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import Tile, part_tile, tone_of
from valuegraph.render.words import say

_COUNTED = ("impact", "margin", "output", "activity", "support", "resource")
_CUT = Bilingual(" ; ", "; ")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the tree: an indicator, its criterion and its question, where they exist."""

    question: Question | None
    criterion: Criterion | None
    indicator: Indicator | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One part or link that an indicator measures, by itself or by way of its question."""

    part: Part | Link
    direct: bool


def rows_of(chain: ValueChain) -> tuple[Row, ...]:
    """Return the whole tree: by question, criterion and indicator, in the order of listing."""
    rows: list[Row] = []
    questions = {question.id for question in chain.questions}
    criteria = {criterion.id for criterion in chain.criteria}
    for question in (*chain.questions, None):
        asked = question.id if question else ""
        mine = [
            criterion
            for criterion in chain.criteria
            if criterion.question == asked
            or (question is None and criterion.question not in questions)
        ]
        for criterion in mine:
            followed = [each for each in chain.indicators if each.criterion == criterion.id]
            rows += [Row(question, criterion, each) for each in followed or (None,)]
        if question and not mine:
            rows.append(Row(question, None, None))
    adrift = (each for each in chain.indicators if each.criterion not in criteria)
    return (*rows, *(Row(None, None, each) for each in adrift))


def measures_of(row: Row, chain: ValueChain) -> tuple[Measure, ...]:
    """Return what the row's indicator measures: what it names, else what its question names."""
    if not row.indicator:
        return ()
    ids = row.indicator.measures or (row.question.about if row.question else ())
    direct = bool(row.indicator.measures)
    found = (chain.find(each) for each in dict.fromkeys(ids) if each in chain)
    return tuple(Measure(part, direct) for part in found if isinstance(part, Part | Link))


def unmeasured(rows: Sequence[Row], chain: ValueChain) -> tuple[Part, ...]:
    """Return the parts that nothing measures, impacts first; refuted ones are not looked for."""
    seen = {measure.part.id for row in rows for measure in measures_of(row, chain)}
    left = [
        part
        for part in chain.parts()
        if part.kind in _COUNTED and part.id not in seen and part.status is not Status.REFUTED
    ]
    return tuple(sorted(left, key=lambda part: _COUNTED.index(part.kind)))


def runs(rows: Sequence[Row], *, criteria: bool) -> list[tuple[int, int]]:
    """Return where neighbouring rows of one question (or one criterion) begin and end."""

    def key(place: int) -> tuple[str, ...]:
        row = rows[place]
        question = row.question.id if row.question else ""
        if not criteria:
            return (question,)
        return (question, row.criterion.id if row.criterion else "")

    groups = (list(run) for _, run in groupby(range(len(rows)), key))
    return [(run[0], run[-1] + 1) for run in groups]


def question_card(question: Question | None, chain: ValueChain, setting: Setting) -> Tile:
    """Return the card of a question, with what it is about; or that there is none."""
    language = setting.language
    if question is None:
        tone = tone_of("question", setting.theme)
        return Tile("", "question", say("without question", language), tone, dashed=True)
    about = _CUT.text(language).join(_name(chain, each, language) for each in question.about)
    asked, name = question.text("ask", language), question.text("name", language)
    lines = [asked if asked.strip() and asked != question.label(language) and name.strip() else "",
             say("about", language, names=about) if about else "",
             *(say("about route", language, names=" → ".join(_name(chain, each, language)
                   for each in route)) for route in question.routes)]  # fmt: skip
    note = "\n".join(line for line in lines if line)
    tone = tone_of("question", setting.theme)
    return Tile(question.id, "question", question.label(language), tone, note=note,
                status=question.status, shape="home_plate",
                description=question.text("description", language))  # fmt: skip


def criterion_card(criterion: Criterion | None, chain: ValueChain, setting: Setting) -> Tile:
    """Return the card of a criterion, with who proposed it; or that there is none.

    Who proposed it may be told by the id of an actor.
    """
    language, tone = setting.language, tone_of("criterion", setting.theme)
    if criterion is None:
        return Tile("", "criterion", say("without criterion", language), tone, dashed=True,
                    bold=False)  # fmt: skip
    who = _name(chain, criterion.by, language) if criterion.by in chain else criterion.by
    note = say("proposed by", language, who=who) if who.strip() else ""
    return Tile(criterion.id, "criterion", criterion.label(language), tone, note=note,
                status=criterion.status, shape="home_plate",
                description=criterion.text("description", language))  # fmt: skip


def indicator_card(row: Row, chain: ValueChain, setting: Setting) -> Tile:
    """Return the card of an indicator: its kind, unit, baseline, targets and data."""
    language, tone = setting.language, tone_of("indicator", setting.theme)
    indicator = row.indicator
    if indicator is None:
        return Tile("", "indicator", say("without indicator", language), tone, dashed=True,
                    bold=False)  # fmt: skip
    count = sum(seen.indicator == indicator.id for seen in chain.observations)
    kind = say(indicator.indicator_kind.value, language) if indicator.indicator_kind else ""
    dated = (("baseline", indicator.baseline), ("target", indicator.target))
    data = "no data" if not count else "one observation" if count == 1 else "observations"
    lines = (
        (kind, indicator.unit, say(data, language, count=count)),
        (
            say(name, language, date=date,
                value=told_value(value, indicator, language, with_unit=False))
            for name, values in dated
            for date, value in sorted(values.items())
        ),
        ("" if measures_of(row, chain) else say("measures nothing", language),),
    )  # fmt: skip
    told = (" · ".join(piece for piece in line if piece.strip()) for line in lines)
    return Tile(
        indicator.id, "indicator", indicator.label(language), tone,
        note="\n".join(line for line in told if line),
        status=indicator.status, dashed=not count,
        description=indicator.text("description", language),
    )  # fmt: skip


def measured_card(part: Part | Link, chain: ValueChain, setting: Setting) -> Tile:
    """Return the card of what is measured: a part, or a link told by its two ends."""
    if isinstance(part, Part):
        return part_tile(part, setting)
    language = setting.language
    name = f"{_name(chain, part.start, language)} → {_name(chain, part.end, language)}"
    return Tile(part.id, "link", name, tone_of("link", setting.theme),
                note=part.text("label", language), status=part.status)  # fmt: skip


def _name(chain: ValueChain, reference: str, language: str) -> str:
    part = chain.find(reference) if reference in chain else None
    if isinstance(part, Link):
        return f"{_name(chain, part.start, language)} → {_name(chain, part.end, language)}"
    if isinstance(part, Part):
        return part.label(language)
    return chain.about.label(language) or say("whole chain", language)
