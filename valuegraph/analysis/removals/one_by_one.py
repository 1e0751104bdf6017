"""Every single thing taken away: how much passed by each, all read from one walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.actors.providers import providers
from valuegraph.analysis.networks.columns import (
    NONE,
    PART_KIND,
    Codes,
    Columns,
    Flags,
    Ints,
    Numbers,
)
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.levels import summed
from valuegraph.analysis.sharing.asked import Question
from valuegraph.analysis.sharing.met_once import MetOnce, tangled_note
from valuegraph.analysis.sharing.portions import ShareRows, above_zero, together
from valuegraph.problems import Problem


class Things:
    """What can be taken away by itself: parts, modalities and actors, links, circuits.

    They are numbered together: first the parts by their codes, then the links, then circuits.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._first_link = network.count
        self._first_circuit = network.count + len(network.links)
        self.count = self._first_circuit + len(network.circuits)

    def links(self, codes: Codes) -> Ints:
        """Return the numbers of some links."""
        return codes.astype(np.int64) + self._first_link

    def circuits(self, codes: Codes) -> Ints:
        """Return the numbers of some circuits."""
        return codes.astype(np.int64) + self._first_circuit

    def what(self, number: int) -> tuple[str, int]:
        """Return ``part``, ``link`` or ``circuit``, and the code."""
        if number < self._first_link:
            return "part", number
        if number < self._first_circuit:
            return "link", number - self._first_link
        return "circuit", number - self._first_circuit

    def called(self, number: int) -> tuple[str, str]:
        """Return what to ask for by ``without=``, and its kind: a part's, ``link``, ``circuit``."""
        what, code = self.what(number)
        if what == "part":
            return self._network.id(code), self._network.kind(code)
        if what == "link":
            return self._network.link_id(code), what
        return f"circuit:{self._network.circuits[code]}", what


class Passed(NamedTuple):
    """How much of each impact passed by each thing, and by what each thing supports.

    Attributes:
        through, accompanied: rows of impacts, things and shares above 0.
        notes: what is not told.
    """

    through: ShareRows
    accompanied: ShareRows
    notes: tuple[Problem, ...]


@dataclass(frozen=True, eq=False)
class _Held(Columns):
    """What actors take along, a row for each actor and part: all of it, or what they provide."""

    actor: Ints
    part: Ints
    share: Numbers


_Rows = tuple[Ints, Ints, Numbers]


def passed_by_each(question: Question) -> Passed:
    """Return how much of each impact passed by every single part, link, circuit and actor.

    One walk, as wide as there are impacts, tells it of all parts, modalities, links and of the
    actors that only provide; a circuit, an actor that carries what is on the way, and what a
    support supports, take one more each, as wide as one impact.
    """
    network, things = question.network, Things(question.network)
    held = _held(network)
    on_the_way = np.unique(held.actor[question.sharing.walk.goes_on[held.part]])
    apart = np.isin(held.actor, on_the_way)
    pieces, notes = _from_visits(question, things, held.taken(~apart))
    circuit = question.cone.arcs.circuit
    nothing, no_step = np.zeros(network.count), np.zeros(len(circuit), dtype=np.bool_)
    for code in np.unique(circuit[circuit != NONE]):
        met = question.meets(nothing, circuit == code)
        pieces.append(_rows(met, things.circuits(np.array([code]))))
    for actor in on_the_way:
        mine = held.actor == actor
        taken = nothing.copy()
        taken[held.part[mine]] = held.share[mine]
        pieces.append(_rows(question.meets(taken, no_step), np.array([actor])))
    return Passed(together(pieces), _accompanied(question, things, held), tuple(notes))


def _rows(met: Numbers, thing: Ints) -> _Rows:
    rows = np.flatnonzero(met > 0)
    return rows, np.repeat(thing, len(rows)), np.minimum(met[rows], 1.0)


def _from_visits(
    question: Question, things: Things, held: _Held
) -> tuple[list[_Rows], list[Problem]]:
    network, cone = question.network, question.cone
    order, arcs = cone.walk.order, cone.arcs
    crossing, real = np.flatnonzero(arcs.cell != NONE), np.flatnonzero(arcs.link != NONE)
    cells, by_cell = np.unique(arcs.cell[crossing], return_inverse=True)
    links, by_link = np.unique(arcs.link[real], return_inverse=True)
    place = np.full(network.count, NONE)
    place[cone.parts] = order.position
    met_ones = place[held.part] != NONE
    actors, by_actor = np.unique(held.actor[met_ones], return_inverse=True)
    provided, much = place[held.part[met_ones]], held.share[met_ones]
    pieces, notes = list[_Rows](), list[Problem]()
    for chosen, visits in question.blocks():
        met = MetOnce(cone.walk, visits)
        first = int(chosen[0])
        parts = above_zero(met.parts, cone.parts[order.part], first)
        other = question.of[parts[0]] != parts[1]
        for whole, thing, share in (
            (parts[0][other], parts[1][other], parts[2][other]),
            above_zero(met.steps(crossing, by_cell, len(cells)), cells, first),
            above_zero(met.steps(real, by_link, len(links)), things.links(links), first),
            above_zero(summed(by_actor, len(actors), provided, much, met.parts), actors, first),
        ):
            pieces.append((whole, thing, np.minimum(share, 1.0)))
        notes += tangled_note(met)
    return pieces, notes


def _held(network: Network) -> _Held:
    known = providers(network)
    share = {
        (actor, part): much
        for actor, part, much in zip(
            known.actor.tolist(), known.origin.tolist(), known.part.tolist(), strict=True
        )
    }
    share |= dict.fromkeys(taken_along(network), 1.0)
    pairs = np.array(sorted(share), dtype=np.int64).reshape(len(share), 2)
    return _Held(pairs[:, 0], pairs[:, 1], np.array([share[pair] for pair in sorted(share)]))


def taken_along(network: Network) -> list[tuple[int, int]]:
    """Return each actor with each part that it alone provides, or alone carries."""
    return [
        (actors[0], part)
        for kind in ("provides", "carries")
        for part, actors in actors_of_parts(network, (kind,)).items()
        if len(actors) == 1 and network.parts.kind[part] != PART_KIND["modality"]
    ]


def _accompanied(question: Question, things: Things, held: _Held) -> ShareRows:
    """Return how much of each impact passes by what each lost support supports."""
    network, arcs = question.network, question.network.accompanying
    lost: dict[int, Flags] = {}
    for support in np.unique(arcs.start).tolist():
        lost[support] = arcs.start == support
    for link in np.unique(arcs.link[arcs.link != NONE]):
        lost[int(things.links(np.array([link]))[0])] = arcs.link == link
    for actor, part in taken_along(network):
        if part in lost:
            lost[actor] = lost.get(actor, np.zeros(len(arcs), dtype=np.bool_)) | lost[part]
    no_step = np.zeros(len(question.cone.arcs), dtype=np.bool_)
    known: dict[bytes, Numbers] = {}
    pieces = []
    for thing, gone in lost.items():
        helped = network.flag(arcs.end[gone]).astype(np.float64)
        key = helped.tobytes()
        if key not in known:
            known[key] = question.meets(helped, no_step)
        pieces.append(_rows(known[key], np.array([thing])))
    return together(pieces)
