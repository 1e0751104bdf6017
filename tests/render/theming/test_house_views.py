"""Every view in the look of any house: nothing overflows or is too pale, the logo is there."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from drawn_sheets import defects, of_one_status
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sized_chains import Sizes, sized_chain
from theme_strategies import valid_themes

import valuegraph as vg
from valuegraph.render.draw import VIEWS
from valuegraph.render.fontface import Font
from valuegraph.render.formats import FORMATS
from valuegraph.render.scene import Group, Shape
from valuegraph.render.sheets import Sheets
from valuegraph.render.theme import Theme
from valuegraph.render.theming.fontfiles import read_font
from valuegraph.render.theming.reading import read_theme

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
STATUSES = ("observed", "hypothesis", "planned", "disputed", "refuted")
SHOWS_BOTH = ("extended", "matrix", "flow", "cycle", "network")
"""Views that draw an icon for a resource and for an impact."""
languages = st.sampled_from(("fr", "en"))
HOUSE = read_theme("blue-orange")
CHAINS = [
    vg.example("conserverie"),
    sized_chain(Sizes(3, 4, 3, 3, 3, 6), "phrase"),
    *(of_one_status(status, "Vitalité de la communauté") for status in STATUSES),
]


@cache
def wide_font() -> Font:
    """Return a font that is wider than ours, read once."""
    return read_font(DEJAVU / "DejaVuSans.ttf", DEJAVU / "DejaVuSans-Bold.ttf")


def logos_of(picture: vg.Picture) -> list[Group]:
    """Return the logo of each sheet that has one."""
    return [group for scene in picture.scenes for group in scene.groups() if group.role == "logo"]


@pytest.mark.parametrize("view", VIEWS)
@settings(max_examples=15)
@given(st.data())
def test_any_house_is_drawn_well(view: str, data: st.DataObject) -> None:
    """A theme that passes its judgement leaves every view without a defect, on every page."""
    theme = data.draw(valid_themes())
    assert theme.validate().failures == ()
    chain = data.draw(st.sampled_from(CHAINS))
    page = data.draw(st.sampled_from(("A4", "A4-portrait", "slide", "A0")))
    picture = vg.draw(chain, view=view, page=page, theme=theme, language=data.draw(languages))
    assert defects(Sheets(picture.scenes)) == []
    assert len(logos_of(picture)) == (len(picture.scenes) if theme.logo else 0)


@pytest.mark.parametrize("view", VIEWS)
@settings(max_examples=6)
@given(valid_themes(), st.sampled_from(("highlight", "only")), st.booleans())
def test_any_house_with_a_focus_is_drawn_well(
    view: str, theme: Theme, focus: str, grey: bool
) -> None:
    """What is calmed stays readable in the colours of any house."""
    chain = vg.example("conserverie")
    picture = vg.draw(chain, view=view, theme=theme, **{focus: "alimentaires"})  # type: ignore[arg-type]
    assert defects(Sheets(picture.scenes)) == []


@pytest.mark.skipif(not DEJAVU.exists(), reason="DejaVu is not installed here")
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", ["short", "phrase", "French of 400"])
def test_a_wide_font_leaves_no_defect(view: str, kind: str) -> None:
    """With a font a sixth wider than ours, and labels three times longer, all still fits."""
    chain = sized_chain(Sizes(4, 3, 4, 3, 4, 8), kind)
    picture = vg.draw(chain, view=view, theme=Theme(font=wide_font(), logo=HOUSE.logo))
    assert defects(Sheets(picture.scenes)) == []


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
def test_the_logo_stands_on_its_side(side: str, page: str) -> None:
    """The logo is within the margins, on the side asked for, and has its name."""
    theme = Theme(logo=HOUSE.logo, logo_side=side)  # type: ignore[arg-type]
    picture = vg.draw(vg.example("conserverie"), theme=theme, page=page)
    (logo,) = logos_of(picture)
    shapes = [node for node in logo.children if isinstance(node, Shape)]
    middle = shapes[0].x + shapes[0].w / 2
    assert (middle < picture.scenes[0].width / 2) == (side == "left")
    assert logo.title == "Logo de la Fabrique"
    assert [shape.paint.fill for shape in shapes] == ["#14294B", "#F08A24", ""]


def test_the_lines_of_the_house_are_told_in_both_languages() -> None:
    """The organisation stands above the title, the source line after the chain's own."""
    chain = vg.example("conserverie")
    for language, line, source in (
        ("fr", "La Fabrique, coopérative", "— Dessiné par la Fabrique"),
        ("en", "La Fabrique, a community", "— Drawn by La Fabrique"),
    ):
        (scene,) = vg.draw(chain, theme="blue-orange", language=language).scenes
        told = [text.plain.replace("\u00a0", " ") for text in scene.texts()]
        assert any(each.startswith(line) for each in told)
        assert any(each.endswith(source) for each in told)


def test_every_format_with_sheets_carries_the_logo(program, tmp_path: Path) -> None:
    """The orange of the logo is in each file: seen in pictures, written in the others."""
    chain = vg.example("conserverie")
    picture = vg.draw(chain, theme="blue-orange")
    for name in ("svg", "html", "drawio"):
        content = picture.to_bytes(name)[0].decode()
        assert content.upper().count("#F08A24") >= 1, name
    with ZipFile(BytesIO(picture.to_bytes("pptx")[0])) as slides:
        assert b'val="F08A24"' in slides.read("ppt/slides/slide1.xml")
    carry = {name for name, one in FORMATS.items() if "look" in one.carries}
    assert carry == {"svg", "png", "pdf", "html", "drawio", "pptx"}
    pdf = tmp_path / "maison.pdf"
    picture.save(pdf)
    program_path = program("pdftoppm")
    png = subprocess.run(
        [program_path, "-png", "-r", "60", pdf], capture_output=True, check=True
    ).stdout
    for content in (png, picture.to_bytes("png", dpi=60)[0]):
        assert _has_colour(content, (0xF0, 0x8A, 0x24))


def _has_colour(png: bytes, colour: tuple[int, int, int]) -> bool:
    """Tell whether a pixel of the upper left corner has this colour, nearly."""
    image = Image.open(BytesIO(png)).convert("RGB").crop((0, 0, 120, 80))
    return any(
        max(abs(mine - yours) for mine, yours in zip(pixel, colour, strict=True)) < 6
        for _, pixel in image.getcolors(10_000)
    )


def test_the_same_theme_gives_the_same_bytes(tmp_path: Path) -> None:
    """The same file in another folder gives the same files, and no path of the machine in them."""
    chain = vg.example("conserverie")
    made = []
    for folder in ("ici", "ailleurs"):
        path = tmp_path / folder / "maison.yaml"
        path.parent.mkdir()
        path.write_text(vg.theme_text("blue-orange"), encoding="utf-8")
        picture = vg.draw(chain, theme=path)
        made.append([picture.to_bytes(name) for name in ("svg", "png", "pdf", "html", "drawio")])
    assert made[0] == made[1]
    assert not any(str(tmp_path).encode() in content for files in made[0] for content in files)


def test_the_page_of_the_theme_stands_in_for_none() -> None:
    """The page of the theme is drawn where none is asked for, and gives way to one that is."""
    chain, theme = vg.example("conserverie"), Theme(page="A3-portrait")
    assert vg.draw(chain, theme=theme).scenes[0].page.name == "A3-portrait"
    assert vg.draw(chain, theme=theme, page="A4").scenes[0].page.name == "A4"
    assert vg.draw(chain).scenes[0].page.name == "A4"


def test_a_new_word_has_its_icon_in_every_view() -> None:
    """A type that we do not know is drawn with the house's icon wherever its part has one."""
    chain = vg.ValueChain("Chaîne")
    chain.add_resource("Serveurs", id="serveurs", type="numérique")
    chain.add_activity("Héberger", id="heberger", uses=["serveurs"])
    chain.add_impact("Autonomie", id="autonomie", dimension="Liberté", of=["heberger"])
    theme = Theme(icons={"resource": {"numérique": "M2 2H22"}, "impact": {"liberte": "M3 3H21"}})
    pictures = [vg.draw(chain, view=view, theme=theme) for view in VIEWS if view in SHOWS_BOTH]
    cards = dict(vg.kit(chain, theme=theme).documents)
    pictures += [drawn for name, drawn in cards.items() if "cartes" in name]
    for picture in pictures:
        drawn = {node.d for scene in picture.scenes for node in scene.walk()
                 if isinstance(node, Shape)}  # fmt: skip
        assert {"M2 2 H22", "M3 3 H21"} <= drawn


def test_grey_changes_colours_and_nothing_else() -> None:
    """In grey every colour has three equal channels, and everything stands where it stood."""
    chain = vg.example("conserverie")
    coloured, grey = (vg.draw(chain, theme="blue-orange", grey=each) for each in (False, True))
    content = grey.svg
    written = set(re.findall(r"#[0-9A-Fa-f]{6}\b", content))
    assert len(written) > 5
    assert all(each[1:3] == each[3:5] == each[5:7] for each in written)
    bare = [re.sub(r"#[0-9A-Fa-f]{6}\b", "#", each) for each in (coloured.svg, content)]
    assert bare[0] == bare[1]
    assert defects(Sheets(grey.scenes)) == []


@pytest.mark.parametrize("name", vg.theme_names())
def test_the_kit_takes_the_look_of_the_house(name: str) -> None:
    """Every sheet of a workshop is drawn without a defect in the packaged themes."""
    kit = vg.kit(vg.example("conserverie"), theme=name)
    whole = [drawn for _, drawn in kit.documents if len(drawn.scenes) != 9]  # nine are tiles
    assert len(whole) == len(kit.documents) - 2
    for picture in whole:
        assert defects(Sheets(picture.scenes)) == []
    assert kit.problems.errors.codes() == ()
