"""What a chain says of itself: its name, language, territory, level, scales and rates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from valuegraph.model.activity import Level
from valuegraph.model.frozen import EMPTY, Extra, Translations, freeze
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.languages import Language
from valuegraph.model.link import Rate, Share
from valuegraph.model.part import Told, is_blank


def _of_strength(scales: Mapping[str, Mapping[str, float]]) -> Any:
    if set(scales) - {"strength"}:
        raise ValueError("only strength has a scale")
    return freeze(scales)


Scales = Annotated[Mapping[str, Mapping[str, Share]], AfterValidator(_of_strength)]
"""Field -> word -> number; the one field that has a scale today is ``strength``."""


class About(Told):
    """The chain's own description.

    Attributes:
        name, description, territory, period: texts in the chain's language.
        language: the language of every text that has no other.
        level: organisation, project or territory.
        part_of: the chain this one belongs to: a name or a file.
        scales: words that stand for strengths.
        rates: declared conversions.
        base: the common base of the evaluation (*socle commun*), if any.
        extra: anything else, kept on every round trip.
        translations: language -> field -> text.
    """

    kind: ClassVar[str] = WHOLE_CHAIN
    id: ClassVar[str] = WHOLE_CHAIN
    text_fields: ClassVar[tuple[str, ...]] = ("name", "description", "territory", "period")

    name: str = ""
    description: str = ""
    language: Language = "fr"
    territory: str = ""
    level: Level | None = None
    period: str = ""
    part_of: str = ""
    scales: Scales = Field(default=EMPTY)
    rates: tuple[Rate, ...] = ()
    base: str = ""
    extra: Extra = Field(default=EMPTY)
    translations: Translations = Field(default=EMPTY)

    def label(self, language: str) -> str:
        """Return the chain's name in ``language``; may be empty."""
        names = (self.text("name", language), self.name)
        return next((name for name in names if not is_blank(name)), "")
