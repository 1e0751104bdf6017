"""Several chains side by side on what they share of a common base, and on nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from valuegraph.analysis.common_base import different_fields, is_shared
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import (
    Indicator,
    IndicatorKind,
    Observation,
    Value,
    is_date,
)
from valuegraph.model.framework import Framework
from valuegraph.model.ids import numbered
from valuegraph.model.quantity import Quantity
from valuegraph.model.words import word_code
from valuegraph.problems import Bilingual, Problem, told_language

if TYPE_CHECKING:
    import pandas as pd

STATES: Mapping[str, Bilingual] = {
    "observed": Bilingual("observé", "observed"),
    "several": Bilingual("plusieurs valeurs à cette date", "several values at this date"),
    "groups": Bilingual("connu par groupe seulement", "known by group only"),
    "unobserved": Bilingual("pas d’observation", "no observation"),
    "different": Bilingual("défini autrement", "defined otherwise"),
    "absent": Bilingual("pas suivi", "not followed"),
}
"""Why a cell has a value, or none: what is not known never becomes a number."""


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """An indicator of the base in one chain.

    Attributes:
        dimension, criterion, indicator: ids in the base; empty where it tells none.
        chain: how the chain is called.
        state: a key of :data:`STATES`.
        date: of the latest observation; empty where there is none.
        value: what was observed then, if it is one value for everybody; else ``None``.
        count: how many observations of that date there are.
    """

    dimension: str
    criterion: str
    indicator: str
    chain: str
    state: str
    date: str = ""
    value: Value | None = None
    count: int = 0


@dataclass(frozen=True)
class Comparison:
    """Chains beside each other on a common base.

    Attributes:
        framework: the base.
        chains: how the chains are called, in the order in which they were given.
        cells: for each indicator of the base, in its order, one cell a chain.
        language: the language in which it prints itself.
    """

    framework: Framework
    chains: tuple[str, ...]
    cells: tuple[ComparedCell, ...]
    language: str = "fr"

    def to_frame(self) -> pd.DataFrame:
        """Return a table, one row an indicator and chain; ids and codes, not labels."""
        import pandas as pd

        columns = ["dimension", "criterion", "indicator", "chain", "state", "date", "value", "unit",
                   "words", "count"]  # fmt: skip
        rows = [{**row, "value": None if row["value"] is None else float(row["value"])}
                for row in map(_row, self.cells)]  # fmt: skip
        return pd.DataFrame(rows, columns=columns)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data: the base, the chains, the labels and the cells."""
        parts = self.framework.parts
        return {
            "result": "compare_on",
            "version": 1,
            "base": {"fr": self.framework.label("fr"), "en": self.framework.label("en")},
            "chains": list(self.chains),
            "labels": {part.id: {"fr": part.label("fr"), "en": part.label("en")} for part in parts},
            "states": {code: {"fr": told.fr, "en": told.en} for code, told in STATES.items()},
            "rows": [_row(cell) for cell in self.cells],
        }

    def to_text(self, language: str | None = None) -> str:
        """Return the comparison by dimension, criterion and indicator, a line a chain."""
        told = told_language(language or self.language)
        return "\n".join(self._lines(told))

    def __str__(self) -> str:
        return self.to_text()

    def _lines(self, language: str) -> Iterator[str]:
        title = self.framework.label(language) or _A_BASE.text(language)
        yield _TITLE.text(language).format(base=title, count=len(self.chains))
        labels = {part.id: part.label(language) for part in self.framework.parts}
        labels[""] = _NONE.text(language)
        colon = " : " if language == "fr" else ": "
        heading: tuple[str, ...] = ()
        width = max(map(len, self.chains), default=0)
        for cell in self.cells:
            levels = cell.dimension, cell.criterion, cell.indicator
            for depth in range(3):
                if heading[: depth + 1] != levels[: depth + 1]:
                    yield f"{'  ' * depth}{labels[levels[depth]]}"
            heading = levels
            yield f"      {cell.chain:{width}}{colon}{self._told(cell, language)}"

    def _told(self, cell: ComparedCell, language: str) -> str:
        """Return a cell as people read it: the value and its date, or why there is none."""
        state = STATES[cell.state].text(language)
        if cell.state != "observed" or cell.value is None:
            return f"{state} ({cell.date})" if cell.date else state
        if isinstance(cell.value, Quantity):
            return f"{_rounded(cell.value).to_text(language)} ({cell.date})"
        told = cell.value
        for indicator in self.framework.indicators:
            if indicator.id == cell.indicator and told in indicator.scale:
                words = indicator.texts("scale", language)
                told = dict(zip(indicator.scale, words, strict=False)).get(told, told)
            elif indicator.id == cell.indicator and indicator.indicator_kind == "yes_no":
                told = _yes_or_no(told, language)
        return f"{told} ({cell.date})"


_TITLE = Bilingual("{base} (chaînes : {count})", "{base} (chains: {count})")
_A_BASE = Bilingual("Socle commun", "Common base")
_NONE = Bilingual("sans rattachement", "not attached")


def compare_on(
    framework: Framework,
    chains: Mapping[str, ValueChain] | Iterable[ValueChain],
    *,
    on: str = "",
    language: str | None = None,
) -> Comparison:
    """Compare chains on the indicators of a common base, and on no others.

    The latest observation of each indicator is told, for everybody together. Several values of
    one date are not added up or averaged here, values known by group only are not put together,
    and an indicator that a chain has defined otherwise is not compared: each of these is said.

    Args:
        framework: the common base.
        chains: the chains, called by their names, or name -> chain.
        on: only observations up to this date count: a year, a month or a day.
        language: the language in which the result prints itself, the framework's own by default.

    Returns:
        One cell for each indicator of the base and each chain; what is unknown has no value.

    Raises:
        OptionError: ``on`` is not a date.
    """
    if on and not is_date(on):
        values = {"option": "on", "value": on, "allowed": ["2024", "2024-12", "2024-12-31"]}
        raise OptionError(Problem("VG450", values=values), language=framework.language)
    named = _named(chains, framework.language)
    cells: list[ComparedCell] = []
    for indicator in _in_order(framework):
        dimension = framework.dimension_of(indicator)
        place = dimension.id if dimension else "", indicator.criterion, indicator.id
        for name, chain in named.items():
            cells.append(_cell(place, name, chain, framework, indicator, on))
    return Comparison(framework, tuple(named), tuple(cells), language or framework.language)


def _named(
    chains: Mapping[str, ValueChain] | Iterable[ValueChain], language: str
) -> dict[str, ValueChain]:
    """Return the chains by name; one without a name, or with that of another, gets a number."""
    if isinstance(chains, Mapping):
        return dict(chains)
    named: dict[str, ValueChain] = {}
    for chain in chains:
        named[numbered(chain.about.label(language) or "?", named)] = chain
    return named


def _in_order(framework: Framework) -> list[Indicator]:
    """Return the indicators by dimension and criterion, in the order of the base."""
    places = {part.id: number for number, part in enumerate(framework.parts)}

    def place(indicator: Indicator) -> tuple[int, int, int]:
        dimension = framework.dimension_of(indicator)
        last = len(places)
        first = places[dimension.id] if dimension else last
        return first, places.get(indicator.criterion, last), places[indicator.id]

    return sorted(framework.indicators, key=place)


def _cell(
    place: tuple[str, str, str],
    name: str,
    chain: ValueChain,
    framework: Framework,
    indicator: Indicator,
    on: str,
) -> ComparedCell:
    part = chain.find(indicator.id) if is_shared(chain, indicator) else None
    if not isinstance(part, Indicator):
        return ComparedCell(*place, name, "absent")
    if different_fields(chain, framework, indicator):
        return ComparedCell(*place, name, "different")
    seen = [one for one in chain.observations
            if one.indicator == indicator.id and not _is_after(one.date, on)]  # fmt: skip
    if not seen:
        return ComparedCell(*place, name, "unobserved")
    whole = [one for one in seen if not one.breakdown]
    latest = max(one.date for one in whole or seen)
    last = [one for one in whole or seen if one.date == latest]
    if not whole:
        return ComparedCell(*place, name, "groups", latest, None, len(last))
    values: list[Value] = []
    for one in last:
        told = _in_the_words_of(indicator, _in_its_unit(part, one), part, framework.language)
        values += [] if told in values else [told]
    state = "observed" if len(values) == 1 else "several"
    value = values[0] if len(values) == 1 else None
    return ComparedCell(*place, name, state, latest, value, len(last))


def _is_after(date: str, on: str) -> bool:
    """Tell whether a date lies after another; a year ends with its last day."""
    return bool(on) and (date + _LAST_DAY)[:_DAY] > (on + _LAST_DAY)[:_DAY]


_LAST_DAY = "-99-99"
_DAY = len("2024-12-31")


def _in_the_words_of(base: Indicator, value: Value, part: Indicator, language: str) -> Value:
    """Return a word of a chain's scale as that of the base, and yes or no in its language."""
    if not isinstance(value, str):
        return value
    if value in part.scale and len(part.scale) == len(base.scale):
        return base.scale[part.scale.index(value)]
    if base.indicator_kind is IndicatorKind.YES_NO:
        return _yes_or_no(value, language)
    return value


def _yes_or_no(word: str, language: str) -> str:
    told = {"true": Bilingual("oui", "yes"), "false": Bilingual("non", "no")}
    code = word_code("truth", word)
    return told[code].text(told_language(language)) if code in told else word


def _in_its_unit(part: Indicator, seen: Observation) -> Value:
    """Return what was observed: a bare number is in the indicator's unit, a ratio in its own."""
    value = seen.told
    if not isinstance(value, Quantity) or value.unit or not part.unit:
        return value
    if seen.value is None:
        is_share = part.unit == "%"
        return Quantity(amount=value.amount * 100, unit="%") if is_share else value
    return Quantity(amount=value.amount, unit=part.unit)


def _row(cell: ComparedCell) -> dict[str, Any]:
    amount = cell.value if isinstance(cell.value, Quantity) else None
    return {
        "dimension": cell.dimension,
        "criterion": cell.criterion,
        "indicator": cell.indicator,
        "chain": cell.chain,
        "state": cell.state,
        "date": cell.date,
        "value": None if amount is None else str(amount.amount),
        "unit": amount.unit if amount is not None else "",
        "words": cell.value if isinstance(cell.value, str) else "",
        "count": cell.count,
    }


def _rounded(quantity: Quantity) -> Quantity:
    """Return a quantity with three decimals at most, as people read it."""
    return Quantity(amount=round(quantity.amount, 3).normalize(), unit=quantity.unit)
