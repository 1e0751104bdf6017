"""Numbers as people type them in tables: French and English, and those that may be either."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = re.compile("[\u00a0\u202f\u2009\u2007]")
_SHAPE = re.compile(
    r"(?P<sign>[+\-\u2212]?)\s*(?P<digits>\d(?:[\d .,'’]*\d)?|[.,]\d+)"
    r"(?P<power>[eE][+-]?\d{1,3})?\s*(?P<unit>[^\d\s.,][^\d]*)?",
    re.ASCII,
)
_GROUPED = {
    sign: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+", re.ASCII) for sign in " '.,"
}
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as it was typed.

    Attributes:
        number: its digits with a decimal point and nothing else, ``-1234.5``.
        unit: what stands behind it, ``kg`` or ``%``.
        other: the other number that it may be as well, where nothing says which; else empty.
    """

    number: str
    unit: str = ""
    other: str = ""

    @property
    def text(self) -> str:
        """The number and its unit."""
        return f"{self.number} {self.unit}".strip()


def typed_number(text: str, decimal: str = "") -> Typed | None:
    """Return the number that a text is, or ``None`` if it is none.

    Args:
        text: what is in a cell: ``1 234,5 kg``, ``45 %``, ``1,234``.
        decimal: the decimal sign of the whole table, ``,`` or ``.``; where it is not told,
            ``1,234`` and ``1.234`` may be two numbers, and the result has both.
    """
    match = _SHAPE.fullmatch(_SPACES.sub(" ", text).strip())
    if match is None:
        return None
    plain = _plain(match["digits"].replace("’", "'"), decimal)
    if plain is None:
        return None
    sign = "-" if match["sign"] in ("-", "\u2212") else ""
    power, unit = match["power"] or "", " ".join((match["unit"] or "").split())
    if power and plain[1]:
        return None
    other = f"{sign}{plain[1]}" if plain[1] else ""
    return Typed(f"{sign}{plain[0]}{power}", unit, other)


def _plain(digits: str, decimal: str) -> tuple[str, str] | None:
    """Return digits with a decimal point, and the other number they may be."""
    between = [sign for sign in " '" if sign in digits]
    points = [sign for sign in ".," if sign in digits]
    if between:
        return _of_groups(digits, between, points, decimal)
    if not points:
        return digits, ""
    if len(points) == 2:
        last = max(points, key=digits.rindex)
        return _of_groups(digits, [sign for sign in points if sign != last], [last], decimal)
    sign = points[0]
    if digits.count(sign) > 1:
        grouped = sign != decimal and _GROUPED[sign].fullmatch(digits)
        return (digits.replace(sign, ""), "") if grouped else None
    if _EITHER.fullmatch(digits):
        whole, part = digits.replace(sign, ""), digits.replace(sign, ".")
        if not decimal:
            return part, whole
        return (part if sign == decimal else whole), ""
    return (digits.replace(sign, "."), "") if decimal in ("", sign) else None


def _of_groups(
    digits: str, between: list[str], points: list[str], decimal: str
) -> tuple[str, str] | None:
    """Return digits whose thousands are set apart by a sign that is not the decimal one."""
    if len(between) > 1 or len(points) > 1:
        return None
    point = points[0] if points else ""
    if point and (digits.count(point) > 1 or decimal not in ("", point)):
        return None
    whole, _, part = digits.partition(point) if point else (digits, "", "")
    if between[0] == decimal or not _GROUPED[between[0]].fullmatch(whole):
        return None
    plain = whole.replace(between[0], "")
    return (f"{plain}.{part}" if part else plain), ""
