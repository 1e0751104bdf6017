"""Layered networks of any size for the benchmarks: the same one for every contender.

Six layers (resources, three of activities, outputs, impacts), about 3.4 links a part, a tenth of
the links skip a layer; the strengths that leave a part add up to 0.7 to 1. With feedback, the layer
of outputs is one of activities too, and some activities of the last such layer lead back to the
first: most activities then lie on one large loop. Random layers are harder on caches than real
chains, which are more local.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

import valuegraph as vg

LAYERS = ("resource", "activity", "activity", "activity", "output", "impact")
LOOPED_LAYERS = ("resource", "activity", "activity", "activity", "activity", "impact")
KINDS = ("resource", "activity", "output", "impact")
LINKS_A_PART = 3.4
SKIPPING = 0.1
SEED = 20221

Column = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Layered:
    """Parts 0 to n - 1, layer by layer, and links without parallels."""

    layer: Column
    start: Column
    end: Column
    strength: Column
    kinds: tuple[str, ...] = LAYERS

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.layer)

    @property
    def impacts(self) -> Column:
        """The parts of the last layer."""
        return np.flatnonzero(self.layer == len(LAYERS) - 1)

    @property
    def resources(self) -> Column:
        """The parts of the first layer."""
        return np.flatnonzero(self.layer == 0)

    @cached_property
    def origins(self) -> Column:
        """The resources, and other parts to which nothing leads, though they lead on."""
        leaves, enters = np.zeros((2, self.count), dtype=bool)
        leaves[self.start] = enters[self.end] = True
        return np.flatnonzero((self.layer == 0) | (leaves & ~enters))

    @cached_property
    def share(self) -> Column:
        """For each link, its equal share in its end: families first, then contributors."""
        is_resource = self.layer[self.start] == 0
        is_activity = (np.array(self.kinds) == "activity")[self.layer[self.end]]
        family = self.end * 2 + (is_resource & is_activity)
        members = np.bincount(family, minlength=2 * self.count)
        families = (members.reshape(-1, 2) > 0).sum(axis=1)
        return 1.0 / (families[self.end] * members[family])

    # ---- for valuegraph

    def tables(self, ids: Column | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the table of parts and the table of links; ids are whole numbers if not given."""
        import pandas as pd

        called = np.arange(self.count) if ids is None else ids
        kinds = np.array([KINDS.index(kind) for kind in self.kinds], dtype=np.int8)[self.layer]
        parts = {"id": called, "kind": pd.Categorical.from_codes(kinds, KINDS)}
        verbs = ("feeds", "precedes", "produces", "contributes")
        verb = np.full(len(self.start), 1, dtype=np.int8)
        verb[self.layer[self.start] == 0] = 0
        verb[(np.array(self.kinds) == "output")[self.layer[self.end]]] = 2
        verb[self.layer[self.end] == 5] = 3
        links = {
            "start": called[self.start],
            "end": called[self.end],
            "kind": pd.Categorical.from_codes(verb, verbs),
            "strength": self.strength,
        }
        return parts, links

    def network(self) -> Any:
        """Return valuegraph's network."""
        parts, links = self.tables()
        return vg.network(parts=parts, links=links, language="en")

    # ---- for the peers

    def networkx(self) -> nx.DiGraph:
        """Return networkx's graph, with shares, strengths and costs on the edges."""
        graph = nx.DiGraph()
        with collector_paused():
            graph.add_nodes_from(range(self.count))
            columns = (self.start, self.end, self.share, self.strength, self.cost)
            graph.add_edges_from(
                (start, end, {"share": share, "strength": strength, "cost": cost})
                for start, end, share, strength, cost in zip(
                    *(column.tolist() for column in columns), strict=True
                )
            )
        return graph

    @cached_property
    def cost(self) -> Column:
        """For each link, what adds up where strengths multiply."""
        return -np.log(self.strength)

    def between_super_nodes(self) -> tuple[list[tuple[int, int]], list[float], int, int]:
        """Return edges and costs with one node before all origins and one behind all impacts."""
        before, behind = self.count, self.count + 1
        edges = list(zip(self.start.tolist(), self.end.tolist(), strict=True))
        edges += [(before, origin) for origin in self.origins.tolist()]
        edges += [(impact, behind) for impact in self.impacts.tolist()]
        costs = [*self.cost.tolist(), *[0.0] * (len(edges) - len(self.start))]
        return edges, costs, before, behind


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking through millions of new objects."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def layered(links: int, *, impacts: int | None = None, feedback: float = 0.0) -> Layered:
    """Return a layered network, always the same one for the same arguments.

    Args:
        links: how many links it has.
        impacts: how many parts the last layer has; a sixth of all by default.
        feedback: the part of the links that lead back.
    """
    rng = np.random.default_rng(SEED)
    count = round(links / LINKS_A_PART)
    last = count // 6 if impacts is None else impacts
    sizes = np.full(6, (count - last) // 5)
    sizes[5] = last
    layer = np.repeat(np.arange(6), sizes)
    first = np.concatenate(([0], np.cumsum(sizes)))
    back = round(links * feedback)
    leads = np.arange(first[5])
    key = _onward(rng, layer, sizes, first, leads)
    while len(key) < links - back:
        more = _onward(rng, layer, sizes, first, rng.integers(0, first[5], links // 4))
        key = np.concatenate((key, np.setdiff1d(more, key)))
    key = key[: links - back]
    if back:
        tail = rng.integers(first[4], first[5], 2 * back)
        head = rng.integers(first[1], first[2], 2 * back)
        backwards = np.unique(tail * len(layer) + head)
        key = np.concatenate((key, rng.permutation(backwards)[:back]))
    key = rng.permutation(key)
    start, end = key // len(layer), key % len(layer)
    raw = rng.uniform(0.1, 1.0, len(key))
    leaving = np.bincount(start, weights=raw, minlength=len(layer))
    kept = rng.uniform(0.7, 1.0, len(layer))
    strength = raw / leaving[start] * kept[start]
    return Layered(layer, start, end, strength, LOOPED_LAYERS if feedback else LAYERS)


def _onward(
    rng: np.random.Generator, layer: Column, sizes: Column, first: Column, start: Column
) -> Column:
    """Return a link from each part to the next layer, or to the one after, as one number."""
    skips = (rng.random(len(start)) < SKIPPING) & (layer[start] < 4)
    to = layer[start] + 1 + skips
    end = first[to] + (rng.random(len(start)) * sizes[to]).astype(np.int64)
    return rng.permutation(np.unique(start * len(layer) + end))
