"""Texts made to fit their boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_lint import lint
from text_strategies import any_text

from valuegraph.render.fit import (
    SIZE_FLOOR,
    fit_box,
    fit_line,
    joined,
    largest_scale,
    shorten,
    text_block,
)
from valuegraph.render.scene import Group, Paint, Scene, Shape, Text

LONG = "Mise à disposition des surplus & invendables par les maraîchers locaux du territoire"


def _in_its_box(text: Text) -> Scene:
    box = Shape("rect", text.x, text.y, text.w, text.h, Paint("#FFFFFF"))
    return Scene("t", "d", (Group("g", (box, text) if text.lines else (box,)),))


def test_block_is_as_high_as_its_lines() -> None:
    """A block's height is that of its lines unless one is given."""
    block = text_block(LONG, 10, 20, 200, 16, line_height=1.25)
    assert block.h == pytest.approx(len(block.lines) * 16 * 1.25)
    assert text_block(LONG, 10, 20, 200, 16, h=300).h == 300


def test_block_keeps_the_text_as_written() -> None:
    """The paragraphs of a block hold the true text, its lines what the font can draw."""
    block = text_block("l'été 中\nfin ?", 0, 0, 300, 16)
    assert block.plain == "l’été 中\nfin\u00a0?"
    assert [runs[0].text for runs in block.lines] == ["l’été □", "fin ?"]


def test_capitals_are_only_drawn() -> None:
    """Capitals are drawn, and the paragraphs keep the text as it was written."""
    block = text_block("Parties prenantes", 0, 0, 300, 13, caps=True)
    assert block.lines[0][0].text == "PARTIES PRENANTES"
    assert block.plain == "Parties prenantes"
    assert block.caps


@given(text=any_text, width=st.floats(40, 400), height=st.floats(20, 200))
def test_any_text_fits_any_box_a_person_would_draw(text: str, width: float, height: float) -> None:
    """A fitted text stays in its box, at a size that can be read, and says if it was cut."""
    fitted = fit_box(text, 0, 0, width, 16, h=height)
    assert lint(_in_its_box(fitted)) == []
    assert fitted.full in ("", text)
    assert fitted.plain.endswith("…") or not fitted.full


@given(text=any_text, width=st.floats(40, 400), caps=st.booleans(), bold=st.booleans())
def test_a_fitted_line_is_one_line(text: str, width: float, caps: bool, bold: bool) -> None:
    """A line is shrunk and then cut until it is one line, however it is drawn."""
    line = fit_line(text, 0, 0, width, 18, min_size=12, caps=caps, bold=bold, tracking=1)
    assert len(line.lines) <= 1
    assert lint(_in_its_box(line)) == []
    assert line.size in (12, *(12 + step / 2 for step in range(13)))


def test_line_shrinks_before_it_is_cut() -> None:
    """A line that fits at a smaller size is shrunk, not cut."""
    line = fit_line(LONG, 0, 0, 450, 18)
    assert SIZE_FLOOR <= line.size < 18
    assert not line.full


def test_cut_text_ends_at_a_word_and_keeps_the_whole() -> None:
    """A cut text ends with a whole word and an ellipsis; nothing of it is lost."""
    text = shorten(LONG, 0, 0, 160, 16, h=40)
    assert text.plain == "Mise à disposition des surplus & invendables…"
    assert text.full == LONG


def test_long_word_is_cut_inside() -> None:
    """When one word fills the place, it is cut inside rather than left out."""
    text = shorten("le professionnalisationnement", 0, 0, 100, 16, h=20)
    assert text.plain.startswith("le prof")
    assert text.plain.endswith("…")


def test_text_that_fits_is_left_alone() -> None:
    """A text that fits is neither shrunk nor cut."""
    text = fit_box("Achats en euros", 0, 0, 200, 16, h=40)
    assert (text.size, text.full) == (16, "")


def test_joined_texts_are_paragraphs_of_one() -> None:
    """A name and the line below it become one text that keeps both sizes."""
    name = text_block("R&D territoriale", 0, 0, 200, 20, bold=True)
    both = joined(name, text_block("Le CLIRSE", 0, 0, 200, 15))
    assert both.plain == "R&D territoriale\nLe CLIRSE"
    assert [runs[0].scale for runs in both.lines] == [1, 0.75]
    assert both.h == pytest.approx((20 + 15) * both.line_height)


@given(limit=st.floats(0.3, 1.4))
def test_largest_scale_is_the_largest_on_its_grid(limit: float) -> None:
    """The scale found fits, and the next one on the grid does not."""
    calls = []

    def build(scale: float) -> tuple[float, float]:
        calls.append(scale)
        return scale, scale - limit

    fitted = largest_scale(build, low=0.55, high=1.1, step=0.025)
    assert len(calls) <= 7
    assert fitted.layout == fitted.scale
    if limit < 0.55:
        assert fitted.overflow == pytest.approx(0.55 - limit)
    else:
        assert fitted.overflow == 0
        assert fitted.scale > min(limit, 1.1) - 0.025 - 1e-9


def test_scale_range_of_one_point_is_built_once() -> None:
    """A range of a single scale needs a single layout."""
    assert largest_scale(lambda scale: (scale, 5.0), low=1, high=1).overflow == 5
