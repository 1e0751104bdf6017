"""Reach: what leads where, by how many links, and what lies between."""

from __future__ import annotations

import networkx as nx
import pytest
from chain_builders import golden
from hypothesis import given
from hypothesis import strategies as st
from oracles import Oracle
from random_chains import tangled_chains

from valuegraph.analysis.reach import reach
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.chain import ValueChain


def test_what_a_resource_leads_to() -> None:
    """Volunteers' time reaches two activities and both impacts."""
    found = reach(golden(), start="hum")
    assert found.ids() == ("tran", "dist", "cohesion", "transition")
    assert found.from_start.tolist() == [1, 2, 2, 3]
    assert "alim-feeds-coll" not in found.link_ids()


def test_what_leads_to_an_impact() -> None:
    """All resources and activities lead to cohesion, none by a return link."""
    assert reach(golden(), end="cohesion").ids() == ("alim", "hum", "log", "coll", "tran", "dist")


def test_what_lies_between_within_so_many_links() -> None:
    """A link is told only if a walk short enough takes it."""
    chain = golden()
    found = reach(chain, start="alim", end="cohesion", max_links=3)
    assert found.ids() == ("coll", "tran")
    assert found.link_ids() == (
        "alim-feeds-coll", "coll-precedes-tran", "tran-contributes-cohesion"
    )  # fmt: skip
    assert reach(chain, start="alim", end="cohesion", max_links=2).ids() == ()


@given(tangled_chains(signs=True, statuses=True), st.integers(1, 5))
def test_reach_is_what_a_plain_search_finds(chain: ValueChain, most: int) -> None:
    """The same parts and distances as networkx finds on the same links."""
    ways = Oracle(chain).ways
    graph = nx.DiGraph((way.start, way.end) for way in ways)
    graph.add_nodes_from(part.id for part in chain.parts())
    ahead = nx.single_source_shortest_path_length(graph, "r0")
    behind = nx.single_source_shortest_path_length(graph.reverse(), "i0")
    down = reach(chain, start="r0", max_links=most)
    assert dict(zip(down.ids(), down.from_start.tolist(), strict=True)) == {
        part: steps for part, steps in ahead.items() if 0 < steps <= most
    }
    between = reach(chain, start="r0", end="i0", max_links=most)
    near = {part for part in ahead if part in behind and ahead[part] + behind[part] <= most}
    assert set(between.ids()) == near - {"r0", "i0"}
    walked = {
        way.link
        for way in ways
        if way.start in ahead and way.end in behind
        and ahead[way.start] + 1 + behind[way.end] <= most
    }  # fmt: skip
    assert set(between.link_ids()) == walked - {""}


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"max_links": 3}, OptionError),
        ({"start": "alim", "end": "alim"}, ChainError),
        ({"start": "circuit:gift"}, ChainError),
        ({"end": "cohesion", "max_links": 0}, OptionError),
    ],
)
def test_what_cannot_be_asked_is_refused(options: dict[str, object], error: type) -> None:
    """Neither end, the same end twice, a circuit, no link at all: clear errors."""
    with pytest.raises(error):
        reach(golden(), **options)  # type: ignore[arg-type]  # wrong on purpose


def test_a_refuted_part_reaches_nothing() -> None:
    """It is left out, and the limits say so."""
    chain = golden()
    chain.change("hum", status="refuted")
    found = reach(chain, start="hum")
    assert found.ids() == ()
    assert found.limits.codes() == ("VG504",)
