"""How parts are dealt over sheets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from valuegraph.problems import Bilingual
from valuegraph.render.views.blocks.continuation import continued, dealt, run_on, sheets_for


@given(st.lists(st.integers(), max_size=40), st.integers(1, 12))
def test_dealing_is_even_and_keeps_the_order(items: list[int], sheets: int) -> None:
    """Runs follow one another, hold every item and differ by one at most."""
    runs = dealt(items, sheets)
    assert [item for run in runs for item in run] == items
    lengths = [len(run) for run in runs]
    assert max(lengths) - min(lengths) <= 1


@given(st.integers(1, 40), st.integers(1, 12), st.integers(0, 5))
def test_every_item_stands_on_some_sheet(count: int, most: int, more: int) -> None:
    """However many sheets there are, each shows at most what it can and all items are shown."""
    items = range(count)
    sheets = sheets_for(count, most) + more
    runs = [run_on(sheet, sheets, items, most) for sheet in range(sheets)]
    assert {item for run in runs for item in run} == set(items)
    assert max(len(run) for run in runs) <= most


def test_several_sheets_are_a_note() -> None:
    """A drawing on one sheet has nothing to say; one on three says why."""
    reason = Bilingual("12 activités", "12 activities")
    assert continued(1, reason) == ()
    (problem,) = continued(3, reason)
    assert problem.message("en") == "the drawing takes 3 sheets: 12 activities"
