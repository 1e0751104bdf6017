"""A walk in depth: the order in which places are left for good."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from valuegraph.analysis.networks.columns import Codes
from valuegraph.analysis.networks.order import Rows


def left_last_first(lines: Rows, roots: Iterable[int]) -> Codes:
    """Return the places that walks from some roots meet, those that are left last first.

    Every step leads on in this order, but for those that close a loop.

    Args:
        lines: for each place, the places its steps lead to.
        roots: where walks begin, one after the other; a place is met once.
    """
    first, heads = lines.first.tolist(), lines.entry.tolist()
    met, left = bytearray(len(first) - 1), []
    for root in roots:
        if met[root]:
            continue
        met[root] = 1
        stack, at = [root], [first[root]]
        while stack:
            place, step = stack[-1], at[-1]
            if step == first[place + 1]:
                stack.pop()
                at.pop()
                left.append(place)
                continue
            at[-1] += 1
            after = heads[step]
            if not met[after]:
                met[after] = 1
                stack.append(after)
                at.append(first[after])
    return np.array(left[::-1], dtype=np.int32)
