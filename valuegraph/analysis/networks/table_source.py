"""Two tables as a source of networks, without an object a link."""

from __future__ import annotations

import hashlib
from functools import cached_property

import numpy as np

from valuegraph.analysis.networks.columns import (
    FLOW_OF_KIND,
    FLOWS,
    LINK_KIND_CODES,
    NONE,
    Arcs,
    Flags,
    Found,
    Links,
    Parts,
)
from valuegraph.analysis.networks.table_columns import TableColumns
from valuegraph.analysis.networks.table_reading import code_in
from valuegraph.analysis.networks.table_routing import routed
from valuegraph.errors import ChainError, UnknownPartError
from valuegraph.model.link import Flow, Link, Rate
from valuegraph.model.part import Part
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import CIRCUIT_LABELS, fold, word_code
from valuegraph.problems import Bilingual, Problem


class TableSource:
    """Two tables as a source of networks.

    Args:
        told: what the tables say.
        language: the language of their texts.
    """

    def __init__(self, told: TableColumns, *, language: str) -> None:
        self._told = told
        self.parts: Parts = told.parts
        self.links: Links = told.links
        self.circuits = told.circuits
        self.units = told.units
        self.language = language

    def arcs(self, living: Flags, kept: Flags) -> dict[Flow, Arcs]:
        """Return the arcs of each flow between living parts, by links that are kept."""
        found = routed(self.parts, self.links, self._told.naming, living, kept)
        flow = FLOW_OF_KIND[found.kind]
        if not flow.any():
            none = found.taken(slice(0, 0))
            return {name: found if name is Flow.FORWARD else none for name in FLOWS}
        return {name: found.taken(flow == code) for code, name in enumerate(FLOWS)}

    def find(self, reference: object) -> Found:
        """Return what an id, or a name that is unique, means."""
        code = code_in(reference, self._told.index)
        if code is None and isinstance(reference, str):
            code = self._texts.get(reference, self._names.get(fold(reference)))
        if code is not None and code != NONE:
            return Found("part", code)
        link = self._link_codes.get(str(reference))
        if link is not None:
            return Found("link", link)
        raise self._unknown(str(reference), several=code == NONE)

    def circuit(self, reference: object) -> int:
        """Return the code of a circuit given by its code or a word."""
        text = str(reference)
        code = word_code("circuit", text) or text
        if code not in self.circuits:
            values = {"circuit": text, "allowed": list(self.circuits)}
            raise ChainError(Problem("VG219", values=values), language=self.language)
        return self.circuits.index(code)

    def link_id(self, link: int) -> str:
        """Return the id of a link: its own, or made of its ends and kind."""
        if self._told.link_ids is not None and self._told.link_ids[link]:
            return str(self._told.link_ids[link])
        number = self._parallel[link]
        return self._ends(link) + (f"-{number + 1}" if number else "")

    def label(self, part: int) -> Bilingual:
        """Return how a part is called, its id if it has no name."""
        names = self._told.names
        named = str(names[part]) if names is not None and part < len(names) else ""
        text = named or str(self.parts.id[part])
        return Bilingual(text, text)

    def circuit_label(self, circuit: int) -> Bilingual:
        """Return how a circuit is called."""
        code = self.circuits[circuit]
        return CIRCUIT_LABELS.get(code, Bilingual(code, code))

    def group(self, part: int) -> str:
        """Return the heading a part stands under, if any."""
        groups = self._told.groups
        return str(groups[part]) if groups is not None and part < len(groups) else ""

    def item(self, code: int) -> Part | None:
        """Return nothing: a table describes no parts beyond its columns."""
        return None

    def link(self, code: int) -> Link | None:
        """Return nothing: a table describes no links beyond its columns."""
        return None

    def rates(self) -> tuple[Rate, ...]:
        """Return nothing: tables declare no conversions."""
        return ()

    def ranges(self) -> Flags:
        """Return for each link that its strength is no range."""
        return np.zeros(len(self.links), dtype=np.bool_)

    def described(self) -> None:
        """Return nothing: tables of parts and links tell no evaluation."""
        return

    def digest(self) -> str:
        """Return what tells the content of these tables from any other."""
        found = hashlib.sha256()
        for columns in (self.parts, self.links, self._told.naming._asdict()):
            for name, values in (columns if isinstance(columns, dict) else vars(columns)).items():
                text = "\n".join(map(str, values)).encode() if values.dtype == object else values
                found.update(name.encode())
                found.update(np.ascontiguousarray(text).tobytes() if text is values else text)
        for texts in (self._told.names, self._told.groups, self._told.link_ids):
            found.update("\n".join(map(str, () if texts is None else texts)).encode())
        found.update("\n".join((*self.circuits, "", *self.units)).encode())
        return f"sha256:{found.hexdigest()}"

    def _unknown(self, text: str, *, several: bool) -> UnknownPartError:
        known = [str(part_id) for part_id in self.parts.id[:1000]]
        if several:
            names = [part for part in range(len(known)) if fold(self.label(part).fr) == fold(text)]
            values = {"ref": text, "candidates": [known[part] for part in names]}
            return UnknownPartError(Problem("VG214", values=values), language=self.language)
        near = ", ".join(did_you_mean(text, known))
        some = ", ".join(known[:12])
        hint = (
            Bilingual(f"Vouliez-vous dire : {near} ?", f"Did you mean: {near}?")
            if near
            else Bilingual(f"Identifiants possibles : {some}.", f"Possible ids: {some}.")
        )
        values = {"ref": text, "candidates": hint}
        return UnknownPartError(Problem("VG213", values=values), language=self.language)

    def _ends(self, link: int) -> str:
        kind = LINK_KIND_CODES[self.links.kind[link]]
        start, end = self.parts.id[self.links.start[link]], self.parts.id[self.links.end[link]]
        return f"{start}-{kind}-{end}"

    @cached_property
    def _texts(self) -> dict[str, int]:
        return {str(part_id): code for code, part_id in enumerate(self.parts.id.tolist())}

    @cached_property
    def _names(self) -> dict[str, int]:
        """Folded name -> code of the part; -1 where several have it."""
        found: dict[str, int] = {}
        for code, name in enumerate(() if self._told.names is None else self._told.names):
            if name:
                folded = fold(str(name))
                found[folded] = NONE if folded in found else code
        return found

    @cached_property
    def _link_codes(self) -> dict[str, int]:
        return {self.link_id(link): link for link in range(len(self.links))}

    @cached_property
    def _parallel(self) -> list[int]:
        """For each link, how many before it have the same ends and kind."""
        links = self.links
        order = np.lexsort((links.kind, links.end, links.start))
        same = np.zeros(len(order), dtype=np.bool_)
        for column in (links.start, links.end, links.kind):
            change = np.diff(column[order], prepend=-1) != 0
            same |= change
        group = np.cumsum(same)
        first = np.searchsorted(group, group)
        number = np.empty(len(order), dtype=np.int64)
        number[order] = np.arange(len(order)) - first
        counted: list[int] = number.tolist()
        return counted
