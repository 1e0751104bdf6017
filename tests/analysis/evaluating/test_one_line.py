"""Small cells of one line are hidden, and what is shown does not give them away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from valuegraph.analysis.evaluating.one_line import hidden

LINES = st.lists(st.none() | st.integers(0, 30), min_size=1, max_size=8)


@given(LINES, st.integers(1, 12))
def test_no_hidden_cell_can_be_recomputed_from_the_total(
    people: list[int | None], least: int
) -> None:
    """If a total is shown, what is hidden beside it is two unknowns or more, and people enough."""
    *cells, total = hidden(people, least, total_is_shown=True)
    if not total and any(cells):
        unknowns = [count for count, masked in zip(people, cells, strict=True) if masked]
        assert len(unknowns) >= 2
        assert sum(count or 0 for count in unknowns) >= least


@given(LINES, st.integers(1, 12), st.booleans())
def test_every_small_cell_is_hidden(
    people: list[int | None], least: int, total_is_shown: bool
) -> None:
    """So is each of which nobody knows how many people stand behind it."""
    *cells, _ = hidden(people, least, total_is_shown=total_is_shown)
    for count, masked in zip(people, cells, strict=True):
        assert masked or (count is not None and not 0 < count < least)


@given(LINES, st.integers(1, 12))
def test_a_small_whole_shows_nothing_but_empty_cells(people: list[int | None], least: int) -> None:
    """Of fewer people than the least in all, no cell with anybody is told, and no total."""
    if any(count is None for count in people):
        return
    whole = sum(count or 0 for count in people)
    *cells, total = hidden(people, least, total_is_shown=True)
    if 0 < whole < least:
        assert total
        assert all(masked for count, masked in zip(people, cells, strict=True) if count)


@given(LINES)
def test_with_a_least_of_one_only_the_unknown_is_hidden(people: list[int | None]) -> None:
    """Where everybody counts, what is known is shown if nothing has to be protected by it."""
    if all(count is not None for count in people):
        assert not any(hidden(people, 1, total_is_shown=True))
