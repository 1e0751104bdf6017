"""The weights of the flow view, each near the source of its ribbon, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from valuegraph.render.colour import contrast
from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Connector, Group, Node, Paint, Point, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import TEXT_CONTRAST
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.flow_zones.columns import Box, Plan
from valuegraph.render.views.flow_zones.ribbons import Drawn, middle_at
from valuegraph.render.wrap import line_width

_SIZE, _SMALL = 15.0, 11.5
_FROM_SOURCE = 16.0
_STEP = 9.0
_ROOMY = 20.0
_CLEAR = 1.5


def drawn_labels(
    links: Sequence[Drawn],
    plan: Plan,
    lines: Sequence[Connector],
    options: ViewOptions,
) -> tuple[Group, ...]:
    """Return the weight of each link where there is room for it; its title tells it anyway.

    The widest links choose their places first.
    """
    taken = [box for box in plan.boxes.values()]
    walls = [side for line in lines for side in pairwise(line.points)]
    found: dict[str, Group] = {}
    for drawn in sorted(links, key=lambda each: (not each.bright, -each.width)):
        if not drawn.bond.told:
            continue
        size = _SIZE if drawn.width >= _ROOMY and drawn.form != "lane" else _SMALL
        wide = line_width(drawn.bond.told, size, font=options.theme.font, bold=True) + 2
        high = size * 1.2
        for x, y in _places(drawn, wide, high, plan):
            box = Box(x, y, wide, high)
            if not any(_meet(box, other) for other in taken) and not any(
                _crossed(box, *wall) for wall in walls
            ):
                taken.append(box)
                found[drawn.bond.id] = _label(drawn, box, size, options)
                break
    return tuple(found[drawn.bond.id] for drawn in links if drawn.bond.id in found)


def _places(drawn: Drawn, wide: float, high: float, plan: Plan) -> Iterator[Point]:
    """Yield corners where a label may stand, the best one first."""
    stations = drawn.stations
    if drawn.form == "step":
        (x, top), (_, bottom) = stations
        y = (top + bottom - 6) / 2 - high / 2
        if bottom - top >= high + 3:
            if drawn.width >= wide + 8 and bottom - top >= high + 16:
                yield x - wide / 2, y
            for side in range(4):
                yield x + max(drawn.width / 2, 8) + 6 + side * (wide + 6), y
        return
    if drawn.form == "lane":
        (_, start), (x, _), (_, end), _ = stations
        way = 1 if end > start else -1
        for step in range(12):
            y = start + way * (14 + step * 10)
            if min(start, end) < y < max(start, end):
                yield x - wide / 2, y - high / 2
        return
    left, right = stations[0][0], stations[1][0] - plan.area.lanes.inner_room * (
        stations[-1][0] == plan.area.columns[1].x
    )
    x = left + (_FROM_SOURCE if drawn.width >= _ROOMY else 8)
    while x + wide < right - 8:
        yield x, middle_at(drawn, x + wide / 2) - high / 2
        x += _STEP


def _label(drawn: Drawn, box: Box, size: float, options: ViewOptions) -> Group:
    theme = options.theme
    fill = drawn.paint.fill if _lies_within(drawn, box) else ""
    ground = fill or theme.paper
    ink = theme.ink if contrast(theme.ink, ground) >= TEXT_CONTRAST else theme.paper
    nodes: list[Node] = []
    if not fill or ink != theme.ink:
        back = Shape("rect", box.x - 2, box.y, box.w + 4, box.h, Paint(ground), radius=5)
        nodes.append(back)
    text = fit_line(
        drawn.bond.told, box.x, box.y, box.w, size, h=box.h,
        **written(options, bold=True, colour=ink, align="center", valign="middle"),
    )  # fmt: skip
    return Group(f"weight..{drawn.bond.id}", (*nodes, text), ref=drawn.bond.ref, role="weight",
                 title=drawn.bond.title)  # fmt: skip


def _lies_within(drawn: Drawn, box: Box) -> bool:
    """Tell whether the letters of a label lie within its ribbon or upright arrow."""
    if drawn.form == "step":
        return drawn.stations[0][0] - box.w / 2 == box.x
    if drawn.form == "lane":
        return False
    slope = abs(middle_at(drawn, box.right) - middle_at(drawn, box.x))
    return slope + box.h * 0.8 <= drawn.width


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.right + 2 * _CLEAR + 3
        and other.x < one.right + 2 * _CLEAR + 3
        and one.y < other.bottom + _CLEAR
        and other.y < one.bottom + _CLEAR
    )


def _crossed(box: Box, start: Point, end: Point) -> bool:
    """Tell whether an upright or level line crosses a box."""
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return (
        x1 >= box.x - 3 and x0 <= box.right + 3 and y1 >= box.y - 2 and y0 <= box.bottom + 2
    )
