"""The keys of a theme file, in English and French, place by place."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from valuegraph.io.documents.reading import Reading, cut, is_nothing
from valuegraph.io.tree import Entry, Node, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import VOCABULARY, fold
from valuegraph.problems import Bilingual
from valuegraph.render.theming.icons import FAMILIES
from valuegraph.render.theming.roles import ROLES

Spellings = Mapping[str, tuple[str, ...]]
"""Key, in its English spelling -> the others, the French one first."""
Fields = dict[str, Entry]

_SURELY_MEANT = 0.8

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
    name, spellings = PLACES[place]
    codes = by_spelling(spellings)
    found: Fields = {}
    for entry in table:
        typed = fold(entry.key.text)
        code = codes.get(typed)
        if code is None:
            near = list(dict.fromkeys(codes[word] for word in did_you_mean(typed, codes)))
            allowed = ", ".join(spelling(code, spellings, reading.keys) for code in spellings)
            reading.complain("VG201", entry.key, key=cut(entry.key.text), place=name,
                             suggestion=suggestion(near, spellings, reading.keys),
                             allowed=allowed)  # fmt: skip
            if near and _is_surely(near[0], typed, spellings):
                found.setdefault(near[0], entry)
        elif code in found:
            first = found[code].key.text
            reading.complain("VG202", entry.key, key=cut(entry.key.text), first=cut(first))
        else:
            found[code] = entry
    return {code: entry for code, entry in found.items() if not is_nothing(entry.value)}


def by_spelling(spellings: Spellings) -> dict[str, str]:
    """Return each spelling, folded -> the key it means."""
    found: dict[str, str] = {}
    for code, others in spellings.items():
        for word in (code, *others):
            found.setdefault(fold(word), code)
    return found


def spelling(code: str, spellings: Spellings, language: str) -> str:
    """Return how a key is written in a language."""
    return spellings[code][0] if language == "fr" and spellings[code] else code


def suggestion(near: list[str], spellings: Spellings, language: str) -> Bilingual:
    """Return the sentence that tells what was probably meant, if anything."""
    if not near:
        return Bilingual("", "")
    told = ", ".join(spelling(code, spellings, language) for code in near)
    return Bilingual(f"Vouliez-vous dire : {told} ? ", f"Did you mean: {told}? ")


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


def _is_surely(code: str, typed: str, spellings: Spellings) -> bool:
    words = (code, *spellings[code])
    return max(SequenceMatcher(None, fold(word), typed).ratio() for word in words) >= _SURELY_MEANT
