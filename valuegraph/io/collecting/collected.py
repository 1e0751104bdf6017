"""What was collected: observations, what each column was taken for, what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from valuegraph.model.evaluation import Observation, Value
from valuegraph.model.frozen import thaw
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problems, told_language

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Aside:
    """A cell that became part of no observation, so that nothing is lost.

    Attributes:
        heading: the heading of its column.
        text: what is in it.
        sheet, line, column: where it stands.
    """

    heading: str
    text: str
    sheet: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Collected:
    """Observations read from a table or a file, to be noted in a chain.

    Attributes:
        observations: the observations, in the order of the rows.
        aside: the cells that became part of none.
        columns: heading -> what it was taken for, such as ``date`` or ``benevoles``.
        problems: the warnings and notes; whatever is an error is raised instead.
        language: the language in which it prints itself.
    """

    observations: tuple[Observation, ...]
    aside: tuple[Aside, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)
    language: str = "fr"

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def to_frame(self) -> pd.DataFrame:
        """Return a table, one row an observation; amounts are numbers, their unit beside them."""
        import pandas as pd

        return pd.DataFrame([_row(seen) for seen in self.observations], columns=list(_COLUMNS))

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data: the observations, the columns, what was set aside, the notes."""
        return {
            "observations": [_row(seen, plain=True) for seen in self.observations],
            "columns": dict(self.columns),
            "aside": [
                {"heading": cell.heading, "text": cell.text, "sheet": cell.sheet,
                 "line": cell.line, "column": cell.column}
                for cell in self.aside
            ],
            "problems": self.problems.to_dict(),
        }  # fmt: skip

    def to_text(self, language: str | None = None) -> str:
        """Return how many observations each indicator got, and what was set aside."""
        told = told_language(language or self.language)
        counts = Counter(seen.indicator for seen in self.observations)
        lines = [_TOTAL.text(told).format(count=len(self), indicators=len(counts))]
        lines += [f"  {indicator}: {count}" for indicator, count in sorted(counts.items())]
        if self.aside:
            headings = ", ".join(dict.fromkeys(cell.heading for cell in self.aside))
            lines.append(_ASIDE.text(told).format(count=len(self.aside), headings=headings))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.to_text()


_TOTAL = Bilingual("Observations : {count} ; indicateurs : {indicators}.",
                   "Observations: {count}; indicators: {indicators}.")  # fmt: skip
_ASIDE = Bilingual("Cellules mises de côté : {count} ({headings}).",
                   "Cells set aside: {count} ({headings}).")  # fmt: skip
_COLUMNS = ("indicator", "date", "value", "unit", "numerator", "denominator", "breakdown",
            "people", "source", "viewpoint", "quote", "extra")  # fmt: skip


def _row(seen: Observation, *, plain: bool = False) -> dict[str, Any]:
    unit = seen.value.unit if isinstance(seen.value, Quantity) else ""
    return {
        "indicator": seen.indicator,
        "date": seen.date,
        "value": _told(seen.value, plain),
        "unit": unit,
        "numerator": _told(seen.numerator, plain),
        "denominator": _told(seen.denominator, plain),
        "breakdown": dict(seen.breakdown),
        "people": seen.people,
        "source": seen.source,
        "viewpoint": seen.viewpoint,
        "quote": seen.quote,
        "extra": thaw(seen.extra),
    }


def _told(value: Value | None, plain: bool) -> Any:
    """Return a number or words; as JSON keeps it, the exact digits of a number as a text."""
    if isinstance(value, Quantity):
        return str(value.amount) if plain else float(value.amount)
    return value
