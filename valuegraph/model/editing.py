"""Changing, renaming and removing what a chain already has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.about import About
from valuegraph.model.activity import Modality, PrimaryActivity
from valuegraph.model.cells import (
    empty_cell_problems,
    implied_links,
    in_return,
    names_without_link,
)
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.framing import observation_problems, unit_problems
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import PART_KIND_WORDS, Link
from valuegraph.model.mentions import REFERENCES, mentions, with_ids, without
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.problems import Bilingual, Problem, Where

_FIXED = frozenset({"id", "start", "end", "kind", "activity", "circuit", "way"})


def change(store: Store, item: object, values: Mapping[str, Any]) -> Part | Link | About:
    """Change fields of a part, a link or the chain; see ``ValueChain.change``."""
    found = store.resolve(item)
    if found == WHOLE_CHAIN:
        return _change_about(store, values)
    old = store.parts.get(found) or store.links[found]
    fixed = sorted(_FIXED & values.keys() - ({"circuit"} if isinstance(old, Link) else set()))
    if fixed:
        allowed = [name for name in type(old).model_fields if name not in _FIXED]
        told = {"kind": PART_KIND_WORDS.get(store.kind_of(found), "link"), "allowed": allowed}
        problems = [Problem("VG223", Where(id=found), {"field": name, **told}) for name in fixed]
        raise ChainError(problems, language=store.language)
    if isinstance(old, Link):
        return _change_link(store, old, values)
    held = REFERENCES.get(type(old), {})
    told_values = {
        field: _resolved(store, value, held[field]) if field in held else value
        for field, value in values.items()
    }
    if isinstance(told_values.get("in_return"), Mapping):
        told_values["in_return"] = in_return(store, told_values["in_return"])
    part = build(type(old), old.fields_with(told_values))
    problems = _problems_of_change(store, part)
    if problems:
        raise ChainError(problems, language=store.language)
    store.put([part], implied_links(store, part) if isinstance(part, Modality) else ())
    return part


def _change_about(store: Store, values: Mapping[str, Any]) -> About:
    twin = Store(build(About, store.about.fields_with(values)))
    problems = [twin.strength_problem(link) for link in store.links.values()]
    found = [problem for problem in problems if problem]
    if found:
        raise ChainError(found, language=store.language)
    store.about = twin.about
    store.revision += 1
    return store.about


def _problems_of_change(store: Store, part: Part) -> list[Problem]:
    """Return what the rest of the chain has against a changed part."""
    if isinstance(part, Indicator):
        seen = [item for item in store.observations if item.indicator == part.id]
        found = [problem for one in seen for problem in observation_problems(part, one)]
        return [*unit_problems(part), *found]
    if isinstance(part, PrimaryActivity):
        return empty_cell_problems(store, part)
    return []


def _resolved(store: Store, value: Any, kinds: frozenset[str] | None) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_resolved(store, item, kinds) for item in value)
    return store.resolve(value, kinds) if value else ""


def _change_link(store: Store, old: Link, values: Mapping[str, Any]) -> Link:
    told = dict(values)
    if told.get("circuit"):
        told["circuit"] = store.circuit(told["circuit"])
    link = build(Link, old.fields_with(told))
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
    parts = [with_ids(other, ids) for other in store.parts.values()]
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
    store.ratings = tuple(
        told.model_copy(update={"of": ids.get(told.of, told.of)}) for told in store.ratings
    )
    return store.parts[new_id]


def remove(store: Store, *items: object, cascade: bool) -> None:
    """Take away parts and links; see ``ValueChain.remove``."""
    asked = [store.resolve(item) for item in items]
    if WHOLE_CHAIN in asked:
        raise store.unknown(WHOLE_CHAIN, None)
    gone = dict.fromkeys(asked)
    queue = list(gone)
    while queue:
        for user in _owned_by(store, queue.pop()):
            if user not in gone:
                gone[user] = None
                queue.append(user)
    unlinked = names_without_link(store, gone)
    holders = [
        part.id
        for part in store.parts.values()
        if part.id not in gone and (part.id in unlinked or mentions(part) & gone.keys())
    ]
    seen = [notice for notice in store.observations if notice.indicator in gone]
    judged = [rating for rating in store.ratings if rating.of in gone]
    users = [*(user for user in gone if user not in asked), *holders]
    if (users or seen or judged) and not cascade:
        told: list[str | Bilingual] = [*users[:10]] or [_counted(len(seen), len(judged))]
        values = {"id": ", ".join(asked), "users": told}
        problem = Problem("VG218", Where(id=asked[0]), values)
        raise ChainError(problem, language=store.language)
    store.put(without(store.parts[user], {*gone, *unlinked.get(user, ())}) for user in holders)
    for user in gone:
        store.drop(user)
    store.observations = tuple(item for item in store.observations if item.indicator not in gone)
    store.ratings = tuple(rating for rating in store.ratings if rating.of not in gone)


def forget_evaluation(store: Store) -> None:
    """Take away questions, criteria, indicators, observations and ratings; nothing else changes."""
    asked = [one for one in store.parts.values()
             if isinstance(one, Question | Criterion | Indicator)]  # fmt: skip
    remove(store, *asked, cascade=True)
    store.observations = store.ratings = ()
    store.revision += 1


def _counted(observations: int, ratings: int) -> Bilingual:
    """Say how many observations and judgements hang on what is to go."""
    fr = [f"{observations} observations"] * bool(observations)
    fr += [f"{ratings} appréciations"] * bool(ratings)
    en = [f"{observations} observations"] * bool(observations)
    en += [f"{ratings} ratings"] * bool(ratings)
    return Bilingual(", ".join(fr), ", ".join(en))


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
