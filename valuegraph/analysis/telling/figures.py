"""How numbers, names and lists are told in a sentence, in French and English."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from valuegraph.problems import Bilingual, told_language

_LEAST = 0.0005
_NOISE = 1e-12


def percent(share: float, language: str) -> str:
    """Return a share as people read it: ``37,5 %`` or ``37.5%``.

    What is not nothing is never told as 0 %, and what is not all never as 100 %.
    """
    tenths = Decimal(f"{share * 100:.9f}").quantize(Decimal("0.1"), ROUND_HALF_UP)
    text = f"{tenths}".removesuffix(".0")
    if 0 < share < _LEAST:
        text = "< 0.1"
    elif 1 - _LEAST <= share < 1 - _NOISE:
        text = "99.9"
    return text.replace(".", ",") + "\u00a0%" if _is_french(language) else f"{text}%"


def percents(share: float) -> Bilingual:
    """Return a share as people read it, in both languages."""
    return Bilingual(percent(share, "fr"), percent(share, "en"))


def listed(words: Sequence[str], language: str) -> str:
    """Return words as one list: ``a, b et c``."""
    if len(words) < 2:
        return "".join(words)
    conjunction = " et " if _is_french(language) else " and "
    return conjunction.join((", ".join(words[:-1]), words[-1]))


def some(names: Sequence[Bilingual], most: int = 10) -> Bilingual:
    """Return names as one list that says how many it leaves out beyond ``most``."""
    shown = list(names[:most])
    more = len(names) - len(shown)
    french = [name.fr for name in shown] + ([f"{more} de plus"] if more else [])
    english = [name.en for name in shown] + ([f"{more} more"] if more else [])
    return Bilingual(listed(french, "fr"), listed(english, "en"))


def _is_french(language: str) -> bool:
    return told_language(language) == "fr"
