"""Where a word too long for its line may be cut, best places first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from valuegraph.render.fontface import Face
from valuegraph.render.glyphs import DRAWN_SPACES, MISSING_BOX, clusters, drawable

SOFT_HYPHEN = "\u00ad"
MIN_LETTERS = 3
HYPHEN_ROOM = 0.05  # ems: the most that a font pushes a hyphen away from a letter

_BREAK_AFTER = frozenset("-‐–—/\\._?&=#@:,;|+…" + SOFT_HYPHEN)
_VOWELS = frozenset("aeiouyœæøı")
# Consonants that one syllable begins with: they are not parted.
_ONSETS = "bl br ch ck cl cr dr fl fr gh gl gn gr ph pl pr qu sc sh st th tr vr wh"
_PAIRS = frozenset(_ONSETS.split())
# A last syllable that is not spoken (-que, -bles): too little to stand on a line.
_MUTE_ENDING = re.compile(r"[^aeiouyœæøı]+u?es?")
_LONGEST_MUTE = 6


def cut_word(
    word: str, limit: float, font_face: Face, tracking: float = 0
) -> list[tuple[str, bool]]:
    """Cut ``word`` into drawn pieces no wider than ``limit`` ems; True tells an added hyphen.

    A piece ends after the word's own hyphen or, in an address, after / . - and the like; failing
    that at a syllable; failing that anywhere. Only a single character wider than the limit exceeds.
    """
    measured = _measured(word, font_face, tracking)
    pieces = []
    start, last = 0, len(measured.signs)
    while start < last:
        end, suffix = last, ""
        if not measured.fits(start, last, limit):
            end, suffix = measured.best_cut(start, limit)
        drawn = "".join(measured.drawn[start:end]).strip(DRAWN_SPACES)
        pieces.append((drawn + suffix, bool(suffix)))
        start = end
    return [(drawn, hyphenated) for drawn, hyphenated in pieces if drawn]


def syllable_borders(signs: list[str]) -> frozenset[int]:
    """Return the places before which a word may take a hyphen: vowel | consonant + vowel.

    At least three letters stay on either side within their run of letters, and consonants that
    begin a syllable together (tr, ch, gn...) stay together.
    """
    bases = [_base_letter(sign) for sign in signs]
    borders = set()
    run_start = 0
    for place in range(len(bases) + 1):
        if place < len(bases) and bases[place]:
            continue
        for border in range(run_start + MIN_LETTERS, place - MIN_LETTERS + 1):
            if _begins_syllable(bases, border):
                borders.add(border)
        run_start = place + 1
    return frozenset(borders)


def _begins_syllable(bases: list[str], place: int) -> bool:
    before, here, after = bases[place - 1], bases[place], bases[place + 1]
    if here in _VOWELS or _MUTE_ENDING.fullmatch(_letters_from(bases, place)):
        return False
    if f"{before}{here}" in _PAIRS:
        return False
    if after in _VOWELS:
        return True
    return f"{here}{after}" in _PAIRS and bases[place + 2] in _VOWELS


def _letters_from(bases: list[str], place: int) -> str:
    letters = "".join(bases[place : place + _LONGEST_MUTE + 1])
    return letters if "" not in bases[place : place + len(letters)] else ""


def _base_letter(sign: str) -> str:
    if not sign[0].isalpha():
        return ""
    return unicodedata.normalize("NFD", sign)[0].casefold()


@dataclass(frozen=True, slots=True)
class _MeasuredWord:
    signs: tuple[str, ...]
    drawn: tuple[str, ...]
    ends: tuple[float, ...]  # the width up to each sign, in ems
    borders: frozenset[int]
    hyphen: float

    def fits(self, start: int, end: int, limit: float, suffix: str = "") -> bool:
        room = limit - (self.hyphen if suffix else 0)
        return self.ends[end] - self.ends[start] <= room

    def best_cut(self, start: int, limit: float) -> tuple[int, str]:
        """Return where the piece from ``start`` ends, and the hyphen that it needs there."""
        longest = start + 1
        while longest < len(self.signs) - 1 and self.fits(start, longest + 1, limit):
            longest += 1
        for end in range(longest, start + MIN_LETTERS - 1, -1):
            sign = self.signs[end - 1]
            suffix = "-" if sign == SOFT_HYPHEN else ""
            # Signs of that kind stay together: "..." and "//" are not cut.
            whole = sign in _BREAK_AFTER and self.signs[end] not in _BREAK_AFTER
            if whole and self.fits(start, end, limit, suffix):
                return end, suffix
        for end in range(longest, start + MIN_LETTERS - 1, -1):
            if end in self.borders and self.fits(start, end, limit, "-"):
                return end, "-"
        for end in range(longest, start + 1, -1):
            suffix = "-" if self._parts_letters(end) else ""
            if self.fits(start, end, limit, suffix):
                return end, suffix
        return start + 1, ""

    def _parts_letters(self, place: int) -> bool:
        return all(
            self.signs[near][0].isalpha() and self.drawn[near] != MISSING_BOX
            for near in (place - 1, place)
        )


@lru_cache(maxsize=256)  # a word is tried in ever smaller letters
def _measured(word: str, font_face: Face, tracking: float) -> _MeasuredWord:
    signs = list(clusters(word))
    drawn = [drawable(sign, font_face) for sign in signs]
    ends, before = [0.0], ""
    for sign in drawn:
        step = font_face.width(before + sign) - font_face.width(before)
        ends.append(ends[-1] + step + tracking * len(sign))
        before = sign or before
    hyphen = HYPHEN_ROOM + font_face.width("-") + tracking
    return _MeasuredWord(tuple(signs), tuple(drawn), tuple(ends), syllable_borders(signs), hyphen)
