"""The network drawn: nodes as cards, links as curves, circuits and signs as badges on them."""

from __future__ import annotations

import math

from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Flow, Link
from valuegraph.model.part import Part, Status
from valuegraph.render.colour import mix
from valuegraph.render.scene import Connector, Group, Node, Paint, Point, Shape, Site
from valuegraph.render.theme import Theme
from valuegraph.render.views.blocks.badges import DASH, CircuitLook, circuit_badge, circuit_looks
from valuegraph.render.views.blocks.tile import Tile, draw_tile, look_of, shape_of
from valuegraph.render.views.network_zones.graph import Edge, Graph
from valuegraph.render.views.network_zones.plan import LEAST_HEIGHT, LEAST_WIDTH, Area, Plan
from valuegraph.render.words import say

_BADGE = 20.0
_AGAINST = (9.0, 4.0, 2.0, 4.0)
_OUT = (1.6, 6.0)
_STEPS = 12


def draw_network(graph: Graph, plan: Plan, chain: ValueChain) -> tuple[Node, ...]:
    """Return the cards, then the links with their badges."""
    nodes: list[Node] = []
    for card, box in zip(plan.cards, plan.boxes, strict=True):
        nodes.append(_card(card, box, plan))
    nodes += [_line(graph, plan, number, chain) for number in range(len(graph.edges))]
    looks = circuit_looks(chain, plan.setting.options)
    for number, edge in enumerate(graph.edges):
        badges = _badges(edge, plan, number, looks)
        if badges:
            nodes.append(badges)
    return tuple(nodes)


def unread(graph: Graph, plan: Plan) -> tuple[Part, ...]:
    """Return the parts whose nodes are too small for words."""
    return tuple(
        node
        for node, box in zip(graph.nodes, plan.boxes, strict=True)
        if isinstance(node, Part) and not _is_legible(box)
    )


def link_paint(link: Link, theme: Theme, *, negative: bool) -> Paint:
    """Return the line of a link: its colour by what it carries, its dash by how sure it is."""
    colours = {
        Flow.FORWARD: (mix(theme.structure, theme.paper, 0.2), 2.2),
        Flow.RETURN: (theme.highlight, 2.2),
        Flow.ACCOMPANIES: (theme.structure_bullet, 1.6),
        Flow.NONE: (mix(theme.frame_label, theme.paper, 0.25), 1.2),
    }
    colour, width = colours[link.flow]
    dash: tuple[float, ...] = ()
    if link.status is Status.REFUTED:
        colour, dash = mix(theme.muted, theme.paper, 0.4), _OUT
    elif negative:
        colour, dash = theme.harms[0], _AGAINST
    elif link.status in (Status.HYPOTHESIS, Status.PLANNED, Status.DISPUTED):
        dash = DASH
    return Paint(stroke=colour, width=width, dash=dash)


def link_words(link: Link, chain: ValueChain, language: str) -> str:
    """Return a link in words: start, verb, end."""
    verb = LINK_KINDS[link.kind].verb.text(language)
    told = f"{_name(chain, link.start, language)} {verb} {_name(chain, link.end, language)}"
    if link.status not in (None, Status.OBSERVED):
        told += f" ({say(link.status.value, language).lower()})"
    return told


def _name(chain: ValueChain, ref: str, language: str) -> str:
    part = chain.find(ref) if ref != WHOLE_CHAIN else None
    return part.label(language) if isinstance(part, Part) else say("whole chain", language).lower()


def _node_id(ref: str) -> str:
    return "zone..chain" if ref == WHOLE_CHAIN else ref


def _is_legible(box: Area) -> bool:
    return box[2] >= LEAST_WIDTH and box[3] >= LEAST_HEIGHT


def _card(card: Tile, box: Area, plan: Plan) -> Group:
    group_id = _node_id(card.ref)
    if _is_legible(box):
        return draw_tile(card, *box, plan.setting, id=group_id)
    look = look_of(card, plan.setting.theme)
    shape = Shape(card.shape, *box, look.paint, radius=min(4.0, box[3] / 4), depth=box[3] / 3,
                  id=shape_of(group_id))  # fmt: skip
    return Group(group_id, (shape,), ref=card.ref, role=card.role, title=card.name,
                 description=card.description)  # fmt: skip


def _line(graph: Graph, plan: Plan, number: int, chain: ValueChain) -> Connector:
    edge = graph.edges[number]
    link = edge.link
    options = plan.setting.options
    points = plan.curves[number]
    if len(points) < 4:
        points = _straight(plan.boxes[edge.start], plan.boxes[edge.end])
    sites: tuple[Site, Site] = ("bottom", "top") if plan.down else ("right", "left")
    if graph.layers[edge.start] > graph.layers[edge.end]:
        sites = sites[::-1]
    paint = link_paint(link, options.theme, negative=edge.negative)
    if plan.shrunk < 0.8:
        paint = Paint(stroke=paint.stroke, width=max(0.7, paint.width * plan.shrunk),
                      dash=paint.dash)  # fmt: skip
    nodes = [graph.nodes[end] for end in (edge.start, edge.end)]
    ends = [shape_of(_node_id(node if isinstance(node, str) else node.id)) for node in nodes]
    flat = graph.layers[edge.start] == graph.layers[edge.end]
    return Connector(
        ends[0],
        ends[1],
        points,
        paint,
        route="curve",
        start_site="" if flat else sites[0],
        end_site="" if flat else sites[1],
        head=link.kind not in ("linkage", "relates"),
        id=f"{link.id}..line",
        ref=link.id,
        role=f"link-{link.flow.value}",
        title=edge.words or link_words(link, chain, options.language),
    )


def _straight(start: Area, end: Area) -> tuple[Point, ...]:
    """Return a curve from side to side, for an edge that Graphviz gave no way."""
    y1, y2 = start[1] + start[3] / 2, end[1] + end[3] / 2
    x1, x2 = (start[0] + start[2], end[0]) if start[0] <= end[0] else (start[0], end[0] + end[2])
    middle = (x1 + x2) / 2
    return ((x1, y1), (middle, y1), (middle, y2), (x2, y2))


def _badges(edge: Edge, plan: Plan, number: int, looks: dict[str, CircuitLook]) -> Group | None:
    """Return the badges of a link's circuits and its minus sign, on its curve."""
    shown = [looks[code] for code in edge.circuits if code in looks]
    count = len(shown) + edge.negative
    points, slot = plan.curves[number], plan.slots[number]
    if not count or len(points) < 4:
        return None
    theme = plan.setting.theme
    size = min(_BADGE, _BADGE * plan.shrunk)
    x, y = _nearest(points, slot)
    left = x - size * count / 2
    nodes: list[Node] = []
    for place, look in enumerate(shown):
        nodes += circuit_badge(look, left + size * place + 1, y - size / 2 + 1, size - 2, theme)
    if edge.negative:
        disc = (left + size * len(shown) + 1, y - size / 2 + 1, size - 2, size - 2)
        paint = Paint(theme.paper, theme.harms[0], 1.6)
        middle = (disc[0] + disc[2] / 2, y)
        bar = ((middle[0] - size * 0.22, y), (middle[0] + size * 0.22, y))
        nodes.append(Shape("ellipse", *disc, paint, decorative=True))
        nodes.append(Shape.line(bar, Paint(stroke=theme.harms[0], width=2)))
    names = ", ".join(look.label for look in shown)
    return Group(f"{edge.link.id}..badges", tuple(nodes), ref=edge.link.id, role="link",
                 title=names)  # fmt: skip


def _nearest(points: tuple[Point, ...], slot: Point | None) -> Point:
    """Return the point of a curve nearest to a place, or its middle without one."""
    along = [
        _cubic(points[place : place + 4], step / _STEPS)
        for place in range(0, len(points) - 3, 3)
        for step in range(_STEPS + 1)
    ]
    if slot is None:
        return along[len(along) // 2]
    return min(along, key=lambda point: math.dist(point, slot))


def _cubic(curve: tuple[Point, ...], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (sum(w * x for w, (x, _) in zip(weights, curve, strict=True)),
            sum(w * y for w, (_, y) in zip(weights, curve, strict=True)))  # fmt: skip
