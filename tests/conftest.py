"""What all tests share: reproducible random cases, and outside programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

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


@pytest.fixture
def program() -> Callable[[str], str]:
    """Return a function that finds an outside program, or skips the test that needs it."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            if os.environ.get("VALUEGRAPH_REQUIRE_PROGRAMS"):
                pytest.fail(f"the program {name} is required here and is not installed")
            pytest.skip(f"the program {name} is not installed")
        return path

    return find
