"""A million observations joined to their indicators, rolled up and masked, beside plain pandas.

The peer does what an analyst writes by hand for these three indicators of known kinds: join, group,
sum or take the last, divide, hide what is small and the next smallest. Ours also reads the table as
any other, finds units that differ, keeps what is unknown apart and says what it left out.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from turns import contest, machine, run, told

import valuegraph as vg

STREETS, YEARS, LEAST = 40, 12, 10


def chain_of() -> vg.ValueChain:
    """Return a chain with a count, a stock and a ratio, told apart by street."""
    chain = vg.ValueChain("Evaluation", language="en")
    for name in ("count", "stock", "ratio"):
        unit = "" if name == "ratio" else "kg"
        chain.add_indicator(
            name, id=name, indicator_kind=name, unit=unit, breakdowns={"street": []}
        )
    return chain


def observations(number: int) -> pd.DataFrame:
    """Return so many observations, most of them large, some of few people."""
    random = np.random.default_rng(7)
    kinds = np.array(["count", "ratio"])[random.integers(0, 2, number)]
    years, streets = random.integers(0, YEARS, number), random.integers(0, STREETS, number)
    dates = np.array([f"{2000 + year}-{month:02}" for year in range(YEARS)
                      for month in range(1, 13)])  # fmt: skip
    rare = (streets + years) % 17 == 0
    table = pd.DataFrame({
        "indicator": kinds, "date": dates[years * 12 + random.integers(0, 12, number)],
        "value": random.integers(1, 9, number).astype("float64"),
        "numerator": random.integers(1, 5, number), "denominator": random.integers(5, 9, number),
        "street": np.array([f"street {street:02}" for street in range(STREETS)])[streets],
    })  # fmt: skip
    table.loc[kinds == "ratio", "value"] = np.nan
    table.loc[kinds == "count", ["numerator", "denominator"]] = np.nan
    table = table[~rare | ~pd.Series([*zip(kinds, years, streets, strict=True)]).duplicated()]
    first = table[table["indicator"] == "count"].drop_duplicates(["date", "street"])
    stock = first.assign(indicator="stock", value=first["value"] + LEAST)
    return pd.concat([table, stock], ignore_index=True)


def ours(chain: vg.ValueChain, table: pd.DataFrame) -> dict[Any, float]:
    """Return every number that is shown."""
    rolled = vg.roll_up(chain, observations=table, by="street", every="year", masked_below=LEAST)
    return {(row.indicator, row.groups["period"], row.groups["street"]): row.value
            for row in rolled if row.value is not None}  # fmt: skip


def by_hand(chain: vg.ValueChain, table: pd.DataFrame) -> dict[Any, float]:
    """Return the same with a group-by for each kind."""
    kinds = pd.DataFrame([(one.id, str(one.indicator_kind)) for one in chain.indicators],
                         columns=["indicator", "kind"])  # fmt: skip
    table = table.merge(kinds, on="indicator").assign(year=lambda all: all["date"].str[:4])
    shown: dict[Any, float] = {}
    keys = ["year", "street"]
    counts = table[table["kind"] == "count"].groupby(keys)["value"].sum().reset_index()
    shown |= _told("count", counts.assign(size=counts["value"], above=counts["value"], below=1.0))
    stocks = table[table["kind"] == "stock"].sort_values("date").groupby(keys)["value"].last()
    stocks = stocks.reset_index()
    stocks = _told("stock", stocks.assign(size=stocks["value"], above=stocks["value"], below=1.0))
    shown |= {key: value for key, value in stocks.items() if key[1] is not None}
    ratios = table[table["kind"] == "ratio"].groupby(keys)[["numerator", "denominator"]].sum()
    ratios = ratios.reset_index().rename(columns={"numerator": "above", "denominator": "below"})
    return shown | _told("ratio", ratios.assign(size=ratios["below"]))


def _told(indicator: str, cells: pd.DataFrame) -> dict[Any, float]:
    """Hide small cells and the next smallest of their year, and add up the totals."""
    is_ratio = indicator == "ratio"
    small = cells["size"] < LEAST
    for _, family in cells.groupby("year"):
        hidden = family.index[small[family.index]]
        if len(hidden):
            others = family.drop(hidden).sort_values(["size", "street"], kind="stable").index
            held = cells.loc[hidden, "size"].sum()
            while len(hidden) < 2 or held < LEAST or held <= len(hidden):
                hidden, others = hidden.append(others[:1]), others[1:]
                held = cells.loc[hidden, "size"].sum()
            small[hidden] = True
    years = cells.groupby("year")[["above", "below"]].sum()
    below = cells["below"] if is_ratio else 1.0
    values = (cells["above"] / below)[~small]
    found = {(indicator, *key): value for key, value in zip(
        cells.loc[~small, ["year", "street"]].itertuples(index=False, name=None), values,
        strict=True)}  # fmt: skip
    per_year = years["above"] / (years["below"] if is_ratio else 1.0)
    found |= {(indicator, year, None): value for year, value in per_year.items()}
    whole = years["above"].sum() / (years["below"].sum() if is_ratio else 1.0)
    return found | {(indicator, None, None): whole}


def same(first: dict[Any, float], second: dict[Any, float]) -> None:
    """Hold both to show the same numbers, and hide the same."""
    assert first.keys() == second.keys(), sorted(map(str, first.keys() ^ second.keys()))[:10]
    for key, value in first.items():
        assert np.isclose(value, second[key], rtol=1e-12), key


def main(small: bool) -> None:
    """Roll up 1,000,000 observations (20,000 if small)."""
    print(machine())
    chain, table = chain_of(), observations(20_000 if small else 1_000_000)
    contest(
        f"{len(table):,} observations joined, rolled up by year and street, masked below {LEAST}",
        {"valuegraph": lambda: ours(chain, table), "pandas by hand": lambda: by_hand(chain, table)},
        rounds=5,
        same=same,
    )
    rolled = vg.roll_up(chain, observations=table, by="street", every="year", masked_below=LEAST)
    told("rows", len(rolled))
    told("rows hidden", sum(row.state == "masked" for row in rolled))


if __name__ == "__main__":
    run(main)
