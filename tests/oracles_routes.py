"""Random small chains with loops, parallel links and signs, and plain searches over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from valuegraph.errors import ValueGraphError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, Flow
from valuegraph.model.routing import Arc, arcs

Draw = Callable[[st.SearchStrategy[Any]], Any]

FORWARD = [("r", "feeds", "a"), ("a", "precedes", "a"), ("a", "contributes", "i"),
           ("i", "contributes", "i"), ("s", "contributes", "i")]  # fmt: skip
ROUND = [*FORWARD, ("i", "regenerates", "r"), ("i", "depletes", "r"), ("a", "regenerates", "r"),
         ("i", "reinforces", "a"), ("i", "reinforces", "s"), ("s", "supports", "a")]  # fmt: skip


_circuits = st.lists(st.sampled_from(["gift", "market"]), max_size=2, unique=True)


@st.composite
def small_chains(
    draw: Draw,
    *,
    looped: bool = True,
    strengths: bool = False,
    kinds: list[tuple[str, str, str]] | None = None,
    most_links: int = 14,
) -> ValueChain:
    """Draw a chain of at most three resources, four activities and three impacts.

    Args:
        draw: given by hypothesis.
        looped: whether forward links may go round.
        strengths: whether every link has a strength.
        kinds: the links to draw from: initials of the kinds of their ends, and their kind.
        most_links: how many links there may be.
    """
    chain = ValueChain("Essai")
    for number in range(draw(st.integers(1, 3))):
        chain.add_resource(id=f"r{number}")
    for number in range(draw(st.integers(1, 4))):
        cells: dict[str, Any] = {
            way: dict.fromkeys(draw(_circuits), "x") for way in ("receives", "gives")
        }
        chain.add_activity(id=f"a{number}", **cells)
    chain.add_support(id="s0")
    for number in range(draw(st.integers(1, 3))):
        chain.add_impact(id=f"i{number}")
    ids = [part.id for part in chain.parts() if part.kind != "modality"]
    for _ in range(draw(st.integers(1, most_links))):
        first, kind, last = draw(st.sampled_from(kinds or FORWARD))
        starts, ends = ([one for one in ids if one[0] == at] for at in (first, last))
        start, end = draw(st.sampled_from(starts)), draw(st.sampled_from(ends))
        is_forward = LINK_KINDS[kind].flow is Flow.FORWARD
        if is_forward and not looped and first == last and start >= end:
            continue
        values: dict[str, Any] = {"sign": draw(st.sampled_from([None, None, "+", "-"]))}
        if strengths:
            values["strength"] = draw(st.sampled_from([1.0, 0.5, 0.3, 0.1]))
        try:
            chain.link(start, kind, end, **values)
        except ValueGraphError:  # a part that would contribute to itself
            continue
    return chain


def arcs_from(chain: ValueChain, *flows: Flow) -> dict[str, list[Arc]]:
    """Return the arcs of some flows by the part they leave."""
    found: dict[str, list[Arc]] = {part.id: [] for part in chain.parts()}
    for arc in arcs(chain):
        if LINK_KINDS[arc.kind].flow in flows:
            found[arc.start].append(arc)
    return found


def origins_of(chain: ValueChain) -> list[str]:
    """Return the resources, and what has outgoing and no incoming forward arcs."""
    leaving = arcs_from(chain, Flow.FORWARD)
    entered = {arc.end for steps in leaving.values() for arc in steps}
    resources = {part.id for part in chain.resources}
    return [at for at in leaving if at in resources or (leaving[at] and at not in entered)]


def all_routes(chain: ValueChain, starts: list[str], ends: list[str]) -> list[tuple[Arc, ...]]:
    """Return every route, found by trying every arc."""
    leaving = arcs_from(chain, Flow.FORWARD)

    def on(path: tuple[Arc, ...], at: str, seen: frozenset[str]) -> Iterator[tuple[Arc, ...]]:
        if path and at in ends:
            yield path
        for arc in leaving[at]:
            if arc.end not in seen:
                yield from on((*path, arc), arc.end, seen | {arc.end})

    return [route for start in starts for route in on((), start, frozenset({start}))]


def strength_of(chain: ValueChain, route: tuple[Arc, ...]) -> float:
    """Return the product of the strengths of a route's links."""
    links = {link.id: link for link in chain.links}
    return math.prod(float(str(links[arc.link].strength)) for arc in route)


def graph_of(chain: ValueChain, *flows: Flow) -> nx.MultiDiGraph:
    """Return the arcs of some flows as a plain graph."""
    graph = nx.MultiDiGraph()
    for at, steps in arcs_from(chain, *flows).items():
        graph.add_node(at)
        for arc in steps:
            graph.add_edge(arc.start, arc.end, arc=arc)
    return graph


def named(arc: Arc) -> tuple[str, str]:
    """Return what tells an arc from any other of a chain: its link and its cell or circuit."""
    return arc.link, arc.enters_by or arc.leaves_by
