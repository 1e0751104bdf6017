"""A pack of rules read from a file: all that is wrong with it is told at once, line and column."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from valuegraph.analysis.packs.pack import Pack
from valuegraph.errors import FileFormatError
from valuegraph.io.documents.reading import Reading, TooManyProblemsError
from valuegraph.io.packaged import PackagedFiles
from valuegraph.io.packs.rules import is_french, pack_of
from valuegraph.io.sources import tree_of_text
from valuegraph.io.tree import Node
from valuegraph.problems import Bilingual, Problem, Problems

_PACKS = PackagedFiles(
    Path(__file__).parent / "files", Bilingual("le paquet de règles", "the pack of rules")
)


def packs() -> tuple[Pack, ...]:
    """Return the packs of rules that come with the package, for ``check(chain, packs=...)``."""
    return tuple(read_pack(name) for name in pack_names())


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that come with the package."""
    return _PACKS.names()


def pack_text(name: str) -> str:
    """Return the file of a pack that comes with the package, to begin one's own from.

    Raises:
        OptionError: there is no such pack.
    """
    return _PACKS.text(name)


def read_pack(
    source: str | os.PathLike[str] | Mapping[str, Any], *, language: str | None = None
) -> Pack:
    """Read a pack of rules.

    Args:
        source: the name of a pack that comes with the package, the path of a YAML or JSON file,
            or the same as a mapping.
        language: the language in which problems are told: that of the file's keys by default.

    Raises:
        FileFormatError: something in the file cannot be accepted; all of it is told at once.
        FileAccessError: the file cannot be opened.
        OptionError: a simple name that no pack and no file bears.
    """
    tree, file, problems = _tree_of(source)
    keys = "fr" if tree is not None and is_french(tree) else "en"
    told = language or keys
    pack = None
    if tree is not None:
        reading = Reading(file, keys)
        with suppress(TooManyProblemsError):
            pack = pack_of(reading, tree)
        problems = problems + reading.problems
    every = Problems([problem.at(file=file) for problem in problems], language=told)
    if pack is None or every.errors:
        raise FileFormatError(every, language=told)
    return pack


def _tree_of(source: Any) -> tuple[Node | None, str, list[Problem]]:
    """Return the tree of a pack, its name, and what is wrong."""
    if isinstance(source, Mapping):
        tree, problems = tree_of_text(source)
        return tree, "", problems
    name = os.fspath(source)
    path = _PACKS.path(name) if _PACKS.means_one(name) else name
    tree, problems = tree_of_text(Path(path))
    return tree, name, problems
