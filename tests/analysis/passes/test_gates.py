"""How often walks in a large loop come back, against the inverse of the whole loop."""

from __future__ import annotations

import numpy as np
import pytest

from valuegraph.analysis.network import network
from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.analysis.passes import gates as gates_module
from valuegraph.analysis.passes.gates import Gates
from valuegraph.analysis.sharing import met_once
from valuegraph.analysis.through import through


def tangle(size: int, steps: int, back: float) -> tuple[Codes, Codes, Numbers, Numbers]:
    """Return the steps of one loop: most of them lead on, some go back anywhere."""
    chance = np.random.default_rng(7)
    tail = chance.integers(0, size, steps)
    head = np.minimum(size - 1, tail + chance.integers(1, max(2, size // 10), steps))
    turns = chance.random(steps) < back
    head[turns] = chance.integers(0, size, turns.sum())
    tail = np.concatenate((tail[tail != head], np.arange(size)))
    head = np.concatenate((head[: len(tail)][: len(tail) - size], (np.arange(size) + 1) % size))
    weight = chance.random(len(tail))
    leaving = np.where(chance.random(size) < 0.1, 1e-9, 0.0)
    leaving[0] = 0.2
    total = np.bincount(tail, weights=weight, minlength=size)
    return (
        tail.astype(np.int32),
        head.astype(np.int32),
        weight / total[tail] * (1 - leaving[tail]),
        leaving,
    )


@pytest.mark.parametrize("back", [0.01, 0.3, 1.0])
def test_coming_back_is_what_the_inverse_says(back: float) -> None:
    """For every step the expected visits of its tail from its head, however many gates."""
    size = 150
    tail, head, chance, leaving = tangle(size, 500, back)
    whole = np.zeros((size, size))
    np.add.at(whole, (tail, head), chance)
    exact = np.linalg.inv(np.eye(size) - whole)
    assert Gates(size, tail, head, chance, leaving).again == pytest.approx(
        exact[head, tail], rel=1e-9
    )


def giant(size: int) -> dict[str, dict[str, np.ndarray]]:
    """Return tables of a chain whose activities are one loop, fed and left here and there."""
    tail, head, _, _ = tangle(size, 3 * size, 0.05)
    names = np.array([f"a{n}" for n in range(size)])
    feed, out = names[:: max(1, size // 20)], names[3 :: max(1, size // 20)]
    kinds = ["resource"] * len(feed) + ["activity"] * size + ["impact"]
    resources = np.array([f"r{n}" for n in range(len(feed))])
    return {
        "parts": {"id": np.concatenate((resources, names, ["i"])), "kind": np.array(kinds)},
        "links": {
            "start": np.concatenate((resources, names[tail], out)),
            "end": np.concatenate((feed, names[head], np.repeat("i", len(out)))),
            "kind": np.repeat(["feeds", "precedes", "contributes"],
                              [len(feed), len(tail), len(out)]),
        },
    }  # fmt: skip


def test_a_large_loop_is_told_part_by_part() -> None:
    """Every single part of a loop too large for elimination is what it is alone."""
    compiled = network(**giant(400))
    found = through(compiled)
    assert not found.truncated
    for part in ("a0", "a7", "a200", "a399", "r3"):
        assert found["i"][part] == pytest.approx(through(compiled, part)["i"], rel=1e-9)


def test_a_tangled_loop_is_told_within_a_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many gates: the parts visited most are told, exactly; the answer says so."""
    tables = giant(400)
    every = through(network(**tables))
    monkeypatch.setattr(gates_module, "MOST_GATES", 2)
    monkeypatch.setattr(met_once, "MOST_TANGLED", 40)
    found = through(network(**tables))
    assert found.truncated
    assert found.limits.codes() == ("VG585",)
    within = [part for part in found["i"] if part.startswith("a")]
    assert len(within) == 40
    for part in found["i"]:
        assert found["i"][part] == pytest.approx(every["i"][part], rel=1e-9)
    bound = found.limits[0].values["most"].en
    left = max(share for part, share in every["i"].items() if part not in found["i"])
    assert left <= float(bound.rstrip("%")) / 100 + 0.0005
