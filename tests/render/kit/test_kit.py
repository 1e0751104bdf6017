"""The workshop kit: every sheet good, of true size, in both languages, for any chain."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from scene_lint import lint
from sized_chains import LABELS, Sizes, sized_chain
from strategies import chains

import valuegraph as vg
from valuegraph.render.fontface import CARLITO
from valuegraph.render.kit.canvas import canvas, note_size
from valuegraph.render.kit.cards import BLANKS, KINDS, cards
from valuegraph.render.kit.howto import how_to
from valuegraph.render.kit.paper import CAP_HEIGHT, CAP_PER_METRE, size_for
from valuegraph.render.kit.tiles import BORDER, OVERLAP, tiles, tiling
from valuegraph.render.moving import moved
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Group, Scene, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import DEFAULT_THEME

LARGE = ("A0", "A1")


def options(language: str = "fr", page: str = "A0") -> ViewOptions:
    """Return the options of a kit in the usual theme."""
    return ViewOptions(PAGES[page], language, DEFAULT_THEME)


def defects(scenes: tuple[Scene, ...]) -> list[str]:
    """Return what the independent judge says of every sheet."""
    return [told for scene in scenes for told in lint(scene)]


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_the_blank_kit_is_made_of_good_sheets(language: str) -> None:
    """Without a chain, nothing overflows in any language, and there is no poster."""
    made = vg.kit(language=language)
    whole = [picture for _, picture in made.documents if len(picture.scenes) != 9]
    assert defects(tuple(scene for picture in whole for scene in picture.scenes)) == []
    assert len(made.documents) == 6


@pytest.mark.parametrize("kind", LABELS)
@pytest.mark.parametrize("page", LARGE)
def test_labels_of_every_kind_overflow_no_canvas_and_no_card(kind: str, page: str) -> None:
    """Names of 400 characters and of any script fit the canvas and the cards."""
    chain = sized_chain(Sizes(3, 3, 3, 3, 3, 6), kind)
    assert defects((canvas(chain, PAGES[page], options()), *cards(chain, options()))) == []


@settings(max_examples=30)
@given(chain=chains())
def test_any_chain_has_a_kit(chain: vg.ValueChain) -> None:
    """Each part has one card of its own number, in order; no sheet has a defect."""
    sheets = cards(chain, options())
    assert defects((canvas(chain, PAGES["A0"], options()), *sheets)) == []
    drawn = [group for scene in sheets for group in scene.groups() if group.role in KINDS]
    wanted = [part.id for kind in KINDS for part in chain.parts(kind)]
    assert [group.ref for group in drawn if group.ref] == wanted
    assert [group.title.partition(".")[0] for group in drawn if group.ref] == [
        str(number) for number in range(1, len(wanted) + 1)
    ]
    assert len(drawn) - len(wanted) == BLANKS


@pytest.mark.parametrize(("page", "note"), [("A0", 76), ("A1", 51)])
def test_the_places_of_the_notes_are_as_large_as_notes_are(page: str, note: int) -> None:
    """On paper, each dashed square takes the sticky note that the canvas names."""
    scene = canvas(vg.ValueChain(""), PAGES[page], options(page=page))
    unit = PAGES[page].width_mm / PAGES[page].width
    squares = [
        shape for shape in scene.walk()
        if isinstance(shape, Shape) and shape.decorative and shape.paint.dash and shape.w == shape.h
    ]  # fmt: skip
    assert len(squares) > 60
    assert note_size(PAGES[page]) == note
    assert all(note <= shape.w * unit < note + 4 for shape in squares)


@pytest.mark.parametrize(("large", "tile", "trim"), [("A0", "A3", 6.0), ("A1", "A4", 12.0)])
def test_nine_tiles_show_the_whole_canvas(large: str, tile: str, trim: float) -> None:
    """Glued together, the tiles leave out nothing but a strip of the white edge."""
    plan = tiling(PAGES[large], PAGES[tile], trim=trim)
    assert (plan.columns, plan.rows) == (3, 3)
    assert plan.left <= trim
    assert plan.top <= trim
    assert plan.width == PAGES[tile].width_mm - 2 * BORDER
    reach = plan.columns * (plan.width - OVERLAP) + OVERLAP
    assert plan.left + reach >= PAGES[large].width_mm - trim
    scene = canvas(vg.ValueChain(""), PAGES[large], options(page=large))
    unit = PAGES[large].width / PAGES[large].width_mm
    used = [node for node in scene.walk() if isinstance(node, Shape | Text)]
    assert min(node.x for node in used) > trim * unit
    assert max(node.y + node.h for node in used) < scene.height - trim * unit


def test_a_tile_has_true_size_and_its_place_in_words() -> None:
    """A tile is a page of its paper in the canvas's own scale, and says row and column."""
    scene = canvas(vg.ValueChain(""), PAGES["A0"], options())
    cut = tiles(scene, PAGES["A3"], options(), trim=6)
    assert len(cut) == 9
    for tile in cut:
        assert (tile.page.width_mm, tile.page.height_mm) == (420, 297)
        assert math.isclose(
            tile.page.width / tile.page.width_mm, scene.page.width / scene.page.width_mm
        )
    assert "rangée 2, colonne 3" in cut[5].title


def test_moving_a_scene_there_and_back_changes_nothing() -> None:
    """Every kind of node is moved, paths in their own units included."""
    for view in ("extended", "matrix", "porter"):
        nodes = vg.draw(vg.example("conserverie"), view=view).scenes[0].children
        there = moved(nodes, 100, 50)
        assert there != nodes
        again = Scene("", "", moved(there, -100, -50)).to_dict()["children"]
        assert _without_paths(again) == _without_paths(Scene("", "", nodes).to_dict()["children"])


def _without_paths(value: object) -> object:
    """Leave out the text of paths, whose numbers may be written otherwise."""
    if isinstance(value, dict):
        return {key: _without_paths(item) for key, item in value.items() if key != "d"}
    return [_without_paths(item) for item in value] if isinstance(value, list) else value


def test_letters_are_as_high_as_the_reading_distance_asks() -> None:
    """The share of a capital in the font's size is that of the font we ship."""
    from fontTools.ttLib import TTFont

    with TTFont(CARLITO.regular) as font:
        share = font["OS/2"].sCapHeight / font["head"].unitsPerEm
    assert math.isclose(share, CAP_HEIGHT, abs_tol=0.005)
    assert math.isclose(size_for(5) * CAP_HEIGHT, 5 * CAP_PER_METRE)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_for_the_facilitator_fits_one_sheet(language: str) -> None:
    """Every line of it is on the page, none shortened."""
    scene = how_to(options(language))
    assert defects((scene,)) == []
    assert scene.shortened() == ()
    assert [group.role for group in scene.groups()].count("section") == 4


def test_a_kit_is_written_into_a_new_folder(tmp_path: Path) -> None:
    """Files stand in the order of use, named in the language of the sheets."""
    made = vg.kit(vg.example("porter"), tmp_path / "a" / "b", language="en", format="svg")
    names = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    assert names == sorted(Path(file).name for file in made.files)
    assert names[0] == "1-how-to.svg"
    assert "7-poster-A0.svg" in names


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    """Nothing is written over a file."""
    (tmp_path / "kit").write_text("mine", encoding="utf-8")
    with pytest.raises(vg.FileAccessError):
        vg.kit(None, tmp_path / "kit", format="svg")
    assert (tmp_path / "kit").read_text(encoding="utf-8") == "mine"


def test_the_same_chain_gives_the_same_kit() -> None:
    """Nothing in it is dated or random."""
    one, other = (vg.kit(vg.example("conserverie")) for _ in range(2))
    assert [picture.to_bytes("svg") for _, picture in one.documents] == [
        picture.to_bytes("svg") for _, picture in other.documents
    ]


def test_parts_are_grouped_by_kind_in_the_order_of_a_workshop() -> None:
    """Stakeholders come first, then resources, support, activities, cells and impacts."""
    scenes = cards(vg.example("conserverie"), options())
    roles = [g.role for s in scenes[:-1] for g in s.groups() if isinstance(g, Group) and g.ref]
    assert roles == sorted(roles, key=KINDS.index)
