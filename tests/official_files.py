"""Official files of standards, which the project does not hold: found outside, or skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared(name: str) -> Path:
    """Return an official file under ``VALUEGRAPH_SHARED/data``, or skip the test that needs it."""
    folder = os.environ.get("VALUEGRAPH_SHARED", "")
    path = Path(folder) / "data" / name
    if folder and path.exists():
        return path
    if os.environ.get("VALUEGRAPH_REQUIRE_PROGRAMS"):
        pytest.fail(f"VALUEGRAPH_SHARED must hold data/{name} here")
    pytest.skip(f"VALUEGRAPH_SHARED does not hold data/{name}")
