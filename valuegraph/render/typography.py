"""French and English micro-typography: apostrophes, quotes, and spaces that must not break."""

from __future__ import annotations

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_THOUSANDS = re.compile(r"(?<![\d.,/-])(\d{1,3})((?: \d{3})+)(?![\d./-])")
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:%|‰|€|\$|£|°C|km|kg|t|h|min|ha|kWh|EUR)(?!\w))")

_FRENCH_BEFORE = re.compile(r" +(?=[;:!?»])")
_FRENCH_AFTER = re.compile(r"(?<=«) +")
_FRENCH_ELISION = re.compile(r"(?<=[^\W\d_])'(?=[\w«“(]|$)")

_ENGLISH_DOUBLE = re.compile(r'(?<![\w”])"(?!\s)([^"“”\n]*?)(?<!\s)"(?!\w)')
_ENGLISH_SINGLE = re.compile(r"(?<!\w)'(?!\s)([^'‘’\n]*?)(?<!\s)'(?!\w)")
_ENGLISH_POSSESSIVE = re.compile(r"(?<=s)'(?=\s|$)")


@lru_cache(maxsize=4096)
def typeset(text: str, language: str) -> str:
    """Return ``text`` with the apostrophes, quotes and no-break spaces of its language.

    Letters and digits never change and nothing is added or left out: characters are replaced one
    by one, except several spaces before a French sign, which become one no-break space. Doing it
    twice changes nothing more.
    """
    text = _APOSTROPHE.sub("’", text)
    text = _THOUSANDS.sub(lambda m: m[1] + m[2].replace(" ", NARROW_NO_BREAK), text)
    text = _NUMBER_AND_UNIT.sub(NO_BREAK, text)
    if language.startswith("fr"):
        text = _FRENCH_BEFORE.sub(NO_BREAK, text)
        text = _FRENCH_AFTER.sub(NO_BREAK, text)
        text = _FRENCH_ELISION.sub("’", text)
    elif language.startswith("en"):
        text = _ENGLISH_DOUBLE.sub(r"“\1”", text)
        text = _ENGLISH_SINGLE.sub(r"‘\1’", text)
        text = _ENGLISH_POSSESSIVE.sub("’", text)
    return text
