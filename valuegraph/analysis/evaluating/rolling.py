"""Observations put together: each kind of indicator in its own way, nothing counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from valuegraph.analysis.evaluating.observed import BREAKDOWN, Observed
from valuegraph.model.evaluation import Indicator, IndicatorKind
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

PERIODS: Mapping[str, int] = {"all": 0, "year": 4, "month": 7, "day": 10}
"""What time is cut into, and how many letters of a date say it."""

ADDED = (IndicatorKind.COUNT, IndicatorKind.STOCK)
SPREAD = (IndicatorKind.ORDINAL, IndicatorKind.YES_NO)


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a roll-up, or one word with how often it occurs.

    Attributes:
        indicator, chain, period, viewpoint: what it is of; empty where that is not told apart.
        cell: breakdown -> word; empty for the total.
        is_total: whether it is the sum of the cells beside it.
        word: of a distribution or a listing, the word.
        value: the number; ``None`` where it is unknown.
        unit: its unit.
        numerator, denominator: what a ratio was taken of.
        observations: how many observations are in it; ``unknown`` of how many more the value is
            not known.
        people: how many people stand behind it, if that is known of all.
        masked: whether it is hidden.
    """

    indicator: str
    chain: str
    period: str
    viewpoint: str
    cell: Mapping[str, str]
    is_total: bool
    word: str = ""
    value: float | None = None
    unit: str = ""
    numerator: float | None = None
    denominator: float | None = None
    observations: int = 0
    unknown: int = 0
    people: int | None = None
    masked: bool = False


@dataclass
class Roller:
    """Rolls up the observations of some indicators.

    Args:
        observed: all observations.
        period: a key of :data:`PERIODS`.
        by: the breakdowns whose words are told apart.
        chains_apart: whether chains are told apart.
    """

    observed: Observed
    period: str
    by: Sequence[str]
    chains_apart: bool
    notes: list[Problem] = field(default_factory=list)

    def cells(self, indicator: Indicator) -> list[Cell]:
        """Return the numbers of one indicator; none, and a note that says why, if it has none."""
        kind = indicator.indicator_kind
        rows = self.observed.rows
        mine = rows[rows["indicator"] == indicator.id]
        if not len(mine):
            return []
        if kind is None:
            return self._refused("VG596", indicator)
        units = sorted(set(mine.loc[mine["amount"].notna(), "unit"].unique()) - {""})
        if kind in ADDED and len(units) > 1:
            return self._refused("VG597", indicator, units=units)
        placed = self._placed(mine, indicator)
        once = self._counted_once(placed, indicator, kind)
        unit = units[0] if units else indicator.unit
        keys = ["viewpoint", "_period", *(["chain"] if self.chains_apart else [])]
        apart = [BREAKDOWN + name for name in self.by]
        found = list(self._grouped(once, [*keys, *apart], indicator, kind, unit, is_total=False))
        if apart:
            found += self._grouped(once, keys, indicator, kind, unit, is_total=True)
        return sorted(found, key=_order)

    def _refused(self, code: str, indicator: Indicator, **values: Any) -> list[Cell]:
        self.notes.append(Problem(code, values={"id": indicator.id, **values}))
        return []

    def _note(self, code: str, indicator: Indicator, count: int) -> None:
        if count:
            values = {"id": indicator.id, "count": count}
            self.notes.append(Problem(code, values=values))

    def _placed(self, rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
        """Return the rows whose dates are fine enough, with the period each falls in."""
        letters = PERIODS[self.period]
        dates = rows["date"].astype(str)
        fine = dates.str.len() >= letters
        self._note("VG598", indicator, int((~fine).sum()))
        kept = rows[fine]
        return kept.assign(_period=dates[fine].str[:letters] if letters else "")

    def _counted_once(
        self, rows: pd.DataFrame, indicator: Indicator, kind: IndicatorKind
    ) -> pd.DataFrame:
        """Return the rows that are counted: a whole, or its parts, and never both."""
        names = [BREAKDOWN + name for name in self.observed.breakdowns]
        told = np.zeros(len(rows), dtype=np.int64)
        wanted = 0
        for bit, name in enumerate(names):
            told |= (rows[name].astype(object).to_numpy() != "").astype(np.int64) << bit
            if name.removeprefix(BREAKDOWN) in self.by:
                wanted |= 1 << bit
        enough = (told & wanted) == wanted
        self._note("VG599", indicator, int((~enough).sum()))
        kept = rows[enough].assign(_told=told[enough])
        # of several ways to tell one whole apart, that of the fewest words: the whole, if told
        ranks = {mask: rank for rank, mask in enumerate(sorted(set(told.tolist()), key=_fewest))}
        rank = kept["_told"].map(ranks)
        whole = ["chain", "viewpoint", "date"]
        first = rank.groupby([kept[name] for name in whole], observed=True).transform("min")
        twice = rank > first
        kept = kept[~twice]
        count = int(twice.sum())
        if kind is not IndicatorKind.STOCK:
            fine = kept["date"].astype(str).str.len()
            years = kept["date"].astype(str).str[:4]
            keys = [kept["chain"], kept["viewpoint"], years]
            coarsest = fine.groupby(keys, observed=True).transform("min")
            count += int((fine > coarsest).sum())
            kept = kept[fine == coarsest]
        else:
            kept = self._last(kept, names)
        self._note("VG606", indicator, count)
        return kept

    def _last(self, rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
        """Return of each period the last state: each cell's last row, told apart as on that day."""
        ordered = rows.sort_values("date", kind="stable")
        whole = [ordered[name] for name in ("chain", "viewpoint", "_period")]
        latest = ordered["_told"].groupby(whole, observed=True).transform("last")
        same = ordered[ordered["_told"] == latest]
        return same.drop_duplicates(["chain", "viewpoint", "_period", *names], keep="last")

    def _grouped(
        self,
        rows: pd.DataFrame,
        keys: Sequence[str],
        indicator: Indicator,
        kind: IndicatorKind,
        unit: str,
        *,
        is_total: bool,
    ) -> Iterator[Cell]:
        if not len(rows):
            return
        names = list(keys)
        if kind in SPREAD or kind is IndicatorKind.QUALITATIVE:
            bare = (rows["word"].astype(object) == "") & rows["amount"].notna()
            numbers = rows["amount"].map("{:g}".format)
            rows = rows.assign(word=rows["word"].astype(object).where(~bare, numbers))
            rows = rows[rows["word"] != ""]
            names.append("word")
        grouped = rows.groupby(names, observed=True, sort=False)
        summed = grouped.agg(
            amount=("amount", "sum"), known=("amount", "count"), rows=("amount", "size"),
            numerator=("numerator", "sum"), denominator=("denominator", "sum"),
            ratios=("denominator", "count"), people=("people", "sum"), told=("people", "count"),
        ).reset_index()  # fmt: skip
        for row in summed.to_dict("records"):
            yield self._cell(row, indicator, kind, unit, is_total=is_total)

    def _cell(
        self,
        row: Mapping[str, Any],
        indicator: Indicator,
        kind: IndicatorKind,
        unit: str,
        *,
        is_total: bool,
    ) -> Cell:
        value: float | None = None
        numerator = denominator = None
        count, known = int(row["rows"]), int(row["known"])
        if kind in ADDED:
            value = float(row["amount"]) if known else None
        elif kind is IndicatorKind.RATIO:
            known, unit = int(row["ratios"]), ""
            if known:
                numerator, denominator = float(row["numerator"]), float(row["denominator"])
                value = numerator / denominator if denominator else None
        else:
            value, known, unit = float(count), count, ""
        return Cell(
            indicator.id,
            str(row.get("chain", "")),
            str(row["_period"]),
            str(row["viewpoint"]),
            {} if is_total else {name: str(row[BREAKDOWN + name]) for name in self.by},
            is_total,
            word=str(row.get("word", "")),
            value=value,
            unit=unit,
            numerator=numerator,
            denominator=denominator,
            observations=known,
            unknown=count - known,
            people=int(row["people"]) if row["told"] == count else None,
        )


def _fewest(mask: int) -> tuple[int, int]:
    return (mask.bit_count(), mask)


def _order(cell: Cell) -> tuple[Any, ...]:
    return (
        cell.chain, cell.period, cell.viewpoint, cell.is_total, tuple(cell.cell.values()), cell.word
    )  # fmt: skip
