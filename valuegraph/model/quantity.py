"""Amounts with their unit: like adds with like, anything else is refused."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, field_validator

from valuegraph.errors import ChainError, UnitError, ValueGraphError
from valuegraph.problems import Problem, told_language

_UNITS = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "heure": "h",
    "heures": "h",
    "hour": "h",
    "hours": "h",
    "kilo": "kg",
    "kilos": "kg",
    "kilogramme": "kg",
    "kilogrammes": "kg",
}
_SPACES = "\u0020\u00a0\u202f\u2009"
_SHAPE = re.compile(rf"([+-]?[\d{_SPACES}.,]*\d(?:[eE][+-]?\d{{1,3}})?)\s*(.*)", re.DOTALL)
_MOST = Decimal(10) ** 30
_LEAST = Decimal(10) ** -300


def standard_unit(unit: str) -> str:
    """Return the unit's one spelling: ``€`` and ``euros`` are ``EUR``, ``heures`` are ``h``."""
    text = " ".join(unit.split())
    return _UNITS.get(text.casefold(), text)


Unit = Annotated[str, AfterValidator(standard_unit)]
"""A unit, in its standard spelling."""


class Quantity(BaseModel):
    """An amount in one unit, such as 1800 kg, 40 h or 15 Tic-Tac.

    Attributes:
        amount: a finite decimal number.
        unit: the unit's standard spelling; empty for a bare number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Decimal
    unit: Unit = ""

    @field_validator("amount")
    @classmethod
    def _finite(cls, amount: Decimal) -> Decimal:
        if not amount.is_finite() or abs(amount) > _MOST or 0 < abs(amount) < _LEAST:
            raise ValueError("an amount is a finite number")
        return amount

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read ``1800 kg``, ``1 800,50 €`` or ``12``, French or English.

        Raises:
            ChainError: the text does not begin with a number, or holds two.
        """
        match = _SHAPE.fullmatch(text.strip())
        number = _number(match.group(1)) if match else None
        if match is None or number is None or re.match(r"[\d.,]", match.group(2)):
            raise ChainError(Problem("VG231", values={"value": text}))
        if re.search(r"\d", match.group(2)):
            raise UnitError(Problem("VG232", values={"value": text}))
        return cls(amount=number, unit=match.group(2))

    def __add__(self, other: Quantity) -> Quantity:
        if self.unit != other.unit:
            raise UnitError(Problem("VG230", values={"first": str(self), "second": str(other)}))
        return Quantity(amount=self.amount + other.amount, unit=self.unit)

    def to_text(self, language: str = "fr") -> str:
        """Return the amount as people write it: ``1 800,5 kg`` or ``1,800.5 kg``."""
        english = f"{self.amount:,f}"
        if told_language(language) == "fr":
            number = english.replace(",", "\u202f").replace(".", ",")
            return f"{number}\u00a0{self.unit}".strip()
        return f"{english}\u00a0{self.unit}".strip()

    def to_plain(self) -> str | dict[str, str]:
        """Return ``"1800 kg"``, or ``{amount, unit}`` for a unit that no text can end with."""
        text = str(self)
        try:
            if Quantity.parse(text) == self:
                return text
        except ValueGraphError:
            pass
        return {"amount": f"{self.amount:f}", "unit": self.unit}

    def __str__(self) -> str:
        return f"{self.amount:f} {self.unit}".strip()


def _number(text: str) -> Decimal | None:
    """Read a number with a French or an English decimal sign; ``None`` if it is not one."""
    plain = re.sub(rf"[{_SPACES}]", "", text)
    if "," in plain and "." in plain:
        thousands = "," if plain.rindex(".") > plain.rindex(",") else "."
        plain = plain.replace(thousands, "")
    elif plain.count(",") > 1 or plain.count(".") > 1:
        return None
    try:
        number = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number == 0 or _LEAST <= abs(number) <= _MOST else None
