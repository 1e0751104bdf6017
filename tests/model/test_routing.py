"""Modalities are routing: a path crosses a circuit in a cell, never in a hub."""

import networkx as nx
import pytest
from chain_builders import golden
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.model.chain import ValueChain
from valuegraph.model.routing import arcs


def _routes(chain: ValueChain, start: str, end: str) -> int:
    """Count simple paths of forward arcs, parallel arcs told apart."""
    graph = chain.to_networkx(compiled=True)
    forward = nx.MultiDiGraph(
        (a, b, key) for a, b, key, flow in graph.edges(keys=True, data="flow") if flow == "forward"
    )
    return sum(1 for _ in nx.all_simple_edge_paths(forward, start, end))


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("alim", "cohesion", 6),
        ("hum", "cohesion", 6),
        ("log", "cohesion", 2),
        ("alim", "transition", 6),
        ("hum", "transition", 4),
        ("log", "transition", 2),
    ],
)
def test_the_routes_of_the_golden_example(start: str, end: str, count: int) -> None:
    """The numbers of routes are those the design works out by hand."""
    assert _routes(golden(), start, end) == count


def test_a_resource_enters_by_the_cells_that_name_it() -> None:
    """Cells with resources of their own are theirs only; the others enter by the open cells."""
    chain = ValueChain()
    for name in ("x", "y"):
        chain.add_resource(id=name)
    chain.add_activity(
        id="a", uses=["x", "y"], receives={"gift": {"name": "d", "resources": ["x"]}, "market": "m"}
    )
    entries = {(arc.start, arc.enters_by) for arc in arcs(chain)}
    assert entries == {("x", "a.receives.gift"), ("y", "a.receives.market")}


def test_a_resource_no_cell_is_open_to_enters_directly() -> None:
    """If every receiving cell names its own resources, the others feed the activity itself."""
    chain = ValueChain()
    for name in ("x", "y"):
        chain.add_resource(id=name)
    chain.add_activity(id="a", uses=["x", "y"], receives={"gift": {"resources": ["x"]}})
    assert {(arc.start, arc.enters_by) for arc in arcs(chain)} == {
        ("x", "a.receives.gift"),
        ("y", ""),
    }


def test_an_impact_is_reached_by_the_cells_that_name_it() -> None:
    """On the way out the same holds for `to`."""
    chain = ValueChain()
    chain.add_activity(id="a")
    for name in ("i", "j"):
        chain.add_impact(id=name, of="a")
    chain.add_modality("a", circuit="gift", way="gives", to=["i"])
    chain.add_modality("a", circuit="market", way="gives")
    assert {(arc.end, arc.leaves_by) for arc in arcs(chain)} == {
        ("i", "a.gives.gift"),
        ("j", "a.gives.market"),
    }


def test_a_circuit_on_a_link_is_an_anonymous_cell() -> None:
    """It replaces the cells of the activity for that link, and is a node when compiled."""
    chain = golden()
    chain.link("log", "feeds", "coll", circuit="market")
    graph = chain.to_networkx(compiled=True)
    assert list(graph.successors("log-feeds-coll.market")) == ["coll"]


def test_a_whole_chain_support_reaches_every_activity() -> None:
    """One stored link becomes one arc an activity."""
    ends = [arc.end for arc in arcs(golden()) if arc.start == "rd"]
    assert ends == ["coll", "tran", "dist"]


def test_every_activity_makes_the_margin_unless_some_are_named() -> None:
    """Porter's margin needs no `of`."""
    chain = golden()
    chain.add_margin("Marge", id="marge")
    starts = [arc.start for arc in arcs(chain) if arc.end == "marge"]
    assert starts == ["coll", "tran", "dist", "dist"]
    chain.attach("marge", of=["coll"])
    assert [arc.start for arc in arcs(chain) if arc.end == "marge"] == ["coll"]


@given(st.permutations(["receives", "uses", "resources"]))
def test_cells_and_links_may_come_in_any_order(order: list[str]) -> None:
    """Naming the resource first in a cell or first in `uses` compiles to the same arcs."""
    chain = ValueChain()
    chain.add_resource(id="x")
    chain.add_resource(id="y")
    chain.add_activity(id="a")
    for step in order:
        if step == "receives":
            chain.add_modality("a", circuit="market", name="m")
        elif step == "uses":
            chain.attach("a", uses=["y"])
        else:
            chain.add_modality("a", circuit="gift", resources=["x"])
    assert {(arc.start, arc.enters_by) for arc in arcs(chain)} == {
        ("x", "a.receives.gift"),
        ("y", "a.receives.market"),
    }
