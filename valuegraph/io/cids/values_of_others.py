"""Values as others write them: a number in a text, of a thing of its own or of none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from valuegraph.errors import ValueGraphError
from valuegraph.io.cids.names import full
from valuegraph.io.cids.statements import Thing, Things
from valuegraph.model.quantity import Quantity, standard_unit

_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?", re.ASCII)
_VALUES = (full("i72:hasNumericalValue"), full("i72:numerical_value"))


class Found(NamedTuple):
    """A value, and the IRI of the thing that holds it."""

    value: Decimal | str
    iri: str


def value_of(things: Things, owner: Thing, predicate: str, unit: str) -> Found | None:
    """Return the value of a thing, if it has exactly one and it can be one of ours.

    Args:
        things: where the thing that holds the value is looked up.
        owner: whose value it is.
        predicate: the property that leads to it.
        unit: the unit that a value may name; one in another unit is left aside.
    """
    holders = owner.refs(predicate)
    holder = things.get(holders[0]) if len(holders) == 1 else None
    if holder is None:
        return None
    told = [text for one in _VALUES for text in holder.texts(one)]
    if len(set(told)) != 1 or not told[0].strip():
        return None
    text = told[0].strip()
    if _NUMBER.fullmatch(text):
        return Found(Decimal(text), holder.iri)
    try:
        amount = Quantity.parse(text)
    except ValueGraphError:
        return Found(text, holder.iri)
    same = amount.unit in ("", standard_unit(unit))
    return Found(amount.amount, holder.iri) if same else None
