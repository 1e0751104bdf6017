"""The command ``trace``: where impacts come from, by which routes, what depends on what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import valuegraph as vg
from valuegraph.cli.paragraphs import Paragraph, known_words, limits_of, print_paragraphs
from valuegraph.cli.result_tables import table_text
from valuegraph.cli.streams import print_file, read_chain, tell
from valuegraph.cli.words import say

if TYPE_CHECKING:
    from valuegraph.analysis.networks.snapshot import Network
    from valuegraph.analysis.result import Result
    from valuegraph.analysis.route_finding.route import Route
    from valuegraph.analysis.routes import Routes
    from valuegraph.analysis.shares import Basis

FINE = 0


def trace(
    *,
    spoken: str,
    file: str,
    start: str | None,
    end: str | None,
    top: int,
    without: str | None,
    basis: Basis,
    table: str | None,
    language: str | None,
) -> int:
    """Say where impacts come from, by which routes, and what depends on what is taken away."""
    chain, notes = read_chain(file, spoken)
    network = vg.network(chain)
    if table is not None:
        answer = _asked_table(network, start, end, top, without, basis)
        print_file(table_text(answer, table, spoken))
        if table != "json":
            tell(answer.limits, spoken)
    else:
        found: list[Result] = []
        of_routes: list[Result] = []
        routes = _routes(network, start, end, top, spoken, of_routes)  # first: it knows both ends
        paragraphs = [_shares(network, start, end, basis, spoken, found), routes]
        found += of_routes
        if without is not None:
            paragraphs.append(_loss(network, end, without, basis, spoken, found))
        print_paragraphs([*paragraphs, limits_of(found, spoken)])
    tell(notes, spoken)
    return FINE


def _asked_table(
    network: Network,
    start: str | None,
    end: str | None,
    top: int,
    without: str | None,
    basis: Basis,
) -> Result:
    """Return the one answer that a table is asked of."""
    if without is not None:
        return vg.loss(network, without=without, of=end, basis=basis)
    if start is not None:
        return _folded(network, start, end, top)[0]
    return vg.shares(network, of=end, basis=basis)


def _shares(
    network: Network,
    start: str | None,
    end: str | None,
    basis: Basis,
    spoken: str,
    found: list[Result],
) -> Paragraph:
    answer = vg.shares(network, of=end, basis=basis)
    lines = answer.sentences(spoken)
    found.append(answer)
    if start is not None:
        passed = vg.through(network, start, of=end, basis=basis)
        if passed.share.any():
            lines += passed.sentences(spoken)
        found.append(passed)
    if lines:
        lines.append(answer.caption.text(spoken))
    return Paragraph(say("shares title", spoken), lines)


def _folded(
    network: Network, start: str | None, end: str | None, top: int
) -> tuple[Routes, Routes, bool]:
    """Return routes folded, routes told apart, and whether the strongest come first."""
    listed = vg.routes(network, start=start, end=end, limit=top)
    if not listed.at_least:
        return listed, listed, False
    try:
        strongest = vg.routes(network, start=start, end=end, top=top).folded()
    except vg.ChainError:  # the strength of a link is unknown: the question itself was fine
        return listed.folded(), listed, False
    return strongest, listed, True


def _routes(
    network: Network,
    start: str | None,
    end: str | None,
    top: int,
    spoken: str,
    found: list[Result],
) -> Paragraph:
    folded, apart, is_ranked = _folded(network, start, end, top)
    found.append(folded)
    title = say("routes title", spoken)
    if not folded.at_least:
        return Paragraph(title, [say("no route", spoken)])
    order = say("by strength" if is_ranked else "by order", spoken)
    count = _number(folded, spoken)
    lines = [say("route count", spoken, count=count, shown=len(folded), order=order)]
    if apart.at_least != folded.at_least:
        lines.append(say("routes apart", spoken, count=_number(apart, spoken)))
    width = len(str(len(folded)))
    lines += [
        f"{place:>{width}}. {_told(route, spoken)}" for place, route in enumerate(folded, start=1)
    ]
    return Paragraph(title, lines)


def _number(routes: Routes, spoken: str) -> str:
    if routes.total is not None:
        return str(routes.total)
    return say("at least", spoken, count=routes.at_least)


def _told(route: Route, spoken: str) -> str:
    """Return a route in words, and in brackets what is known of it."""
    known = [say("variants", spoken, count=route.merged)] if route.merged > 1 else []
    if route.strength is not None:
        value = f"{route.strength:.3g}"
        value = value.replace(".", ",") if spoken == "fr" else value
        known.append(say("strength", spoken, value=value))
    known += known_words(route.status, route.confidence, spoken)
    return f"{route.to_text(spoken)}{_in_brackets(known)}."


def _in_brackets(words: Sequence[str]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _loss(
    network: Network,
    end: str | None,
    without: str,
    basis: Basis,
    spoken: str,
    found: list[Result],
) -> Paragraph:
    answer = vg.loss(network, without=without, of=end, basis=basis)
    found.append(answer)
    first, *lines = answer.sentences(spoken)
    caption: Iterable[str] = [answer.caption.text(spoken)] if lines else []
    return Paragraph(first.removesuffix("."), [*lines, *caption])
