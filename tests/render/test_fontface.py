"""Font metrics, beside HarfBuzz, which knows nothing of ours."""

from __future__ import annotations

import hashlib
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_lint import shaped_width
from text_strategies import any_text

from valuegraph.render.fontface import CARLITO, FONT_FOLDER, face
from valuegraph.render.glyphs import drawable
from valuegraph.render.scene import Run, Scene

STYLES = [
    pytest.param(False, False, id="regular"),
    pytest.param(True, False, id="bold"),
    pytest.param(False, True, id="italic"),
]
EMPTY = Scene("", "", ())


@given(
    text=any_text,
    style=st.sampled_from([(False, False), (True, False), (False, True)]),
    size=st.sampled_from([10, 16, 36]),
)
def test_width_is_an_upper_bound_of_what_is_shaped(text, style, size) -> None:
    """Whatever is drawn is no wider than we say once it is kerned and its letters are joined."""
    bold, italic = style
    font_face = face(bold=bold, italic=italic)
    drawn = drawable(text, font_face)
    ours = font_face.width(drawn) * size
    assert shaped_width((Run(drawn, bold, italic),), size, 0, EMPTY) <= ours + 0.1


@pytest.mark.parametrize(("bold", "italic"), STYLES)
def test_width_is_close_for_plain_words(bold: bool, italic: bool) -> None:
    """For French words the bound is less than one per cent above what is shaped."""
    words = "Mise à disposition des surplus et invendables par les maraîchers locaux"
    ours = face(bold=bold, italic=italic).width(words)
    shaped = shaped_width((Run(words, bold, italic),), 1, 0, EMPTY)
    assert shaped <= ours <= shaped * 1.01


@pytest.mark.parametrize(("bold", "italic"), STYLES)
def test_kerning_is_that_of_the_font(bold: bool, italic: bool) -> None:
    """Pairs of letters are moved as HarfBuzz moves them."""
    font_face = face(bold=bold, italic=italic)
    for left, right in product("AVTPLYQéào.,’/«", "AVToeaé,.T’»/"):
        apart = font_face.advances[left] + font_face.advances[right]
        shaped = shaped_width((Run(left + right, bold, italic),), 1, 0, EMPTY)
        assert font_face.kerning(left, right) == pytest.approx(shaped - apart, abs=1e-6)


def test_bold_italic_is_drawn_bold() -> None:
    """There is no bold italic face: bold stands for it."""
    assert CARLITO.file(bold=True, italic=True) == CARLITO.bold


def test_fonts_are_shipped_unmodified_with_their_licence() -> None:
    """The font files are those of the font's authors (a reserved name) beside their licence."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in FONT_FOLDER.glob("*.ttf")
    }
    assert digests == {
        "Carlito-Bold.ttf": "0f62ab34ad5d079a",
        "Carlito-Italic.ttf": "718a0663864d37a4",
        "Carlito-Regular.ttf": "b4ff23ba370cc95a",
    }
    licence = (FONT_FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "tyPoland Lukasz Dziedzic" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
