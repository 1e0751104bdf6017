"""The evaluation of a document: what it is about, what it measures, what was observed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.drafts import Draft
from valuegraph.io.documents.reading import Reading, is_none, listed
from valuegraph.io.documents.tables import fields_of, require
from valuegraph.io.documents.values import values_of
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.model.evaluation import Observation
from valuegraph.problems import Bilingual, Problem

_POINTS_AT = {"question": "about", "indicator": "measures"}
_ARROW = ">"
_SHORTEST_ROUTE = 2


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


def follow_routes(reading: Reading, drafts: list[Draft]) -> None:
    """Tell the questions which whole routes they are about."""
    for draft in drafts:
        entry = draft.fields.get("routes") if draft.kind == "question" else None
        if entry and not is_none(entry.value):
            inner = reading.within(draft.shown)
            read = [_route(inner, item) for item in _routes(entry.value)]
            reading.chain.change(draft.id, routes=[route for route in read if route])


def _routes(node: Node) -> tuple[Node, ...]:
    """Return the routes of a list; a lone list of references is one route."""
    items = listed(node)
    lone = isinstance(node, Listing) and all(
        isinstance(item, Scalar) and _ARROW not in item.text for item in items
    )
    return (node,) if lone and items else items


def _route(reading: Reading, node: Node) -> list[str]:
    """Return the ids of a route, a list or a text with arrows; what is wrong is noted."""
    if isinstance(node, Scalar):
        pieces = (piece.strip() for piece in node.text.split(_ARROW))
        steps: tuple[Node, ...] = tuple(Scalar(piece, node.place, quoted=True) for piece in pieces)
    else:
        steps = listed(node)
    if len(steps) < _SHORTEST_ROUTE:
        expected = Bilingual("un chemin d’au moins deux éléments", "a route of at least two parts")
        advice = Bilingual("Par exemple [collecte, cohésion].", "For instance [collecting, bonds].")
        reading.wrong_shape(node, expected, advice)
        return []
    found = [reading.id_of(step) for step in steps]
    return [step for step in found if step is not None] if None not in found else []


def add_observations(reading: Reading, entry: Entry) -> None:
    """Add the observations, in the order in which they are listed."""
    made = [observation_of(reading, item) for item in listed_tables(reading, entry)]
    reading.chain.add_observations([seen for seen in made if seen is not None])


def listed_tables(reading: Reading, entry: Entry) -> Iterator[Table]:
    """Yield the mappings of a list of observations; whatever else stands there is noted."""
    one = Bilingual("une observation", "an observation")
    several = Bilingual("une liste d’observations", "a list of observations")
    advice = Bilingual(
        "Chaque observation commence par un tiret : - {indicateur: …, date: …, valeur: …}",
        "Each observation begins with a dash: - {indicator: …, date: …, value: …}",
    )
    return _tables(reading, entry, one, several, advice)


def add_ratings(reading: Reading, entry: Entry) -> None:
    """Add the judgements, in the order in which they are listed."""
    one = Bilingual("une appréciation", "a rating")
    several = Bilingual("une liste d’appréciations", "a list of ratings")
    advice = Bilingual(
        "Chaque appréciation commence par un tiret : - {de: …, date: …, valeur: …, par: …}",
        "Each rating begins with a dash: - {of: …, date: …, value: …, by: …}",
    )
    for item in _tables(reading, entry, one, several, advice):
        _add_rating(reading, item)


def _tables(
    reading: Reading, entry: Entry, one: Bilingual, several: Bilingual, advice: Bilingual
) -> Iterator[Table]:
    """Yield the mappings of a list; whatever else stands there is noted."""
    for item in listed(entry.value):
        if isinstance(item, Table) and isinstance(entry.value, Listing):
            yield item
        else:
            expected = one if isinstance(entry.value, Listing) else several
            reading.wrong_shape(item, expected, advice)


def observation_of(reading: Reading, item: Table) -> Observation | None:
    """Return the observation that a mapping tells of an indicator of the chain.

    What is wrong is noted, each thing at its place; then there is none.
    """
    fields = fields_of(reading, item, "observation")
    needed = () if {"numerator", "denominator"} & fields.keys() else ("value",)
    complete = require(reading, fields, "observation", item, "indicator", "date", *needed)
    typed = fields.get("indicator")
    indicator = reading.id_of(typed.value, {"indicator"}) if typed else None
    inner = reading.within(indicator or "")
    values: dict[str, Any] = values_of(inner, fields, "observation")
    if not complete or indicator is None or not {"date", *needed} <= values.keys():
        return None
    try:
        return reading.chain.observation(indicator, **values)
    except ValueGraphError as error:
        at = fields[needed[0]].value if needed else item
        for problem in error.problems:
            group = _group_of(problem, fields.get("breakdown"))
            inner.adopt([problem], group or at, fields, "observation")
        return None


def _group_of(problem: Problem, breakdown: Entry | None) -> Node | None:
    """Return where the group stands that an indicator refuses, if that is the problem."""
    if problem.code != "VG235" or breakdown is None or not isinstance(breakdown.value, Table):
        return None
    for entry in breakdown.value:
        word = entry.value.text if isinstance(entry.value, Scalar) else ""
        if problem.values["value"] in (entry.key.text, f"{entry.key.text} : {word}"):
            return entry.value
    return None


def _add_rating(reading: Reading, item: Table) -> None:
    fields = fields_of(reading, item, "rating")
    complete = require(reading, fields, "rating", item, "of", "date", "value")
    typed = fields.get("of")
    judged = reading.id_of(typed.value) if typed else None
    inner = reading.within(judged or "")
    values: dict[str, Any] = values_of(inner, fields, "rating")
    if not complete or judged is None or not {"date", "value"} <= values.keys():
        return
    try:
        reading.chain.add_rating(judged, **values)
    except ValueGraphError as error:
        inner.adopt(error.problems, fields["value"].value, fields, "rating")
