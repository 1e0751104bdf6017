"""Changing, renaming and removing what a chain already has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.about import About
from valuegraph.model.activity import Modality
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import PART_KIND_WORDS, Link
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.problems import Problem, Where

_FIXED = frozenset({"id", "start", "end", "kind", "activity", "circuit", "way"})
_REFERENCES: Mapping[type[Part], tuple[str, ...]] = {
    Modality: ("activity", "circuit", "with_", "resources", "to"),
    Question: ("about",),
    Criterion: ("question",),
    Indicator: ("criterion", "measures"),
}
"""The fields of a part that hold ids of other parts."""


def change(store: Store, item: object, values: Mapping[str, Any]) -> Part | Link | About:
    """Change fields of a part, a link or the chain; see ``ValueChain.change``."""
    found = store.resolve(item)
    if found == WHOLE_CHAIN:
        kept = {name: getattr(store.about, name) for name in About.model_fields}
        store.about = build(About, {**kept, **values})
        store.revision += 1
        return store.about
    old = store.parts.get(found) or store.links[found]
    fixed = sorted(_FIXED & values.keys() - ({"circuit"} if isinstance(old, Link) else set()))
    if fixed:
        allowed = [name for name in type(old).model_fields if name not in _FIXED]
        told = {"kind": PART_KIND_WORDS.get(store.kind_of(found), "link"), "allowed": allowed}
        problems = [Problem("VG223", Where(id=found), {"field": name, **told}) for name in fixed]
        raise ChainError(problems, language=store.language)
    if isinstance(old, Link):
        return _change_link(store, old, values)
    kept = {name: getattr(old, name) for name in type(old).model_fields}
    if "name" in values and "status" not in values and old.status_is_implied:
        kept["status"] = None
    told_values = {
        field: _resolved(store, value) if field in _REFERENCES.get(type(old), ()) else value
        for field, value in values.items()
    }
    part = build(type(old), {**kept, **told_values})
    store.put([part])
    return part


def _resolved(store: Store, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(store.resolve(item) for item in value)
    return store.resolve(value) if value else ""


def _change_link(store: Store, old: Link, values: Mapping[str, Any]) -> Link:
    kept = {name: getattr(old, name) for name in Link.model_fields}
    told = dict(values)
    if told.get("circuit"):
        told["circuit"] = store.circuit(told["circuit"])
    link = build(Link, {**kept, **told})
    problem = store.strength_problem(link)
    if problem:
        raise ChainError(problem, language=store.language)
    store.put(links=[link])
    return link


def rename(store: Store, part: object, new_id: str) -> Part:
    """Give a part another id, everywhere; see ``ValueChain.rename``."""
    old_id = store.resolve(part)
    old = store.parts.get(old_id)
    if old is None or isinstance(old, Modality):
        raise store.unknown(old_id, None)
    if new_id == old_id:
        return old
    problem = store.id_problem(new_id, old.kind)
    if problem:
        raise ChainError(problem, language=store.language)
    ids = {old_id: new_id}
    for other in store.parts.values():
        if isinstance(other, Modality) and old_id in (other.activity, other.circuit):
            activity = ids.get(other.activity, other.activity)
            circuit = ids.get(other.circuit, other.circuit)
            head = f"{other.activity}.{other.way.value}.{other.circuit}"
            ids[other.id] = f"{activity}.{other.way.value}.{circuit}{other.id[len(head) :]}"
    for link in store.links.values():
        if old_id in (link.start, link.end):
            head = f"{link.start}-{link.kind}-{link.end}"
            if link.id.startswith(head):
                start, end = ids.get(link.start, link.start), ids.get(link.end, link.end)
                ids[link.id] = f"{start}-{link.kind}-{end}{link.id[len(head) :]}"
    parts = [_with_ids(other, ids) for other in store.parts.values()]
    links = [
        link.changed(
            id=ids.get(link.id, link.id),
            start=ids.get(link.start, link.start),
            end=ids.get(link.end, link.end),
            circuit=ids.get(link.circuit, link.circuit),
        )
        for link in store.links.values()
    ]
    store.replace_all(parts, links)
    store.observations = tuple(
        seen.model_copy(update={"indicator": ids.get(seen.indicator, seen.indicator)})
        for seen in store.observations
    )
    return store.parts[new_id]


def _with_ids(part: Part, ids: Mapping[str, str]) -> Part:
    values: dict[str, Any] = {}
    for field in ("id", *_REFERENCES.get(type(part), ())):
        held = getattr(part, field)
        told = (
            tuple(ids.get(item, item) for item in held)
            if isinstance(held, tuple)
            else (ids.get(held, held))
        )
        if told != held:
            values[field] = told
    if part.kind == "activity" and any(cell.partition(".")[2] in ids for cell in part.no_modality):  # type: ignore[attr-defined]
        cells = [cell.partition(".") for cell in part.no_modality]  # type: ignore[attr-defined]
        values["no_modality"] = tuple(f"{way}.{ids.get(code, code)}" for way, _, code in cells)
    return part.model_copy(update=values) if values else part


def remove(store: Store, item: object, *, cascade: bool) -> None:
    """Take away a part or a link; see ``ValueChain.remove``."""
    first = store.resolve(item)
    if first == WHOLE_CHAIN:
        raise store.unknown(first, None)
    gone = {first: None}
    queue = [first]
    while queue:
        for user in _owned_by(store, queue.pop()):
            if user not in gone:
                gone[user] = None
                queue.append(user)
    mentions = [
        part.id
        for part in store.parts.values()
        if part.id not in gone and _mentions(part) & gone.keys()
    ]
    seen = [notice for notice in store.observations if notice.indicator in gone]
    users = [*(user for user in gone if user != first), *mentions]
    if (users or seen) and not cascade:
        told = users[:10] or [f"{len(seen)} observations"]
        problem = Problem("VG218", Where(id=first), {"id": first, "users": told})
        raise ChainError(problem, language=store.language)
    store.put([_without(store.parts[user], gone) for user in mentions])
    for user in gone:
        store.drop(user)
    store.observations = tuple(item for item in store.observations if item.indicator not in gone)


def _owned_by(store: Store, item_id: str) -> list[str]:
    """Return what cannot stand without an item: its links, and the cells that are its own."""
    links = [link.id for link in store.touching(item_id)]
    links += [link.id for link in store.links.values() if link.circuit == item_id]
    cells = [
        part.id
        for part in store.parts.values()
        if isinstance(part, Modality) and item_id in (part.activity, part.circuit)
    ]
    return links + cells


def _mentions(part: Part) -> set[str]:
    held = (getattr(part, field) for field in _REFERENCES.get(type(part), ()))
    return {item for value in held for item in (value if isinstance(value, tuple) else (value,))}


def _without(part: Part, gone: Mapping[str, None]) -> Part:
    values: dict[str, Any] = {}
    for field in _REFERENCES.get(type(part), ()):
        held = getattr(part, field)
        if isinstance(held, tuple):
            values[field] = tuple(item for item in held if item not in gone)
        elif held in gone:
            values[field] = ""
    return part.model_copy(update=values)
