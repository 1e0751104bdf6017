"""Observations as one table, wherever they are kept: what is rolled up, joined and masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator, Observation
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

BREAKDOWN = "breakdown_"
"""What the name of a column begins with that tells values apart, before the breakdown's name."""

_TEXTS = ("chain", "unit", "word", "viewpoint")
_NUMBERS = ("amount", "numerator", "denominator", "people")


class Observed(NamedTuple):
    """Observations, one a row.

    Attributes:
        rows: ``chain``, ``indicator``, ``date``, ``amount`` (NaN where it is no number), ``unit``,
            ``word``, ``numerator``, ``denominator``, ``people``, ``viewpoint``, and
            ``breakdown_...`` for each breakdown, empty where a row does not tell.
        breakdowns: the names of the breakdowns.
    """

    rows: pd.DataFrame
    breakdowns: tuple[str, ...]


def of_chains(chains: Mapping[str, ValueChain]) -> Observed:
    """Return all observations of some chains, told apart by the names they are given."""
    return _table(
        {"chain": name, **_row(each)}
        for name, chain in chains.items()
        for each in chain.observations
    )


def of_table(table: pd.DataFrame, chain: str, indicators: Iterable[Indicator]) -> Observed:
    """Return the observations of a table, whose columns are named like the fields of the text form.

    Args:
        table: ``indicator``, ``date``, and ``value`` or ``numerator`` and ``denominator``; if
            wanted ``unit``, ``people``, ``viewpoint``, ``chain``, and ``breakdown_<name>``.
        chain: the name of the chain where no column says it.
        indicators: those that are known.

    Raises:
        OptionError: a column is missing, or names indicators that do not exist.
    """
    import pandas as pd

    missing = [name for name in ("indicator", "date") if name not in table.columns]
    if missing:
        raise OptionError(Problem("VG604", values={"columns": missing}))
    rows = pd.DataFrame(index=pd.RangeIndex(len(table)))
    for name in ("indicator", "date"):
        rows[name] = _texts(table[name])
    known = {indicator.id for indicator in indicators}
    strangers = sorted(set(rows["indicator"].unique()) - known)
    if strangers:
        raise OptionError(Problem("VG605", values={"ids": strangers[:10]}))
    rows["chain"] = _texts(table["chain"]) if "chain" in table.columns else chain
    value = table["value"] if "value" in table.columns else pd.Series(np.nan, index=table.index)
    amount = pd.to_numeric(value, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    rows["amount"] = amount
    words = np.full(len(table), "", dtype=object)
    in_words = np.isnan(amount)
    if in_words.any():
        words[in_words] = _texts(value[in_words]).to_numpy(dtype=object)
    rows["word"] = words
    for name in ("unit", "viewpoint"):
        rows[name] = _texts(table[name]) if name in table.columns else ""
    for name in ("numerator", "denominator", "people"):
        if name in table.columns:
            told = pd.to_numeric(table[name], errors="coerce")
            rows[name] = told.to_numpy(dtype=np.float64, na_value=np.nan)
        else:
            rows[name] = np.nan
    names = [str(name) for name in table.columns if str(name).startswith(BREAKDOWN)]
    for name in names:
        rows[name] = _texts(table[name])
    return Observed(rows, tuple(name.removeprefix(BREAKDOWN) for name in names))


def _row(observation: Observation) -> dict[str, Any]:
    told = observation.told
    above, below = observation.numerator, observation.denominator
    is_number = isinstance(told, Quantity)
    return {
        "indicator": observation.indicator,
        "date": observation.date,
        "amount": float(told.amount) if isinstance(told, Quantity) else np.nan,
        "unit": told.unit if isinstance(told, Quantity) else "",
        "word": "" if is_number else told,
        "numerator": np.nan if above is None else float(above.amount),
        "denominator": np.nan if below is None else float(below.amount),
        "people": np.nan if observation.people is None else float(observation.people),
        "viewpoint": observation.viewpoint,
        **{BREAKDOWN + name: word for name, word in observation.breakdown.items()},
    }


def _table(rows: Iterable[Mapping[str, Any]]) -> Observed:
    import pandas as pd

    kept: Sequence[Mapping[str, Any]] = list(rows)
    table = pd.DataFrame(kept)
    for name in ("indicator", "date", *_TEXTS):
        if name not in table.columns:
            table[name] = pd.Series(dtype=object)
    for name in _NUMBERS:
        if name not in table.columns:
            table[name] = pd.Series(dtype=np.float64)
    names = [str(name) for name in table.columns if str(name).startswith(BREAKDOWN)]
    for name in names:
        table[name] = _texts(table[name])
    return Observed(table, tuple(name.removeprefix(BREAKDOWN) for name in names))


def _texts(column: pd.Series) -> pd.Series:
    """Return a column as texts, empty where it says nothing; categories stay categories."""
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        words = column.cat.rename_categories([str(word) for word in column.cat.categories])
        if not column.isna().any():
            return words.reset_index(drop=True)
        if "" not in words.cat.categories:
            words = words.cat.add_categories("")
        return words.fillna("").reset_index(drop=True)
    told = column.reset_index(drop=True)
    return told.astype(object).where(told.notna(), "").map(str).astype(object)
