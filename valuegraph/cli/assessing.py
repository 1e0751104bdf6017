"""The commands ``coverage`` and ``progress``: what is measured, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import valuegraph as vg
from valuegraph.cli.paragraphs import Paragraph, limits_of, print_paragraphs
from valuegraph.cli.result_tables import table_text
from valuegraph.cli.streams import print_file, read_chain, tell
from valuegraph.cli.words import say

if TYPE_CHECKING:
    from valuegraph.analysis.result import Result

FINE = 0


def coverage(*, spoken: str, file: str, table: str | None, language: str | None) -> int:
    """Say what of a chain is measured, and what is not."""
    chain, notes = read_chain(file, spoken)
    _print(vg.coverage(chain), "coverage title", table, spoken)
    tell(notes, spoken)
    return FINE


def progress(
    *, spoken: str, file: str, on: str | None, table: str | None, language: str | None
) -> int:
    """Say how each indicator stands beside what was before and what is hoped for."""
    chain, notes = read_chain(file, spoken)
    _print(vg.progress(chain, on=on), "progress title", table, spoken)
    tell(notes, spoken)
    return FINE


def _print(answer: Result, title: str, table: str | None, spoken: str) -> None:
    if table is None:
        told = Paragraph(say(title, spoken), answer.sentences(spoken))
        print_paragraphs([told, limits_of([answer], spoken)])
        return
    print_file(table_text(answer, table, spoken))
    if table != "json":
        tell(answer.limits, spoken)
