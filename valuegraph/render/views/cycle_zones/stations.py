"""The stations of the ring: titles, cards of resources and results, the chevrons of activities."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Part
from valuegraph.render.fit import SIZE_FLOOR, fit_line, largest_scale
from valuegraph.render.scene import Connector, Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    MARK_SIZE,
    has_sign,
    status_sign,
    undiscussed,
)
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.card import LEAST_HEIGHT, NAME, Card, card_look
from valuegraph.render.views.blocks.lettering import CAPTION_TRACKING, written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.cycle_zones.ring import SIGN, Ring
from valuegraph.render.views.flow_zones.columns import Box
from valuegraph.render.words import say

GAP = 10.0
"""Between two cards."""

STATE_MARKS = {
    "renewed": ("loop",),
    "depleted": ("decline",),
    "both": ("decline", "loop"),
    "neither": (),
}

_LOWEST, _LARGEST = SIZE_FLOOR / NAME, 1.1
_POINT = 16.0
_NAME, _NAME_LINE = 16.5, 1.12
_SIGN_SIZE = 13.5


def most_cards(ring: Ring) -> int:
    """Return how many cards of resources or results a sheet can hold, with a note each."""
    room = ring.cards_bottom - ring.cards_top + GAP
    return max(1, int(room / (LEAST_HEIGHT + 13 + GAP)))


def sign(
    name: str, text: str, x: float, y: float, w: float, colour: str, options: ViewOptions
) -> Group:
    """Return the title of a station: white capitals on its colour."""
    shape = Shape("rect", x, y, w, SIGN, Paint(colour), radius=SIGN / 2)
    style = written(
        options, bold=True, caps=True, align="center", valign="middle",
        tracking=CAPTION_TRACKING, colour=options.theme.paper,
    )  # fmt: skip
    label = fit_line(text, x + 14, y, w - 28, _SIGN_SIZE, h=SIGN, **style)
    return Group(f"zone..{name}", (shape, label), role="section", title=text)


def cards_scale(cards: Sequence[Sequence[Card]], ring: Ring, options: ViewOptions) -> float:
    """Return the largest scale at which the cards of both sides fit."""

    def overflow(scale: float) -> float:
        setting = Setting(options, scale)
        found = [-1.0]
        for column in cards:
            needs = sum(card.height(ring.width, setting) for card in column)
            gaps = GAP * max(0, len(column) - 1)
            found.append(needs + gaps - (ring.cards_bottom - ring.cards_top))
        return max(found)

    return largest_scale(lambda scale: (None, overflow(scale)), low=_LOWEST, high=_LARGEST).scale


def placed_cards(cards: Sequence[Card], x: float, ring: Ring, setting: Setting) -> dict[str, Box]:
    """Return the places of the cards of one side, spread over its height."""
    if not cards:
        return {}
    height = ring.cards_bottom - ring.cards_top
    needs = [card.height(ring.width, setting) for card in cards]
    room = height - GAP * (len(cards) - 1)
    if sum(needs) > room:
        needs = list(levelled(needs, room))
    else:
        more = min(1.35, room / sum(needs))
        needs = [need * more for need in needs]
    spare = (height - sum(needs) - GAP * (len(cards) - 1)) / (len(cards) + 1)
    y, boxes = ring.cards_top + spare, {}
    for card, need in zip(cards, needs, strict=True):
        boxes[card.part.id] = Box(x, y, ring.width, need)
        y += need + GAP + spare
    return boxes


def placed_chevrons(activities: Sequence[Part], ring: Ring) -> dict[str, Box]:
    """Return the places of the activities, row by row."""
    boxes: dict[str, Box] = {}
    count = -(-len(activities) // ring.rows)
    for number, part in enumerate(activities):
        row, column = divmod(number, count)
        width = (ring.last - ring.first + _POINT) / count
        x = ring.first + column * (width - _POINT / count)
        boxes[part.id] = Box(x, ring.row_top(row), width - 4, ring.row)
    return boxes


def drawn_chevrons(
    activities: Sequence[Part], boxes: dict[str, Box], ring: Ring, options: ViewOptions
) -> list[Node]:
    """Return the activities as a row of chevrons, all names at one scale."""
    if not activities:
        return [_placeholder(ring, options)]

    def overflow(scale: float) -> float:
        setting = Setting(options, scale)
        return max(
            setting.height(_title(part, setting), _room(part, boxes[part.id]), _NAME,
                           line_height=_NAME_LINE, bold=True) - (ring.row - 12)
            for part in activities
        )  # fmt: skip

    scale = largest_scale(lambda scale: (None, overflow(scale)), low=_LOWEST, high=1.1).scale
    setting = Setting(options, scale)
    rows = {box.y: box.x for box in reversed(list(boxes.values()))}
    return [
        _chevron(part, boxes[part.id], setting, first=rows[boxes[part.id].y] == boxes[part.id].x)
        for part in activities
    ]


def leaving_arrow(part: Part, box: Box, ring: Ring, options: ViewOptions) -> Connector:
    """Return the arrow of a result that leaves the ring: nothing of it is said to come back."""
    right = options.page.width - MARGIN
    points = ((box.right, box.middle), (right, box.middle))
    paint = Paint("", options.theme.muted, 2.2, (2.2, 5))
    name = f"{part.id}..box"
    title = say("leaves", options.language)
    return Connector(name, f"{part.id}..out", points, paint, start_site="right", role="leaving",
                     title=title)  # fmt: skip


def leaving_end(part: Part, box: Box, options: ViewOptions) -> Shape:
    """Return the invisible place that an arrow which leaves the ring points to."""
    right = options.page.width - MARGIN
    return Shape("rect", right, box.middle - 1, 1, 2, Paint(), id=f"{part.id}..out",
                 decorative=True)  # fmt: skip


def _chevron(part: Part, box: Box, setting: Setting, *, first: bool) -> Group:
    look = card_look(part, setting.theme)
    shape = Shape(
        "home_plate" if first else "chevron", box.x, box.y, box.w, box.h, look.paint, radius=6,
        depth=_POINT, id=f"{part.id}..box",
    )  # fmt: skip
    inset = 14 if first else _POINT + 9
    name = setting.placed(
        _title(part, setting), box.x + inset, box.y + 5, box.w - inset - _POINT - 2
        - (MARK_ROOM - 8 if has_sign(part.status) else 0), _NAME, h=box.h - 10, bold=True,
        colour=look.ink, line_height=_NAME_LINE, valign="middle",
    )  # fmt: skip
    marks = status_sign(part.status, box.right - _POINT - 2, box.y + 5, look.accent,
                        size=min(MARK_SIZE, 14))  # fmt: skip
    described = part.text("description", setting.language)
    return Group(part.id, (shape, name, *marks), part.id, part.kind, name.full or name.plain,
                 described)  # fmt: skip


def _room(part: Part, box: Box) -> float:
    mark = MARK_ROOM - 8 if has_sign(part.status) else 0
    return box.w - 2 * _POINT - 11 - mark


def _title(part: Part, setting: Setting) -> str:
    name = part.label(setting.language)
    number = f"{name}" if isinstance(part, PrimaryActivity) else name
    return number or say("unnamed", setting.language)


def placeholder(word: str, x: float, y: float, w: float, h: float, options: ViewOptions) -> Group:
    """Return the dotted place of what is still to be described."""
    told = say(word, options.language)
    dotted = undiscussed(options.theme)
    paint = Paint(options.theme.paper, dotted.stroke, dotted.width, dotted.dash)
    shape = Shape("rect", x, y, w, h, paint, radius=8)
    setting = Setting(options, 1.0)
    text = setting.placed(told, x + 12, y + 6, w - 24, 18, h=h - 12, align="center",
                          valign="middle", colour=options.theme.muted)  # fmt: skip
    return Group(f"zone..{word}", (shape, text), role="placeholder", title=told)


def _placeholder(ring: Ring, options: ViewOptions) -> Group:
    return placeholder("no activities", ring.first, ring.rows_top, ring.last - ring.first,
                       ring.row, options)  # fmt: skip
