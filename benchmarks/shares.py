"""Shares of many impacts and of one, beside a networkx loop over a ready graph.

networkx shares nothing out; its contender is the loop one would write over its graph: parts in
topological order, shares on the edges, from the impacts back, a row of numbers a part. A second one
passes over the parts that lead to no impact asked about. Graph, order and shares are ready before
the clock starts, as valuegraph's network is. Run by ``make benchmarks``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from layered import Column, Layered, layered
from turns import Goal, contest, run

import valuegraph as vg

ROUNDS = 7


def main(small: bool) -> None:
    """Print the contests."""
    rounds = 1 if small else ROUNDS
    few, many = (200, 1_000) if small else (10_000, 1_000_000)
    whole = layered(few)
    contend(whole, whole.impacts, "all", rounds)
    contend(layered(many), np.arange(32), "32, far from most of it", rounds, 50)
    contend(layered(many, impacts=32), np.arange(32), "32, to which all of it leads", rounds, 50)
    contend(layered(many, impacts=1), np.arange(1), "1, to which all of it leads", rounds, 500)


def contend(
    made: Layered, which: Column, told: str, rounds: int, goal: float | None = None
) -> None:
    """Hold the contest for some impacts of a network."""
    impacts = made.impacts[which] if len(which) < len(made.impacts) else made.impacts
    network, ids = made.network(), impacts.tolist()
    asked = ids if len(which) < len(made.impacts) else None
    graph = made.networkx()
    order = list(nx.topological_sort(graph))[::-1]
    origins = made.origins.tolist()
    matrix, vector = one_product(made, len(impacts))

    def same(ours: Any, theirs: dict[int, Column]) -> None:
        held = np.zeros((made.count, len(impacts)))
        columns = ours.columns()
        row = {str(impact): number for number, impact in enumerate(ids)}
        whole = [row[impact] for impact in map(str, columns["impact"])]
        held[columns["origin"].astype(np.intp), whole] = columns["share"]
        expected = np.zeros_like(held)
        for origin in origins:
            expected[origin] = theirs.get(origin, 0.0)
        np.testing.assert_allclose(held, expected, rtol=1e-9, atol=1e-15)
        np.testing.assert_allclose(held.sum(axis=0), expected.sum(axis=0), rtol=1e-12)

    contenders: dict[str, Callable[[], Any]] = {
        "valuegraph shares": lambda: vg.shares(network, of=asked),
        "networkx loop": lambda: loop(graph, order, ids),
        "networkx loop that passes over parts": lambda: sparing_loop(graph, order, ids),
    }
    goals = [] if goal is None else [Goal("networkx loop", goal)]
    if len(impacts) == 1:
        contenders["one product: scipy csr @ x"] = lambda: matrix @ vector
        goals.append(Goal("one product: scipy csr @ x", 0.5))
    checks = dict.fromkeys(list(contenders)[1:3], same)
    title = f"shares of {len(made.start):,} links x impacts: {told} ({len(impacts):,})"
    contest(title, contenders, rounds=rounds, same=checks, goals=tuple(goals))


def loop(graph: nx.DiGraph, order: list[int], impacts: list[int]) -> dict[int, Any]:
    """Return for each part how much of each impact comes by it."""
    before = graph.pred
    if len(impacts) == 1:
        held: dict[int, Any] = dict.fromkeys(order, 0.0)
        held[impacts[0]] = 1.0
    else:
        held = dict(enumerate(np.zeros((len(order), len(impacts)))))
        for column, impact in enumerate(impacts):
            held[impact][column] = 1.0
    for part in order:
        mine = held[part]
        for contributor, edge in before[part].items():
            held[contributor] += edge["share"] * mine
    return held


def sparing_loop(graph: nx.DiGraph, order: list[int], impacts: list[int]) -> dict[int, Any]:
    """Return the same for the parts by which something comes."""
    before = graph.pred
    unit = [1.0] if len(impacts) == 1 else np.eye(len(impacts))
    held: dict[int, Any] = dict(zip(impacts, unit, strict=True))
    for part in order:
        mine = held.get(part)
        if mine is None:
            continue
        for contributor, edge in before[part].items():
            share = edge["share"] * mine
            if contributor in held:
                held[contributor] += share
            else:
                held[contributor] = share
    return held


def one_product(made: Layered, width: int) -> tuple[Any, Column]:
    """Return a matrix of all links and what to multiply it with: the least there is to do."""
    from scipy.sparse import csr_array

    shape = (made.count, made.count)
    matrix = csr_array((made.share, (made.start, made.end)), shape=shape)
    vector = np.ones(made.count) if width == 1 else np.ones((made.count, width))
    return matrix, vector


if __name__ == "__main__":
    run(main)
