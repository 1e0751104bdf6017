"""Balance: what each actor gives and receives, per unit and circuit, with what comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from valuegraph.analysis.amounts.flows import GIVES, RECEIVES, Flow, flows
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import NONE, Codes
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.selection import selected_parts
from valuegraph.analysis.telling.figures import some
from valuegraph.analysis.wording import quoted
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem

__all__ = ["Balance", "BalanceLine", "balance"]

_COLUMNS = ("actor", "way", "circuit", "in_return", "amount", "unit", "what", "ids")
_ACTORS_TOLD = 10
_VERBS = {GIVES: Bilingual("donne", "gives"), RECEIVES: Bilingual("reçoit", "receives")}
_BY = Bilingual("par", "by")
_BACK = Bilingual("en retour", "in return")
_NOTHING = Bilingual(
    "Aucune quantité n’est dite entre les parties prenantes et la chaîne.",
    "No amount is told between stakeholders and the chain.",
)
_MORE = Bilingual("autres parties prenantes sont dans la table",
                  "more stakeholders are in the table")  # fmt: skip


@dataclass(frozen=True)
class BalanceLine:
    """What one actor gives or receives by one circuit in one unit.

    Attributes:
        actor: the id of the actor.
        way: ``gives`` or ``receives``, as the actor sees it.
        circuit: the code of the circuit; empty if it is not said.
        unit: the unit; empty for a bare number.
        amount: how much in all; ``None`` where only words say it.
        in_return: whether it comes back for what the actor does the other way.
        what: what comes back, in words.
        ids: ids of the modalities and links that tell it.
    """

    actor: str
    way: str
    circuit: str
    unit: str
    amount: Decimal | None
    in_return: bool
    what: tuple[str, ...]
    ids: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        return {
            "actor": self.actor,
            "way": self.way,
            "circuit": self.circuit,
            "in_return": self.in_return,
            "amount": None if self.amount is None else float(self.amount),
            "unit": self.unit,
            "what": list(self.what),
            "ids": list(self.ids),
        }


@dataclass(frozen=True, eq=False)
class Balance(Result):
    """What actors give and receive: units are never mixed, and nothing is set off.

    Attributes:
        lines: one for each actor, way, circuit and unit; what comes back apart.
        notes: what is not known, and what was counted once.
    """

    name: ClassVar[str] = "balance"

    lines: tuple[BalanceLine, ...]
    notes: tuple[Problem, ...]
    _actors: Codes = field(repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    def of(self, actor: object) -> tuple[BalanceLine, ...]:
        """Return the lines of one actor, given by itself or by its id."""
        part_id = actor if isinstance(actor, str) else getattr(actor, "id", actor)
        return tuple(line for line in self.lines if line.actor == part_id)

    def columns(self) -> dict[str, Column]:
        """Return one row a line."""
        rows = [line.to_dict() for line in self.lines]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not known, and what was counted once."""
        return self.notes

    def sentences(self, language: str) -> list[str]:
        """Return what each actor gives and receives, and what comes back beside it."""
        if not self.lines:
            return [_NOTHING.text(language)]
        concerned = {line.actor for line in self.lines}
        actors = [code for code in self._actors.tolist() if self.network.id(code) in concerned]
        told = [self._sentence(code, language) for code in actors[:_ACTORS_TOLD]]
        more = len(actors) - _ACTORS_TOLD
        return [*told, f"{more} {_MORE.text(language)}."] if more > 0 else told

    def _sentence(self, code: int, language: str) -> str:
        mine = self.of(self.network.id(code))
        pieces = []
        for way, other in ((GIVES, RECEIVES), (RECEIVES, GIVES)):
            flow = [line for line in mine if line.way == way and not line.in_return]
            back = [line for line in mine if line.way == other and line.in_return]
            if not flow and not back:
                continue
            colon = " : " if language == "fr" else ": "
            piece = _VERBS[way].text(language)
            piece += f" {self._told(flow, language)}" if flow else ""
            if back:
                piece += f" ({_BACK.text(language)}{colon}{self._told(back, language)})"
            pieces.append(piece)
        apart = " ; " if language == "fr" else "; "
        return f"{self.network.name(code).text(language)} {apart.join(pieces)}."

    def _told(self, lines: list[BalanceLine], language: str) -> str:
        pieces = []
        for line in lines:
            words = list(line.what)
            if line.amount is not None:
                words.append(Quantity(amount=line.amount, unit=line.unit).to_text(language))
            piece = ", ".join(words)
            if line.circuit:
                label = self.network.circuit_label(self.network.circuits.index(line.circuit))
                piece += f" {_BY.text(language)} {quoted(*label).text(language)}"
            pieces.append(piece.strip())
        return " + ".join(pieces)


def balance(
    chain: Asked, *, of: object = None, status: str | Iterable[str] | None = None
) -> Balance:
    """Return what each actor gives and receives, per unit and circuit, and what comes back.

    Args:
        chain: a chain, or its network.
        of: the actors asked about; all by default.
        status: statuses to keep; all but refuted by default.

    Returns:
        Amounts told by modalities ``with`` an actor and by its links, each flow once: the
        modality's amount replaces that of the link. What comes back stands beside it and is in
        no other line; declared rates are not applied. Amounts nobody told are in ``limits``.

    Raises:
        UnknownPartError: ``of`` names nothing.
        ChainError: ``of`` is no actor.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> people = chain.add_actor("Neighbours")
        >>> time = chain.add_resource("Time")
        >>> link = chain.link(people, "provides", time, amount="40 h")
        >>> balance(chain).of(people)[0].amount
        Decimal('40')
    """
    asked = network(chain, status=status)
    if of is None:
        actors = asked.of_kind("actor")
    else:
        actors = selected_parts(asked, of, option="of", kinds=("actor",))
    found = flows(asked)
    wanted = set(actors.tolist())
    grouped: dict[tuple[Any, ...], list[Flow]] = {}
    for flow in found.told:
        if flow.actor in wanted:
            key = (flow.actor, flow.way != GIVES, flow.in_return, flow.circuit, flow.unit,
                   flow.amount is None)  # fmt: skip
            grouped.setdefault(key, []).append(flow)
    lines = []
    for key in sorted(grouped):
        group = grouped[key]
        first = group[0]
        amounts = [flow.amount for flow in group if flow.amount is not None]
        lines.append(
            BalanceLine(
                asked.id(first.actor),
                first.way,
                asked.circuits[first.circuit] if first.circuit != NONE else "",
                first.unit,
                sum(amounts, Decimal(0)) if amounts else None,
                first.in_return,
                tuple(dict.fromkeys(flow.what for flow in group if flow.what)),
                tuple(flow.id for flow in group),
            )
        )
    notes = []
    unknown = [asked.name(cell) for cell in found.unknown_cells]
    unknown += [asked.sentence(link) for link in found.unknown_links]
    if unknown:
        notes.append(Problem("VG580", values={"flows": some(unknown)}))
    if found.counted:
        names = some([asked.sentence(link) for link in found.counted])
        ids = [asked.link_id(link) for link in found.counted]
        notes.append(Problem("VG581", values={"links": names, "ids": ids}))
    return Balance(asked, "", tuple(lines), tuple(notes), actors)
