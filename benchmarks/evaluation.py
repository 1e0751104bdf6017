"""A million observations joined to their indicators, rolled up and masked, beside plain pandas.

The peer is what one would write by hand: a merge, one ``groupby`` with sums, the total of each
line, and small cells blanked by the same rule. It knows neither viewpoints nor wholes told beside
their parts, units that do not add up, nor unknown values: it shows what all that costs.
Run by ``make benchmarks``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from turns import contest, run

import valuegraph as vg

AGES = ("under 18", "18 to 29", "30 to 59", "60 and over")
SITES = tuple(f"site {number}" for number in range(40))
YEARS = tuple(str(year) for year in range(2015, 2025))
INDICATORS = 12
LEAST = 5
SEED = 20222


def main(small: bool) -> None:
    """Print the contest."""
    rows = 2_000 if small else 1_000_000
    chain, table = described(), observations(rows)
    names = pd.DataFrame(
        {"indicator": [each.id for each in chain.indicators],
         "kind": [str(each.indicator_kind) for each in chain.indicators]}
    )  # fmt: skip

    def ours() -> Any:
        return vg.roll_up(chain, by="site", period="year", masked_below=LEAST, observations=table)

    def same(found: Any, theirs: pd.DataFrame) -> None:
        cells = {
            (cell.indicator, cell.period, cell.cell["site"]): (cell.value, cell.people)
            for cell in found
            if not cell.is_total and not cell.masked
        }
        shown = theirs[~theirs["masked"]]
        assert cells == {
            (row.indicator, row.year, row.site): (row.value, row.people)
            for row in shown.itertuples()
        }

    contest(
        f"{rows:,} observations rolled up by year and site, and masked",
        {"valuegraph roll_up": ours, "pandas by hand": lambda: by_hand(table, names)},
        rounds=1 if small else 7,
        same={"pandas by hand": same},
    )


def described() -> vg.ValueChain:
    """Return a chain with indicators that count."""
    chain = vg.ValueChain("A portfolio", language="en")
    for number in range(INDICATORS):
        chain.add_indicator(
            f"Indicator {number}",
            id=f"i{number}",
            indicator_kind="count",
            breakdowns={"site": SITES, "age": AGES},
        )
    return chain


def observations(rows: int) -> pd.DataFrame:
    """Return a table of observations, coded as Parquet gives them back."""
    rng = np.random.default_rng(SEED)

    def coded(words: tuple[str, ...]) -> pd.Categorical:
        return pd.Categorical.from_codes(rng.integers(0, len(words), rows), words)

    dates = tuple(f"{year}-{month:02d}" for year in YEARS for month in range(1, 13))
    return pd.DataFrame(
        {
            "indicator": coded(tuple(f"i{number}" for number in range(INDICATORS))),
            "date": coded(dates),
            "value": rng.integers(0, 9, rows).astype(np.float64),
            "people": rng.integers(0, 3, rows).astype(np.float64),
            "breakdown_site": coded(SITES),
            "breakdown_age": coded(AGES),
        }
    )


def by_hand(table: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Return the same by a merge, a groupby, and small cells blanked line by line."""
    joined = table.assign(
        indicator=table["indicator"].astype(str), year=table["date"].astype(str).str[:4]
    ).merge(names, on="indicator")
    cells = (
        joined.groupby(["indicator", "year", "breakdown_site"], observed=True)
        .agg(value=("value", "sum"), people=("people", "sum"))
        .reset_index()
        .rename(columns={"breakdown_site": "site"})
    )
    cells["masked"] = (cells["people"] > 0) & (cells["people"] < LEAST)
    for _, line in cells.groupby(["indicator", "year"]):
        hidden = line[line["masked"]]
        if not len(hidden):
            continue
        order = line.assign(empty=line["people"] == 0, place=range(len(line)))
        order = order.sort_values(["empty", "people", "place"])
        masks, people = set(hidden.index), hidden["people"].sum()
        for place in order.index:
            if len(masks) >= 2 and people >= LEAST:
                break
            if place not in masks:
                masks.add(place)
                people += line.loc[place, "people"]
        cells.loc[list(masks), "masked"] = True
    return cells


if __name__ == "__main__":
    run(main)
