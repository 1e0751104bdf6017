"""The PPTX writer: read back by python-pptx, drawn by LibreOffice beside our PNG."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from hostile_labels import HOSTILE, hostile_chain, plain
from lxml import etree
from pptx import Presentation
from seen_pictures import distances, pages_of
from sized_chains import SIZES, sized_chain

import valuegraph as vg
from valuegraph.errors import MissingExtraError
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import VIEWS as ALL_VIEWS
from valuegraph.render.fit import text_block
from valuegraph.render.page import PAGES
from valuegraph.render.picture import Picture
from valuegraph.render.scene import Connector, Group, Paint, Point, Scene, Shape

Find = Callable[[str], str]
VIEWS = ["extended", "matrix", "porter"]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def _slides(document: bytes) -> list[Any]:
    return list(Presentation(BytesIO(document)).slides)


def _drawn(example: str, **options: Any) -> tuple[Picture, bytes]:
    picture = vg.draw(vg.example(example), view=VIEWS, **options)
    (document,) = picture.to_bytes("pptx")
    return picture, document


def _of_scene(*nodes: Any, **about: Any) -> Any:
    """Return the one slide of a scene made of these nodes."""
    (document,) = Picture((Scene("Titre", "Description", nodes, **about),)).to_bytes("pptx")
    return _slides(document)[0]


def _paragraphs(slide: Any) -> list[str]:
    """Return the texts of all paragraphs of a slide, in their order."""
    found = slide.element.iter(f"{A}p")
    return ["".join(text.text or "" for text in one.iter(f"{A}t")) for one in found]


def _words(shape: Any) -> str:
    """Return the whole text of one shape."""
    return "".join(text.text or "" for text in shape.iter(f"{A}t"))


def _about(slide: Any) -> Iterator[Any]:
    return slide.element.iter(f"{P}cNvPr")


def _box(name: str, x: float, y: float, kind: Any = "rect") -> Group:
    paint = Paint("#E3F2EE", "#1B806A", 1.5)
    shape = Shape(kind, x, y, 200, 80, paint, radius=8, depth=16, id=f"{name}..box")
    text = text_block(f"Boîte {name}", x + 20, y + 10, 150, 16, h=60, valign="middle")
    return Group(name, (shape, text), ref=name, title=f"Boîte {name}")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[list[bytes]]]:
    """Return a function by which LibreOffice draws presentations: a PNG for each slide of each."""
    folder = tmp_path_factory.mktemp("office")

    def drawn(soffice: str, pdftoppm: str, *documents: bytes) -> list[list[bytes]]:
        files = [folder / f"{hashlib.sha256(one).hexdigest()[:12]}.pptx" for one in documents]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(document)
        command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                   "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [pages_of(pdftoppm, file.with_suffix(".pdf")) for file in files]

    return drawn


def test_libreoffice_draws_the_slides_like_our_png(
    office: Callable[..., list[list[bytes]]], program: Find
) -> None:
    """Two examples in all views: 2.5 in 255 a block on average, 99 blocks of 100 within 30.

    A block is 10 x 10 design units. What differs are words that stand one line higher, since
    PowerPoint and LibreOffice fill each line in turn.
    """
    pictures = [vg.draw(vg.example(name), view=list(ALL_VIEWS))
                for name in ("conserverie", "structure_ess")]  # fmt: skip
    drawn = [(picture, picture.to_bytes("pptx")[0]) for picture in pictures]
    seen = office(program("soffice"), program("pdftoppm"), *(document for _, document in drawn))
    for (picture, _), slides in zip(drawn, seen, strict=True):
        ours = picture.to_bytes("png", dpi=100)
        assert len(slides) == len(ours)
        for one, slide in zip(ours, slides, strict=True):
            apart = distances(one, slide)
            assert apart.mean() < 2.5
            assert np.percentile(apart, 99) < 30


def test_curves_that_would_lie_on_one_another_or_go_round_are_lines_as_drawn() -> None:
    """Two between the same sides, one across a narrow gap, one far from the middles of sides."""

    def curve(number: int, start: str, end: str, *points: Point) -> Connector:
        return Connector(start, end, points, Paint("", "#1558A6", 2), route="curve",
                         id=f"w{number}", title=f"{number}")  # fmt: skip

    def level(number: int, end: str, y: float, x: float = 600, height: float = 0) -> Connector:
        handles = ((300 + x) / 2, y), ((300 + x) / 2, y + height)
        return curve(number, "a", end, (300, y), *handles, (x, y + height))

    boxes = (_box("a", 100, 100), _box("b", 600, 100), _box("c", 330, 140), _box("d", 600, 300))
    own = level(0, "b", 140)
    far = level(1, "d", 175, height=140)
    for connectors, glued in (
        ((own,), 1),
        ((own, level(2, "b", 146)), 0),
        ((level(3, "c", 140, x=330, height=40),), 0),
        ((own, far), 1),
    ):
        slide = _of_scene(*boxes, *connectors)
        assert len(list(slide.element.iter(f"{P}cxnSp"))) == glued


def test_no_word_is_longer_than_its_line() -> None:
    """Where our lines have hyphens, which no slide sets, the letters are smaller."""
    text = text_block("Approvisionnements solidaires", 100, 100, 120, 24, h=200)
    assert len(text.lines) > 2
    sizes = [int(one.get("sz")) for one in _of_scene(text).element.iter(f"{A}rPr")]
    usual = [int(one.get("sz")) for one in _of_scene(replace(text, w=400)).element.iter(f"{A}rPr")]
    assert 0.3 < sizes[-1] / usual[-1] < 0.8


def test_libreoffice_draws_connectors_where_they_are(
    office: Callable[..., list[list[bytes]]], program: Find
) -> None:
    """Straight, bent, curved and long ways round all lie as in our PNG."""
    (document,) = Picture((_joined(),)).to_bytes("pptx")
    ((slide,),) = office(program("soffice"), program("pdftoppm"), document)
    (ours,) = Picture((_joined(),)).to_bytes("png", dpi=100)
    apart = distances(ours, slide)
    assert apart.mean() < 0.8
    assert apart.max() < 80


def _joined() -> Scene:
    paint, faint = Paint("", "#A8480C", 3), Paint("", "#1558A6", 2.2, (6, 5), 0.6)
    ways: tuple[tuple[str, str, tuple[Point, ...], Any], ...] = (
        ("a", "b", ((300, 140), (600, 140)), "straight"),
        ("b", "c", ((700, 180), (700, 270), (700, 360)), "elbow"),
        ("a", "d", ((200, 180), (200, 740), (900, 740)), "elbow"),
        ("c", "d", ((800, 400), (850, 400), (850, 740), (900, 740)), "curve"),
        ("c", "d", ((700, 440), (700, 570), (1000, 570), (1000, 700)), "elbow"),
        ("d", "a", ((1000, 780), (1000, 900), (60, 900), (60, 140), (100, 140)), "elbow"),
    )
    connectors = [
        Connector(start, end, points, faint if number % 2 else paint, route=route,
                  id=f"w{number}", title=f"{start} vers {end}")
        for number, (start, end, points, route) in enumerate(ways)
    ]  # fmt: skip
    boxes = (_box("a", 100, 100), _box("b", 600, 100, "home_plate"), _box("c", 600, 360),
             _box("d", 900, 700, "ellipse"))  # fmt: skip
    return Scene("Liens", "", (*boxes, *connectors))


def test_connectors_are_glued_to_shapes() -> None:
    """Each end names a shape that is there, never a group, and a site that the shape has."""
    (document,) = Picture((_joined(),)).to_bytes("pptx")
    (slide,) = _slides(document)
    shapes = {one.find(f".//{P}cNvPr").get("id"): one for one in slide.element.iter(f"{P}sp")}
    # The text of the ellipse d is too wide for it: shape and text are in a group of that name.
    names = {number: one.find(f".//{P}cNvPr").get("name") for number, one in shapes.items()}
    glued = list(slide.element.iter(f"{P}cxnSp"))
    assert len(glued) == 5
    for one in glued:
        start, end = one.find(f".//{A}stCxn"), one.find(f".//{A}endCxn")
        title = one.find(f".//{P}cNvPr").get("descr")
        told = f"{names[start.get('id')]} vers {names[end.get('id')]}".replace("Boîte ", "")
        told = told.replace("ellipse", "d")
        assert told == title
        assert int(start.get("idx")) in range(8)
    first = glued[0]
    assert first.find(f".//{A}stCxn").get("idx") == "3"
    assert first.find(f".//{A}endCxn").get("idx") == "1"
    assert {one.find(f".//{A}prstGeom").get("prst") for one in glued} == {
        "straightConnector1", "bentConnector2", "bentConnector3", "curvedConnector3",
    }  # fmt: skip


def test_a_connector_is_glued_to_a_shape_inside_a_group() -> None:
    """A group of several things is never an end itself."""
    inside = Shape("rect", 100, 100, 200, 80, Paint("#FFFFFF"), id="in")
    icon = Shape("ellipse", 110, 110, 20, 20, Paint("#1B806A"), decorative=True)
    words = [text_block(told, 140, y, 150, 12) for told, y in (("Un", 105), ("Deux", 150))]
    group = Group("g", (icon, inside, *words), title="Groupe")
    other = _box("b", 600, 100)
    slide = _of_scene(
        group, other, Connector("g", "b", ((300, 140), (600, 140)), Paint("", "#000000", 2))
    )
    (made,) = slide.element.iter(f"{P}grpSp")
    numbers = {one.find(f".//{P}cNvPr").get("id"): one for one in made.iter(f"{P}sp")}
    (start,) = slide.element.iter(f"{A}stCxn")
    assert numbers[start.get("id")].find(f".//{A}prstGeom").get("prst") == "rect"


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_text_can_be_edited_whole(example: str) -> None:
    """Each paragraph of each sheet is one paragraph of its slide, unbroken, in its language."""
    picture, document = _drawn(example)
    for scene, slide in zip(picture.scenes, _slides(document), strict=True):
        made = _paragraphs(slide)
        for text in scene.texts():
            for runs in text.paragraphs:
                told = "".join(run.text for run in runs)
                assert told in made
                made.remove(told)
        assert made == []
        tongue = {"fr": "fr-FR", "en": "en-GB"}[scene.language]
        assert {run.get("lang") for run in slide.element.iter(f"{A}rPr")} == {tongue}
        assert not list(slide.element.iter(f"{A}br"))


def test_texts_stand_in_their_shapes() -> None:
    """A cell, a heading and an actor are one shape with its text, not a shape and a text box."""
    picture, document = _drawn("conserverie")
    slide = _slides(document)[0]
    words = {}
    for one in slide.element.iter(f"{P}sp"):
        words[_words(one)] = one
    wanted = {
        "Habitants": "roundRect",
        "Collecte de produits": "homePlate",
        "Transformation des produits": "chevron",
        "Activités de soutien": "roundRect",
    }
    for text, form in wanted.items():
        assert words[text].find(f".//{A}prstGeom").get("prst") == form
    cell = words["Activité rémunérée"]
    assert cell.find(f".//{A}custGeom") is not None
    assert words["Activités de soutien"].find(f".//{A}bodyPr").get("vert") == "vert270"
    impact = words[
        "Vitalité de la communauté et cohésion socialerenouvelle\u00a0:Ressources humaines"
    ]
    assert len(list(impact.iter(f"{A}p"))) == 3
    assert picture.language == "fr"


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_seen_is_told(example: str) -> None:
    """Every shape has an alternative text or a text of its own, or is marked as decorative."""
    picture, document = _drawn(example)
    for scene, slide in zip(picture.scenes, _slides(document), strict=True):
        numbers = [about.get("id") for about in _about(slide)]
        assert len(numbers) == len(set(numbers))
        for one in [*slide.element.iter(f"{P}sp"), *slide.element.iter(f"{P}cxnSp")]:
            about = one.find(f".//{P}cNvPr")
            decorative = next(about.iter("{*}decorative"), None)
            assert about.get("name")
            told = about.get("descr") or _words(one)
            assert bool(told) != (decorative is not None)
        descriptions = {about.get("descr", "") for about in _about(slide)}
        titles = {group.title for group in scene.groups() if group.ref and group.title}
        assert titles <= {told.split("\n")[0] for told in descriptions}


def test_nothing_comes_from_the_theme() -> None:
    """No shape takes a shadow, a line or a colour from the theme."""
    for slide in _slides(_drawn("conserverie")[1]):
        assert not list(slide.element.iter(f"{P}style"))
        assert not list(slide.element.iter(f"{A}schemeClr"))
        for one in slide.element.iter(f"{P}spPr"):
            assert one.find(f"{A}ln") is not None
            assert one.find(f"{A}solidFill") is not None or one.find(f"{A}noFill") is not None


@pytest.mark.parametrize("page", PAGES)
def test_slides_have_the_size_of_the_page(page: str) -> None:
    """A slide is as large as its sheet, up to A0, and nothing lies outside it."""
    (document,) = vg.draw(vg.example("porter"), view=VIEWS, page=page).to_bytes("pptx")
    made = Presentation(BytesIO(document))
    assert made.slide_width == round(PAGES[page].width_mm * 36_000)
    assert made.slide_height == round(PAGES[page].height_mm * 36_000)
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width * 1.002
            assert shape.top + shape.height <= made.slide_height * 1.002


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_slide_has_its_title_and_its_notes(language: str) -> None:
    """The heading is the title of its slide; the notes tell the sheet in words."""
    picture, document = _drawn("conserverie", language=language)
    made = Presentation(BytesIO(document))
    assert len(made.slides) == len(picture.scenes) == 3
    for scene, slide in zip(picture.scenes, made.slides, strict=True):
        assert slide.shapes.title is not None
        assert scene.title.startswith(slide.shapes.title.text_frame.text + " — ")
        assert slide.element.cSld.get("name") == scene.title
        notes = slide.notes_slide.notes_text_frame.text
        assert notes == f"{scene.title}\n{scene.description}"
    assert made.core_properties.title == picture.scenes[0].title
    assert made.core_properties.language == language


def test_a_slide_without_a_heading_has_a_title_above_it() -> None:
    """A screen reader tells it; nobody sees it."""
    slide = _of_scene(Shape("rect", 10, 10, 50, 50, Paint("#1B806A")))
    title = slide.shapes.title
    assert title.text_frame.text == "Titre"
    assert title.top + title.height < 0


def test_dashes_and_transparence_survive() -> None:
    """A dashed, faint shape stays dashed and faint, in the measure of its line."""
    shape = Shape("rect", 10, 10, 50, 50, Paint("#1B806A", "#000000", 2, (6, 5), 0.25))
    slide = _of_scene(shape)
    (dash,) = slide.element.iter(f"{A}ds")
    assert (dash.get("d"), dash.get("sp")) == ("300000", "250000")
    assert [alpha.get("val") for alpha in slide.element.iter(f"{A}alpha")] == ["25000", "25000"]


def test_what_is_shortened_is_whole_in_the_alternative_text() -> None:
    """A text that did not fit is told in full, on its shape and in the notes."""
    picture = vg.draw(sized_chain(SIZES[6], "French of 400"), view="extended")
    (document,) = picture.to_bytes("pptx")
    shortened = 0
    for scene, slide in zip(picture.scenes, _slides(document), strict=True):
        told = "\n".join(about.get("descr", "") for about in _about(slide))
        for text in scene.shortened():
            shortened += 1
            assert text.full in told
            assert text.full in slide.notes_slide.notes_text_frame.text
    assert shortened


def test_hostile_labels_are_text() -> None:
    """What is code elsewhere is a text here: no action, no link, no field, no control character."""
    picture = vg.draw(hostile_chain(), view="matrix", page="A0")
    (document,) = picture.to_bytes("pptx")
    with ZipFile(BytesIO(document)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
            if name.startswith("ppt/slides/_rels"):
                assert b"hyperlink" not in archive.read(name)
    slides = _slides(document)
    everything = "\n".join(told for slide in slides for told in _paragraphs(slide))
    assert HOSTILE[0] in everything
    for scene, slide in zip(picture.scenes, slides, strict=True):
        made = [plain(told) for told in _paragraphs(slide)]
        assert not [told for told in _paragraphs(slide) if set(told) & set("\x00\x07\x1b")]
        for text in scene.texts():
            for runs in text.paragraphs:
                assert plain("".join(run.text for run in runs)) in made
    for slide in slides:
        assert not list(slide.element.iter(f"{A}hlinkClick", f"{A}fld"))


_CODE = """
import hashlib
import valuegraph as vg
picture = vg.draw(vg.example("conserverie"), view=["extended", "porter"])
print(hashlib.sha256(picture.to_bytes("pptx")[0]).hexdigest())
"""


def test_same_chain_same_bytes(tmp_path: Path) -> None:
    """Another process, hash seed, folder and time zone change no byte."""
    picture = vg.draw(vg.example("conserverie"), view=["extended", "porter"])
    digests = {hashlib.sha256(picture.to_bytes("pptx")[0]).hexdigest()}
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        done = subprocess.run([sys.executable, "-c", _CODE], cwd=tmp_path, env=environment,
                              capture_output=True, text=True, check=True)  # fmt: skip
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_neither_dates_nor_strangers_are_inside() -> None:
    """The file is dated 1980 throughout and does not name the author of the template."""
    document = _drawn("porter")[1]
    properties = Presentation(BytesIO(document)).core_properties
    assert (properties.author, properties.created, properties.modified) == ("", None, None)
    with ZipFile(BytesIO(document)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        for name in names:
            content = archive.read(name)
            assert b"Canny" not in content
            assert str(Path(vg.__file__).parent).encode() not in content
        assert b"creationId" not in b"".join(
            archive.read(name) for name in names if "/slides/" in name or "notesSlides" in name
        )
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_extra_that_is_missing_is_named(
    language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without python-pptx nothing is written, and the error gives the command to type."""
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingExtraError, match=r'pip install "valuegraph\[pptx\]"'):
        vg.draw(vg.example("porter"), tmp_path / "x.pptx", language=language)
    assert list(tmp_path.iterdir()) == []
