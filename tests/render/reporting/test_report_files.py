"""The report as files, judged by programs nobody here wrote."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

import valuegraph as vg
from valuegraph.render.typography import typeset

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Find = Callable[[str], str]
SHOWN = "tzcld_paris13"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def browser(program: Find) -> Iterator[Browser]:
    """Return a browser."""
    from browser import started

    with started(program("chromium")) as found:
        yield found


def run(*command: object) -> str:
    """Return what a program prints."""
    done = subprocess.run(list(map(str, command)), capture_output=True, check=True, timeout=300)
    return done.stdout.decode("utf-8", "replace")


def bare(text: str) -> str:
    """Return a text without any space, however a page breaks its lines."""
    return "".join(text.split())


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_the_page(
    browser: Browser,
    node_package: Callable[[str], Path],
    tmp_path: Path,
    language: str,
    scheme: str,
) -> None:
    """Headings, tables, pictures and colours are fit for all, light and dark."""
    from browser import opened, violations

    file = tmp_path / "report.html"
    vg.report(vg.example(SHOWN), file, language=language)
    with opened(browser, file, color_scheme=scheme) as page:
        assert violations(page, node_package("axe-core")) == []
        assert page.locator("h1").count() == 1
        broken = "[...document.querySelectorAll('a')].filter(a => !document.querySelector(a.hash))"
        assert page.evaluate(f"{broken}.length") == 0


def test_the_page_needs_no_script_and_fits_a_telephone(browser: Browser, tmp_path: Path) -> None:
    """Without script all is read; on a narrow screen nothing but a table moves sideways."""
    from browser import opened

    file = tmp_path / "report.html"
    vg.report(vg.example(SHOWN), file)
    assert "<script" not in file.read_text("utf-8")
    narrow = {"width": 360, "height": 700}
    with opened(browser, file, java_script_enabled=True, viewport=narrow) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    with opened(browser, file, java_script_enabled=False) as page:
        assert "Zéro chômeur" in page.inner_text("h1")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pdf_is_tagged_and_says_everything(
    language: str, tmp_path: Path, program: Find
) -> None:
    """PDF/UA-1 with a title, a language, alternative texts; pdftotext reads every question."""
    chain, file = vg.example(SHOWN), tmp_path / "report.pdf"
    document = vg.report(chain, file, language=language).document
    reader = pypdf.PdfReader(BytesIO(file.read_bytes()), strict=True)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    structure = run(program("pdfinfo"), "-struct", file)
    assert structure.count("Figure") >= len(list(document.figures()))
    assert structure.count("TH ") + structure.count("TH\n") > 20
    read = bare(run(program("pdftotext"), "-raw", file, "-"))
    for question in chain.questions:
        assert bare(typeset(question.text("ask", language), language)) in read
    assert all(bare(source) in read for source in document.sources)


def test_word_opens_the_document_with_headings_tables_and_alternative_texts(
    tmp_path: Path, program: Find
) -> None:
    """LibreOffice makes pages of it; headings, heading rows and the language are real ones."""
    chain, file = vg.example(SHOWN), tmp_path / "report.docx"
    document = vg.report(chain, file, language="fr").document
    run(program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/lo",
        "--convert-to", "pdf", "--outdir", tmp_path, file)  # fmt: skip
    read = bare(run(program("pdftotext"), "-raw", tmp_path / "report.pdf", "-"))
    assert all(bare(section.title) in read for section in document.sections)

    from docx import Document

    made = Document(str(file))
    headings = [each.text for each in made.paragraphs if each.style.name.startswith("Heading")]
    assert headings[: len(document.sections)] == [section.title for section in document.sections]
    assert all(grid.rows[0]._tr.xpath(".//w:tblHeader") for grid in made.tables)
    told = [picture._inline.docPr.get("descr") for picture in made.inline_shapes]
    assert len(told) == len(list(document.figures()))
    assert all(told)
    assert made.core_properties.title == document.title
    with zipfile.ZipFile(file) as held:
        assert {each.date_time[0] for each in held.infolist()} == {1980}
        assert b'w:val="fr-FR"' in held.read("word/styles.xml")


def test_markdown_has_its_pictures_beside_it(tmp_path: Path) -> None:
    """Every picture that the text names is there, and each mark leads to a source."""
    made = vg.report(vg.example(SHOWN), tmp_path / "mon rapport.md", language="fr")
    text = (tmp_path / "mon rapport.md").read_text("utf-8")
    named = re.findall(r"\]\(([^)]+\.svg)\)", text)
    assert len(named) == len(list(made.document.figures())) == len(made.files) - 1
    assert all((tmp_path / name.replace("%20", " ")).exists() for name in named)
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert marks == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))


@pytest.mark.parametrize("format", ["html", "md", "docx", "pdf"])
def test_the_same_chain_gives_the_same_bytes(format: str) -> None:
    """Nothing of today, nothing of chance."""
    one, other = (vg.report(vg.example("porter")).to_bytes(format) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("format", ["html", "md", "docx", "pdf"])
def test_no_label_is_taken_for_markup(format: str) -> None:
    """Signs of HTML, Markdown, typst and XML are shown as they are, in every format."""
    nasty = '<script>x</script> #set $a$ *b* [c](d) \\ & " `e` @f \x07\u202e'
    chain = vg.ValueChain(nasty)
    chain.add_activity(nasty, id="a")
    chain.add_impact(nasty, id="i", of=["a"])
    chain.add_question(nasty, id="q", about=["i"])
    chain.add_criterion(nasty, id="c", question="q", by=nasty)
    chain.add_indicator(nasty, id="n", criterion="c", unit=nasty, scale=[nasty])
    chain.add_observation("n", date="2020", value=nasty, source=nasty, quote=nasty, viewpoint=nasty)
    chain.add_rating("q", date="2020", value=nasty, by=nasty, why=nasty)
    written = vg.report(chain).to_bytes(format)
    assert b"<script>x" not in written
    assert len(written) > 1000
