"""A theme read from a file: all that is wrong with it is told at once, line and column."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.io.documents.reading import Reading, TooManyProblemsError, cut
from valuegraph.io.documents.spelled import Fields
from valuegraph.io.packaged import PackagedFiles
from valuegraph.io.sources import tree_of_text
from valuegraph.io.tree import Node, Table
from valuegraph.problems import Bilingual, Problem, Problems
from valuegraph.render.theme import CircuitColours, Theme
from valuegraph.render.theming.derived import completed, seeds_of
from valuegraph.render.theming.keys import fields_of, language_of_keys
from valuegraph.render.theming.logo_values import logo_of
from valuegraph.render.theming.values import (
    circuits_of,
    colour_of,
    colours_of,
    font_of,
    icons_of,
    line_of,
    page_of,
)

MAX_THEME_BYTES = 1_000_000
"""The largest theme file that is read: logos and icons of thousands of lines fit."""

_THEMES = PackagedFiles(Path(__file__).parent.parent / "themes", Bilingual("le thème", "the theme"))
_VERSION = "1"


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with the package."""
    return _THEMES.names()


def theme_text(name: str) -> str:
    """Return the file of a theme that comes with the package, to begin one's own from.

    Raises:
        OptionError: there is no such theme.
    """
    return _THEMES.text(name)


def read_theme(
    source: str | os.PathLike[str] | Mapping[str, Any], *, language: str | None = None
) -> Theme:
    """Read the look of a house from a file; what it does not say is ours.

    Colours that follow from a few are found: a colour for ``structure`` gives the tints and rules
    that go with it, each so that texts can be read on it.

    Args:
        source: the path of a YAML or JSON file, the same as a mapping, or the name of a theme that
            comes with the package (:func:`valuegraph.theme_names`). Font files are named from
            the file's folder and stay in it; a mapping can name none.
        language: the language in which problems are told: that of the file's keys by default.

    Raises:
        FileFormatError: something in the file cannot be accepted, a contrast that is too low among
            it; all of it is told at once.
        FileAccessError: the file does not exist or cannot be opened.
    """
    return read_theme_with_notes(source, language=language)[0]


def read_theme_with_notes(
    source: str | os.PathLike[str] | Mapping[str, Any], *, language: str | None = None
) -> tuple[Theme, Problems]:
    """Read a theme as :func:`read_theme` does, with the warnings and notes of the file."""
    tree, file, folder, problems = _tree_of(source)
    keys = language_of_keys(tree) if tree is not None else "fr"
    told = language or keys
    theme = None
    if tree is not None:
        reading = Reading(file, keys)
        with suppress(TooManyProblemsError):
            theme = _theme_of(reading, tree, folder)
        problems = problems + reading.problems
    every = Problems([problem.at(file=file) for problem in problems], language=told)
    if theme is None or every.errors:
        raise FileFormatError(every, language=told)
    return theme, every


def _tree_of(source: Any) -> tuple[Node | None, str, Path | None, list[Problem]]:
    """Return the tree of a theme, its name, the folder of its files, and what is wrong."""
    if isinstance(source, Mapping):
        tree, problems = tree_of_text(source)
        return tree, "", None, problems
    name = path = os.fspath(source)
    if _THEMES.means_one(name) and name in theme_names():
        path = _THEMES.path(name)
    tree, problems = tree_of_text(path, is_path=True, most=MAX_THEME_BYTES)
    return tree, name, Path(path).parent, problems


def _theme_of(reading: Reading, tree: Node, folder: Path | None) -> Theme | None:
    if not isinstance(tree, Table):
        expected = Bilingual("une table clé : valeur", "a key: value mapping")
        reading.wrong_shape(tree, expected)
        return None
    fields = fields_of(reading, tree, "theme")
    if "theme" in fields:
        version = line_of(reading, fields["theme"])
        if isinstance(version, str) and version.strip() != _VERSION:
            reading.complain("VG489", fields["theme"].value, version=cut(version))
    if "name" in fields:
        line_of(reading, fields["name"])
    values: dict[str, Any] = {}
    for key, read in (("organisation", line_of), ("source", line_of), ("page", page_of)):
        if key in fields:
            values[key] = read(reading, fields[key])
    if "icons" in fields:
        values["icons"] = icons_of(reading, fields["icons"])
    if "logo" in fields:
        values["logo"], values["logo_side"] = logo_of(reading, fields["logo"])
    if "font" in fields:
        values["font"] = font_of(reading, fields["font"], folder)
    colours, places = _colours_of(reading, fields)
    theme = Theme(**completed(colours), **{key: each for key, each in values.items() if each})
    if not any(problem.code == "VG480" for problem in reading.problems):
        _judge(reading, theme, places, tree)
    return theme


def _colours_of(reading: Reading, fields: Fields) -> tuple[dict[str, Any], dict[str, Node]]:
    """Return role -> colour as given, and where each was typed."""
    if "colours" not in fields:
        return {}, {}
    table = fields["colours"].value
    if not isinstance(table, Table):
        advice = Bilingual('Par exemple {structure: "#1F3A5F"}.',
                           'For instance {structure: "#1F3A5F"}.')  # fmt: skip
        reading.wrong_shape(table, Bilingual("une table rôle : couleur",
                                             "a role: colour mapping"), advice)  # fmt: skip
        return {}, {}
    given: dict[str, Any] = {}
    places: dict[str, Node] = {}
    for role, entry in fields_of(reading, table, "colours").items():
        places[role] = entry.value
        if role == "circuits":
            given[role], where = circuits_of(reading, entry)
            places |= where
        elif role == "own_circuits":
            given[role] = colours_of(reading, entry, 1, 12)
        elif role in ("impacts", "harms"):
            given[role] = colours_of(reading, entry, 1, 2)
        else:
            given[role] = colour_of(reading, entry.value, entry.key.text)
    given = {role: value for role, value in given.items() if value}
    if "own_circuits" in given:
        given["own_circuits"] = tuple(CircuitColours(each, "") for each in given["own_circuits"])
    return given, places


def _judge(reading: Reading, theme: Theme, places: Mapping[str, Node], tree: Node) -> None:
    """Note which colours cannot be read on which, each at the colour that was typed."""
    for problem in theme.validate().found:
        roles = problem.values["ids"]
        sources = (each for role in roles for each in (role, *seeds_of(role.split(".")[0])))
        typed = (places[each] for each in sources if each in places)
        reading.note(problem, next(typed, tree))
