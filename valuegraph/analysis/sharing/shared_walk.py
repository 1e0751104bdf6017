"""The walk that shares are read from: back up the arrows, cut at each part, to the origins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.amounts.units import measures
from valuegraph.analysis.networks.columns import (
    PART_KIND,
    SIGN,
    Arcs,
    Codes,
    Flags,
    Numbers,
    Small,
)
from valuegraph.analysis.networks.order import Ordering
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.passes.walk import Walk
from valuegraph.analysis.result import BASES
from valuegraph.analysis.sharing.equal_parts import (
    equal_chances,
    proportional_chances,
    split_over_arcs,
    unknown_at,
    unusable_at,
)
from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem

RESOURCE, ACTIVITY, SUPPORT = (PART_KIND[kind] for kind in ("resource", "activity", "support"))

_VALUED = ("strength", "amount")


@dataclass(frozen=True, eq=False)
class Sharing:
    """How a network is shared out: the walk, and what it was made of.

    Attributes:
        basis: a key of :data:`BASES`.
        walk: its steps go from the whole to what has a share in it.
        arcs: the arc of each step; supports that share come with the forward arcs.
        value: for each step, its strength or amount; NaN where unknown, or for the other bases.
        unknown: for each part, whether it is cut equally because a value is unknown.
        unusable: for each part, whether it is cut equally because an amount is below 0, or
            all are 0.
        cut: the arcs that are cut, steps without a chance included, and their values.
        downstream: whether shares go along the arrows.
    """

    basis: str
    walk: Walk
    arcs: Arcs
    value: Numbers
    unknown: Flags
    unusable: Flags
    cut: tuple[Arcs, Numbers]
    downstream: bool

    def below(self, targets: Codes) -> Flags:
        """Return for each part whether a walk from some parts comes by it, or it is one."""
        flags = np.zeros(len(self.unknown), dtype=np.bool_)
        flags[self.walk.behind(targets)] = True
        return flags


def shared_out(
    network: Network, basis: str, *, supports: str = "accompany", downstream: bool = False
) -> Sharing:
    """Return how a network is shared out on a basis, made once.

    Where a strength or an amount is unknown the part is cut equally; whoever asks decides
    whether that is allowed.

    Args:
        network: the network.
        basis: a key of :data:`BASES`.
        supports: ``"share"`` to put supports in the pot, ``"accompany"`` not to.
        downstream: along the arrows instead of against them.

    Raises:
        OptionError: there is no such basis, or no such role of supports.
    """
    one_of("basis", basis, tuple(BASES))
    one_of("supports", supports, ("accompany", "share"))
    key = ("sharing", basis, supports, downstream)
    return network.remember(
        key, lambda: _made(network, basis, share=supports == "share", downstream=downstream)
    )


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse a value that an option does not have."""
    if value not in allowed:
        values = {"value": value, "option": option, "allowed": list(allowed)}
        raise OptionError(Problem("VG450", values=values))


def above_nothing(option: str, value: int | None) -> None:
    """Refuse a number that is below 1."""
    if value is not None and value < 1:
        allowed = Bilingual("un nombre entier, 1 au moins", "a whole number, 1 at least")
        values = {"value": value, "option": option, "allowed": allowed}
        raise OptionError(Problem("VG450", values=values))


def _made(network: Network, basis: str, *, share: bool, downstream: bool) -> Sharing:
    arcs = _walked(network, share=share)
    whole, other = (arcs.start, arcs.end) if downstream else (arcs.end, arcs.start)
    if downstream:
        by_whole = np.lexsort((other, whole))
        arcs, whole, other = arcs.taken(by_whole), whole[by_whole], other[by_whole]
    value = _values(network, basis, arcs)
    unknown = np.zeros(network.count, dtype=np.bool_)
    unusable = unknown
    if basis in _VALUED:
        unknown = unknown_at(network.count, whole, value)
        unusable = unusable_at(network.count, whole, value)
    cut = (arcs, value)
    chance = _chances(network, basis, arcs, whole, other, value, ~(unknown | unusable), downstream)
    is_whole = not share and len(arcs) == len(network.forward)
    steps = chance > 0
    if not steps.all():
        arcs, whole, other, chance, value = (
            arcs.taken(steps), whole[steps], other[steps], chance[steps], value[steps],
        )  # fmt: skip
        is_whole = False

    ordering = network.ordering
    if not is_whole:
        ordering = Ordering(network.count, arcs.start, arcs.end, among=ordering)
    walk = Walk(ordering, network.count, whole, other, chance, upwards=downstream)
    return Sharing(basis, walk, arcs, value, unknown, unusable, cut, downstream)


def _walked(network: Network, *, share: bool) -> Arcs:
    """Return the arcs that walks take, by end and start: all but those that hinder."""
    forward = network.forward
    if (network.links.sign == SIGN["-"]).any():
        forward = forward.taken(~hindering(network))
    if not share:
        return forward
    supports = network.accompanying
    supports = supports.taken(~network.origin[supports.end] & ~_hinders(network, supports))
    names = ("start", "end", "link", "kind", "cell", "circuit", "way")
    both = Arcs(
        *(np.concatenate((getattr(forward, name), getattr(supports, name))) for name in names)
    )
    sorted_: Arcs = both.taken(np.lexsort((both.start, both.end)))
    return sorted_


def hindering(network: Network) -> Flags:
    """Return for each forward arc whether its link hinders."""
    return _hinders(network, network.forward)


def _hinders(network: Network, arcs: Arcs) -> Flags:
    negative = np.append(network.links.sign == SIGN["-"], False)
    return np.asarray(negative[arcs.link])


def _chances(
    network: Network,
    basis: str,
    arcs: Arcs,
    whole: Codes,
    other: Codes,
    value: Numbers,
    known: Flags,
    downstream: bool,
) -> Numbers:
    count = network.count
    if basis == "links":
        return proportional_chances(count, whole, np.ones(len(arcs)))
    family = _families(network, whole, other, downstream)
    equal = equal_chances(count, whole, other, family, arcs.cell, arcs.link)
    if basis != "equal":
        steps = known[whole]
        equal[steps] = proportional_chances(count, whole[steps], value[steps])
    return equal


def _families(network: Network, whole: Codes, other: Codes, downstream: bool) -> Small:
    """Return the family of each arc at the part that is cut; only activities have several.

    Backwards: what comes before it, what it receives, what supports it. Along the arrows: what
    comes after it, what it gives.
    """
    of_kind = np.zeros(len(network.parts.kind), dtype=np.int8)
    kind = network.parts.kind
    if downstream:
        of_kind[kind != ACTIVITY] = 1
    else:
        of_kind[kind == RESOURCE] = 1
        of_kind[kind == SUPPORT] = 2
    family = of_kind[other]
    family *= (kind == ACTIVITY)[whole]
    return family


def _values(network: Network, basis: str, arcs: Arcs) -> Numbers:
    if basis not in _VALUED:
        return np.broadcast_to(np.nan, len(arcs))
    of_link = network.links.strength
    if basis == "amount":
        factor = measures(network.units, network.source.rates()).factor
        of_link = network.links.amount * np.append(factor, np.nan)[network.links.unit]
    return split_over_arcs(arcs.link, of_link, len(of_link))
