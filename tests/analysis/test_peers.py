"""The engine beside libraries that nobody here wrote: the same routes, flows, cuts and loops."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import igraph
import networkx as nx
import numpy as np
import pytest
import rustworkx
from hypothesis import given, settings
from oracles_routes import graph_of, origins_of, small_chains

from valuegraph.analysis.decomposition import decomposition
from valuegraph.analysis.network import Network, network
from valuegraph.analysis.routes import routes
from valuegraph.analysis.shares import shares
from valuegraph.analysis.solidity import solidity
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow

few = settings(max_examples=60)


def with_root(chain: ValueChain, end: str, *, apart: bool) -> nx.DiGraph:
    """Return the links to an end as places of their own, behind a root before all origins.

    Args:
        chain: a chain.
        end: the id of a part.
        apart: whether each part is a step as well, which costs 1, as each link does otherwise.
    """
    graph = nx.DiGraph()
    for start, last, arc in graph_of(chain, Flow.FORWARD).edges(data="arc"):
        graph.add_edge((start, "out"), ("link", arc.link), capacity=1 if not apart else 10_000)
        graph.add_edge(("link", arc.link), (last, "in"), capacity=10_000)
    for part in chain.parts():
        graph.add_edge((part.id, "in"), (part.id, "out"), capacity=1 if apart else 10_000)
    for origin in origins_of(chain):
        if origin != end:
            graph.add_edge("root", (origin, "in"), capacity=10_000)
    graph.add_nodes_from(("root", (end, "in")))
    return graph


@few
@given(small_chains(most_links=14))
def test_smallest_cuts_are_as_small_as_those_of_networkx(chain: ValueChain) -> None:
    """Links and parts: the minimum cut of a flow network, on chains that go round."""
    for row in solidity(chain):
        for apart, cut in ((False, row.links), (True, row.parts)):
            graph = with_root(chain, row.end, apart=apart)
            value, _ = nx.minimum_cut(graph, "root", (row.end, "in"))
            assert cut is not None
            assert len(cut) == value


@few
@given(small_chains(most_links=14))
def test_edge_and_node_cuts_from_one_start(chain: ValueChain) -> None:
    """Between two parts, networkx's own cuts of edges and of nodes have the same size."""
    for start in origins_of(chain):
        for impact in chain.impacts:
            found = solidity(chain, start=start, end=impact.id) if start != impact.id else ()
            for row in found:
                links = nx.DiGraph()
                for first, last, arc in graph_of(chain, Flow.FORWARD).edges(data="arc"):
                    links.add_edge(first, ("link", arc.link))
                    links.add_edge(("link", arc.link), last)
                assert row.links is not None
                plain = nx.DiGraph(graph_of(chain, Flow.FORWARD))
                if row.parts is None:
                    assert plain.has_edge(start, impact.id)
                else:
                    assert len(row.parts) == len(nx.minimum_node_cut(plain, start, impact.id))
                    # parallel links fall one by one: each is a place of its own
                middle = with_root(chain, impact.id, apart=False)
                value, _ = nx.minimum_cut(middle, (start, "out"), (impact.id, "in"))
                assert len(row.links) == value


@few
@given(small_chains(most_links=14))
def test_what_all_routes_pass_are_the_immediate_dominators(chain: ValueChain) -> None:
    """Followed up to the root, networkx's dominators are the single points of failure."""
    for row in solidity(chain):
        graph = with_root(chain, row.end, apart=True)
        before = nx.immediate_dominators(graph, "root")
        passed, at = [], (row.end, "in")
        while before.get(at) not in (None, at):
            at = before[at]
            passed.append(at)
        parts = {place[0] for place in passed if place[1:] == ("out",)}
        links = {place[1] for place in passed if place[0] == "link"}
        assert set(row.single_parts) == parts
        assert set(row.single_links) == links


# ---- at 10^4 links


WIDTH, DEPTH = 600, 6


@pytest.fixture(scope="module")
def large() -> tuple[Network, np.ndarray, np.ndarray, np.ndarray]:
    """Return a layered network of 10^4 links, 1 in 100 going back, and its links."""
    chance = np.random.default_rng(3)
    count = WIDTH * DEPTH
    layer = np.repeat(np.arange(DEPTH), WIDTH)
    start = chance.integers(0, count - WIDTH, 9_900)
    end = (layer[start] + 1) * WIDTH + chance.integers(0, WIDTH, 9_900)
    back = chance.integers(2 * WIDTH, count - WIDTH, 100)
    start = np.concatenate((start, back))
    end = np.concatenate((end, np.maximum(WIDTH, back - WIDTH - chance.integers(0, WIDTH, 100))))
    kind = np.where(layer[end] == DEPTH - 1, "contributes",
                    np.where(layer[start] == 0, "feeds", "precedes"))  # fmt: skip
    kinds = np.array(["resource", *["activity"] * (DEPTH - 2), "impact"])[layer]
    strength = chance.uniform(0.1, 1.0, len(start))
    known = network(
        parts={"id": np.arange(count), "kind": kinds},
        links={"start": start, "end": end, "kind": kind, "strength": strength},
    )
    return known, start, end, strength


Large = tuple[Network, np.ndarray, np.ndarray, np.ndarray]


def test_loops_are_the_components_of_three_libraries(large: Large) -> None:
    """The strongly connected components of networkx, igraph and rustworkx, at 10^4 links."""
    known, start, end, _ = large
    pairs = list(zip(start.tolist(), end.tolist(), strict=True))
    ours = Counter(known.order.loop[known.order.loop >= 0].tolist())
    graph = nx.DiGraph(pairs)
    expected = sorted(len(one) for one in nx.strongly_connected_components(graph) if len(one) > 1)
    assert sorted(ours.values()) == expected
    fast = igraph.Graph(n=known.count, edges=pairs, directed=True)
    assert sorted(size for size in fast.connected_components("strong").sizes() if size > 1) == (
        expected
    )
    rust = rustworkx.PyDiGraph()
    rust.add_nodes_from(range(known.count))
    rust.add_edges_from_no_data(pairs)
    sizes = (len(one) for one in rustworkx.strongly_connected_components(rust))
    assert sorted(size for size in sizes if size > 1) == expected


def test_routes_are_the_simple_paths_of_three_libraries(large: Large) -> None:
    """From one resource to one impact, at 10^4 links: the same paths, none twice."""
    known, start, end, _ = large
    pairs = list(zip(start.tolist(), end.tolist(), strict=True))
    graph = nx.DiGraph(pairs)
    fast = igraph.Graph(n=known.count, edges=sorted(set(pairs)), directed=True)
    rust = rustworkx.PyDiGraph()
    rust.add_nodes_from(range(known.count))
    rust.add_edges_from_no_data(sorted(set(pairs)))
    graph.add_nodes_from(range(known.count))
    compared = 0
    for first in range(0, 40, 4):
        reached = [at for at in nx.descendants(graph, first) if at >= known.count - WIDTH]
        for last in islice(sorted(reached), 3):
            found = routes(known, start=first, end=last, limit=100_000).folded()
            ours = {tuple(map(int, route.parts)) for route in found}
            assert len(ours) == len(found) == found.total
            bound = max(map(len, ours)) - 1
            theirs = {tuple(path) for path in nx.all_simple_paths(graph, first, last, bound)}
            assert ours == theirs
            quick = {tuple(path) for path in fast.get_all_simple_paths(first, last, maxlen=bound)}
            assert ours == quick
            listed = rustworkx.all_simple_paths(rust, first, last, cutoff=bound + 1)
            assert ours == {tuple(path) for path in listed}
            compared += len(ours)
    assert compared > 30


def test_flows_are_the_solution_of_the_whole_system(large: Large) -> None:
    """At 10^4 links with feedback: strengths shared out, as networkx's matrix solves them."""
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import spsolve

    known, start, end, strength = large
    graph = nx.DiGraph()
    graph.add_nodes_from(range(known.count))
    for first, last, much in zip(end.tolist(), start.tolist(), strength.tolist(), strict=True):
        weight = graph.get_edge_data(first, last, {"weight": 0.0})["weight"]
        graph.add_edge(first, last, weight=weight + much)
    whole = dict(graph.out_degree(weight="weight"))
    for first, _, data in graph.edges(data=True):
        data["weight"] /= whole[first]
    steps = nx.to_scipy_sparse_array(graph, nodelist=range(known.count))
    impacts = [3_000, 3_111, 3_599]
    found = shares(known, of=impacts, basis="strength")
    for impact in impacts:
        unit = np.zeros(known.count)
        unit[impact] = 1.0
        visits = spsolve((eye_array(known.count) - steps.T).tocsc(), unit)
        ends = {str(at): visits[at] for at in range(WIDTH) if visits[at] > 1e-14}
        ours = dict(found[str(impact)]) if str(impact) in found else {}
        ours = {origin: share for origin, share in ours.items() if number_of(origin) < WIDTH}
        assert ours == pytest.approx(ends, rel=1e-9, abs=1e-12)


def number_of(origin: str) -> int:
    """Return an id as a number; what is circular is beyond all."""
    return int(origin) if origin.isdigit() else 10**9


def test_signed_cutoffs_lose_no_route() -> None:
    """With hindering links, every walk whose size is above the cut-off is in the tree.

    Enumerated plainly over the same links, pruned by nothing but length.
    """
    chance = np.random.default_rng(5)
    count = 60
    start = chance.integers(0, 45, 160)
    end = (start // 15 + 1) * 15 + chance.integers(0, 15, 160)
    kind = np.where(end >= 45, "contributes", np.where(start < 15, "feeds", "precedes"))
    sign = np.where(chance.random(160) < 0.3, "-", "+")
    strength = chance.uniform(0.2, 1.0, 160)
    kinds = np.repeat(["resource", "activity", "activity", "impact"], 15)
    known = network(
        parts={"id": np.arange(count), "kind": kinds},
        links={"start": start, "end": end, "kind": kind, "sign": sign, "strength": strength},
    )
    entering: dict[int, list[tuple[int, float]]] = {}
    for first, last, much, minus in zip(start, end, strength, sign == "-", strict=True):
        entering.setdefault(int(last), []).append((int(first), float(-much if minus else much)))

    def size(part: int) -> float:
        if part not in entering:
            return 1.0  # a walk ends at what nothing is said to lead to
        return sum(abs(much) * size(before) for before, much in entering[part])

    def walks(part: int, product: float) -> list[float]:
        mine = abs(product) * size(part)
        if mine < least or not mine:
            return []
        found = [] if part in entering else [product]
        for before, much in entering.get(part, ()):
            found += walks(before, product * much)
        return found

    signed = 0
    for impact in range(45, 60):
        if impact not in entering or not size(impact):
            continue
        for cutoff in (0.2, 0.02):
            least = cutoff * size(impact) * (1 - 1e-12)
            expected = sorted(walks(impact, 1.0))
            found = decomposition(known, of=impact, basis="raw", cutoff=cutoff)
            told = sorted(branch.share for branch in found if branch.ends)
            assert told == pytest.approx(expected)
            signed += sum(share < 0 for share in told)
    assert signed > 20
