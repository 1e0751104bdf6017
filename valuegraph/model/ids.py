"""Ids: which are legal, which are reserved, and how one is made from a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from typing import Annotated

from pydantic import StringConstraints

from valuegraph.model.words import CIRCUIT_LABELS, VOCABULARY, key_code, word_code

WHOLE_CHAIN = "chain"
"""The end of a link that concerns the whole chain."""

MAX_ID_LENGTH = 100
_FEW = 100

Id = Annotated[str, StringConstraints(min_length=1, max_length=4 * MAX_ID_LENGTH)]

SECTIONS = (
    "actors",
    "resources",
    "circuits",
    "support",
    "activities",
    "outputs",
    "impacts",
    "margin",
    "links",
    "evaluation",
)

RESERVED = frozenset(
    {WHOLE_CHAIN, "sequence", "all", "none", *SECTIONS, *CIRCUIT_LABELS, *VOCABULARY["kind"]}
)
"""Words of the text form that no part may take as its id (a circuit may take its own)."""

_LEGAL = re.compile(r"\w[\w-]*", re.UNICODE)


def is_legal(text: str) -> bool:
    """Tell whether ``text`` may be an id: letters of any script, digits, ``_`` and ``-``."""
    return len(text) <= MAX_ID_LENGTH and _LEGAL.fullmatch(text) is not None


def is_a_word_of_references(text: str) -> bool:
    """Tell whether ``text`` means all, none or in sequence, in either language and any case."""
    return word_code("whole", text) is not None or key_code(text) == "sequence"


def is_numbered(text: str, base: str) -> bool:
    """Tell whether ``text`` is ``base``, or ``base-2`` and so on."""
    return text.startswith(base) and re.fullmatch(r"(-[1-9]\d*)?", text[len(base) :]) is not None


def slug(name: str) -> str:
    """Return the id made from a name: plain lower-case letters, digits and ``_``.

    A name with no letter or digit of the Latin script keeps its own letters; one with
    nothing to keep gives ``part``.
    """
    whole = name.casefold().replace("œ", "oe").replace("æ", "ae")
    folded = unicodedata.normalize("NFKD", whole)
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    ascii_slug = re.sub(r"[^a-z0-9]+", "_", bare).strip("_")
    text = ascii_slug or re.sub(r"\W+", "_", unicodedata.normalize("NFC", name)).strip("_")
    return text[: MAX_ID_LENGTH - 20].rstrip("_") or "part"


def free_slug(name: str, taken: Container[str]) -> str:
    """Return the slug of ``name``, numbered from 2 if it is reserved or ``taken``."""
    base = slug(name)

    def is_taken(candidate: str) -> bool:
        return candidate in taken or candidate in RESERVED or is_a_word_of_references(candidate)

    return _first_free(base, "_", is_taken)


def circuit_id(name: str, taken: Container[str]) -> str:
    """Return the code of the method's circuit of that name, else a slug that is no such name."""
    code = word_code("circuit", name)
    made = free_slug(name, taken)
    return code or (free_slug(f"{made}_2", taken) if word_code("circuit", made) else made)


def numbered(base: str, taken: Container[str]) -> str:
    """Return ``base``, or ``base-2``, ``base-3``... the first that is not ``taken``."""
    return _first_free(base, "-", taken.__contains__)


def _first_free(base: str, sign: str, is_taken: Callable[[str], bool]) -> str:
    """Return the first numbered name that is free; after many, holes may be passed over.

    Numbers are tried one by one as long as they are few, then by doubling and halving: a
    file of strangers may hold thousands of one name.
    """

    def name(number: int) -> str:
        return base if number == 1 else f"{base}{sign}{number}"

    number = 1
    while is_taken(name(number)) and number < _FEW:
        number += 1
    low, high = number, number
    while is_taken(name(high)):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_taken(name(middle)) else (low, middle)
    return name(high)
