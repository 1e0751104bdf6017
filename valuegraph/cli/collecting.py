"""The command ``observe``: a table of observations joined to a chain."""

from __future__ import annotations

import click

import valuegraph as vg
from valuegraph.cli.commands import has_comments, keep_what_is_there
from valuegraph.cli.streams import read_chain, tell
from valuegraph.cli.words import say

FINE = 0


def observe(
    *,
    spoken: str,
    file: str,
    table: str,
    mapping: str | None,
    out: str | None,
    keys: str,
    force: bool,
    language: str | None,
) -> int:
    """Read a table of observations, say what is in it, and write the chain that holds them."""
    if out is not None:
        keep_what_is_there(out, force=force, spoken=spoken)
    chain, notes = read_chain(file, spoken)
    found = vg.observations_from(table, chain=chain, mapping=mapping, language=spoken)
    chain.add_observations(found)
    click.echo(found.to_text(spoken))
    told = [*notes, *found.problems]
    if out is None:
        click.echo(say("observe nothing written", spoken))
    else:
        commented = has_comments(file)  # before writing: OUT may be FILE itself
        told += vg.write(chain, out, keys=keys, report=True)
        click.echo(say("wrote", spoken, path=out))
        if commented:
            click.echo(say("comments lost", spoken), err=True)
    tell(told, spoken)
    return FINE
