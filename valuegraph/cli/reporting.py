"""The report of a chain and its evaluation."""

from __future__ import annotations

from pathlib import Path

import click

import valuegraph as vg
from valuegraph.cli.commands import keep_what_is_there
from valuegraph.cli.spoken import WrongUse
from valuegraph.cli.streams import STANDARD_INPUT, read_chain, tell
from valuegraph.cli.words import say

FINE = 0


def report(
    *,
    spoken: str,
    file: str,
    out: str | None,
    force: bool,
    language: str | None,
    theme: str | None,
    on: str | None,
    masked_below: int | None,
) -> int:
    """Write the report of a chain, and say which files it is in."""
    told = language or click.get_current_context().find_root().params["language"]
    if out is None and file == STANDARD_INPUT:
        raise WrongUse(say("report out needed", spoken), click.get_current_context())
    name = f"{Path(file).stem}-{say('report name', spoken)}.html"
    target = out or str(Path(file).with_name(name))
    keep_what_is_there(target, force=force, spoken=spoken)
    chain, notes = read_chain(file, spoken)
    made = vg.report(
        chain, target, language=told, theme=theme, on=on or "", masked_below=masked_below
    )
    for written in made.files:
        click.echo(say("wrote", spoken, path=written))
    tell(notes, spoken)
    return FINE
