"""Outlines, the slanted edge, and what lies inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.render.geometry import (
    SlantedEdge,
    arrow_head,
    chevron,
    connector_path,
    contains,
    contains_box,
    decimal,
    home_plate,
    outline,
    rounded_path,
)
from valuegraph.render.scene import Connector, Paint, Shape

EDGE = SlantedEdge(1000, 100, 900, 100)
SQUARE = ((0, 0), (100, 0), (100, 100), (0, 100))


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.125, "0.12"), (-0.001, "0"), (10.5, "10.5"), (100, "100")]
)
def test_decimals_are_short(value: float, written: str) -> None:
    """Lengths are written with two decimals at most and never as minus zero."""
    assert decimal(value) == written


def test_edge_points_half_way() -> None:
    """The edge is farthest out half-way down and back at its ends."""
    assert [EDGE.at(y) for y in (100, 300, 500, 700, 900)] == [1000, 1050, 1100, 1050, 1000]


@given(top=st.floats(100, 890), height=st.floats(1, 300))
def test_least_and_greatest_hold_between_two_heights(top: float, height: float) -> None:
    """Between two heights the edge never leaves the bounds that are given for them."""
    bottom = min(900, top + height)
    for step in range(11):
        x = EDGE.at(top + (bottom - top) * step / 10)
        assert EDGE.least(top, bottom) - 1e-9 <= x <= EDGE.greatest(top, bottom) + 1e-9


def test_block_follows_the_edge_round_its_point() -> None:
    """A block across the middle has the point of the edge; its left side is straight."""
    assert EDGE.block(50, 300, 700) == (
        (1050, 300),
        (1100, 500),
        (1050, 700),
        (50, 700),
        (50, 300),
    )


def test_slice_is_slanted_on_both_sides() -> None:
    """A slice of the arrow head has the edge on its left and on its right."""
    assert EDGE.block(0, 100, 500, shift=248, left_shift=10) == (
        (1248, 100),
        (1348, 500),
        (1110, 500),
        (1010, 100),
    )


def test_chevron_is_a_home_plate_with_a_notch() -> None:
    """A chevron has the point of a home plate and the same notch at its left."""
    assert chevron(0, 0, 100, 40, depth=16)[:5] == home_plate(0, 0, 100, 40, depth=16)
    assert chevron(0, 0, 100, 40, depth=16)[5] == (16, 20)


def test_notch_is_outside_a_chevron() -> None:
    """A point in the notch is not in the chevron, one beside it is."""
    shape = chevron(0, 0, 100, 40, depth=16)
    assert not contains(shape, (8, 20))
    assert contains(shape, (20, 20))
    assert not contains_box(shape, (5, 10, 60, 30), 0.5)
    assert contains_box(shape, (17, 10, 60, 30), 0.5)


@pytest.mark.parametrize(
    ("point", "inside"),
    [((50, 50), True), ((100.4, 50), True), ((101, 50), False), ((-5, -5), False), ((0, 0), True)],
)
def test_margin_forgives_a_little(point: tuple[float, float], inside: bool) -> None:
    """A point is inside with a margin when it is no farther out than that."""
    assert contains(SQUARE, point, margin=0.5) is inside


def test_ellipse_has_an_outline_in_its_box() -> None:
    """An ellipse is told as corners that touch its box."""
    corners = outline(Shape("ellipse", 10, 20, 40, 20, Paint()))
    assert min(x for x, _ in corners) == pytest.approx(10)
    assert max(y for _, y in corners) == pytest.approx(40)


def test_lines_and_paths_enclose_nothing() -> None:
    """A line and a path have no outline."""
    assert outline(Shape.line(((0, 0), (5, 5)), Paint())) == ()
    assert outline(Shape("path", 0, 0, 24, 24, Paint(), d="M0 0", grid=24)) == ()


def test_corners_are_rounded_as_far_as_sides_allow() -> None:
    """A rounded corner starts and ends at the radius, at most half-way along a side."""
    assert rounded_path(SQUARE, 10).startswith("M0 10Q0 0 10 0L90 0Q100 0 100 10")
    assert rounded_path(SQUARE, 80).startswith("M0 50Q0 0 50 0")
    assert rounded_path(SQUARE, 0) == "M0 0L100 0L100 100L0 100Z"


def test_open_line_keeps_its_ends() -> None:
    """An open line is rounded at its bends only."""
    assert rounded_path(((0, 0), (50, 0), (50, 50)), 5, closed=False) == "M0 0L45 0Q50 0 50 5L50 50"


def _wire(points, route="straight", head=True) -> Connector:
    return Connector("a", "b", points, Paint(stroke="#000000", width=2), route=route, head=head)


def test_head_stands_on_the_last_point() -> None:
    """The tip of a connector's head is its last point, and its line ends before it."""
    wire = _wire(((0, 0), (100, 0)))
    assert arrow_head(wire)[0] == (100, 0)
    assert connector_path(wire) == "M0 0L93 0"


def test_headless_line_reaches_its_end() -> None:
    """A connector without a head reaches its last point."""
    assert connector_path(_wire(((0, 0), (100, 0)), head=False)) == "M0 0L100 0"


def test_curve_is_drawn_by_its_handles() -> None:
    """A curve's points are cubic ones, and the last handle moves with the end."""
    wire = _wire(((0, 0), (50, 0), (50, 100), (100, 100)), route="curve")
    assert connector_path(wire) == "M0 0C50 0 43 100 93 100"


def test_degenerate_connector_is_drawn() -> None:
    """A connector from a point to itself has a head and a line, of no direction."""
    wire = _wire(((5, 5), (5, 5)))
    assert connector_path(wire) == "M5 5L5 5"
    assert arrow_head(wire)[0] == (5, 5)
