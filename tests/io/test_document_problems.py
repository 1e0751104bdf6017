"""All that is wrong is told at once, once, where it stands, with what is allowed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typed_documents import read_typed, told

from valuegraph.examples import EXAMPLES, example_text
from valuegraph.io.documents.document import read_document
from valuegraph.io.documents.keys import PLACES, TEXT_FIELDS
from valuegraph.io.documents.writing import document_of
from valuegraph.io.python_tree import tree_of
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.io.yaml.text import read_yaml
from valuegraph.model.words import KEYS, VOCABULARY
from valuegraph.problems import Problem

FOLDER = Path(__file__).parent.parent / "broken"
FILES = sorted(FOLDER.glob("content-*.yaml"))


def _problems_of(path: Path) -> list[Problem]:
    tree, problems = read_yaml(path.read_text("utf-8"))
    assert (problems, tree is not None) == ([], True)
    assert tree is not None
    return read_document(tree, file=path.name)[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_of_a_broken_content_exactly_the_mistakes_are_told(path: Path) -> None:
    """No mistake is left out, none is told twice, and none follows from another."""
    said = [
        f"{found.code} {found.where.line}:{found.where.column} {found.where.id}".rstrip()
        for found in _problems_of(path)
    ]
    expected = path.with_suffix(".expect").read_text("utf-8").splitlines()
    assert sorted(said) == sorted(expected)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_broken_content_can_be_told_in_both_languages(language: str) -> None:
    """No text of a problem has a hole, and none shows the insides of the program."""
    for path in FILES:
        for problem in _problems_of(path):
            text = problem.to_text(language)
            assert not any(sign in text for sign in ("None", "Scalar", "Bilingual", "Decimal"))
            assert "{}" not in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("territoir: x", "territoire"),
        ("echele: {}", "échelles"),
        ("activité: {a: {utilse: []}}", "activités"),
        ("acteur: []", "acteurs"),
    ],
)
def test_a_mistyped_key_is_met_with_the_one_that_was_meant(typed: str, meant: str) -> None:
    """It is named in the language of the file."""
    _, problems = read_typed(f"nom: Essai\nlangue: fr\nressources: []\n{typed}")
    assert problems[0].code == "VG201"
    assert meant in problems[0].hint("fr")


def test_keys_are_suggested_in_the_language_of_the_file() -> None:
    """A file with English keys is answered with English keys, in either language of messages."""
    _, problems = read_typed("name: Essai\nresources: []\nactivitys: []")
    assert "activities" in problems[0].hint("fr")
    assert "activités" not in problems[0].hint("fr")


def test_what_stands_under_a_mistyped_key_is_judged_as_well() -> None:
    """The parts of `ressource:` are there for those who use them, and are judged."""
    assert told("""
        ressource: {eau: {nom: Eau, statut: bof}}
        activités: {laver: {utilise: [eau, temps]}}
    """) == ["VG201 2:1", "VG221 2:37 eau", "VG213 3:36 laver"]


def test_a_key_that_belongs_elsewhere_is_told_where() -> None:
    """`utilise` is a key of activities."""
    _, problems = read_typed("impacts: {a: {utilise: []}}")
    assert "activité principale" in problems[0].hint("fr")
    assert "primary activity" in problems[0].hint("en")


def test_one_mistake_is_told_once() -> None:
    """What refers to a part with a wrong id, or a wrong field, is not wrong for that."""
    assert told("""
        acteurs: {Les voisins: {nom: Voisins, statut: bof}}
        ressources: {eau: {par: [Les voisins], quantité: beaucoup}}
        activités: {laver: {utilise: eau}}
    """) == ["VG211 2:11 Les voisins", "VG221 2:47 Les voisins", "VG231 3:50 eau"]


def test_a_taken_id_names_the_line_of_the_first() -> None:
    """The message says where to look."""
    _, problems = read_typed("acteurs:\n  eau: Eau de Romans\nressources:\n  eau: Eau")
    assert "(déjà ligne 3)" in problems[0].message("fr")
    assert "(already line 3)" in problems[0].message("en")


def test_words_of_a_scale_are_those_of_the_chain() -> None:
    """A strength that is no word of the scale is met with the words there are."""
    _, problems = read_typed("""
        échelles: {force: {faible: 0.2, fort: 0.8}}
        activités: [A]
        impacts: {i: {de: [{élément: a, force: moyen}, {élément: a, force: 7}]}}
    """)
    assert [problem.code for problem in problems] == ["VG222", "VG222"]
    assert all("faible, fort" in problem.hint("fr") for problem in problems)


def test_reading_stops_where_nobody_would_read_on() -> None:
    """After some hundred mistakes the rest is not told, whatever kind they are of."""
    for data in (
        {f"clé {number}": 1 for number in range(5000)},
        {"activities": {f"a{number}": {"uses": [f"r{number}"]} for number in range(5000)}},
        {"actors": list(range(5000))},
    ):
        tree, _ = tree_of({"valuegraph": 1, **data})
        assert tree is not None
        chain, problems = read_document(tree)
        assert chain is None
        assert len(problems) == 301
        assert problems[-1].code == "VG113"


def test_problems_stand_in_the_order_of_the_document() -> None:
    """They are told from top to bottom, with the name of the file as it was given."""
    for path in FILES:
        problems = _problems_of(path)
        places = [(problem.where.line, problem.where.column) for problem in problems]
        assert places == sorted(places)
        assert {problem.where.file for problem in problems} == {path.name}


def test_every_place_has_its_keys_in_both_languages() -> None:
    """The table of keys names only keys that can be typed, and texts that can be translated."""
    assert {key for keys in PLACES.values() for key in keys} <= set(KEYS)
    for place, fields in TEXT_FIELDS.items():
        assert set(fields) <= set(PLACES[place])


_WORDS = (
    *KEYS, *(word for words in KEYS.values() for word in words), *VOCABULARY,
    *(word for known in VOCABULARY.values() for word in known),
    "", "~", "null", "2018", "no", "fr", "en", "chain", "collecte", "rd", "0.4", "3 kg", "1e999",
    "é", "a b", "[a]", "9" * 5000, "\n",
)  # fmt: skip


class _Mess:
    """Puts a document in disorder, always in the same way for the same number."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- nothing secret
        self.rate = self.chance.choice([0.003, 0.01, 0.03, 0.1])

    def scalar(self) -> Scalar:
        place = Place(self.chance.randint(1, 9), 1)
        return Scalar(self.chance.choice(_WORDS), place, self.chance.random() < 0.5)

    def node(self, depth: int = 0) -> Node:
        pick = self.chance.random()
        if pick < 0.6 or depth > 3:
            return self.scalar()
        size = range(self.chance.randint(0, 3))
        if pick < 0.75:
            return Listing(tuple(self.node(depth + 1) for _ in size))
        entries = (Entry(self.scalar(), self.node(depth + 1)) for _ in size)
        return Table(tuple({entry.key.text: entry for entry in entries}.values()))

    def made_of(self, node: Node) -> Node:
        if self.chance.random() < self.rate:
            return self.node()
        if isinstance(node, Listing):
            return Listing(tuple(map(self.made_of, node.items)), node.place)
        if isinstance(node, Table):
            entries: dict[str, Entry] = {}
            for entry in node:
                key = self.scalar() if self.chance.random() < self.rate else entry.key
                entries.setdefault(key.text, Entry(key, self.made_of(entry.value)))
            return Table(tuple(entries.values()), node.place)
        return node


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from(EXAMPLES))
def test_whatever_is_typed_is_a_chain_or_is_told(seed: int, example: str) -> None:
    """No document makes reading fail; a chain that comes out of a mess can be written."""
    tree, _ = read_yaml(example_text(example))
    assert isinstance(tree, Table)
    mess = _Mess(seed)
    entries = tuple(Entry(entry.key, mess.made_of(entry.value)) for entry in tree)
    chain, problems = read_document(Table(entries))
    assert (chain is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.to_text("fr") and problem.to_text("en") for problem in problems)
    if chain is not None:
        again, _ = tree_of(document_of(chain))
        assert again is not None
        assert read_document(again)[0] == chain
