"""Fonts of a house: good files serve every writer, all others are refused with a reason."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.ttCollection import TTCollection
from hypothesis import given
from hypothesis import strategies as st
from scene_lint import shaped_width

import valuegraph as vg
from valuegraph.render.fontface import CARLITO, Font, face
from valuegraph.render.glyphs import drawable
from valuegraph.render.scene import Run, Scene
from valuegraph.render.theme import Theme
from valuegraph.render.theming.fontfiles import MAX_FONT_BYTES, read_font

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


@cache
def system_font(name: str) -> Font:
    """Return a font of the system, read once."""
    return read_font(DEJAVU / f"{name}.ttf")


def changed(tmp_path: Path, change: object, source: Path = CARLITO.regular) -> Path:
    """Return the file of a font after a change."""
    font = TTFont(source)
    change(font)  # type: ignore[operator]
    path = tmp_path / "Changed.ttf"
    font.save(path)
    return path


def family(font: TTFont, name: str) -> None:
    """Give a font another family name."""
    for number in (16, 17):
        font["name"].removeNames(nameID=number)
    font["name"].removeNames(nameID=1)
    font["name"].setName(name, 1, 3, 1, 0x409)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Font:
    """Return a font of another name, made of Carlito's faces."""
    path = changed(tmp_path_factory.mktemp("house"), lambda font: family(font, "Maison Sans Light"))
    return read_font(path, CARLITO.bold, CARLITO.italic)


def test_a_font_keeps_its_family_without_its_style(house: Font) -> None:
    """What renderers take for a style is no part of the family's name."""
    assert house.family == "Maison Sans"
    assert face(house).advances == face(CARLITO).advances
    assert face(house, bold=True).advances == face(CARLITO, bold=True).advances


def test_every_face_says_its_weight_and_the_family(house: Font) -> None:
    """A renderer that looks for bold finds the file given for bold, whatever it was called."""
    for path, weight in ((house.regular, 400), (house.bold, 700), (house.italic, 400)):
        font = TTFont(path)
        assert font["name"].getBestFamilyName() == "Maison Sans"
        assert font["OS/2"].usWeightClass == weight
    assert TTFont(house.italic)["head"].macStyle == 2


def test_what_is_drawn_does_not_need_the_files_any_more(tmp_path: Path) -> None:
    """The files may go away once the font was read, and the same files give the same font."""
    path = changed(tmp_path, lambda font: family(font, "Maison"))
    font = read_font(path)
    assert read_font(path) == font
    path.unlink()
    picture = vg.draw(vg.ValueChain("Maison"), theme=Theme(font=font))
    assert b"font-family=\"'Maison'" in picture.to_bytes("svg")[0]
    assert str(font.regular.parent).encode() not in picture.to_bytes("svg")[0]


def test_the_house_font_is_in_the_pdf(program, house: Font, tmp_path: Path) -> None:
    """A program that nobody here wrote finds the house's faces in the PDF, and no other."""
    pdffonts = program("pdffonts")
    path = tmp_path / "maison.pdf"
    vg.draw(vg.example("conserverie"), path, theme=Theme(font=house))
    told = subprocess.run([pdffonts, path], capture_output=True, text=True, check=True).stdout
    names = {line.split()[0].split("+")[-1] for line in told.splitlines()[2:]}
    assert names == {"MaisonSans-Regular", "MaisonSans-Bold"}


def test_the_png_is_drawn_with_the_house_font(house: Font) -> None:
    """The letters of a renamed Carlito are the very letters of Carlito, so they were found."""
    chain = vg.example("conserverie")
    ours = vg.draw(chain).to_bytes("png", dpi=60)
    theirs = vg.draw(chain, theme=Theme(font=house)).to_bytes("png", dpi=60)
    assert theirs == ours


@pytest.mark.skipif(not DEJAVU.exists(), reason="DejaVu is not installed here")
def test_a_system_font_is_measured_and_drawn() -> None:
    """A wider font makes wider texts, in all three faces."""
    font = read_font(DEJAVU / "DejaVuSans.ttf", DEJAVU / "DejaVuSans-Bold.ttf")
    assert font.family == "DejaVu Sans"
    assert face(font).width("Conserverie") > face(CARLITO).width("Conserverie") * 1.1
    assert face(font, italic=True).advances == face(font).advances


def collection(tmp_path: Path) -> Path:
    """Return a collection of two fonts in one file."""
    made = TTCollection()
    made.fonts = [TTFont(CARLITO.regular), TTFont(CARLITO.bold)]
    made.save(tmp_path / "Two.ttc")
    return tmp_path / "Two.ttc"


def web_font(tmp_path: Path) -> Path:
    """Return a font in the form of the web."""
    font = TTFont(CARLITO.regular)
    font.flavor = "woff"
    font.save(tmp_path / "Web.woff")
    return tmp_path / "Web.woff"


def cut_short(tmp_path: Path) -> Path:
    """Return the first half of a font."""
    path = tmp_path / "Half.ttf"
    content = CARLITO.regular.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def huge(tmp_path: Path) -> Path:
    """Return a file too large for a font."""
    path = tmp_path / "Huge.ttf"
    path.write_bytes(b"\0\1\0\0" + bytes(MAX_FONT_BYTES))
    return path


def text_file(tmp_path: Path) -> Path:
    """Return a file that only has the ending of a font."""
    path = tmp_path / "Text.ttf"
    path.write_text("<script>alert(1)</script>")
    return path


def without_accents(tmp_path: Path) -> Path:
    """Return a font that cannot write French."""

    def drop(font: TTFont) -> None:
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if code < 128}

    return changed(tmp_path, drop)


def hostile_name(tmp_path: Path) -> Path:
    """Return a font whose family would close a style sheet."""
    return changed(tmp_path, lambda font: family(font, "a';}</style><script>alert(1)</script>"))


def without_table(tmp_path: Path) -> Path:
    """Return a font without its widths."""
    return changed(tmp_path, lambda font: font.__delitem__("name"))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (collection, "collection"),
        (web_font, "WOFF"),
        (cut_short, "damaged"),
        (huge, "larger than 10 MB"),
        (text_file, "no TTF or OTF"),
        (without_accents, "lacks"),
        (hostile_name, "no simple name"),
        (without_table, "not complete"),
    ],
)
def test_what_no_writer_could_use_is_refused(make, reason: str, tmp_path: Path) -> None:
    """Each such file is refused before anything is drawn, with its reason and its name."""
    path = make(tmp_path)
    with pytest.raises(vg.FileFormatError) as refused:
        read_font(path)
    (problem,) = refused.value.problems
    assert problem.code == "VG483"
    assert reason in problem.message("en")
    assert path.name in problem.message("fr")
    assert str(tmp_path) not in problem.to_text("fr")


def test_a_missing_file_is_told() -> None:
    """All files that are missing are told at once."""
    with pytest.raises(vg.FileAccessError) as refused:
        read_font("nowhere.ttf", "nor-here.ttf")
    assert refused.value.problems.codes() == ("VG101", "VG101")


def test_a_licence_that_forbids_embedding_is_said(tmp_path: Path) -> None:
    """A font that must not be embedded is read, and a theme file that names it says so."""
    changed(tmp_path, lambda font: setattr(font["OS/2"], "fsType", 2))
    (tmp_path / "maison.yaml").write_text("theme: 1\nfont: Changed.ttf\n")
    picture = vg.draw(vg.ValueChain("Maison"), theme=tmp_path / "maison.yaml")
    assert picture.problems.codes() == ("VG484",)


def test_an_old_font_gets_its_heights_measured(tmp_path: Path) -> None:
    """A font that does not tell the height of its capitals has them measured."""

    def forget(font: TTFont) -> None:
        font["OS/2"].sCapHeight = font["OS/2"].sxHeight = 0
        family(font, "Ancienne")

    font = read_font(changed(tmp_path, forget))
    assert face(font).cap_height == pytest.approx(face(CARLITO).cap_height, abs=0.02)


def test_reading_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    """The house's own files are only read."""
    path = changed(tmp_path, lambda font: family(font, "Maison"))
    before = BytesIO(path.read_bytes()).getvalue()
    read_font(path)
    assert path.read_bytes() == before


@pytest.mark.skipif(not DEJAVU.exists(), reason="DejaVu is not installed here")
@pytest.mark.parametrize("name", ["DejaVuSans", "DejaVuSerif", "DejaVuSansMono"])
@given(text=st.text(st.sampled_from("AVATRéToYWLP.fi,ffl’«»Œàç -ŸÀT"), min_size=1, max_size=40))
def test_the_width_of_any_font_is_an_upper_bound(name: str, text: str) -> None:
    """However a font tells its kerning, what HarfBuzz shapes is no wider than we say."""
    font = system_font(name)
    drawn = drawable(text, face(font))
    scene = Scene("", "", (), font=font)
    assert shaped_width((Run(drawn),), 20, 0, scene) <= face(font).width(drawn) * 20 + 0.1


@pytest.mark.parametrize("form", ["list", "old table"])
def test_kerning_that_pushes_apart_is_counted(form: str, tmp_path: Path) -> None:
    """Pairs that a font lists, in the new table or in the old one, make texts wider."""

    def kern(font: TTFont) -> None:
        family(font, "Écartée")
        del font["GPOS"]
        if form == "list":
            addOpenTypeFeaturesFromString(font, "feature kern { pos A V 400; pos T o -90; } kern;")
            return
        table = KernTable_format_0()
        table.kernTable = {("A", "V"): 400, ("T", "o"): -90}
        table.coverage, table.version, table.apple, table.tupleIndex = 1, 0, False, None
        font["kern"] = newTable("kern")
        font["kern"].version, font["kern"].kernTables = 0, [table]

    font = read_font(changed(tmp_path, kern))
    apart = face(font).width("A") + face(font).width("V")
    assert face(font).width("AV") == pytest.approx(apart + 400 / 2048)
    assert face(font).kerning("T", "o") == pytest.approx(-90 / 2048)
    scene = Scene("", "", (), font=font)
    assert shaped_width((Run("AVAV"),), 20, 0, scene) <= face(font).width("AVAV") * 20 + 0.1
    assert shaped_width((Run("AV"),), 20, 0, scene) > apart * 20
