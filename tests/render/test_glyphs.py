"""What is drawn of a text when the font lacks a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from text_strategies import any_text

from valuegraph.render.fontface import face
from valuegraph.render.glyphs import clusters, drawable, missing_characters

FACE = face()


@given(text=any_text)
def test_everything_drawn_has_a_glyph(text: str) -> None:
    """Whatever the text, each character drawn is one that the font has."""
    assert all(FACE.covers(character) for character in drawable(text, FACE))


@given(text=any_text)
def test_clusters_lose_nothing(text: str) -> None:
    """The visible characters of a text, put together, are the text."""
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("中文", "□□", id="one box a character"),
        pytest.param("👩‍👩‍👧‍👦", "□", id="a family is one emoji"),
        pytest.param("👍🏽", "□", id="a skin tone"),
        pytest.param("🇫🇷🇧🇪", "□□", id="two flags"),
        pytest.param("1️⃣", "□", id="a keycap"),
        pytest.param("🏴\U000e0067\U000e0062\U000e007f", "□", id="a flag by tags"),
        pytest.param("e\u0301te\u0301", "été", id="accents that compose"),
        pytest.param("x\u0301y", "□y", id="an accent that does not compose"),
        pytest.param("\u0301", "□", id="an accent alone"),
        pytest.param("قلب", "□□□", id="Arabic"),
        pytest.param("\ud800", "□", id="half a character"),
        pytest.param("a\u00a0b\u202fc\u2003d", "a b\u202fc d", id="spaces"),
        pytest.param("a\x00\u200e\u202e\u00ad\ufeffb", "ab", id="controls are invisible"),
        pytest.param("a\ufe0f", "a", id="a variation selector"),
        pytest.param("Œuvre → €", "Œuvre → €", id="what the font has"),
    ],
)
def test_missing_characters_are_boxes(text: str, drawn: str) -> None:
    """Each visible character that the font lacks is one box, and what is invisible is left out."""
    assert drawable(text, FACE) == drawn


def test_missing_characters_are_told_once() -> None:
    """The characters that the font lacks are listed once each, in their order."""
    assert missing_characters("été 中国 中 👍🏽\n🇫🇷 □") == ("中", "国", "👍🏽", "🇫🇷")
