"""Walks within loops, without rounding away what leaves them: elimination by additions only."""

from __future__ import annotations

import numpy as np

from valuegraph.analysis.networks.columns import Numbers


def expected_visits(chance: Numbers, leaving: Numbers) -> Numbers:
    """Return how often a walk within a loop is at each part before it leaves the loop.

    Only sums, products and quotients of positive numbers occur, so each entry is exact to
    rounding even where almost nothing leaves. Source: Grassmann, Taksar and Heyman (1985).

    Args:
        chance: for several loops of one size, the chance of a step from part to part, an array
            of loops x parts x parts.
        leaving: the chance that a step leaves the loop, loops x parts; from every part there
            is a way to one where it is above 0.

    Returns:
        Loops x start x part: (I - Q)^-1, never below the identity.
    """
    steps, out = chance.copy(), leaving.copy()
    size = steps.shape[1]
    onward = np.empty_like(out)
    for part in range(size):
        onward[:, part] = steps[:, part, part + 1 :].sum(axis=1) + out[:, part]
        share = steps[:, part + 1 :, part] / onward[:, part, None]
        steps[:, part + 1 :, part] = share
        steps[:, part + 1 :, part + 1 :] += share[:, :, None] * steps[:, part, None, part + 1 :]
        out[:, part + 1 :] += share * out[:, part, None]
    visits = np.zeros_like(steps)
    visits[:, np.arange(size), np.arange(size)] = 1.0
    for part in range(size):
        share = steps[:, part + 1 :, part, None]
        visits[:, part + 1 :, : part + 1] += share * visits[:, part, None, : part + 1]
    for part in range(size - 1, -1, -1):
        later = steps[:, part, None, part + 1 :] @ visits[:, part + 1 :]
        visits[:, part] = (visits[:, part] + later[:, 0]) / onward[:, part, None]
    return visits
