"""Texts in draw.io: labels that can be edited, as HTML with their runs, and texts of tooltips."""

from __future__ import annotations

import html
import re

from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Run, Runs, Text
from valuegraph.render.writers.svg_text import readable

_HYPHENS = "-\u2010\u2011\u00ad"
_SOFT_HYPHEN = "\u00ad"


def as_html(text: str) -> str:
    """Return a text for a place that is read as HTML: every character shows as itself.

    XML escapes it a second time when the attribute is written.
    """
    return html.escape(readable(text))


def label(text: Text) -> str:
    """Return the label of a text: a division with its true paragraphs, which flow when edited.

    What differs from the style of the cell (the first run) stands in the runs.
    """
    runs = _with_soft_hyphens(text)
    if not any(runs):
        return ""
    look = [f"line-height:{decimal(text.line_height)}", "text-wrap:balance"]
    if text.tracking:
        look.append(f"letter-spacing:{decimal(text.tracking)}px")
    if text.caps:
        look.append("text-transform:uppercase")
    base = first_run(text)
    inside = "<br>".join("".join(_run(run, base, text) for run in each) for each in runs)
    return f'<div style="{";".join(look)}">{inside}</div>'


def first_run(text: Text) -> Run:
    """Return the run whose look is that of the whole cell."""
    return next((run for runs in text.paragraphs for run in runs), Run(""))


def _run(run: Run, base: Run, text: Text) -> str:
    inside = as_html(run.text)
    if run.italic and not base.italic:
        inside = f"<i>{inside}</i>"
    if run.bold and not base.bold:
        inside = f"<b>{inside}</b>"
    look = []
    if base.bold and not run.bold:
        look.append("font-weight:normal")
    if base.italic and not run.italic:
        look.append("font-style:normal")
    if run.colour != base.colour:
        look.append(f"color:{run.colour}")
    if run.scale != base.scale:
        look.append(f"font-size:{decimal(text.size * run.scale)}px")
    return f'<span style="{html.escape(";".join(look))}">{inside}</span>' if look else inside


def _with_soft_hyphens(text: Text) -> tuple[Runs, ...]:
    """Return the paragraphs, with a soft hyphen wherever we had to cut a word.

    A word wider than its box would run out of it otherwise. Where the lines cannot be laid on
    the paragraphs (letters were replaced), the paragraphs stay as they are.
    """
    drawn = ["".join(run.text for run in runs) for runs in text.lines]
    written = "".join(re.sub(r"\s", "", run.text) for runs in text.paragraphs for run in runs)
    cuts: set[int] = set()
    place = 0
    for line in drawn[:-1]:
        letters = re.sub(r"\s", "", line)
        place += len(letters)
        if letters.endswith("-") and written[place - 1 : place] not in _HYPHENS:
            place -= 1
            cuts.add(place)
    place += len(re.sub(r"\s", "", drawn[-1])) if drawn else 0
    if not cuts or place != len(written):
        return text.paragraphs
    counted = 0
    cut: list[Runs] = []
    for runs in text.paragraphs:
        pieces: list[Run] = []
        for run in runs:
            letters = ""
            for character in run.text:
                if not character.isspace():
                    letters += _SOFT_HYPHEN if counted in cuts else ""
                    counted += 1
                letters += character
            pieces.append(Run(letters, run.bold, run.italic, run.colour, run.scale))
        cut.append(tuple(pieces))
    return tuple(cut)
