"""The evaluation of a document: what it is about, what it measures, what was observed."""

from __future__ import annotations

from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.drafts import Draft
from valuegraph.io.documents.reading import Reading, is_none, listed
from valuegraph.io.documents.tables import fields_of, require
from valuegraph.io.documents.values import values_of
from valuegraph.io.tree import Entry, Listing, Table
from valuegraph.problems import Bilingual

_POINTS_AT = {"question": "about", "indicator": "measures"}


def point_at_parts(reading: Reading, drafts: list[Draft]) -> None:
    """Tell the questions what they are about, the indicators what they measure."""
    for draft in drafts:
        key = _POINTS_AT.get(draft.kind, "")
        entry = draft.fields.get(key)
        if entry and not is_none(entry.value):
            inner = reading.within(draft.shown)
            found = [inner.id_of(item) for item in listed(entry.value)]
            ids = [item for item in found if item is not None]
            reading.chain.change(draft.id, **{key: ids})


def add_observations(reading: Reading, entry: Entry) -> None:
    """Add the observations, in the order in which they are listed."""
    one = Bilingual("une observation", "an observation")
    several = Bilingual("une liste d’observations", "a list of observations")
    for item in listed(entry.value):
        if isinstance(item, Table) and isinstance(entry.value, Listing):
            _add_observation(reading, item)
        else:
            expected = one if isinstance(entry.value, Listing) else several
            advice = Bilingual(
                "Chaque observation commence par un tiret : - {indicateur: …, date: …, valeur: …}",
                "Each observation begins with a dash: - {indicator: …, date: …, value: …}",
            )
            reading.wrong_shape(item, expected, advice)


def _add_observation(reading: Reading, item: Table) -> None:
    fields = fields_of(reading, item, "observation")
    complete = require(reading, fields, "observation", item, "indicator", "date", "value")
    typed = fields.get("indicator")
    indicator = reading.id_of(typed.value, {"indicator"}) if typed else None
    inner = reading.within(indicator or "")
    values: dict[str, Any] = values_of(inner, fields, "observation")
    if not complete or indicator is None or not {"date", "value"} <= values.keys():
        return
    try:
        reading.chain.add_observation(indicator, **values)
    except ValueGraphError as error:
        inner.adopt(error.problems, fields["value"].value, fields, "observation")
