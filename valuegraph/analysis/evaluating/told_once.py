"""What is said twice is counted once: a year beside its months, one number by two people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from valuegraph.analysis.evaluating.seen_table import GROUP

if TYPE_CHECKING:
    import pandas as pd

_LETTERS = {None: 4, "year": 4, "quarter": 7, "month": 7}
_TOO_COARSE = 99
_SAID = ["amount", "unit", "above", "below"]


def in_one_fineness(table: pd.DataFrame, period: str | None) -> tuple[pd.DataFrame, int]:
    """Return observations without those of a finer date than others of the same year.

    A year that is told as a whole and month by month is told twice. The whole counts, unless it
    cannot be placed in the periods asked for.

    Returns:
        What is kept, and how many observations are not.
    """
    dates = table["date"].astype(str)
    letters = dates.str.len()
    rank = letters.where(letters >= _LETTERS[period], _TOO_COARSE)
    teller = [table["chain"].astype(str), table["viewpoint"].astype(str), dates.str[:4]]
    kept = table[rank == rank.groupby(teller).transform("min")]
    return kept, len(table) - len(kept)


def in_one_voice(table: pd.DataFrame, dims: Sequence[str]) -> tuple[pd.DataFrame, int]:
    """Return observations with what several viewpoints tell of one cell and date counted once.

    Where they tell the same, one of them is kept; where they differ, one that says so (``clash``),
    for none is preferred. Viewpoints that are told apart are left alone.

    Returns:
        What is kept, and how many observations are not.
    """
    import pandas as pd

    if "viewpoint" in dims or table["viewpoint"].nunique() < 2:
        return table, 0
    key = ["chain", "date", *(name for name in table.columns if name.startswith(GROUP))]
    voices = table.groupby(key, observed=True, sort=False)["viewpoint"].transform("nunique")
    shared = voices > 1
    if not shared.any():
        return table, 0
    said = table[shared]
    differ = said.drop_duplicates([*key, *_SAID]).groupby(key, observed=True, sort=False)
    clashing = differ["date"].size().rename("_said").reset_index()
    first = said.drop_duplicates(key).merge(clashing, on=key, how="left")
    first["clash"] = (first.pop("_said") > 1).astype("int64")
    alone = table[~shared].assign(clash=0)
    kept = pd.concat([alone, first], ignore_index=True)
    return kept, len(table) - len(kept)
