"""How little must be lost for an impact to be cut off: the cuts are cuts, and the smallest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import networkx as nx
import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles_routes import FORWARD, all_routes, origins_of, small_chains

from valuegraph.analysis.solidity import Standing, solidity
from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain

few = settings(max_examples=50)


def routes_of(chain: ValueChain, end: str) -> list[tuple[set[str], set[str]]]:
    """Return for each route to an end its parts, without the end, and its links."""
    starts = [start for start in origins_of(chain) if start != end]
    return [({arc.start for arc in route}, {arc.link for arc in route})
            for route in all_routes(chain, starts, [end])]  # fmt: skip


def fewest(items: Iterable[str], routes: list[set[str]]) -> int:
    """Return the size of the smallest set that meets every route, found by trying all."""
    pool = sorted(items)
    for size in range(len(pool) + 1):
        for chosen in itertools.combinations(pool, size):
            if all(route & set(chosen) for route in routes):
                return size
    raise AssertionError("all items together meet every route")


@few
@given(small_chains(most_links=10))
def test_cuts_are_the_smallest(chain: ValueChain) -> None:
    """The links and parts named meet every route, and no smaller set does; loops included."""
    found = solidity(chain)
    for end in (part.id for part in chain.impacts):
        routes = routes_of(chain, end)
        rows = [one for one in found if one.end == end]
        assert len(rows) == bool(routes)
        for row in rows:
            for place, cut in enumerate((row.parts, row.links)):
                sets = [route[place] for route in routes]
                assert cut is not None
                assert all(one & set(cut) for one in sets)
                assert len(cut) == fewest(set.union(*sets), sets)


@few
@given(small_chains(most_links=10))
def test_single_points_are_on_every_route(chain: ValueChain) -> None:
    """What is called a single point of failure is what all routes have in common."""
    for row in solidity(chain):
        routes = routes_of(chain, row.end)
        assert set(row.single_parts) == set.intersection(*(parts for parts, _ in routes))
        assert set(row.single_links) == set.intersection(*(links for _, links in routes))


@few
@given(small_chains(most_links=9), st.data())
def test_cuts_of_sources_are_the_smallest(chain: ValueChain, data: st.DataObject) -> None:
    """A link falls when all its sources fall; the fewest sources that cut an end are named."""
    told = {}
    for link in chain.links:
        sources = data.draw(st.lists(st.sampled_from("xyz"), min_size=0, max_size=2, unique=True))
        chain.change(link, evidence=[{"source": name} for name in sources])
        told[link.id] = set(sources)
    for row in solidity(chain):
        routes = [links for _, links in routes_of(chain, row.end)]
        sizes = [
            len(chosen)
            for size in range(4)
            for chosen in itertools.combinations("xyz", size)
            if all(any(told[link] and told[link] <= set(chosen) for link in route)
                   for route in routes)
        ]  # fmt: skip
        assert (None if row.sources is None else len(row.sources)) == min(sizes, default=None)
        assert set(row.without_evidence) == {
            link for route in routes_of_walks(chain, row.end) for link in route if not told[link]
        }


def routes_of_walks(chain: ValueChain, end: str) -> list[set[str]]:
    """Return the links of all walks to an end as one set: loops on the way included."""
    graph = nx.DiGraph((link.start, link.end) for link in chain.links)
    starts = {at for at in origins_of(chain) if at != end and at in graph}
    if end not in graph:
        return []
    live = set().union(*(nx.descendants(graph, at) | {at} for at in starts)) & (
        nx.ancestors(graph, end) | {end}
    )
    return [{link.id for link in chain.links
             if {link.start, link.end} <= live and link.start != link.end}]  # fmt: skip


@few
@given(small_chains(kinds=FORWARD, most_links=10), st.data())
def test_the_best_evidenced_route_has_the_best_weakest_link(
    chain: ValueChain, data: st.DataObject
) -> None:
    """No route has a weakest link of a better status than the one named."""
    order = ["disputed", "hypothesis", "planned", None, "observed"]
    ranks = {}
    for link in chain.links:
        status = data.draw(st.sampled_from(order))
        chain.change(link, status=status)
        ranks[link.id] = order.index(status)
    for row in solidity(chain):
        best = max(min(ranks[link] for link in links) for _, links in routes_of(chain, row.end))
        assert order[best] == (row.weakest_status or None)
        assert ranks[row.weakest_link] == best
        assert row.best_route[-1] == row.end


def test_the_golden_example() -> None:
    """Two links or two parts cut cohesion; asked from one resource, one is enough."""
    found = solidity(golden())
    row = found["cohesion"]
    assert row.links == ("tran-contributes-cohesion", "dist-contributes-cohesion")
    assert row.parts is not None
    assert len(row.parts) == 2
    assert row.single_parts == row.single_links == ()
    assert row.sources is None
    one = solidity(golden(), start="alim", end="cohesion")["cohesion"]
    assert one.single_parts == ("coll", "tran")
    assert one.single_links == ("alim-feeds-coll", "coll-precedes-tran")
    assert one.links is not None
    assert len(one.links) == 1
    assert "all routes pass “coll” and “tran”" in solidity(
        golden(), start="alim", end="cohesion"
    ).to_text("en")
    assert "deux" not in found.to_text("fr")
    assert "2 liens ou 2 parties" in found.to_text("fr")


def test_neighbours_cannot_be_cut_by_parts() -> None:
    """A part asked for as start does not fall: beside its end, no part between them can."""
    row = solidity(golden(), start="coll", end="tran")["tran"]
    assert row.parts is None
    assert row.links == ("coll-precedes-tran",)


def test_ends_without_a_route_have_no_row() -> None:
    """They are named in the limits."""
    chain = golden()
    chain.add_impact(id="alone")
    found = solidity(chain)
    assert [one.end for one in found] == ["cohesion", "transition"]
    assert "VG521" in found.limits.codes()
    assert list(found.to_frame()["end"]) == ["cohesion", "transition"]
    assert found.to_dict()["rows"][0]["links_count"] == 2
    with pytest.raises(ChainError, match="VG551"):
        solidity(chain, end="gift")
    assert isinstance(found["cohesion"], Standing)
