"""From two tables to the first shares, beside a networkx loop over a graph that is ready.

valuegraph reads the tables, checks them, codes the ids, finds the order and shares out; networkx's
own building, which takes longer than anything else here, is not counted. Ids come as whole numbers,
as categories and as text, which has to be turned into codes first. Run by ``make benchmarks``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from layered import Column, layered
from shares import loop
from turns import Goal, contest, run

import valuegraph as vg

IMPACTS = 32


def main(small: bool) -> None:
    """Print the contest."""
    made = layered(1_000 if small else 1_000_000, impacts=IMPACTS)
    names = np.array([f"part-{number:06d}" for number in range(made.count)], dtype=object)
    graph = made.networkx()
    order = list(nx.topological_sort(graph))[::-1]
    impacts = made.impacts.tolist()
    origins = made.origins

    def same(ours: dict[str, Any], theirs: dict[int, Column]) -> None:
        held = np.zeros((made.count, IMPACTS))
        row = {called(impact): number for number, impact in enumerate(impacts)}
        code = {called(part): part for part in range(made.count)}
        holders = [code[holder] for holder in map(str, ours["origin"])]
        held[holders, [row[impact] for impact in map(str, ours["impact"])]] = ours["share"]
        expected = np.zeros_like(held)
        expected[origins] = [theirs[origin] for origin in origins.tolist()]
        np.testing.assert_allclose(held, expected, rtol=1e-9, atol=1e-15)

    def called(part: int) -> str:
        return str(names[part])

    def by_networkx() -> dict[int, Column]:
        return loop(graph, order, impacts)

    as_numbers = frames(made.tables())
    as_texts = frames(made.tables(names))
    links = as_texts[1]
    as_categories = (
        as_texts[0],
        links.assign(
            start=pd.Categorical.from_codes(made.start, names),
            end=pd.Categorical.from_codes(made.end, names),
        ),
    )
    of_numbers, of_names = impacts, names[impacts].tolist()
    contenders: dict[str, Callable[[], Any]] = {
        "valuegraph, ids are whole numbers": lambda: first_shares(as_numbers, of_numbers),
        "valuegraph, ids are categories": lambda: first_shares(as_categories, of_names),
        "valuegraph, ids are text": lambda: first_shares(as_texts, of_names),
        "networkx loop": by_networkx,
    }
    theirs = by_networkx()
    for contender in list(contenders)[1:3]:
        same(contenders[contender]().columns(), theirs)

    def same_numbers(ours: Any, theirs: dict[int, Column]) -> None:
        columns = dict(ours.columns())
        columns["origin"] = names[columns["origin"].astype(np.intp)]
        columns["impact"] = names[columns["impact"].astype(np.intp)]
        same(columns, theirs)

    medians = contest(
        f"from two tables of {len(made.start):,} links to the shares of {IMPACTS} impacts",
        contenders,
        rounds=1 if small else 7,
        same={"networkx loop": same_numbers},
        goals=(Goal("networkx loop", 20),),
    )
    for contender in list(contenders)[1:3]:
        ratio = medians["networkx loop"] / medians[contender]
        print(f"  networkx loop / {contender:30} {ratio:8.2f} x")


def frames(tables: tuple[dict[str, Any], dict[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tables as data frames."""
    parts, links = tables
    return pd.DataFrame(parts), pd.DataFrame(links)


def first_shares(tables: tuple[pd.DataFrame, pd.DataFrame], of: list[Any]) -> Any:
    """Return the shares of some impacts of two tables."""
    parts, links = tables
    return vg.shares(vg.network(parts=parts, links=links, language="en"), of=of)


if __name__ == "__main__":
    run(main)
