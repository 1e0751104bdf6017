"""What questions about impacts begin with: the impacts asked about, and how they are shared out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.network import Asked
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.networks.columns import STATUS, Codes, Flags, Ints, Numbers
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.selection import selected_parts
from valuegraph.analysis.sharing.cone import Cone, cone_of
from valuegraph.analysis.sharing.judging import judged
from valuegraph.analysis.sharing.portions import Held, kept
from valuegraph.analysis.sharing.shared_walk import Sharing, shared_out
from valuegraph.analysis.telling.figures import percents, some
from valuegraph.problems import Bilingual, Problem

_FROM_KINDS = ("resource", "activity", "support", "output", "impact")

OF_KINDS = ("impact", "margin", "output", "activity")
"""What can be shared out; impacts and margin unless something else is asked for."""

_WIDTH = 16
"""So many parts are asked about at a time: rows of two cache lines; wider ones gain nothing."""

_NEAR_NUMBERS, _MOST_NUMBERS = 2**18, 2**24
"""Of small networks so many that their numbers stay near the processor; never more numbers."""


class Ends(NamedTuple):
    """Where walks end.

    Attributes:
        held: wholes, the parts where their walks end, and how much of them does.
        circular: for each whole, what ends in closed loops.
    """

    held: Held
    circular: Numbers


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked, and all that the answer needs.

    Attributes:
        network: what it is put to.
        sharing: how it is shared out.
        every: the parts asked about, as listed.
        of: those to which something leads.
        notes: what the answer supposes and leaves out.
    """

    network: Network
    sharing: Sharing
    every: Codes
    of: Codes
    notes: tuple[Problem, ...]

    @cached_property
    def cone(self) -> Cone:
        """What walks from the parts asked about can meet."""
        return cone_of(self.sharing, self.of, self.network.count)

    def blocks(self, walk: Walk | None = None) -> Iterator[tuple[Ints, Numbers]]:
        """Return the visits of walks from the parts asked about, some parts at a time.

        Args:
            walk: another walk than that of the cone, over the same parts.

        Returns:
            Rows of parts asked about, and visits as places of the walk's order x these rows:
            numbers that are written over by the next ones.
        """
        asked_about = self.cone.numbers(self.of)
        parts = max(len(self.cone.parts), 1)
        width = max(1, min(max(_WIDTH, _NEAR_NUMBERS // parts), _MOST_NUMBERS // parts))
        visits: Numbers | None = None
        for first in range(0, len(self.of), width):
            chosen = np.arange(first, min(first + width, len(self.of)))
            visits = (walk or self.cone.walk).visits(asked_about[chosen], visits)
            yield chosen, visits.reshape(len(visits), len(chosen))

    def ends(self) -> Ends:
        """Return where walks from the parts asked about end, and how much of each."""
        walk, holders = self.cone.walk, self.cone.ends
        pieces, circular = [], np.zeros(len(self.of))
        for chosen, visits in self.blocks():
            pieces.append(kept(visits[walk.end_places], holders, int(chosen[0])))
            circular[chosen] = walk.closed_in(visits)
        return Ends(Held(pieces), circular)

    def meets(self, part: Numbers, step: Flags) -> Numbers:
        """Return how much of each part asked about meets a set at least once.

        Args:
            part: for each part of the network, the chance that being there is to meet it.
            step: for each step of the cone, whether taking it is to meet it.
        """
        met = self.cone.walk.meets(part[self.cone.parts], step)
        return np.asarray(met[self.cone.numbers(self.of)], dtype=np.float64)


def asked(
    chain: Asked,
    *,
    of: object,
    basis: str,
    unknown: str,
    supports: str,
    status: str | Iterable[str] | None,
    downstream: bool = False,
) -> Question:
    """Return a question about some parts, impacts and margin by default.

    Along the arrows (``downstream``) it is about origins by default.

    Raises:
        OptionError, UnknownPartError, ChainError, UnitError: it cannot be asked like this.
    """
    asked_of = network_of(chain, status=status)
    if of is not None:
        kinds = _FROM_KINDS if downstream else OF_KINDS
        every = selected_parts(asked_of, of, option="of", kinds=kinds)
    elif downstream:
        every = np.flatnonzero(asked_of.origin).astype(np.int32)
    else:
        every = asked_of.of_kind("impact", "margin")
    sharing = shared_out(asked_of, basis, supports=supports, downstream=downstream)
    notes = judged(asked_of, sharing, every, unknown=unknown)
    leads = sharing.walk.goes_on
    told = [*notes, *_rowless(asked_of, every, leads, downstream=downstream)]
    return Question(asked_of, sharing, every, every[leads[every]], tuple(told))


def _rowless(asked_of: Network, every: Codes, leads: Flags, *, downstream: bool) -> list[Problem]:
    if not len(every) and not downstream:
        return [Problem("VG517")]
    rowless = every[~leads[every]]
    gone = rowless[~asked_of.living[rowless]]
    left = rowless[asked_of.living[rowless]]
    found = []
    for code, parts in (("VG515", gone), ("VG518" if downstream else "VG501", left)):
        if len(parts):
            names = some([asked_of.name(part) for part in parts])
            found.append(Problem(code, values={"parts": names, "ids": asked_of.ids(parts)}))
    return found


def circular_note(network: Network, wholes: Codes, circular: Mapping[str, float]) -> list[Problem]:
    """Return how much of what is asked about ends in closed loops, if anything does."""
    if not circular:
        return []
    rows = [whole for whole in wholes.tolist() if network.id(whole) in circular]
    shares = np.array([circular[network.id(whole)] for whole in rows])
    return [Problem("VG503", values={"shares": told_shares(network, rows, shares)})]


def hypothesis_notes(question: Question) -> list[Problem]:
    """Return how much of what is asked about passes by at least one hypothesis."""
    network = question.network
    part, link = _hypotheses(network)
    if not part.any() and not link.any():
        return []
    arcs = question.cone.arcs
    step = np.append(link, False)[arcs.link] | np.append(part, False)[arcs.cell]
    met = question.meets(part.astype(np.float64), step)
    rows = np.flatnonzero(met > 0)
    if not len(rows):
        return []
    return [
        Problem(
            "VG506", values={"shares": told_shares(network, question.of[rows].tolist(), met[rows])}
        )
    ]


def _hypotheses(network: Network) -> tuple[Flags, Flags]:
    supposed = STATUS["hypothesis"]
    part = (network.parts.status == supposed) & network.living
    link = (network.links.status == supposed) & network.kept
    return part, link


def told_shares(network: Network, parts: Iterable[int], shares: Numbers) -> Bilingual:
    """Return parts with a share each: *« Cohésion » 37,5 %*."""
    names = []
    for part, share in zip(parts, shares.tolist(), strict=True):
        name, told = network.name(part), percents(share)
        names.append(Bilingual(f"{name.fr} {told.fr}", f"{name.en} {told.en}"))
    return some(names)
