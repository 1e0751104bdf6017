"""Heights shared between rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.render.views.blocks.sharing import levelled

heights = st.lists(st.floats(0, 1000), min_size=1, max_size=12)


@given(heights, st.floats(0, 5000))
def test_what_is_shared_adds_up_to_the_room(needs: list[float], room: float) -> None:
    """All of the height is given, whether there is too much or too little of it."""
    assert sum(levelled(needs, room)) == pytest.approx(room, abs=1e-6)


@given(heights, st.floats(0, 5000))
def test_spare_height_raises_the_lowest_rows_and_short_height_lowers_the_highest(
    needs: list[float], room: float
) -> None:
    """With room to spare nobody gets less than needed; when it is short nobody gets more."""
    given_heights = levelled(needs, room)
    spare = sum(needs) <= room
    for need, height in zip(needs, given_heights, strict=True):
        assert height >= need - 1e-6 if spare else height <= need + 1e-6


def test_rows_are_as_even_as_their_needs_allow() -> None:
    """One high row keeps its height, the others share the rest evenly."""
    assert levelled((10, 1, 1), 18) == (10, 4, 4)
    assert levelled((30, 2, 1), 12) == (9, 2, 1)
    assert levelled((), 12) == ()
