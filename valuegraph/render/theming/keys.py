"""The keys of a theme file, in English and French, place by place."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.io.documents.reading import Reading
from valuegraph.io.documents.spelled import Fields, Spellings, spelled_fields
from valuegraph.io.tree import Node, Table
from valuegraph.model.words import VOCABULARY, fold
from valuegraph.problems import Bilingual
from valuegraph.render.theming.icons import FAMILIES
from valuegraph.render.theming.roles import ROLES

PLACES: Mapping[str, tuple[Bilingual, Spellings]] = {
    "theme": (Bilingual("le thème", "the theme"), {
        "theme": ("thème",), "name": ("nom",), "colours": ("couleurs", "colors"),
        "font": ("police", "fonts"), "icons": ("icônes",), "logo": ("logo",), "page": ("page",),
        "organisation": ("organisation", "organization"), "source": ("source",),
    }),
    "colours": (Bilingual("les couleurs", "the colours"),
                {code: (role.french,) for code, role in ROLES.items()}),
    "circuit": (Bilingual("la couleur d’un circuit", "the colour of a circuit"),
                {"full": ("pleine",), "tint": ("teinte",)}),
    "font": (Bilingual("la police", "the font"),
             {"regular": ("normal", "normale"), "bold": ("gras",), "italic": ("italique",)}),
    "icons": (Bilingual("les icônes", "the icons"), {
        code: (words.fr, *(("impacts",) if code == "impact" else (f"{words.fr}s", f"{code}s")))
        for code, (words, _) in FAMILIES.items()
    }),
    "logo": (Bilingual("le logo", "the logo"), {
        "name": ("nom",), "width": ("largeur",), "height": ("hauteur",), "side": ("côté",),
        "shapes": ("formes",),
    }),
    "shape": (Bilingual("une forme du logo", "a shape of the logo"), {
        "path": ("tracé",), "colour": ("couleur", "color", "fill"), "outline": ("contour",),
        "thickness": ("épaisseur",),
    }),
}  # fmt: skip
"""Place -> how it is called, and its keys."""

SIDES: Spellings = {"left": ("gauche",), "right": ("droite",)}


def fields_of(reading: Reading, table: Table, place: str) -> Fields:
    """Return the entries of a mapping by key; unknown and repeated keys are noted."""
    return spelled_fields(reading, table, *PLACES[place])


def words_of(family: str) -> Spellings:
    """Return the words of the vocabulary whose icons a family holds."""
    return VOCABULARY[FAMILIES[family][1]]


def language_of_keys(tree: Node) -> str:
    """Return ``fr`` if a theme is written with French keys, else ``en``."""
    if not isinstance(tree, Table):
        return "en"
    french = {fold(word) for _, spellings in PLACES.values() for code, others in spellings.items()
              for word in others[:1] if fold(word) != fold(code)}  # fmt: skip
    english = {fold(code) for _, spellings in PLACES.values() for code in spellings} - french
    typed = [fold(entry.key.text) for entry in tree]
    return "fr" if sum(key in french for key in typed) > sum(
        key in english - {"logo", "page", "organisation", "source"} for key in typed
    ) else "en"  # fmt: skip
