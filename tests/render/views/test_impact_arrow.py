"""The arrow head cut into slices."""

from __future__ import annotations

import pytest
from scene_lint import lint

from valuegraph.model.chain import ValueChain
from valuegraph.render.geometry import SlantedEdge
from valuegraph.render.page import A4
from valuegraph.render.scene import Group, Scene, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.blocks.impact_arrow import ArrowHead, impact_arrow, most_slices
from valuegraph.render.views.blocks.results import results_of

OPTIONS = ViewOptions(A4, "fr", DEFAULT_THEME)
EDGE = SlantedEdge(1010, 150, 870, 100)


def _chain(count: int) -> ValueChain:
    chain = ValueChain("Essai")
    for number in range(count):
        chain.add_impact(f"Vitalité de la communauté {number}", id=f"i{number}")
    return chain


def _arrow(chain: ValueChain, **how: bool) -> Group:
    head = ArrowHead(EDGE, **how)
    return impact_arrow(chain, results_of(chain), head, OPTIONS, heading="Impacts", above=120)


@pytest.mark.parametrize("straight", [False, True])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 12])
def test_slices_fill_the_arrow_and_hold_their_texts(count: int, straight: bool) -> None:
    """One slice an impact, from the roof to the floor, whatever their number."""
    arrow = _arrow(_chain(count), straight=straight)
    assert lint(Scene("t", "d", (arrow,))) == []
    parts = [group for group in arrow.children if isinstance(group, Group)]
    slices = [
        node
        for group in parts or [arrow]
        for node in group.children
        if isinstance(node, Shape) and node.kind == "polygon"
    ]
    assert [group.ref for group in parts] == [f"i{number}" for number in range(count)]
    assert min(shape.y for shape in slices) == pytest.approx(EDGE.top)
    assert max(shape.y + shape.h for shape in slices) == pytest.approx(EDGE.bottom)


def test_slices_share_the_slanted_edge_of_the_house() -> None:
    """The left corners of a slice lie on the edge, moved right by the gap."""
    first = next(group for group in _arrow(_chain(4)).children if isinstance(group, Group))
    shape = next(node for node in first.children if isinstance(node, Shape))
    left = [(x, y) for x, y in shape.points if abs(x - EDGE.at(y) - 10) < 1e-6]
    assert len(left) == 2


def test_twelve_slices_can_be_read_on_a_page() -> None:
    """An arrow of a usual height holds a dozen slices."""
    assert most_slices(EDGE.bottom - EDGE.top) >= 12
    assert most_slices(10) == 1
