"""Columns of cards: heights that fit, and places beside what each card is joined to."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.render.views.blocks.sharing import levelled


def spread(
    heights: Sequence[float], top: float, bottom: float, *, gap: float, most: float
) -> tuple[float, ...]:
    """Return the tops of boxes in a column: spare height widens the gaps, up to ``most`` du.

    What is left is shared between above and below.
    """
    if not heights:
        return ()
    spare = bottom - top - sum(heights)
    between = min(most, max(gap, spare / (len(heights) + 1)))
    taken = sum(heights) + between * (len(heights) - 1)
    y = top + max(0.0, (bottom - top - taken) / 2)
    tops = []
    for height in heights:
        tops.append(y)
        y += height + between
    return tuple(tops)


def beside(
    centres: Sequence[float], heights: Sequence[float], top: float, bottom: float, *, gap: float
) -> tuple[float, ...]:
    """Return the tops of boxes, in their order, each as near to its centre as the others allow."""
    tops: list[float] = []
    y = top
    for centre, height in zip(centres, heights, strict=True):
        y = max(y, centre - height / 2)
        tops.append(y)
        y += height + gap
    limit = bottom
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place] - gap
    return tuple(tops)


def within(needs: Sequence[float], room: float, *, gap: float) -> tuple[float, ...]:
    """Return heights no larger than needed that fit in ``room``, gaps between them included."""
    free = room - gap * max(0, len(needs) - 1)
    return tuple(needs) if sum(needs) <= free else levelled(needs, free)
