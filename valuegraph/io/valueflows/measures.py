"""Amounts as ValueFlows measures them: a number with a unit of its own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from valuegraph.io.marks import InlineTable
from valuegraph.io.valueflows.terms import UNITS, here
from valuegraph.model.quantity import Quantity

_OM: Mapping[str, str] = {
    "": "one", "kg": "kilogram", "g": "gram", "t": "tonne", "l": "litre", "m": "metre",
    "km": "kilometre", "m2": "squareMetre", "h": "hour", "min": "minute-Time", "EUR": "euro",
    "USD": "UnitedStatesDollar", "%": "percent",
}  # fmt: skip
"""Unit -> its name in the ontology of units of measure, where it has one."""

_KNOWN = {name.lower(): unit for unit, name in _OM.items()} | {
    "kilo": "kg", "liter": "l", "ton": "t", "day": "day", "each": "", "unit": "",
}  # fmt: skip
_TIME = frozenset({"h", "min", "day", "days", "d", "j", "jour", "jours", "week", "month"})
_MOST_EXACT = 2**53


def is_time(quantity: Quantity) -> bool:
    """Tell whether an amount is one of time: the effort of a person or the use of a machine."""
    return quantity.unit.casefold() in _TIME


def measure_of(quantity: Quantity) -> dict[str, Any]:
    """Return an amount as a measure; its unit is a node of its own, by :func:`unit_nodes`."""
    return InlineTable(
        {
            "@type": "Measure",
            "hasNumericalValue": _number(quantity.amount),
            "hasUnit": _unit_id(quantity.unit),
        }
    )


def unit_nodes(units: set[str]) -> list[dict[str, Any]]:
    """Return a node for each unit, in the order of their names."""
    nodes = []
    for unit in sorted(units):
        node = {"@id": _unit_id(unit), "@type": "Unit", "label": unit or _OM[unit]}
        node |= {"symbol": unit} if unit else {}
        node |= {"omUnitIdentifier": f"{UNITS}{_OM[unit]}"} if unit in _OM else {}
        nodes.append(node)
    return nodes


def unit_called(name: str) -> str:
    """Return the unit that a name of the ontology of units means; another name as it is."""
    bare = name.rpartition("/")[2].rpartition(":")[2].strip()
    return _KNOWN.get(bare.lower(), bare)


def _unit_id(unit: str) -> str:
    return here(f"unit/{quote(unit, safe='')}" if unit else "unit/bare/one")


def _number(amount: Decimal) -> Any:
    """Return a number that JSON holds as it is, or its digits, said to be a decimal number."""
    if amount == amount.to_integral_value() and abs(amount) < _MOST_EXACT:
        return int(amount)
    near = float(amount)
    if Decimal(repr(near)) == amount:
        return near
    return InlineTable({"@value": f"{amount:f}", "@type": "xsd:decimal"})
