"""Theme files: both languages, everything wrong told at once, nothing hostile let in."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from theme_strategies import colours

import valuegraph as vg
from valuegraph.io.documents.spelled import by_spelling
from valuegraph.problems import Bilingual
from valuegraph.render.colour import contrast
from valuegraph.render.fontface import CARLITO
from valuegraph.render.theme import DEFAULT_THEME, TEXT_CONTRAST
from valuegraph.render.theming.keys import PLACES
from valuegraph.render.theming.reading import read_theme, read_theme_with_notes, theme_names
from valuegraph.render.theming.roles import ROLES

FRENCH = """\
thème: 1
nom: La Fabrique
couleurs:
  structure: "#14294B"
  impacts: "#A33A00"
  circuits:
    don: "#17806C"
    marchand: {pleine: "#A84A08", teinte: "#FFF4EA"}
    troc: "#5C5B16"
icônes:
  ressources:
    alimentaire: M2 2H22V22H2Z
    numérique: chip
logo:
  nom: La Fabrique
  côté: droite
  largeur: 40
  hauteur: 20
  formes:
    - {tracé: M0 0H40V20H0Z, couleur: "#14294B"}
    - {tracé: M5 10H35, contour: "#FFFFFF", épaisseur: 2}
page: a3
organisation: {fr: Une coopérative, en: A co-operative}
source: Nous
"""
ENGLISH = """\
theme: 1
name: La Fabrique
colors:
  structure: "#14294B"
  impacts: ["#A33A00"]
  circuits:
    gift: "#17806C"
    market: {full: "#A84A08", tint: "#FFF4EA"}
    troc: "#5C5B16"
icons:
  resource:
    food: "M2,2 H22 V22 H2 Z"
    numérique: chip
logo:
  name: La Fabrique
  side: right
  width: 40
  height: 20
  shapes:
    - {path: M0 0H40V20H0Z, colour: "#14294B"}
    - {path: M5 10H35, outline: "#FFFFFF", thickness: 2}
page: A3
organisation: {fr: Une coopérative, en: A co-operative}
source: Nous
"""


def saved(tmp_path: Path, text: str, name: str = "maison.yaml") -> Path:
    """Return the path of a theme file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: object) -> vg.Problems:
    """Return what is wrong with a theme."""
    with pytest.raises(vg.FileFormatError) as error:
        read_theme(path)  # type: ignore[arg-type]
    return error.value.problems


def test_both_languages_and_json_give_one_theme(tmp_path: Path) -> None:
    """French keys, English keys, JSON and a mapping all say the same."""
    french = read_theme(saved(tmp_path, FRENCH))
    assert read_theme(saved(tmp_path, ENGLISH)) == french
    tree = {
        "colours": {
            "structure": "#14294b",
            "impacts": ["#A33A00"],
            "circuits": {
                "gift": "#17806C",
                "market": {"full": "#A84A08", "tint": "#FFF4EA"},
                "troc": "#5C5B16",
            },
        },
        "icons": {"resource": {"food": "M2 2H22V22H2Z", "numérique": "chip"}},
        "logo": {
            "name": "La Fabrique", "side": "right", "width": 40, "height": 20,
            "shapes": [
                {"path": "M0 0H40V20H0Z", "colour": "#14294B"},
                {"path": "M5 10H35", "outline": "#FFFFFF", "thickness": 2},
            ],
        },
        "page": "A3",
        "organisation": {"fr": "Une coopérative", "en": "A co-operative"},
        "source": "Nous",
    }  # fmt: skip
    assert read_theme(saved(tmp_path, json.dumps(tree), "maison.json")) == french
    assert read_theme(tree) == french


def test_what_a_theme_says_is_in_it(tmp_path: Path) -> None:
    """Each value of the file is found in the theme, and the rest is ours."""
    theme = read_theme(saved(tmp_path, FRENCH))
    assert theme.structure == "#14294B"
    assert theme.circuit("gift").full == "#17806C"
    assert theme.circuit("market").tint == "#FFF4EA"
    assert theme.circuit("troc").full == "#5C5B16"
    assert theme.circuit("local_exchange").full == DEFAULT_THEME.circuit("local_exchange").full
    assert theme.icon("resource", "numerique") == "chip"
    assert theme.logo is not None
    assert (theme.logo_side, theme.logo.name, len(theme.logo.shapes)) == ("right", "La Fabrique", 2)
    assert theme.default_page().name == "A3"
    assert theme.organisation == Bilingual("Une coopérative", "A co-operative")
    assert theme.highlight == DEFAULT_THEME.highlight


def test_a_new_word_of_the_house_is_noted(tmp_path: Path) -> None:
    """A word that nobody knows may be a slip: it is noted, with what was perhaps meant."""
    text = "icons:\n  resource: {natual: M2 2H22}\n"
    _, notes = read_theme_with_notes(saved(tmp_path, text))
    assert notes.codes() == ("VG490",)
    assert "Did you mean: natural?" in notes[0].hint("en")


def test_an_empty_theme_is_ours(tmp_path: Path) -> None:
    """A file that only says its version gives our own look."""
    assert read_theme(saved(tmp_path, "theme: 1\n")) == DEFAULT_THEME


@pytest.mark.parametrize("name", theme_names())
def test_the_themes_of_the_package_have_nothing_to_report(name: str) -> None:
    """Each theme that comes with the package passes without a note, from its name or its text."""
    theme, notes = read_theme_with_notes(name)
    assert notes.codes() == ()
    assert theme.validate().problems.codes() == ()
    assert theme != DEFAULT_THEME


def test_the_high_contrast_theme_deserves_its_name() -> None:
    """Every text of it has the contrast of WCAG's highest level, 7 to 1."""
    pairs = read_theme("high-contrast").validate().contrasts
    assert min(pair.ratio for pair in pairs if pair.needed == TEXT_CONTRAST) >= 7


def test_a_text_of_the_package_can_be_copied(tmp_path: Path) -> None:
    """The text of a packaged theme, saved, is that theme; an unknown name lists those there are."""
    for name in theme_names():
        assert read_theme(saved(tmp_path, vg.theme_text(name))) == read_theme(name)
    with pytest.raises(vg.OptionError, match="blue-orange, high-contrast"):
        vg.theme_text("../../pyproject")


def test_all_that_is_wrong_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    """Mistyped keys, colours, pages, paths and shapes come together, each at line and column."""
    text = """\
theme: 2
colours:
  structur: "#14294B"
  paper: red
  impacts: ["#A33A00", "#A33A01", "#A33A02"]
icons:
  resource: {food: "M1 1<script>", human: aple, natural: M0 0H99}
logo: logo.png
page: A9
"""
    problems = refused(saved(tmp_path, text))
    told = {(one.code, one.where.line, one.where.column) for one in problems}
    assert told == {
        ("VG489", 1, 8), ("VG201", 3, 3), ("VG480", 4, 10), ("VG203", 5, 12), ("VG481", 7, 20),
        ("VG487", 7, 43), ("VG481", 7, 58), ("VG482", 8, 7), ("VG221", 9, 7),
    }  # fmt: skip
    assert "Did you mean: structure" in problems.to_text("en")
    assert "Did you mean: apple" in problems.to_text("en")
    for one in problems:
        assert one.message("fr") != one.message("en")
        assert one.where.file.endswith("maison.yaml")


def test_a_contrast_too_low_is_an_error_at_the_colour(tmp_path: Path) -> None:
    """The error stands at the colour that was typed, or at the one the pale colour follows from."""
    problems = refused(saved(tmp_path, 'couleurs:\n  structure: "#9FB4D8"\n'))
    assert set(problems.errors.codes()) == {"VG485"}
    assert {(one.where.line, one.where.column) for one in problems.errors} == {(2, 14)}
    assert "il faut 4,5" in problems.to_text()
    assert "« structure » : #" in problems.to_text()


def test_circuits_too_alike_are_told_and_the_theme_is_read(tmp_path: Path) -> None:
    """What only looks alike is a warning: icon and name tell circuits apart."""
    path = saved(tmp_path, 'colours:\n  circuits: {gift: "#1558A6", local_exchange: "#15589F"}\n')
    _, notes = read_theme_with_notes(path)
    assert set(notes.codes()) == {"VG486"}
    assert vg.draw(vg.example("conserverie"), theme=path).problems.codes() == notes.codes()


@settings(max_examples=60)
@given(colours, st.sampled_from(("ink", "muted", "structure", "frame_label", "resource_text")))
def test_a_text_that_cannot_be_read_is_always_told(colour: str, role: str) -> None:
    """Whatever colour a text is given, the theme is read if it can be read, and refused if not."""
    ground = {"frame_label": "frame", "resource_text": "resource"}.get(role, "paper")
    given = {role: colour, ground: getattr(DEFAULT_THEME, ground)}
    if contrast(colour, getattr(DEFAULT_THEME, ground)) < TEXT_CONTRAST:
        assert "VG485" in refused({"colours": given}).errors.codes()
    else:
        with suppress(vg.FileFormatError):  # it may lie on another ground as well
            theme = read_theme({"colours": given})
            assert not theme.validate().failures


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x,x]\nb: &b [*a,*a]\n", "VG123"),
        ("theme: !!python/object/apply:os.system [ls]\n", "VG125"),
        ("icons: " + "[" * 2000, "VG111"),
        ("- a\n- b\n", "VG114"),
        ("", "VG105"),
        ("theme: 1\n---\ntheme: 1\n", "VG121"),
        ("#" + "x" * 1_100_000, "VG104"),
    ],
    ids=["anchors", "tags", "depth", "list", "empty", "two", "size"],
)
def test_hostile_files_are_refused(text: str, code: str, tmp_path: Path) -> None:
    """Bombs, tags and floods end in a clear refusal."""
    assert code in refused(saved(tmp_path, text)).codes()


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../outside.ttf", "fonts/../../outside.ttf", "link.ttf", "a\0b.ttf"]
)
def test_font_files_stay_in_the_themes_folder(name: str, tmp_path: Path) -> None:
    """Absolute paths, parents and links that lead outside are refused, though the file exists."""
    (tmp_path / "outside.ttf").write_bytes(CARLITO.regular.read_bytes())
    home = tmp_path / "home"
    (home / "fonts").mkdir(parents=True)
    (home / "link.ttf").symlink_to(tmp_path / "outside.ttf")
    path = saved(home, json.dumps({"font": {"regular": name}}), "maison.json")
    assert refused(path).codes() == ("VG488",)


def test_a_font_beside_the_theme_is_read(tmp_path: Path) -> None:
    """Files in the folder of the theme or below it are read, and missing ones told in place."""
    (tmp_path / "polices").mkdir()
    for file in (CARLITO.regular, CARLITO.bold):
        (tmp_path / "polices" / file.name).write_bytes(file.read_bytes())
    text = "police:\n  normal: polices/{}\n  gras: polices/{}\n"
    good = text.format(CARLITO.regular.name, CARLITO.bold.name)
    assert read_theme(saved(tmp_path, good)).font.family == "Carlito"
    (problem,) = refused(saved(tmp_path, text.format(CARLITO.regular.name, "Absente.ttf")))
    assert (problem.code, problem.where.line) == ("VG101", 3)
    assert str(tmp_path) not in problem.message("fr")


def test_a_mapping_names_no_files() -> None:
    """A host that hands over a mapping from strangers opens no file of the machine."""
    assert refused({"font": {"regular": str(CARLITO.regular)}}).codes() == ("VG488",)


@pytest.mark.parametrize("place", PLACES)
def test_no_spelling_means_two_keys(place: str) -> None:
    """In each place every spelling of a key means that key, in both languages."""
    spellings = PLACES[place][1]
    codes = by_spelling(spellings)
    assert {codes[word] for word in codes} == set(spellings)
    assert len(codes) >= len(spellings)
    for code, others in spellings.items():
        assert all(by_spelling({code: (word,)}).keys() <= codes.keys() for word in others)


def test_every_role_is_a_field_and_has_words() -> None:
    """Each colour of a theme is a role of the file, in French and in English."""
    roles = {role.split(".")[0] for role, _ in DEFAULT_THEME.colours()}
    assert roles == set(ROLES)
    assert all(role.use.fr and role.use.en and role.french for role in ROLES.values())
