"""A large sheet cut into small ones: crop marks, and a strip to glue under the next tile."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from valuegraph.render.fit import fit_line
from valuegraph.render.kit.words import say
from valuegraph.render.moving import moved
from valuegraph.render.page import Page
from valuegraph.render.scene import Group, Node, Paint, Scene, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import written

BORDER = 8.0
"""The edge in millimetres that office printers leave white."""
OVERLAP = 5.0
"""The strip in millimetres that two neighbouring tiles share."""
_MARK = 5.0  # the length of a crop mark, in millimetres
_MARK_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a large sheet lies on tiles; lengths in millimetres.

    Attributes:
        columns, rows: how many tiles.
        width, height: what one tile shows.
        left, top: where the first tile begins on the large sheet; negative where it hangs over.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float


def tiling(large: Page, tile: Page, *, trim: float = 0) -> Tiling:
    """Return the fewest tiles that show a large sheet but for ``trim`` mm of each white edge."""
    width, height = tile.width_mm - 2 * BORDER, tile.height_mm - 2 * BORDER
    columns = _count(large.width_mm - 2 * trim, width)
    rows = _count(large.height_mm - 2 * trim, height)
    left = (large.width_mm - _reach(columns, width)) / 2
    top = (large.height_mm - _reach(rows, height)) / 2
    return Tiling(columns, rows, width, height, left, top)


def tiles(scene: Scene, tile: Page, options: ViewOptions, *, trim: float = 0) -> tuple[Scene, ...]:
    """Return a scene cut into tiles, row by row."""
    plan = tiling(scene.page, tile, trim=trim)
    return tuple(
        _tile(scene, tile, plan, row, column, options)
        for row in range(plan.rows)
        for column in range(plan.columns)
    )


def _count(length: float, shown: float) -> int:
    return max(1, math.ceil((length - OVERLAP) / (shown - OVERLAP) - 1e-9))


def _reach(count: int, shown: float) -> float:
    return count * (shown - OVERLAP) + OVERLAP


def _tile(
    scene: Scene, tile: Page, plan: Tiling, row: int, column: int, options: ViewOptions
) -> Scene:
    # The tile's page is measured in the large scene's units: nothing is scaled, only moved.
    unit = scene.page.width / scene.page.width_mm
    page = replace(tile, width=tile.width_mm * unit, height=tile.height_mm * unit)
    x = plan.left + column * (plan.width - OVERLAP) - BORDER
    y = plan.top + row * (plan.height - OVERLAP) - BORDER
    drawing = moved(scene.children, -x * unit, -y * unit)
    number = row * plan.columns + column + 1
    told = say(
        "tile", options.language, number=number, count=plan.columns * plan.rows,
        row=row + 1, column=column + 1,
    )  # fmt: skip
    return replace(
        scene,
        title=f"{scene.title} ({told})",
        children=(*drawing, *_edge(page, unit, told, options)),
        width=page.width,
        height=page.height,
        page=page,
    )


def _edge(page: Page, unit: float, told: str, options: ViewOptions) -> Iterator[Node]:
    """Yield the white edge that covers what the printer cannot print, its marks and its number."""
    white, b = Paint(options.theme.paper), BORDER * unit
    w, h = page.width, page.height
    over = unit  # a little beyond the page: a rounded pixel must not show what lies there
    bands = (
        (-over, -over, w + 2 * over, b + over),
        (-over, h - b, w + 2 * over, b + over),
        (-over, b, b + over, h - 2 * b),
        (w - b, b, b + over, h - 2 * b),
    )
    for x, y, width, height in bands:
        yield Shape("rect", x, y, width, height, white, decorative=True)
    pen = Paint(stroke=options.theme.ink, width=0.3 * unit)
    far, near = (_MARK + _MARK_GAP) * unit, _MARK_GAP * unit
    for x, across in ((b, -1), (w - b, 1)):
        for y, down in ((b, -1), (h - b, 1)):
            yield Shape.line(((x + across * near, y), (x + across * far, y)), pen)
            yield Shape.line(((x, y + down * near), (x, y + down * far)), pen)
    style = written(options, align="center", valign="middle", colour=options.theme.muted,
                    fine_print=True)  # fmt: skip
    text = fit_line(told, w / 4, 1.5 * unit, w / 2, 4.2 * unit, h=5 * unit, **style)
    yield Group("zone..tile", (text,), role="sheet-number")
