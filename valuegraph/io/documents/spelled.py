"""The keys of files other than chains, in both languages: themes, packs of rules."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from valuegraph.io.documents.reading import Reading, cut, is_nothing
from valuegraph.io.tree import Entry, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual

Spellings = Mapping[str, tuple[str, ...]]
"""Key, in its English spelling -> the others, the French one first."""
Fields = dict[str, Entry]

_SURELY_MEANT = 0.8


def spelled_fields(reading: Reading, table: Table, name: Bilingual, spellings: Spellings) -> Fields:
    """Return the entries of a mapping by key; unknown and repeated keys are noted.

    Args:
        reading: where problems are noted.
        table: the mapping as typed.
        name: how the place is called.
        spellings: its keys.
    """
    codes = by_spelling(spellings)
    found: Fields = {}
    mistyped: Fields = {}
    for entry in table:
        typed = fold(entry.key.text)
        code = codes.get(typed)
        if code is None:
            near = list(dict.fromkeys(codes[word] for word in did_you_mean(typed, codes)))
            allowed = ", ".join(spelling(code, spellings, reading.keys) for code in spellings)
            reading.complain("VG201", entry.key, key=cut(entry.key.text), place=name,
                             suggestion=suggestion(near, spellings, reading.keys),
                             allowed=allowed)  # fmt: skip
            if near and _is_surely(near[0], typed, spellings):
                mistyped.setdefault(near[0], entry)
        elif code in found:
            first = found[code].key.text
            reading.complain("VG202", entry.key, key=cut(entry.key.text), first=cut(first))
        else:
            found[code] = entry
    every = {**mistyped, **found}
    return {code: entry for code, entry in every.items() if not is_nothing(entry.value)}


def by_spelling(spellings: Spellings) -> dict[str, str]:
    """Return each spelling, folded -> the key it means."""
    found: dict[str, str] = {}
    for code, others in spellings.items():
        for word in (code, *others):
            found.setdefault(fold(word), code)
    return found


def spelling(code: str, spellings: Spellings, language: str) -> str:
    """Return how a key is written in a language."""
    return spellings[code][0] if language == "fr" and spellings[code] else code


def suggestion(near: list[str], spellings: Spellings, language: str) -> Bilingual:
    """Return the sentence that tells what was probably meant, if anything."""
    if not near:
        return Bilingual("", "")
    told = ", ".join(spelling(code, spellings, language) for code in near)
    return Bilingual(f"Vouliez-vous dire : {told} ? ", f"Did you mean: {told}? ")


def _is_surely(code: str, typed: str, spellings: Spellings) -> bool:
    words = (code, *spellings[code])
    return max(SequenceMatcher(None, fold(word), typed).ratio() for word in words) >= _SURELY_MEANT
