"""The lines of a value system: what feeds another chain, and who plays in which chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valuegraph.model.part import Part
from valuegraph.render.colour import mix
from valuegraph.render.scene import Connector, Paint, Point
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.joins import curve, port
from valuegraph.render.views.blocks.tile import shape_of
from valuegraph.render.views.system_zones.house import House, card_id, frame_of
from valuegraph.render.views.system_zones.joined import Feed, Shared
from valuegraph.render.views.system_zones.plan import Box, Places

_LANE = 5.0
_HALF_LANES = 3


def feed_paint(options: ViewOptions) -> Paint:
    """Return the line of what becomes a resource of another chain."""
    return Paint(stroke=options.theme.highlight, width=2.6)


def alike_paint(options: ViewOptions) -> Paint:
    """Return the line between two chains that draw on the same resource."""
    return Paint(stroke=options.theme.resource_icon, width=1.6, dash=(6.0, 4.0))


def actor_paint(options: ViewOptions) -> Paint:
    """Return the line of an actor that plays in a chain."""
    return Paint(stroke=mix(options.theme.frame_label, options.theme.paper, 0.3), width=1.6)


def feed_lines(
    feeds: Sequence[Feed], houses: Mapping[int, House], places: Places, options: ViewOptions
) -> list[Connector]:
    """Return a line for each feed: straight across to the next house, else above the houses."""
    order = sorted(houses)
    lines = []
    for number, feed in enumerate(feeds):
        alike = feed.part.kind == "resource"
        given = _shown(houses[feed.start], feed.part, "resource" if alike else "impact")
        taken = _shown(houses[feed.end], feed.resource, "resource")
        start, end = houses[feed.start].boxes[given], houses[feed.end].boxes[taken]
        ids = (shape_of(card_id(feed.start, given)), shape_of(card_id(feed.end, taken)))
        name, ref = feed.part.label(options.language), feed.resource.id
        line_id = f"zone..feed{number}"
        after = order.index(feed.end) == order.index(feed.start) + 1
        if places.wide and after and not alike:
            here = (start[0] + start[2], start[1] + start[3] / 2)
            there = (end[0], end[1] + end[3] / 2)
            lines.append(
                curve(ids, here, there, feed_paint(options), id=line_id, ref=ref, role="feed",
                      title=name)
            )  # fmt: skip
            continue
        lane = (number % (2 * _HALF_LANES + 1) - _HALF_LANES) * _LANE
        frames = houses[feed.start].boxes[""], houses[feed.end].boxes[""]
        roof = places.roofs[order.index(feed.end)]
        points = _round(start, end, frames, roof, lane, leftwards=alike)
        lines.append(
            Connector(
                *ids,
                points,
                alike_paint(options) if alike else feed_paint(options),
                route="elbow",
                start_site="left" if alike else "right",
                end_site="left",
                head=not alike,
                radius=8,
                id=line_id,
                ref=ref,
                role="feed",
                title=name,
            )
        )
    return lines


def _shown(house: House, part: Part, kind: str) -> str:
    """Return what shows a part in a house: its card, or the one that says how many more."""
    return part.id if part.id in house.boxes else f"{kind}..more"


def actor_lines(
    shared: Sequence[Shared], houses: Mapping[int, House], places: Places, options: ViewOptions
) -> list[Connector]:
    """Return a line from each shared actor to each house it plays in."""
    joins = [
        (place, number)
        for place, each in enumerate(shared)
        for number in each.chains
        if number in houses
    ]
    lines = []
    for place, number in joins:
        box, frame = places.actors[place], houses[number].boxes[""]
        mine = [actor for actor, house in joins if house == number]
        theirs = [house for actor, house in joins if actor == place]
        here, there = theirs.index(number), mine.index(place)
        actor = shared[place].actor
        if places.wide:
            start = (port(here, len(theirs), box[0], box[2]), box[1])
            end = (port(there, len(mine), frame[0], frame[2]), frame[1] + frame[3])
            lines.append(_join(actor.id, number, start, end, options, down=True))
        else:
            start = (box[0], port(here, len(theirs), box[1], box[3]))
            end = (frame[0] + frame[2], port(there, len(mine), frame[1], frame[3]))
            lines.append(_join(actor.id, number, start, end, options, down=False))
    return lines


def _join(
    actor: str, number: int, start: Point, end: Point, options: ViewOptions, *, down: bool
) -> Connector:
    return curve(
        (shape_of(f"shared..{actor}"), frame_of(number)),
        start,
        end,
        actor_paint(options),
        id=f"shared..{actor}..{number}",
        ref=actor,
        role="plays",
        head=False,
        sites=("top", "bottom") if down else ("left", "right"),
    )


def _round(
    start: Box, end: Box, frames: tuple[Box, Box], roof: float, lane: float, *, leftwards: bool
) -> tuple[Point, ...]:
    """Return a way out of one house, along the roof of the other, and in at its left."""
    one, other = frames
    y1, y2, above = start[1] + start[3] / 2, end[1] + end[3] / 2, roof + lane
    if leftwards:
        out, first = one[0] - 13 + lane / 3, start[0]
    else:
        out, first = one[0] + one[2] + 13 + lane / 3, start[0] + start[2]
    down = other[0] - 13 - lane / 3
    return ((first, y1), (out, y1), (out, above), (down, above), (down, y2), (end[0], y2))
