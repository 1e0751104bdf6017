"""What is said twice is counted once: whole and parts, a year and its months, by two people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from valuegraph.analysis.evaluating.cells import PERIOD, WORDS
from valuegraph.analysis.evaluating.periods import last_day
from valuegraph.analysis.evaluating.seen_table import GROUP
from valuegraph.analysis.networks.columns import Ints
from valuegraph.model.evaluation import IndicatorKind

if TYPE_CHECKING:
    import pandas as pd

_LETTERS = {None: 4, "year": 4, "quarter": 7, "month": 7}
_TOO_COARSE = 99
_SAID = ["amount", "unit", "above", "below"]


def counted_once(
    table: pd.DataFrame, kind: IndicatorKind | None, dims: Sequence[str], every: str | None
) -> tuple[pd.DataFrame, int]:
    """Return observations of one indicator without those that tell again what is there already.

    Answers in words all count. Of numbers:

    - where a chain tells of one date both a whole and its groups, or groups of several sorts,
      those count that tell what is asked for, in the fewest groups;
    - of a year that is told as a whole and month by month the whole counts, unless it cannot be
      placed in the periods asked for; of a stock the last date counts, group by group;
    - of one cell and date that several tell, or a stock is told of twice, one counts; where the
      values differ, it is one that says so (``clash``), for none is preferred. Viewpoints that
      are told apart are left alone.

    Args:
        table: the observations, with a column for each dimension.
        kind: the kind of the indicator.
        dims: the dimensions, as their columns are called.
        every: the period that is told apart.

    Returns:
        What is kept, and how many tell again what others tell; earlier values of a stock do not.
    """
    if kind in WORDS or table.empty:
        return table, 0
    kept = _least(table, ["chain", "date"], _sorts(table, dims))
    if kind is IndicatorKind.STOCK:
        return _lasting(kept, dims), len(table) - len(kept)
    if kind is not None:
        kept = _in_one_voice(_in_one_fineness(kept, every), dims)
    return kept, len(table) - len(kept)


def _least(table: pd.DataFrame, key: Sequence[str], rank: Ints) -> pd.DataFrame:
    """Return the rows that no other row of the same key comes before."""
    if (rank == rank[0]).all():
        return table
    ranked = table.assign(_rank=rank)
    best = ranked.groupby(list(key), sort=False, observed=True)["_rank"].transform("min")
    return table[best.to_numpy() == rank]


def _sorts(table: pd.DataFrame, dims: Sequence[str]) -> Ints:
    """Return for each row which groups it tells: a number, the less the better it answers."""
    groups = _groups(table)
    sort = np.zeros(len(table), dtype=np.int64)
    for name in groups:
        sort = np.unique(sort * 2 + (table[name] != "").to_numpy(), return_inverse=True)[1]
    rows = table.iloc[np.unique(sort, return_index=True)[1]]
    told = np.array([rows[name] != "" for name in groups], dtype=np.bool_).reshape(-1, len(rows))
    lacking = ~told & np.array([[name in dims] for name in groups], dtype=np.bool_).reshape(-1, 1)
    order = np.lexsort((*told[::-1], told.sum(axis=0), lacking.sum(axis=0)))
    rank: Ints = np.argsort(order)[sort]
    return rank


def _in_one_fineness(table: pd.DataFrame, every: str | None) -> pd.DataFrame:
    """Return what is told of a year in dates of one fineness, the coarsest that has a period."""
    dates = table["date"].cat
    least = _LETTERS[every]
    letters = [len(text) if len(text) >= least else _TOO_COARSE for text in dates.categories]
    years = np.array([int(text[:4]) for text in dates.categories])
    of = table.assign(_year=years[dates.codes])
    kept = _least(of, ["chain", "viewpoint", "_year"], np.array(letters)[dates.codes])
    return kept.drop(columns="_year")


def _in_one_voice(table: pd.DataFrame, dims: Sequence[str]) -> pd.DataFrame:
    """Return what several viewpoints tell of one cell and date once."""
    import pandas as pd

    if "viewpoint" in dims or table["viewpoint"].nunique() < 2:
        return table
    key = ["chain", "date", *_groups(table)]
    voices = table.groupby(key, observed=True, sort=False)["viewpoint"].transform("nunique")
    shared = voices > 1
    return pd.concat([table[~shared].assign(clash=0), _said_once(table[shared], key)])


def _lasting(table: pd.DataFrame, dims: Sequence[str]) -> pd.DataFrame:
    """Return of a stock the last value of each group of each chain, period by period.

    Of groups of several sorts those count that the last date tells.
    """
    dates = table["date"].cat
    days = np.array([last_day(text).toordinal() for text in dates.categories])[dates.codes]
    at = ["chain", *(name for name in dims if name == PERIOD)]
    sort = _sorts(table, dims)
    latest = _least(table.assign(_sort=sort), at, sort - days * (sort.max() + 1))
    kept = table.assign(_sort=sort, _day=-days).merge(latest[[*at, "_sort"]].drop_duplicates())
    key = [*at, *_groups(table), *(name for name in dims if name == "viewpoint")]
    last = _least(kept, key, kept["_day"].to_numpy())
    return _said_once(last.drop(columns=["_sort", "_day"]), key)


def _said_once(table: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """Return one row of each key, which says whether others differ from it."""
    differing = table.drop_duplicates([*key, *_SAID])
    clash = differing.duplicated(key, keep=False).astype("int64")
    return differing.assign(clash=clash)[~differing.duplicated(key)]


def _groups(table: pd.DataFrame) -> list[str]:
    return [name for name in table.columns if name.startswith(GROUP)]
