"""The commands on evaluations: what is measured, how far, how well known, what people think."""

from __future__ import annotations

from typing import TYPE_CHECKING

import valuegraph as vg
from valuegraph.cli.paragraphs import Paragraph, limits_of, print_paragraphs
from valuegraph.cli.result_tables import table_text
from valuegraph.cli.streams import print_file, read_chain, read_chains, tell
from valuegraph.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from valuegraph.analysis.result import Answer

FINE = 0


def coverage(*, spoken: str, file: str, table: str | None, language: str | None) -> int:
    """Say what of a chain is measured, and what is not."""
    return _answer(vg.coverage, file, "coverage title", table, spoken)


def progress(
    *, spoken: str, file: str, on: str | None, table: str | None, language: str | None
) -> int:
    """Say how each indicator stands beside what was before and what is hoped for."""
    return _answer(lambda chain: vg.progress(chain, on=on), file, "progress title", table, spoken)


def evidence(*, spoken: str, file: str, table: str | None, language: str | None) -> int:
    """Say how well the routes of a chain are known."""
    return _answer(vg.evidence, file, "evidence title", table, spoken)


def judgements(*, spoken: str, file: str, table: str | None, language: str | None) -> int:
    """Say what people think of the parts of a chain, and whether they agree."""
    return _answer(vg.judgements, file, "judgements title", table, spoken)


def roll_up(
    *,
    spoken: str,
    files: tuple[str, ...],
    of: list[str] | None,
    by: list[str] | None,
    every: str | None,
    masked_below: int | None,
    table: str | None,
    language: str | None,
) -> int:
    """Say what the observations of one chain or several make together."""
    chains, notes = read_chains(files, spoken)
    told = vg.roll_up(chains, of=of, by=by or (), every=every, masked_below=masked_below)
    return _print(told, notes, "roll-up title", table, spoken)


def _answer(
    ask: Callable[[vg.ValueChain], Answer], file: str, title: str, table: str | None, spoken: str
) -> int:
    chain, notes = read_chain(file, spoken)
    return _print(ask(chain), notes, title, table, spoken)


def _print(
    answer: Answer, notes: Iterable[vg.Problem], title: str, table: str | None, spoken: str
) -> int:
    if table is None:
        told = Paragraph(say(title, spoken), answer.sentences(spoken))
        print_paragraphs([told, limits_of([answer], spoken)])
    else:
        print_file(table_text(answer, table, spoken))
        if table != "json":
            tell(answer.limits, spoken)
    tell(notes, spoken)
    return FINE
