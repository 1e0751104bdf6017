"""The list of a page: every part, and each of its links told from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from valuegraph.model.activity import Circuit, Modality, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.model.routing import arcs
from valuegraph.render.typography import typeset
from valuegraph.render.webpage.trace import parts_of, strength_of
from valuegraph.render.webpage.words import PAGE_WORDS, SECTION_HEADINGS, STATUS_WORDS
from valuegraph.render.writers.page.content import ListedLink, Row, Section


def names_of(chain: ValueChain, language: str) -> dict[str, str]:
    """Return how each part, and the chain itself, is called."""
    names = {part.id: _name(part, language) for part in parts_of(chain)}
    return {**names, WHOLE_CHAIN: chain.about.label(language) or WHOLE_CHAIN}


def _name(part: Part, language: str) -> str:
    if isinstance(part, Modality) and is_blank(part.name):
        return part.returned(language) or part.id
    label = part.text("ask", language) if part.kind == "question" else ""
    return typeset(part.label(language) if is_blank(label) else label, language)


def notes_of(chain: ValueChain, language: str) -> dict[str, str]:
    """Return how sure each part is, in words, where it is said and not simply observed."""
    return {
        part.id: _status(part.status, language)
        for part in parts_of(chain)
        if part.status not in (None, Status.OBSERVED)
    }


def sections_of(chain: ValueChain, language: str) -> tuple[Section, ...]:
    """Return the list: a section for each kind of part the chain has."""
    teller = _Teller(chain, language)
    every: dict[str, list[Part]] = {}
    for part in parts_of(chain):
        every.setdefault(part.kind, []).append(part)
    return tuple(
        Section(heading.text(language), tuple(teller.row(part) for part in every[kind]))
        for kind, heading in SECTION_HEADINGS.items()
        if kind in every
    )


class _Teller:
    def __init__(self, chain: ValueChain, language: str) -> None:
        self.chain, self.language = chain, language
        self.names = names_of(chain, language)
        self.cells: dict[str, list[str]] = {}
        for arc in arcs(chain):
            used = (arc.leaves_by, arc.enters_by)
            self.cells.setdefault(arc.link, []).extend(cell for cell in used if cell)
        self.starting: dict[str, list[Link]] = {}
        self.ending: dict[str, list[Link]] = {}
        self.passing: dict[str, list[Link]] = {}
        for link in chain.links:
            self.starting.setdefault(link.start, []).append(link)
            self.ending.setdefault(link.end, []).append(link)
            for cell in dict.fromkeys(self.cells.get(link.id, ())):
                self.passing.setdefault(cell, []).append(link)

    def row(self, part: Part) -> Row:
        """Return a part with all that leads to it and all it leads to."""
        before = [self._link(link, link.start, inverse=True) for link in self._ending(part)]
        after = [self._link(link, link.end, inverse=False) for link in self._starting(part)]
        if isinstance(part, Modality):
            before, after = self._cell(part)
        return Row(part.id, self.names[part.id], tuple(self._remarks(part)), tuple(before),
                   tuple(after))  # fmt: skip

    def _ending(self, part: Part) -> Sequence[Link]:
        return self.ending.get(part.id, ())

    def _starting(self, part: Part) -> Sequence[Link]:
        return self.starting.get(part.id, ())

    def _cell(self, cell: Modality) -> tuple[list[ListedLink], list[ListedLink]]:
        """Return what enters by a cell and its activity, or its activity and where it gives to."""
        receives = cell.way is Way.RECEIVES
        passing = [
            self._link(link, link.start if receives else link.end, inverse=receives, cells=False)
            for link in self.passing.get(cell.id, ())
        ]
        word = self._say("leads to" if receives else "comes from")
        activity = [ListedLink("", word, self.names[cell.activity])]
        return (passing, activity) if receives else (activity, passing)

    def _remarks(self, part: Part) -> Iterator[str]:
        if isinstance(part, Modality):
            yield self._say("circuit of", names=self.names.get(part.circuit, part.circuit))
        if isinstance(part, Circuit):
            cells = [cell for cell in self.chain.modalities if cell.circuit == part.id]
            if cells:
                yield self._say("by cell", names=_comma(self.names[cell.id] for cell in cells))
        if part.status:
            yield _status(part.status, self.language)
        description = part.text("description", self.language)
        if not is_blank(description):
            yield typeset(description, self.language)

    def _link(self, link: Link, other: str, *, inverse: bool, cells: bool = True) -> ListedLink:
        kind = LINK_KINDS[link.kind]
        verb = (kind.inverse if inverse else kind.verb).text(self.language)
        return ListedLink(link.id, verb, self.names[other],
                          tuple(self._known(link, cells=cells)))  # fmt: skip

    def _known(self, link: Link, *, cells: bool) -> Iterator[str]:
        """Yield what is known of a link: its words, cells, circuit, status, strength and why."""
        label = link.text("label", self.language)
        if not is_blank(label):
            yield typeset(label, self.language)
        used = dict.fromkeys(self.cells.get(link.id, ()))
        if cells and used:
            yield self._say("by cell", names=_comma(self.names[cell] for cell in used))
        if link.circuit:
            yield self._say("circuit of", names=self.names.get(link.circuit, link.circuit))
        if link.status:
            yield _status(link.status, self.language)
        strength = strength_of(self.chain, link)
        if strength is not None:
            shown = f"{strength:g}"
            shown = shown.replace(".", ",") if self.language.startswith("fr") else shown
            yield self._say("strength of", value=shown)
        why = link.text("why", self.language)
        if not is_blank(why):
            yield self._say("because", text=typeset(why, self.language))

    def _say(self, word: str, **values: str) -> str:
        return PAGE_WORDS[word].text(self.language).format_map(values)


def _comma(names: Iterable[str]) -> str:
    return ", ".join(names)


def _status(status: Status | None, language: str) -> str:
    return STATUS_WORDS[status.value].text(language) if status else ""
