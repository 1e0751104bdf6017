"""How many routes there are, exactly, beside the loop one would write over a networkx graph.

Graph and topological order are ready before the clock starts, and valuegraph has been asked once,
so that its network is in order too; the numbers themselves are counted anew each time. Python's
whole numbers, which the loop uses, have any size; that valuegraph's are exact beyond 64 bits is
what the last contest is about. Run by ``make benchmarks``.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
from layered import Layered, layered
from turns import Goal, contest, run

import valuegraph as vg

ROUNDS = 9
LADDER = 200


def main(small: bool) -> None:
    """Print the contests."""
    rounds = 1 if small else ROUNDS
    sizes = ((200, 25), (1_000, 150)) if small else ((10_000, 25), (1_000_000, 150))
    for links, goal in sizes:
        contend(layered(links), "routes", rounds, goal)
    contend(diamonds(20 if small else LADDER), "routes through diamonds", rounds, None)


def contend(made: Layered, what: str, rounds: int, goal: float | None) -> None:
    """Hold the contest on one network."""
    network, graph = made.network(), made.networkx()
    order = list(nx.topological_sort(graph))[::-1]
    impacts, origins = set(made.impacts.tolist()), made.origins.tolist()

    def same(ours: int, theirs: int) -> None:
        assert ours == theirs, (ours, theirs)

    contest(
        f"{what}, counted: {len(made.start):,} links",
        {
            "valuegraph routes(limit=0).total": lambda: vg.routes(network, limit=0).total,
            "networkx loop": lambda: loop(graph, order, impacts, origins),
        },
        rounds=rounds,
        same=same,
        goals=() if goal is None else (Goal("networkx loop", goal),),
    )


def loop(graph: nx.DiGraph, order: list[int], impacts: set[int], origins: list[int]) -> int:
    """Return how many ways lead from origins to impacts."""
    after: Any = graph.adj
    onward: dict[int, int] = {}
    for part in order:
        onward[part] = (part in impacts) + sum(onward[head] for head in after[part])
    return sum(onward[origin] for origin in origins)


def diamonds(number: int) -> Layered:
    """Return a chain of diamonds, each of which doubles the number of routes: 2^number in all."""
    count = 3 * number + 1
    layer = np.ones(count, dtype=np.int64)
    layer[0], layer[-1] = 0, 5
    first = np.arange(number) * 3
    start = np.concatenate((first, first, first + 1, first + 2))
    end = np.concatenate((first + 1, first + 2, first + 3, first + 3))
    return Layered(layer, start, end, np.full(len(start), 0.5))


if __name__ == "__main__":
    run(main)
