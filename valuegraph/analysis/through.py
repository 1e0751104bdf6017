"""Through: how much of an impact passes by a part, a link, a circuit, an actor or a set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal, overload

import numpy as np

from valuegraph.analysis.actors.providers import providers
from valuegraph.analysis.network import Asked
from valuegraph.analysis.networks.columns import NONE, PART_KIND, Codes, Numbers
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.selection import Selection, selected
from valuegraph.analysis.shares import Basis
from valuegraph.analysis.sharing.asked import Question, asked, hypothesis_notes
from valuegraph.analysis.sharing.met_once import MetOnce, tangled_note
from valuegraph.analysis.sharing.portions import Held, Portions, above_zero, portions
from valuegraph.analysis.sharing.share_result import ShareResult
from valuegraph.analysis.sharing.shared_walk import above_nothing
from valuegraph.analysis.telling.figures import listed, percent, some
from valuegraph.problems import Bilingual, Problem

_OF = Bilingual("de", "of")
_PASSES = Bilingual("Par {what} passent : {shares}.", "By {what} pass: {shares}.")
_MEETS = Bilingual("En remontant depuis {whole}, on passe surtout par : {shares}.",
                   "Going back from {whole}, we pass mostly by: {shares}.")  # fmt: skip
_MORE = Bilingual("autres impacts sont dans la table", "more impacts are in the table")


@dataclass(frozen=True, eq=False)
class Through(Result):
    """How much of each impact passes by one set; ``answer[impact]`` is the share.

    Attributes:
        chosen: what is passed by.
        of: codes of the impacts, as listed.
        share: for each impact, the chance that the walk back meets the set at least once.
        notes: what the answer supposes and leaves out.
    """

    name: ClassVar[str] = "through"

    chosen: Selection
    of: Codes
    share: Numbers
    notes: tuple[Problem, ...]
    _question: Question = field(repr=False)

    def keys(self) -> tuple[str, ...]:
        """Return the ids of the impacts that have an answer, as listed."""
        return tuple(self.network.ids(self.of))

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.of)

    def __getitem__(self, impact: object) -> float:
        """Return the share of one impact.

        Raises:
            KeyError: the impact has no row here.
        """
        found: dict[str, float] = dict(zip(self.keys(), self.share.tolist(), strict=True))
        return found[impact if isinstance(impact, str) else getattr(impact, "id", "")]

    def columns(self) -> dict[str, Column]:
        """Return impact and share, those of 0 included."""
        return {"impact": self.network.parts.id[self.of], "share": self.share}

    def details(self) -> dict[str, Any]:
        """Return what is passed by, in words."""
        return {"set": {"fr": self.chosen.text.fr, "en": self.chosen.text.en}}

    def sentences(self, language: str) -> list[str]:
        """Return how much of each impact passes by the set."""
        pieces = [
            f"{percent(share, language)} {_OF.text(language)} "
            f"{self.network.name(impact).text(language)}"
            for impact, share in zip(self.of.tolist(), self.share.tolist(), strict=True)
        ]
        told, what = listed(pieces, language), self.chosen.text.text(language)
        return [_PASSES.text(language).format(what=what, shares=told)] if pieces else []

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        yield from self.notes
        yield from hypothesis_notes(self._question)


@dataclass(frozen=True, eq=False)
class ThroughEach(ShareResult):
    """How much of each impact passes by every single part and modality; shares overlap.

    Attributes:
        top: how many parts of each impact are told; ``None`` for all.
    """

    name: ClassVar[str] = "through"

    top: int | None
    _question: Question = field(repr=False)

    @property
    def truncated(self) -> bool:
        """Whether some parts of a tangled loop are not told; the limits say how many."""
        return any(note.code == "VG585" for note in self.notes)

    @cached_property
    def portions(self) -> Portions:
        """The shares above 0, the largest first."""
        made = portions(*self._held.rows)
        return made if self.top is None else made.largest(self.top, len(self))

    def details(self) -> dict[str, Any]:
        """Return how many parts are told of each impact."""
        return {"top": self.top, "truncated": self.truncated}

    def sentences(self, language: str) -> list[str]:
        """Return the parts by which most of each impact passes."""

        def sentence(row: int) -> str:
            whole = self.network.name(self.wholes[row]).text(language)
            mine = self.portions.of(row)
            pieces = [
                f"{self.network.name(part).text(language)} {percent(share, language)}"
                for part, share in zip(mine.holder[:5], mine.share[:5].tolist(), strict=True)
            ]
            template = _MEETS.text(language)
            return template.format(whole=whole, shares=listed(pieces, language))

        return self.each(sentence, _MORE, language)

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        yield from self.notes
        yield from hypothesis_notes(self._question)


@overload
def through(
    chain: Asked,
    part: None = None,
    *,
    of: object = None,
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> ThroughEach: ...
@overload
def through(
    chain: Asked,
    part: object,
    *,
    of: object = None,
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
) -> Through: ...
def through(
    chain: Asked,
    part: object = None,
    *,
    of: object = None,
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> Through | ThroughEach:
    """Return how much of each impact passes by something, on the walk that shares are read from.

    Args:
        chain: a chain, or its network.
        part: what is passed by: a part, a modality, a link, a kind, ``circuit:gift``,
            ``actor:clirse``, or several of these as one set; every single part and modality
            if ``None``. An actor counts by its part of the resources it provides.
        of: the impacts asked about, or activities and outputs; all impacts and the margin by
            default.
        basis, unknown, supports, status: as in :func:`valuegraph.analysis.shares.shares`.
        top: for every single part, tell so many of each impact; the others are left out.

    Returns:
        The chance that the walk back from the impact meets the set at least once, from 0 to
        1: at least that of the largest member, at most the sum of all. What is left out, or
        hinders, is never met. It is a reading of the diagram, not a forecast of a loss.

    Raises:
        UnknownPartError: ``part`` or ``of`` names nothing.
        ChainError: the set is empty, or a strength or an amount is unknown.
        UnitError: amounts are in units that do not compare.
        OptionError: an option has a value that does not exist.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> soil, time = chain.add_resource("Soil"), chain.add_resource("Time")
        >>> dig = chain.add_activity("Digging", uses=[soil, time])
        >>> bonds = chain.add_impact("Bonds", of=[dig])
        >>> through(chain, "soil")["bonds"]
        0.5
    """
    above_nothing("top", top)
    question = asked(chain, of=of, basis=basis, unknown=unknown, supports=supports, status=status)
    if part is None:
        return _each(question, basis, top)
    chosen = selected(question.network, part, option="part")
    notes = (*question.notes, *_set_notes(question, chosen))
    share = _met_by(question, chosen)
    return Through(question.network, basis, chosen, question.of, share, notes, question)


def _met_by(question: Question, chosen: Selection) -> Numbers:
    """Return how much of each part asked about meets a set at least once."""
    network = question.network
    known = providers(network)
    part = known.parts_of(chosen.actors, network.count) * network.origin
    part[chosen.parts] = 1.0
    part[~network.living] = 0.0
    return question.meets(part, chosen.among(question.cone.arcs))


def _set_notes(question: Question, chosen: Selection) -> Iterable[Problem]:
    network = question.network
    gone = chosen.left_out(network)
    if gone:
        yield Problem("VG515", values={"parts": some(gone)})
    parts = chosen.parts[network.living[chosen.parts]]
    supports = parts[network.parts.kind[parts] == PART_KIND["support"]]
    walked = np.isin(supports, question.sharing.arcs.start)
    if len(supports) and not walked.all():
        names = some([network.name(support) for support in supports[~walked]])
        yield Problem("VG514", values={"parts": names})


def _each(question: Question, basis: str, top: int | None) -> ThroughEach:
    network, cone = question.network, question.cone
    order = cone.walk.order
    crossing = np.flatnonzero(cone.arcs.cell != NONE)
    cells, which = np.unique(cone.arcs.cell[crossing], return_inverse=True)
    pieces, notes = [], list(question.notes)
    for chosen, visits in question.blocks():
        met = MetOnce(cone.walk, visits)
        first = int(chosen[0])
        rows = above_zero(met.parts, cone.parts[order.part], first)
        other = question.of[rows[0]] != rows[1]
        pieces.append(tuple(column[other] for column in rows))
        pieces.append(above_zero(met.steps(crossing, which, len(cells)), cells, first))
        notes += tangled_note(met)
    return ThroughEach(
        network, basis, question.of, "part", tuple(notes), Held(pieces), top, question
    )
