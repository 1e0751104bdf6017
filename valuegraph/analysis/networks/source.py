"""Where a network comes from, a chain or two tables: what both can tell."""

from __future__ import annotations

from typing import Protocol

from valuegraph.analysis.networks.columns import Arcs, Flags, Found, Links, Parts
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow, Link, Rate
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual


class Source(Protocol):
    """Where a network comes from: a chain, or two tables. It never changes."""

    parts: Parts
    links: Links
    circuits: tuple[str, ...]
    units: tuple[str, ...]
    language: str

    def arcs(self, living: Flags, kept: Flags) -> dict[Flow, Arcs]:
        """Return the arcs of each flow between living parts, by links that are kept."""

    def find(self, reference: object) -> Found:
        """Return what a part, a link, an id or a name means."""

    def circuit(self, reference: object) -> int:
        """Return the code of a circuit given by its code or a word."""

    def link_id(self, link: int) -> str:
        """Return the id of a link."""

    def label(self, part: int) -> Bilingual:
        """Return how a part is called."""

    def circuit_label(self, circuit: int) -> Bilingual:
        """Return how a circuit is called."""

    def group(self, part: int) -> str:
        """Return the heading a part stands under, if any."""

    def item(self, code: int) -> Part | None:
        """Return a part as a chain describes it, if this comes from a chain."""

    def link(self, code: int) -> Link | None:
        """Return a link as a chain describes it, if this comes from a chain."""

    def rates(self) -> tuple[Rate, ...]:
        """Return the declared conversions of units."""

    def ranges(self) -> Flags:
        """Return for each link whether its strength is given between bounds."""

    def digest(self) -> str:
        """Return what tells this content from any other."""

    def described(self) -> ValueChain | None:
        """Return the chain itself, which nobody changes, if this comes from a chain."""
