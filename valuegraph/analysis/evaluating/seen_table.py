"""Observations as one table, whether they come from chains or from a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from valuegraph.errors import OptionError, ValueGraphError
from valuegraph.model.evaluation import Observation, is_date
from valuegraph.model.quantity import Quantity, standard_unit
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

NEEDED = ("indicator", "date")
_TEXTS = ("chain", "indicator", "date", "viewpoint")
_NUMBERS = {"value": ("amount", "unit"), "numerator": ("above", "above_unit"),
            "denominator": ("below", "below_unit")}  # fmt: skip
COLUMNS = (*_TEXTS, "amount", "unit", "word", "above", "above_unit", "below", "below_unit",
           "people")  # fmt: skip
_AMOUNTS = ("amount", "above", "below", "people")
GROUP = "breakdown."
"""What the column of a group begins with: ``breakdown.age``."""


def table_of(seen: Iterable[tuple[str, Observation]]) -> pd.DataFrame:
    """Return observations, each with the name of its chain, as a table."""
    import pandas as pd

    rows = [
        {
            "chain": chain, "indicator": one.indicator, "date": one.date,
            "viewpoint": one.viewpoint, **_told("value", one.value),
            **_told("numerator", one.numerator), **_told("denominator", one.denominator),
            "word": one.value if isinstance(one.value, str) else "", "people": one.people,
            **{f"{GROUP}{name}": word for name, word in one.breakdown.items()},
        }
        for chain, one in seen
    ]  # fmt: skip
    return complete(pd.DataFrame(rows, columns=None if rows else list(COLUMNS)))


def _told(key: str, value: object) -> dict[str, Any]:
    amount, unit = _NUMBERS[key]
    if not isinstance(value, Quantity):
        return {amount: None, unit: ""}
    return {amount: float(value.amount), unit: value.unit}


def table_from(frame: pd.DataFrame, chain: str, dimensions: Sequence[str]) -> pd.DataFrame:
    """Return a frame with the columns of the text form as such a table.

    Args:
        frame: ``indicator``, ``date`` and ``value`` or ``numerator`` and ``denominator``;
            if wanted ``unit``, ``people``, ``viewpoint``, ``chain`` and the groups: a column
            each, called ``breakdown.age`` or ``age``, or one column ``breakdown`` of mappings.
        chain: the chain of rows that name none.
        dimensions: the groups that are asked about.

    Raises:
        OptionError: a column is missing, or a date is none.
    """
    import pandas as pd

    _check_columns(frame)
    told = pd.DataFrame(index=pd.RangeIndex(len(frame)))
    for name in _TEXTS:
        told[name] = _texts(frame, name, chain if name == "chain" else "")
    _check_dates(told["date"])
    units = (
        _texts(frame, "unit", "").astype(object).map(_standard(frame, "unit"))
        if "unit" in frame
        else ""
    )
    told["word"] = ""
    for key, (amount, unit) in _NUMBERS.items():
        if key in frame:
            numbers, own, words = _numbers(frame[key].reset_index(drop=True))
            told[amount], told[unit] = numbers, own
            if key == "value":
                told["word"] = words
                if not isinstance(units, str):
                    told[unit] = told[unit].where(told[unit] != "", units.astype(object))
    if "people" in frame:
        told["people"] = pd.to_numeric(frame["people"].reset_index(drop=True), errors="coerce")
    for name, words in _groups(frame, dimensions).items():
        told[name] = words
    return complete(told)


def _check_columns(frame: pd.DataFrame) -> None:
    missing = [name for name in NEEDED if name not in frame]
    if not {"value", "numerator", "denominator"} & set(map(str, frame.columns)):
        missing.append("value")
    if missing:
        values = {"columns": missing, "found": [str(name) for name in frame.columns]}
        raise OptionError(Problem("VG604", values=values))


def _check_dates(dates: pd.Series[Any]) -> None:
    wrong = [text for text in dates.cat.categories if not is_date(text)]
    if wrong:
        rows = dates.index[dates.isin(wrong)] + 1
        values = {"dates": wrong[:10], "rows": [int(row) for row in rows[:10]], "count": len(rows)}
        raise OptionError(Problem("VG605", values=values))


def _texts(frame: pd.DataFrame, name: str, default: str) -> pd.Series[Any]:
    """Return a column as categories: each text is looked at once, however many rows it has."""
    import pandas as pd

    if name not in frame:
        return categories(pd.Series(default, index=pd.RangeIndex(len(frame)), dtype=object))
    codes, texts = pd.factorize(frame[name])  # what is missing has the code -1, the last one
    told = np.array([*map(str, texts), default], dtype=object)
    names, place = np.unique(told, return_inverse=True)
    index = pd.Index(names, dtype=object)
    found = pd.Categorical.from_codes(place[codes], categories=index)
    return pd.Series(found.remove_unused_categories())


def categories(texts: pd.Series[Any]) -> pd.Series[Any]:
    """Return texts as categories in alphabetical order, those that do not occur left out."""
    import pandas as pd

    codes, told = pd.factorize(texts.astype(object), sort=True)
    return pd.Series(pd.Categorical.from_codes(codes, categories=pd.Index(told, dtype=object)))


def _standard(frame: pd.DataFrame, name: str) -> Mapping[str, str]:
    return {text: standard_unit(text) for text in _texts(frame, name, "").unique()}


def _numbers(values: pd.Series[Any]) -> tuple[Any, Any, Any]:
    """Return amounts, units and words of a column; texts are read as the text form reads them."""
    import pandas as pd

    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return values.astype("float64"), "", ""
    known = values.notna()
    told = {value: _read(value) for value in values[known].unique()}
    columns = []
    for place, nothing in ((0, None), (1, ""), (2, "")):
        column = values.map({value: read[place] for value, read in told.items()})
        columns.append(column if nothing is None else column.where(column.notna(), nothing))
    return pd.to_numeric(columns[0]), columns[1], columns[2]


def _read(value: object) -> tuple[float | None, str, str]:
    if isinstance(value, Quantity):
        return float(value.amount), value.unit, ""
    if isinstance(value, bool):
        return None, "", "yes" if value else "no"
    try:
        told = Quantity.parse(str(value))
    except ValueGraphError:
        return None, "", str(value).strip()
    return float(told.amount), told.unit, ""


def _groups(frame: pd.DataFrame, dimensions: Sequence[str]) -> dict[str, pd.Series[Any]]:
    names = [str(name) for name in frame.columns if str(name).startswith(GROUP)]
    found = {name: _texts(frame, name, "") for name in names}
    for name in dimensions:
        if name in frame and name not in COLUMNS and f"{GROUP}{name}" not in found:
            found[f"{GROUP}{name}"] = _texts(frame, name, "")
    if "breakdown" in frame:
        cells = [cell if isinstance(cell, Mapping) else {} for cell in frame["breakdown"]]
        for name in sorted({name for cell in cells for name in cell}):
            import pandas as pd

            words = pd.Series([str(cell.get(name, "")) for cell in cells], dtype=object)
            found.setdefault(f"{GROUP}{name}", words)
    return found


def complete(told: pd.DataFrame) -> pd.DataFrame:
    """Return a table in which texts are categories and never missing; numbers may be."""
    import pandas as pd

    for name in COLUMNS:
        if name not in told:
            told[name] = float("nan") if name in _AMOUNTS else ""
    for name in told.columns:
        if name in _AMOUNTS:
            told[name] = told[name].astype("float64")
        elif not isinstance(told[name].dtype, pd.CategoricalDtype):
            column = told[name].astype(object)
            told[name] = categories(column.where(column.notna(), ""))
    return told


def several(names: Sequence[str]) -> list[str]:
    """Return names of chains in which no two are the same."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
