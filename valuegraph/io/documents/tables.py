"""The keys of one mapping: told apart, told once, and those that do not belong there."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from valuegraph.io.documents.keys import OF_FRAMEWORKS, PLACE_WORDS, PLACES
from valuegraph.io.documents.reading import Reading, cut, is_nothing
from valuegraph.io.tree import Entry, Node, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import KEYS, fold, key_code, key_word
from valuegraph.problems import Bilingual

Fields = dict[str, Entry]
"""Key, in its English spelling -> entry as typed; what is left empty is not there."""

_SHORT = 100
"""Keys that are longer are not remembered: files come from strangers."""

_SURELY_MEANT = 0.8
_MAYBE_MEANT = 0.73


def fields_of(
    reading: Reading, table: Table, place: str, allowed: tuple[str, ...] | None = None
) -> Fields:
    """Return the entries of a mapping by key; unknown and repeated keys are noted.

    What stands under a mistyped key is read as if the key were right, so that what it holds
    is judged as well, and not said to be missing.

    Args:
        reading: the document.
        table: the mapping.
        place: where it stands, a key of ``PLACES``.
        allowed: the keys allowed there, if not all those of the place.
    """
    known = tuple(PLACES[place]) if allowed is None else allowed
    found: Fields = {}
    mistyped: Fields = {}
    for entry in table:
        text = entry.key.text
        code = _code_of_short(text) if len(text) < _SHORT else key_code(text)
        if code is None or code not in known:
            near = _near(entry.key.text, known)
            told = {"key": cut(entry.key.text), "place": PLACE_WORDS[place]}
            reading.complain("VG201", entry.key, **told, **_help(reading, entry, near, known))
            if near and _is_surely(near[0], entry.key.text):
                mistyped.setdefault(near[0], entry)
        elif code in found:
            first = found[code].key.text
            reading.complain("VG202", entry.key, key=cut(entry.key.text), first=cut(first))
            found[code] = _joined(found[code], entry)
        else:
            found[code] = entry
    every = {**mistyped, **found}
    return {code: entry for code, entry in every.items() if not is_nothing(entry.value)}


@lru_cache(maxsize=1024)
def _code_of_short(text: str) -> str | None:
    return key_code(text)


def require(reading: Reading, fields: Fields, place: str, at: Node, *keys: str) -> bool:
    """Tell whether all these keys are there; those that are missing are noted."""
    missing = [key for key in keys if key not in fields]
    for key in missing:
        told = key_word(key, reading.keys)
        reading.complain("VG209", at, key=told, place=PLACE_WORDS[place])
    return not missing


def _near(text: str, known: tuple[str, ...]) -> list[str]:
    """Return the keys that were probably meant, the likeliest first."""
    if key_code(text) is not None:
        return []
    spellings = {fold(word): code for code in known for word in (code, *KEYS.get(code, ()))}
    near = did_you_mean(fold(text), spellings, cutoff=_MAYBE_MEANT)
    return list(dict.fromkeys(spellings[word] for word in near))


def _is_surely(code: str, text: str) -> bool:
    words = (code, *KEYS.get(code, ()))
    ratios = (SequenceMatcher(None, fold(word), fold(text)).ratio() for word in words)
    return max(ratios) >= _SURELY_MEANT


def _joined(first: Entry, second: Entry) -> Entry:
    """Return what two spellings of one key hold: of two sections, the parts of both."""
    if not (isinstance(first.value, Table) and isinstance(second.value, Table)):
        return first
    known = {entry.key.text for entry in first.value}
    added = tuple(entry for entry in second.value if entry.key.text not in known)
    return Entry(first.key, Table(first.value.entries + added, first.value.place))


def _help(
    reading: Reading, entry: Entry, near: list[str], known: tuple[str, ...]
) -> dict[str, object]:
    """Return what was probably meant, and what is allowed, in the language of the file."""
    code = key_code(entry.key.text)
    elsewhere = [place for place in PLACES
                 if code in PLACES[place] and place not in OF_FRAMEWORKS]  # fmt: skip
    suggestion = Bilingual("", "")
    if near:
        told = ", ".join(key_word(key, reading.keys) for key in near)
        suggestion = Bilingual(f"Vouliez-vous dire : {told} ? ", f"Did you mean: {told}? ")
    elif elsewhere:
        homes = [PLACE_WORDS[place] for place in elsewhere]
        french = ", ".join(dict.fromkeys(home.fr for home in homes))
        english = ", ".join(dict.fromkeys(home.en for home in homes))
        suggestion = Bilingual(f"Cette clé est pour : {french}. ", f"This key is for: {english}. ")
    allowed = ", ".join(key_word(key, reading.keys) for key in known)
    return {"suggestion": suggestion, "allowed": allowed}
