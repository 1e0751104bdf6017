"""Which texts YAML reads as they stand, and the quotes that the others need."""

from __future__ import annotations

import re

# Some of these begin a construct of YAML only before a space; a reader cannot be expected to
# know when, so a text that begins with one always gets quotes.
_SPECIAL_START = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")

# What other tools, of YAML 1.1 or 1.2, take for something else than a text, and we too where
# a text is not expected.
_WORDS = frozenset(
    "y n yes no on off true false null none nil nan inf oui non vrai faux".split()  # noqa: SIM905
)
_NUMBER_OR_DATE = re.compile(
    r"""[-+.]?[0-9][0-9_,.:/\ +-]*                      # 12, 1-2, 12:30, 1 000, 2018-12-31
    | [-+]?[.]?[0-9][0-9_.]*[eE][-+]?[0-9]+             # 1e3
    | [-+]?0[xob][0-9a-fA-F_]+                          # 0x1F
    | [-+]?[.](?:inf|nan)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ ]+)[0-9].*
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NEGATIVE = re.compile(r"-[0-9][0-9.,]*")
_ENDS_OR_COMMENT = re.compile(r":(?= |$)| #|\s$|^[\s\u200b-\u200d\u2060]")
# A person who types this forgot the space after a key.
_LIKE_A_KEY = re.compile(r"[^\W\d][\w -]*:[^/]")
_FLOW_SIGNS = re.compile(r"[,\[\]{}:?]")

# No plain or single-quoted text may hold these: line ends and what is no text for YAML.
_MUST_BE_CODED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CODES = {
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\0": "\\0",
    "\x1b": "\\e",
    '"': '\\"',
    "\\": "\\\\",
}
_TO_CODE = re.compile('["\\\\]|' + _MUST_BE_CODED.pattern)


def written(text: str, *, flow: bool = False, bare: bool = False) -> str:
    """Return ``text`` as it is typed in YAML: as it stands where that is safe, else quoted.

    Args:
        text: the text, on one line once typed.
        flow: whether it stands inside ``[...]`` or ``{...}``.
        bare: whether it may look like a number, a date, yes or no.
    """
    return text if _is_plain(text, flow=flow, bare=bare) else quoted(text)


def quoted(text: str) -> str:
    """Return ``text`` in the quotes that leave it most readable."""
    if ('"' in text or "\\" in text) and not _MUST_BE_CODED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _TO_CODE.sub(lambda found: _code(found.group()), text) + '"'


def is_one_line_text(text: str) -> bool:
    """Tell whether YAML holds every character of ``text`` without a code."""
    return _MUST_BE_CODED.search(text) is None


def _is_plain(text: str, *, flow: bool, bare: bool) -> bool:
    if not text or text.startswith("..."):
        return False
    if text[0] in _SPECIAL_START and not (bare and _NEGATIVE.fullmatch(text)):
        return False
    if _ENDS_OR_COMMENT.search(text) or _MUST_BE_CODED.search(text) or _LIKE_A_KEY.match(text):
        return False
    if flow and _FLOW_SIGNS.search(text):
        return False
    return bare or not (text.casefold() in _WORDS or _NUMBER_OR_DATE.fullmatch(text))


def _code(letter: str) -> str:
    number = ord(letter)
    return _CODES.get(letter) or (f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}")
