"""Answers as paragraphs for a person: titles, lines, what was supposed or left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from valuegraph.cli.words import say
from valuegraph.model.words import word

if TYPE_CHECKING:
    from valuegraph.analysis.result import Answer


class Paragraph(NamedTuple):
    """A title and the lines under it; without lines it is not printed."""

    title: str
    lines: Sequence[str]


def print_paragraphs(paragraphs: Iterable[Paragraph]) -> None:
    """Print those that have lines, an empty line between two."""
    told = ["\n".join([title, *lines]) for title, lines in paragraphs if lines]
    click.echo("\n\n".join(told))


def limits_of(answers: Iterable[Answer], spoken: str) -> Paragraph:
    """Return what the answers supposed or left out, each thing once."""
    problems = [problem for answer in answers for problem in answer.limits]
    messages = dict.fromkeys(problem.message(spoken) for problem in problems)
    lines = [f"- {text[:1].upper()}{text[1:]}." for text in messages]
    return Paragraph(say("limits title", spoken), lines)


def known_words(status: str, confidence: str, spoken: str) -> list[str]:
    """Return status and confidence in words, as far as they are said."""
    told = {"status": status, "confidence": confidence}
    return [
        say(name, spoken, value=word(name, code, spoken)) for name, code in told.items() if code
    ]
