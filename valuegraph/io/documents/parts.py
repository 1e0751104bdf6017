"""The parts of a document, added to the chain: ids, values, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.drafts import Draft
from valuegraph.io.documents.reading import Reading, flow_text
from valuegraph.io.documents.tables import Fields
from valuegraph.io.documents.values import values_of
from valuegraph.io.tree import Node, Table
from valuegraph.model.ids import circuit_id, free_slug, slug
from valuegraph.model.quantity import Quantity
from valuegraph.model.words import word_code
from valuegraph.problems import Bilingual, Problem

_PARENTS = {"criterion": "question", "indicator": "criterion"}
_OF_AN_ID = frozenset({"VG210", "VG211", "VG212"})


def add_parts(reading: Reading, drafts: list[Draft]) -> None:
    """Add all parts to the chain, without links; each draft learns its id.

    A part that is wrong is added as far as it can be, so that what refers to it is not said
    to be wrong as well.
    """
    taken = _Taken(reading, {draft.key.text for draft in drafts if draft.key})
    lines: dict[str, int] = {}
    for draft in drafts:
        _add(reading, draft, taken, lines)


class _Taken:
    """The ids of the chain so far, and those that are typed anywhere in the document."""

    def __init__(self, reading: Reading, typed: set[str]) -> None:
        self._reading, self._typed = reading, typed

    def __contains__(self, item: object) -> bool:
        return item in self._typed or item in self._reading.chain


def _add(reading: Reading, draft: Draft, taken: _Taken, lines: dict[str, int]) -> None:
    inner = reading.within(draft.shown)
    if draft.key:
        inner.warn_of_guess(draft.key)
    values = values_of(inner, draft.fields, draft.kind) | _parent(inner, draft)
    wanted = _wanted_id(draft, str(values.get("name") or values.get("ask") or ""), taken)
    try:
        draft.id = _added(reading, draft.kind, wanted, values)
    except ValueGraphError as error:
        for problem in error.problems:
            at = _place_of_amount(draft.fields, problem.values) or draft.at
            inner.adopt([_with_first(problem, lines)], at, draft.fields, draft.kind)
        meanwhile = wanted
        if _OF_AN_ID & set(error.problems.codes()):
            meanwhile = free_slug(slug(wanted), taken)
        draft.id = _added_anyhow(reading, draft.kind, meanwhile, values, error)
        if wanted not in reading.chain:
            reading.stand_ins[wanted] = draft.id
    lines.setdefault(draft.id, draft.at.place.line)


def _added_anyhow(
    reading: Reading, kind: str, part_id: str, values: Mapping[str, Any], error: ValueGraphError
) -> str:
    """Add a part without the fields that are wrong with it."""
    wrong = {str(problem.values.get("field", "")) for problem in error.problems}
    wrong |= {"baseline", "target"} if "VG233" in error.problems.codes() else set()
    right = {field: value for field, value in values.items() if field not in wrong}
    try:
        return _added(reading, kind, part_id, right)
    except ValueGraphError:
        return _added(reading, kind, part_id, {})


def _with_first(problem: Problem, lines: Mapping[str, int]) -> Problem:
    """Say of an id that is taken on which line it stands first."""
    line = lines.get(str(problem.values.get("id", "")), 0)
    if problem.code != "VG210" or not line:
        return problem
    first = Bilingual(f" (déjà ligne {line})", f" (already line {line})")
    return replace(problem, values={**problem.values, "first": first})


def _wanted_id(draft: Draft, name: str, taken: _Taken) -> str:
    if draft.key:
        code = word_code("circuit", draft.key.text) if draft.kind == "circuit" else None
        return code or draft.key.text
    made_of = circuit_id if draft.kind == "circuit" else free_slug
    return made_of(name or draft.kind, taken)


def _added(reading: Reading, kind: str, part_id: str, values: Mapping[str, Any]) -> str:
    add = getattr(reading.chain, f"add_{kind}")
    before: dict[str, dict[str, Any]] = {"support": {"supports": "none"}, "question": {"ask": ""}}
    return str(add(**{**before.get(kind, {}), **values, "id": part_id}).id)


def _parent(reading: Reading, draft: Draft) -> dict[str, str]:
    """Return the question of a criterion, or the criterion of an indicator."""
    kind = _PARENTS.get(draft.kind)
    if kind is None:
        return {}
    of = draft.fields.get("of")
    found = reading.id_of(of.value, {kind}) if of else None
    if draft.parent:
        found = draft.parent.id
    return {kind: found} if found else {}


def _place_of_amount(fields: Fields, told: Mapping[str, Any]) -> Node | None:
    """Return where an amount of the wrong unit stands in the baseline or the target."""
    for key in ("baseline", "target") if "expected" in told else ():
        dated = fields[key].value if key in fields else None
        for entry in dated if isinstance(dated, Table) else ():
            try:
                if str(Quantity.parse(flow_text(entry.value) or "")) == told["value"]:
                    return entry.value
            except ValueGraphError:
                continue
    return None
