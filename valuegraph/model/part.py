"""What every part of a chain has, and the evidence a part or a link may carry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from valuegraph.model.frozen import EMPTY, Extra, Translations, told_translations
from valuegraph.model.ids import Id

_ENDS_IN_DOUBT = re.compile(r"\?\s*$")


class Status(StrEnum):
    """How sure a part or a link is."""

    OBSERVED = "observed"
    PLANNED = "planned"
    HYPOTHESIS = "hypothesis"
    DISPUTED = "disputed"
    REFUTED = "refuted"


class Story(StrEnum):
    """Whether a part belongs on the one readable page."""

    MAIN = "main"
    DETAIL = "detail"


class Sign(StrEnum):
    """A judgement: a gain, a loss, or both."""

    PLUS = "+"
    MINUS = "-"
    MIXED = "mixed"


class Frozen(BaseModel):
    """A value that never changes and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(Frozen):
    """A value with texts that can be told in several languages."""

    text_fields: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:  # each class declares the field itself, as its last one
        translations: Translations

    @field_validator("translations", check_fields=False)
    @classmethod
    def _of_its_texts(cls, translations: Mapping[str, Mapping[str, Any]]) -> Any:
        several = {name for name in cls.text_fields if cls.model_fields[name].default == ()}
        return told_translations(translations, set(cls.text_fields) - several, several)

    def text(self, field: str, language: str) -> str:
        """Return a text in ``language``, or as written where there is no translation."""
        told = self.translations.get(language, EMPTY).get(field)
        return str(told) if told is not None else str(getattr(self, field))

    def texts(self, field: str, language: str) -> tuple[str, ...]:
        """Return a list of texts in ``language``, or as written."""
        told = self.translations.get(language, EMPTY).get(field)
        return tuple(told) if told is not None else tuple(getattr(self, field))

    def fields_with(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields as they are, with some others in their place."""
        return {**{name: getattr(self, name) for name in type(self).model_fields}, **values}


class Evidence(Frozen):
    """Where a claim comes from: a source, a quote, a date, who says so."""

    source: str = ""
    quote: str = ""
    date: str = ""
    who: str = ""


class Part(Told):
    """A part of a chain, named and identified.

    Attributes:
        id: unique in the chain and stable.
        name: the name, in the chain's language; empty in a draft.
        description: free text.
        status: how sure it is; a name that ends with ``?`` and no status is a hypothesis.
        story: ``main`` or ``detail``: what the one readable page shows.
        group: a heading under which several parts stand together.
        codes: codes of shared catalogues (SDG numbers and the like).
        evidence: where it comes from.
        extra: anything else, kept on every round trip.
        translations: language -> field -> text (or texts).
    """

    kind: ClassVar[str] = "part"
    section: ClassVar[str] = ""
    text_fields: ClassVar[tuple[str, ...]] = ("name", "description", "group")

    id: Id
    name: str = ""
    description: str = ""
    status: Status | None = None
    story: Story | None = None
    group: str = ""
    codes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    extra: Extra = Field(default=EMPTY)
    translations: Translations = Field(default=EMPTY)

    @model_validator(mode="before")
    @classmethod
    def _doubt_is_a_hypothesis(cls, values: Any) -> Any:
        if isinstance(values, Mapping) and values.get("status") is None:
            name = values.get("name")
            if isinstance(name, str) and ends_in_doubt(name):
                return {**values, "status": Status.HYPOTHESIS}
        return values

    @property
    def status_is_implied(self) -> bool:
        """Whether the final ``?`` of the name already says the status."""
        return self.status is Status.HYPOTHESIS and ends_in_doubt(self.name)

    def label(self, language: str) -> str:
        """Return the name in ``language``, or the id of a part that has no name yet."""
        names = (self.text("name", language), self.name)
        return next((name for name in names if not is_blank(name)), self.id)

    def changed(self, **values: Any) -> Self:
        """Return a copy with some fields changed, validated like a new part."""
        return type(self)(**self.fields_with(values))

    def fields_with(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields with some others in their place; a new name takes its doubt along."""
        fields = super().fields_with(values)
        if "name" in values and "status" not in values and self.status_is_implied:
            fields["status"] = None
        return fields


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: no letter, digit or sign, only spaces and the like."""
    return all(unicodedata.category(character)[0] in "CZM" for character in text)


def ends_in_doubt(name: str) -> bool:
    """Tell whether a name ends with a question mark."""
    return _ENDS_IN_DOUBT.search(name) is not None
