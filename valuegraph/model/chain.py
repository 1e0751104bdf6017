"""The container: a value chain, its parts and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from valuegraph.model import editing
from valuegraph.model.about import About
from valuegraph.model.activity import (
    Circuit,
    Modality,
    PrimaryActivity,
    SupportActivity,
)
from valuegraph.model.actor import Actor
from valuegraph.model.framing import FrameworkBuilder
from valuegraph.model.impact import Impact, Margin, Output
from valuegraph.model.link import Link
from valuegraph.model.part import Part
from valuegraph.model.resource import Resource
from valuegraph.model.store import Store
from valuegraph.model.validation import build
from valuegraph.model.words import CIRCUIT_LABELS, word_code

if TYPE_CHECKING:
    import networkx as nx


class ValueChain(FrameworkBuilder):
    """A value chain: what it says of itself, its parts, its links.

    Parts and links never change; the chain does, through its own ``add_...``, ``link``,
    ``change``, ``rename`` and ``remove``. What is refused changes nothing.

    Args:
        name: the chain's name.
        language: the language of its texts, ``fr`` by default.
        **about: any other field of :class:`valuegraph.model.about.About`, such as
            ``territory``, ``level``, ``period``, ``scales`` or ``extra``.

    Raises:
        ChainError: with one problem for each field that is wrong.

    Example:
        >>> chain = ValueChain("Conserverie mobile et solidaire", territory="Romans")
        >>> surplus = chain.add_resource("Surplus des maraîchers", type="food")
        >>> collect = chain.add_activity("Collecte", uses=[surplus])
        >>> chain.links[0].id
        'surplus_des_maraichers-feeds-collecte'
    """

    def __init__(self, name: str = "", *, language: str = "fr", **about: Any) -> None:
        super().__init__(Store(build(About, {"name": name, "language": language, **about})))

    @property
    def about(self) -> About:
        """All that the chain says of itself."""
        return self._store.about

    @property
    def name(self) -> str:
        """The chain's name, in its own language."""
        return self.about.name

    @property
    def language(self) -> str:
        """The language of its texts."""
        return self.about.language

    @property
    def revision(self) -> int:
        """A number that grows with each change."""
        return self._store.revision

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The stakeholders."""
        return self._all(Actor)

    @property
    def resources(self) -> tuple[Resource, ...]:
        """The resources."""
        return self._all(Resource)

    @property
    def support(self) -> tuple[SupportActivity, ...]:
        """The support activities."""
        return self._all(SupportActivity)

    @property
    def activities(self) -> tuple[PrimaryActivity, ...]:
        """The primary activities."""
        return self._all(PrimaryActivity)

    @property
    def modalities(self) -> tuple[Modality, ...]:
        """The cells of the table activity x circuit."""
        return self._all(Modality)

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The outputs."""
        return self._all(Output)

    @property
    def impacts(self) -> tuple[Impact, ...]:
        """The social impacts."""
        return self._all(Impact)

    @property
    def margin(self) -> tuple[Margin, ...]:
        """Porter's margin: nothing, or as a rule one part."""
        return self._all(Margin)

    @property
    def listed_circuits(self) -> tuple[Circuit, ...]:
        """The circuits the chain names or declares itself."""
        return self._all(Circuit)

    @property
    def circuits(self) -> tuple[Circuit, ...]:
        """The circuits of the chain, in the order of drawing.

        First those it lists, then those of the method it uses in a cell or on a link
        without listing them.
        """
        listed = {circuit.id: circuit for circuit in self.listed_circuits}
        used = {modality.circuit for modality in self.modalities}
        used |= {link.circuit for link in self.links if link.circuit}
        used |= {cell.partition(".")[2] for part in self.activities for cell in part.no_modality}
        unlisted = [code for code in CIRCUIT_LABELS if code in used and code not in listed]
        return (*listed.values(), *(self.circuit(code) for code in unlisted))

    def circuit(self, reference: object) -> Circuit:
        """Return a circuit by its code, its word in either language, or its name.

        Raises:
            ChainError: the chain has no such circuit.
        """
        code = self._store.circuit(reference)
        part = self._store.parts.get(code)
        if isinstance(part, Circuit):
            return part
        label = CIRCUIT_LABELS[code]
        other = "en" if self.language == "fr" else "fr"
        words = {other: {"name": label.text(other)}}
        return Circuit(id=code, name=label.text(self.language), translations=words)

    def cells(self, activity: object, *, way: str | None = None) -> tuple[Modality, ...]:
        """Return the modalities of an activity, of one way (``receives``, ``gives``) or both."""
        chosen = self._store.resolve(activity, frozenset({"activity"}))
        asked = word_code("way", way) if way else None
        return tuple(
            modality
            for modality in self.modalities
            if modality.activity == chosen and asked in (None, modality.way.value)
        )

    @property
    def links(self) -> tuple[Link, ...]:
        """All links."""
        return tuple(self._store.links.values())

    def incoming(self, part: object, kind: str | None = None) -> tuple[Link, ...]:
        """Return the links that end at a part (of one kind only, if given)."""
        end = self._store.resolve(part)
        return self._touching(end, kind, lambda link: link.end == end)

    def outgoing(self, part: object, kind: str | None = None) -> tuple[Link, ...]:
        """Return the links that start at a part (of one kind only, if given)."""
        start = self._store.resolve(part)
        return self._touching(start, kind, lambda link: link.start == start)

    def parts(
        self, kind: str | None = None, *, status: str | None = None, group: str | None = None
    ) -> tuple[Part, ...]:
        """Return the parts that fit every filter given, in the order of listing.

        Args:
            kind: ``actor``, ``resource``, ``activity``, ``support``, ``modality``, ``output``,
                ``impact``, ``margin``, ``circuit``, ``question``, ``criterion``, ``indicator``.
            status: ``observed``, ``planned``, ``hypothesis``, ``disputed``, ``refuted``, or the
                French word.
            group: the heading they stand under.
        """
        asked = word_code("status", status) or status if status else None
        return tuple(
            part
            for part in self._store.parts.values()
            if kind in (None, part.kind)
            and (asked is None or part.status == asked)
            and group in (None, part.group)
        )

    def find(self, reference: object) -> Part | Link:
        """Return the part or link that an id, or a name that is unique, means.

        Raises:
            UnknownPartError: nothing answers to it (near ids are named), or several do.
        """
        found = self._store.resolve(reference)
        item = self._store.parts.get(found) or self._store.links.get(found)
        if item is None:
            raise self._store.unknown(found, None)
        return item

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._store.parts or item_id in self._store.links

    def change(self, item: object, **values: Any) -> Part | Link | About:
        """Change fields of a part, a link or (``"chain"``) the chain; return the new value.

        Raises:
            UnknownPartError: no such part.
            ChainError: a field does not exist, may not change, or does not accept the value.
        """
        return editing.change(self._store, item, values)

    def rename(self, part: object, new_id: str) -> Part:
        """Give a part another id; links, cells and the evaluation follow.

        Raises:
            UnknownPartError: no such part.
            ChainError: the id is taken, reserved or not an id.
        """
        return editing.rename(self._store, part, new_id)

    def remove(self, *items: object, cascade: bool = False) -> None:
        """Take away parts or links, all at once.

        Args:
            *items: parts, links, ids or names.
            cascade: also take away what refers to them; otherwise that is refused.

        Raises:
            UnknownPartError: no such part.
            ChainError: something else refers to them, and ``cascade`` is false.
        """
        editing.remove(self._store, *items, cascade=cascade)

    def copy(self, *, evaluation: bool = True) -> ValueChain:
        """Return an independent copy, without the whole evaluation if it is not wanted."""
        twin = ValueChain.__new__(ValueChain)
        FrameworkBuilder.__init__(twin, self._store.copy())
        if not evaluation:
            editing.forget_evaluation(twin._store)
        return twin

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ValueChain):
            return NotImplemented
        return self._store.content() == other._store.content()

    __hash__ = None  # type: ignore[assignment]  # a chain changes: it cannot be a key

    def __repr__(self) -> str:
        counts = f"{len(self.activities)} activities, {len(self.impacts)} impacts"
        return f"<ValueChain {self.name!r}: {counts}, {len(self.links)} links>"

    def to_networkx(self, *, compiled: bool = False) -> nx.MultiDiGraph:
        """Return a plain networkx graph; see :func:`valuegraph.model.graph.to_networkx`."""
        from valuegraph.model.graph import to_networkx

        return to_networkx(self, compiled=compiled)

    @staticmethod
    def from_networkx(graph: nx.DiGraph) -> ValueChain:
        """Return the chain of a graph; see :func:`valuegraph.model.graph.from_networkx`."""
        from valuegraph.model.graph import from_networkx

        return from_networkx(graph)

    def _touching(self, end: str, kind: str | None, keeps: Any) -> tuple[Link, ...]:
        code = self._store.link_kind(kind).code if kind else None
        return tuple(
            link for link in self._store.touching(end) if keeps(link) and code in (None, link.kind)
        )
