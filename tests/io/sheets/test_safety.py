"""Workbooks that are more than tables are refused, and those we write are inert."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import valuegraph as vg

HOSTILE = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1+1",
           "#N/A", "_x000D_", "<b>&amp;</b>", "'=1", "\u202e=1", "=" * 9)  # fmt: skip


def hostile_chain() -> vg.ValueChain:
    """Return a chain whose every free text begins like a formula."""
    chain = vg.ValueChain(HOSTILE[0], language="fr", territory="=1+1")
    for number, text in enumerate(HOSTILE):
        part = chain.add_resource(text, id=f"r{number}", group=text, description=text)
        use = chain.add_activity(text, id=f"a{number}")
        chain.link(part, "feeds", use, why=text, label=text)
        chain.add_modality(use, circuit="gift", name=text, way="receives")
    return chain


def files_of(content: bytes) -> Mapping[str, bytes]:
    """Return the files of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def written(code: str) -> bytes:
    """Return an example as a workbook."""
    content = vg.write(vg.example("conserverie"), format=code)
    assert isinstance(content, bytes)
    return content


def test_no_text_of_a_hostile_chain_is_a_formula_in_excel() -> None:
    """Opened as XML: no cell has a formula, every text is a string."""
    content = vg.write(hostile_chain(), format="xlsx")
    assert isinstance(content, bytes)
    seen = 0
    for name, data in files_of(content).items():
        if name.startswith("xl/worksheets/"):
            assert not re.search(rb"<f[ >/]", data)
            kinds = set(re.findall(rb'<c [^>]*t="(\w+)"', data))
            assert kinds <= {b"inlineStr", b"s", b"n", b"b"}
            seen += data.count(b't="inlineStr"') + data.count(b't="s"')
    assert seen > 6 * len(HOSTILE)
    assert vg.read(content) == hostile_chain()


def test_no_text_of_a_hostile_chain_is_a_formula_in_opendocument() -> None:
    """Every cell is a string, a number or a truth; none has a formula."""
    content = vg.write(hostile_chain(), format="ods")
    assert isinstance(content, bytes)
    body = files_of(content)["content.xml"]
    assert b"formula" not in body
    assert set(re.findall(rb'value-type="(\w+)"', body)) <= {b"string", b"float", b"boolean"}
    assert vg.read(content) == hostile_chain()


def test_no_cell_of_csv_begins_like_a_formula(tmp_path: Path) -> None:
    """A spreadsheet that opens the CSV works nothing out; numbers stay numbers."""
    import csv

    vg.write(hostile_chain(), f"{tmp_path}/")
    cells = 0
    for file in tmp_path.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            for value in (value for row in csv.reader(stream) for value in row):
                assert not value.startswith(("=", "+", "@", "\t", "-"))
                cells += bool(value)
    assert cells > 6 * len(HOSTILE)
    assert vg.read(tmp_path) == hostile_chain()


def refused(content: bytes, name: str) -> str:
    """Return the code with which a workbook is refused."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(content, name=name)
    (problem,) = caught.value.problems
    assert problem.to_text("fr") != problem.to_text("en")
    return problem.code


@pytest.mark.parametrize("code", ["xlsx", "ods"])
def test_a_damaged_workbook_is_refused(code: str) -> None:
    """Cut off, or with a document type that could define anything."""
    content = written(code)
    assert refused(content[: len(content) // 2], f"a.{code}") == "VG620"
    files = dict(files_of(content))
    name = "content.xml" if code == "ods" else "xl/workbook.xml"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    files[name] = re.sub(rb"(<\?xml[^>]*\?>)?", rb"\1" + bomb, files[name], count=1)
    assert refused(packed(files), f"a.{code}") == "VG620"


@pytest.mark.parametrize("code", ["xlsx", "ods"])
def test_a_bomb_is_refused_before_it_is_unpacked(code: str) -> None:
    """What says that it unpacks into far more than a chain needs is not unpacked."""
    files = dict(files_of(written(code)))
    files["bomb.xml"] = b" " * 70_000_000
    assert refused(packed(files), f"a.{code}") == "VG624"


def test_a_sheet_merged_without_end_is_refused() -> None:
    """A single merged area can ask for billions of cells."""
    files = dict(files_of(written("xlsx")))
    name = "xl/worksheets/sheet1.xml"
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    files[name] = files[name].replace(b"</sheetData>", merge)
    assert refused(packed(files), "a.xlsx") == "VG624"


def test_macros_and_links_to_other_files_are_refused() -> None:
    """A chain needs neither."""
    files = dict(files_of(written("xlsx")))
    assert refused(packed({**files, "xl/vbaProject.bin": b"x"}), "a.xlsx") == "VG622"
    assert refused(packed({**files, "xl/externalLinks/externalLink1.xml": b"<x/>"}),
                   "a.xlsx") == "VG623"  # fmt: skip
    files = dict(files_of(written("ods")))
    assert refused(packed({**files, "Basic/script.xml": b"<x/>"}), "a.ods") == "VG622"
    source = b'<table:table-source xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="b.ods"/>'
    body = files["content.xml"].replace(b"<table:table-column", source + b"<table:table-column", 1)
    assert refused(packed({**files, "content.xml": body}), "a.ods") == "VG623"


def test_an_encrypted_workbook_is_refused_with_what_to_do() -> None:
    """An OLE file named .xlsx, an archive whose files are locked, a locked OpenDocument."""
    assert refused(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.xlsx") == "VG621"
    files = dict(files_of(written("ods")))
    files["META-INF/manifest.xml"] += b"<!-- encryption-data -->"
    assert refused(packed(files), "a.ods") == "VG621"


@pytest.mark.parametrize("count", [32_767, 32_768])
def test_a_text_longer_than_a_cell_is_refused_by_its_place(count: int) -> None:
    """32,767 characters are kept; one more is told with its part, and YAML holds it."""
    chain = vg.ValueChain("x", language="en")
    chain.add_resource("r", description="é" * count)
    if count <= 32_767:
        content = vg.write(chain, format="xlsx")
        assert isinstance(content, bytes)
        assert vg.read(content) == chain
        return
    with pytest.raises(vg.FileFormatError, match="32768") as caught:
        vg.write(chain, format="xlsx")
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.id, problem.where.sheet) == ("VG625", "r", "Resources")
