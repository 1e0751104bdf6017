"""Amounts made comparable by the rates a chain declares, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Numbers
from valuegraph.model.link import Rate


class Measures(NamedTuple):
    """How the units of a network compare.

    Attributes:
        group: for each unit, the number of its group; units of one group convert.
        factor: for each unit, what one of it is in the first unit of its group.
    """

    group: Codes
    factor: Numbers


def measures(units: Sequence[str], rates: Iterable[Rate]) -> Measures:
    """Return how units compare; of several rates between two units the latest one holds.

    Args:
        units: the units, in the order of their codes.
        rates: the declared, dated conversions.
    """
    worth: dict[str, dict[str, float]] = {}
    for rate in sorted(rates, key=lambda rate: rate.date):
        value = float(rate.equals.amount)
        worth.setdefault(rate.unit, {})[rate.equals.unit] = value
        worth.setdefault(rate.equals.unit, {})[rate.unit] = 1.0 / value
    group: dict[str, int] = {}
    factor: dict[str, float] = {}
    for number, first in enumerate(units):
        if first in group:
            continue
        group[first], factor[first] = number, 1.0
        waiting = [first]
        while waiting:
            unit = waiting.pop(0)
            for other, value in sorted(worth.get(unit, {}).items()):
                if other not in group:
                    group[other] = number
                    factor[other] = factor[unit] / value
                    waiting.append(other)
    return Measures(
        np.array([group[unit] for unit in units], dtype=np.int32),
        np.array([factor[unit] for unit in units], dtype=np.float64),
    )
