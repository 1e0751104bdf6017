"""Loss: what no longer leads anywhere, stops or is weakened when something is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, overload

import numpy as np

from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.removals.single_losses import LossEach, SingleLoss, single_losses
from valuegraph.analysis.removals.taking_away import Removal, removed
from valuegraph.analysis.removals.what_is_left import (
    CIRCULAR,
    accompanied_by,
    routes_counted,
    shares_of,
)
from valuegraph.analysis.result import Result
from valuegraph.analysis.route_finding.ways import asked_ends
from valuegraph.analysis.selection import Selection, selected
from valuegraph.analysis.sharing.asked import asked as asked_of
from valuegraph.analysis.sharing.judging import judged
from valuegraph.analysis.sharing.shared_walk import (
    above_nothing,
    hindering,
    shared_out,
)
from valuegraph.analysis.telling.figures import percent, some
from valuegraph.problems import Bilingual, Problem

__all__ = ["Loss", "LossEach", "LossOf", "SingleLoss", "loss"]


@dataclass(frozen=True)
class LossOf:
    """What a loss means for one part.

    Attributes:
        end: the id of the part.
        unreachable: whether no route from a surviving origin leads to it any more.
        through: how much of it passed by what is taken away, from 0 to 1: not a forecast.
        accompanied: how much of it passed by an activity that a lost support supports.
        routes_before, routes_after: how many routes lead to it; ``None`` beyond 10,000 where
            links go round.
        after: its shares cut again on what is left: origin -> share, and ``circular``.
    """

    end: str
    unreachable: bool
    through: float
    accompanied: float
    routes_before: int | None
    routes_after: int | None
    after: Mapping[str, float]
    _code: int = field(repr=False)


@dataclass(frozen=True, eq=False)
class Loss(Result):
    """What follows when something is taken away.

    Attributes:
        ends: one answer for each part asked about that was reached before and is not taken.
        unreachable: ids of those that nothing leads to any more.
        stopped: ids of the parts that stop: an essential input is lost, or all inputs are.
        weakened: ids of the resources that lose some of those who provide them.
        taken: ids of the parts that are taken away.
    """

    name: ClassVar[str] = "loss"

    ends: tuple[LossOf, ...]
    stopped: tuple[str, ...]
    weakened: tuple[str, ...]
    taken: tuple[str, ...]
    _removal: Removal = field(repr=False)
    _supposed: tuple[Problem, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, end: str) -> LossOf:
        return {one.end: one for one in self.ends}[end]

    @property
    def unreachable(self) -> tuple[str, ...]:
        """Ids of the parts asked about that nothing leads to any more."""
        return tuple(one.end for one in self.ends if one.unreachable)

    @property
    def chosen(self) -> Selection:
        """What was asked to be taken away."""
        return self._removal.selection

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row a fact: the end, the fact, the part it is about, the value."""
        rows: list[tuple[str, str, str, float | None]] = []
        for one in self.ends:
            for fact in ("unreachable", "through", "accompanied", "routes_before", "routes_after"):
                rows.append((one.end, fact, "", getattr(one, fact)))
            rows += [(one.end, "after", origin, share) for origin, share in one.after.items()]
        columns = list(zip(*rows, strict=True)) or [()] * 4
        return dict(zip(("end", "fact", "part", "value"), columns, strict=True))

    def details(self) -> dict[str, Any]:
        """Return what is taken away, what stops, what is weakened."""
        text = self._removal.selection.text
        return {
            "without": {"fr": text.fr, "en": text.en},
            "taken": list(self.taken),
            "unreachable": list(self.unreachable),
            "stopped": list(self.stopped),
            "weakened": list(self.weakened),
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return what was supposed, and what of the set was left out already."""
        gone = self._removal.selection.left_out(self.network)
        if gone:
            yield Problem("VG515", values={"parts": some(gone)})
        links = np.unique(self.network.forward.link[hindering(self.network)])
        if len(links):
            names = [self.network.sentence(link) for link in links.tolist()]
            yield Problem("VG508", values={"links": some(names)})
        yield from self._supposed

    def sentences(self, language: str) -> list[str]:
        """Return what is cut off, what stops and what is weakened, then each end."""
        asked = self.network
        without = self._removal.selection.text
        said = [_WITHOUT.text(language).format(what=without.text(language))]
        ends = {one.end for one in self.ends if one.unreachable}
        for template, ids in (
            (_CUT_OFF, [one.end for one in self.ends if one.unreachable]),
            (_STOPS, [part for part in self.stopped if part not in ends]),
            (_WEAK, list(self.weakened)),
        ):
            if ids:
                names = some([asked.name(asked.source.find(part).code) for part in ids])
                said.append(template.text(language).format(parts=names.text(language)))
        said += [_told(asked, one, language) for one in self.ends]
        return said


_WITHOUT = Bilingual("Sans {what}.", "Without {what}.")
_CUT_OFF = Bilingual("Plus rien ne mène à {parts}.", "Nothing leads to {parts} any more.")
_STOPS = Bilingual("Cela arrête {parts}.", "This stops {parts}.")
_WEAK = Bilingual("D’autres fournissent encore {parts}.", "Others still provide {parts}.")
_THROUGH = Bilingual("{end} : {through} y passait", "{end}: {through} passed there")
_ACCOMPANIED = Bilingual(", {share} en était accompagné", ", {share} was accompanied by it")
_ROUTES = Bilingual(" ; {before} chemins avant, {after} après",
                    "; {before} routes before, {after} after")  # fmt: skip
_AFTER = Bilingual(" ; ce qui reste : {shares}", "; what is left: {shares}")


def _told(asked: Network, one: LossOf, language: str) -> str:
    text = _THROUGH.text(language).format(
        end=asked.name(one._code).text(language), through=percent(one.through, language)
    )
    if one.accompanied:
        share = percent(one.accompanied, language)
        text += _ACCOMPANIED.text(language).format(share=share)
    if one.routes_before is not None and one.routes_after is not None:
        text += _ROUTES.text(language).format(before=one.routes_before, after=one.routes_after)
    shares = []
    for origin, left in one.after.items():
        known = origin != CIRCULAR
        name = asked.name(asked.source.find(origin).code) if known else _IN_CIRCLES
        told = f"{name.text(language)} {percent(left, language)}"
        shares.append(Bilingual(told, told))
    if shares:
        text += _AFTER.text(language).format(shares=some(shares).text(language))
    return f"{text}."


_IN_CIRCLES = Bilingual("ce qui tourne en rond", "what goes in circles")


@overload
def loss(
    chain: Asked,
    *,
    without: None = None,
    of: object = None,
    basis: str = "equal",
    unknown: str = "error",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> LossEach: ...
@overload
def loss(
    chain: Asked,
    *,
    without: object,
    of: object = None,
    basis: str = "equal",
    unknown: str = "error",
    status: str | Iterable[str] | None = None,
) -> Loss: ...
def loss(
    chain: Asked,
    *,
    without: object = None,
    of: object = None,
    basis: str = "equal",
    unknown: str = "error",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> Loss | LossEach:
    """Return what follows for impacts when something is taken away.

    An actor takes along the resources that nobody else provides and what nobody else carries.
    Nothing here is a forecast: what passed by a part may find another way.

    Args:
        chain: a chain or a network.
        without: a part, a link, a circuit, an actor, a kind, a selector such as
            ``circuit:gift``, or several of these as one; each part, modality, link, circuit
            and actor by itself if ``None``.
        of: the parts asked about; impacts and margin by default.
        basis: how shares are cut: ``equal``, ``links``, ``strength`` or ``amount``.
        unknown: ``error`` to refuse unknown strengths and amounts, ``equal`` to cut equally
            where they are missing.
        status: the statuses to keep; all but refuted by default.
        top: for each by itself, tell so many of each impact; the others are left out.

    Returns:
        All that follows from one loss; or, for each thing by itself, how much passed by it or
        by what it supports, and what it alone cuts off.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: the set is empty, or a value is unknown.
        UnitError: amounts are in units that no declared rate converts.
        OptionError: there is no such basis.
    """
    if without is None:
        above_nothing("top", top)
        question = asked_of(
            chain, of=of, basis=basis, unknown=unknown, supports="accompany", status=status
        )
        return single_losses(question, basis, top)
    asked = network(chain, status=status)
    starts, ends = asked_ends(asked, None, of)
    removal = removed(asked, selected(asked, without, option="without"))
    sharing = shared_out(asked, basis)
    reached = asked.downstream(starts) | asked.rootless
    chosen: Codes = ends[asked.living[ends] & reached[ends] & ~removal.taken[ends]]
    supposed = judged(asked, sharing, chosen, unknown=unknown)
    left = removal.left
    cut_again = shared_out(left, basis)
    after = shares_of(left, cut_again, chosen)
    through = sharing.walk.meets(removal.chance(), removal.among(sharing.arcs))
    accompanied = accompanied_by(asked, sharing, removal)
    survivors = np.flatnonzero(left.origin & left.living).astype(np.int32)
    still = left.downstream(survivors)
    before_count, after_count = (
        routes_counted(one, at, chosen) for one, at in ((asked, starts), (left, survivors))
    )
    rooted = asked.downstream(starts)
    answers = [
        LossOf(
            end=asked.id(end),
            unreachable=bool(rooted[end] and not (still[end] and left.living[end])),
            through=min(1.0, float(through[end])),
            accompanied=min(1.0, float(accompanied[end])),
            routes_before=before_count[end],
            routes_after=after_count[end],
            after=after[end],
            _code=end,
        )
        for end in chosen.tolist()
    ]
    return Loss(
        asked,
        basis,
        tuple(answers),
        tuple(asked.ids(np.flatnonzero(removal.stopped))),
        tuple(asked.ids(np.flatnonzero(removal.weakened))),
        tuple(asked.ids(np.flatnonzero(removal.taken))),
        removal,
        supposed,
    )
