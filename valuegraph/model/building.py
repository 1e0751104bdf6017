"""How parts and links are added to a chain: all that is wrong is told, or all is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from valuegraph.errors import ChainError, ValueGraphError
from valuegraph.model.activity import (
    Circuit,
    InReturn,
    Modality,
    PrimaryActivity,
    SupportActivity,
    Way,
)
from valuegraph.model.actor import Actor
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question
from valuegraph.model.ids import WHOLE_CHAIN, free_slug, numbered
from valuegraph.model.impact import Impact, Margin, Output
from valuegraph.model.link import PART_KIND_WORDS, SHORT_FORMS, Link
from valuegraph.model.part import Part
from valuegraph.model.resource import Resource
from valuegraph.model.store import Store
from valuegraph.model.validation import build, words_text
from valuegraph.model.words import word_code
from valuegraph.problems import Problem, Where

P = TypeVar("P", bound=Part)

References = Any
"""A part, an id, a name, a mapping ``{"part": ..., "strength": ...}``, or a list of these."""


class Builder:
    """The half of a chain that adds to it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ---- parts

    def add_actor(self, name: str = "", *, id: str | None = None, **fields: Any) -> Actor:
        """Add a stakeholder; ``fields`` are those of :class:`Actor`."""
        return self._add(Actor, name, id, fields, {})

    def add_resource(
        self, name: str = "", *, id: str | None = None, by: References = (), **fields: Any
    ) -> Resource:
        """Add a resource, provided ``by`` these actors."""
        return self._add(Resource, name, id, fields, {"by": by})

    def add_circuit(self, name: str = "", *, id: str | None = None, **fields: Any) -> Circuit:
        """Add a circuit of the chain's own, or (``id="gift"``) name one of the method's."""
        return self._add(Circuit, name, id, fields, {})

    def add_support(
        self,
        name: str = "",
        *,
        id: str | None = None,
        by: References = (),
        supports: References = "all",
        **fields: Any,
    ) -> SupportActivity:
        """Add a support activity.

        Args:
            name: its name.
            id: its id; made from the name if not given.
            by: the actors that carry it.
            supports: ``"all"`` (the whole chain), ``"none"``, activities, or a mapping
                activity -> text of the cell.
            **fields: those of :class:`SupportActivity`, such as ``type`` or ``actions``.
        """
        return self._add(SupportActivity, name, id, fields, {"by": by, "supports": supports})

    def add_activity(
        self,
        name: str = "",
        *,
        id: str | None = None,
        by: References = (),
        after: References = (),
        uses: References = (),
        produces: References = (),
        receives: Mapping[str, Any] | None = None,
        gives: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> PrimaryActivity:
        """Add a primary activity, drawn after those already there.

        Args:
            name: its name.
            id: its id; made from the name if not given.
            by: the actors that carry it.
            after: the activities it comes after.
            uses: the resources that feed it.
            produces: its outputs.
            receives, gives: circuit -> what passes by it: a text, a mapping of the fields of
                :class:`Modality`, a list of these, or ``"none"`` (discussed: there is none).
            **fields: those of :class:`PrimaryActivity`.
        """
        rollback = self._store.copy()
        short = {"by": by, "after": after, "uses": uses, "produces": produces}
        part = self._add(PrimaryActivity, name, id, fields, short)
        problems: list[Problem] = []
        for way, cells in (("receives", receives), ("gives", gives)):
            for circuit, cell in (cells or {}).items():
                try:
                    self._add_cell(part, way, circuit, cell)
                except ValueGraphError as error:
                    problems += error.problems
        if problems:
            self._store = rollback
            raise ChainError(problems, language=self._store.language)
        return part

    def add_modality(
        self,
        activity: object,
        *,
        circuit: object,
        name: str = "",
        way: str = "receives",
        with_: object = "",
        resources: References = (),
        to: References = (),
        in_return: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> Modality:
        """Add one cell of the table activity x circuit.

        Naming a resource or an impact that the activity has no link with stores that link.

        Args:
            activity: the activity.
            circuit: its circuit, in either language.
            name: the text of the cell.
            way: ``receives`` (the default) or ``gives``.
            with_: the other party.
            resources: the resources that enter this way (when receiving).
            to: the impacts this way leads to (when giving).
            in_return: what comes back: ``{"what": ..., "amount": ..., "circuit": ...}``.
            **fields: ``amount``, ``status`` and the fields of any part.
        """
        store = self._store
        owner = store.resolve(activity, frozenset({"activity"}))
        code = store.circuit(circuit)
        known_way = word_code("way", way) if isinstance(way, str) else None
        if known_way is None:
            told = {"field": "way", "value": way, "allowed": words_text("way")}
            raise ChainError(Problem("VG221", values=told), language=store.language)
        named = {
            "resources": self._ids(resources, "resource"),
            "to": self._ids(to, "impact", "margin"),
        }
        values: dict[str, Any] = {**fields, **named, "name": name, "activity": owner,
                                  "circuit": code,
                  "way": known_way}  # fmt: skip
        values["id"] = numbered(f"{owner}.{known_way}.{code}", store.parts)
        if with_:
            values["with_"] = store.resolve(with_, frozenset({"actor"}))
        if in_return:
            back = dict(in_return)
            if back.get("circuit"):
                back["circuit"] = store.circuit(back["circuit"])
            values["in_return"] = build(InReturn, back)
        modality = build(Modality, values)
        implied = [(resource, "feeds", owner) for resource in modality.resources]
        implied += [(owner, "contributes", impact) for impact in modality.to]
        present = {link.ends for link in store.touching(owner)}
        missing = [ends for ends in dict.fromkeys(implied) if ends not in present]
        links = [Link(id="-".join(ends), start=ends[0], kind=ends[1], end=ends[2])
                 for ends in missing]  # fmt: skip
        host = store.parts[owner]
        parts: list[Part] = [modality]
        if isinstance(host, PrimaryActivity) and modality.cell in host.no_modality:
            left = tuple(cell for cell in host.no_modality if cell != modality.cell)
            parts.insert(0, host.changed(no_modality=left))
        store.put(parts, links)
        return modality

    def add_output(
        self, name: str = "", *, id: str | None = None, of: References = (), **fields: Any
    ) -> Output:
        """Add a countable product ``of`` these activities."""
        return self._add(Output, name, id, fields, {"of": of})

    def add_impact(
        self,
        name: str = "",
        *,
        id: str | None = None,
        of: References = (),
        benefits: References = (),
        costs: References = (),
        renews: References = (),
        depletes: References = (),
        reinforces: References = (),
        **fields: Any,
    ) -> Impact:
        """Add a social impact.

        Args:
            name: its name.
            id: its id; made from the name if not given.
            of: what contributes to it: activities, outputs, support activities, impacts.
            benefits, costs: the actors it benefits, or costs.
            renews, depletes: the resources it regenerates, or depletes.
            reinforces: the activities and support activities it reinforces.
            **fields: those of :class:`Impact`, such as ``dimension``.
        """
        short = {"of": of, "benefits": benefits, "costs": costs, "renews": renews,
                 "depletes": depletes, "reinforces": reinforces}  # fmt: skip
        return self._add(Impact, name, id, fields, short)

    def add_margin(
        self, name: str = "", *, id: str | None = None, of: References = (), **fields: Any
    ) -> Margin:
        """Add Porter's margin; every activity contributes to it unless ``of`` names some."""
        return self._add(Margin, name, id, fields, {"of": of})

    # ---- evaluation

    def add_question(
        self, ask: str, *, id: str | None = None, about: References = (), **fields: Any
    ) -> Question:
        """Add an evaluation question ``about`` parts and links."""
        values = {**fields, "ask": ask, "about": self._ids(about)}
        return self._add(Question, str(values.pop("name", "")), id, values, {}, named=ask)

    def add_criterion(
        self, name: str = "", *, id: str | None = None, question: object = "", **fields: Any
    ) -> Criterion:
        """Add a criterion of a question."""
        if question:
            fields["question"] = self._store.resolve(question, frozenset({"question"}))
        return self._add(Criterion, name, id, fields, {})

    def add_indicator(
        self,
        name: str = "",
        *,
        id: str | None = None,
        criterion: object = "",
        measures: References = (),
        **fields: Any,
    ) -> Indicator:
        """Add an indicator of a criterion, that ``measures`` parts and links."""
        if criterion:
            fields["criterion"] = self._store.resolve(criterion, frozenset({"criterion"}))
        fields["measures"] = self._ids(measures)
        return self._add(Indicator, name, id, fields, {}, check=_check_units)

    def add_observation(
        self, indicator: object, *, date: str, value: Any, **fields: Any
    ) -> Observation:
        """Note one dated value of an indicator."""
        store = self._store
        found = store.resolve(indicator, frozenset({"indicator"}))
        observation = build(
            Observation, {**fields, "indicator": found, "date": date, "value": value}
        )
        part = store.parts[found]
        if isinstance(part, Indicator):
            problem = unit_problem(part, observation.value)
            if problem:
                raise ChainError(problem, language=store.language)
        store.observations = (*store.observations, observation)
        store.revision += 1
        return observation

    # ---- links

    def link(self, start: object, kind: str, end: object, **fields: Any) -> Link:
        """Add one link; parallel links are numbered.

        Args:
            start, end: parts, ids or names; ``"chain"`` for the whole chain.
            kind: a kind of link, in either language.
            **fields: those of :class:`Link`, such as ``strength``, ``why`` or ``status``.

        Raises:
            UnknownPartError: an end is unknown.
            ChainError: the kind cannot join these ends, or a field is wrong.
        """
        store = self._store
        link_kind = store.link_kind(kind)
        first, last = store.resolve(start), store.resolve(end)
        problem = store.ends_problem(link_kind, store.kind_of(first), store.kind_of(last))
        if problem:
            raise ChainError(problem, language=store.language)
        link = self._new_link(first, link_kind.code, last, fields, {})
        store.put(links=[link])
        return link

    def attach(self, part: object, **short_forms: References) -> tuple[Link, ...]:
        """Add to a part the links that its short forms say: ``attach(bonds, of=[jars])``.

        Args:
            part: a part, an id or a name.
            **short_forms: the keys its kind has in the text form, such as ``uses``, ``after``,
                ``by``, ``of``, ``renews`` or ``supports``.

        Raises:
            UnknownPartError: a part is unknown.
            ChainError: its kind has no such key, or a part is of the wrong kind.
        """
        store = self._store
        found = store.resolve(part)
        kind = store.kind_of(found)
        known = SHORT_FORMS.get(kind, {})
        values = {"kind": PART_KIND_WORDS.get(kind, kind), "allowed": list(known)}
        problems = [
            Problem("VG223", Where(id=found), {**values, "field": key})
            for key in short_forms
            if key not in known
        ]
        if problems:
            raise ChainError(problems, language=store.language)
        links = self._short_links(kind, found, short_forms, problems)
        if problems:
            raise ChainError(problems, language=store.language)
        store.put(links=links.values())
        return tuple(links.values())

    def _new_link(
        self, start: str, kind: str, end: str, fields: Mapping[str, Any], others: Mapping[str, Any]
    ) -> Link:
        store = self._store
        values = dict(fields)
        if values.get("circuit"):
            values["circuit"] = store.circuit(values["circuit"])
        base = values.pop("id", None) or f"{start}-{kind}-{end}"
        link_id = numbered(base, _Taken(store, others))
        link = build(Link, {**values, "id": link_id, "start": start, "kind": kind, "end": end})
        problem = store.strength_problem(link)
        if problem:
            raise ChainError(problem, language=store.language)
        return link

    # ---- how

    def _all(self, model: type[P]) -> tuple[P, ...]:
        return tuple(part for part in self._store.parts.values() if isinstance(part, model))

    def _ids(self, references: References, *kinds: str) -> tuple[str, ...]:
        allowed = frozenset(kinds) if kinds else None
        return tuple(self._store.resolve(item, allowed) for item, _ in _items(references))

    def _add(
        self,
        model: type[P],
        name: str,
        part_id: str | None,
        fields: Mapping[str, Any],
        short: Mapping[str, References],
        *,
        named: str = "",
        check: Any = None,
    ) -> P:
        store = self._store
        words = name if isinstance(name, str) else ""
        given = part_id if part_id is not None else free_slug(words or named or model.kind,
                                                              _Taken(store, {}))  # fmt: skip
        problems: list[Problem] = []
        problem = store.id_problem(given, model.kind)
        if problem:
            problems.append(problem)
        part: P | None = None
        try:
            part = build(model, {**fields, "id": given, "name": name})
            problems += check(part) if check else []
        except ValueGraphError as error:
            problems += error.problems
        links = self._short_links(model.kind, given, short, problems)
        if problems or part is None:
            raise ChainError(problems, language=store.language)
        store.put([part], links.values())
        return part

    def _short_links(
        self,
        kind: str,
        part_id: str,
        short_forms: Mapping[str, References],
        problems: list[Problem],
    ) -> dict[str, Link]:
        """Return the links of short forms; what is wrong with them joins ``problems``."""
        links: dict[str, Link] = {}
        for key, references in short_forms.items():
            for reference, attributes in _items(references):
                try:
                    link = self._short_link(kind, key, part_id, reference, attributes, links)
                    links[link.id] = link
                except ValueGraphError as error:
                    problems += [item.at(id=item.where.id or part_id) for item in error.problems]
        return links

    def _short_link(
        self,
        kind: str,
        key: str,
        part_id: str,
        reference: object,
        attributes: Mapping[str, Any],
        others: Mapping[str, Link],
    ) -> Link:
        form = SHORT_FORMS[kind][key]
        link_kind = self._store.link_kind(form.kind)
        allowed = link_kind.ends if form.part_is_start else link_kind.starts
        if allowed & {WHOLE_CHAIN} and reference == "all":
            reference = WHOLE_CHAIN
        itself = isinstance(reference, str) and reference == part_id and kind in allowed
        other = part_id if itself else self._store.resolve(reference, allowed)
        start, end = (part_id, other) if form.part_is_start else (other, part_id)
        return self._new_link(start, form.kind, end, attributes, others)

    def _add_cell(self, part: Part, way: str, circuit: object, cell: Any) -> None:
        if cell is None or (isinstance(cell, str) and word_code("whole", cell) == "none"):
            code = self._store.circuit(circuit)
            host = self._store.parts[part.id]
            if isinstance(host, PrimaryActivity):
                cells = tuple(sorted({*host.no_modality, f"{Way(way).value}.{code}"}))
                self._store.put([host.changed(no_modality=cells)])
            return
        for item in cell if isinstance(cell, list | tuple) else [cell]:
            fields: dict[str, Any] = {"name": item} if isinstance(item, str) else dict(item)
            if "with" in fields:
                fields["with_"] = fields.pop("with")
            self.add_modality(part.id, circuit=circuit, way=way, **fields)


class _Taken:
    """The ids of the chain and of links about to be stored, without copying them."""

    def __init__(self, store: Store, others: Mapping[str, Any]) -> None:
        self._store, self._others = store, others

    def __contains__(self, item: object) -> bool:
        return item in self._store.parts or item in self._store.links or item in self._others


def unit_problem(indicator: Indicator, value: Any) -> Problem | None:
    """Return the problem of a value whose unit is not the indicator's, if it has one."""
    unit = getattr(value, "unit", "")
    if not unit or not indicator.unit or unit == indicator.unit:
        return None
    values = {"value": str(value), "unit": unit, "indicator": indicator.id,
              "expected": indicator.unit}  # fmt: skip
    return Problem("VG233", Where(id=indicator.id), values)


def _check_units(indicator: Indicator) -> list[Problem]:
    values = (*indicator.baseline.values(), *indicator.target.values())
    found = (unit_problem(indicator, value) for value in values)
    return [problem for problem in found if problem]


def _items(references: References) -> Iterator[tuple[object, Mapping[str, Any]]]:
    """Yield each reference with the fields of its link."""
    if references is None or (
        isinstance(references, str) and word_code("whole", references) == "none"
    ):
        return
    if isinstance(references, Mapping) and "part" not in references:
        for part, text in references.items():
            yield part, {"label": text} if isinstance(text, str) else dict(text or {})
        return
    several = references if isinstance(references, list | tuple) else [references]
    for item in several:
        if isinstance(item, Mapping):
            yield item["part"], {key: value for key, value in item.items() if key != "part"}
        elif isinstance(item, str) and word_code("whole", item) == "all":
            yield "all", {}
        else:
            yield item, {}
