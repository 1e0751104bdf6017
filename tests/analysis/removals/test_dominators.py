"""What every way from a root passes: the tree is the one that networkx finds."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuegraph.analysis.removals import dominators as dominators_module
from valuegraph.analysis.removals.dominators import dominating, dominators

COUNT = 12
ROOT = COUNT
PLACES = st.integers(0, COUNT - 1)
few = settings(max_examples=60)


def _asked(
    pairs: list[tuple[int, int]], roots: list[int]
) -> tuple[nx.DiGraph, np.ndarray, np.ndarray]:
    """Return the steps from the root, and from place to place, as networkx and as columns."""
    steps = [(ROOT, root) for root in roots] + pairs
    tails, heads = np.array(steps, dtype=np.int32).T
    return nx.DiGraph(steps), tails, heads


def _of_networkx(graph: nx.DiGraph) -> dict[int, int]:
    return {**nx.immediate_dominators(graph, ROOT), ROOT: ROOT}


def _told(found: np.ndarray) -> dict[int, int]:
    return {at: over for at, over in enumerate(found.tolist()) if over >= 0}


def _reached_without(graph: nx.DiGraph, found: np.ndarray) -> list[tuple[int, int]]:
    """Return places that are reached though something is gone that all ways are said to pass."""
    return [
        (place, passed)
        for place in _told(found)
        for passed in dominating(found, place)
        if nx.has_path(nx.restricted_view(graph, [passed], []), ROOT, place)
    ]


@few
@given(st.lists(st.tuples(PLACES, PLACES), max_size=30), st.lists(PLACES, min_size=1, max_size=3))
def test_places_on_loops_have_the_dominators_of_networkx(
    pairs: list[tuple[int, int]], roots: list[int]
) -> None:
    """Whatever goes round, and whatever no way leads to, which has none."""
    graph, tails, heads = _asked(pairs, roots)
    found = dominators(COUNT + 1, ROOT, tails, heads)
    assert _told(found) == _of_networkx(graph)
    assert _reached_without(graph, found) == []


@few
@given(st.lists(st.tuples(PLACES, PLACES), max_size=30), st.lists(PLACES, min_size=1, max_size=3))
def test_levels_taken_at_once_have_the_dominators_of_networkx(
    pairs: list[tuple[int, int]], roots: list[int]
) -> None:
    """Without loops, where levels are wide enough to be taken as a whole."""
    onward = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    graph, tails, heads = _asked(onward, roots)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dominators_module, "_FEW_STEPS", 0)
        patch.setattr(dominators_module, "_THIN_LEVEL", 0)
        found = dominators(COUNT + 1, ROOT, tails, heads)
    assert _told(found) == _of_networkx(graph)
    assert _reached_without(graph, found) == []


def test_a_wide_network_is_not_taken_place_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million links are settled level by level; both ways find the same."""
    rng = np.random.default_rng(3)
    layers = [np.arange(200 * at, 200 * (at + 1)) for at in range(6)]
    steps = [
        np.stack((rng.choice(before, 700), rng.choice(after, 700)))
        for before, after in pairwise(layers)
    ]
    root = np.stack((np.full(200, 1200), layers[0]))
    tails, heads = np.concatenate((root, *steps), axis=1).astype(np.int32)
    slow = dominators_module._one_by_one(1201, 1200, tails, heads)
    monkeypatch.setattr(dominators_module, "_one_by_one", lambda *_: pytest.fail("one by one"))
    assert dominators(1201, 1200, tails, heads).tolist() == slow.tolist()
