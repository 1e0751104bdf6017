"""What lies between starts and ends: the part of a network that routes can pass by."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import (
    NONE,
    PART_KIND,
    Arcs,
    Codes,
    Flags,
    Numbers,
)
from valuegraph.analysis.networks.order import Order, Rows, ordered, spans
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.levels import Pass, prepared
from valuegraph.analysis.selection import selected_parts
from valuegraph.errors import ChainError
from valuegraph.problems import Bilingual, Problem

Amounts = npt.NDArray[np.int64]

_FINEST, _ROOM = 40, 61

WALKED_KINDS = ("resource", "support", "activity", "output", "impact", "margin")
"""The kinds of part that forward links join."""


class Round(NamedTuple):
    """The steps that leave the parts of one level.

    Attributes:
        parts: the parts they leave.
        first: for each of these, its first step among them.
        steps, heads: the steps and the parts they lead to.
    """

    parts: Codes
    first: Codes
    steps: Codes
    heads: Codes


@dataclass(frozen=True, eq=False)
class Ways:
    """The steps of all routes from starts to ends, sorted by the part they leave.

    A step is an arc or, where routes are folded, all arcs between two parts.

    Attributes:
        network: what the routes belong to.
        starts: codes of the parts routes begin at, sorted; only those that lead to an end.
        ends: for each part, whether routes stop there.
        tail, head: for each step the parts it joins.
        arc: codes of the arcs of all steps, step after step.
        first: for each step the place of its first arc, and the number of arcs at the end.
        folded: whether parallel links and modalities are one step.
    """

    network: Network = field(repr=False)
    starts: Codes
    ends: Flags
    tail: Codes
    head: Codes
    arc: Codes
    first: Codes
    folded: bool

    def __len__(self) -> int:
        return len(self.tail)

    @cached_property
    def leaving(self) -> Codes:
        """For each part its first step, and the number of steps at the end."""
        return np.searchsorted(self.tail, np.arange(self.network.count + 1)).astype(np.int32)

    @cached_property
    def order(self) -> Order:
        """The order of the steps; that of the network where it has no loops."""
        if not self.network.order.is_looped:
            return self.network.order
        return ordered(self.network.count, self.tail, self.head)

    @property
    def is_looped(self) -> bool:
        """Whether a walk from a start to an end can go round."""
        return self.order.is_looped

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The steps level by level, the last level first: what it takes to settle all parts."""
        order, found = self.order, []
        rows = Rows(self.leaving, np.arange(len(self), dtype=np.int32))
        bounds = order.bounds.tolist()
        for first, last in zip(bounds[-2::-1], bounds[:0:-1], strict=True):
            parts = order.part[first:last]
            sizes = self.leaving[parts + 1] - self.leaving[parts]
            parts, sizes = parts[sizes > 0], sizes[sizes > 0]
            if len(parts):
                steps = spans(rows, parts)
                found.append(Round(parts, np.cumsum(sizes) - sizes, steps, self.head[steps]))
        return tuple(found)

    @cached_property
    def pass_back(self) -> Pass:
        """A pass in which each part takes up what stands at the parts it leads to."""
        ones = np.ones(len(self))
        return prepared(self.order, self.tail, self.head, ones, upwards=False)

    @cached_property
    def strengths(self) -> Numbers:
        """The strength of each step, of folded ones the strongest; NaN where one is unknown."""
        strengths = strengths_of(self.network, self.arc)
        if len(self) < len(strengths):
            strengths = np.maximum.reduceat(strengths, self.first[:-1])
        return strengths

    @cached_property
    def costs(self) -> Amounts:
        """Strengths as whole costs that add up where strengths multiply.

        Sums of whole numbers do not depend on their order, as products of floats do: equal
        strengths stay equal. The one more for each step keeps costs above 0.
        """
        weakness = -np.log2(self.strengths)
        depth = max(1, min(len(self), self.network.count))
        largest = math.log2(depth * (float(weakness.max(initial=0.0)) + 1))
        bits = min(_FINEST, int(_ROOM - largest))
        costs: Amounts = np.rint(np.ldexp(weakness, bits)).astype(np.int64) + 1
        return costs

    def arcs_of(self, step: int) -> Codes:
        """Return the codes of the arcs of a step."""
        return self.arc[self.first[step] : self.first[step + 1]]

    def crossing(self, circuit: int) -> Flags:
        """Return for each step whether one of its arcs crosses a circuit."""
        crosses: Flags = self.network.forward.circuit[self.arc] == circuit
        if len(crosses):
            crosses = np.logical_or.reduceat(crosses, self.first[:-1])
        return crosses

    def without(self, steps: Flags) -> Ways:
        """Return what is left without some steps; what becomes a dead end stays."""
        kept = ~steps
        sizes = np.diff(self.first)
        return replace(
            self,
            tail=self.tail[kept],
            head=self.head[kept],
            arc=self.arc[np.repeat(kept, sizes)],
            first=np.concatenate(([0], np.cumsum(sizes[kept]))).astype(np.int32),
        )


def between(network: Network, starts: Codes, ends: Codes, *, folded: bool = False) -> Ways:
    """Return the steps that lie on a walk from one of the starts to one of the ends.

    Those of all routes, from the origins to the impacts and the margin, are found once.

    Args:
        network: the network.
        starts, ends: codes of parts.
        folded: whether all arcs between two parts are one step.
    """
    if starts is _origins(network) and ends is _impacts(network):
        return network.remember(
            ("ways", folded), lambda: _found(network.apart(), starts, ends, folded)
        )
    return _found(network, starts, ends, folded)


def _found(network: Network, starts: Codes, ends: Codes, folded: bool) -> Ways:
    forward = network.forward
    live = network.downstream(starts) & network.upstream(ends)
    chosen: Codes = np.flatnonzero(
        live[forward.start] & live[forward.end] & (forward.start != forward.end)
    ).astype(np.int32)
    chosen = chosen[np.argsort(forward.start[chosen], kind="stable")]
    is_new = np.ones(len(chosen), dtype=np.bool_)
    if folded:
        is_new[1:] = _pairs_differ(forward, chosen)
    first = np.flatnonzero(is_new).astype(np.int32)
    return Ways(
        network,
        np.unique(starts[live[starts]]).astype(np.int32),
        network.flag(ends),
        forward.start[chosen[first]],
        forward.end[chosen[first]],
        chosen,
        np.append(first, np.int32(len(chosen))),
        folded,
    )


def _pairs_differ(forward: Arcs, chosen: Codes) -> Flags:
    starts, ends = forward.start[chosen], forward.end[chosen]
    differ: Flags = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return differ


def asked_ends(network: Network, start: object, end: object) -> tuple[Codes, Codes]:
    """Return the parts that routes begin and stop at.

    Args:
        network: the network.
        start: what they begin at; the origins by default.
        end: what they stop at; impacts and margin by default.

    Raises:
        UnknownPartError: nothing answers to one of them.
        ChainError: no route can begin or stop there, or both mean the same single part.
    """
    starts = _asked(network, start, "start") if start is not None else _origins(network)
    ends = _asked(network, end, "end") if end is not None else _impacts(network)
    if start is not None and len(starts) == 1 and np.array_equal(starts, ends):
        values = {"start": network.name(starts[0])}
        raise ChainError(Problem("VG556", values=values), language=network.language)
    return starts, ends


def _asked(network: Network, reference: object, option: str) -> Codes:
    return selected_parts(network, reference, option=option, kinds=WALKED_KINDS)


def _origins(network: Network) -> Codes:
    """Return the origins that are not left out: always the same column."""
    return network.remember(
        "living origins",
        lambda: np.flatnonzero(network.origin & network.living).astype(np.int32),
    )


def _impacts(network: Network) -> Codes:
    """Return the impacts and the margin: always the same column."""
    return network.remember("impacts", lambda: network.of_kind("impact", "margin"))


def strengths_of(network: Network, arcs: Iterable[int]) -> npt.NDArray[np.float64]:
    """Return the strength of each arc's link; NaN where it is unknown."""
    link = network.forward.link[np.asarray(arcs, dtype=np.intp)]
    strength = np.full(len(link), np.nan)
    known = link != NONE
    strength[known] = network.links.strength[link[known]]
    return strength


def undescribed_starts(ways: Ways) -> Codes:
    """Return the starts that are no resource, though nothing is said to lead to them."""
    network = ways.network
    is_resource = network.parts.kind[ways.starts] == PART_KIND["resource"]
    chosen: Codes = ways.starts[network.origin[ways.starts] & ~is_resource]
    return chosen


def check_strengths(ways: Ways) -> None:
    """Refuse steps of unknown strength.

    Raises:
        ChainError: the strength of some links is unknown; all are named.
    """
    if np.isnan(ways.strengths).any():
        unknown = ways.arc[np.isnan(strengths_of(ways.network, ways.arc))]
        asked = ways.network
        links = dict.fromkeys(asked.forward.link[unknown].tolist())
        ids = [asked.link_id(link) for link in links if link != NONE]
        names = [asked.sentence(link) for link in links if link != NONE]
        if NONE in links:
            names.append(_OWN_RULE)
        values = {"links": names[:10], "count": len(names), "ids": ids}
        raise ChainError(Problem("VG560", values=values), language=asked.language)


_OWN_RULE = Bilingual("ce que la marge reçoit de toutes les activités",
                      "what the margin receives from all activities")  # fmt: skip
