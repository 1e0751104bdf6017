"""The PDF writer, judged by poppler and pypdf: text, fonts, tags, attachment, same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hostile_labels import hostile_chain
from seen_pictures import distances, pages_of
from sized_chains import SIZES, sized_chain

import valuegraph as vg
from valuegraph.errors import MissingExtraError
from valuegraph.examples import EXAMPLES
from valuegraph.render.draw import VIEWS
from valuegraph.render.page import PAGES
from valuegraph.render.picture import Picture
from valuegraph.render.scene import Scene

Find = Callable[[str], str]
ALL_VIEWS = [view for view in ("extended", "matrix", "porter") if view in VIEWS]


def _drawn(example: str, **options: Any) -> tuple[Picture, bytes]:
    picture = vg.draw(vg.example(example), view=ALL_VIEWS, **options)
    (document,) = picture.to_bytes("pdf")
    return picture, document


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def _bare(text: str) -> str:
    return "".join(text.split())


def _tags(node: Any) -> Iterator[Any]:
    """Yield every element of a structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from _tags(kid)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from _tags(node["/K"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_line_is_text_in_the_order_of_drawing(
    example: str, tmp_path: Path, program: Find
) -> None:
    """The program pdftotext finds each line of each sheet, one after the other, on its page."""
    picture, document = _drawn(example)
    file = tmp_path / "x.pdf"
    file.write_bytes(document)
    pages = _run(program("pdftotext"), "-raw", file, "-").split("\f")
    assert len(pages) == len(picture.scenes) + 1
    for scene, page in zip(picture.scenes, pages, strict=False):
        read, at = _bare(page), 0
        for text in scene.texts():
            for line in text.lines:
                wanted = _bare("".join(run.text for run in line))
                found = read.find(wanted, at)
                assert found >= 0, f"{wanted} is not after {read[max(at - 40, 0) : at]}"
                at = found + len(wanted)


def test_every_font_is_inside_and_is_ours(tmp_path: Path, program: Find) -> None:
    """The program pdffonts names Carlito only, embedded, as a subset, with its characters known."""
    file = tmp_path / "x.pdf"
    file.write_bytes(_drawn("structure_ess")[1])
    rows = _run(program("pdffonts"), file).splitlines()[2:]
    assert rows
    for row in rows:
        assert "+Carlito" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_document_is_tagged(language: str) -> None:
    """It says that it is PDF/UA-1; title, language and alternative texts are there."""
    picture, document = _drawn("conserverie", language=language)
    reader = pypdf.PdfReader(BytesIO(document), strict=True)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == picture.scenes[0].title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    figures = [tag for tag in tags if tag.get("/S") == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [
        f"{scene.title}\n{scene.description}" for scene in picture.scenes
    ]
    assert [item.title for item in reader.outline] == [scene.title for scene in picture.scenes]
    assert len({item.title for item in reader.outline}) == len(picture.scenes)
    assert all("/Tabs" not in page or page["/Tabs"] == "/S" for page in reader.pages)


def test_pdfinfo_sees_the_tags(tmp_path: Path, program: Find) -> None:
    """Poppler reads the structure: a document, then a figure a sheet."""
    file = tmp_path / "x.pdf"
    file.write_bytes(_drawn("porter")[1])
    info = _run(program("pdfinfo"), file)
    assert "Tagged:          yes" in info
    structure = _run(program("pdfinfo"), "-struct", file)
    assert structure.startswith("Document")
    assert structure.count("Figure") == len(ALL_VIEWS)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_the_sheet(page: str) -> None:
    """Each page has the paper's size, whichever way it is turned."""
    reader = pypdf.PdfReader(BytesIO(_drawn("porter", page=page)[1]))
    for one in reader.pages:
        assert float(one.mediabox.width) == pytest.approx(PAGES[page].width_mm * 72 / 25.4, abs=1)
        assert float(one.mediabox.height) == pytest.approx(PAGES[page].height_mm * 72 / 25.4, abs=1)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_page_looks_like_the_png(example: str, tmp_path: Path, program: Find) -> None:
    """Poppler's picture of each page is our PNG: a mean of 2 in 255 a block, and no block over 40.

    What is left are the edges of letters, which poppler smooths in its own way.
    """
    picture, document = _drawn(example)
    file = tmp_path / "x.pdf"
    file.write_bytes(document)
    pages = pages_of(program("pdftoppm"), file)
    assert len(pages) == len(picture.scenes)
    for ours, seen in zip(picture.to_bytes("png", dpi=100), pages, strict=True):
        apart = distances(ours, seen)
        assert apart.mean() < 2
        assert apart.max() < 40


def test_the_chain_is_attached(tmp_path: Path, program: Find) -> None:
    """The program pdfdetach gives the very text that `vg.write` gives."""
    file = tmp_path / "x.pdf"
    file.write_bytes(_drawn("structure_ess")[1])
    _run(program("pdfdetach"), "-save", "1", "-o", tmp_path / "out.json", file)
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert text == vg.write(vg.example("structure_ess"), format="json")
    assert "chain.json" in _run(program("pdfdetach"), "-list", file)


def test_sheets_without_a_chain_carry_none() -> None:
    """A picture that was not made from a chain is written all the same."""
    (document,) = Picture((Scene("Vide", "", ()),)).to_bytes("pdf")
    assert list(pypdf.PdfReader(BytesIO(document)).attachment_list) == []


def test_a_poster_is_small() -> None:
    """The example on A0 takes less than 300 kB, three views and the chain included."""
    assert len(_drawn("conserverie", page="A0")[1]) < 300_000


def test_what_is_shortened_is_whole_in_the_alternative_text() -> None:
    """A text that did not fit is told in full to those who listen."""
    picture = vg.draw(sized_chain(SIZES[6], "French of 400"), view="extended")
    shortened = [text.full for scene in picture.scenes for text in scene.shortened()]
    assert shortened
    (document,) = picture.to_bytes("pdf")
    root: Any = pypdf.PdfReader(BytesIO(document)).trailer["/Root"]
    told = " ".join(str(tag.get("/Alt", "")) for tag in _tags(root["/StructTreeRoot"]["/K"]))
    assert all(text in told for text in shortened)


def test_hostile_labels_are_text(tmp_path: Path, program: Find) -> None:
    """What is code in XML or in typst comes out letter by letter, with no script and no action."""
    chain = hostile_chain()
    picture = vg.draw(chain, tmp_path / "x.pdf", view=ALL_VIEWS, page="A0")
    read = _bare(_run(program("pdftotext"), "-raw", tmp_path / "x.pdf", "-"))
    for scene in picture.scenes:
        for text in scene.texts():
            for line in text.lines:
                assert _bare("".join(run.text for run in line)) in read
    info = _run(program("pdfinfo"), tmp_path / "x.pdf")
    assert "JavaScript:      no" in info
    assert "</svg><script>alert(1)</script>" in info
    assert vg.read(tmp_path / "x.pdf") == chain


_CODE = """
import hashlib, sys
import valuegraph as vg
picture = vg.draw(vg.example("conserverie"), view=["extended", "porter"])
print(hashlib.sha256(picture.to_bytes(sys.argv[1])[0]).hexdigest())
"""


def test_same_chain_same_bytes(tmp_path: Path) -> None:
    """Another process, hash seed, folder, time zone and temporary folder change no byte."""
    import hashlib

    (document,) = vg.draw(vg.example("conserverie"), view=["extended", "porter"]).to_bytes("pdf")
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "4242",
        "TZ": "Asia/Tokyo",
        "TMPDIR": str(tmp_path),
    }
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", _CODE, "pdf"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(document).hexdigest()
    assert list(tmp_path.iterdir()) == []


def test_neither_dates_nor_paths_are_inside() -> None:
    """No stream of the file names this machine's folders; no date is given."""
    reader = pypdf.PdfReader(BytesIO(_drawn("porter")[1]))
    assert reader.metadata is not None
    assert reader.metadata.creation_date is None
    assert reader.metadata.modification_date is None
    folders = {str(Path(vg.__file__).parent), str(Path.cwd()), str(Path.home()),
               tempfile.gettempdir(), "valuegraph/render"} - {"/"}  # fmt: skip
    size: Any = reader.trailer["/Size"]
    for number in range(1, size):
        held: Any = pypdf.generic.IndirectObject(number, 0, reader).get_object()
        content = held.get_data() if hasattr(held, "get_data") else b""
        told = repr(held) + content.decode("latin-1")
        assert not [folder for folder in folders if folder in told]


def test_a_language_we_have_no_words_for_is_still_told() -> None:
    """Whatever the chain calls its language, the document is made."""
    for language, told in (("de", "de"), ("fr-CA", "fr-CA"), ("", "und"), ("§", "und")):
        scene = Scene("Titel", "", (), language=language)
        (document,) = Picture((scene,)).to_bytes("pdf")
        root: Any = pypdf.PdfReader(BytesIO(document)).trailer["/Root"]
        assert root["/Lang"] == told


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_extra_that_is_missing_is_named(
    language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without typst nothing is written, and the error gives the command to type."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r'pip install "valuegraph\[pdf\]"'):
        vg.draw(vg.example("porter"), tmp_path / "x.pdf", language=language)
    assert list(tmp_path.iterdir()) == []


def test_the_attached_text_is_plain_json() -> None:
    """Any program can read what is attached."""
    reader = pypdf.PdfReader(BytesIO(_drawn("porter")[1]))
    (file,) = reader.attachment_list
    assert json.loads(file.content)["name"] == vg.example("porter").name
    assert file.subtype == "/application/json"
    assert file.description


def test_letters_that_the_font_takes_apart_are_printed_too() -> None:
    """Where a glyph has no letter of its own, the PDF is tagged and carries its chain."""
    chain = vg.ValueChain("θ҆ѢΞνЯ ѝ é ï̂")
    chain.add_activity("Ѝ й ѝ θ҆ e\u0301 q\u0301\u0323", id="a")
    (document,) = vg.draw(chain).to_bytes("pdf")
    assert b"StructTreeRoot" in document
    assert vg.read(document) == chain
