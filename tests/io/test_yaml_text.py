"""YAML read to a tree: the text exactly, all mistakes at once, what to type instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.io.encoding import with_plain_line_ends
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.io.yaml.text import read_yaml
from valuegraph.problems import Problem, Severity

YAML_SIGNS = " :#-?&*!|>'\"%@`[]{},=<\\~.\t\n\u00a0\u2028\x85xéa0"


def value_of(text: str) -> Scalar:
    """Return the only value of a text of one key."""
    tree, problems = read_yaml(text)
    assert problems == []
    assert isinstance(tree, Table)
    (entry,) = tree
    assert isinstance(entry.value, Scalar)
    return entry.value


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong with a text."""
    return [problem.code for problem in read_yaml(text)[1]]


def only(text: str) -> Problem:
    """Return the only problem of a text."""
    _, (problem,) = read_yaml(text)
    return problem


@pytest.mark.parametrize(
    "text", ["no", "on", "1-2", "2018", "2018-12-31", "null", "~", "1e3", "0x1"]
)
def test_no_text_is_taken_for_something_else(text: str) -> None:
    """Numbers, dates, yes and no are the text that was typed, marked as not quoted."""
    assert value_of(f"nom: {text}") == Scalar(text, Place(1, 6), quoted=False)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"a : b"', "a : b"),
        ("'l''eau'", "l'eau"),
        ('"\\u00e9\\n\\x41"', "é\nA"),
        ('"\\ud83d\\ude00"', "😀"),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_quotes_and_blocks_say_that_it_is_a_text(typed: str, text: str) -> None:
    """Their codes are read, and the schema is told that they were there."""
    assert value_of(f"nom: {typed}") == Scalar(text, Place(1, 6), quoted=True)


def test_every_key_and_value_has_its_line_and_column() -> None:
    """Places count from one, whatever letters come before."""
    tree, problems = read_yaml("nom: 👍\nactivités:\n  tri: [a, 'é', b]\n  vide:\n")
    assert problems == []
    assert tree == Table(
        (
            _entry("nom", 1, 1, Scalar("👍", Place(1, 6))),
            _entry("activités", 2, 1, Table((
                _entry("tri", 3, 3, Listing((
                    Scalar("a", Place(3, 9)),
                    Scalar("é", Place(3, 12), quoted=True),
                    Scalar("b", Place(3, 17)),
                ), Place(3, 8))),
                _entry("vide", 4, 3, Scalar("", Place(4, 8))),
            ), Place(3, 3))),
        ),
        Place(1, 1),
    )  # fmt: skip


def _entry(key: str, line: int, column: int, value: Node) -> Entry:
    return Entry(Scalar(key, Place(line, column)), value)


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x85b", "a\tb", "a\ufeffb"])
def test_what_ended_a_line_before_yaml_1_2_is_text(text: str) -> None:
    """Only a line feed ends a line; tabs between words are kept."""
    assert value_of(f"nom: {text}  # note").text == text


@pytest.mark.parametrize("text", ["nom:\tx", "nom: x\t", "nom: x\t# note", "nom: x\n\t\n"])
def test_a_tab_that_indents_nothing_is_a_space(text: str) -> None:
    """Tabs after a colon, at the end of a line or on an empty line do no harm."""
    assert value_of(text).text == "x"


def test_all_mistakes_come_at_once() -> None:
    """After a line that YAML does not understand, reading goes on as if it were right."""
    text = 'nom: a : b\nx: @c\ny: "d" e\nz: [f\nw: {g: h\nv:i\nx: j\nu: &k l\n'
    assert codes(text) == [
        *("VG130", "VG132", "VG133", "VG135", "VG135", "VG137", "VG115", "VG123"),
    ]


def test_the_tree_of_a_text_put_right_is_what_was_meant() -> None:
    """So the content of the other lines can be checked too."""
    tree, problems = read_yaml('nom: Collecte : produits\nx: Le "Bon" coin\ny: "Le "Bon" coin"\n')
    assert [problem.code for problem in problems] == ["VG130", "VG133"]
    assert isinstance(tree, Table)
    assert [getattr(entry.value, "text", "") for entry in tree] == [
        *("Collecte : produits", 'Le "Bon" coin', 'Le "Bon" coin'),
    ]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("nom: Collecte : produits", 'nom: "Collecte : produits"'),
        ("  - nom: &Co", '- nom: "&Co"'),
        ("nom: %age", 'nom: "%age"'),
        ('nom: "Le "Bon" coin"', "nom: 'Le \"Bon\" coin'"),
        ("nom: 'L'atelier'", 'nom: "L\'atelier"'),
        ('nom: "C:\\Users"', "nom: 'C:\\Users'"),
        ("nom: > 10 bocaux", 'nom: "> 10 bocaux"'),
        ("nom: - bocaux", 'nom: "- bocaux"'),
        ("nom: [Le] Bocal", 'nom: "[Le] Bocal"'),
        ("nom: Lot #3", 'nom: "Lot #3"'),
        ("nom: [a, lot #3]", 'nom: [a, "lot #3"]'),
        ("nom:Collecte", "nom: Collecte"),
        ("nom: 'Collecte", 'nom: "Collecte"'),
        ("nom: [a, b", "nom: [a, b]"),
    ],
)
def test_the_hint_gives_the_line_to_type(typed: str, hint: str) -> None:
    """What to type is built from the very line."""
    assert only(typed).values["typed"] == hint


@given(st.text(YAML_SIGNS.replace("\n", "").replace("\t", ""), min_size=1, max_size=12))
def test_what_we_tell_to_type_is_read(text: str) -> None:
    """Typing the quoted form that a hint gives puts the line right."""
    for problem in read_yaml(f"nom: {text}")[1]:
        typed = str(problem.values.get("typed", ""))
        if typed.startswith(("nom: '", 'nom: "')):
            assert all(other.severity is Severity.NOTE for other in read_yaml(typed)[1])


def test_text_after_a_hash_is_a_note_with_what_was_dropped() -> None:
    """YAML cuts it silently; we read it the same way, and say so."""
    problem = only("nom: Lot #3 des bocaux")
    assert (problem.code, problem.severity) == ("VG131", Severity.NOTE)
    assert problem.values["shown"] == "#3 des bocaux"


@pytest.mark.parametrize("text", ["nom: Lot  # note", "nom: [a]  # x", "# x\nnom: a", "nom:  # x"])
def test_a_comment_that_looks_like_one_is_no_note(text: str) -> None:
    """Two spaces, the sign and a space make a comment."""
    assert codes(text) == []


def test_a_key_typed_twice_is_read_as_one_section() -> None:
    """So that what the second contains is not said to be missing."""
    tree, problems = read_yaml("a:\n  b: 1\na:\n  c: 2\n  b: 3\n")
    assert [problem.code for problem in problems] == ["VG115"]
    assert tree == read_yaml("a:\n  b: 1\n\n  c: 2\n")[0]


def test_lines_moved_by_tabs_do_not_bring_other_complaints_of_alignment() -> None:
    """With tabs nobody knows what stands below what: one complaint names all lines."""
    problem = only("a:\n\tb:\n\t\tc: d\n  e: f\n")
    assert (problem.code, problem.where.line) == ("VG120", 2)
    assert "3" in problem.message("fr")


def test_places_are_those_of_the_text_as_it_was_typed() -> None:
    """What was put right on a line does not move what comes after it."""
    _, problems = read_yaml("nom: [@a, %b]\n")
    assert [problem.where.column for problem in problems] == [7, 11]


def test_a_complaint_names_the_part_in_which_it_is() -> None:
    """The id is that of the part, however deep the line stands in it."""
    text = "activités:\n  tri:\n    reçoit:\n      don:\n        nom: a : b\n"
    assert only(text).where.id == "tri"


@given(st.text(YAML_SIGNS, max_size=60))
def test_any_text_gives_a_tree_or_a_reason(text: str) -> None:
    """Nothing is refused in silence, and no place lies outside the text."""
    tree, problems = read_yaml(text)
    assert tree is not None or problems
    for problem in problems:
        assert 1 <= problem.where.line <= text.count("\n") + 1


@given(st.text(max_size=60))
def test_any_letters_give_a_tree_or_a_reason(text: str) -> None:
    """The same for all of Unicode."""
    tree, problems = read_yaml(with_plain_line_ends(text))
    assert tree is not None or problems
