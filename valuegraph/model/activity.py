"""What is done: primary and support activities, circuits, and the cells between them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import field_validator, model_validator

from valuegraph.model.ids import Id
from valuegraph.model.part import Frozen, Part
from valuegraph.model.quantity import Quantity
from valuegraph.model.words import word_code


class Level(StrEnum):
    """The scale a chain or a support activity belongs to."""

    ORGANISATION = "organisation"
    PROJECT = "project"
    TERRITORY = "territory"


class Way(StrEnum):
    """Which way an activity meets a circuit: it receives by it, or gives by it."""

    RECEIVES = "receives"
    GIVES = "gives"


class PrimaryActivity(Part):
    """A visible activity, drawn in the order of listing.

    Attributes:
        no_modality: cells discussed and found empty, as ``receives.market``.
    """

    kind: ClassVar[str] = "activity"
    section: ClassVar[str] = "activities"

    no_modality: tuple[str, ...] = ()

    @field_validator("no_modality")
    @classmethod
    def _cells(cls, cells: tuple[str, ...]) -> tuple[str, ...]:
        told = set()
        for cell in cells:
            way, _, circuit = cell.partition(".")
            if word_code("way", way) is None or not circuit:
                raise ValueError("a cell is named by its way and circuit")
            told.add(f"{word_code('way', way)}.{word_code('circuit', circuit) or circuit}")
        return tuple(sorted(told))


class SupportActivity(Part):
    """A cross-cutting dynamic that serves the whole chain or named activities.

    Attributes:
        type: its role: ``governance``, ``rd``, ``platform``, ``hr``... or any other word.
        level: the scale it is carried at.
        actions: a few lines that say what is done.
    """

    kind: ClassVar[str] = "support"
    section: ClassVar[str] = "support"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "actions")

    type: str = ""
    level: Level | None = None
    actions: tuple[str, ...] = ()


class Circuit(Part):
    """The economy a flow belongs to: gift, local exchange, market, or a chain's own."""

    kind: ClassVar[str] = "circuit"
    section: ClassVar[str] = "circuits"


class InReturn(Frozen):
    """What comes back for what is received or given.

    Attributes:
        what: what comes back, in words.
        amount: how much.
        circuit: the circuit it comes back by.
    """

    what: str = ""
    amount: Quantity | None = None
    circuit: str = ""


class Modality(Part):
    """One cell of the table activity x circuit: how an activity receives or gives.

    Attributes:
        activity: the id of the primary activity.
        circuit: the code of the circuit.
        way: whether the activity receives or gives.
        with_: the id of the other party.
        amount: how much passes.
        in_return: what comes back; a translation of ``in_return`` is one of its words.
        resources: the resources that enter this way (a receiving modality only);
            empty for every resource that no other cell names.
        to: the impacts this way leads to (a giving modality only); empty for every impact
            that no other cell names.
    """

    kind: ClassVar[str] = "modality"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "in_return")

    activity: Id
    circuit: Id
    way: Way
    with_: str = ""
    amount: Quantity | None = None
    in_return: InReturn | None = None
    resources: tuple[Id, ...] = ()
    to: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _names_what_its_way_allows(self) -> Self:
        if self.way is Way.RECEIVES and self.to:
            raise ValueError("a receiving modality leads to its activity: it has no `to`")
        if self.way is Way.GIVES and self.resources:
            raise ValueError("a giving modality has no `resources`")
        return self

    def returned(self, language: str) -> str:
        """Return what comes back, in words, in ``language`` or as written; may be empty."""
        told = self.translations.get(language, {}).get("in_return")
        return str(told) if told else self.in_return.what if self.in_return else ""

    @property
    def cell(self) -> str:
        """The cell's name within its activity, such as ``receives.gift``."""
        return f"{self.way.value}.{self.circuit}"
