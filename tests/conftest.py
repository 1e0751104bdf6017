"""What all tests share: reproducible random cases, and outside programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "valuegraph",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("valuegraph")


NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
"""Where `npm install --prefix tests/node` puts the packages of tests/node/package.json."""


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Return a function that finds an outside program, or skips the test that needs it."""

    def find(name: str) -> str:
        path = shutil.which(name)
        return path or _absent(f"the program {name}")

    return find


@pytest.fixture(scope="session")
def node_package() -> Callable[[str], Path]:
    """Return a function that finds an installed npm package, or skips the test that needs it."""

    def find(name: str) -> Path:
        path = NODE_MODULES / name
        return path if path.is_dir() else Path(_absent(f"the npm package {name}"))

    return find


def _absent(what: str) -> str:
    if os.environ.get("VALUEGRAPH_REQUIRE_PROGRAMS"):
        pytest.fail(f"{what} is required here and is not installed")
    pytest.skip(f"{what} is not installed")
