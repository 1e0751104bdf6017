"""The keys of one mapping: told apart, told once, and those that do not belong there."""

from __future__ import annotations

from valuegraph.io.document_keys import PLACE_WORDS, PLACES
from valuegraph.io.document_reading import Reading, cut, is_nothing
from valuegraph.io.tree import Entry, Node, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import KEYS, fold, key_code, key_word
from valuegraph.problems import Bilingual

Fields = dict[str, Entry]
"""Key, in its English spelling -> entry as typed; what is left empty is not there."""


def fields_of(
    reading: Reading, table: Table, place: str, allowed: tuple[str, ...] | None = None
) -> Fields:
    """Return the entries of a mapping by key; unknown and repeated keys are noted.

    Args:
        reading: the document.
        table: the mapping.
        place: where it stands, a key of ``PLACES``.
        allowed: the keys allowed there, if not all those of the place.
    """
    known = tuple(PLACES[place]) if allowed is None else allowed
    found: Fields = {}
    for entry in table:
        code = key_code(entry.key.text)
        if code is None or code not in known:
            told = {"key": cut(entry.key.text), "place": PLACE_WORDS[place]}
            reading.complain("VG201", entry.key, **told, **_help(reading, entry.key.text, known))
        elif code in found:
            first = found[code].key.text
            reading.complain("VG202", entry.key, key=cut(entry.key.text), first=cut(first))
        else:
            found[code] = entry
    return {code: entry for code, entry in found.items() if not is_nothing(entry.value)}


def require(reading: Reading, fields: Fields, place: str, at: Node, *keys: str) -> bool:
    """Tell whether all these keys are there; those that are missing are noted."""
    missing = [key for key in keys if key not in fields]
    for key in missing:
        told = key_word(key, reading.keys)
        reading.complain("VG209", at, key=told, place=PLACE_WORDS[place])
    return not missing


def _help(reading: Reading, text: str, known: tuple[str, ...]) -> dict[str, object]:
    """Return what was probably meant, and what is allowed, in the language of the file."""
    spellings = {fold(word): code for code in known for word in (code, *KEYS.get(code, ()))}
    near = did_you_mean(fold(text), spellings)
    words = list(dict.fromkeys(key_word(spellings[item], reading.keys) for item in near))
    code = key_code(text)
    elsewhere = [place for place in PLACES if code in PLACES[place]]
    if words and code is None:
        told = ", ".join(words)
        suggestion = Bilingual(f"Vouliez-vous dire : {told} ? ", f"Did you mean: {told}? ")
    elif elsewhere:
        homes = [PLACE_WORDS[place] for place in elsewhere]
        french = ", ".join(dict.fromkeys(home.fr for home in homes))
        english = ", ".join(dict.fromkeys(home.en for home in homes))
        suggestion = Bilingual(f"Cette clé est pour : {french}. ", f"This key is for: {english}. ")
    else:
        suggestion = Bilingual("", "")
    allowed = ", ".join(key_word(code, reading.keys) for code in known)
    return {"suggestion": suggestion, "allowed": allowed}
