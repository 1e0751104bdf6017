"""Roll-up: observations put together over time, breakdowns and chains, each kind in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from valuegraph.analysis.evaluating.masking import hidden
from valuegraph.analysis.evaluating.observed import BREAKDOWN, Observed, of_chains, of_table
from valuegraph.analysis.evaluating.rolling import PERIODS, Cell, Roller
from valuegraph.analysis.network import network
from valuegraph.analysis.result import Column, Result
from valuegraph.errors import OptionError, UnknownPartError
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator
from valuegraph.model.quantity import Quantity
from valuegraph.model.validation import did_you_mean
from valuegraph.problems import Bilingual, Problem, Problems, told_language

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["RollUp", "roll_up"]

_CHAIN = "chain"
_TOLD = 40
_COLUMNS = (
    "indicator", "chain", "period", "viewpoint", "cell", "is_total", "word", "value", "unit",
    "numerator", "denominator", "observations", "unknown", "people", "masked",
)  # fmt: skip
_IN_ALL = Bilingual("en tout", "in all")
_HIDDEN = Bilingual("caché (trop peu de personnes)", "hidden (too few people)")
_UNKNOWN = Bilingual("inconnu", "unknown")
_TIMES = Bilingual("{word} ({count} fois)", "{word} ({count} times)")
_MORE = Bilingual(
    "{count} autres lignes sont dans la table.", "{count} more rows are in the table."
)
_NOTHING = Bilingual("Rien n’a été observé.", "Nothing was observed.")


@dataclass(frozen=True, eq=False)
class RollUp(Result):
    """Observations put together.

    Attributes:
        cells: the numbers, by indicator, chain, period, viewpoint and cell; totals after cells.
        by: the breakdowns told apart, and ``chain`` if chains are.
        period: what time is cut into.
        masked_below: cells behind which there are fewer people are hidden; ``None`` for none.
        notes: what could not be put together, and why.
    """

    name: ClassVar[str] = "roll_up"

    cells: tuple[Cell, ...]
    by: tuple[str, ...]
    period: str
    masked_below: int | None
    notes: tuple[Problem, ...]
    _indicators: Mapping[str, Indicator] = field(repr=False)

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def columns(self) -> dict[str, Column]:
        """Return one row a number, or a word of a distribution."""
        rows = [self._plain(cell) for cell in self.cells]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def to_frame(self) -> pd.DataFrame:
        """Return the table, with one column a breakdown in place of ``cell``."""
        import pandas as pd

        columns: dict[str, Column] = dict(self.columns())
        cells = columns.pop("cell")
        for name in self.by:
            if name != _CHAIN:
                columns[BREAKDOWN + name] = [cell.get(name, "") for cell in cells]
        return pd.DataFrame(columns)

    def details(self) -> dict[str, Any]:
        """Return how it was put together."""
        return {"by": list(self.by), "period": self.period, "masked_below": self.masked_below}

    @cached_property
    def limits(self) -> Problems:
        """What was left out, or could not be put together."""
        return Problems(self.notes, language=self.language)

    def sentences(self, language: str) -> list[str]:
        """Return one sentence a number, or a whole distribution."""
        if not self.cells:
            return [_NOTHING.text(language)]
        lines = [
            self._line(where, list(cells), language) for where, cells in groupby(self.cells, _where)
        ]
        left = len(lines) - _TOLD
        more = [_MORE.text(language).format(count=left)] if left > 0 else []
        return [*lines[:_TOLD], *more]

    def _line(self, where: tuple[Any, ...], cells: Sequence[Cell], language: str) -> str:
        indicator, chain, period, viewpoint, words, is_total = where
        name = self._indicators[indicator].label(language)
        total = [_IN_ALL.text(language)] if is_total else []
        place = ", ".join(
            text for text in (chain, period, viewpoint, *words, *total) if str(text).strip()
        )
        told = ", ".join(_told(cell, language) for cell in cells)
        colon = " : " if told_language(language) == "fr" else ": "
        return f"{name}{f' ({place})' if place else ''}{colon}{told}."

    @staticmethod
    def _plain(cell: Cell) -> dict[str, Any]:
        return {name: getattr(cell, name) for name in _COLUMNS} | {"cell": dict(cell.cell)}


def roll_up(
    chains: ValueChain | Mapping[str, ValueChain] | Iterable[ValueChain],
    *,
    of: object = None,
    by: str | Iterable[str] = (),
    period: str = "all",
    masked_below: int | None = None,
    observations: pd.DataFrame | None = None,
) -> RollUp:
    """Put observations together, over time, breakdowns and chains.

    Counts add; of a stock the last state counts, then states add; a ratio is taken of the sums of
    its numerators and denominators; scales and yes or no give distributions; what is told in words
    is listed. Viewpoints stay apart. What is told both as a whole and in parts is counted once, as
    the whole. What cannot be put together is refused, with the reason in ``limits``, and what is
    not known is never zero.

    Args:
        chains: a chain or several, by name if wanted; indicators of one id are one indicator.
        of: an indicator or several; all by default.
        by: the breakdown or breakdowns whose words are told apart, with a total each; ``chain`` to
            tell chains apart.
        period: ``all``, ``year``, ``month`` or ``day``.
        masked_below: hide cells behind which there are fewer people than that, and as many more
            as it takes for them not to be recomputed from the total.
        observations: a table of observations to take in place of those of the chain: ``indicator``,
            ``date``, ``value`` or ``numerator`` and ``denominator``; if wanted ``unit``,
            ``people``, ``viewpoint``, ``chain`` and ``breakdown_<name>``.

    Raises:
        OptionError: an option has a value that does not exist, or the table lacks a column.
        UnknownPartError: ``of`` names no indicator.

    Example:
        >>> chain = ValueChain("Jardin", language="en")
        >>> visits = chain.add_indicator("Visits", id="visits", indicator_kind="count")
        >>> for month, value in (("2024-01", "30"), ("2024-02", "12")):
        ...     _ = chain.add_observation(visits, date=month, value=value)
        >>> [(cell.period, cell.value) for cell in roll_up(chain, period="year")]
        [('2024', 42.0)]
    """
    known = _by_name(chains)
    first = next(iter(known.values()), ValueChain())
    indicators = _indicators(known.values())
    asked = _asked(of, indicators, first.language)
    if period not in PERIODS:
        raise _refused("period", period, list(PERIODS), first.language)
    if masked_below is not None and masked_below < 1:
        least = Bilingual("un nombre entier, 1 au moins", "a whole number, 1 at least")
        raise _refused("masked_below", masked_below, least, first.language)
    if observations is None:
        observed = of_chains(known)
    else:
        observed = of_table(observations, next(iter(known), ""), indicators.values())
    wanted = (by,) if isinstance(by, str) else tuple(by)
    names = _breakdowns(observed, indicators)
    for name in wanted:
        if name != _CHAIN and name not in names:
            raise _refused("by", name, [_CHAIN, *names], first.language)
    told = [name for name in wanted if name != _CHAIN]
    roller = Roller(_with_columns(observed, told), period, told, _CHAIN in wanted)
    cells = [cell for indicator in asked for cell in roller.cells(indicator)]
    if masked_below is not None:
        cells = _masked(cells, masked_below)
    return RollUp(network(first), "", tuple(cells), wanted, period, masked_below,
                  tuple(roller.notes), indicators)  # fmt: skip


def _by_name(
    chains: ValueChain | Mapping[str, ValueChain] | Iterable[ValueChain],
) -> dict[str, ValueChain]:
    if isinstance(chains, ValueChain):
        return {chains.name: chains}
    if isinstance(chains, Mapping):
        return dict(chains)
    named: dict[str, ValueChain] = {}
    for number, chain in enumerate(chains, 1):
        name = chain.name
        named[f"{name} ({number})" if name in named or not name else name] = chain
    return named


def _indicators(chains: Iterable[ValueChain]) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for chain in chains:
        for indicator in chain.indicators:
            found.setdefault(indicator.id, indicator)
    return found


def _asked(of: object, indicators: Mapping[str, Indicator], language: str) -> list[Indicator]:
    if of is None:
        return list(indicators.values())
    several = isinstance(of, Iterable) and not isinstance(of, str | Indicator)
    wanted = list(of) if several else [of]  # type: ignore[call-overload]  # told apart above
    ids = [each.id if isinstance(each, Indicator) else str(each) for each in wanted]
    for unknown in (each for each in ids if each not in indicators):
        near = ", ".join(did_you_mean(unknown, list(indicators)))
        hint = (
            Bilingual(f"Vouliez-vous dire : {near} ?", f"Did you mean: {near}?")
            if near
            else Bilingual("", "")
        )
        values = {"ref": unknown, "candidates": hint}
        raise UnknownPartError(Problem("VG213", values=values), language=language)
    return [indicators[each] for each in dict.fromkeys(ids)]


def _breakdowns(observed: Observed, indicators: Mapping[str, Indicator]) -> list[str]:
    declared = (name for indicator in indicators.values() for name in indicator.breakdowns)
    return list(dict.fromkeys((*observed.breakdowns, *declared)))


def _with_columns(observed: Observed, wanted: Sequence[str]) -> Observed:
    """Return the table with a column for each breakdown, empty where no row tells it."""
    missing = [name for name in wanted if name not in observed.breakdowns]
    rows = observed.rows.assign(**{BREAKDOWN + name: "" for name in missing})
    return Observed(rows, (*observed.breakdowns, *missing))


def _masked(cells: Sequence[Cell], least: int) -> list[Cell]:
    """Return the cells with the small ones hidden; a hidden distribution has one row."""
    found: list[Cell] = []
    for _, line in groupby(cells, lambda cell: _where(cell)[:4]):
        whole = [(where, list(parts)) for where, parts in groupby(line, _where)]
        parts = [of_one for where, of_one in whole if not where[-1]]
        total = [of_one for where, of_one in whole if where[-1]]
        masks = hidden([_people(of_one) for of_one in parts], least, total_is_shown=bool(total))
        for masked, of_one in zip(masks, [*parts, *total], strict=False):
            found += [_hide(of_one[0])] if masked else of_one
    return found


def _people(cells: Sequence[Cell]) -> int | None:
    """Return how many people stand behind a cell, all words of a distribution together."""
    if any(cell.people is None for cell in cells):
        return None
    return sum(cell.people or 0 for cell in cells)


def _hide(cell: Cell) -> Cell:
    return replace(cell, word="", value=None, numerator=None, denominator=None, observations=0,
                   unknown=0, people=None, masked=True)  # fmt: skip


def _where(cell: Cell) -> tuple[Any, ...]:
    return (
        cell.indicator, cell.chain, cell.period, cell.viewpoint, tuple(cell.cell.values()),
        cell.is_total,
    )  # fmt: skip


def _told(cell: Cell, language: str) -> str:
    if cell.masked:
        return _HIDDEN.text(language)
    if cell.value is None:
        return _UNKNOWN.text(language)
    if cell.word:
        count = int(cell.value)
        return _TIMES.text(language).format(word=cell.word, count=count)
    amount = f"{cell.value:.6g}"
    return Quantity.parse(f"{amount} {cell.unit}".strip()).to_text(language)


def _refused(option: str, value: object, allowed: object, language: str) -> OptionError:
    values = {"value": value, "option": option, "allowed": allowed}
    return OptionError(Problem("VG450", values=values), language=language)
