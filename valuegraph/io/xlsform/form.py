"""An XLSForm as plain rows: what is asked, the choices, the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import slug
from valuegraph.problems import Bilingual, Problem, told_language

FORM_LANGUAGES = {"fr": "Français (fr)", "en": "English (en)"}
"""Our language -> how XLSForm calls it in its headings."""

MAX_CELL = 32_000
"""The longest text put into a cell: a worksheet holds some more."""

_REFERENCE = re.compile(r"\$(?=\{)")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Row = dict[str, str]
"""Heading -> text; headings that are left out are empty cells."""


@dataclass(slots=True)
class Form:
    """A questionnaire being made.

    Attributes:
        survey: the questions, in order.
        choices: the answers offered, list by list.
        settings: the one row of settings.
        problems: what is to be known about it.
    """

    survey: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)
    settings: Row = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)
    _lists: set[str] = field(default_factory=set)

    def free_name(self, wanted: str) -> str:
        """Return the first name of a question that none has yet, and take it with its endings."""
        base = safe_name(wanted)
        name, number = base, 2
        taken = {each.casefold() for each in self._names}
        while any(f"{name}{end}".casefold() in taken for end in ("", *ENDINGS)):
            name, number = f"{base}_{number}", number + 1
        self._names |= {name, *(f"{name}{end}" for end in ENDINGS)}
        return name

    def ask(self, kind: str, name: str, label: Bilingual, hint: Bilingual, **more: str) -> None:
        """Add a question; ``more`` are its other cells, by heading."""
        self.survey.append(
            {"type": kind, "name": name, **told("label", label), **told("hint", hint), **more}
        )

    def offer(self, list_name: str, answers: list[tuple[str, Bilingual]]) -> str:
        """Add a list of choices and return its name, another one if that is taken."""
        base = safe_name(list_name)
        name, number = base, 2
        while name in self._lists:
            name, number = f"{base}_{number}", number + 1
        self._lists.add(name)
        self.choices += [
            {"list_name": name, "name": answer, **told("label", label)} for answer, label in answers
        ]
        return name

    def reserve(self, names: tuple[str, ...]) -> None:
        """Keep these names for the questions about the form itself."""
        self._names |= set(names)


ENDINGS = ("__numerator", "__denominator")
"""What a ratio's two columns add to the indicator's name."""


def told(heading: str, words: Bilingual) -> Row:
    """Return the cells of a text in both languages."""
    return {
        f"{heading}::{FORM_LANGUAGES[code]}": plain(words.text(code)) for code in FORM_LANGUAGES
    }


def plain(text: str) -> str:
    """Return a text as a form can hold it: no reference to other answers, no unseen sign."""
    bare = _UNSEEN.sub(" ", _REFERENCE.sub("$ ", text)).strip()
    return bare if len(bare) <= MAX_CELL else bare[: MAX_CELL - 1] + "…"


def safe_name(text: str) -> str:
    """Return a name that XLSForm takes: plain letters, digits, ``_`` and ``-``."""
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", text):
        return text
    bare = re.sub(r"[^A-Za-z0-9_-]+", "_", slug(text)).strip("_-")
    return bare if re.match(r"[A-Za-z_]", bare) else f"q_{bare or 'part'}"


def answer_names(words: list[str]) -> list[str]:
    """Return the name of each answer: the slug of its word, numbered where two are alike."""
    names: list[str] = []
    for word in words:
        base = slug(word)
        name, number = base, 2
        while name in names:
            name, number = f"{base}_{number}", number + 1
        names.append(name)
    return names


def settings_of(chain: ValueChain, title: Bilingual, language: str) -> Row:
    """Return the settings: title, id and the language in which the form opens."""
    asked = told_language(language)
    return {
        "form_title": plain(title.text(asked)),
        "form_id": safe_name(slug(chain.about.name or "valuegraph")),
        "default_language": FORM_LANGUAGES[asked],
    }
