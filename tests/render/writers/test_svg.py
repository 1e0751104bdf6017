"""The SVG writer: stands alone, is accessible, well formed and always the same."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from text_strategies import any_text

from valuegraph.render.fit import joined, shorten, text_block
from valuegraph.render.icons import icon
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector, Group, Paint, Scene, Shape
from valuegraph.render.writers.svg import svg

SVG = "{http://www.w3.org/2000/svg}"
MODES = pytest.mark.parametrize("mode", ["live", "paths"])


def sampler() -> Scene:
    """Return a scene with one of everything."""
    title = joined(
        text_block("Té & « Va »", 40, 40, 300, 20, bold=True), text_block("fi 中", 0, 0, 300, 15)
    )
    centred = text_block(
        "Transformation des produits", 100, 200, 120, 16, align="center", italic=True
    )
    strip = text_block("Soutien", 0, 500, 200, 14, h=40, rotate=-90, caps=True, tracking=1.6)
    return Scene(
        "Titre <&>",
        "Description",
        (
            title,
            Group(
                "collecte",
                (
                    Shape("chevron", 100, 150, 200, 60, Paint("#1F3A5F"), depth=16, radius=4),
                    icon("apple", 110, 160, 30, "#FFFFFF"),
                    centred,
                ),
                ref="collecte de l'été",
                role="primary_activity",
                title="Collecte",
                description="Trois modalités",
                data=(("circuit", "gift"),),
            ),
            Shape("rect", 400, 150, 200, 60, Paint("#FFFFFF", "#000000", 1.4, (5, 4)), id="cell"),
            Shape("home_plate", 400, 250, 200, 60, Paint("#FFFFFF", opacity=0.5), depth=16),
            Shape("ellipse", 700, 150, 60, 60, Paint("#1B806A"), title="une pastille"),
            Shape.polygon(((10, 800), (60, 800), (10, 850)), Paint("#8A2F66"), radius=7),
            Shape.line(((100, 700), (300, 700)), Paint(stroke="#CBD3DC", width=1)),
            strip,
            Connector(
                "collecte",
                "cell",
                ((300, 180), (350, 180), (350, 170), (400, 170)),
                Paint(stroke="#C98A00", width=2),
                route="elbow",
                radius=6,
                id="lien",
                ref="l1",
                title="mène à",
            ),
        ),
    )


def _parse(document: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(document)  # noqa: S314 - we wrote it ourselves


def _one_text(words: str) -> Scene:
    text = text_block(words, 10, 10, 300, 16)
    return Scene(words, words, (Group("g", (text,), title=words, ref=words),))


def digests() -> list[str]:
    """Return what stands for the bytes of the sampler in each mode."""
    return [hashlib.sha256(svg(sampler(), text=mode)).hexdigest() for mode in ("live", "paths")]


@MODES
def test_same_scene_same_bytes(mode) -> None:
    """A scene is written twice with the same bytes."""
    assert svg(sampler(), text=mode) == svg(sampler(), text=mode)


def test_same_bytes_in_another_process() -> None:
    """The bytes depend neither on the hash seed nor on the folder."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; from test_svg import digests; print(*digests())"
    )
    here = Path(__file__).parent
    folders = [str(here), str(here.parents[1]), *filter(None, sys.path)]
    told = {
        subprocess.run(
            [sys.executable, "-c", code, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=folder,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed, folder in (("1", here), ("77", here.parent))
    }
    assert told == {" ".join(digests())}


@MODES
@settings(max_examples=30)
@given(words=any_text)
def test_any_text_gives_a_well_formed_file(mode, words: str) -> None:
    """Whatever people write, the file is XML that says what they wrote."""
    root = _parse(svg(_one_text(words), text=mode))
    title = root.find(f"{SVG}title").text or ""
    forbidden = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    expected = forbidden.sub("", re.sub("[\ud800-\udfff]", "\ufffd", words))
    # XML readers turn every line end into one sign.
    assert title == re.sub("\r\n?", "\n", expected)


@MODES
def test_file_stands_alone(mode) -> None:
    """Nothing is fetched from outside and nothing runs."""
    document = svg(sampler(), text=mode).decode()
    addresses = set(re.findall(r"(?:href=\"|url\()([^\")]{1,24})", document))
    assert all(address.startswith(("#", "data:font/ttf;base64,")) for address in addresses)
    assert set(re.findall(r"https?://[^\"]+", document)) == {"http://www.w3.org/2000/svg"}
    assert "<script" not in document


@MODES
def test_picture_says_what_it_shows(mode) -> None:
    """The picture has a role, a language, a title and a description that it points to."""
    root = _parse(svg(sampler(), text=mode))
    assert (root.get("role"), root.get("lang")) == ("img", "fr")
    by_id = {element.get("id"): element for element in root.iter()}
    assert by_id[root.get("aria-labelledby")].text == "Titre <&>"
    assert by_id[root.get("aria-describedby")].text == "Description"


def test_group_tells_its_part() -> None:
    """A group has its part's id, its role, its title and its data."""
    group = _parse(svg(sampler())).find(f".//{SVG}g[@id='collecte']")
    assert group.get("data-ref") == "collecte de l'été"
    assert group.get("class") == "vg-primary-activity"
    assert group.get("data-circuit") == "gift"
    assert group[0].text == "Collecte"
    assert group[1].text == "Trois modalités"


def test_connector_tells_its_ends() -> None:
    """A connector names the two things it joins and what it shows."""
    wire = _parse(svg(sampler())).find(f".//{SVG}g[@id='lien']")
    assert (wire.get("data-start"), wire.get("data-end")) == ("collecte", "cell")
    assert wire.get("data-ref") == "l1"
    assert wire.find(f"{SVG}title").text == "mène à"


@MODES
def test_ids_are_safe_and_unique(mode) -> None:
    """Whatever ids the parts have, those in the file are plain and unique."""
    names = ["été", "ete", "a b", "a-b", "a/b", "1", "vg-title", "vg-glyph", "<x>", "é"]
    scene = Scene("t", "d", tuple(Group(name) for name in names))
    ids = [e.get("id") for e in _parse(svg(scene, text=mode)).iter() if e.get("id")]
    assert len(set(ids)) == len(ids) >= len(names) + 2
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name, re.ASCII) for name in ids)


@MODES
def test_two_pictures_can_share_a_page(mode) -> None:
    """With different prefixes two pictures have no id in common, and every reference holds."""
    first, second = (_parse(svg(sampler(), text=mode, prefix=prefix)) for prefix in ("a-", "b-"))
    ids = [{e.get("id") for e in root.iter() if e.get("id")} for root in (first, second)]
    assert not ids[0] & ids[1]
    for root, known in zip((first, second), ids, strict=True):
        used = {e.get("href")[1:] for e in root.iter() if e.get("href")}
        used |= {root.get("aria-labelledby"), root.get("aria-describedby")}
        used |= {e.get("data-start") for e in root.iter() if e.get("data-start")}
        assert used <= known


def test_embedded_fonts_are_exact_subsets() -> None:
    """Each face is embedded under its real name with the characters drawn, and is a font."""
    style = _parse(svg(sampler())).find(f".//{SVG}style").text
    faces = re.findall(
        r"font-family:'Carlito';font-weight:(\d+);font-style:(\w+);src:url\(data:font/ttf;base64,"
        r"([^)]+)\) format\('truetype'\)",
        style,
    )
    assert [face[:2] for face in faces] == [("400", "normal"), ("400", "italic"), ("700", "normal")]
    covered = [set(TTFont(BytesIO(b64decode(face[2]))).getBestCmap()) for face in faces]
    assert {chr(code) for code in covered[0]} == set(" fi□SOUTIEN")
    assert {chr(code) for code in covered[2]} == set(" Té&«»Va")


def test_lines_not_anchored_left_end_without_a_space() -> None:
    """A centred line is an element of its own without a space at its end (it would shift)."""
    root = _parse(svg(sampler()))
    centred = [e for e in root.iter(f"{SVG}text") if e.get("text-anchor") == "middle"]
    assert [element.text for element in centred] == ["Transformation", "des produits"]


def test_words_of_two_lines_do_not_run_together() -> None:
    """The text of the whole file, tags taken away, keeps its words apart."""
    scene = Scene(
        "", "", (text_block("un deux\ntrois", 0, 0, 300, 16), text_block("quatre", 0, 90, 90, 16))
    )
    words = "".join(_parse(svg(scene)).itertext()).split("format('truetype')}")[-1].split()
    assert words == ["un", "deux", "trois", "quatre"]


def test_runs_keep_their_own_look() -> None:
    """In a text of two sizes each run has its own size and weight."""
    spans = next(_parse(svg(sampler())).iter(f"{SVG}text")).iter(f"{SVG}tspan")
    sizes = [span.get("font-size") for span in spans if span.get("font-size")]
    assert sizes == ["15"]


def test_paths_have_no_text_element() -> None:
    """As outlines, a picture has no text element and no font, and says what it reads."""
    document = svg(sampler(), text="paths")
    root = _parse(document)
    assert not list(root.iter(f"{SVG}text"))
    assert b"font-face" not in document
    labels = [e.get("aria-label") for e in root.iter() if e.get("aria-label")]
    assert "Transformation des produits" in labels


def test_outlines_say_the_true_text() -> None:
    """What outlines say holds the characters that the font lacks, not the boxes drawn for them."""
    root = _parse(svg(_one_text("les 中 été"), text="paths"))
    assert [e.get("aria-label") for e in root.iter() if e.get("aria-label")] == ["les 中 été"]


@MODES
def test_shortened_text_is_whole_in_its_title(mode) -> None:
    """A text that was shortened has the whole text as its title."""
    text = shorten("Mise à disposition des surplus et des invendables", 10, 10, 100, 16, h=20)
    root = _parse(svg(Scene("", "", (text,)), text=mode))
    assert text.full in [title.text for title in root.iter(f"{SVG}title")]


def test_paths_define_each_glyph_once() -> None:
    """Each outline is defined once, and every use finds its own."""
    root = _parse(svg(sampler(), text="paths"))
    glyphs = [e.get("id") for e in root.find(f"{SVG}defs")]
    assert len(set(glyphs)) == len(glyphs)
    assert {e.get("href") for e in root.iter(f"{SVG}use")} == {"#" + name for name in glyphs}


@pytest.mark.parametrize(
    ("page", "size"), [("A3", ("420mm", "297mm")), ("slide", ("338.67mm", "190.5mm"))]
)
def test_physical_size_is_that_of_the_sheet(page: str, size: tuple[str, str]) -> None:
    """On demand the sheet has its size in millimetres."""
    sheet = PAGES[page]
    scene = Scene("t", "d", (), page=sheet, width=sheet.width, height=sheet.height)
    root = _parse(svg(scene, physical=True))
    assert (root.get("width"), root.get("height")) == size


def test_empty_scene_is_a_picture() -> None:
    """A scene without anything is a valid, empty sheet."""
    root = _parse(svg(Scene("", "", ())))
    assert [element.tag.removeprefix(SVG) for element in root] == ["title", "desc", "rect"]


def test_unknown_text_mode_is_refused() -> None:
    """A text mode that does not exist is refused by name."""
    with pytest.raises(ValueError, match="'curves'"):
        svg(Scene("", "", ()), text="curves")


@given(prefix=st.text(max_size=8))
@settings(max_examples=30)
def test_any_prefix_gives_a_well_formed_file(prefix: str) -> None:
    """A prefix of any characters is made safe."""
    _parse(svg(Scene("t", "d", (Group("g"),)), prefix=prefix))
