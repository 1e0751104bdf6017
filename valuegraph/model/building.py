"""How parts and links are added to a chain: all that is wrong is told, or all is stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any, TypeVar

from valuegraph.errors import ChainError, ValueGraphError
from valuegraph.model.activity import (
    Circuit,
    Modality,
    PrimaryActivity,
    SupportActivity,
)
from valuegraph.model.actor import Actor
from valuegraph.model.cells import add_cell, add_modality, empty_cell_problems, forget_activity
from valuegraph.model.ids import circuit_id, free_slug
from valuegraph.model.impact import Impact, Margin, Output
from valuegraph.model.link import PART_KIND_WORDS, SHORT_FORMS, Link
from valuegraph.model.linking import References, Taken, items, new_link, short_links
from valuegraph.model.part import Part
from valuegraph.model.resource import Resource
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.problems import Problem, Where

P = TypeVar("P", bound=Part)


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
        if id is None and isinstance(name, str):
            id = circuit_id(name or Circuit.kind, Taken(self._store))
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
        short = {"by": by, "after": after, "uses": uses, "produces": produces}
        judge = partial(empty_cell_problems, self._store)
        part = self._add(PrimaryActivity, name, id, fields, short, check=judge)
        problems: list[Problem] = []
        for way, cells in (("receives", receives), ("gives", gives)):
            for circuit, cell in (cells or {}).items():
                try:
                    add_cell(self._store, part.id, way, circuit, cell)
                except ValueGraphError as error:
                    problems += error.problems
        if problems:
            forget_activity(self._store, part.id)
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
        values = {"circuit": circuit, "name": name, "way": way, "with_": with_,
                  "resources": resources, "to": to, "in_return": in_return}  # fmt: skip
        return add_modality(self._store, activity, {**fields, **values})

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
        link = new_link(store, (first, link_kind.code, last), fields)
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
        links = short_links(store, kind, found, short_forms, problems)
        if problems:
            raise ChainError(problems, language=store.language)
        store.put(links=links.values())
        return tuple(links.values())

    def id_of(self, reference: object, *, kinds: Collection[str] | None = None) -> str:
        """Return the id that a part, a link, an id or a unique name means.

        Args:
            reference: what is meant; ``"chain"`` is the whole chain.
            kinds: the kinds of part allowed; any part or link if ``None``.

        Raises:
            UnknownPartError: nothing, or more than one part, answers to it.
            ChainError: it is of another kind.
        """
        return self._store.resolve(reference, None if kinds is None else frozenset(kinds))

    # ---- how

    def _all(self, model: type[P]) -> tuple[P, ...]:
        return tuple(part for part in self._store.parts.values() if isinstance(part, model))

    def _ids(self, references: References, *kinds: str) -> tuple[str, ...]:
        allowed = frozenset(kinds) if kinds else None
        return tuple(self._store.resolve(item, allowed) for item, _ in items(references))

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
        made = free_slug(words or named or model.kind, Taken(store))
        given = made if part_id is None else part_id
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
        links = short_links(store, model.kind, given, short, problems)
        if problems or part is None:
            raise ChainError(problems, language=store.language)
        store.put([part], links.values())
        return part
