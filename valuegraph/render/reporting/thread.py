"""The thread of an evaluation, question by question: criteria, indicators, what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from valuegraph.analysis.evaluating.spread_of_ratings import latest, spread_of
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question, Rating
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Problem
from valuegraph.render.reporting.document import (
    Block,
    Paragraph,
    Quotation,
    Section,
    Table,
    Told,
)
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.told_values import told_observation, told_value
from valuegraph.render.views.framework_zones.rows import Row, measures_of, rows_of
from valuegraph.render.words import say as say_of_views


def thread(telling: Telling) -> list[Section]:
    """Return one section that opens the thread, and one a question."""
    rows = rows_of(telling.chain)
    if not rows and not telling.chain.questions:
        none = Paragraph(Told(telling.say("no question")))
        opening = Section("thread", telling.say("thread"), (none,))
        return [opening, *_other_judgements(telling)]
    asked = [(question, list(mine)) for question, mine in groupby(rows, lambda row: row.question)]
    return [
        Section("thread", telling.say("thread")),
        *(section for number, (question, mine) in enumerate(asked, 1)
          for section in _question(question, mine, number, telling)),
        *_other_judgements(telling),
    ]  # fmt: skip


def _question(
    question: Question | None, rows: Sequence[Row], number: int, telling: Telling
) -> list[Section]:
    """Return the section of a question, and one a criterion below it."""
    blocks: list[Block] = []
    title = telling.say("without a question")
    if question is not None:
        title = question.text("ask", telling.language) or question.label(telling.language)
        blocks += _about(question, telling)
        for thing in _judged_here(question, telling):
            blocks += judged(thing, telling)
    id = f"question-{number}"
    sections = []
    for place, (criterion, run) in enumerate(groupby(rows, lambda row: row.criterion), 1):
        mine = list(run)
        followed = [block for row in mine if row.indicator is not None
                    for block in _indicator(row, row.indicator, telling)]  # fmt: skip
        if criterion is None:
            missing = Paragraph(Told(telling.say("no criterion")), "note")
            blocks += [missing, *followed] if question else followed
            continue
        name = telling.say("criterion", name=criterion.label(telling.language))
        inside = (*_criterion(criterion, telling), *followed)
        sections.append(Section(f"{id}-{place}", name, inside, level=4))
    return [Section(id, title, tuple(blocks), level=3), *sections]


def _about(question: Question, telling: Telling) -> list[Block]:
    told = []
    names = telling.names(question.about)
    description = question.text("description", telling.language)
    if description.strip():
        told.append(description)
    if names:
        told.append(telling.say("is about", names=names))
    told += [telling.say("follows route", route=telling.route(route)) for route in question.routes]
    return [Paragraph(Told(text)) for text in told]


def _criterion(criterion: Criterion, telling: Telling) -> list[Block]:
    said = [criterion.text("description", telling.language)]
    if criterion.by.strip():
        said.insert(0, telling.say("criterion by", who=telling.who(criterion.by)))
    blocks: list[Block] = [Paragraph(Told(text)) for text in said if text.strip()]
    if not any(each.criterion == criterion.id for each in telling.chain.indicators):
        blocks.append(Paragraph(Told(telling.say("no indicator")), "note"))
    return [*blocks, *judged(criterion.id, telling)]


def _judged_here(question: Question, telling: Telling) -> list[str]:
    """Return the question and what it is the first to be about."""
    before: set[str] = set()
    for each in telling.chain.questions:
        if each.id == question.id:
            break
        before |= set(each.about)
    return [question.id, *(part for part in question.about if part not in before)]


def _other_judgements(telling: Telling) -> list[Section]:
    """Return what is thought of parts and links that no question is about."""
    chain = telling.chain
    told = {each.id for each in (*chain.questions, *chain.criteria, *chain.indicators)}
    told |= {part for question in chain.questions for part in question.about}
    left = dict.fromkeys(each.of for each in telling.ratings if each.of not in told)
    blocks = [block for thing in left for block in judged(thing, telling)]
    title = telling.say("other judgements")
    return [Section("other-judgements", title, tuple(blocks), level=3)] if blocks else []


def _indicator(row: Row, indicator: Indicator, telling: Telling) -> list[Block]:
    language = telling.language
    kind = indicator.indicator_kind
    measured = telling.names(measure.part.id for measure in measures_of(row, telling.chain))
    pieces = [
        say_of_views(kind.value, language) if kind else "",
        indicator.unit,
        telling.say("measures", names=measured) if measured else "",
        *(
            telling.say(name, date=date, value=told_value(value, indicator, language))
            for name, values in (("baseline", indicator.baseline), ("target", indicator.target))
            for date, value in sorted(values.items())
        ),
    ]
    name = telling.say("indicator", name=indicator.label(language))
    told = " · ".join(piece for piece in pieces if piece.strip())
    seen = telling.seen(indicator)
    blocks: list[Block] = [Paragraph(Told(name), "lead")]
    if told:
        blocks.append(Paragraph(Told(told), "note"))
    blocks += judged(indicator.id, telling)
    if not seen:
        return [*blocks, Paragraph(Told(telling.say("no observation")), "note")]
    blocks.append(_observations(seen, indicator, telling))
    blocks += [
        Quotation(
            Told(each.quote, telling.sources_of(each, indicator)), telling.who(each.viewpoint)
        )
        for each in seen
        if each.quote.strip()
    ]
    return blocks


def _observations(seen: Sequence[Observation], indicator: Indicator, telling: Telling) -> Table:
    """Return what was seen of an indicator, in the order of dates; empty columns are left out."""
    ordered = sorted(seen, key=lambda each: each.date)
    columns = {
        "date": [Told(each.date) for each in ordered],
        "value": [
            Told(
                told_observation(each, indicator, telling.language),
                telling.sources_of(each, indicator),
            )
            for each in ordered
        ],
        "of whom": [
            Told(", ".join(each.breakdown.values()) or telling.say("all together"))
            for each in ordered
        ],
        "viewpoint": [Told(telling.who(each.viewpoint)) for each in ordered],
        "people": [Told("" if each.people is None else str(each.people)) for each in ordered],
    }
    if not any(each.breakdown for each in ordered):
        del columns["of whom"]
    kept = {
        name: cells
        for name, cells in columns.items()
        if name in ("date", "value") or any(cell.text for cell in cells)
    }
    names = list(kept)
    return Table(
        telling.say("observations of", name=indicator.label(telling.language)),
        tuple(telling.say(name) for name in names),
        tuple(zip(*kept.values(), strict=True)),
        frozenset(
            names.index(name)
            for name in ("value", "people")
            if name in names and (name == "people" or _are_numbers(ordered))
        ),
    )


def _are_numbers(seen: Sequence[Observation]) -> bool:
    return all(isinstance(each.told, Quantity) for each in seen)


def judged(what: str, telling: Telling) -> list[Block]:
    """Return who thinks what of a thing, and whether they agree now: never an average."""
    ratings = [each for each in telling.ratings if each.of == what]
    if not ratings:
        return []
    blocks: list[Block] = [_ratings(what, ratings, telling)]
    kept, earlier = latest(ratings)
    opinions = spread_of(kept)
    if opinions.count > 1:
        told = telling.say("all agree", count=opinions.count)
        if len(opinions.given) > 1:
            told = telling.say("opinions differ", counts=opinions.to_text(telling.language))
        blocks.append(Paragraph(Told(told)))
    if earlier:
        blocks += telling.notes([Problem("VG598", values={"count": earlier})])
    return blocks


def _ratings(what: str, ratings: Sequence[Rating], telling: Telling) -> Table:
    rows = [
        (
            Told(telling.value(each.value)),
            Told(
                " — ".join(telling.who(text) for text in (each.viewpoint, each.by) if text.strip())
            ),
            Told(each.date),
            Told(each.why),
        )
        for each in ratings
    ]
    head = ("judgement", "who", "date", "why")
    return Table(
        telling.say("judgements", name=telling.name(what)),
        tuple(telling.say(name) for name in head),
        tuple(rows),
    )
