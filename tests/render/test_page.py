"""The sheets: one layout for every A size, and their printed measures."""

from __future__ import annotations

import pytest

from valuegraph.render.page import A4, PAGES, printed_size


def test_ten_units_are_six_points_on_a4() -> None:
    """The floor of 10 units is 6 points on an A4 sheet."""
    assert 10 * A4.points_per_unit == pytest.approx(6.0, abs=0.02)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_sheet_keeps_the_ratio_of_its_paper(page) -> None:
    """The design sheet has the shape of its paper, to within two thousandths."""
    paper = page.width_mm / page.height_mm
    assert page.width / page.height == pytest.approx(paper, rel=0.002)


def test_printed_size_follows_the_sheet() -> None:
    """A scene as large as its sheet is printed at the sheet's size, a taller one taller."""
    assert printed_size(A4, 1400, 990) == (297, 210)
    assert printed_size(A4, 1400, 1980) == (297, 420)
