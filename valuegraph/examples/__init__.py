"""Packaged example chains, as the text files that people copy and change."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

EXAMPLES = (
    "conserverie",
    "conserverie_evaluee",
    "conserverie_territoire",
    "centre_social_amisc",
    "tzcld_paris13",
    "structure_ess",
    "porter",
)
"""The names of the examples, the first to look at first."""

_EXAMPLE = Bilingual("l’exemple", "the example")


def example_names() -> tuple[str, ...]:
    """Return the names of the packaged examples, simplest ways in first."""
    return EXAMPLES


def example(name: str) -> ValueChain:
    """Return a packaged example as a chain.

    Args:
        name: one of :data:`EXAMPLES`.

    Returns:
        A new chain, yours to change.

    Raises:
        OptionError: there is no such example; the allowed names are told.
    """
    from valuegraph.io.files import read

    return read(example_text(name))


def example_text(name: str) -> str:
    """Return the text file of a packaged example, comments included.

    Args:
        name: one of :data:`EXAMPLES`.

    Raises:
        OptionError: there is no such example; the allowed names are told.
    """
    if name not in EXAMPLES:
        values = {"option": _EXAMPLE, "value": name, "allowed": EXAMPLES}
        raise OptionError(Problem("VG450", values=values))
    return files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
