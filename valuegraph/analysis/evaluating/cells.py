"""Observations put together cell by cell, as the kind of their indicator lets them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from valuegraph.analysis.evaluating.seen_table import GROUP
from valuegraph.model.evaluation import Indicator, IndicatorKind
from valuegraph.model.words import word_code

if TYPE_CHECKING:
    import pandas as pd

WORDS = (IndicatorKind.ORDINAL, IndicatorKind.QUALITATIVE, IndicatorKind.YES_NO)
PERIOD = "period"
_SUMS = ("value", "above", "below", "people", "count", "unknown", "clash", "bare", "no_people",
         "size", "unsized")  # fmt: skip
_LEAST = ("first", "unit_least", "above_least", "below_least")
_MOST = ("last", "unit_most", "above_most", "below_most")
_TRUTH = {"true": "yes", "false": "no"}


def in_periods(dates: pd.Series[Any], every: str | None) -> pd.Series[Any]:
    """Return the year, quarter or month of dates; empty where a date is not told that finely."""
    told = {text: _period(text, every) for text in dates.cat.categories}
    return dates.map(told)


def _period(date: str, every: str | None) -> str:
    if every == "year":
        return date[:4]
    if len(date) == 4:
        return ""
    return date[:7] if every == "month" else f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


def counted_once(table: pd.DataFrame, by: Sequence[str]) -> tuple[pd.DataFrame, int]:
    """Return observations without those that tell in other detail what is there already.

    Where a chain tells of one date both a whole and its groups, or groups of several sorts,
    those are kept that tell what is asked for, in the fewest groups.

    Returns:
        What is kept, and how many observations are not.
    """
    groups = [name for name in table.columns if name.startswith(GROUP)]
    if not groups or table.empty:
        return table, 0
    sort, sorts = _sorts(table, groups)
    if len(sorts) == 1:
        return table, 0
    wanted = np.array([name.removeprefix(GROUP) in by for name in groups])
    order = np.lexsort((*sorts.T[::-1], sorts.sum(axis=1), (wanted & ~sorts).sum(axis=1)))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    ranked = table.assign(_rank=rank[sort])
    best = ranked.groupby(["chain", "date"], sort=False, observed=True)["_rank"].transform("min")
    kept = table[(ranked["_rank"] == best).to_numpy()]
    return kept, len(table) - len(kept)


def _sorts(table: pd.DataFrame, groups: Sequence[str]) -> tuple[Any, Any]:
    """Return for each row which groups it tells, as a place in all such sets, and the sets."""
    sort = np.zeros(len(table), dtype=np.int64)
    for name in groups:
        sort = np.unique(sort * 2 + (table[name] != "").to_numpy(), return_inverse=True)[1]
    first = np.unique(sort, return_index=True)[1]
    rows = table.iloc[first]
    return sort, np.column_stack([(rows[name] != "").to_numpy() for name in groups])


def lasting(table: pd.DataFrame, dims: Sequence[str]) -> pd.DataFrame:
    """Return of a stock the last value of each group of each chain, period by period.

    Of groups of several sorts those count that the last date tells. Two different values of
    one group at its last date are kept as one that says so (``clash``).
    """
    from valuegraph.analysis.evaluating.periods import last_day

    days = {text: last_day(text).toordinal() for text in table["date"].unique()}
    table = table.assign(_day=table["date"].map(days).astype("int64"))
    at = ["chain", *(name for name in dims if name == PERIOD)]
    groups = [name for name in table.columns if name.startswith(GROUP)]
    if groups and len(table):
        table = table.assign(_sort=_sorts(table, groups)[0])
        last = table.loc[
            table.groupby(at, sort=False, observed=True)["_day"].transform("max") == table["_day"]
        ]
        keyed = (
            last.groupby(at, sort=False, observed=True)["_sort"]
            .first()
            .rename("_kept")
            .reset_index()
        )
        table = table.merge(keyed, on=at, how="left")
        table = table[table["_sort"] == table["_kept"]].drop(columns=["_sort", "_kept"])
    key = [*dict.fromkeys([*at, *groups, *(name for name in dims if name == "viewpoint")])]
    table = table[
        table.groupby(key, sort=False, observed=True)["_day"].transform("max") == table["_day"]
    ]
    table = table.drop_duplicates([*key, "amount", "unit"])
    clash = table.duplicated(key, keep=False)
    table = table.assign(clash=(clash & ~table.duplicated(key)).astype("int64"))
    return table[~table.duplicated(key)].drop(columns="_day")


def at_finest(
    table: pd.DataFrame, indicator: Indicator, dims: Sequence[str]
) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Return one row for each cell that has an observation, its columns ready to be added up.

    Units and dates stand there as codes; what they mean comes beside it.
    """
    import pandas as pd

    is_ratio = indicator.indicator_kind is IndicatorKind.RATIO
    known = (table["above"].notna() & table["below"].notna()) if is_ratio else (
        table["amount"].notna())  # fmt: skip
    bare = (~known & table["amount"].notna()) if is_ratio else known & False
    unit = table["unit"].map(lambda told: told or indicator.unit)
    made = pd.DataFrame({
        **{name: table[name] for name in dims},
        "value": table["amount"].where(known | bare, 0.0).fillna(0.0),
        "above": table["above"].where(known, 0.0), "below": table["below"].where(known, 0.0),
        "people": table["people"].fillna(0.0), "no_people": table["people"].isna().astype("int64"),
        "count": 1, "unknown": (~known & ~bare).astype("int64"), "bare": bare.astype("int64"),
        **{name: table.get(name, 0) for name in ("clash", "size", "unsized")},
    })  # fmt: skip
    meant: dict[str, list[str]] = {}
    for name, units in (("unit", unit), ("above", table["above_unit"]),
                        ("below", table["below_unit"])):  # fmt: skip
        codes, kinds = pd.factorize(units)
        codes = np.where(known | bare, codes, -1)
        made[f"{name}_least"] = np.where(codes < 0, np.inf, codes)
        made[f"{name}_most"] = np.where(codes < 0, -np.inf, codes)
        meant[name] = list(kinds)
    codes, dates = pd.factorize(table["date"], sort=True)
    made["first"], made["last"] = codes, codes
    meant["dates"] = list(dates)
    return added(made, dims), meant


def added(cells: pd.DataFrame, dims: Sequence[str]) -> pd.DataFrame:
    """Return cells added up to coarser ones: a row for each, or one row of all."""
    how: dict[str, Any] = dict.fromkeys(_SUMS, "sum")
    how |= dict.fromkeys(_LEAST, "min") | dict.fromkeys(_MOST, "max")
    if not dims:
        return cells.agg(how).to_frame().T
    return cells.groupby(list(dims), sort=True, observed=True).agg(how).reset_index()


def as_answers(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return observations told by words as answers, each counted as one; ``said`` is its word."""
    said = _in_words(table, indicator)
    return table.assign(
        said=said, amount=(said != "").map({True: 1.0, False: np.nan}).astype(float), unit=""
    )


def _in_words(table: pd.DataFrame, indicator: Indicator) -> pd.Series[Any]:
    """Return the word of each observation, empty where it is none that the indicator knows."""
    number = table["amount"].map(lambda amount: f"{amount:g}", na_action="ignore")
    words = table["word"].astype(object)
    words = words.where(words != "", number).fillna("")
    told = {word: _known(indicator, word) for word in words.unique()}
    return words.map(told)


def _known(indicator: Indicator, word: str) -> str:
    if indicator.indicator_kind is IndicatorKind.YES_NO:
        return _TRUTH.get(word_code("truth", word) or {"1": "true", "0": "false"}.get(word, ""), "")
    if word.strip() in ("", "?"):
        return ""
    if indicator.indicator_kind is IndicatorKind.ORDINAL and indicator.scale:
        return word if word in indicator.scale else ""
    return word
