"""The stakeholders' pills."""

from __future__ import annotations

from itertools import pairwise

import pytest

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import A4
from valuegraph.render.scene import Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.blocks.pills import laid_out, stakeholders

OPTIONS = ViewOptions(A4, "fr", DEFAULT_THEME)
WIDTH = 1100.0


def _chain(count: int, name: str = "Association") -> ValueChain:
    chain = ValueChain("Essai")
    for number in range(count):
        chain.add_actor(f"{name} {number}")
    return chain


def test_nobody_takes_no_room() -> None:
    """Without stakeholders there is no zone."""
    assert laid_out((), WIDTH, 160, OPTIONS) is None


@pytest.mark.parametrize("count", [1, 5, 12, 40])
def test_rows_are_full_and_even(count: int) -> None:
    """Every stakeholder has a pill, in order; pills stay in the zone and do not meet."""
    chain = _chain(count)
    pills = laid_out(chain.actors, WIDTH, 160, OPTIONS)
    assert pills is not None
    assert pills.height <= 160
    assert [actor for row in pills.rows for actor, _ in row] == list(chain.actors)
    zone = stakeholders(pills, 100, 100 + WIDTH, 700, OPTIONS)
    shapes = [
        node
        for group in zone.children[1:]
        for node in getattr(group, "children", ())
        if isinstance(node, Shape)
    ]
    assert len(shapes) == count
    assert max(shape.x + shape.w for shape in shapes) <= 100 + WIDTH + 1e-6
    for one, other in pairwise(shapes):
        assert other.y > one.y or other.x >= one.x + one.w


def test_who_has_no_room_is_counted_and_left_out() -> None:
    """A last pill says how many stakeholders the annex names, and never only one."""
    chain = _chain(60, "Établissement public de coopération intercommunale")
    pills = laid_out(chain.actors, WIDTH, 90, OPTIONS)
    assert pills is not None
    assert pills.height <= 90
    assert len(pills.left_out) > 1
    shown = [actor for row in pills.rows for actor, _ in row]
    assert [*shown[:-1], *pills.left_out] == list(chain.actors)
    assert shown[-1] is None
