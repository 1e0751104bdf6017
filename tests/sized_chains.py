"""Chains of a given size with labels of a given kind, for the tests of the views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from valuegraph.model.chain import ValueChain

_WORDS = tuple(
    word
    for line in (
        "collecte produits locaux transformation partagée habitants atelier cuisine solidaire",
        "réseau territoire mutualisation ressources coopération circuit bocaux jardin école",
        "quartier entraide",
    )
    for word in line.split()
)
_COMPOUND = "Nachbarschaftsversorgungsgenossenschaftsmitgliederversammlung"


def _french(number: int, length: int) -> str:
    words = (_WORDS[(number * 7 + step * 3) % len(_WORDS)] for step in count())
    return _up_to(words, length).capitalize()


def _up_to(words: Iterator[str], length: int) -> str:
    told = next(words)
    for word in words:
        if len(told) + 1 + len(word) > length:
            return told
        told += f" {word}"
    raise AssertionError("words are endless")


LABELS: dict[str, Callable[[int], str]] = {
    "short": lambda number: _french(number, 30),
    "phrase": lambda number: _french(number, 110),
    "French of 400": lambda number: _french(number, 400),
    "German of 400": lambda number: f"{_COMPOUND} {number} " * 6 + "Schluss",
    "Arabic": lambda number: f"اقتصاد اجتماعي وتضامني {number} " * 4,
    "Chinese": lambda number: f"第{number}项社会和团结经济的地方活动" * 5,
    "emoji": lambda number: f"Cuisine 👩‍🍳🥫 numéro {number} 🇫🇷👍🏽",
    "one word": lambda number: "anticonstitutionnellement" * 16 + str(number),
}


@dataclass(frozen=True)
class Sizes:
    """How many parts of each kind."""

    activities: int = 0
    circuits: int = 0
    resources: int = 0
    support: int = 0
    impacts: int = 0
    actors: int = 0

    def __str__(self) -> str:
        counts = (self.activities, self.circuits, self.resources, self.support, self.impacts)
        return "-".join(str(each) for each in (*counts, self.actors))


SIZES = (
    Sizes(),
    Sizes(activities=1),
    Sizes(impacts=3),
    Sizes(1, 1, 1, 1, 1, 1),
    Sizes(2, 0, 2, 0, 1, 0),
    Sizes(3, 3, 3, 3, 3, 6),
    Sizes(5, 3, 5, 3, 4, 9),
    Sizes(6, 4, 6, 6, 6, 14),
    Sizes(2, 8, 1, 10, 12, 40),
    Sizes(12, 8, 12, 10, 12, 40),
)

_TYPES = ("food", "human", "logistic", "financial", "material", "knowledge", "natural", "other")
_METHOD = ("gift", "local_exchange", "market", "redistribution")


def sized_chain(sizes: Sizes, kind: str = "short") -> ValueChain:
    """Return a chain of that size, its labels of that kind; a quarter of the cells is blank."""
    label, numbers = LABELS[kind], count(1)
    chain = ValueChain(label(0), description=label(1))
    for number in range(sizes.actors):
        chain.add_actor(label(next(numbers)), id=f"actor{number}")
    for number in range(sizes.resources):
        chain.add_resource(label(next(numbers)), id=f"res{number}", type=_TYPES[number % 8])
    codes = [*_METHOD, *(f"own{number}" for number in range(4))][: sizes.circuits]
    for code in codes:
        chain.add_circuit(label(next(numbers)), id=code)
    for number in range(sizes.activities):
        chain.add_activity(
            label(next(numbers)),
            id=f"act{number}",
            uses=[f"res{number % sizes.resources}"] if sizes.resources else [],
            receives={
                code: label(next(numbers))
                for place, code in enumerate(codes)
                if (number + place) % 4 != 3
            },
        )
    for number in range(sizes.support):
        served = [f"act{number}"] if number % 3 == 0 and number < sizes.activities else "all"
        chain.add_support(
            label(next(numbers)),
            id=f"sup{number}",
            by=[f"actor{number}"] if number < sizes.actors else [],
            supports=served,
            actions=[label(next(numbers)) for _ in range(1 + number % 3)],
        )
    for number in range(sizes.impacts):
        chain.add_impact(label(next(numbers)), id=f"imp{number}")
    return chain
