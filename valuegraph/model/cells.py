"""How the cells of the table activity x circuit are made."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.activity import InReturn, Modality, PrimaryActivity
from valuegraph.model.ids import is_numbered, numbered
from valuegraph.model.link import Link
from valuegraph.model.linking import References, Taken, is_none, items, new_link
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.model.validation import build, words_text
from valuegraph.model.words import word_code
from valuegraph.problems import Bilingual, Problem, Where


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
    store.put(parts, implied_links(store, modality))
    return modality


def forget_activity(store: Store, activity: str) -> None:
    """Take away an activity that was just stored, with its cells and links."""
    cells = [part.id for part in store.parts.values() if _is_cell_of(part, activity)]
    links = [link.id for link in store.touching(activity)]
    for item in (*links, *cells, activity):
        store.drop(item)


def _is_cell_of(part: Part, activity: str) -> bool:
    return isinstance(part, Modality) and part.activity == activity


def _judged(store: Store, owner: str, fields: Mapping[str, Any]) -> Modality:
    values = dict(fields)
    way = values.get("way")
    known_way = word_code("way", way) if isinstance(way, str) else None
    if known_way is None:
        told = {"field": "way", "value": way, "allowed": words_text("way")}
        raise ChainError(Problem("VG221", values=told), language=store.language)
    code = store.circuit(values["circuit"])
    values |= {"activity": owner, "circuit": code, "way": known_way}
    values["id"] = _cell_id(store, f"{owner}.{known_way}.{code}", values.get("id"))
    values["resources"] = _ids(store, values.get("resources"), "resource")
    values["to"] = _ids(store, values.get("to"), "impact", "margin")
    if values.get("with_"):
        values["with_"] = store.resolve(values["with_"], frozenset({"actor"}))
    if isinstance(values.get("in_return"), Mapping):
        values["in_return"] = in_return(store, values["in_return"])
    return build(Modality, values)


def in_return(store: Store, fields: Mapping[str, Any]) -> InReturn:
    """Return what comes back, its circuit given in either language."""
    back = dict(fields)
    if back.get("circuit"):
        back["circuit"] = store.circuit(back["circuit"])
    return build(InReturn, back)


def _cell_id(store: Store, base: str, given: object) -> str:
    """Return the id of a new cell: the given one if it is of its cell and free."""
    taken = Taken(store)
    if given is None:
        return numbered(base, taken)
    if not isinstance(given, str) or not is_numbered(given, base):
        problem = Problem("VG211", values={"id": given, "example": numbered(base, taken)})
        raise ChainError(problem, language=store.language)
    if given in taken:
        raise ChainError(
            Problem("VG210", values={"id": given, "first": ""}), language=store.language
        )
    return given


def _ids(store: Store, references: References, *kinds: str) -> tuple[str, ...]:
    return tuple(store.resolve(item, frozenset(kinds)) for item, _ in items(references))


def implied_links(store: Store, modality: Modality) -> list[Link]:
    """Return a link with each part that the cell names and no link of its activity does."""
    present = {link.ends for link in store.touching(modality.activity)}
    implied = dict.fromkeys(_implied_ends(modality).values())
    return [new_link(store, ends, {}) for ends in implied if ends not in present]


def names_without_link(store: Store, gone: Container[str]) -> dict[str, set[str]]:
    """Return cell id -> parts it names that no link would join any more without those ``gone``."""
    found: dict[str, set[str]] = {}
    for modality in store.parts.values():
        if isinstance(modality, Modality) and modality.id not in gone:
            left = {link.ends for link in store.touching(modality.activity) if link.id not in gone}
            for name, ends in _implied_ends(modality).items():
                if ends not in left:
                    found.setdefault(modality.id, set()).add(name)
    return found


def empty_cell_problems(store: Store, activity: PrimaryActivity) -> list[Problem]:
    """Return what is wrong with the cells that an activity says are empty."""
    if not activity.no_modality:
        return []
    cells = (part for part in store.parts.values() if _is_cell_of(part, activity.id))
    filled = {part.cell for part in cells if isinstance(part, Modality)}
    problems: list[Problem] = []
    for cell in activity.no_modality:
        try:
            store.circuit(cell.partition(".")[2])
        except ChainError as error:
            problems += error.problems
        if cell in filled:
            told = {"field": "no_modality", "value": cell, "reason": _NOT_EMPTY}
            problems.append(Problem("VG220", Where(id=activity.id), told))
    return problems


_NOT_EMPTY = Bilingual("cette case a une modalité", "this cell has a modality")


def _implied_ends(modality: Modality) -> dict[str, tuple[str, str, str]]:
    """Return part that the cell names -> the ends of the link that says so."""
    owner = modality.activity
    fed = {resource: (resource, "feeds", owner) for resource in modality.resources}
    return fed | {impact: (owner, "contributes", impact) for impact in modality.to}
