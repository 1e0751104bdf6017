"""The icons of a house: for words we know and for new ones, checked and kept by code."""

from __future__ import annotations

from collections.abc import Mapping

from immutabledict import immutabledict

from valuegraph.model.words import fold, word_code
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.icons import GRID, ICONS
from valuegraph.render.theming.paths import PathError, drawn_path

FAMILIES: Mapping[str, tuple[Bilingual, str]] = {
    "resource": (Bilingual("ressource", "resource"), "resource_type"),
    "circuit": (Bilingual("circuit", "circuit"), "circuit"),
    "support": (Bilingual("soutien", "support"), "support_type"),
    "impact": (Bilingual("impact", "impact"), "dimension"),
}
"""Each family whose icons can be chosen: how it is called, and the vocabulary of its words."""

MOST_ICONS = 200
"""The most icons of one family."""


def icon_key(family: str, word: str) -> str:
    """Return by what an icon is found: the code of a word we know, else the word folded."""
    return word_code(FAMILIES[family][1], word) or fold(word)


def symbol_of(value: str, what: Bilingual) -> str:
    """Return the name of one of our icons, or path data checked.

    Raises:
        PathError: it is neither, and no path that can be drawn.
    """
    name = value.strip()
    return name if name in ICONS else drawn_path(value, GRID, GRID)


def checked_icons(
    icons: Mapping[str, Mapping[str, str]],
) -> tuple[Mapping[str, Mapping[str, str]], list[Problem]]:
    """Return the icons by family and key, and what is wrong with the others."""
    wrong: list[Problem] = []
    kept: dict[str, Mapping[str, str]] = {}
    for family, symbols in icons.items():
        if family not in FAMILIES:
            values = {"option": Bilingual("les icônes", "the icons"), "value": family,
                      "allowed": list(FAMILIES)}  # fmt: skip
            wrong.append(Problem("VG450", values=values))
            continue
        found: dict[str, str] = {}
        for word, value in symbols.items():
            what = Bilingual(f"l’icône « {word} »", f"the icon “{word}”")
            try:
                found[icon_key(family, word)] = symbol_of(value, what)
            except PathError as error:
                wrong.append(Problem("VG481", values={"what": what, "reason": error.reason}))
        kept[family] = immutabledict(found)
    return immutabledict(kept), wrong
