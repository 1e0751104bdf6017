"""The links of the flow view as shapes: ribbons, upright arrows, lines in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.render.geometry import decimal, rounded_path
from valuegraph.render.scene import Group, Node, Paint, Point, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.flow_zones.columns import Plan, is_step
from valuegraph.render.views.flow_zones.look import line_paint, ribbon_paint
from valuegraph.render.views.flow_zones.ports import Ports
from valuegraph.render.views.flow_zones.reading import ACTIVITIES, OUTPUTS, RESULTS, Bond, Reading

_HEAD = 9.0
_POINT = 12.0
_BELOW = 3.0
_BETWEEN_STEPS = 6.0
_THIN = 16.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A link as drawn.

    Attributes:
        bond: the link.
        group: its shapes.
        stations: the middle line, from its start to its end.
        form: ``ribbon``, ``step`` or ``lane``.
        width: how wide it is.
        paint: its paint.
        bright: whether it lies on the strongest route.
    """

    bond: Bond
    group: Group
    stations: tuple[Point, ...]
    form: str
    width: float
    paint: Paint
    bright: bool


def drawn_links(reading: Reading, plan: Plan, ports: Ports, options: ViewOptions) -> list[Drawn]:
    """Return every link that flows forward; those of the strongest route come last, on top."""
    found: list[Drawn] = []
    steps: dict[str, list[Bond]] = {}
    for bond in reading.bonds:
        if is_step(bond, reading):
            steps.setdefault(bond.start, []).append(bond)
        elif plan.area.lanes.columns[bond.start] == plan.area.lanes.columns[bond.end]:
            found.append(_lane(bond, reading, plan, ports, options))
        else:
            found.append(_ribbon(bond, reading, plan, ports, options))
    for bonds in steps.values():
        found += _steps(bonds, reading, plan, options)
    order = {"ribbon": 0, "lane": 1, "step": 2}
    return sorted(found, key=lambda each: (each.bright, order[each.form], -each.width))


def middle_at(drawn: Drawn, x: float) -> float:
    """Return the height of a ribbon's middle line at ``x``."""
    for (x0, y0), (x1, y1) in zip(drawn.stations, drawn.stations[1:], strict=False):
        if x0 <= x <= x1:
            return _cubic(y0, y1, (x - x0) / (x1 - x0) if x1 > x0 else 0)
    return drawn.stations[-1][1]


def _cubic(y0: float, y1: float, share: float) -> float:
    """Return the height of the curve where its run is ``share`` of the way, by halving."""
    low, high = 0.0, 1.0
    for _ in range(20):
        t = (low + high) / 2
        x = 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t**3
        low, high = (t, high) if x < share else (low, t)
    return y0 + (y1 - y0) * (3 * t * t - 2 * t**3)


def _ribbon(
    bond: Bond, reading: Reading, plan: Plan, ports: Ports, options: ViewOptions
) -> Drawn:
    start, end = plan.boxes[bond.start], plan.boxes[bond.end]
    stations: list[Point] = [(start.right, ports.at[bond.id, "start"])]
    if bond.id in ports.passing:
        column = plan.area.columns[OUTPUTS]
        y = ports.passing[bond.id]
        stations += [(column.x, y), (column.right, y)]
    stations.append((end.x, ports.at[bond.id, "end"]))
    bright = reading.on_route(bond)
    wide = plan.thickness(bond)
    paint = ribbon_paint(bond, options.theme, bright=bright)
    ys = [y for _, y in stations]
    shape = Shape(
        "path", stations[0][0], min(ys) - wide / 2, stations[-1][0] - stations[0][0],
        max(ys) - min(ys) + wide, paint, d=_ribbon_path(stations, wide),
    )  # fmt: skip
    return Drawn(bond, _group(bond, (shape,)), tuple(stations), "ribbon", wide, paint, bright)


def _ribbon_path(stations: Sequence[Point], wide: float) -> str:
    half = wide / 2
    upper = [(x, y - half) for x, y in stations]
    lower = [(x, y + half) for x, y in reversed(stations)]
    return f"M{_pair(upper[0])}{_curves(upper)}L{_pair(lower[0])}{_curves(lower)}Z"


def _curves(points: Sequence[Point]) -> str:
    found = ""
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        middle = (x0 + x1) / 2
        found += f"C{_pair((middle, y0))} {_pair((middle, y1))} {_pair((x1, y1))}"
    return found


def _steps(
    bonds: Sequence[Bond], reading: Reading, plan: Plan, options: ViewOptions
) -> list[Drawn]:
    """Return the upright arrows from one activity to the next, side by side."""
    upper, lower = plan.boxes[bonds[0].start], plan.boxes[bonds[0].end]
    widths = [max(plan.thickness(bond), 3.0) for bond in bonds]
    total = sum(widths) + _BETWEEN_STEPS * (len(bonds) - 1)
    squeeze = min(1.0, upper.w * 0.7 / total)
    x = upper.x + upper.w / 2 - total * squeeze / 2
    found = []
    for bond, width in zip(bonds, widths, strict=True):
        wide = width * squeeze
        bright = reading.on_route(bond)
        paint = ribbon_paint(bond, options.theme, bright=bright)
        shape = _upright(x + wide / 2, upper.bottom, lower.y - _BELOW, wide, paint)
        middle = ((x + wide / 2, upper.bottom), (x + wide / 2, lower.y - _BELOW))
        found.append(Drawn(bond, _group(bond, (shape,)), middle, "step", wide, paint, bright))
        x += wide + _BETWEEN_STEPS * squeeze
    return found


def _upright(x: float, top: float, bottom: float, wide: float, paint: Paint) -> Shape:
    """Return an arrow that points down; a thin one has a head that is wider than its shaft."""
    half = wide / 2
    head = half if wide >= _THIN else min(_THIN, wide + 9) / 2
    point = min(_POINT, (bottom - top) * 0.6)
    corners = [(x + half, top), (x + half, bottom - point)]
    if head > half:
        corners.append((x + head, bottom - point))
    corners.append((x, bottom))
    left = [(2 * x - corner, y) for corner, y in reversed(corners[:-1])]
    return Shape.polygon((*corners, *left), paint, decorative=wide < _THIN)


def _lane(bond: Bond, reading: Reading, plan: Plan, ports: Ports, options: ViewOptions) -> Drawn:
    """Return a link within a column: out, along a lane beside the cards, and in again."""
    lanes = plan.area.lanes
    results = lanes.columns[bond.start] == RESULTS
    place = (lanes.across_lane if results else lanes.side_lane)[bond.id]
    out = 12 + place * lanes.lane + lanes.widest / 2 if lanes.heaviest else 13 + place * 9
    column = plan.area.columns[RESULTS if results else ACTIVITIES]
    edge, way = (column.right, 1) if results else (column.x, -1)
    x = edge + way * out
    start, end = ports.at[bond.id, "start"], ports.at[bond.id, "end"]
    wide = min(plan.thickness(bond), abs(end - start) or 8.0)
    bright = reading.on_route(bond)
    paint = line_paint(bond, wide, options.theme, bright=bright)
    points = ((edge, start), (x, start), (x, end), (edge + way * (_HEAD - 1), end))
    xs, ys = [px for px, _ in points], [py for _, py in points]
    line = Shape(
        "path", min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), paint,
        d=rounded_path(points, wide / 2 + 6, closed=False),
    )  # fmt: skip
    half = wide / 2 + 3.5
    tip = ((edge + way, end), (edge + way * _HEAD, end - half), (edge + way * _HEAD, end + half))
    head = Shape.polygon(tip, Paint(paint.stroke), decorative=True)
    return Drawn(bond, _group(bond, (line, head)), points, "lane", wide, paint, bright)


def _group(bond: Bond, nodes: tuple[Node, ...]) -> Group:
    data = (("start", bond.start), ("end", bond.end), ("kind", bond.kind))
    title = f"{bond.title} ({bond.told})" if bond.told else bond.title
    return Group(f"link..{bond.id}", nodes, ref=bond.ref, role="flow", title=title, data=data)


def _pair(point: Point) -> str:
    return f"{decimal(point[0])} {decimal(point[1])}"
