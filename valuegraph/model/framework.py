"""A common base (*socle commun*): dimensions, criteria and indicators that many chains adopt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from valuegraph.model.evaluation import Criterion, Indicator
from valuegraph.model.frozen import EMPTY, Extra, Translations
from valuegraph.model.languages import Language
from valuegraph.model.part import Part, Told, is_blank


class Dimension(Part):
    """One side of what a common base looks at, such as social cohesion.

    It has the fields of every part, and stands in a framework only.
    """

    kind: ClassVar[str] = "dimension"
    section: ClassVar[str] = "dimensions"


class Framework(Told):
    """A common base: what several chains agree to follow, under ids that stay.

    Attributes:
        name, description: texts in the framework's language.
        language: the language of every text that has no other.
        dimensions: the sides it looks at, in the order of listing.
        criteria: what is judged; ``dimension`` is the id of one of its dimensions, or empty.
        indicators: what is followed; ``criterion`` is the id of one of its criteria, or empty.
        extra: anything else, kept on every round trip.
        translations: language -> field -> text.
    """

    text_fields: ClassVar[tuple[str, ...]] = ("name", "description")

    name: str = ""
    description: str = ""
    language: Language = "fr"
    dimensions: tuple[Dimension, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    extra: Extra = Field(default=EMPTY)
    translations: Translations = Field(default=EMPTY)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Refuse ids that stand twice, and references to what is not there."""
        ids = [part.id for part in self.parts]
        if len(set(ids)) < len(ids):
            raise ValueError("ids are unique")
        dimensions, criteria = _ids(self.dimensions), _ids(self.criteria)
        for criterion in self.criteria:
            if criterion.question or criterion.dimension not in (*dimensions, ""):
                raise ValueError("a criterion has a dimension of the framework, and no question")
        for indicator in self.indicators:
            if indicator.measures or indicator.criterion not in (*criteria, ""):
                raise ValueError("an indicator has a criterion of the framework, and no parts")
        return self

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its dimensions, criteria and indicators."""
        return (*self.dimensions, *self.criteria, *self.indicators)

    @cached_property
    def _by_id(self) -> Mapping[str, Part]:
        return {part.id: part for part in self.parts}

    def __contains__(self, part_id: object) -> bool:
        return part_id in self._by_id

    def dimension_of(self, part: Part) -> Dimension | None:
        """Return the dimension of one of its criteria or indicators."""
        criterion = self._by_id.get(part.criterion) if isinstance(part, Indicator) else part
        known = self._by_id.get(criterion.dimension) if isinstance(criterion, Criterion) else None
        return known if isinstance(known, Dimension) else None

    def label(self, language: str) -> str:
        """Return its name in ``language``; may be empty."""
        names = (self.text("name", language), self.name)
        return next((name for name in names if not is_blank(name)), "")


def told_in(part: Part, own: str, wanted: str) -> dict[str, Any]:
    """Return the fields of a part with its texts in another language, where they are known.

    Args:
        part: a part of a framework or of a chain.
        own: the language of its texts.
        wanted: the language of the chain that they are for; the texts in ``own`` become
            translations.
    """
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    if own == wanted:
        return fields
    others = {language: dict(texts) for language, texts in part.translations.items()}
    known = others.pop(wanted, {})
    before = {name: fields[name] for name in known if fields[name]}
    if before:
        others[own] = {**others.get(own, {}), **before}
    return {**fields, **known, "translations": others}


def _ids(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(part.id for part in parts)
