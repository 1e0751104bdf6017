"""Standard input and output, whatever they are joined to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valuegraph.cli.spoken import Stopped
from valuegraph.cli.words import say

if TYPE_CHECKING:
    from valuegraph import Problem, Problems, ValueChain

STANDARD_INPUT = "-"


def read_chain(path: str, spoken: str) -> tuple[ValueChain, Problems]:
    """Read a chain from a file or standard input, with what is to be said about the file.

    Raises:
        Stopped: there is no standard input, or it cannot be read.
        FileAccessError: the file cannot be read.
        FileFormatError: what is there is not a chain.
    """
    import valuegraph as vg

    if path != STANDARD_INPUT:
        return vg.read_with_notes(Path(path), language=spoken)
    stream = getattr(sys.stdin, "buffer", None)
    try:
        if stream is not None:
            return vg.read_with_notes(stream, language=spoken, name=say("standard input", spoken))
    except vg.ValueGraphError:
        raise
    except OSError:
        pass
    raise Stopped(say("no input", spoken))


def read_chains(files: Iterable[str], spoken: str) -> tuple[list[ValueChain], list[Problem]]:
    """Read the chain of each file, with what is to be said about them.

    Raises:
        FileFormatError: some are no chain; the faults of all files are told at once.
    """
    import valuegraph as vg

    chains: list[ValueChain] = []
    notes: list[Problem] = []
    faults: list[Problem] = []
    for file in files:
        try:
            chain, told = read_chain(file, spoken)
        except vg.FileFormatError as error:
            faults += error.problems
        else:
            chains.append(chain)
            notes += told
    if faults:
        raise vg.FileFormatError(faults, language=spoken)
    return chains, notes


def tell(problems: Iterable[Problem], spoken: str) -> None:
    """Say on standard error what is to be known, if anything."""
    import valuegraph as vg

    found = vg.Problems(problems)
    if found:
        click.echo(found.to_text(spoken), err=True)


def print_file(text: str) -> None:
    """Print a file's text: as bytes of UTF-8, so that ``> file`` gives a file we can read."""
    click.echo(text if sys.stdout.isatty() else text.encode(), nl=False)


def prepare_output() -> None:
    """Let a stream that is closed swallow what is printed, and one that lacks a letter show "?"."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)
        reconfigure: Any = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def let_go_of_output() -> None:
    """Drop what could not be printed, so that Python does not try again when it leaves."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
