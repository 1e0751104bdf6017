"""What other tools take an unquoted text for: a number, a date, yes or no, nothing."""

from __future__ import annotations

import re

from valuegraph.problems import Bilingual

_WORDS = {
    **dict.fromkeys(("true", "yes", "on"), Bilingual("« vrai »", "“true”")),
    **dict.fromkeys(("false", "no", "off"), Bilingual("« faux »", "“false”")),
    **dict.fromkeys(("null", "~"), Bilingual("« rien »", "“nothing”")),
}
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?", re.ASCII)
_TIME = re.compile(r"[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?", re.ASCII)
_NUMBER = re.compile(
    r"[-+]?(\d[\d_]*(\.[\d_]*)?|\.\d[\d_]*)([eE][-+]?\d+)?"
    r"|[-+]?0[xob][\da-fA-F_]+|[-+]?\.(inf|nan)",
    re.ASCII | re.IGNORECASE,
)


def guess(text: str) -> Bilingual | None:
    """Return what other tools of YAML take an unquoted text for; ``None`` for a text."""
    word = _WORDS.get(text.casefold())
    if word:
        return word
    if _DATE.fullmatch(text):
        return Bilingual("une date", "a date")
    if _TIME.fullmatch(text):
        return Bilingual("une heure, donc un nombre", "a time, so a number")
    if _NUMBER.fullmatch(text):
        return Bilingual("un nombre", "a number")
    return None
