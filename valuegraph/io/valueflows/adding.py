"""Amounts of several flows of the same thing, added up: like adds with like."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from valuegraph.io.tree import Entry, Node, Scalar, Table


def added(amounts: Sequence[Table]) -> Table | None:
    """Return amounts added up, or ``None`` where their units differ or one is no number.

    An amount below zero takes back what was wrongly told before.
    """
    if len(amounts) == 1:
        return amounts[0]
    units = {_text(amount, "unit") for amount in amounts}
    try:
        total = sum((Decimal(_text(amount, "amount")) for amount in amounts), Decimal(0))
    except InvalidOperation:
        return None
    if len(units) != 1 or not total.is_finite():
        return None
    first = amounts[0]
    return Table(
        tuple(
            Entry(entry.key, Scalar(f"{total:f}", entry.value.place))
            if entry.key.text == "amount"
            else entry
            for entry in first
        ),
        first.place,
    )


def _text(amount: Table, key: str) -> str:
    value: Node | None = next((entry.value for entry in amount if entry.key.text == key), None)
    return value.text if isinstance(value, Scalar) else ""
