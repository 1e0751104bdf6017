"""A text in the two languages in which everything is shown to people."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("fr", "en")


def told_language(language: str) -> str:
    """Return the language we answer in: French for French, English for any other."""
    return "fr" if language.lower().replace("_", "-").split("-")[0] == "fr" else "en"


class Bilingual(NamedTuple):
    """One text, in French and in English."""

    fr: str
    en: str

    def text(self, language: str) -> str:
        """Return the text in ``language`` (English where we have no such language)."""
        return self.fr if told_language(language) == "fr" else self.en
