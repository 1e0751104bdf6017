"""Who provides, carries, funds, governs or benefits."""

from __future__ import annotations

from typing import ClassVar

from valuegraph.model.part import Part


class Actor(Part):
    """A stakeholder; one actor may play many roles in many chains.

    Attributes:
        type: what it is (``residents``, ``public``, ``association``...): an open word.
        roles: what it does, in free words.
    """

    kind: ClassVar[str] = "actor"
    section: ClassVar[str] = "actors"
    text_fields: ClassVar[tuple[str, ...]] = (*Part.text_fields, "roles")

    type: str = ""
    roles: tuple[str, ...] = ()
