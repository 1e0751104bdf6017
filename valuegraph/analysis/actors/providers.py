"""Who provides what: each actor's part of a resource, and of the support it carries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valuegraph.analysis.amounts.units import measures
from valuegraph.analysis.networks.columns import LINK_KIND, PART_KIND, Codes, Flags, Ints, Numbers
from valuegraph.analysis.networks.order import Rows, grouped
from valuegraph.analysis.networks.snapshot import Network


@dataclass(frozen=True, eq=False)
class Providers:
    """For each origin the actors behind it, each with its part; the parts add up to 1.

    Attributes:
        origin, actor: codes of parts, a row for each pair.
        part: the actor's part of the origin.
        rows: the rows of each origin.
        uneven: for each part, whether amounts were given and could not all be compared.
    """

    origin: Codes
    actor: Codes
    part: Numbers
    rows: Rows
    uneven: Flags

    def parts_of(self, actors: Ints, count: int) -> Numbers:
        """Return for each part how much of it these actors provide together."""
        mine = np.isin(self.actor, actors)
        held = np.bincount(self.origin[mine], weights=self.part[mine], minlength=count)
        return np.minimum(held, 1.0)


def providers(network: Network) -> Providers:
    """Return who provides the resources and carries the supports of a network.

    Equally, unless all amounts are given for a resource and compare: then in proportion.
    """
    return network.remember("providers", lambda: _providers(network))


def _providers(network: Network) -> Providers:
    links, count = network.links, network.count
    kind = network.parts.kind
    chosen = links.kind == LINK_KIND["provides"]
    chosen |= (links.kind == LINK_KIND["carries"]) & (kind[links.end] == PART_KIND["support"])
    link = np.flatnonzero(chosen & network.kept)
    unit = links.unit[link]
    compared = measures(network.units, network.source.rates())
    group = np.append(compared.group, -1)[unit]
    amount = links.amount[link] * np.append(compared.factor, np.nan)[unit]
    pair = links.end[link].astype(np.int64) * count + links.start[link]
    pairs, which = np.unique(pair, return_inverse=True)
    origin, actor = (pairs // count).astype(np.int32), (pairs % count).astype(np.int32)
    given = np.bincount(which, weights=amount, minlength=len(pairs))
    told = np.bincount(links.end[link], weights=~np.isnan(amount), minlength=count)
    usable = _comparable(links.end[link], amount, group, count)
    total = np.bincount(origin, weights=np.where(usable[origin], given, 0.0), minlength=count)
    actors = np.bincount(origin, minlength=count)
    by_amount = usable[origin] & (total[origin] > 0)
    part = 1.0 / actors[origin]
    part[by_amount] = given[by_amount] / total[origin[by_amount]]
    uneven = (told > 0) & ~(usable & (total > 0)) & (actors > 1)
    return Providers(origin, actor, part, grouped(origin, count), uneven)


def _comparable(origin: Ints, amount: Numbers, group: Ints, count: int) -> Flags:
    """Return for each part whether all amounts provided are known, positive and of one unit."""
    wrong = np.zeros(count, dtype=np.bool_)
    wrong[origin[~(amount >= 0)]] = True
    low = np.full(count, np.iinfo(np.int32).max, dtype=np.int64)
    high = np.full(count, -1, dtype=np.int64)
    np.minimum.at(low, origin, group)
    np.maximum.at(high, origin, group)
    comparable: Flags = ~wrong & (low == high)
    return comparable
