"""The cells of a document: how its activities receive and give, circuit by circuit."""

from __future__ import annotations

from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.drafts import Draft
from valuegraph.io.documents.keys import PLACES, Takes, field_of
from valuegraph.io.documents.reading import Reading, cut, is_none, is_nothing, listed
from valuegraph.io.documents.tables import Fields, fields_of
from valuegraph.io.documents.texts import is_by_language
from valuegraph.io.documents.values import circuit_of, values_of
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.model.words import key_word, word_code
from valuegraph.problems import Bilingual

_NAMED = {"with": {"actor"}, "resources": {"resource"}, "to": {"impact", "margin"}}
"""Key of a modality -> the kinds of part that it names."""

_ONLY_WHERE = {
    ("receives", "to"): Bilingual(
        "ce qui est reçu mène à l’activité même", "what is received leads to the activity itself"
    ),
    ("gives", "resources"): Bilingual(
        "ce sont les modalités par lesquelles on reçoit qui nomment des ressources",
        "it is the modalities by which one receives that name resources",
    ),
}


def add_cells(reading: Reading, drafts: list[Draft]) -> None:
    """Add the modalities of all activities, and note the cells that are said to be empty."""
    for draft in drafts:
        empty: list[str] = []
        for way in ("receives", "gives") if draft.kind == "activity" else ():
            if way in draft.fields:
                empty += _side(reading.within(draft.shown), draft, way, draft.fields[way])
        if empty:
            reading.chain.change(draft.id, no_modality=empty)


def _side(reading: Reading, draft: Draft, way: str, entry: Entry) -> list[str]:
    """Add what an activity receives, or gives; return the cells discussed and empty."""
    if is_none(entry.value) or not isinstance(entry.value, Table):
        expected = Bilingual("une table circuit : modalité", "a circuit: modality mapping")
        advice = Bilingual("Par exemple {don: Implication bénévole, marchand: aucun}.",
                           "For instance {gift: Volunteering, market: none}.")  # fmt: skip
        reading.wrong_shape(entry.value, expected, advice)
        return []
    empty: list[str] = []
    typed: dict[str, str] = {}
    for cell in entry.value:
        if word_code("circuit", cell.key.text) is None and reading.warn_of_guess(cell.key):
            continue
        circuit = circuit_of(reading, cell.key, entry.key.text)
        if circuit is not None and circuit in typed:
            told = {"key": cut(cell.key.text), "first": cut(typed[circuit])}
            reading.complain("VG202", cell.key, **told)
        elif is_none(cell.value):
            empty += [f"{way}.{circuit}"] if circuit else []
        else:
            inner = reading.within(f"{draft.shown}.{way}.{circuit}" if circuit else draft.shown)
            for item in listed(cell.value):
                _modality(inner, draft, way, circuit, cell, item)
        if circuit is not None:
            typed.setdefault(circuit, cell.key.text)
    return empty


def _modality(
    reading: Reading, draft: Draft, way: str, circuit: str | None, cell: Entry, item: Node
) -> None:
    """Add one modality; without a known circuit, say only what else is wrong with it."""
    if isinstance(item, Listing) or is_none(item):
        expected = Bilingual("un texte ou une table clé : valeur", "a text or a key: value mapping")
        reading.wrong_shape(item, expected)
        return
    if isinstance(item, Scalar) and reading.warn_of_guess(item, or_none=True):
        return
    fields: Fields = {"name": Entry(cell.key, item)}
    if isinstance(item, Table) and not is_by_language(item):
        fields = fields_of(reading, item, "modality")
    values = values_of(reading, fields, "modality") | _named_parts(reading, fields, way)
    if circuit is None:
        return
    chain = reading.chain
    try:
        chain.add_modality(draft.id, circuit=circuit, way=way, **values)
    except ValueGraphError as error:
        reading.adopt(error.problems, item, fields, "modality")


def _named_parts(reading: Reading, fields: Fields, way: str) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, kinds in _NAMED.items():
        entry = fields.get(key)
        if entry is None or is_nothing(entry.value):
            continue
        if (way, key) in _ONLY_WHERE:
            told = {"key": entry.key.text, "way": Bilingual(key_word(way, "fr"), way),
                    "reason": _ONLY_WHERE[way, key]}  # fmt: skip
            reading.complain("VG226", entry.key, **told)
            continue
        items = listed(entry.value) if not is_none(entry.value) else ()
        found = [reading.id_of(item, kinds) for item in items]
        ids = [item for item in found if item is not None]
        if PLACES["modality"][key] is Takes.PARTS:
            named[key] = ids
        elif len(items) > 1:
            expected = Bilingual("un seul acteur", "one actor")
            reading.wrong_shape(entry.value, expected)
        elif ids:
            named[field_of("modality", key)] = ids[0]
    return named
