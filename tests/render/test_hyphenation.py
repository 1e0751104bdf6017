"""Where words too long for a line are cut."""

from __future__ import annotations

import pytest

from valuegraph.render.fontface import face
from valuegraph.render.hyphenation import cut_word, syllable_borders

FACE = face()


def _cut(word: str, ems: float) -> list[str]:
    return [drawn for drawn, _ in cut_word(word, ems, FACE)]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sensibilisation", "sen-si-bi-li-sa-tion"),
        ("transformation", "trans-for-ma-tion"),
        ("reconnaissance", "re-con-nais-sance"),
        ("agroalimentaire", "agroa-li-men-taire"),
        ("économique", "éco-no-mique"),
        ("chèvre", "chèvre"),
        ("eau", "eau"),
    ],
)
def test_borders_are_those_of_syllables(word: str, parts: str) -> None:
    """A word parts before a consonant and its vowel, three letters from either end at least."""
    borders = syllable_borders(list(word))
    allowed, place = set(), 0
    for part in parts.split("-")[:-1]:
        place += len(part)
        if place >= 3 and len(word) - place >= 3:
            allowed.add(place)
    assert borders == allowed


@pytest.mark.parametrize(
    ("word", "ems", "pieces"),
    [
        pytest.param("monnaie-temps", 4.5, ["monnaie-", "temps"], id="its own hyphen first"),
        pytest.param("sensibilisation", 4.4, ["sensibili-", "sation"], id="then a syllable"),
        pytest.param("xxxxxxxxxxxx", 2.6, ["xxxxx-", "xxxxx-", "xx"], id="then anywhere"),
        pytest.param("anti\u00adchambre", 4, ["anti-", "chambre"], id="a soft hyphen"),
        pytest.param("中中中中中", 1.3, ["□□", "□□", "□"], id="no hyphen between boxes"),
        pytest.param("a", 0.1, ["a"], id="a character wider than the line"),
    ],
)
def test_best_place_is_taken_first(word: str, ems: float, pieces: list[str]) -> None:
    """A long word is cut at the best kind of place that fits."""
    assert _cut(word, ems) == pieces


def test_addresses_are_cut_after_their_signs() -> None:
    """An address is cut after a slash, a dot or the like, without a hyphen that is not its own."""
    address = "https://www.exemple.org/chemin/vers/une_page.html?cle=valeur"
    pieces = _cut(address, 8)
    assert "".join(pieces) == address
    assert all(piece[-1] in "/._?=" for piece in pieces[:-1])
