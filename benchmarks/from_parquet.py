"""From Parquet tables whose columns are coded to the first shares, beside pandas and networkx.

Both read the same two files. valuegraph goes on from the frames as they are: it checks them, finds
the order and shares out. Its peer is what one would write: shares of the links by pandas, a graph
from the codes, a topological order, the loop of ``shares.py``; it checks nothing and has no names.
Nothing is ready before the clock starts but the files. Run by ``make benchmarks``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from layered import Column, Layered, collector_paused, layered
from shares import loop
from turns import Goal, absent, contest, run

import valuegraph as vg

IMPACTS = 32
ROUNDS = 3


def main(small: bool) -> None:
    """Print the contest."""
    try:
        import pyarrow  # noqa: F401 -- only to know whether it is there
    except ImportError:
        absent("pyarrow")
        return
    made = layered(1_000 if small else 1_000_000, impacts=IMPACTS)
    with TemporaryDirectory() as folder:
        contend(made, Path(folder), 1 if small else ROUNDS)


def contend(made: Layered, folder: Path, rounds: int) -> None:
    """Write the tables, and hold the contest."""
    names = np.array([f"part-{number:07d}" for number in range(made.count)], dtype=object)
    write(made, names, folder)
    of = names[made.impacts].tolist()

    def same(ours: Any, theirs: dict[int, Column]) -> None:
        code = {name: number for number, name in enumerate(names)}
        held = np.zeros((made.count, IMPACTS))
        columns = ours.columns()
        row = {name: number for number, name in enumerate(of)}
        held[[code[one] for one in columns["origin"]], [row[one] for one in columns["impact"]]] = (
            columns["share"]
        )
        expected = np.zeros_like(held)
        for origin in made.origins.tolist():
            expected[origin] = theirs[origin]
        np.testing.assert_allclose(held, expected, rtol=1e-9, atol=1e-15)

    contenders: dict[str, Callable[[], Any]] = {
        "Parquet -> vg.network -> vg.shares": lambda: by_valuegraph(folder, of),
        "Parquet -> pandas -> networkx -> loop": lambda: by_networkx(folder, made.impacts.tolist()),
        "reading the two files alone": lambda: read(folder),
    }
    contest(
        f"from coded Parquet of {len(made.start):,} links to the shares of {IMPACTS} impacts",
        contenders,
        rounds=rounds,
        same={"Parquet -> pandas -> networkx -> loop": same},
        goals=(Goal("Parquet -> pandas -> networkx -> loop", 8),),
    )


def write(made: Layered, names: Column, folder: Path) -> None:
    """Write the two tables, ids and words as codes."""
    parts, links = made.tables()
    coded = {"start": made.start, "end": made.end}
    pd.DataFrame({**parts, "id": names}).to_parquet(folder / "parts.parquet")
    pd.DataFrame(
        links | {end: pd.Categorical.from_codes(codes, names) for end, codes in coded.items()}
    ).to_parquet(folder / "links.parquet")


def read(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the two tables."""
    return pd.read_parquet(folder / "parts.parquet"), pd.read_parquet(folder / "links.parquet")


def by_valuegraph(folder: Path, of: list[str]) -> Any:
    """Return the shares of some impacts."""
    parts, links = read(folder)
    return vg.shares(vg.network(parts=parts, links=links, language="en"), of=of)


def by_networkx(folder: Path, impacts: list[int]) -> dict[int, Column]:
    """Return for each part how much of each impact comes by it."""
    parts, links = read(folder)
    place = pd.Index(parts["id"])
    ends = {end: place.get_indexer(links[end].cat.categories)[links[end].cat.codes]
            for end in ("start", "end")}  # fmt: skip
    share = equal_shares(parts, ends["start"], ends["end"])
    graph = nx.DiGraph()
    with collector_paused():
        graph.add_nodes_from(range(len(parts)))
        graph.add_weighted_edges_from(
            zip(*(column.tolist() for column in (*ends.values(), share)), strict=True),
            weight="share",
        )
        order = list(nx.topological_sort(graph))[::-1]
    return loop(graph, order, impacts)


def equal_shares(parts: pd.DataFrame, start: Column, end: Column) -> Column:
    """Return the equal share of each link in its end: families first, then contributors."""
    kinds = parts["kind"].to_numpy()
    family = (kinds[start] == "resource") & (kinds[end] == "activity")
    told = pd.DataFrame({"end": end, "family": family})
    members = told.groupby(["end", "family"])["end"].transform("size")
    families = told.groupby("end")["family"].transform("nunique")
    return (1.0 / (members * families)).to_numpy()


if __name__ == "__main__":
    run(main)
