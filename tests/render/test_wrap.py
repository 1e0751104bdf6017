"""Line breaking: whole, within the width, and as a person would do it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene_lint import shaped_width
from text_strategies import any_text

from valuegraph.render.fontface import face
from valuegraph.render.glyphs import drawable
from valuegraph.render.scene import Run, Scene
from valuegraph.render.typography import typeset
from valuegraph.render.wrap import line_width, wrap

EMPTY = Scene("", "", ())
LANGUAGES = st.sampled_from(["fr", "en", "de", "zh", "ar"])


def _letters(text: str) -> str:
    return text.replace(" ", "").replace("\u202f", "").replace("-", "")


@given(text=any_text, width=st.floats(20, 500), bold=st.booleans(), language=LANGUAGES)
def test_wrapping_loses_no_character(text: str, width: float, bold: bool, language: str) -> None:
    """The lines, put together, are the text: only spaces go and hyphens come."""
    font_face = face(bold=bold)
    whole = "".join(drawable(line, font_face) for line in text.splitlines())
    lines = wrap(text, width, 16, bold=bold, language=language)
    assert _letters("".join(lines)) == _letters(whole)


@given(
    text=any_text,
    width=st.floats(20, 500),
    size=st.sampled_from([10, 15.5, 36]),
    bold=st.booleans(),
    tracking=st.sampled_from([0, 1.6]),
)
def test_every_line_fits(text: str, width: float, size: float, bold: bool, tracking: float) -> None:
    """No line is wider than the width as HarfBuzz shapes it, unless it is a single character."""
    for line in wrap(typeset(text, "fr"), width, size, bold=bold, tracking=tracking):
        shaped = shaped_width((Run(line, bold),), size, tracking, EMPTY)
        assert shaped <= width + 0.1 or len(line) == 1


@given(text=any_text, width=st.floats(20, 500))
def test_lines_neither_begin_nor_end_with_a_space(text: str, width: float) -> None:
    """A line has no space at its ends, and none is empty."""
    for line in wrap(text, width, 16):
        assert line
        assert line == line.strip(" \u202f")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param(
            "Vitalité de la communauté et cohésion sociale",
            150,
            ("Vitalité", "de la communauté", "et cohésion sociale"),
            id="even lines, no weak word at an end",
        ),
        pytest.param(
            "Échange en monnaie locale convertible ?",
            160,
            ("Échange en monnaie", "locale convertible ?"),
            id="a French question mark keeps its word",
        ),
        pytest.param("Tic-Tacs et dons", 70, ("Tic-Tacs", "et dons"), id="a compound stays whole"),
        pytest.param(
            "Sensibilisation aux socio-économies",
            105,
            ("Sensibilisation", "aux socio-", "économies"),
            id="a compound too long breaks after its hyphen",
        ),
        pytest.param("un\n\ndeux", 100, ("un", "deux"), id="paragraphs"),
        pytest.param("", 100, (), id="nothing"),
        pytest.param(" \t\n", 100, (), id="only spaces"),
    ],
)
def test_lines_are_those_a_person_would_make(
    text: str, width: float, lines: tuple[str, ...]
) -> None:
    """French labels break as one would by hand."""
    assert wrap(typeset(text, "fr"), width, 16) == lines


def test_chinese_breaks_between_characters() -> None:
    """Chinese breaks anywhere but before a closing sign."""
    assert [len(line) for line in wrap("社会的连带经济。", 46, 16)] == [4, 4]
    assert wrap("社会。", 28, 16) == ("□", "□□")


def test_no_more_lines_than_needed() -> None:
    """Evenness never costs a line."""
    text = "Mise en vente dans des circuits de distribution du territoire"
    assert len(wrap(text, 260, 16)) == 2


def test_unknown_languages_wrap_too() -> None:
    """A language without a list of weak words wraps by width and evenness."""
    assert wrap("ein Wort und noch ein Wort", 110, 16, language="de") == (
        "ein Wort und",
        "noch ein Wort",
    )


def test_width_on_one_line_counts_tracking() -> None:
    """Tracking adds as much for each character."""
    assert line_width("abc", 10, tracking=2) == pytest.approx(line_width("abc", 10) + 6)


def test_no_size_is_refused() -> None:
    """A size must be above zero."""
    with pytest.raises(ValueError, match="above 0"):
        wrap("mot", 100, 0)
