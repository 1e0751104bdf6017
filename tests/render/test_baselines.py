"""Where the lines of a text stand."""

from __future__ import annotations

import pytest

from valuegraph.render.baselines import placed_lines
from valuegraph.render.fit import joined, text_block
from valuegraph.render.fontface import CARLITO, face


def test_capitals_stand_in_the_middle_of_their_line() -> None:
    """The space above the capitals of a line equals the space below its baseline."""
    line = placed_lines(text_block("A", 0, 0, 100, 20, line_height=1.5), CARLITO)[0]
    above = line.y - face().cap_height * 20 - line.top
    assert above == pytest.approx(line.top + line.height - line.y)


@pytest.mark.parametrize(("valign", "top"), [("top", 10), ("middle", 30), ("bottom", 50)])
def test_lines_stand_where_the_box_says(valign, top: float) -> None:
    """Lines stand at the top, in the middle or at the bottom of a box higher than they are."""
    text = text_block("A\nB", 0, 10, 100, 10, line_height=1, h=60, valign=valign)
    assert [line.top for line in placed_lines(text, CARLITO)] == [top, top + 10]


@pytest.mark.parametrize(("align", "x"), [("left", 5), ("center", 55), ("right", 105)])
def test_lines_are_anchored_by_their_alignment(align, x: float) -> None:
    """A line is anchored at the left, the middle or the right of its box."""
    text = text_block("A", 5, 0, 100, 10, align=align)
    assert placed_lines(text, CARLITO)[0].x == x


def test_lines_of_a_joined_text_have_their_own_height() -> None:
    """A smaller paragraph takes less height."""
    both = joined(text_block("A", 0, 0, 90, 20), text_block("B", 0, 0, 90, 10))
    assert [line.height for line in placed_lines(both, CARLITO)] == [24, 12]
