"""The amounts a chain tells for each circuit, per unit: none is converted, none is split."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import NONE, WAY, WAYS, Ints, Numbers
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.telling.figures import some
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem

_BY = Bilingual("{circuit}, {way} : {amount}.", "{circuit}, {way}: {amount}.")
_WAYS = {
    "receives": Bilingual("reçu", "received"),
    "gives": Bilingual("donné", "given"),
}
_DIGITS = 12


class CircuitAmount(NamedTuple):
    """How much passes by one circuit.

    Attributes:
        circuit: its code.
        way: ``receives`` or ``gives``.
        amount, unit: how much.
    """

    circuit: str
    way: str
    amount: float
    unit: str

    def text(self, network: Network, language: str) -> str:
        """Return the amount in a sentence."""
        circuit = network.circuit_label(network.circuits.index(self.circuit)).text(language)
        quantity = Quantity(amount=Decimal(f"{self.amount:.{_DIGITS}g}"), unit=self.unit)
        return _BY.text(language).format(
            circuit=circuit,
            way=_WAYS[self.way].text(language),
            amount=quantity.to_text(language),
        )


def circuit_amounts(network: Network) -> tuple[tuple[CircuitAmount, ...], list[Problem]]:
    """Return the amounts by circuit, way and unit, and what could not be counted.

    A modality's amount counts for its circuit; a link's amount too, if all its ways cross that
    circuit by modalities without an amount of their own.
    """
    parts, links, arcs = network.parts, network.links, network.forward
    cells = np.flatnonzero((parts.circuit != NONE) & network.living & ~np.isnan(parts.amount))
    told = np.flatnonzero(~np.isnan(links.amount) & network.kept)
    mine = np.isin(arcs.link, told) & (arcs.link != NONE)
    own = (arcs.cell != NONE) & ~np.isnan(parts.amount)[arcs.cell]
    counted = np.setdiff1d(arcs.link[mine & (arcs.circuit != NONE)], arcs.link[mine & own])
    rows = mine & np.isin(arcs.link, counted)
    first, low, high = _span(arcs.link[rows], arcs.circuit[rows])
    clear = low == high
    arc = np.flatnonzero(rows)[first][clear]
    found = _added(
        network,
        np.concatenate((parts.circuit[cells], arcs.circuit[arc])),
        np.concatenate((parts.way[cells], arcs.way[arc])),
        np.concatenate((parts.unit[cells], links.unit[arcs.link[arc]])),
        np.concatenate((parts.amount[cells], links.amount[arcs.link[arc]])),
    )
    unclear = [network.sentence(link) for link in arcs.link[rows][first][~clear]]
    problems = [Problem("VG513", values={"links": some(unclear)})] if unclear else []
    return found, problems


def _span(link: Ints, circuit: Ints) -> tuple[Ints, Ints, Ints]:
    """Return for each link its first row, and its lowest and highest circuit."""
    if not len(link):
        return link, link, link
    order = np.lexsort((circuit, link))
    first = np.flatnonzero(np.diff(link[order], prepend=-2))
    last = np.append(first[1:], len(link)) - 1
    return order[first], circuit[order[first]], circuit[order[last]]


def _added(
    network: Network, circuit: Ints, way: Ints, unit: Ints, amount: Numbers
) -> tuple[CircuitAmount, ...]:
    if not len(circuit):
        return ()
    units, ways = len(network.units), len(WAYS)
    key = (circuit.astype(np.int64) * ways + way) * units + unit
    keys, which = np.unique(key, return_inverse=True)
    total = np.bincount(which, weights=amount)
    return tuple(
        CircuitAmount(
            network.circuits[code // units // ways],
            WAYS[code // units % ways] or WAYS[WAY["gives"]],
            float(f"{value:.{_DIGITS}g}"),
            network.units[code % units],
        )
        for code, value in zip(keys.tolist(), total.tolist(), strict=True)
    )
