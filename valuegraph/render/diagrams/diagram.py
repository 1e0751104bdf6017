"""A chain as boxes and arrows: what Mermaid and DOT have in common, before either is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from valuegraph.model.activity import Modality, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Flow, Link
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.model.routing import Arc, arcs
from valuegraph.render.views.blocks.badges import judged
from valuegraph.render.words import say

KINDS = {
    "actor": "stakeholders",
    "resource": "resources",
    "support": "support",
    "activity": "primary",
    "modality": "circuits",
    "output": "outputs",
    "impact": "impacts",
    "margin": "margin",
}
"""Each kind of box, in the order of drawing, and the name of its heading in the words."""


@dataclass(frozen=True, slots=True)
class Box:
    """One part.

    Attributes:
        name: ``n1``, ``n2``...: safe in every notation.
        ref: the id of the part.
        kind: the kind of the part.
        label: its name, in the language of the diagram.
        notes: what else is said of it: a status, a negative impact.
        status: its status, empty where none is told.
        circuit: of a modality, its circuit.
        about: its description.
    """

    name: str
    ref: str
    kind: str
    label: str
    notes: tuple[str, ...] = ()
    status: str = ""
    circuit: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The boxes of one kind, under their heading."""

    name: str
    kind: str
    heading: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """One link, or one modality that no link passes.

    Attributes:
        ref: the id of the link; empty where it is a rule of the chain.
        start, end: names of boxes, or the name of a frame for all that stand in it.
        flow: how the link carries value.
        label: what is written on it; may be empty.
        status: that of the link, or of all modalities it passes by; empty where none is told.
        circuit: the circuit it passes by, if it is one only.
        about: the names of the modalities, and why the link is thought to hold.
    """

    ref: str
    start: str
    end: str
    flow: Flow
    label: str = ""
    status: str = ""
    circuit: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A chain as boxes and arrows."""

    title: str
    description: str
    language: str
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]
    chain: Box | None
    """The chain itself, where a link joins it."""


_SURENESS = (Status.REFUTED, Status.DISPUTED, Status.HYPOTHESIS, Status.PLANNED)


def diagram(chain: ValueChain, language: str) -> Diagram:
    """Return the chain as boxes and arrows: every part that links may join, and every link.

    A link is one arrow, labelled by the circuits it passes by. A modality that no link passes is
    a box of its own, or it would be lost. The evaluation framework is left out.
    """
    return _Maker(chain, language).made()


class _Maker:
    def __init__(self, chain: ValueChain, language: str) -> None:
        self.chain, self.language = chain, language
        self.arcs = [arc for arc in arcs(chain) if self._is_drawn(arc)]
        self.links = {link.id: link for link in chain.links}
        self.cells = {cell.id: cell for cell in chain.modalities}
        passed = {cell for arc in self.arcs for cell in (arc.leaves_by, arc.enters_by)}
        parts = [
            part
            for kind in KINDS
            for part in chain.parts(kind)
            if kind != "modality" or part.id not in passed
        ]
        self.names = {part.id: f"n{number}" for number, part in enumerate(parts, 1)}
        self.parts = parts

    def made(self) -> Diagram:
        chain = self.chain
        frames = tuple(self._frames())
        title = chain.about.text("name", self.language)
        arrows = (*self._arrows(), *self._cell_arrows())
        whole = None
        if any("n0" in (arrow.start, arrow.end) for arrow in arrows):
            label = say("value chain", self.language) if is_blank(title) else title
            whole = Box("n0", WHOLE_CHAIN, WHOLE_CHAIN, label)
        return Diagram(
            say("untitled", self.language) if is_blank(title) else title,
            self._told(frames),
            self.language,
            frames,
            arrows,
            whole,
        )

    def _frames(self) -> Iterator[Frame]:
        for kind, heading in KINDS.items():
            boxes = tuple(self._box(part) for part in self.parts if part.kind == kind)
            if boxes:
                yield Frame(_frame(kind), kind, say(heading, self.language), boxes)

    def _box(self, part: Part) -> Box:
        circuit = part.circuit if isinstance(part, Modality) else ""
        notes = [self.chain.circuit(circuit).label(self.language)] if circuit else []
        if sign := judged(part, self.language):
            notes.append(sign)
        if part.status in _SURENESS and not part.status_is_implied:
            notes.append(say(part.status.value, self.language))
        return Box(
            self.names[part.id],
            part.id,
            part.kind,
            part.label(self.language),
            tuple(notes),
            part.status.value if part.status else "",
            circuit,
            part.text("description", self.language),
        )

    @staticmethod
    def _is_drawn(arc: Arc) -> bool:
        return LINK_KINDS[arc.kind].flow is not Flow.ACCOMPANIES

    def _arrows(self) -> Iterator[Arrow]:
        by_ends: dict[tuple[str, str, str], list[Arc]] = {}
        for arc in self.arcs:
            by_ends.setdefault((arc.link, arc.start, arc.end), []).append(arc)
        for link in self.chain.links:
            ends = (link.id, link.start, link.end)
            alone = [Arc(link.id, link.start, link.end, link.kind)]
            yield self._arrow(by_ends.pop(ends, alone), link)
        for ruled in by_ends.values():
            yield self._arrow(ruled, None)

    def _arrow(self, ways: list[Arc], link: Link | None) -> Arrow:
        """Return one arrow for all the ways that a link runs (a rule of the chain has no link)."""
        kind = LINK_KINDS[ways[0].kind]
        names = (name for arc in ways for name in (arc.leaves_by, arc.enters_by) if name)
        passed = [self.cells[name] for name in dict.fromkeys(names)]
        circuits = self._circuits(passed)
        if link is not None and link.circuit:
            circuits = {link.circuit: None}
        status = self._shared_status(passed)
        said = [self._circuit_told(each, doubt) for each, doubt in circuits.items()]
        about = [self._cell_told(cell) for cell in passed]
        if link is not None:
            status = link.status if link.status in _SURENESS else status
            said.append(link.text("label", self.language))
            about.append(link.text("why", self.language))
        said = [text for text in said if not is_blank(text)]
        if not said and kind.flow is not Flow.FORWARD:
            said = [kind.verb.text(self.language)]
        if link is not None and link.status in _SURENESS:
            said.append(say(link.status.value, self.language).lower())
        return Arrow(
            ways[0].link,
            self._end(ways[0].start, kind.code),
            self._end(ways[0].end, kind.code),
            kind.flow,
            ", ".join(said),
            status.value if status else "",
            next(iter(circuits)) if len(circuits) == 1 else "",
            say("next", self.language).join(text for text in about if not is_blank(text)),
        )

    @staticmethod
    def _circuits(passed: list[Modality]) -> dict[str, Status | None]:
        """Return each circuit passed by, and the doubt that all its modalities share."""
        by_circuit: dict[str, list[Modality]] = {}
        for cell in passed:
            by_circuit.setdefault(cell.circuit, []).append(cell)
        return {code: _Maker._shared_status(cells) for code, cells in by_circuit.items()}

    @staticmethod
    def _shared_status(cells: list[Modality]) -> Status | None:
        """Return the doubt about all these modalities; none if one of them is sure."""
        told = {cell.status for cell in cells}
        if not told or not told <= set(_SURENESS):
            return None
        return next(each for each in reversed(_SURENESS) if each in told)

    def _circuit_told(self, code: str, doubt: Status | None) -> str:
        label = self.chain.circuit(code).label(self.language)
        return f"{label} ({say(doubt.value, self.language).lower()})" if doubt else label

    def _cell_arrows(self) -> Iterator[Arrow]:
        """Yield the arrows of the modalities that are boxes, to or from their activity."""
        for cell in self.chain.modalities:
            if cell.id in self.names:
                ends = (self.names[cell.id], self.names[cell.activity])
                start, end = ends if cell.way is Way.RECEIVES else ends[::-1]
                doubtful = cell.status.value if cell.status in _SURENESS and cell.status else ""
                said = say(cell.way.value, self.language).lower()
                yield Arrow("", start, end, Flow.FORWARD, said, doubtful, cell.circuit)

    def _end(self, part: str, kind: str) -> str:
        """Return the box of a part; what serves the whole chain goes to all its activities."""
        if part != WHOLE_CHAIN:
            return self.names[part]
        return _frame("activity") if kind == "supports" and self.chain.activities else "n0"

    def _cell_told(self, cell: Modality) -> str:
        label = cell.label(self.language)
        if not cell.with_:
            return label
        who = self.chain.find(cell.with_)
        named = who.label(self.language) if isinstance(who, Part) else cell.with_
        return f"{label}, {say('with', self.language, who=named)}"

    def _told(self, frames: tuple[Frame, ...]) -> str:
        """Return the diagram in words, for those who do not see it."""
        told = [self.chain.about.text("description", self.language)]
        told += [
            say(
                "told of",
                self.language,
                what=frame.heading,
                text=", ".join(box.label for box in frame.boxes),
            )
            for frame in frames
        ]
        return "\n".join(text for text in told if not is_blank(text))


def _frame(kind: str) -> str:
    return f"g_{kind}"
