"""A problem found somewhere, and the list of all that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, overload

from valuegraph.problems.bilingual import Bilingual
from valuegraph.problems.rule import Rule, Severity, rule_of

if TYPE_CHECKING:
    import pandas as pd

_SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Where:
    """A place: the part's id; the file, line and column; the sheet and row of a table.

    Lines, columns and rows are counted from 1; 0 means unknown. ``file`` is the name the
    caller gave, never a path we worked out.
    """

    id: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""

    def text(self, language: str) -> str:
        """Return the place as people read it: ``file, line 3, column 5, collecte``."""
        words = {"fr": ("feuille", "ligne", "colonne"), "en": ("sheet", "line", "column")}
        sheet, line, column = words[language]
        if self.sheet and language == "en":
            line = "row"
        pieces = [
            self.file,
            f"{sheet} « {self.sheet} »" if self.sheet else "",
            f"{line} {self.line}" if self.line else "",
            f"{column} {_letters(self.column) if self.sheet else self.column}"
            if self.column
            else "",
            self.id,
        ]
        return ", ".join(piece for piece in pieces if piece)


def _letters(column: int) -> str:
    """Return how workbooks call a column: ``A``, ``B``… ``AA``."""
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(ord("A") + rest) + told
    return told


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to know or to repair, told in French and English.

    Attributes:
        code: the rule's stable code, such as ``VG101``.
        where: the place.
        values: what the rule's texts are filled with: texts, numbers, lists or
            :class:`Bilingual` texts.
        own: the rule itself where it comes from a pack and not from our tables.
    """

    code: str
    where: Where = Where()
    values: Mapping[str, Any] = field(default_factory=dict)
    own: Rule | None = None

    @property
    def rule(self) -> Rule:
        """The rule that found it."""
        return self.own or rule_of(self.code)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity

    def message(self, language: str = "fr") -> str:
        """Return what is the case, in ``language``."""
        return _filled(self.rule.message, self.values, language)

    def hint(self, language: str = "fr") -> str:
        """Return what to do about it, in ``language``; may be empty."""
        return _filled(self.rule.hint, self.values, language).strip()

    def to_text(self, language: str = "fr") -> str:
        """Return one paragraph: place, severity, code, message and hint."""
        told = "fr" if language == "fr" else "en"
        place = self.where.text(told)
        head = f"{place} : " if told == "fr" else f"{place}: "
        colon = " : " if told == "fr" else ": "
        text = (head if place else "") + f"{self.severity.label(told)} {self.code}{colon}"
        text += self.message(told)
        hint = self.hint(told)
        return f"{text}\n    → {hint}" if hint else text

    def to_dict(self) -> dict[str, Any]:
        """Return the problem as JSON-ready data, with both languages.

        ``ids`` are all the parts and links it is about, where ``id`` is the one it stands at.
        """
        place = self.where
        return {
            "code": self.code,
            "severity": self.severity.value,
            "id": place.id,
            "ids": list(self.values.get("ids", [place.id] if place.id else [])),
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "sheet": place.sheet,
            "message": {"fr": self.message("fr"), "en": self.message("en")},
            "hint": {"fr": self.hint("fr"), "en": self.hint("en")},
            "reason": self.rule.reason._asdict(),
        }

    def at(self, **place: Any) -> Problem:
        """Return the same problem with parts of its place filled in."""
        return replace(self, where=replace(self.where, **place))

    def __str__(self) -> str:
        return self.to_text()


class Problems(Sequence[Problem]):
    """All the problems found at once: errors first, then warnings, then notes.

    Within a severity they stand in the order in which they were found, which follows the
    file or the chain. Printing shows them in ``language``.
    """

    __slots__ = ("_items", "language")

    def __init__(self, items: Iterable[Problem] = (), *, language: str = "fr") -> None:
        self._items = tuple(sorted(items, key=lambda problem: _SEVERITY_ORDER[problem.severity]))
        self.language = language

    @overload
    def __getitem__(self, index: int) -> Problem: ...
    @overload
    def __getitem__(self, index: slice) -> Problems: ...
    def __getitem__(self, index: int | slice) -> Problem | Problems:
        if isinstance(index, slice):
            return Problems(self._items[index], language=self.language)
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problems) and self._items == other._items

    def __hash__(self) -> int:
        return hash(tuple(problem.code for problem in self._items))

    @property
    def errors(self) -> Problems:
        """Only what cannot be accepted."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> Problems:
        """Only what is probably not meant."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> Problems:
        """Only what is to be discussed."""
        return self._of(Severity.NOTE)

    def _of(self, severity: Severity) -> Problems:
        chosen = (problem for problem in self._items if problem.severity is severity)
        return Problems(chosen, language=self.language)

    def codes(self) -> tuple[str, ...]:
        """Return the codes, in order, repeats included."""
        return tuple(problem.code for problem in self._items)

    def to_text(self, language: str | None = None) -> str:
        """Return all problems as readable lines, or one line that says there are none."""
        told = language or self.language
        if not self._items:
            return Bilingual("Rien à signaler.", "Nothing to report.").text(told)
        return "\n".join(problem.to_text(told) for problem in self._items)

    def to_sarif(self, *, file: str = "", language: str | None = None) -> dict[str, Any]:
        """Return the problems as a SARIF 2.1.0 log, which code hosts and editors show.

        Args:
            file: the chain's file, for problems that name none themselves.
            language: the language of its texts.
        """
        from valuegraph.problems.sarif import log_of

        return log_of(self._items, file, language or self.language)

    def to_dict(self) -> list[dict[str, Any]]:
        """Return JSON-ready data, one entry a problem."""
        return [problem.to_dict() for problem in self._items]

    def to_frame(self, language: str | None = None) -> pd.DataFrame:
        """Return a table, one row a problem, its texts in ``language``."""
        import pandas as pd

        told = language or self.language
        rows = [
            {**row, "message": problem.message(told), "hint": problem.hint(told)}
            for problem, row in zip(self._items, self.to_dict(), strict=True)
        ]
        columns = ["code", "severity", "id", "file", "line", "column", "sheet", "message", "hint"]
        return pd.DataFrame(rows, columns=columns)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        counts = [f"{len(self._of(severity))} {severity.value}s" for severity in Severity]
        return f"<Problems: {', '.join(counts)}>"


def _filled(template: Bilingual, values: Mapping[str, Any], language: str) -> str:
    told = {name: _told(value, language) for name, value in values.items()}
    return template.text(language).format_map(told)


def _told(value: Any, language: str) -> str:
    if isinstance(value, Bilingual):
        return value.text(language)
    if isinstance(value, list | tuple):
        return ", ".join(_told(item, language) for item in value)
    return str(value)
