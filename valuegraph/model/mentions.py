"""The ids that a part holds of other parts: told, replaced by others, left out."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.model.activity import Modality, PrimaryActivity
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.part import Part
from valuegraph.model.store import Store
from valuegraph.problems import Problem

REFERENCES: Mapping[type[Part], Mapping[str, frozenset[str] | None]] = {
    Modality: {
        "activity": frozenset({"activity"}),
        "circuit": frozenset({"circuit"}),
        "with_": frozenset({"actor"}),
        "resources": frozenset({"resource"}),
        "to": frozenset({"impact", "margin"}),
    },
    Question: {"about": None, "routes": None},
    Criterion: {"question": frozenset({"question"})},
    Indicator: {"criterion": frozenset({"criterion"}), "measures": None},
}
"""The fields that hold ids, with the kinds of part they accept (any, and links, if ``None``)."""


def mentions(part: Part) -> set[str]:
    """Return the ids that a part holds of others."""
    found: set[str] = set()

    def note(item: str) -> str:
        found.add(item)
        return item

    _told_by(part, note)
    return found


def dangling(store: Store, part: Part) -> list[Problem]:
    """Return a problem for each id that a part holds and that means nothing, or a wrong kind."""
    problems: list[Problem] = []
    for field, kinds in REFERENCES.get(type(part), {}).items():
        for item in _ids(getattr(part, field)):
            try:
                found = store.circuit(item) if field == "circuit" else store.resolve(item, kinds)
            except ValueGraphError as error:
                problems += [problem.at(id=part.id) for problem in error.problems]
                continue
            if found != item:  # a name is no id: nothing may hold one
                problems += [problem.at(id=part.id) for problem in
                             store.unknown(item, kinds).problems]  # fmt: skip
    return problems


def with_ids(part: Part, ids: Mapping[str, str]) -> Part:
    """Return the part with its own id and those it holds replaced: old id -> new id."""
    values = _told_by(part, lambda item: ids.get(item, item))
    return _changed(part, {**values, "id": ids.get(part.id, part.id)})


def without(part: Part, gone: Container[str]) -> Part:
    """Return the part without the ids that are ``gone``."""
    return _changed(part, _told_by(part, lambda item: "" if item in gone else item))


def _changed(part: Part, values: Mapping[str, Any]) -> Part:
    new = {field: value for field, value in values.items() if value != getattr(part, field)}
    return part.model_copy(update=new) if new else part


def _told_by(part: Part, tell: Callable[[str], str]) -> dict[str, Any]:
    """Return the fields that hold ids, each id as ``tell`` gives it; an empty one is dropped."""
    values: dict[str, Any] = {}
    for field in REFERENCES.get(type(part), {}):
        held = getattr(part, field)
        if field == "routes":
            values[field] = _routes_told(held, tell)
        elif isinstance(held, tuple):
            values[field] = tuple(told for told in map(tell, held) if told)
        else:
            values[field] = tell(held) if held else held
    if isinstance(part, Modality) and part.in_return and part.in_return.circuit:
        circuit = tell(part.in_return.circuit)
        values["in_return"] = part.in_return.model_copy(update={"circuit": circuit})
    if isinstance(part, PrimaryActivity):
        cells = ((way, tell(code)) for way, _, code in map(_split, part.no_modality))
        values["no_modality"] = tuple(sorted(f"{way}.{code}" for way, code in cells if code))
    return values


def _routes_told(
    routes: tuple[tuple[str, ...], ...], tell: Callable[[str], str]
) -> tuple[tuple[str, ...], ...]:
    """Return routes with each id as ``tell`` gives it; a route that loses a part is none."""
    told = (tuple(map(tell, route)) for route in routes)
    return tuple(route for route in told if all(route))


def _ids(held: Any) -> tuple[str, ...]:
    """Return the ids that a field holds, one a name, a tuple of them, or routes."""
    if not isinstance(held, tuple):
        return (held,) if held else ()
    return tuple(one for item in held for one in _ids(item))


def _split(cell: str) -> tuple[str, str, str]:
    return cell.partition(".")
