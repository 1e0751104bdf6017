"""Broken files as people make them: each refused at the right line, in both languages.

Beside ``name.yaml`` or ``name.json`` stands ``name.expect``, one line a problem:
``CODE line[:column] [id]``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import valuegraph as vg

FOLDER = Path(__file__).parent.parent / "broken"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".yaml", ".json"))


def _told(problem: vg.Problem) -> list[str]:
    """Return the ways in which a line of expectation may name a problem."""
    where = problem.where
    places = [f"{where.line}", f"{where.line}:{where.column}"]
    return [
        f"{problem.code} {place}{part}"
        for place in places
        for part in ("", f" {where.id}".rstrip())
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_at_the_right_place(path: Path) -> None:
    """Reading raises one error, which says what is expected and no other error."""
    expected = path.with_suffix(".expect").read_text("utf-8").split("\n")[:-1]
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(path)
    problems = caught.value.problems
    told = [line for problem in problems for line in _told(problem)]
    assert expected
    assert [line for line in expected if line not in told] == []
    assert set(problems.errors.codes()) <= {line.split()[0] for line in expected}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_said_of_a_broken_file_is_said_in_two_languages(path: Path) -> None:
    """Each problem names the file and has a message of its own in French and in English."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(path, name="chaîne" + path.suffix)
    for problem in caught.value.problems:
        assert problem.where.file == "chaîne" + path.suffix
        assert problem.message("fr")
        assert problem.message("en")
        assert problem.message("fr") != problem.message("en")
        assert bool(problem.hint("fr")) == bool(problem.hint("en"))


def test_there_are_a_hundred_broken_files() -> None:
    """A hundred mistakes are tried, and each has its expectation beside it."""
    assert len(FILES) >= 100
    assert [path for path in FILES if not path.with_suffix(".expect").exists()] == []
