"""Walks: their order, one pass, loops small and large, and the count of passes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from exact_walks import ends
from hypothesis import given, settings
from hypothesis import strategies as st

from valuegraph.analysis.mix import mix
from valuegraph.analysis.network import network
from valuegraph.analysis.networks import kernels
from valuegraph.analysis.networks.order import distinct, grouped, ordered, reached, spans
from valuegraph.analysis.passes.elimination import expected_visits
from valuegraph.analysis.passes.loop_blocks import DENSE
from valuegraph.analysis.passes.sweeps import Sweeps
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.shares import shares
from valuegraph.analysis.sharing.shared_walk import shared_out
from valuegraph.analysis.spread import spread
from valuegraph.analysis.through import through

EXACT = 1e-12

graphs = st.integers(1, 9).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=20),
    )
)


def _columns(pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()


@given(graphs)
def test_every_arc_outside_loops_leads_to_a_higher_level(
    graph: tuple[int, list[tuple[int, int]]],
) -> None:
    """Levels hold, loops are what leads back to itself, and each loop stands together."""
    count, pairs = graph
    starts, tails = _columns(pairs)
    order = ordered(count, starts, tails)
    level = order.level[order.position]
    within = order.within_loops(starts, tails)
    assert (level[starts[~within]] < level[tails[~within]]).all()
    for loop in range(len(order.loop_first)):
        parts = order.loop_parts(loop)
        assert sorted(np.flatnonzero(order.loop == loop)) == parts.tolist()
        for part in parts:
            behind = reached(count, starts, tails, np.arange(count) == part)
            assert behind[parts].all()
    assert sorted(order.part.tolist()) == list(range(count))


def test_long_and_large_networks_have_the_same_levels() -> None:
    """A long thin network, taken part by part, and a wide one, level by level, agree."""
    rng = np.random.default_rng(1)
    starts = np.arange(9000, dtype=np.int32)
    line = ordered(9001, starts, starts + 1)
    assert line.level.tolist() == list(range(9001))
    first, second = rng.integers(0, 2000, 6000), rng.integers(0, 2000, 6000)
    low, high = np.minimum(first, second), np.maximum(first, second)
    low, high = (column[low < high].astype(np.int32) for column in (low, high))
    levels = ordered(2000, low, high)
    found = levels.level[levels.position]
    expected = np.zeros(2000, dtype=int)
    for row in np.argsort(low, kind="stable"):
        expected[high[row]] = max(expected[high[row]], expected[low[row]] + 1)
    assert found.tolist() == expected.tolist()


def test_many_parallel_arcs_do_not_stop_the_search_for_loops() -> None:
    """A loop of parallel arcs is found, also among more links than are taken one by one."""
    starts = np.array([0, 0, 1, 1] * 1000, dtype=np.int32)
    order = ordered(3, starts, 1 - starts)
    assert order.loop.tolist() == [0, 0, -1]


@given(st.lists(st.integers(0, 5), max_size=30))
def test_grouping_keeps_the_order_within_a_row(keys: list[int]) -> None:
    """Rows hold the places of their keys, in order, also when counted by scipy."""
    rows = grouped(np.array(keys, dtype=np.int32), 6)
    for key in range(6):
        places = [place for place, one in enumerate(keys) if one == key]
        assert spans(rows, np.array([key])).tolist() == places
    many = np.array(keys * 200 + [0] * 3000, dtype=np.int32)
    counted = grouped(many, 6)
    assert counted.entry.tolist() == np.argsort(many, kind="stable").tolist()
    assert counted.first.tolist() == np.searchsorted(np.sort(many), np.arange(7)).tolist()


def _walk(
    pairs: list[tuple[int, int]], weights: list[int], count: int
) -> tuple[Walk, dict[int, list[tuple[Fraction, int]]]]:
    """Return a walk along arcs backwards, shared out by weights, and its exact steps."""
    starts, tails = _columns(pairs)
    totals = {tail: sum(weight for (_, one), weight in zip(pairs, weights, strict=True)
                        if one == tail) for _, tail in pairs}  # fmt: skip
    shares_ = [Fraction(weight, totals[tail])
               for (_, tail), weight in zip(pairs, weights, strict=True)]  # fmt: skip
    steps: dict[int, list[tuple[Fraction, int]]] = {}
    for (start, tail), share in zip(pairs, shares_, strict=True):
        steps.setdefault(tail, []).append((share, start))
    chance = np.array([float(share) for share in shares_])
    return Walk(ordered(count, starts, tails), count, tails, starts, chance), steps


@settings(max_examples=200)
@given(graphs, st.lists(st.sampled_from([1, 2, 7, 10**9]), min_size=20, max_size=20))
def test_walks_end_where_fractions_say(
    graph: tuple[int, list[tuple[int, int]]], weights: list[int]
) -> None:
    """In any graph, however little leaves a loop, walks end as the exact equations say."""
    count, pairs = graph
    walk, steps = _walk(pairs, weights[: len(pairs)], count)
    visits = walk.visits(np.arange(count)).reshape(count, count)
    closed = walk.closed_in(visits)
    for start in range(count):
        exact = ends(steps, start)
        for part in range(count):
            if part not in steps:
                found = visits[walk.order.position[part], start]
                assert found == pytest.approx(float(exact.get(str(part), 0)), abs=EXACT)
        assert closed[start] == pytest.approx(float(exact.get("circular", 0)), abs=EXACT)


def test_elimination_is_exact_where_almost_nothing_leaves() -> None:
    """A loop from which one step in 10^15 leaves is left by each of its parts in proportion."""
    tiny = 1e-15
    chance = np.array([[[0.0, 1.0 - tiny], [1.0, 0.0]]])
    visits = expected_visits(chance, np.array([[tiny, 0.0]]))
    assert visits[0] * tiny == pytest.approx(np.array([[1, 1 - tiny], [1, 1]]), rel=1e-12)


def _ring(size: int, leak: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a ring with shortcuts, each part of which lets a little out."""
    rng = np.random.default_rng(3)
    here = np.arange(size)
    tail = np.concatenate((here, here))
    head = np.concatenate(((here + 1) % size, rng.integers(0, size, size)))
    chance = np.full(2 * size, (1.0 - leak) / 2)
    return tail.astype(np.int32), head.astype(np.int32), chance


@pytest.mark.parametrize(("leak", "gives_up"), [(0.3, False), (1e-4, True)])
def test_large_loops_are_swept_until_nothing_is_left(leak: float, gives_up: bool) -> None:
    """Sweeps, and the factorised loop where they are slow, solve what elimination solves."""
    size = 40
    tail, head, chance = _ring(size, leak)
    cube = np.zeros((1, size, size))
    np.add.at(cube[0], (tail, head), chance)
    exact = expected_visits(cube, np.full((1, size), leak))[0]
    loop = Sweeps(size, tail, head, chance)
    found = loop.solved(np.eye(size))
    assert loop.is_slow == gives_up
    assert np.abs(found / exact - 1).max() < 1e-10


def test_a_loop_too_large_for_elimination_has_the_same_answers() -> None:
    """Visits, values, what is met and returns agree with the walk written as one matrix."""
    size = DENSE + 72
    tail, head, chance = _ring(size, 0.25)
    rest = np.arange(size, dtype=np.int32)
    out = np.full(size, size, dtype=np.int32)
    tail, head = np.concatenate((tail, rest)), np.concatenate((head, out))
    order = ordered(size + 1, head, tail)
    walk = Walk(order, size + 1, tail, head, np.concatenate((chance, np.full(size, 0.25))))
    matrix = np.zeros((size + 1, size + 1))
    np.add.at(matrix, (walk.tail, walk.head), walk.chance)
    exact = np.linalg.inv(np.eye(size + 1) - matrix)
    place = order.position
    visits = walk.visits(np.arange(size + 1))[place].T
    assert np.abs(visits - exact).max() < 1e-9
    assert walk.returns() == pytest.approx(np.diag(exact), rel=1e-9)
    given_ = np.zeros(size + 1)
    given_[place[size]] = 1.0
    assert walk.values(given_)[place] == pytest.approx(exact[:, size], rel=1e-9)
    part = np.zeros(size + 1)
    part[7] = 1.0
    met = walk.meets(part, np.zeros(len(walk.tail), dtype=np.bool_))
    assert met == pytest.approx(exact[:, 7] / exact[7, 7], rel=1e-9)


def test_without_the_kernels_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scipy that keeps its kernels elsewhere gives the same passes, products and sweeps."""
    size = DENSE + 30
    tail, head, chance = _ring(size, 0.3)
    wanted = np.eye(size)[:, :3]
    known = [Sweeps(size, tail, head, chance).solved(given) for given in (wanted, wanted[:, 0])]
    monkeypatch.setattr(kernels, "_compiled", lambda: None)
    found = [Sweeps(size, tail, head, chance).solved(given) for given in (wanted, wanted[:, 0])]
    for one, other in zip(known, found, strict=True):
        assert one == pytest.approx(other, rel=1e-12)


@pytest.mark.parametrize("gain", [0.02, 0.05])
def test_a_loop_of_small_gain_takes_few_sweeps(gain: float) -> None:
    """What a turn multiplies by a twentieth is gone to the last digit within 15 sweeps."""
    size = 3000
    ring = np.arange(size, dtype=np.int32)
    chance = np.full(size, 0.9999)
    chance[-1] = gain
    loop = Sweeps(size, np.roll(ring, -1), ring, chance)
    given_ = np.zeros(size)
    given_[0] = 1.0
    total = loop.solved(given_)
    assert loop.made <= 15
    assert total[0] == pytest.approx(1 / (1 - gain * 0.9999 ** (size - 1)), rel=1e-12)


@given(st.integers(1, 300).flatmap(lambda count: st.tuples(
    st.just(count), st.lists(st.integers(0, count - 1), max_size=60)
)))  # fmt: skip
def test_few_codes_and_many_are_told_apart_alike(drawn: tuple[int, list[int]]) -> None:
    """Sorted or ticked off, the different codes are the same."""
    count, chosen = drawn
    found = distinct(np.array(chosen, dtype=np.int32), count)
    assert found.tolist() == sorted(set(chosen))


def test_many_impacts_at_once_are_as_each_alone() -> None:
    """Impacts are walked from some at a time, into numbers used again: nothing is left over."""
    compiled = network(**_layers(3500, 5))
    impacts = compiled.ids(compiled.of_kind("impact")[:40])
    together = shares(compiled, of=impacts)
    passing = through(compiled, of=impacts)
    for impact in (impacts[0], impacts[17], impacts[33], impacts[39]):
        assert dict(together[impact]) == pytest.approx(dict(shares(compiled, of=impact)[impact]))
        assert dict(passing[impact]) == pytest.approx(dict(through(compiled, of=impact)[impact]))


def _layers(width: int, depth: int) -> dict[str, dict[str, np.ndarray]]:
    """Return tables of a wide network: resources, layers of activities, impacts."""
    count = width * depth
    layer = np.repeat(np.arange(depth), width)
    kind = np.where(layer == 0, "resource", np.where(layer == depth - 1, "impact", "activity"))
    starts = np.repeat(np.arange(count - width), 2)
    ends_ = starts + width
    ends_[1::2] += np.where((ends_[1::2] + 1) % width, 1, 1 - width)
    verb = np.where(layer[ends_] == depth - 1, "contributes",
                    np.where(layer[starts] == 0, "feeds", "precedes"))  # fmt: skip
    return {
        "parts": {"id": np.arange(count), "kind": kind},
        "links": {"start": starts, "end": ends_, "kind": verb},
    }


@pytest.mark.parametrize("size", [(10, 4), (50, 6)])
def test_a_question_costs_a_fixed_number_of_passes(size: tuple[int, int]) -> None:
    """Whatever the size: shares of all impacts in one pass, every single part in one more."""
    compiled = network(**_layers(*size))
    walk = shared_out(compiled, "equal").walk
    found = shares(compiled)
    assert walk.passes == 1
    assert all(sum(found[impact].values()) == pytest.approx(1) for impact in found)
    through(compiled)
    assert walk.passes == 2
    through(compiled, "kind:activity")
    assert walk.passes == 3
    assert shared_out(compiled, "equal").walk is walk


def test_a_small_part_of_a_large_network_is_walked_alone() -> None:
    """One impact of a large looped network gets the same answers alone as among all."""
    tables = _layers(600, 5)
    links = tables["links"]
    back = {"start": np.array([1205, 1811]), "end": np.array([605, 1205]),
            "kind": np.array(["precedes", "precedes"])}  # fmt: skip
    joined = {name: np.concatenate((links[name], back[name])) for name in links}
    circuits = np.where(np.arange(len(joined["kind"])) % 3 == 0, "gift", "market")
    compiled = network(parts=tables["parts"], links={**joined, "circuit": circuits})
    for question in (shares, through, lambda asked, of=None: mix(asked, of=of).entry,
                     lambda asked, of=None: mix(asked, of=of).exit):  # fmt: skip
        every = question(compiled)
        for impact in ("2405", "2411", "2900"):
            alone = question(compiled, of=int(impact))
            assert dict(alone[impact]) == pytest.approx(dict(every[impact]), abs=EXACT)
    assert through(compiled, 605, of=2405)["2405"] == pytest.approx(
        through(compiled)["2405"]["605"], abs=EXACT
    )
    down = spread(compiled)
    assert dict(spread(compiled, of=5)["5"]) == pytest.approx(dict(down["5"]), abs=EXACT)
