"""Everything asked of a chain of a hundred links at once, as a page about it would.

Shares, every single loss, the twenty strongest routes with their words, how many routes there are,
and the loops: answered, and read out as rows. First of a chain that was asked already, then of one
that has just changed, then of two tables. The peer is the shares alone, by the networkx loop of
``shares.py`` over a ready graph: no known tool answers the rest. Run by ``make benchmarks``.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

import networkx as nx
import numpy as np
from layered import Layered, layered
from shares import loop
from turns import contest, run, take_turns, timed

import valuegraph as vg

LINKS = 100
TOP = 20
MOST_SECONDS = 0.005


def main(small: bool) -> None:
    """Print the contest."""
    made = layered(LINKS)
    graph = made.networkx()
    order = list(nx.topological_sort(graph))[::-1]
    impacts, origins = made.impacts.tolist(), made.origins
    chain, network = described(made), made.network()
    known = vg.network(chain)
    report(known)

    def same(ours: dict[str, Any], theirs: dict[int, Any]) -> None:
        columns = ours["shares"]
        held = np.zeros((made.count, len(impacts)))
        row = {f"p{impact}": number for number, impact in enumerate(impacts)}
        holders = [int(str(holder)[1:]) for holder in columns["origin"]]
        held[holders, [row[str(impact)] for impact in columns["impact"]]] = columns["share"]
        expected = np.zeros_like(held)
        expected[origins] = [theirs[origin] for origin in origins.tolist()]
        np.testing.assert_allclose(held, expected, rtol=1e-9, atol=1e-15)
        assert ours["total"] == vg.routes(network, limit=0).total
        assert len(ours["routes"]["start"]) == min(TOP, ours["total"])

    medians = contest(
        f"the whole report of a chain of {len(made.start)} links",
        {
            "valuegraph, asked before": lambda: report(known),
            "networkx loop, shares only": lambda: loop(graph, order, impacts),
        },
        rounds=3 if small else 50,
        same=same,
    )
    for what, took in (
        ("asked before", medians["valuegraph, asked before"]),
        ("a chain just changed, compiled anew", just_changed(made, 3 if small else 20)),
        ("two tables, read anew", read_anew(made, 3 if small else 20)),
    ):
        verdict = "held" if took <= MOST_SECONDS else "NOT held"
        print(f"  {what:44} {took * 1000:10,.2f} ms  at most 5 ms: {verdict}", flush=True)


def report(asked: Any) -> dict[str, Any]:
    """Return the answers as rows."""
    counted = vg.routes(asked, limit=0)
    return {
        "shares": vg.shares(asked).columns(),
        "losses": vg.loss(asked).columns(),
        "routes": vg.routes(asked, top=TOP).columns(),
        "total": counted.total,
        "lengths": counted.by_length,
        "cycles": vg.cycles(asked).columns(),
    }


def described(made: Layered) -> vg.ValueChain:
    """Return the network as a chain of parts and links."""
    chain = vg.ValueChain("A hundred links", language="en")
    add = {
        "resource": chain.add_resource,
        "activity": chain.add_activity,
        "output": chain.add_output,
        "impact": chain.add_impact,
    }
    for part, layer in enumerate(made.layer.tolist()):
        add[made.kinds[layer]](f"Part {part}", id=f"p{part}")
    _, links = made.tables()
    for start, end, kind, strength in zip(
        links["start"].tolist(), links["end"].tolist(), list(links["kind"]),
        made.strength.tolist(), strict=True,
    ):  # fmt: skip
        chain.link(f"p{start}", kind, f"p{end}", strength=strength)
    return chain


def just_changed(made: Layered, rounds: int) -> float:
    """Return how long the report takes of a chain after a change: it is compiled anew."""
    chain = described(made)

    def changed() -> None:
        report(chain)

    times = []
    for number in range(rounds):
        chain.change("p0", name=f"Part 0, as changed in round {number}")
        times += timed({"report": changed}, 1)["report"]
    return statistics.median(times)


def read_anew(made: Layered, rounds: int) -> float:
    """Return how long it takes from two tables."""
    work = {"report": lambda: report(made.network())}
    return take_turns(work, rounds, time.process_time)["report"]


if __name__ == "__main__":
    run(main)
