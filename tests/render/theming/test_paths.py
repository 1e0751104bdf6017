"""Path data from people: what is a path is drawn the same, and nothing else gets in."""

from __future__ import annotations

import re

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.render.icons import GRID, ICONS
from valuegraph.render.theming.paths import LONGEST, PathError, drawn_path


def steps(path: str) -> list[tuple[str, list[float]]]:
    """Return what a path draws, as fontTools reads it, rounded."""
    pen = RecordingPen()
    parse_path(path, pen)
    return [(name, [round(number, 1) for point in points for number in point])
            for name, points in pen.value]  # fmt: skip


@pytest.mark.parametrize("name", ICONS)
def test_our_own_icons_are_paths(name: str) -> None:
    """Each of our icons passes, and draws the same in the writing that is kept."""
    assert steps(drawn_path(ICONS[name], GRID, GRID)) == steps(ICONS[name])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("M1,2L3-4.5", "M1 2L3 -4.5"),
        ("m 1 1 h2v3 Z", "m1 1 h2 v3 Z"),
        ("M4 4a2 2 0 01 2 2", "M4 4 a2 2 0 0 1 2 2"),
        ("M.5.5L1e1 3", "M0.5 0.5 L10 3"),
        ("M2 2 4 4 6 2", "M2 2 4 4 6 2"),
    ],
)
def test_the_ways_svg_writes_numbers_are_read(text: str, kept: str) -> None:
    """Signs, dots, exponents and flags that touch are told apart."""
    if "-" in text:
        with pytest.raises(PathError):  # above the grid
            drawn_path(text, GRID, GRID)
    else:
        assert drawn_path(text, GRID, GRID) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "L1 1",
        "M1",
        "M1 1 X",
        "M1 1L2",
        "M1 1Z3",
        "M1 1L2 2<script>alert(1)</script>",
        'M1 1"/><image href="http://x"/>',
        "M1 1 url(#a)",
        "M1 1Lnan nan",
        "M1 1Linf inf",
        "M1 1L1e99 1",
        "M1 1A1 1 0 2 1 3 3",
        "M1 1H25",
        "M-2 1H3",
        "M3 3",
        "M1 1" + "H2H1" * LONGEST,
        "Ｍ1 1H2",
        "M１ 1H2",
        "M1 1\0H2",
    ],
)
def test_what_is_no_path_is_refused(text: str) -> None:
    """Scripts, addresses, wrong counts, what draws nothing or leaves the grid: each is told why."""
    with pytest.raises(PathError) as refused:
        drawn_path(text, GRID, GRID)
    assert refused.value.reason.fr
    assert refused.value.reason.en


@given(st.text(st.sampled_from("MLHVCSQTAZmlhvcsqtaz 0123456789.,-+e<>\"'&;()#/x\n"), max_size=60))
def test_only_commands_and_numbers_come_out(text: str) -> None:
    """Whatever is typed, what is kept holds commands, numbers and spaces, and is kept again."""
    try:
        kept = drawn_path(text, GRID, GRID)
    except PathError:
        return
    assert re.fullmatch(r"[MLHVCSQTAZmlhvcsqtaz0-9. -]+", kept)
    assert drawn_path(kept, GRID, GRID) == kept
