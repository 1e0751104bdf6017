"""Where the houses of a value system stand, and the lanes in which the lines between them run."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.page import Page
from valuegraph.render.views.blocks.band import MARGIN

Box = tuple[float, float, float, float]

MOST_HOUSES = 3
_WIDE = 1200.0
_GUTTER, _ROOF, _ROW = 74.0, 40.0, 60.0
_ACTORS, _ACTORS_GAP = 46.0, 74.0
_ACTOR_COLUMN = 150.0


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of the houses and of the shared actors.

    ``wide`` says that houses stand side by side with actors below; else one above the other,
    with actors at the right. ``roofs`` are the heights at which lines pass above each house.
    """

    houses: tuple[Box, ...]
    actors: tuple[Box, ...]
    roofs: tuple[float, ...]
    wide: bool


def placed(page: Page, count: int, actors: int, top: float, bottom: float) -> Places:
    """Return the places of ``count`` houses and of the actors they share."""
    left, right = MARGIN, page.width - MARGIN
    wide = page.width >= _WIDE
    if not count:
        return Places((), (), (), wide)
    if wide:
        floor = bottom - (_ACTORS + _ACTORS_GAP if actors else 0)
        roof = _ROOF if count > 1 else 0.0
        gutter = _GUTTER if count > 1 else 0.0
        inset = _side(count)
        width = (right - left - 2 * inset - gutter * (count - 1)) / count
        houses = tuple(
            (left + inset + place * (width + gutter), top + roof, width, floor - top - roof)
            for place in range(count)
        )
        roofs = (top + roof / 2,) * count
    else:
        side = _ACTOR_COLUMN + _GUTTER if actors else _side(count)
        inset = _side(count)
        height = (bottom - top - _ROW * count + (_ROW if count < 2 else 0)) / count
        step = height + _ROW
        start = top + (_ROW if count > 1 else 0)
        houses = tuple(
            (left + inset, start + place * step, right - left - inset - side, height)
            for place in range(count)
        )
        roofs = tuple(house[1] - _ROW / 2 for house in houses)
    return Places(houses, _actors(actors, left, right, top, bottom, wide=wide), roofs, wide)


def most_actors(page: Page, top: float, bottom: float) -> int:
    """Return how many shared actors have room on a sheet."""
    if page.width >= _WIDE:
        return int((page.width - 2 * MARGIN + 10) / (118 + 10))
    return int((bottom - top + 8) / (38 + 8))


def _side(count: int) -> float:
    """Return what is left free at the sides of the houses for lines that pass round them."""
    return 26.0 if count > 1 else 0.0


def _actors(
    count: int, left: float, right: float, top: float, bottom: float, *, wide: bool
) -> tuple[Box, ...]:
    if not count:
        return ()
    if wide:
        gap = 10.0
        width = min(240.0, (right - left - gap * (count - 1)) / count)
        start = left + (right - left - width * count - gap * (count - 1)) / 2
        return tuple(
            (start + place * (width + gap), bottom - _ACTORS, width, _ACTORS)
            for place in range(count)
        )
    gap = 8.0
    height = min(64.0, (bottom - top - 30 - gap * (count - 1)) / count)
    start = top + 30 + (bottom - top - 30 - (height + gap) * count + gap) / 2
    return tuple(
        (right - _ACTOR_COLUMN, start + place * (height + gap), _ACTOR_COLUMN, height)
        for place in range(count)
    )
