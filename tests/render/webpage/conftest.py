"""One browser for all tests of a module, and one page for all that only look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import valuegraph as vg

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser(program: Callable[[str], str]) -> Iterator[Browser]:
    """Return a browser."""
    from browser import started

    with started(program("chromium")) as found:
        yield found


@pytest.fixture(scope="module")
def cannery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the cannery."""
    file = tmp_path_factory.mktemp("page") / "conserverie.html"
    vg.draw(vg.example("conserverie"), file)
    return file
