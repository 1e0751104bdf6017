"""What the diagram shows: where impacts start, by which routes and which circuits."""

from __future__ import annotations

from collections.abc import Iterable

from valuegraph.analysis.mix import mix
from valuegraph.analysis.network import network
from valuegraph.analysis.routes import routes
from valuegraph.analysis.shares import shares
from valuegraph.analysis.telling.figures import percent
from valuegraph.errors import ChainError
from valuegraph.model.words import word
from valuegraph.render.reporting.charts import circuits_chart
from valuegraph.render.reporting.document import Block, Figure, Paragraph, Section, Table, Told
from valuegraph.render.reporting.telling import Telling

_ROUTES = 12
_SPECIAL = {"circular": "in circles", "none": "no circuit told"}


def numbers(telling: Telling) -> list[Section]:
    """Return the sections of shares, routes and circuits; one that says why there are none."""
    title = telling.say("numbers")
    try:
        found = shares(telling.chain)
    except ChainError as refused:
        told = [problem.message(telling.language) for problem in refused.problems]
        return [Section("numbers", title, tuple(Paragraph(Told(text)) for text in told))]
    if not len(found):
        none = Paragraph(Told(telling.say("no share")))
        return [Section("numbers", title, (none,))]
    return [Section("numbers", title), _shares(telling), _routes(telling), _circuits(telling)]


def _shares(telling: Telling) -> Section:
    language, found = telling.language, shares(telling.chain)
    rows = [
        (
            Told(telling.name(impact)),
            Told("\n".join(
                telling.say("told of", what=_holder(holder, telling), text=percent(share, language))
                for holder, share in found[impact].items()
            )),
        )
        for impact in found
    ]  # fmt: skip
    head = ("impact", "starts from")
    caption = telling.say("shares of origins")
    table = Table(caption, tuple(telling.say(name) for name in head), tuple(rows))
    told = [Paragraph(Told(found.caption.text(language)), "note"), *telling.notes(found.limits)]
    return Section("shares", telling.say("shares"), (table, *told), level=3)


def _routes(telling: Telling) -> Section:
    language = telling.language
    every = routes(telling.chain, limit=_ROUTES)
    found = every.folded()
    shown = found.routes
    rows = [
        (
            Told(telling.route(route.parts)),
            Told(_crossed(route.circuits, telling)),
            Told(word("status", route.status, language) if route.status else ""),
        )
        for route in shown
    ]
    many = found.total if found.total is not None else found.at_least
    counted = (
        telling.say("one route") if many == 1
        else telling.say("routes counted", count=many, shown=len(shown))
    )  # fmt: skip
    head = ("route", "by circuits", "known how")
    table = Table(
        telling.say("routes in words"), tuple(telling.say(name) for name in head), tuple(rows)
    )
    blocks: list[Block] = [Paragraph(Told(counted)), table, *telling.notes(found.limits)]
    return Section("routes", telling.say("routes"), tuple(blocks), level=3)


def _circuits(telling: Telling) -> Section:
    language, found = telling.language, mix(telling.chain)
    caption = telling.say("figure mix", caption=found.caption.text(language))
    blocks: list[Block] = [Figure(circuits_chart(found, telling), caption)]
    blocks += [
        Paragraph(Told(amount.text(network(telling.chain), language))) for amount in found.amounts
    ]
    blocks += telling.notes(found.limits)
    return Section("circuits", telling.say("by circuits"), tuple(blocks), level=3)


def _crossed(circuits: Iterable[str], telling: Telling) -> str:
    return ", ".join(telling.chain.circuit(circuit).label(telling.language) for circuit in circuits)


def _holder(holder: str, telling: Telling) -> str:
    if holder in _SPECIAL and holder not in telling.chain:
        return telling.say(_SPECIAL[holder])
    return telling.name(holder)
