"""What an impact is judged to be is written, whatever the view: a colour says nothing alone."""

from __future__ import annotations

import pytest
from drawn_sheets import defects, words

import valuegraph as vg
from valuegraph.render.sheets import Sheets

SHOWING = ("extended", "porter", "matrix", "flow", "cycle", "framework")


@pytest.mark.parametrize("name", SHOWING)
@pytest.mark.parametrize(
    ("language", "sign", "told"),
    [
        ("fr", "-", "impact négatif"),
        ("en", "-", "negative impact"),
        ("fr", "mixed", "impact contrasté"),
    ],
)
def test_a_negative_or_mixed_impact_says_so(name: str, language: str, sign: str, told: str) -> None:
    """In print it is grey like the others, and told all the same."""
    chain = vg.example("conserverie")
    chain.change("richesses", sign=sign)
    sheets = Sheets(vg.draw(chain, view=name, language=language).scenes)
    assert told in words(sheets)
    assert defects(sheets) == []
