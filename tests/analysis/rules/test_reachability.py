"""Walks over arcs agree with networkx, and end however long the chain is."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.analysis.rules.reachability import following, loops, reached, shortest_loop
from valuegraph.model.routing import Arc

LETTERS = "abcdefg"
pairs = st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)), max_size=25)


def arcs_of(ends: list[tuple[str, str]]) -> list[Arc]:
    """Return one arc for each pair of ends."""
    return [Arc(f"{start}-{end}", start, end, "contributes") for start, end in ends]


@given(pairs)
def test_loops_are_the_strong_components(ends: list[tuple[str, str]]) -> None:
    """The parts on loops together are the strongly connected components that networkx finds."""
    graph = nx.DiGraph(ends)
    expected = {
        frozenset(part) for part in nx.strongly_connected_components(graph) if len(part) > 1
    }
    assert set(loops(following(arcs_of(ends)))) == expected


@given(pairs, st.sampled_from(LETTERS))
def test_what_is_reached_is_what_networkx_reaches(ends: list[tuple[str, str]], start: str) -> None:
    """A walk meets its start and every part that has a path from it."""
    graph = nx.DiGraph(ends)
    graph.add_node(start)
    expected = {start} | nx.descendants(graph, start)
    assert reached([start], following(arcs_of(ends))) == expected


@given(pairs)
def test_the_shortest_loop_is_a_loop_and_the_shortest(ends: list[tuple[str, str]]) -> None:
    """Its arcs follow one another back to the start, and no loop through it has fewer."""
    arcs = following(arcs_of(ends))
    for loop in loops(arcs):
        for start in loop:
            found = shortest_loop(start, arcs, loop)
            assert [arc.start for arc in found] == [start, *(arc.end for arc in found[:-1])]
            assert found[-1].end == start
            graph = nx.DiGraph((first, last) for first, last in ends if first != last)
            back = [nx.shortest_path_length(graph, end, start) for end in graph[start]
                    if nx.has_path(graph, end, start)]  # fmt: skip
            assert len(found) == 1 + min(back)


def test_arcs_that_differ_only_by_their_cells_are_walked_once() -> None:
    """Two ways into one activity are one step of a walk."""
    by_gift = Arc("a-feeds-b", "a", "b", "feeds", enters_by="b.receives.gift")
    by_market = Arc("a-feeds-b", "a", "b", "feeds", enters_by="b.receives.market")
    assert following([by_gift, by_market]) == {"a": [by_gift]}


@pytest.mark.parametrize("closed", [False, True])
def test_a_very_long_line_is_walked_without_recursion(closed: bool) -> None:
    """Twenty thousand parts in a row, or in a ring, are met one by one."""
    count = 20_000
    ends = [(str(number), str(number + 1)) for number in range(count)]
    arcs = following(arcs_of([*ends, (str(count), "0")] if closed else ends))
    assert len(reached(["0"], arcs)) == count + 1
    assert [len(loop) for loop in loops(arcs)] == ([count + 1] if closed else [])
