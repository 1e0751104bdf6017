"""Roll-up: observations put together over time, groups and chains, as their kind lets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from valuegraph.analysis.evaluating.asked_observations import (
    indicators_of,
    observations_of,
    period_of,
    refused,
    with_dimensions,
)
from valuegraph.analysis.evaluating.counted_once import counted_once
from valuegraph.analysis.evaluating.rolled import MASKED, REFUSED, Rolled, rolled
from valuegraph.analysis.evaluating.seen_table import GROUP
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.digest import digest_of_text
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Answer
from valuegraph.analysis.telling.figures import listed, some
from valuegraph.analysis.wording import quoted
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["RollUp", "Rolled", "roll_up"]

REASONS = {
    "units": Bilingual("unités différentes", "different units"),
    "no_denominator": Bilingual("des ratios sans numérateur ni dénominateur",
                                "ratios without numerator and denominator"),
    "no_kind": Bilingual("leur genre n’est pas dit", "their kind is not said"),
    "several_values": Bilingual("plusieurs valeurs d’un stock à la même date",
                                "several values of a stock at one date"),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class RollUp(Answer):
    """Observations put together: cells, their totals, and what could not be added.

    Attributes:
        basis: empty: nothing is shared out.
        rows: for each indicator its total, then each dimension in turn.
        by: the dimensions, the period first.
        masked_below: the least number of people that is shown; ``None`` if all are.
        networks: the chains the indicators come from.
    """

    name: ClassVar[str] = "roll_up"

    basis: str
    rows: tuple[Rolled, ...]
    by: tuple[str, ...]
    masked_below: float | None
    networks: tuple[Network, ...] = field(repr=False)
    _notes: tuple[Problem, ...] = field(repr=False)
    _frame: pd.DataFrame | None = field(repr=False)
    _names: Mapping[str, Bilingual] = field(repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Rolled]:
        return iter(self.rows)

    def of(self, indicator: str, **groups: str | None) -> Rolled:
        """Return one row: a total where a dimension is not given.

        Raises:
            KeyError: there is no such row.
        """
        wanted = {name: groups.get(name) for name in self.by}
        for row in self.rows:
            if row.indicator == indicator and dict(row.groups) == wanted:
                return row
        raise KeyError((indicator, wanted))

    @property
    def language(self) -> str:
        """The language of the first chain."""
        return self.networks[0].language if self.networks else "fr"

    @cached_property
    def digest(self) -> str:
        """What tells the content of all chains and observations from any other."""
        texts = [one.digest for one in self.networks]
        if self._frame is not None:
            texts.append(self._frame.to_csv(index=False))
        return digest_of_text("\n".join(texts))

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a cell or a total."""
        rows = [row.to_dict() for row in self.rows]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def to_frame(self) -> pd.DataFrame:
        """Return a table, with a column for each dimension."""
        frame = super().to_frame()
        groups = frame.pop("groups")
        for place, name in enumerate(self.by):
            frame.insert(2 + place, name, [told[name] for told in groups])
        return frame

    def details(self) -> dict[str, Any]:
        """Return the dimensions and the threshold."""
        return {"by": list(self.by), "masked_below": self.masked_below}

    def own_limits(self) -> Iterable[Problem]:
        """Return what was not added and why, what is unknown, and what is hidden."""
        yield from self._notes
        for reason, words in REASONS.items():
            names = dict.fromkeys(row.indicator for row in self.rows if row.reason == reason)
            if names:
                told = some([self._names[name] for name in names])
                yield Problem("VG606", values={"names": told, "why": words, "ids": list(names)})
        unknown = sum(row.unknown or 0 for row in self.rows if self._is_finest(row))
        if unknown:
            yield Problem("VG608", values={"count": unknown})
        hidden = sum(row.state == MASKED or None in row.words.values() for row in self.rows)
        if hidden:
            yield Problem("VG609", values={"count": hidden, "least": f"{self.masked_below:g}"})

    @staticmethod
    def _is_finest(row: Rolled) -> bool:
        return None not in row.groups.values()

    def sentences(self, language: str) -> list[str]:
        """Return each total and its cells, as many as can be read."""
        if not self.rows:
            return [_NOTHING.text(language)]
        more = len(self.rows) - _MOST_TOLD
        rest = [_MORE.text(language).format(count=more)] if more > 0 else []
        return [*(self._told(row, language) for row in self.rows[:_MOST_TOLD]), *rest]

    def _told(self, row: Rolled, language: str) -> str:
        colon = " : " if language == "fr" else ": "
        told = [word or _UNSAID.text(language) for word in row.groups.values() if word is not None]
        name = self._names[row.indicator].text(language) + (f" ({', '.join(told)})" if told else "")
        return f"{name}{colon}{_value(row, language)}."


def _value(row: Rolled, language: str) -> str:
    if row.state in _STATES:
        why = f" ({REASONS[row.reason].text(language)})" if row.state == REFUSED else ""
        return _STATES[row.state].text(language) + why
    if row.value is not None:
        return Quantity(amount=f"{row.value:.6g}", unit=row.unit).to_text(language)  # type: ignore[arg-type]
    hidden = _STATES[MASKED].text(language)
    words = [f"{word} ({hidden if count is None else count})".strip()
             for word, count in list(row.words.items())[:_MOST_WORDS]]  # fmt: skip
    return listed(words, language) or hidden


_MOST_TOLD, _MOST_WORDS = 40, 10
_COLUMNS = ("indicator", "kind", "groups", "state", "reason", "value", "unit", "numerator",
            "denominator", "words", "observations", "unknown", "people", "first",
            "last")  # fmt: skip
_MORE = Bilingual("Lignes qui ne sont pas dites ici : {count}.", "Rows not told here: {count}.")
_UNSAID = Bilingual("non dit", "not said")
_NOTHING = Bilingual("Aucune observation.", "No observation.")
_STATES = {
    "unknown": Bilingual("inconnu", "unknown"),
    "masked": Bilingual("masqué", "masked"),
    "refused": Bilingual("ne s’additionne pas", "does not add up"),
}


def roll_up(
    chains: Asked | Iterable[Asked] = (),
    *,
    observations: pd.DataFrame | None = None,
    of: str | Iterable[str] | None = None,
    by: str | Iterable[str] = (),
    every: str | None = None,
    masked_below: float | None = None,
    status: str | Iterable[str] | None = None,
) -> RollUp:
    """Return observations put together over time, groups and chains, as their kind lets them.

    Counts add up; of a stock the last value of each group counts; ratios are taken anew from
    their numerators and denominators; ordinal, qualitative and yes/no values are counted word
    by word. What cannot be added is refused with the reason; what is unknown is counted apart
    and is never 0. What is told as a whole and in parts, of a year and of its months, or by
    several viewpoints, is counted once.

    Args:
        chains: one chain or network, or several; indicators of one id are one indicator.
        observations: more observations, as a frame with the columns of the text form.
        of: ids of indicators; all that have an observation by default.
        by: what to tell apart: groups such as ``age``, and ``chain`` or ``viewpoint``.
        every: ``year``, ``quarter`` or ``month``, to tell periods apart.
        masked_below: hide what fewer people stand behind (those told, else the count, the
            denominator or the number of answers), or nobody knows how many, and as much more as
            keeps it from being worked out from what is shown.
        status: the statuses of indicators to keep; all but refuted by default.

    Returns:
        For each indicator its total, then each dimension in turn, in the order given.

    Raises:
        OptionError: an option has no such value, or the frame cannot be read.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> jars = chain.add_indicator("Jars", indicator_kind="count")
        >>> for year, value in (("2018", 40), ("2019", 60)):
        ...     seen = chain.add_observation(jars, date=year, value=value)
        >>> [row.value for row in roll_up(chain, every="year")]
        [100.0, 40.0, 60.0]
    """
    given = [chains] if isinstance(chains, ValueChain | Network) else list(chains)
    networks = tuple(network(one, status=status) for one in given)
    known, clashing = indicators_of(networks)
    period = period_of(every)
    dimensions = [by] if isinstance(by, str) else list(by)
    if masked_below is not None and (isinstance(masked_below, bool) or not masked_below > 0):
        raise refused("masked_below", masked_below, Bilingual("un nombre au-dessus de 0",
                                                               "a number above 0"))  # fmt: skip
    table = observations_of(networks, observations, dimensions)
    if of is not None:
        wanted = [of] if isinstance(of, str) else list(of)
        allowed = list(dict.fromkeys([*known, *table["indicator"].unique()]))
        for one in wanted:
            if one not in allowed:
                raise refused("of", one, allowed)
        table = table[table["indicator"].isin(wanted)]
    table, dims, notes = with_dimensions(table, dimensions, period, known)
    rows: list[Rolled] = []
    left = 0
    blocks = dict(iter(table.groupby("indicator", sort=False, observed=True)))
    for one in [*(id for id in known if id in blocks), *(id for id in blocks if id not in known)]:
        indicator = known.get(one, Indicator(id=one))
        if one in clashing:
            indicator = indicator.model_copy(update={"indicator_kind": None})
        block = blocks[one]
        block, again = counted_once(block, indicator.indicator_kind, dims, period)
        left += again
        rows += rolled(block, indicator, dims, masked_below)
    if left:
        notes.append(Problem("VG607", values={"count": left}))
    names = {one: quoted(known[one].label("fr"), known[one].label("en")) if one in known
             else quoted(one, one) for one in blocks}  # fmt: skip
    told = [name.removeprefix(GROUP) for name in dims]
    return RollUp("", _renamed(rows, dims), tuple(told), masked_below, networks, tuple(notes),
                  observations, names)  # fmt: skip


def _renamed(rows: Sequence[Rolled], dims: Sequence[str]) -> tuple[Rolled, ...]:
    return tuple(
        replace(row, groups={name.removeprefix(GROUP): row.groups[name] for name in dims})
        for row in rows
    )
