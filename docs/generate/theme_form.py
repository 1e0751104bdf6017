"""Write ``docs/reference/theme-file.md`` and its French twin: every key of a theme file."""

from __future__ import annotations

from collections.abc import Iterable

from pages import ROOT
from regions import finish
from typography import french

from valuegraph.problems import Bilingual
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.theming.keys import PLACES
from valuegraph.render.theming.roles import ROLES

_TITLE = Bilingual("Le fichier de thème", "The theme file")
_OTHER_PAGE = Bilingual("[English version](theme-file.md)",
                        "[Version française](fichier-de-theme.md)")  # fmt: skip
_INTRODUCTION = Bilingual(
    "Un thème est un fichier YAML ou JSON que lisent `vg.read_theme` et `valuegraph draw --theme`. "
    "Tout y est facultatif, et les clés s’écrivent en français ou en anglais. Pour s’en servir : "
    "[Aux couleurs de la maison](../guides/aux-couleurs-de-la-maison.md).",
    "A theme is a YAML or JSON file that `vg.read_theme` and `valuegraph draw --theme` read. All "
    "of it is optional, and keys are written in English or French. To use one: "
    "[Your house style](../how-to/house-style.md).",
)
_USES: dict[tuple[str, str], Bilingual] = {
    ("theme", "theme"): Bilingual("la version du format : 1", "the version of the format: 1"),
    ("theme", "name"): Bilingual("le nom du thème, pour qui lit le fichier",
                                 "the theme’s name, for whoever reads the file"),
    ("theme", "colours"): Bilingual("les couleurs par rôle, ci-dessous",
                                    "the colours by role, below"),
    ("theme", "font"): Bilingual("un fichier TTF ou OTF, ou un par style",
                                 "a TTF or OTF file, or one a style"),
    ("theme", "icons"): Bilingual("des icônes par famille et par mot",
                                  "icons by family and word"),
    ("theme", "logo"): Bilingual("le logo, en tracés et couleurs",
                                 "the logo, as paths and colours"),
    ("theme", "page"): Bilingual("la page quand aucune n’est demandée",
                                 "the page where none is asked for"),
    ("theme", "organisation"): Bilingual("une ligne au-dessus du titre", "a line above the title"),
    ("theme", "source"): Bilingual("une ligne sous le dessin, après la source de la chaîne",
                                   "a line below the drawing, after the chain’s own source"),
    ("font", "regular"): Bilingual("le fichier du style courant", "the file of the usual style"),
    ("font", "bold"): Bilingual("celui du gras (sinon, le courant)",
                                "that of bold (else the usual one)"),
    ("font", "italic"): Bilingual("celui de l’italique (sinon, le courant)",
                                  "that of italic (else the usual one)"),
    ("icons", "resource"): Bilingual("mot de type de ressource : icône",
                                     "word of a type of resource: icon"),
    ("icons", "circuit"): Bilingual("circuit : icône", "circuit: icon"),
    ("icons", "support"): Bilingual("mot de rôle de soutien : icône",
                                    "word of a role of support: icon"),
    ("icons", "impact"): Bilingual("mot de dimension : icône", "word of a dimension: icon"),
    ("logo", "name"): Bilingual("ce qu’il montre, pour qui ne le voit pas",
                                "what it shows, for those who do not see it"),
    ("logo", "width"): Bilingual("la largeur de sa grille, en toute unité",
                                 "the width of its grid, in any unit"),
    ("logo", "height"): Bilingual("la hauteur de sa grille", "the height of its grid"),
    ("logo", "side"): Bilingual("à gauche (par défaut) ou à droite", "left (by default) or right"),
    ("logo", "shapes"): Bilingual("de 1 à 60 formes, la première dessous",
                                  "1 to 60 shapes, the first at the bottom"),
    ("shape", "path"): Bilingual("ce que SVG écrit dans « d »", "what SVG writes in “d”"),
    ("shape", "colour"): Bilingual("la couleur de son fond", "the colour it is filled with"),
    ("shape", "outline"): Bilingual("la couleur de son contour", "the colour of its outline"),
    ("shape", "thickness"): Bilingual("l’épaisseur du contour, sur la grille (1 par défaut)",
                                      "how thick the outline is, on the grid (1 by default)"),
}  # fmt: skip
_KEYS = Bilingual("Clé | En anglais | Ce qu’elle dit", "Key | In French | What it says")
_ROLES = Bilingual("Clé | En anglais | Ce qu’elle colore | Par défaut",
                   "Key | In French | What it colours | By default")  # fmt: skip
_HEADINGS = {
    "theme": Bilingual("Le fichier", "The file"),
    "colours": Bilingual("Les couleurs", "The colours"),
    "font": Bilingual("La police", "The font"),
    "icons": Bilingual("Les icônes", "The icons"),
    "logo": Bilingual("Le logo", "The logo"),
    "shape": Bilingual("Une forme du logo", "A shape of the logo"),
}
_ABOUT = {
    "colours": Bilingual(
        "Une couleur s’écrit `\"#RRVVBB\"`, entre guillemets. Ce qui n’est pas donné suit de ce "
        "qui l’est (les teintes de `structure`, par exemple), sinon reste par défaut. `impacts` et "
        "`impacts_négatifs` prennent une ou deux couleurs, `autres_circuits` une liste, `circuits` "
        "une table : `{don: \"#1B806A\"}`, ou `{don: {pleine: \"#1B806A\", teinte: \"#E3F2EE\"}}`.",
        "A colour is written `\"#RRGGBB\"`, in quotes. What is not given follows from what is (the "
        "tints of `structure`, for instance), else stays as by default. `impacts` and `harms` take "
        "one or two colours, `own_circuits` a list, `circuits` a table: `{gift: \"#1B806A\"}`, or "
        "`{gift: {full: \"#1B806A\", tint: \"#E3F2EE\"}}`.",
    ),
    "font": Bilingual(
        "Les fichiers sont dans le dossier du thème ou plus bas, 10 Mo au plus chacun, avec toutes "
        "les lettres du français. Ni collection, ni police variable, ni WOFF.",
        "The files are in the theme’s folder or below it, 10 MB each at most, with all the letters "
        "of French. No collection, no variable font, no WOFF.",
    ),
    "icons": Bilingual(
        "Une icône est un tracé sur une grille de 24, dessiné d’un trait, ou le nom d’une des "
        "nôtres. Un mot que nous ne connaissons pas est admis : l’icône sert aux parties qui le "
        "portent.\n\n![Nos icônes, avec les mots auxquels elles servent](../images/icones.svg)",
        "An icon is a path on a grid of 24, drawn as a line, or the name of one of ours. A word "
        "that we do not know is allowed: the icon serves the parts that bear it.\n\n"
        "![Our icons, with the words they serve](../images/icons.svg)",
    ),
    "logo": Bilingual(
        "Le logo est au plus 8 fois plus large que haut, et 2 fois plus haut que large.",
        "The logo is at most 8 times wider than high, and twice as high as wide.",
    ),
}  # fmt: skip


def page(language: str) -> str:
    """Return the page of every key, in ``language``."""
    paragraphs = [
        f"# {_TITLE.text(language)}",
        _OTHER_PAGE.text(language),
        _INTRODUCTION.text(language),
    ]
    for place, heading in _HEADINGS.items():
        paragraphs.append(f"## {heading.text(language)}")
        if place in _ABOUT:
            paragraphs.append(_ABOUT[place].text(language))
        head = _ROLES if place == "colours" else _KEYS
        rows = [head.text(language).split(" | "), ["---"] * len(head.text("en").split(" | "))]
        rows += list(_roles(language) if place == "colours" else _keys(place, language))
        paragraphs.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    text = "\n\n".join(paragraphs) + "\n"
    return french(text) if language == "fr" else text


def _keys(place: str, language: str) -> Iterable[list[str]]:
    for code, others in PLACES[place][1].items():
        use = _USES[place, code].text(language)
        yield [*_spelt(code, others[0] if others else code, language), use]


def _roles(language: str) -> Iterable[list[str]]:
    for code, role in ROLES.items():
        told = [*_spelt(code, role.french, language), role.use.text(language)]
        yield [*told, _default(code)]


def _spelt(code: str, french_key: str, language: str) -> tuple[str, str]:
    mine, yours = (french_key, code) if language == "fr" else (code, french_key)
    return f"`{mine}`", f"`{yours}`"


def _default(code: str) -> str:
    value = getattr(DEFAULT_THEME, code)
    if code == "circuits":
        return ", ".join(f"`{colours.full}`" for _, colours in value)
    if code == "own_circuits":
        return ", ".join(f"`{colours.full}`" for colours in value)
    return ", ".join(f"`{each}`" for each in ([value] if isinstance(value, str) else value))


def main() -> None:
    """Write both pages, or check that they are fresh."""
    names = {"fr": "fichier-de-theme.md", "en": "theme-file.md"}
    folder = ROOT / "docs/reference"
    finish({folder / name: page(language).encode() for language, name in names.items()})


if __name__ == "__main__":
    main()
