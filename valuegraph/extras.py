"""Packages that only some formats need: imported when used, and asked for by name when absent."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from valuegraph.errors import MissingExtraError
from valuegraph.problems import Bilingual, Problem


def required(module: str, *, extra: str, use: Bilingual, language: str = "fr") -> Any:
    """Import a module of an optional extra.

    Args:
        module: the module's dotted name.
        extra: the extra of this package that brings it.
        use: what it is needed for, as it is told: “to write PDF”.
        language: the language of the error.

    Raises:
        MissingExtraError: it is not installed; the message gives the command.
    """
    try:
        return import_module(module)
    except ImportError as missing:
        values = {"use": use, "package": module.partition(".")[0], "extra": extra}
        raise MissingExtraError(Problem("VG453", values=values), language=language) from missing
