"""Logos made in Python: what cannot be drawn is refused at once."""

from __future__ import annotations

import pytest

from valuegraph.errors import OptionError
from valuegraph.render.scene import Shape
from valuegraph.render.theming.logo import MOST_SHAPES, Logo, LogoShape

SQUARE = LogoShape("M0 0H10V10H0Z", fill="#123456")


@pytest.mark.parametrize(
    ("shapes", "size", "code"),
    [
        ((), (10, 10), "VG482"),
        ((SQUARE,) * (MOST_SHAPES + 1), (10, 10), "VG482"),
        ((SQUARE,), (0, 10), "VG482"),
        ((SQUARE,), (float("nan"), 10), "VG482"),
        ((SQUARE,), (100, 10), "VG482"),
        ((SQUARE,), (10, 21), "VG482"),
        ((SQUARE,), (9, 9), "VG481"),
        ((LogoShape("M0 0<script>", fill="#123456"),), (10, 10), "VG481"),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_refused(shapes, size, code) -> None:
    """No shape, too many, no size, too long, too high, off its grid, no path."""
    with pytest.raises(OptionError) as refused:
        Logo(shapes, *size)
    assert refused.value.problems.codes() == (code,)


@pytest.mark.parametrize("look", [{}, {"fill": "red"}, {"stroke": "url(#a)"},
                                  {"stroke": "#123456", "width": 0}])  # fmt: skip
def test_a_shape_needs_a_colour(look) -> None:
    """A shape without a colour would not be seen, and other words are no colours."""
    with pytest.raises(OptionError):
        LogoShape("M0 0H10V10H0Z", **look)


def test_a_logo_is_drawn_in_proportion() -> None:
    """It fits its room, its outlines grow with it, and only shapes that say nothing are in it."""
    logo = Logo((SQUARE, LogoShape("M0 0H40", stroke="#000000", width=2)), 40, 10, "Maison")
    assert logo.fitted(80, 80) == (80, 20)
    assert logo.fitted(80, 10) == (40, 10)
    group = logo.drawn(5, 7, 80)
    assert group.title == "Maison"
    shapes = [node for node in group.children if isinstance(node, Shape)]
    assert all(shape.decorative and (shape.x, shape.y) == (5, 7) for shape in shapes)
    assert shapes[1].paint.width == 4
    assert shapes[1].w / shapes[1].grid == 2
