"""The benchmarks compare like with like."""

from __future__ import annotations

import runpy
import subprocess
from collections.abc import Callable
from pathlib import Path

import valuegraph as vg

DRAWING = Path(__file__).parents[1] / "benchmarks" / "drawing.py"


def test_graphviz_draws_every_part_of_the_same_chain(program: Callable[[str], str]) -> None:
    """The peer is given the whole chain, and accepts it."""
    dot = program("dot")
    chain = vg.example("conserverie")
    source = runpy.run_path(str(DRAWING))["dot_source"](chain)
    done = subprocess.run([dot, "-Tsvg"], input=source.encode(), capture_output=True, check=True)
    drawn = done.stdout.decode()
    for part in chain.parts():
        if part.kind in ("activity", "resource", "impact", "modality"):
            assert f"<title>{part.id}</title>" in drawn
