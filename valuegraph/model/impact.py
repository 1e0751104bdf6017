"""What comes out: outputs, social impacts, and Porter's margin."""

from __future__ import annotations

from typing import ClassVar

from valuegraph.model.part import Part, Sign
from valuegraph.model.quantity import Quantity


class Output(Part):
    """A countable product of an activity; ``amount`` says how much of it."""

    kind: ClassVar[str] = "output"
    section: ClassVar[str] = "outputs"

    amount: Quantity | None = None


class Impact(Part):
    """A growth, or a loss, of common value.

    Attributes:
        dimension: ``social``, ``economic``, ``environmental``... or any other word.
        sign: a judgement: gain, loss, or both.
    """

    kind: ClassVar[str] = "impact"
    section: ClassVar[str] = "impacts"

    dimension: str = ""
    sign: Sign | None = None


class Margin(Part):
    """The result of Porter's own chart; every activity contributes unless some are named."""

    kind: ClassVar[str] = "margin"
    section: ClassVar[str] = "margin"
