"""The sheet of our icons: every word that has one, family by family, as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.model.words import word
from valuegraph.problems import Bilingual
from valuegraph.render.fit import fit_line
from valuegraph.render.icons import ICONS, icon, icon_choices
from valuegraph.render.page import PAGES, Page
from valuegraph.render.scene import Node, Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.theming.icons import FAMILIES
from valuegraph.render.views.blocks.lettering import caption, written

_TITLE = Bilingual("Les icônes et leurs mots", "The icons and their words")
_FAMILIES = {
    "resource": Bilingual("Types de ressource", "Types of resource"),
    "circuit": Bilingual("Circuits", "Circuits"),
    "support": Bilingual("Rôles de soutien", "Roles of support"),
    "impact": Bilingual("Dimensions des impacts", "Dimensions of impacts"),
    "all": Bilingual("Toutes, par leur nom", "All of them, by name"),
}
_OTHER = Bilingual("autre", "other")
_LEFT, _STEP, _ROW, _ICON = 40.0, 146.0, 104.0, 44.0
_COLUMNS = 9


def icon_sheet(language: str) -> Scene:
    """Return the sheet of icons, its words in ``language``."""
    page = PAGES["A4"]
    options = ViewOptions(page, language, DEFAULT_THEME)
    nodes: list[Node] = []
    y = 24.0
    for family, name in _FAMILIES.items():
        nodes.append(caption(name.text(language), _LEFT, y, 900, 13, options))
        y += 26
        small = family == "all"
        for number, (symbol, label) in enumerate(_entries(family, language)):
            columns, step = (14, 94.0) if small else (_COLUMNS, _STEP)
            row, column = divmod(number, columns)
            top = y + row * (66 if small else _ROW)
            nodes += _entry(symbol, label, _LEFT + column * step, top, step, options, small=small)
        y += 66 * 3 if small else _ROW
    height = max(y + 10, 700.0)
    sheet = Page("icons", page.width, height, page.width_mm, height / page.width * page.width_mm)
    title = _TITLE.text(language)
    told = ", ".join(label for family in FAMILIES for _, label in _entries(family, language))
    return Scene(title, told, tuple(nodes), language=language, width=sheet.width, height=height,
                 page=sheet)  # fmt: skip


def _entries(family: str, language: str) -> Iterator[tuple[str, str]]:
    if family == "all":
        yield from ((name, name) for name in ICONS)
        return
    for code, symbol in icon_choices(family).items():
        yield symbol, word(FAMILIES[family][1], code, language) if code else _OTHER.text(language)


def _entry(
    symbol: str, label: str, x: float, y: float, step: float, options: ViewOptions, *, small: bool
) -> Iterator[Node]:
    side = _ICON * (0.7 if small else 1)
    width = step - 8
    yield icon(symbol, x + (width - side) / 2, y, side, options.theme.structure)
    style = written(options, align="center")
    yield fit_line(label.replace("_", " ") if not small else label, x, y + side + 4, width,
                   13 if small else 15, min_size=10, h=20, **style)  # fmt: skip
