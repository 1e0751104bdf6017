"""The few exceptions; each carries its problems, so that it can be told in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from valuegraph.problems import Problem, Problems


class ValueGraphError(Exception):
    """The base of every error this library raises on purpose.

    Attributes:
        problems: all that was found, as data.
    """

    def __init__(self, problems: Problem | Iterable[Problem], *, language: str = "fr") -> None:
        found = [problems] if isinstance(problems, Problem) else problems
        self.problems = Problems(found, language=language)
        super().__init__(self.problems.to_text())


class ChainError(ValueGraphError, ValueError):
    """What was asked of a chain cannot be part of a chain."""


class UnknownPartError(ValueGraphError, LookupError):
    """No part, or more than one, answers to that id or name."""


class UnitError(ValueGraphError, ValueError):
    """Amounts in different units were to be added or compared."""


class FileFormatError(ValueGraphError, ValueError):
    """A file cannot be read; ``problems`` says everything that is wrong with it."""


class FileAccessError(ValueGraphError, OSError):
    """A file or a folder is missing, or cannot be opened, read or written."""


class OptionError(ValueGraphError, ValueError):
    """An option (view, page, format, language) has a value that does not exist."""


class MissingExtraError(ValueGraphError, ImportError):
    """A package of an optional extra is not installed; the message gives the command."""
