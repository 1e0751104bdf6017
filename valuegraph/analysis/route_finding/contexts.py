"""The contexts of links (who says it, where, when) as bits, and where each of them leads on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import NONE, Codes
from valuegraph.analysis.networks.order import Order
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.model.link import Link
from valuegraph.model.words import fold

Bits = npt.NDArray[np.uint64]
"""A row of 64-bit words each; bit ``n`` stands for context ``n``."""

PLACE_KEYS = ("place", "lieu")
"""The free keys of a link that name where it holds."""

_WORD = 64


class Contexts(NamedTuple):
    """Contexts in the order in which links name them.

    Attributes:
        names: how each is called, as first written.
        of_link: for each link, the bits of its contexts; one row more, empty, for no link.
    """

    names: tuple[str, ...]
    of_link: Bits


def contexts(network: Network, by: str) -> Contexts:
    """Return the contexts of links: ``informant``, ``place`` or ``period``.

    Two that differ only by capitals, accents or spaces are one.
    """
    number: dict[str, int] = {}
    names: list[str] = []
    pairs: list[tuple[int, int]] = []
    for code in np.flatnonzero(network.kept).tolist():
        link = network.source.link(code)
        for text in _named(link, by) if link is not None else ():
            shown = " ".join(text.split())
            key = fold(shown)
            if not key:
                continue
            if key not in number:
                number[key] = len(names)
                names.append(shown)
            pairs.append((code, number[key]))
    of_link = no_bits(len(network.links) + 1, len(names))
    for code, context in pairs:
        of_link[code, context // _WORD] |= np.uint64(1 << context % _WORD)
    return Contexts(tuple(names), of_link)


def _named(link: Link, by: str) -> Iterable[str]:
    if by == "informant":
        return [evidence.who for evidence in link.evidence]
    if by == "period":
        return [link.period]
    found: list[str] = []
    for key in PLACE_KEYS:
        value: Any = link.extra.get(key)
        several = value if isinstance(value, list | tuple) else (value,)
        found += [one for one in several if isinstance(one, str)]
    return found


def no_bits(rows: int, count: int) -> Bits:
    """Return rows that hold none of ``count`` contexts."""
    return np.zeros((rows, max(1, -(-count // _WORD))), dtype=np.uint64)


def all_bits(count: int) -> Bits:
    """Return one row that holds all of ``count`` contexts."""
    row: Bits = no_bits(1, count)[0]
    for context in range(count):
        row[context // _WORD] |= np.uint64(1 << context % _WORD)
    return row


def has(bits: Bits, context: int) -> npt.NDArray[np.bool_]:
    """Return for each row whether it holds a context."""
    chosen = bits[:, context // _WORD] >> np.uint64(context % _WORD)
    return np.asarray(chosen & np.uint64(1), dtype=np.bool_)


def led_on(
    order: Order, tail: Codes, head: Codes, held: Bits, seeds: Bits, *, upwards: bool
) -> Bits:
    """Return for each part the contexts that lead there from the seeds, one held all the way.

    Args:
        order: the order of parts.
        tail, head: codes of parts where each arc begins and ends, as it is walked.
        held: for each arc, its contexts.
        seeds: for each part, the contexts that begin there.
        upwards: whether arcs outside loops lead to higher levels.
    """
    found = seeds.copy()
    level = order.level[order.position[head]]
    sorted_ = np.lexsort((head, level if upwards else -level))
    tail, head, held, level = tail[sorted_], head[sorted_], held[sorted_], level[sorted_]
    bounds = [*np.flatnonzero(np.diff(level, prepend=NONE - 1)).tolist(), len(level)]
    before: Bits | None = None
    while before is None or (order.is_looped and not np.array_equal(found, before)):
        before = found.copy()
        for low, high in pairwise(bounds):
            first = np.flatnonzero(np.diff(head[low:high], prepend=NONE))
            arriving = found[tail[low:high]] & held[low:high]
            found[head[low:high][first]] |= np.bitwise_or.reduceat(arriving, first, axis=0)
    return found


def arrived(count: int, head: Codes, bits: Bits) -> Bits:
    """Return for each of ``count`` parts the contexts that its arcs bring."""
    found = np.zeros((count, bits.shape[1]), dtype=np.uint64)
    np.bitwise_or.at(found, head, bits)
    return found
