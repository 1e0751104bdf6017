"""Cutting in equal parts: between families, then contributors, then their modalities."""

from __future__ import annotations

import numpy as np

from valuegraph.analysis.networks.columns import NONE, Codes, Flags, Ints, Numbers, Small

FAMILIES = 3
"""At most so many families meet at one part."""


def equal_chances(
    count: int, whole: Codes, other: Codes, family: Small, cell: Codes, link: Codes
) -> Numbers:
    """Return the equal share of each arc in the whole at one of its ends.

    The whole is cut between families, each family between the parts at the other end
    (parallel links count once), each of these between the ways by which it is reached.

    Args:
        count: how many parts there are.
        whole, other: for each arc, the part that is cut and the part that gets a share; arcs
            are sorted by ``whole``, then by ``other``.
        family: for each arc, the number of its family at ``whole``.
        cell, link: for each arc, the codes of the modality it crosses, if any, and of its link.
    """
    if not len(whole):
        return np.zeros(0)
    begins = np.empty(len(whole), dtype=np.bool_)
    begins[0] = True
    np.not_equal(whole[1:], whole[:-1], out=begins[1:])
    begins[1:] |= other[1:] != other[:-1]
    if begins.all():
        return _shares_of_cells(count, whole, family)
    first = np.flatnonzero(begins)
    size = np.diff(np.append(first, len(whole)))
    chances = np.repeat(_shares_of_cells(count, whole[first], family[first]), size)
    several = np.repeat(size > 1, size)
    pair = np.repeat(np.arange(len(first)), size)[several]
    way = np.where(cell[several] != NONE, cell[several], count + link[several] + 1)
    chances[several] /= _ways(pair, way)
    return chances


def _shares_of_cells(count: int, whole: Codes, family: Small) -> Numbers:
    """Return the share of each contributor in its whole, which families share out first."""
    cell = whole.astype(np.intp)
    cell *= FAMILIES
    cell += family
    contributors = np.bincount(cell, minlength=count * FAMILIES).reshape(count, FAMILIES)
    families = np.zeros(count, dtype=np.int8)
    for number in range(FAMILIES):
        families += contributors[:, number] > 0
    contributors *= families[:, None]
    np.maximum(contributors, 1, out=contributors)
    return np.asarray((1.0 / contributors).ravel()[cell])


def proportional_chances(count: int, whole: Codes, value: Numbers) -> Numbers:
    """Return the share of each arc in the sum of the values at a part.

    Args:
        count: how many parts there are.
        whole: for each arc, the part that is cut.
        value: for each arc, a positive number.
    """
    total = np.bincount(whole, weights=value, minlength=count)
    return np.asarray(value / total[whole])


def split_over_arcs(link: Codes, value: Numbers, links: int) -> Numbers:
    """Return for each arc its part of the value of its link, split evenly over its arcs.

    Args:
        link: for each arc, the code of its link; -1 for none.
        value: for each link, its value.
        links: how many links there are.
    """
    arcs = np.bincount(link[link >= 0], minlength=max(links, 1))
    padded = np.append(value, np.nan)
    return np.asarray(padded[link] / np.where(link >= 0, arcs[link], 1))


def unknown_at(count: int, whole: Codes, value: Numbers) -> Flags:
    """Return for each part whether the value of an arc that is cut there is unknown."""
    flags = np.zeros(count, dtype=np.bool_)
    flags[whole[np.isnan(value)]] = True
    return flags


def unusable_at(count: int, whole: Codes, value: Numbers) -> Flags:
    """Return for each part whether an arc has a value below 0 there, or all have 0."""
    flags = np.zeros(count, dtype=np.bool_)
    if np.isnan(value).all():
        return flags
    flags[whole] = np.bincount(whole, weights=np.abs(value), minlength=count)[whole] == 0
    flags[whole[value < 0]] = True
    return flags


def _ways(pair: Ints, way: Ints) -> Numbers:
    """Return for each arc into how many it is cut: the ways of its pair, times its own arcs."""
    order = np.lexsort((way, pair))
    pair, way = pair[order], way[order]
    begins = np.empty(len(pair), dtype=np.bool_)
    begins[0] = True
    begins[1:] = (pair[1:] != pair[:-1]) | (way[1:] != way[:-1])
    number = np.cumsum(begins) - 1
    arcs = np.bincount(number)[number]
    ways = np.bincount(pair[begins], minlength=int(pair[-1]) + 1)[pair]
    found = np.empty(len(pair))
    found[order] = ways * arcs
    return found
