"""Observations put together cell by cell, as the kind of their indicator lets them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

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
