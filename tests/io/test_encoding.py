"""Bytes become text: UTF-8 in any dress, everything else named and placed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.io.encoding import decode, lost_letters, without_invisible

TEXT = "nom: La chaîne\nterritoire: à côté\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_utf8_is_read_with_or_without_mark_and_with_any_line_ends(mark: bytes, ends: str) -> None:
    """The text is the same whatever editor saved it."""
    assert decode(mark + TEXT.replace("\n", ends).encode()) == (TEXT, [])


@pytest.mark.parametrize(
    ("encoding", "named", "line", "column"),
    [
        ("utf-16", "UTF-16", 1, 0),
        ("utf-16-le", "UTF-16", 1, 0),
        ("utf-16-be", "UTF-16", 1, 0),
        ("utf-32", "UTF-32", 1, 0),
        ("utf-32-be", "UTF-32", 1, 0),
        ("latin-1", "Windows-1252", 1, 12),
        ("cp1252", "Windows-1252", 1, 12),
    ],
)
def test_another_encoding_is_named_and_placed(
    encoding: str, named: str, line: int, column: int
) -> None:
    """The error says which encoding it seems to be, where, and how to save it as UTF-8."""
    text, (problem,) = decode(TEXT.encode(encoding))
    assert text is None
    assert (problem.code, problem.where.line, problem.where.column) == ("VG106", line, column)
    assert named in problem.message("fr")
    assert "UTF-8" in problem.hint("en")


def test_the_line_of_a_latin_letter_counts_lines_of_any_end() -> None:
    """With Windows line ends the letter is on the line where the editor shows it."""
    _, (problem,) = decode("a: b\r\nc: d\r\nnom: é\r\n".encode("latin-1"))
    assert (problem.where.line, problem.where.column) == (3, 6)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\x89PNG\r\n", b"{\\rtf1"])
def test_another_kind_of_file_is_called_by_its_name(start: bytes) -> None:
    """A document with the wrong ending is not taken for a text in a strange encoding."""
    text, (problem,) = decode(start + b"\x00\x01\x02")
    assert text is None
    assert problem.code == "VG107"


def test_each_invisible_character_is_told_and_reading_can_go_on() -> None:
    """A space stands in for each, so that places stay the same."""
    text, problems = without_invisible("nom: a\x0bb\nc: \x00")
    assert text == "nom: a b\nc:  "
    assert [(p.where.line, p.where.column) for p in problems] == [(1, 7), (2, 4)]
    assert problems[0].values["character"] == "U+000B"


def test_letters_spoilt_by_a_wrong_conversion_are_shown_as_they_were() -> None:
    """``ActivitÃ©s`` is read, with a warning that says what it seems to be."""
    (problem,) = lost_letters("nom: x\nActivitÃ©s: à l'heure")
    assert (problem.code, problem.where.line) == ("VG109", 2)
    assert "« Activités: »" in problem.message("fr")


def test_a_lost_letter_is_told() -> None:
    """The sign for a lost letter is a warning, with the word it stands in."""
    (problem,) = lost_letters("nom: l'activit\ufffd")
    assert (problem.code, problem.values["shown"]) == ("VG110", "l'activit\ufffd")


@given(st.text())
def test_good_letters_are_never_called_spoilt_unless_they_could_be(text: str) -> None:
    """What is told as spoilt is really another word read as if it were Windows-1252."""
    for problem in lost_letters(text):
        if problem.code == "VG109":
            meant = str(problem.values["meant"])
            assert meant.encode() in (
                str(problem.values["shown"]).encode(encoding, "replace")
                for encoding in ("cp1252", "latin-1")
            )


@given(st.binary())
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    """Nothing but text or one problem ever comes out."""
    text, problems = decode(data)
    assert (text is None) == bool(problems)
