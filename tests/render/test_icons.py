"""The icons: complete, of one family, and always found."""

from __future__ import annotations

import re

import pytest

from valuegraph.model.words import VOCABULARY
from valuegraph.render.icons import GRID, ICONS, icon, icon_choices, icon_for
from valuegraph.render.theming.icons import FAMILIES

KINDS = {
    "resource": "food human logistic financial material knowledge natural",
    "circuit": "gift local_exchange market redistribution",
    "support": "governance rd platform hr technology procurement infrastructure communication",
    "impact": "social economic environmental cultural health democratic learning",
    "part": "actor output margin loss cycle",
}


@pytest.mark.parametrize("what", KINDS)
def test_every_kind_has_its_own_icon(what) -> None:
    """Within a family no two kinds share an icon, and none has that of the unknown ones."""
    names = [icon_for(what, kind) for kind in ["", *KINDS[what].split()]]
    assert len(set(names)) == len(names)
    assert set(names) <= ICONS.keys()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_vocabularies_has_its_own_icon(family: str) -> None:
    """No word that the text form knows shares an icon, or falls back to that of other things."""
    words = VOCABULARY[FAMILIES[family][1]]
    names = [icon_for(family, code) for code in words]
    assert len(set(names)) == len(words)
    assert icon_for(family) not in names
    assert set(icon_choices(family)) == {*words, ""}


@pytest.mark.parametrize("what", KINDS)
def test_unknown_kind_has_an_icon_too(what) -> None:
    """A kind that nobody foresaw has the icon of other things."""
    assert icon_for(what, "something new") == icon_for(what)


@pytest.mark.parametrize("name", ICONS)
def test_icon_fills_the_grid_like_the_others(name: str) -> None:
    """Each icon stays on the grid and is as large as its neighbours, whatever its shape."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.svgLib.path import parse_path

    pen = BoundsPen(None)
    parse_path(ICONS[name], pen)
    left, top, right, bottom = pen.bounds
    assert min(left, top) >= 1.5
    assert max(right, bottom) <= GRID - 1.5
    assert max(right - left, bottom - top) >= 15.5


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_written_shortly(name: str) -> None:
    """The numbers of an icon have two decimals at most."""
    assert not re.search(r"\d\.\d{3}", ICONS[name])


def test_icon_is_a_decoration_with_a_line_in_proportion() -> None:
    """An icon says nothing to a reader, and its line grows with it."""
    small, large = (icon("heart", 0, 0, size, "#1F3A5F") for size in (12, 48))
    assert small.decorative
    assert large.paint.width == pytest.approx(4 * small.paint.width)
