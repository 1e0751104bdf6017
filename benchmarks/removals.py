"""Every single loss at once, beside taking away part after part over a ready networkx graph.

What passed by a part is what no longer arrives at any origin once the part is taken away; the peer
walks back from the impacts again for each part. At 10,000 links that would take minutes: it is then
done for a sample of the parts, and its time is stretched to all of them, which the table says. How
many passes over the links valuegraph makes is counted. Run by ``make benchmarks``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
from layered import Column, Layered, layered
from shares import one_product
from turns import contest, run, told

import valuegraph as vg

IMPACTS = 8
SAMPLE = 40
PASSES = 3


def main(small: bool) -> None:
    """Print the contests."""
    few, some, many = (100, 200, 1_000) if small else (1_000, 10_000, 1_000_000)
    rounds = 1 if small else 5
    for links, sampled in ((few, False), (some, True)):
        contend(layered(links, impacts=IMPACTS), rounds, sampled=sampled)
    beside_one_product(layered(many, impacts=IMPACTS), rounds)


def contend(made: Layered, rounds: int, *, sampled: bool) -> None:
    """Hold the contest on one network."""
    network, graph = made.network(), made.networkx()
    order = list(nx.topological_sort(graph))[::-1]
    impacts, origins = made.impacts.tolist(), made.origins.tolist()
    walked = np.flatnonzero(made.layer < 5)
    rng = np.random.default_rng(1)
    parts = np.sort(rng.choice(walked, SAMPLE, replace=False)) if sampled else walked

    def same(ours: Any, theirs: Column) -> None:
        lost = np.zeros((made.count, len(impacts)))
        columns = ours.columns()
        is_part = np.asarray(columns["kind"]) != "link"
        row = {str(impact): number for number, impact in enumerate(impacts)}
        whole = [row[impact] for impact in map(str, np.asarray(columns["impact"])[is_part])]
        things = np.asarray(columns["without"], dtype=object)[is_part].astype(np.intp)
        lost[things, whole] = np.asarray(columns["through"])[is_part]
        np.testing.assert_allclose(lost[parts], theirs, rtol=1e-9, atol=1e-12)

    peer = f"networkx loop, {len(parts):,} parts taken away in turn"
    medians = contest(
        f"every single loss of {len(made.start):,} links x {IMPACTS} impacts",
        {
            "valuegraph loss()": lambda: vg.loss(network),
            peer: lambda: taken_away(graph, order, impacts, origins, parts.tolist()),
        },
        rounds=rounds,
        same=same,
    )
    if sampled:
        ratio = medians[peer] / medians["valuegraph loss()"] * len(walked) / len(parts)
        print(f"  the peer's time stretched to all {len(walked):,} parts: {ratio:,.0f} x")
    count_passes(network)


def beside_one_product(made: Layered, rounds: int) -> None:
    """Compare with the least there is to do: one product with all links, as wide as the answer."""
    network = made.network()
    matrix, block = one_product(made, IMPACTS)

    contest(
        f"every single loss of {len(made.start):,} links x {IMPACTS} impacts",
        {
            "valuegraph loss()": lambda: vg.loss(network),
            "valuegraph shares": lambda: vg.shares(network),
            "one product: scipy csr @ X": lambda: matrix @ block,
        },
        rounds=rounds,
        same={},
    )
    count_passes(network)


def count_passes(network: Any) -> None:
    """Tell how many passes one answer takes."""
    from valuegraph.analysis.sharing.shared_walk import shared_out

    walk = shared_out(network, "equal").walk
    before = walk.passes
    vg.loss(network)
    told("passes over all links", walk.passes - before, PASSES)


def taken_away(
    graph: nx.DiGraph,
    order: list[int],
    impacts: list[int],
    origins: list[int],
    parts: Sequence[int],
) -> Column:
    """Return for each part how much of each impact arrives nowhere once it is taken away."""
    before = graph.pred
    unit = np.eye(len(impacts))
    lost = []
    for gone in parts:
        held: dict[int, Any] = dict(zip(impacts, unit, strict=True))
        for part in order:
            mine = held.get(part)
            if mine is None or part == gone:
                continue
            for contributor, edge in before[part].items():
                share = edge["share"] * mine
                if contributor in held:
                    held[contributor] += share
                else:
                    held[contributor] = share
        arrived = sum(held[origin] for origin in origins if origin in held and origin != gone)
        lost.append(1.0 - arrived)
    return np.array(lost)


if __name__ == "__main__":
    run(main)
