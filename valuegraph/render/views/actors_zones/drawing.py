"""One sheet of ``actors`` drawn: blocks left and right, the chain between them, and the lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Status
from valuegraph.render.colour import mix
from valuegraph.render.scene import Connector, Group, Node, Paint, Shape, Site
from valuegraph.render.views.actors_zones.cards import actor_card, flow_card, hub_card
from valuegraph.render.views.actors_zones.flows import Flow
from valuegraph.render.views.actors_zones.plan import (
    BLOCK_GAP,
    BLOCK_PAD,
    HUB_GAP,
    ROW_GAP,
    Block,
    Planner,
    Sheet,
)
from valuegraph.render.views.blocks.badges import DASH, circuit_looks
from valuegraph.render.views.blocks.column import spread, within
from valuegraph.render.views.blocks.joins import curve, port
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import draw_tile, shape_of

_MOST_SPREAD = 60.0


@dataclass(frozen=True, slots=True)
class _End:
    """One line to draw: a row, the hub it joins, the heights of both ends, and its direction."""

    flow: Flow
    hub: str
    y: float
    side: str
    back: bool


def draw_sheet(
    sheet: Sheet, planner: Planner, top: float, bottom: float, chain: ValueChain
) -> tuple[Node, ...]:
    """Return the blocks, the hubs and every line between them, from ``top`` to ``bottom``."""
    setting, lanes = planner.setting, planner.lanes
    nodes: list[Node] = []
    ends: list[_End] = []
    for side, blocks, (x, w) in (("left", sheet.left, lanes.left),
                                 ("right", sheet.right, lanes.right)):  # fmt: skip
        heights = within([block.height for block in blocks], bottom - top, gap=BLOCK_GAP)
        tops = spread(heights, top, bottom, gap=BLOCK_GAP, most=_MOST_SPREAD)
        for block, y, height in zip(blocks, tops, heights, strict=True):
            group, found = _block(block, (x, y, w, height), side, planner, chain)
            nodes.append(group)
            ends += found
    hubs, places = _hubs(sheet, planner, top, bottom, chain)
    # The tips of the lines lie on the rows, so that the lines come last.
    return (*hubs, *nodes, *_lines(ends, places, planner, chain, setting))


def _block(
    block: Block,
    box: tuple[float, float, float, float],
    side: str,
    planner: Planner,
    chain: ValueChain,
) -> tuple[Group, list[_End]]:
    setting = planner.setting
    x, y, w, h = box
    actor = block.actor
    theme = setting.theme
    card = actor_card(actor, planner.totals.get(actor.id, ""), setting)
    ground = Shape("rect", x, y, w, h, Paint(theme.frame, theme.pill_line, 1.2), radius=10)
    shrink = (h - 2 * BLOCK_PAD) / max(1.0, block.height - 2 * BLOCK_PAD)
    head = min(block.head, block.head * shrink) if block.flows else h
    nodes: list[Node] = [ground] if block.flows else []
    nodes.append(draw_tile(card, x + 1, y + 1, w - 2, head - 1, setting, id=f"{actor.id}..head"))
    both = len({flow.gives for flow in planner.flows[actor.id]}) > 1
    ends: list[_End] = []
    top = y + head + BLOCK_PAD
    for flow, height in zip(block.flows, block.heights, strict=True):
        tall = (height + ROW_GAP) * shrink - ROW_GAP
        row = flow_card(flow, chain, setting, both=both)
        nodes.append(draw_tile(row, x + BLOCK_PAD, top, w - 2 * BLOCK_PAD, tall, setting))
        for hub in flow.hubs:
            if flow.returns:
                ends.append(_End(flow, hub, top + tall * 0.3, side, back=False))
                ends.append(_End(flow, hub, top + tall * 0.7, side, back=True))
            else:
                ends.append(_End(flow, hub, top + tall / 2, side, back=False))
        top += tall + ROW_GAP
    return Group(actor.id, tuple(nodes), ref=actor.id, role="actor", title=card.name,
                 description=card.description), ends  # fmt: skip


def _hubs(
    sheet: Sheet, planner: Planner, top: float, bottom: float, chain: ValueChain
) -> tuple[list[Node], dict[str, tuple[float, float]]]:
    """Return the cards in the middle, spread over the height, and where each stands."""
    heights = within(sheet.hub_heights, bottom - top, gap=HUB_GAP)
    ids = [hub if isinstance(hub, str) else hub.id for hub in sheet.hubs]
    tops = spread(heights, top, bottom, gap=HUB_GAP, most=_MOST_SPREAD)
    x, w = planner.lanes.middle
    nodes: list[Node] = []
    places: dict[str, tuple[float, float]] = {}
    for hub, ref, y, height in zip(sheet.hubs, ids, tops, heights, strict=True):
        card = hub_card(hub, chain, planner.setting)
        nodes.append(draw_tile(card, x, y, w, height, planner.setting, id=_hub_id(ref)))
        places[ref] = (y, height)
    return nodes, places


def _hub_id(ref: str) -> str:
    return "zone..chain" if ref == WHOLE_CHAIN else ref


def _lines(
    ends: Sequence[_End],
    places: dict[str, tuple[float, float]],
    planner: Planner,
    chain: ValueChain,
    setting: Setting,
) -> list[Connector]:
    """Return the lines: in the circuit's colour, towards who receives; what returns is dashed."""
    theme, looks = setting.theme, circuit_looks(chain, setting.options)
    lanes = planner.lanes
    arriving: dict[tuple[str, str], list[_End]] = {}
    for end in ends:
        arriving.setdefault((end.hub, end.side), []).append(end)
    lines: list[Connector] = []
    for (hub, side), mine in arriving.items():
        mine.sort(key=lambda end: end.y)
        y, height = places[hub]
        for place, end in enumerate(mine):
            inner = port(place, len(mine), y, height)
            row_x = lanes.left[0] + lanes.left[1] - BLOCK_PAD if side == "left" else (
                lanes.right[0] + BLOCK_PAD)  # fmt: skip
            hub_x = lanes.middle[0] + (0 if side == "left" else lanes.middle[1])
            code = end.flow.back_circuit if end.back else end.flow.circuit
            colour = looks[code].colours.full if code in looks else theme.structure_bullet
            doubtful = end.flow.status in (Status.HYPOTHESIS, Status.PLANNED, Status.DISPUTED)
            paint = Paint(
                stroke=mix(colour, theme.paper, 0.15),
                width=1.6 if end.back else 2.4,
                dash=(2.0, 5.0) if end.back else DASH if doubtful else (),
            )
            inwards = end.flow.gives is not end.back
            outer, middle = (row_x, end.y), (hub_x, inner)
            shapes = (shape_of(end.flow.ref), shape_of(_hub_id(hub)))
            row_site: Site = "right" if side == "left" else "left"
            hub_site: Site = "left" if side == "left" else "right"
            tail = "..back" if end.back else ""
            lines.append(
                curve(
                    shapes if inwards else shapes[::-1],
                    outer if inwards else middle,
                    middle if inwards else outer,
                    paint,
                    id=f"{end.flow.ref}..to..{hub}{tail}",
                    ref=end.flow.ref,
                    role="return" if end.back else "flow",
                    title=end.flow.back if end.back else end.flow.what,
                    sites=(row_site, hub_site) if inwards else (hub_site, row_site),
                )
            )
    return lines
