"""Routes are all there are, each once, counted exactly, and never looked for in dead ends."""

from __future__ import annotations

import itertools
import json

import networkx as nx
import pytest
from chain_builders import golden
from hypothesis import given, settings
from oracles_routes import all_routes, graph_of, origins_of, small_chains, strength_of

from valuegraph.analysis.network import network
from valuegraph.analysis.route_finding.search import in_order, strongest
from valuegraph.analysis.route_finding.ways import Ways, asked_ends, between
from valuegraph.analysis.routes import Route, Routes, iter_routes, routes
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow

few = settings(max_examples=60)


def steps_of(found: Routes) -> list[tuple[str, ...]]:
    """Return the links and modalities of each route, sorted."""
    return sorted((*sum(route.links, ()), *route.modalities) for route in found)


def expected_steps(chain: ValueChain, ends: list[str]) -> list[tuple[str, ...]]:
    """Return the same from every route that trying finds."""
    return sorted(
        (*(arc.link for arc in route),
         *dict.fromkeys(cell for arc in route if (cell := arc.enters_by or arc.leaves_by)))
        for route in all_routes(chain, origins_of(chain), ends)
    )  # fmt: skip


def diamonds(count: int) -> ValueChain:
    """Return a row of diamonds: two ways through each."""
    chain = ValueChain("Losanges")
    chain.add_resource(id="r")
    chain.add_activity(id="p0", uses=["r"])
    for number in range(count):
        chain.add_activity(id=f"x{number}", after=[f"p{number}"])
        chain.add_activity(id=f"y{number}", after=[f"p{number}"])
        chain.add_activity(id=f"p{number + 1}", after=[f"x{number}", f"y{number}"])
    chain.add_impact(id="i", of=[f"p{count}"])
    return chain


def test_the_golden_example_has_the_stated_routes() -> None:
    """There are 26 routes, 9 folded, and as many from each resource as the design says."""
    found = routes(golden())
    assert found.total == len(found) == 26
    assert found.folded().total == len(found.folded()) == 9
    assert found.by_pair == {
        ("alim", "cohesion"): 6, ("hum", "cohesion"): 6, ("log", "cohesion"): 2,
        ("alim", "transition"): 6, ("hum", "transition"): 4, ("log", "transition"): 2,
    }  # fmt: skip
    assert found.by_length == {2: 8, 3: 10, 4: 8}
    assert sum(route.merged for route in found.folded()) == 26


def test_a_route_tells_what_it_passes() -> None:
    """Parts, links, modalities, circuits, actors and the weakest status are told."""
    chain = golden()
    chain.change("hum-feeds-tran", status="hypothesis", confidence="low", strength=0.5)
    chain.change("tran-contributes-cohesion", strength=0.5, sign="-")
    route = routes(chain, start="hum", end="cohesion", max_links=2)[0]
    assert route.parts == ("hum", "tran", "cohesion")
    assert route.links == (("hum-feeds-tran",), ("tran-contributes-cohesion",))
    assert route.modalities == ("tran.receives.gift",)
    assert route.circuits == ("gift",)
    assert route.actors == ("habitants",)
    assert (route.status, route.confidence, route.strength) == ("hypothesis", "low", 0.25)
    assert route.hindered_by == ("tran-contributes-cohesion",)
    assert route.to_text("en") == "“hum” feeds “tran”, which contributes to “cohesion”"


@few
@given(small_chains())
def test_routes_are_those_that_trying_finds(chain: ValueChain) -> None:
    """On chains with loops and parallel links, each route is listed once, and no other."""
    found = routes(chain, limit=100_000)
    ends = [part.id for part in chain.impacts]
    assert steps_of(found) == expected_steps(chain, ends)
    assert found.total == len(found)
    assert found.cursor is None
    assert list(iter_routes(chain)) == list(found)
    merged = found.folded()
    assert sorted(route.parts for route in merged) == sorted({route.parts for route in found})
    assert sum(route.merged for route in merged) == found.total


@few
@given(small_chains())
def test_routes_are_those_of_networkx(chain: ValueChain) -> None:
    """One start and one end have as many routes as networkx finds simple paths of edges."""
    graph = graph_of(chain, Flow.FORWARD)
    for start, end in itertools.product(("r0", "a0"), ("i0",)):
        expected = sum(1 for _ in nx.all_simple_edge_paths(graph, start, end))
        assert routes(chain, start=start, end=end, limit=100_000).total == expected


@few
@given(small_chains(looped=False))
def test_counts_are_those_of_the_listed_routes(chain: ValueChain) -> None:
    """By length, by circuit, by pair and up to a length, counting agrees with listing."""
    found = routes(chain, limit=100_000)
    lengths = [route.length for route in found]
    assert found.by_length == {length: lengths.count(length) for length in sorted(set(lengths))}
    assert found.by_circuit is not None
    for circuit, number in found.by_circuit.items():
        crossing = [route for route in found if circuit in route.circuits]
        assert number == (len(crossing) if circuit else sum(not one.circuits for one in found))
    pairs = [(route.start, route.end) for route in found]
    assert found.by_pair == {pair: pairs.count(pair) for pair in set(pairs)}
    short = routes(chain, max_links=3, limit=100_000)
    assert short.total == len(short) == sum(length <= 3 for length in lengths)


@few
@given(small_chains())
def test_pages_laid_end_to_end_are_the_whole_list(chain: ValueChain) -> None:
    """Two routes a page, and a limit on length, give the list in the same order."""
    whole = routes(chain, limit=100_000, max_links=4)
    assert [route.length <= 4 for route in whole] == [True] * len(whole)
    told: list[Route] = []
    cursor: str | None = None
    while True:
        page = routes(chain, limit=2, max_links=4, cursor=cursor)
        told += page.routes
        cursor = page.cursor
        if cursor is None:
            break
    assert told == list(whole)


@few
@given(small_chains(strengths=True))
def test_the_strongest_routes_are_the_strongest(chain: ValueChain) -> None:
    """The k strongest, with loops or without, are those of the sorted list, within few looks."""
    ends = [part.id for part in chain.impacts]
    every = all_routes(chain, origins_of(chain), ends)
    expected = sorted((strength_of(chain, route) for route in every), reverse=True)
    for count in (1, 3, 1000):
        found = routes(chain, top=count)
        strengths = [route.strength for route in found]
        assert strengths == pytest.approx(expected[:count])
    short = sorted((strength_of(chain, one) for one in every if len(one) <= 3), reverse=True)
    assert [route.strength for route in routes(chain, top=3, max_links=3)] == pytest.approx(
        short[:3]
    )
    ways = _ways(chain)
    walks, pops = strongest(ways, 3)
    if walks:
        assert pops <= len(walks) * (max(len(walk.steps) for walk in walks) + 1)


def test_counts_are_exact_beyond_any_machine_number() -> None:
    """Two hundred diamonds in a row have 2^200 routes, by length and by circuit too."""
    chain = diamonds(200)
    found = routes(chain, limit=3)
    assert found.total == 2**200
    assert len(found) == 3
    assert found.by_length == {402: 2**200}
    assert found.by_circuit == {"": 2**200}
    assert found.by_pair == {("r", "i"): 2**200}
    assert json.loads(json.dumps(found.to_dict()))["total"] == 2**200


@pytest.mark.parametrize("count", [51, 52, 53, 54, 61, 62, 63, 64])
def test_counts_are_exact_about_the_largest_machine_numbers(count: int) -> None:
    """Nothing is lost where floats or 64 bits are just enough, or just not."""
    assert routes(diamonds(count), limit=0).total == 2**count
    chain = diamonds(count)
    chain.link("p0", "contributes", "i")
    assert routes(chain, limit=0).total == 2**count + 1
    assert routes(chain, limit=0).by_length == {2: 1, 2 * count + 2: 2**count}


def test_equal_strengths_are_not_looked_at_in_breadth() -> None:
    """Among 2^200 equally strong routes, ten take no more looks than they have parts."""
    chain = diamonds(200)
    for link in chain.links:
        chain.change(link, strength=0.3)
    ways = _ways(chain)
    walks, pops = strongest(ways, 10)
    assert len(walks) == len(set(walks)) == 10
    assert pops <= 10 * (402 + 1)


def blind_alleys(*, looped: bool) -> ValueChain:
    """Return one short route beside 22 activities between which 2^22 ways lead nowhere."""
    chain = ValueChain("Impasses")
    chain.add_resource(id="r")
    for number in range(22):
        before = [f"n{earlier}" for earlier in range(number)]
        chain.add_activity(id=f"n{number}", after=before, uses=["r"] if not number else [])
    chain.add_impact(id="i", of=["n0"])
    if looped:
        for number in range(1, 22):
            chain.link(f"n{number}", "precedes", "n0")
    return chain


@pytest.mark.parametrize("looped", [False, True])
def test_dead_ends_are_never_entered(looped: bool) -> None:
    """2^22 blind alleys, even those that only lead back to where a route was, take no time."""
    chain = blind_alleys(looped=looped)
    found = routes(chain)
    assert [route.parts for route in found] == [("r", "n0", "i")]
    assert found.total == 1
    for link in chain.links:
        chain.change(link, strength=1.0)
    ways = _ways(chain)
    assert strongest(ways, 5).pops == 3


def test_routes_are_looked_for_one_by_one() -> None:
    """The first of 2^200 routes comes without the others."""
    first = next(iter_routes(diamonds(200)))
    assert first.length == 402
    assert next(in_order(_ways(diamonds(3)))).start == 0


def _ways(chain: ValueChain) -> Ways:
    asked = network(chain)
    return between(asked, *asked_ends(asked, None, None))


def test_with_loops_a_cut_list_says_at_least() -> None:
    """Where loops keep routes from being counted, a full list is counted and a cut one is not."""
    chain = diamonds(4)
    chain.link("p2", "precedes", "p1")
    assert routes(chain).total == 16
    cut = routes(chain, limit=5)
    assert (cut.total, cut.at_least, cut.by_length) == (None, 6, None)
    assert {"VG520", "VG522"} <= set(cut.limits.codes())


def test_the_order_of_building_changes_nothing() -> None:
    """A chain whose links came in another order has the same routes in the same order."""

    def built(links: list[tuple[str, str, str]]) -> ValueChain:
        chain = ValueChain("x")
        chain.add_resource(id="r")
        chain.add_activity(id="a")
        chain.add_activity(id="b")
        chain.add_impact(id="i")
        for link in links:
            chain.link(*link)
        return chain

    links = [("r", "feeds", "a"), ("a", "precedes", "b"), ("b", "contributes", "i"),
             ("a", "contributes", "i"), ("r", "feeds", "b")]  # fmt: skip
    assert list(routes(built(links))) == list(routes(built(links[::-1])))
