"""How the cells of the table activity x circuit are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.activity import InReturn, Modality, PrimaryActivity
from valuegraph.model.ids import numbered
from valuegraph.model.link import Link
from valuegraph.model.linking import References, Taken, is_none, items, new_link
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.model.validation import build, words_text
from valuegraph.model.words import word_code
from valuegraph.problems import Problem


def add_cell(store: Store, activity: str, way: str, circuit: object, cell: Any) -> None:
    """Store what a person wrote in one cell: a text, a mapping, a list of these, or ``none``."""
    if cell is None or is_none(cell):
        host = store.parts[activity]
        if isinstance(host, PrimaryActivity):
            cells = {*host.no_modality, f"{way}.{store.circuit(circuit)}"}
            store.put([host.changed(no_modality=tuple(sorted(cells)))])
        return
    for item in cell if isinstance(cell, list | tuple) else [cell]:
        fields: dict[str, Any] = {"name": item} if isinstance(item, str) else dict(item)
        if "with" in fields:
            fields["with_"] = fields.pop("with")
        add_modality(store, activity, {**fields, "circuit": circuit, "way": way})


def add_modality(store: Store, activity: object, fields: Mapping[str, Any]) -> Modality:
    """Store a modality, and the links with parts that it is the first to name.

    Args:
        store: the parts and links there are.
        activity: the activity it belongs to.
        fields: those of :class:`Modality`; references may be ids, names or parts.

    Raises:
        UnknownPartError: a part is unknown.
        ChainError: a field is wrong.
    """
    owner = store.resolve(activity, frozenset({"activity"}))
    modality = _judged(store, owner, fields)
    host = store.parts[owner]
    parts: list[Part] = [modality]
    if isinstance(host, PrimaryActivity) and modality.cell in host.no_modality:
        left = tuple(cell for cell in host.no_modality if cell != modality.cell)
        parts.append(host.changed(no_modality=left))
    store.put(parts, _implied_links(store, modality))
    return modality


def _judged(store: Store, owner: str, fields: Mapping[str, Any]) -> Modality:
    values = dict(fields)
    way = values.get("way")
    known_way = word_code("way", way) if isinstance(way, str) else None
    if known_way is None:
        told = {"field": "way", "value": way, "allowed": words_text("way")}
        raise ChainError(Problem("VG221", values=told), language=store.language)
    code = store.circuit(values["circuit"])
    values |= {"activity": owner, "circuit": code, "way": known_way}
    values["id"] = numbered(f"{owner}.{known_way}.{code}", Taken(store))
    values["resources"] = _ids(store, values.get("resources"), "resource")
    values["to"] = _ids(store, values.get("to"), "impact", "margin")
    if values.get("with_"):
        values["with_"] = store.resolve(values["with_"], frozenset({"actor"}))
    if isinstance(values.get("in_return"), Mapping):
        back = dict(values["in_return"])
        if back.get("circuit"):
            back["circuit"] = store.circuit(back["circuit"])
        values["in_return"] = build(InReturn, back)
    return build(Modality, values)


def _ids(store: Store, references: References, *kinds: str) -> tuple[str, ...]:
    return tuple(store.resolve(item, frozenset(kinds)) for item, _ in items(references))


def _implied_links(store: Store, modality: Modality) -> list[Link]:
    """Return a link with each part that the cell names and no link of its activity does."""
    owner = modality.activity
    implied = [(resource, "feeds", owner) for resource in modality.resources]
    implied += [(owner, "contributes", impact) for impact in modality.to]
    present = {link.ends for link in store.touching(owner)}
    return [new_link(store, ends, {}) for ends in dict.fromkeys(implied) if ends not in present]
