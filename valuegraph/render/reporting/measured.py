"""What the evaluation says so far: progress against the targets, and what is not measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from valuegraph.analysis.coverage import coverage
from valuegraph.analysis.telling.figures import percent
from valuegraph.model.evaluation import Value
from valuegraph.model.part import Part, Status
from valuegraph.render.reporting.coverage_chart import coverage_chart
from valuegraph.render.reporting.document import (
    Block,
    Bullets,
    Figure,
    Paragraph,
    Section,
    Table,
    Told,
)
from valuegraph.render.reporting.latest import Standing, standings
from valuegraph.render.reporting.masking import HIDDEN
from valuegraph.render.reporting.progress_chart import progress_chart
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.told_values import told_value
from valuegraph.render.views.framework_zones.rows import rows_of, unmeasured


def measured(telling: Telling) -> list[Section]:
    """Return the section of progress and that of what is not measured; none without a framework."""
    chain = telling.chain
    if not chain.indicators and not chain.questions:
        return []
    found = standings(telling)
    return [*_progress(found, telling), _not_measured(telling)]


def _progress(found: list[Standing], telling: Telling) -> list[Section]:
    if not found:
        return []
    drawn = [each for each in found if each.amounts() is not None]
    caption = telling.say("figure progress")
    # The picture comes first: it stays with the heading, where a page ends.
    blocks: list[Block] = [Figure(progress_chart(drawn, telling), caption)] if drawn else []
    blocks.append(Paragraph(Told(_as_of(telling))))
    head = ("indicator head", "start", "last value", "aim", "where it stands")
    rows = tuple(_row(each, telling) for each in found)
    blocks.append(
        Table(telling.say("progress table"), tuple(telling.say(name) for name in head), rows)
    )
    return [Section("progress", telling.say("progress"), tuple(blocks))]


def _as_of(telling: Telling) -> str:
    dates = [each.date for each in telling.observations]
    if telling.on:
        return telling.say("known on", date=telling.on)
    return telling.say("as of", date=max(dates)) if dates else telling.say("no observation")


def _row(standing: Standing, telling: Telling) -> tuple[Told, ...]:
    indicator = standing.indicator
    return (
        Told(telling.name(indicator)),
        _dated(standing.baseline, standing, telling),
        Told(_last(standing, telling), _sources(standing, telling)),
        _dated(standing.target, standing, telling),
        Told(_where(standing, telling)),
    )


def _last(standing: Standing, telling: Telling) -> str:
    if not standing.seen:
        return telling.say("unknown")
    words = [told_value(seen.told, standing.indicator, telling.language) for seen in standing.seen]
    if standing.value is not None:
        text = told_value(standing.value, standing.indicator, telling.language)
    elif set(words) == {HIDDEN.text(telling.language)}:
        text = words[0]
    elif all(isinstance(seen.told, str) for seen in standing.seen):
        counts = Counter(words).items()
        text = ", ".join(telling.say("times", value=word, count=count) if count > 1 else word
                         for word, count in counts)  # fmt: skip
    else:
        text = telling.say("several values", count=len(standing.seen))
    return f"{text} ({standing.date})"


def _sources(standing: Standing, telling: Telling) -> tuple[int, ...]:
    numbers = (telling.sources_of(seen, standing.indicator) for seen in standing.seen)
    return tuple(dict.fromkeys(number for each in numbers for number in each))


def _dated(dated: tuple[str, Value] | None, standing: Standing, telling: Telling) -> Told:
    if dated is None:
        return Told(telling.say("not said"))
    date, value = dated
    return Told(f"{told_value(value, standing.indicator, telling.language)} ({date})")


def _where(standing: Standing, telling: Telling) -> str:
    if not standing.seen:
        return telling.say("no data yet")
    if standing.target is None:
        return telling.say("no target")
    if standing.reached is None:
        return telling.say("cannot be said")
    return telling.say("reached" if standing.reached else "not reached")


def _not_measured(telling: Telling) -> Section:
    """Return what nothing measures, what is asked without being measured, what has no data."""
    chain, language = telling.chain, telling.language
    rows = rows_of(chain)
    seen = {each.indicator for each in telling.observations}
    groups = (
        ("without measure", unmeasured(rows, chain)),
        ("question open", [row.question for row in rows
                           if row.question and row.criterion is None and row.indicator is None]),
        ("criterion open", [row.criterion for row in rows
                            if row.criterion and row.indicator is None]),
        ("indicator open", [each for each in chain.indicators if each.id not in seen]),
    )  # fmt: skip
    items = [
        Told(telling.say(name, names=_names(parts, language))) for name, parts in groups if parts
    ]
    blocks: list[Block] = [Figure(coverage_chart(telling), telling.say("figure coverage"))]
    items = [*_routes_measured(telling), *items]
    if items:
        blocks += [Bullets(tuple(items)), Paragraph(Told(telling.say("not all measured")), "note")]
    else:
        blocks.append(Paragraph(Told(telling.say("all measured"))))
    return Section("not-measured", telling.say("not measured"), tuple(blocks))


def _routes_measured(telling: Telling) -> list[Told]:
    """Return, for each impact, how many of its routes pass by something that is measured."""
    language = telling.language
    return [
        Told(
            telling.say("routes measured", what=telling.name(row.id), some=row.routes_measured,
                        count=row.routes, share=percent(row.share, language))
        )
        for row in coverage(telling.chain).impacts
        if row.share is not None
    ]  # fmt: skip


def _names(parts: Iterable[Part], language: str) -> str:
    return ", ".join(part.label(language) for part in parts if part.status is not Status.REFUTED)
