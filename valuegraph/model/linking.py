"""How links are made: from their ends, or from the short forms of a part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from valuegraph.errors import ChainError, ValueGraphError
from valuegraph.model.ids import WHOLE_CHAIN, numbered
from valuegraph.model.link import SHORT_FORMS, Link
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.model.words import word_code
from valuegraph.problems import Problem

References = Any
"""A part, an id, a name, a mapping ``{"part": ..., "strength": ...}``, or a list of these."""


class Taken:
    """The ids of a chain and of links about to be stored, without copying them."""

    def __init__(self, store: Store, others: Mapping[str, Any] | None = None) -> None:
        self._store, self._others = store, others or {}

    def __contains__(self, item: object) -> bool:
        return item in self._store.parts or item in self._store.links or item in self._others


def items(references: References) -> Iterator[tuple[object, Mapping[str, Any]]]:
    """Yield each reference of a short form with the fields of its link."""
    if references is None or is_none(references):
        return
    if isinstance(references, Mapping) and "part" not in references:
        for part, text in references.items():
            yield part, {"label": text} if isinstance(text, str) else dict(text or {})
        return
    for item in references if isinstance(references, list | tuple) else [references]:
        if isinstance(item, Mapping):
            yield item.get("part", ""), {key: item[key] for key in item if key != "part"}
        elif isinstance(item, str) and word_code("whole", item) == "all":
            yield "all", {}
        else:
            yield item, {}


def is_none(value: object) -> bool:
    """Tell whether a value is the word ``none``, in either language."""
    return isinstance(value, str) and word_code("whole", value) == "none"


def new_link(
    store: Store,
    ends: tuple[str, str, str],
    fields: Mapping[str, Any],
    others: Mapping[str, Any] | None = None,
) -> Link:
    """Return a link that has been judged and has an id of its own; nothing is stored.

    Args:
        store: the parts and links there are.
        ends: start, kind and end, as ids and the code of a kind.
        fields: the other fields of :class:`Link`.
        others: links that are about to be stored, by id.

    An ``id`` among the fields is kept; else one is made from the ends.

    Raises:
        ChainError: a field is wrong.
    """
    values = dict(fields)
    start, kind, end = ends
    made, given, taken = "-".join(ends), values.pop("id", None), Taken(store, others)
    link_id = numbered(made, taken) if given is None else given
    problems: list[Problem | None] = []
    if given is not None:
        clash = Problem("VG210", values={"id": given, "first": ""}) if given in taken else None
        problems.append(clash or store.link_id_problem(given, made))
    try:
        if values.get("circuit"):
            values["circuit"] = store.circuit(values["circuit"])
        link = build(Link, {**values, "id": link_id, "start": start, "kind": kind, "end": end})
        problems.append(store.strength_problem(link))
    except ChainError as error:
        problems += error.problems
    found = [problem for problem in problems if problem]
    if found:
        raise ChainError(found, language=store.language)
    return link


def short_links(
    store: Store,
    kind: str,
    part_id: str,
    short_forms: Mapping[str, References],
    problems: list[Problem],
) -> dict[str, Link]:
    """Return the links that a part's short forms say; nothing is stored.

    Args:
        store: the parts and links there are; the part itself may not be there yet.
        kind: the kind of the part.
        part_id: its id.
        short_forms: key -> references.
        problems: what is wrong joins them.
    """
    links: dict[str, Link] = {}
    for key, references in short_forms.items():
        for reference, fields in items(references):
            try:
                ends = _short_ends(store, kind, part_id, key, reference)
                link = new_link(store, ends, fields, links)
                links[link.id] = link
            except ValueGraphError as error:
                problems += [item.at(id=item.where.id or part_id) for item in error.problems]
    return links


def _short_ends(
    store: Store, kind: str, part_id: str, key: str, reference: object
) -> tuple[str, str, str]:
    form = SHORT_FORMS[kind][key]
    link_kind = store.link_kind(form.kind)
    allowed = link_kind.ends if form.part_is_start else link_kind.starts
    if reference == "all" and WHOLE_CHAIN in allowed:
        reference = WHOLE_CHAIN
    itself = reference == part_id and kind in allowed
    other = part_id if itself else store.resolve(reference, allowed)
    return (part_id, form.kind, other) if form.part_is_start else (other, form.kind, part_id)
