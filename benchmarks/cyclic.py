"""Shares of a network with loops, beside a networkx fixed point and beside one bare product.

One link in a hundred leads back, so that most activities lie on one large loop. networkx solves
nothing; its contender is the loop of ``shares.py`` over a ready graph, swept again and again in the
order of the layers until nothing changes any more: each sweep takes up what the sweep has already
found, so that few are needed. How many sweeps valuegraph makes within the loop is printed too.
Run by ``make benchmarks``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from layered import Column, Layered, layered
from turns import Goal, contest, run, told

import valuegraph as vg

FEEDBACK = 0.01
IMPACTS = 8
STEADY = 1e-13


def main(small: bool) -> None:
    """Print the contests."""
    few, many = (300, 3_000) if small else (10_000, 1_000_000)
    contend(few, 1 if small else 7)
    contend(many, 1 if small else 7, one_product=True)


def contend(links: int, rounds: int, *, one_product: bool = False) -> None:
    """Hold the contest on one network."""
    made = layered(links, impacts=IMPACTS, feedback=FEEDBACK)
    network, impacts = made.network(), made.impacts.tolist()

    def same(ours: Any, theirs: Column) -> None:
        held = np.zeros_like(theirs)
        columns = ours.columns()
        row = {str(impact): number for number, impact in enumerate(impacts)}
        whole = [row[impact] for impact in map(str, columns["impact"])]
        assert "circular" not in columns["origin"], "nothing turns without an origin here"
        held[columns["origin"].astype(np.intp), whole] = columns["share"]
        expected = np.zeros_like(theirs)
        expected[made.origins] = theirs[made.origins]
        np.testing.assert_allclose(held, expected, rtol=1e-8, atol=1e-12)

    contenders: dict[str, Callable[[], Any]] = {
        "valuegraph shares": lambda: vg.shares(network, of=impacts),
    }
    goals = []
    checks = {}
    if one_product:
        from scipy.sparse import csr_array

        shape = (made.count, made.count)
        matrix, block = (
            csr_array((made.share, (made.start, made.end)), shape=shape),
            np.ones((made.count, IMPACTS)),
        )
        contenders["one product: scipy csr @ X"] = lambda: matrix @ block
        goals.append(Goal("one product: scipy csr @ X", 1 / 15))
        same(vg.shares(network, of=impacts), solved(made, matrix))
    else:
        graph = made.networkx()
        order = sorted(graph, reverse=True)
        contenders["networkx fixed point"] = lambda: fixed_point(graph, order, impacts)
        goals.append(Goal("networkx fixed point", 300))
        checks = {"networkx fixed point": same}
    title = f"shares of {links:,} links, {FEEDBACK:.0%} of them leading back, x {IMPACTS} impacts"
    contest(title, contenders, rounds=rounds, same=checks, goals=tuple(goals))
    walk = vg.shares(network, of=impacts)._question.sharing.walk
    loops = walk.order.loop_size
    told("loops", len(loops))
    if len(loops):
        told("parts of the largest loop", int(loops.max()))
    for block in walk._loops.blocks:
        if hasattr(block, "_arrivals"):
            told("sweeps within it", block._arrivals.made)


def fixed_point(graph: nx.DiGraph, order: list[int], impacts: list[int]) -> Column:
    """Return how often walks from the impacts are expected at each part: sweeps until steady."""
    after = graph.adj
    unit = np.zeros((len(order), len(impacts)))
    unit[impacts, range(len(impacts))] = 1.0
    held = unit.copy()
    while True:
        change = 0.0
        for part in order:
            value = unit[part].copy()
            for head, edge in after[part].items():
                value += edge["share"] * held[head]
            change = max(change, np.abs(value - held[part]).max())
            held[part] = value
        if change < STEADY:
            return held


def solved(made: Layered, matrix: Any) -> Column:
    """Return the same by products with all links, until nothing is left to pass on."""
    passing = np.zeros((made.count, IMPACTS))
    passing[made.impacts, range(IMPACTS)] = 1.0
    total = passing.copy()
    while passing.max() > 1e-16:
        passing = matrix @ passing
        total += passing
    return total


if __name__ == "__main__":
    run(main)
