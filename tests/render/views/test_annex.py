"""The annex: numbers in the drawing, whole texts at the end."""

from __future__ import annotations

from scene_lint import lint

from valuegraph.model.chain import ValueChain
from valuegraph.render.fit import shorten
from valuegraph.render.page import A4
from valuegraph.render.scene import Group, Scene
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.blocks.annex import with_annex

OPTIONS = ViewOptions(A4, "fr", DEFAULT_THEME)
LONG = "Mise à disposition des surplus et des invendables par les maraîchers locaux du territoire"


def _chain() -> ValueChain:
    chain = ValueChain("Conserverie")
    chain.add_activity("Collecte", id="collect", receives={"gift": LONG})
    return chain


def _scene(*groups: Group) -> Scene:
    return Scene("titre", "description", groups)


def _cut(ref: str, full: str = LONG, y: float = 100) -> Group:
    return Group(f"g-{ref}-{y}", (shorten(full, 100, y, 180, 16, h=40),), ref=ref)


def _with_annex(*scenes: Scene) -> Sheets:
    return with_annex(scenes, _chain(), OPTIONS)


def test_whole_texts_need_no_annex() -> None:
    """A drawing without a shortened text comes back as it is."""
    scene = _scene(Group("g", (shorten("Court", 0, 0, 200, 16, h=40),)))
    assert _with_annex(scene) == Sheets((scene,))


def test_a_shortened_text_gets_the_number_of_its_whole() -> None:
    """The number stands after the three dots and beside the whole text in the annex."""
    sheets = _with_annex(_scene(_cut("collect.receives.gift")))
    main, annex = sheets.scenes
    (text,) = main.texts()
    assert text.lines[-1][-1].text.endswith("…¹")
    assert text.full == LONG
    told = [each.plain for each in annex.texts()]
    assert "1" in told
    assert LONG in told
    assert "Collecte · Circuit du don" in told
    assert [defect for scene in sheets.scenes for defect in lint(scene)] == []


def test_every_shortened_text_is_a_problem() -> None:
    """The problem names the part and what is left of its text."""
    (problem,) = _with_annex(_scene(_cut("collect.receives.gift"))).problems
    assert (problem.code, problem.where.id) == ("VG401", "collect.receives.gift")


def test_the_same_text_on_two_sheets_has_one_number() -> None:
    """A part repeated on each sheet is told once in the annex."""
    sheets = _with_annex(_scene(_cut("collect")), _scene(_cut("collect"), _cut("chain", y=300)))
    numbers = [text.lines[-1][-1].text[-1] for s in sheets.scenes[:2] for text in s.texts()]
    assert numbers == ["¹", "¹", "²"]
    assert len(sheets.problems) == 2


def test_a_text_longer_than_a_page_goes_on_over_the_break() -> None:
    """A text of a hundred thousand signs is whole, over as many sheets as it takes."""
    endless = " ".join(f"mot{number}" for number in range(12_000))
    sheets = _with_annex(_scene(_cut("collect", endless)))
    assert len(sheets.scenes) > 3
    told = " ".join(text.plain for scene in sheets.scenes[1:] for text in scene.texts())
    assert all(f"mot{number}" in told for number in range(0, 12_000, 997))
    assert [defect for scene in sheets.scenes for defect in lint(scene)] == []
