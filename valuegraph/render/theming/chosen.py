"""The theme that a caller asks for: one of Python, a file, or none."""

from __future__ import annotations

import os

from valuegraph.problems import Problem, told_language
from valuegraph.render.theme import DEFAULT_THEME, Theme


def theme_and_doubts(
    theme: Theme | str | os.PathLike[str] | None, language: str
) -> tuple[Theme, tuple[Problem, ...]]:
    """Return the theme asked for, and what is to be said of it.

    Raises:
        FileFormatError: something in its file cannot be accepted.
        FileAccessError: its file cannot be opened.
    """
    if theme is None:
        return DEFAULT_THEME, ()
    if isinstance(theme, Theme):
        return theme, theme.validate().found
    from valuegraph.render.theming.reading import read_theme_with_notes

    read, notes = read_theme_with_notes(theme, language=told_language(language))
    return read, tuple(notes)
