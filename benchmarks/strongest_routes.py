"""The hundred strongest routes of a whole network, beside networkx and igraph.

Both peers find shortest simple paths between two nodes, so they are given one node before all
origins and one behind all impacts, and the negative logarithm of a strength as its cost: what adds
up is then what multiplies. Their graphs are ready before the clock starts, and so is valuegraph's
network. All three are asked for routes as codes; that valuegraph also tells each of them in words,
when it is read, is timed by itself. Run by ``make benchmarks``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice, pairwise
from typing import Any

import networkx as nx
from layered import Layered, collector_paused, layered
from turns import Goal, absent, contest, run, told

import valuegraph as vg

TOP = 100


def main(small: bool) -> None:
    """Print the contests."""
    few, many = (200, 1_000) if small else (10_000, 1_000_000)
    contend(layered(few), 1 if small else 7, {"networkx": 400, "igraph": 30}, with_networkx=True)
    contend(layered(many), 1 if small else 3, {"igraph": 100}, with_networkx=small)


def contend(made: Layered, rounds: int, goals: dict[str, float], *, with_networkx: bool) -> None:
    """Hold the contest on one network."""
    network = made.network()
    edges, costs, before, behind = made.between_super_nodes()
    contenders: dict[str, Callable[[], Any]] = {
        "valuegraph routes(top=100)": lambda: vg.routes(network, top=TOP),
        "valuegraph, each route told in words": lambda: vg.routes(network, top=TOP).routes,
    }
    if with_networkx:
        graph = nx.DiGraph()
        with collector_paused():
            graph.add_weighted_edges_from(
                (start, end, cost) for (start, end), cost in zip(edges, costs, strict=True)
            )
        contenders["networkx"] = lambda: by_networkx(graph, before, behind)
    else:
        print("\n  networkx is left out at this size: it would take minutes a round")
    if find_spec("igraph") is None:
        absent("igraph")
    else:
        import igraph

        table = igraph.Graph(behind + 1, edges, directed=True)
        contenders["igraph"] = lambda: by_igraph(table, costs, before, behind)

    cost_of = dict(zip(edges, costs, strict=True))

    def same(answer: Any, theirs: list[list[int]]) -> None:
        mine = [(route.strength or 0.0, [int(part) for part in route.parts]) for route in answer]
        strengths = [
            math.exp(-math.fsum(cost_of[pair] for pair in pairwise(nodes))) for nodes in theirs
        ]
        assert len(mine) == len(strengths)
        for (strength, parts), other, nodes in zip(mine, strengths, theirs, strict=True):
            assert math.isclose(strength, other, rel_tol=1e-9), (strength, other)
            if not math.isclose(strength, mine[-1][0], rel_tol=1e-9):
                assert parts == nodes[1:-1]

    contest(
        f"the {TOP} strongest routes of {len(made.start):,} links, all origins to all impacts",
        contenders,
        rounds=rounds,
        same=dict.fromkeys(("networkx", "igraph"), same),
        goals=tuple(Goal(peer, ratio) for peer, ratio in goals.items() if peer in contenders),
    )
    looked_at(network)


def by_networkx(graph: nx.DiGraph, before: int, behind: int) -> list[list[int]]:
    """Return the same by Yen's algorithm."""
    return list(islice(nx.shortest_simple_paths(graph, before, behind, weight="weight"), TOP))


def by_igraph(graph: Any, costs: list[float], before: int, behind: int) -> list[list[int]]:
    """Return the same by igraph's Yen, in C."""
    found: list[list[int]] = graph.get_k_shortest_paths(
        before, behind, k=TOP, weights=costs, output="vpath"
    )
    return found


def looked_at(network: Any) -> None:
    """Tell how many beginnings of routes the search looked at."""
    from valuegraph.analysis.route_finding.search import strongest
    from valuegraph.analysis.route_finding.ways import asked_ends, between

    found = strongest(between(network, *asked_ends(network, None, None)), TOP)
    longest = max(len(walk.steps) for walk in found.walks)
    told("beginnings looked at, a route", found.pops / len(found.walks), longest + 1)


if __name__ == "__main__":
    run(main)
