"""The benchmarks compare like with like."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import valuegraph as vg

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
SHARED = ("all", "layered", "turns")
SUBJECTS = sorted(path.stem for path in BENCHMARKS.glob("*.py") if path.stem not in SHARED)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_contenders_give_equal_answers(subject: str) -> None:
    """Each benchmark runs alone, on a small network, and fails unless its answers are equal."""
    where = os.pathsep.join((str(Path(vg.__file__).parents[1]), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [sys.executable, BENCHMARKS / f"{subject}.py", "--small"],
        env={**os.environ, "PYTHONPATH": where},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert " ms" in done.stdout


def test_unequal_answers_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contest between answers that differ raises an error before anything is timed."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    contest = runpy.run_path(str(BENCHMARKS / "turns.py"))["contest"]

    def same(ours: int, theirs: int) -> None:
        assert ours == theirs

    with pytest.raises(AssertionError):
        contest("one and two", {"ours": lambda: 1, "peer": lambda: 2}, rounds=1, same=same)


def test_graphviz_draws_every_part_of_the_same_chain(
    program: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The peer is given the whole chain, and accepts it."""
    dot = program("dot")
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    chain = vg.example("conserverie")
    source = runpy.run_path(str(BENCHMARKS / "drawing.py"))["dot_source"](chain)
    done = subprocess.run([dot, "-Tsvg"], input=source.encode(), capture_output=True, check=True)
    drawn = done.stdout.decode()
    for part in chain.parts():
        if part.kind in ("activity", "resource", "impact", "modality"):
            assert f"<title>{part.id}</title>" in drawn
