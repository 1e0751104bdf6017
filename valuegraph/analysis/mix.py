"""Mix: by which circuits an impact's resources come in, and its products go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

import numpy as np

from valuegraph.analysis.amounts.by_circuit import CircuitAmount, circuit_amounts
from valuegraph.analysis.network import Asked
from valuegraph.analysis.networks.columns import NONE, WAY, Codes, Flags, Numbers
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.shares import Basis
from valuegraph.analysis.sharing.asked import Question, asked, circular_note, hypothesis_notes
from valuegraph.analysis.sharing.portions import CIRCULAR, NOBODY, Held, Names, above_zero
from valuegraph.analysis.sharing.share_result import ShareResult
from valuegraph.problems import Bilingual, Problem

_NONE = Bilingual("aucun circuit", "no circuit")
_CIRCULAR = Bilingual("ce qui tourne en rond", "what goes in circles")
_SPECIAL = {NOBODY: _NONE, CIRCULAR: _CIRCULAR}
_SIDES = {
    "entry": Bilingual("Ce qui mène à {whole} entre par : {shares}.",
                       "What leads to {whole} comes in by: {shares}."),
    "exit": Bilingual("Vers {whole}, cela sort par : {shares}.",
                      "Towards {whole} it goes out by: {shares}."),
}  # fmt: skip
_MORE = Bilingual("autres impacts sont dans la table", "more impacts are in the table")


@dataclass(frozen=True, eq=False)
class Side(ShareResult):
    """One partition of each impact between circuits: it adds up to 1."""

    name: ClassVar[str] = "mix"

    def holder_ids(self) -> Names:
        """Return the codes of circuits as words."""
        return np.array(self.network.circuits, dtype=object)

    def holder_kinds(self) -> None:
        """Return nothing: a circuit is no part on the way."""

    def holder_name(self, code: int) -> Bilingual:
        """Return how a circuit is called."""
        return self.network.circuit_label(code)

    def sentences(self, language: str) -> list[str]:
        """Return the circuits of each impact."""
        return self.each(lambda row: self.told(row, _SPECIAL, language), _MORE, language)


@dataclass(frozen=True, eq=False)
class Mix(Result):
    """By which circuits each impact's resources come in and its products go out.

    Attributes:
        entry: by the circuit of the last receiving modality before the origin.
        exit: by the circuit of the first giving modality below the impact.
        amounts: the amounts told for each circuit, by way and unit.
        notes: what the answer supposes and leaves out.
    """

    name: ClassVar[str] = "mix"

    entry: Side
    exit: Side
    amounts: tuple[CircuitAmount, ...]
    notes: tuple[Problem, ...]
    _question: Question = field(repr=False)

    def columns(self) -> dict[str, Column]:
        """Return side (entry or exit), impact, circuit and share."""
        sides = {"entry": self.entry.columns(), "exit": self.exit.columns()}
        rows = [len(columns["share"]) for columns in sides.values()]
        return {
            "side": np.repeat(np.array(list(sides), dtype=object), rows),
            **{
                name: np.concatenate([np.asarray(columns[name]) for columns in sides.values()])
                for name in ("impact", "circuit", "share")
            },
        }

    def details(self) -> dict[str, Any]:
        """Return the amounts by circuit."""
        return {"amounts": [amount._asdict() for amount in self.amounts]}

    def sentences(self, language: str) -> list[str]:
        """Return the circuits by which things come in and go out, and the amounts told."""

        def sentence(row: int) -> str:
            whole = self.network.name(self.entry.wholes[row]).text(language)
            return " ".join(
                template.text(language).format(
                    whole=whole, shares=side.told(row, _SPECIAL, language)
                )
                for template, side in zip(_SIDES.values(), (self.entry, self.exit), strict=True)
            )

        told = self.entry.each(sentence, _MORE, language)
        return [*told, *(amount.text(self.network, language) for amount in self.amounts)]

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        yield from self.notes
        circular = {
            impact: self.entry[impact]["circular"]
            for impact in self.entry
            if "circular" in self.entry[impact]
        }
        yield from circular_note(self.network, self.entry.wholes, circular)
        yield from hypothesis_notes(self._question)


def mix(
    chain: Asked,
    *,
    of: object = None,
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
) -> Mix:
    """Return by which circuits each impact's resources come in, and its products go out.

    Args:
        chain: a chain, or its network.
        of: the impacts asked about, or activities and outputs; all impacts and the margin by
            default.
        basis, unknown, supports, status: as in :func:`valuegraph.analysis.shares.shares`.

    Returns:
        Two partitions of each impact, each adding up to 1: ``entry``, by the last receiving
        modality before the origin, and ``exit``, by the first giving modality below the
        impact. ``none`` is what crosses no such modality, ``circular`` what ends in a closed
        loop before it does. Also the amounts told by circuit, per unit, never converted.

    Raises:
        UnknownPartError: ``of`` names nothing.
        ChainError: a strength or an amount is unknown, or ``of`` is of another kind.
        UnitError: amounts are in units that do not compare (``basis="amount"``).
        OptionError: an option has a value that does not exist.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> garden = chain.add_activity(
        ...     "Gardening", uses=[chain.add_resource("Time")], receives={"gift": "Volunteers"}
        ... )
        >>> bonds = chain.add_impact("Bonds", of=[garden])
        >>> dict(mix(chain).entry["bonds"]), dict(mix(chain).exit["bonds"])
        ({'gift': 1.0}, {'none': 1.0})
    """
    question = asked(chain, of=of, basis=basis, unknown=unknown, supports=supports, status=status)
    network = question.network
    entry, exit_ = _entry(question), _exit(question)
    amounts, unclear = circuit_amounts(network)
    notes = (*question.notes, *unclear)
    return Mix(network, basis, entry, exit_, amounts, notes, question)


def _entry(question: Question) -> Side:
    """Share out by the last receiving modality: what meets no other one behind it."""
    walk, arcs = question.cone.walk, question.cone.arcs
    receives = (arcs.way == WAY["receives"]) & (arcs.circuit != NONE)
    before = _without(walk, receives)
    straight = np.zeros(len(walk.order.part))
    straight[walk.end_places] = 1.0
    straight = before.values(straight)[walk.order.position]
    last = np.flatnonzero(receives)
    weight = walk.chance[last] * straight[walk.head[last]]
    pieces = []
    for chosen, visits in question.blocks():
        block = _by_circuit(question, visits, last, weight)
        none = straight[question.cone.numbers(question.of[chosen])]
        pieces += _rows(chosen, block, none, walk.closed_in(visits))
    return _side(question, pieces)


def _exit(question: Question) -> Side:
    """Share out by the first giving modality: walks go no further once they cross one."""
    walk, arcs = question.cone.walk, question.cone.arcs
    gives = (arcs.way == WAY["gives"]) & (arcs.circuit != NONE)
    above = _without(walk, gives)
    first = np.flatnonzero(gives)
    pieces = []
    for chosen, visits in question.blocks(above):
        block = _by_circuit(question, visits, first, walk.chance[first])
        pieces += _rows(chosen, block, visits[walk.end_places].sum(axis=0), above.closed_in(visits))
    return _side(question, pieces)


def _without(walk: Walk, steps: Flags) -> Walk:
    """Return the same walk, over as soon as it would take one of these steps."""
    found = np.bincount(walk.tail[steps], weights=walk.chance[steps], minlength=walk.count)
    lost = np.asarray(found, dtype=np.float64)
    on = ~steps
    return Walk(walk.order, walk.count, walk.tail[on], walk.head[on], walk.chance[on], lost=lost)


def _by_circuit(question: Question, visits: Numbers, steps: Any, weight: Numbers) -> Numbers:
    """Return what crosses each circuit at these steps, circuits x parts asked about."""
    walk, circuit = question.cone.walk, question.cone.arcs.circuit[steps]
    crossed = visits[walk.order.position[walk.tail[steps]]] * weight[:, None]
    block = np.zeros((len(question.network.circuits), visits.shape[1]))
    np.add.at(block, circuit, crossed)
    return block


def _rows(chosen: Codes, block: Numbers, none: Numbers, circular: Numbers) -> list[Any]:
    holders = np.arange(len(block) + 2)
    holders[-2:] = NOBODY, CIRCULAR
    return [above_zero(np.vstack((block, none, circular)), holders, int(chosen[0]))]


def _side(question: Question, pieces: list[Any]) -> Side:
    network: Network = question.network
    basis, notes = question.sharing.basis, question.notes
    return Side(network, basis, question.of, "circuit", notes, Held(pieces))
