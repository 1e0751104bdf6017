"""A chain as a source of networks: what references mean, and how parts and links are called."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.chain_columns import arcs_of, columns_of, listed_parts
from valuegraph.analysis.networks.columns import (
    FLOW_OF_KIND,
    FLOWS,
    PART_KIND,
    Arcs,
    Flags,
    Found,
)
from valuegraph.analysis.networks.digest import digest_of
from valuegraph.errors import ChainError
from valuegraph.model.activity import Circuit, Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import (
    PART_KIND_WORDS,
    Flow,
    Link,
    Rate,
    StrengthRange,
    part_kinds_text,
)
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual, Problem


class ChainSource:
    """A chain as a source of networks.

    Args:
        chain: a copy that nobody else changes.
    """

    def __init__(self, chain: ValueChain) -> None:
        self._chain = chain
        self._told = columns_of(chain)
        self.parts = self._told.parts
        self.links = self._told.links
        self.circuits = self._told.circuits
        self.units = self._told.units
        self.language = chain.language

    def arcs(self, living: Flags, kept: Flags) -> dict[Flow, Arcs]:
        """Return the arcs of each flow between living parts, by links that are kept."""
        found = arcs_of(self._chain, self._told, living, kept)
        flow = FLOW_OF_KIND[found.kind]
        return {name: found.taken(flow == code) for code, name in enumerate(FLOWS)}

    def find(self, reference: object) -> Found:
        """Return what a part, a link, an id or a name means."""
        if isinstance(reference, Circuit):
            return Found("circuit", self.circuits.index(reference.id))
        chosen = self._chain.find(reference) if reference != WHOLE_CHAIN else None
        if isinstance(chosen, Link):
            return Found("link", self._told.link_ids.index(chosen.id))
        if isinstance(chosen, Circuit):
            return Found("circuit", self.circuits.index(chosen.id))
        if chosen is not None and chosen.id in self._codes:
            return Found("part", self._codes[chosen.id])
        kind = chosen.kind if chosen is not None else WHOLE_CHAIN
        values = {
            "ref": str(reference),
            "actual": PART_KIND_WORDS[kind],
            "allowed": part_kinds_text(frozenset(PART_KIND) - {WHOLE_CHAIN}, PART_KIND_WORDS),
        }
        raise ChainError(Problem("VG215", values=values), language=self.language)

    def circuit(self, reference: object) -> int:
        """Return the code of a circuit given by its code or a word."""
        return self.circuits.index(self._chain.circuit(reference).id)

    def link_id(self, link: int) -> str:
        """Return the id of a link."""
        return self._told.link_ids[link]

    def label(self, part: int) -> Bilingual:
        """Return how a part is called; a cell without a name by its place in the table."""
        item = self._listed[part] if part < len(self._listed) else self._chain.about
        if isinstance(item, Modality) and not item.name:
            row, column = self._codes[item.activity], self.circuits.index(item.circuit)
            activity, circuit = self.label(row), self.circuit_label(column)
            return Bilingual(f"{activity.fr} × {circuit.fr}", f"{activity.en} × {circuit.en}")
        return Bilingual(item.label("fr"), item.label("en"))

    def circuit_label(self, circuit: int) -> Bilingual:
        """Return how a circuit is called."""
        part = self._chain.circuit(self.circuits[circuit])
        return Bilingual(part.label("fr"), part.label("en"))

    def group(self, part: int) -> str:
        """Return the heading a part stands under, if any."""
        return self._listed[part].group if part < len(self._listed) else ""

    def item(self, code: int) -> Part | None:
        """Return a part as it was described; nothing for the whole chain."""
        return self._listed[code] if code < len(self._listed) else None

    def link(self, code: int) -> Link | None:
        """Return a link as it was described."""
        found = self._chain.find(self.link_id(code))
        return found if isinstance(found, Link) else None

    def rates(self) -> tuple[Rate, ...]:
        """Return the declared conversions of units."""
        return self._chain.about.rates

    def ranges(self) -> Flags:
        """Return for each link whether its strength is given between bounds."""
        told = (self._chain.find(link_id) for link_id in self._told.link_ids)
        return np.array([isinstance(getattr(link, "strength", None), StrengthRange)
                         for link in told], dtype=np.bool_)  # fmt: skip

    def described(self) -> ValueChain:
        """Return the chain, which nobody changes."""
        return self._chain

    def digest(self) -> str:
        """Return what tells the content of this chain from any other."""
        return digest_of(self._chain)

    @cached_property
    def _listed(self) -> list[Part]:
        return listed_parts(self._chain)

    @cached_property
    def _codes(self) -> dict[str, int]:
        return {part.id: code for code, part in enumerate(self._listed)}
