"""Loops that almost nothing leaves are solved to the last digits, or refused."""

from __future__ import annotations

import numpy as np
import pytest

from valuegraph.analysis.passes import sweeps
from valuegraph.analysis.passes.elimination import expected_visits
from valuegraph.analysis.passes.loop_blocks import LargeLoop
from valuegraph.errors import ChainError

SIZE = 300
LEAK = 1e-9


def _loop(*, halves: bool = False) -> tuple[LargeLoop, np.ndarray]:
    """Return a loop left by one part only, and by hardly any step; and the exact visits.

    Args:
        halves: whether it is two loops with hardly a step between them.
    """
    rng = np.random.default_rng(5)
    here = np.arange(SIZE)
    half = SIZE // 2
    shortcut = rng.integers(0, SIZE, SIZE)
    if halves:
        shortcut = shortcut % half + half * (here >= half)
    tail, head = np.concatenate((here, here)), np.concatenate(((here + 1) % SIZE, shortcut))
    chance = np.full(2 * SIZE, 0.5)
    if halves:
        across = np.flatnonzero((tail < half) != (head < half))
        chance[across] = LEAK
        chance[SIZE + tail[across]] = 1.0 - LEAK
    leaving = np.zeros(SIZE)
    leaving[7] = LEAK
    chance[[7, SIZE + 7]] *= 1.0 - LEAK
    cube = np.zeros((1, SIZE, SIZE))
    np.add.at(cube[0], (tail, head), chance)
    codes = (tail.astype(np.int32), head.astype(np.int32))
    return LargeLoop(0, SIZE, *codes, chance, leaving), expected_visits(cube, leaving[None])[0]


@pytest.mark.parametrize(("halves", "exactness"), [(False, 1e-9), (True, 1e-5)])
def test_what_almost_never_leaves_is_not_lost_to_rounding(
    halves: bool, exactness: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Visits and values are those of elimination; of two loops in one, as far as factors tell."""
    monkeypatch.setattr(sweeps, "_LITTLE_WORK", 0)
    loop, exact = _loop(halves=halves)
    starts = np.eye(SIZE)[:, [0, 7, 211]]
    visits, values = starts.copy(), starts.copy()
    loop.settle_visits(visits)
    loop.settle_values(values)
    assert np.abs(visits / exact[[0, 7, 211]].T - 1).max() < exactness
    assert np.abs(values / exact[:, [0, 7, 211]] - 1).max() < exactness


def test_a_loop_that_would_take_minutes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where sweeps are slow and factors too large, an error says so, and how large the loop is."""
    monkeypatch.setattr(sweeps, "MOST_WORK", 1)
    loop, _ = _loop(halves=True)
    with pytest.raises(ChainError, match=r"VG594.*300"):
        loop.settle_visits(np.eye(SIZE))


def test_slow_loops_take_a_bounded_number_of_sweeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop is swept at most 200 times, balanced at most 200 times, and then no more."""
    loop, _ = _loop(halves=True)
    made = []
    run = sweeps.Sweeps._swept

    def counted(self: sweeps.Sweeps, given: np.ndarray, found: np.ndarray) -> np.ndarray:
        made.append(1)
        return run(self, given, found)

    monkeypatch.setattr(sweeps.Sweeps, "_swept", counted)
    for _ in range(2):
        loop.settle_visits(np.ones(SIZE))
    assert loop._arrivals.made <= sweeps.MOST_SWEEPS
    assert len(made) <= sweeps.MOST_SWEEPS + 2
