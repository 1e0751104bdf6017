"""A chain read back from the PDF that was drawn from it, and PDF files that are refused."""

from __future__ import annotations

import sys
import time
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject
from strategies import chains

import valuegraph as vg
from valuegraph.errors import FileAccessError, FileFormatError, MissingExtraError
from valuegraph.examples import EXAMPLES
from valuegraph.io.loading import MAX_FILE_BYTES

TEXT = '{"valuegraph": 1, "name": "Une chaîne"}'


def _document(*files: tuple[str, str | bytes], locked: bool = False) -> bytes:
    """Return a PDF of one empty page, made by pypdf, with these files attached."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in files:
        data = content.encode() if isinstance(content, str) else content
        writer.add_attachment(name, data)
    if locked:
        writer.encrypt("abc", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _refused(document: bytes, language: str = "fr") -> FileFormatError:
    with pytest.raises(FileFormatError) as caught:
        vg.read(document, language=language)
    return caught.value


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_printed_example_is_read_back(example: str, tmp_path: Path) -> None:
    """From its path, its bytes or a stream, the chain is equal to the one that was drawn."""
    chain = vg.example(example)
    file = tmp_path / "x.pdf"
    vg.draw(chain, file)
    assert vg.read(str(file)) == chain
    assert vg.read(file.read_bytes()) == chain
    with file.open("rb") as stream:
        assert vg.read(stream) == chain


@settings(max_examples=25)
@given(chains())
def test_any_chain_is_read_back(chain: vg.ValueChain) -> None:
    """Reading what was printed gives an equal chain, whatever is in it."""
    (document,) = vg.draw(chain, view="matrix").to_bytes("pdf")
    assert vg.read(document) == chain


def test_a_chain_attached_by_hand_is_read() -> None:
    """One file that is a text form will do, under any name, among others that are not."""
    yaml = "valuegraph: 1\nname: Une chaîne\n"
    for name, content in (("ma chaîne.yaml", yaml), ("X.JSON", TEXT), ("b.yml", yaml)):
        document = _document(("photo.png", b"\x89PNG"), (name, content), ("notes.txt", "x"))
        assert vg.read(document).name == "Une chaîne"


def test_the_chain_called_so_is_preferred() -> None:
    """Among several files, the one called as our own writer calls it."""
    other = TEXT.replace("Une", "Autre")
    document = _document(("a.json", other), ("chain.json", TEXT), ("z.yaml", "name: x"))
    assert vg.read(document).name == "Une chaîne"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("document", "code"),
    [
        (_document(), "VG180"),
        (_document(("notes.txt", "name: x")), "VG180"),
        (_document(("chain.json", TEXT), locked=True), "VG181"),
        (_document(("a.json", TEXT), ("b.yaml", "name: x")), "VG183"),
        (b"%PDF-1.7", "VG182"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "VG182"),
    ],
)
def test_a_pdf_without_a_chain_is_refused(document: bytes, code: str, language: str) -> None:
    """The error says what is wrong with it and what to do, in both languages."""
    error = _refused(document, language)
    assert error.problems.codes() == (code,)
    problem = error.problems[0]
    assert problem.message(language)
    assert problem.hint(language)
    assert problem.message("fr") != problem.message("en")


def test_what_is_wrong_in_the_attached_text_is_told() -> None:
    """The attached text is read like any other, with its line and its column."""
    error = _refused(_document(("chain.json", '{"valuegraph": 1,\n "nmae": "x"}')))
    assert "nmae" in str(error)
    assert error.problems[0].where.line == 2


@settings(max_examples=60)
@given(st.data())
def test_a_spoilt_pdf_never_does_more_than_be_refused(data: st.DataObject) -> None:
    """Cut short or with bytes changed anywhere, it is read or refused, and nothing else."""
    whole = _document(("chain.json", TEXT))
    at = data.draw(st.integers(8, len(whole) - 1))
    spoilt = whole[:at]
    if data.draw(st.booleans()):
        spoilt += data.draw(st.binary(max_size=12)) + whole[at + data.draw(st.integers(0, 12)) :]
    with suppress(FileFormatError):
        assert vg.read(spoilt).name


def test_a_bomb_is_refused() -> None:
    """A file that unpacks to more than is read is refused, whatever size it claims."""
    for layers in (1, 2, 30):
        data = b" " * 60_000_000 if layers == 1 else b" " * (MAX_FILE_BYTES + 1)
        for _ in range(layers):
            data = zlib.compress(data, 9)
        started = time.monotonic()
        error = _refused(_with_stream(data, layers))
        assert error.problems.codes() in (("VG104",), ("VG182",))
        assert time.monotonic() - started < 20


def test_a_tree_of_names_that_bites_its_tail_is_refused() -> None:
    """A loop among the attached files ends."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    kids = DictionaryObject()
    reference = writer._add_object(kids)
    kids[NameObject("/Kids")] = ArrayObject([reference] * 5)
    names = DictionaryObject({NameObject("/EmbeddedFiles"): reference})
    writer.root_object[NameObject("/Names")] = names
    made = BytesIO()
    writer.write(made)
    assert _refused(made.getvalue()).problems.codes() in (("VG180",), ("VG182",))


def test_a_pdf_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    """The bound of all files holds."""
    file = tmp_path / "x.pdf"
    file.write_bytes(_document(("chain.json", TEXT)) + b" " * MAX_FILE_BYTES)
    with pytest.raises(FileFormatError) as caught:
        vg.read(file)
    assert caught.value.problems.codes() == ("VG104",)


def test_a_pdf_that_does_not_exist_is_a_path() -> None:
    """A name that ends in .pdf is never taken for the text of a chain."""
    with pytest.raises(FileAccessError, match=r"nulle-part\.pdf"):
        vg.read("nulle-part.pdf")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_extra_that_is_missing_is_named(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdf a PDF cannot be read, and the error gives the command to type."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError, match=r'pip install "valuegraph\[pdf\]"'):
        vg.read(b"%PDF-1.7", language=language)


def _with_stream(data: bytes, layers: int) -> bytes:
    """Return a PDF whose attached chain is ``data``, to be unpacked ``layers`` times."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_attachment("chain.json", b"x")
    (file,) = writer.attachment_list
    stream = StreamObject()
    stream._data = data
    filters = ArrayObject([NameObject("/FlateDecode")] * layers)
    stream[NameObject("/Filter")] = filters
    stream[NameObject("/Params")] = DictionaryObject({NameObject("/Size"): NumberObject(1)})
    file.pdf_object["/EF"][NameObject("/F")] = writer._add_object(stream)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
