"""One cell of the table activity x circuit: its ground, its badge and what passes through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import Way
from valuegraph.model.part import Status
from valuegraph.render.geometry import Outline
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    Look,
    circuit_badge,
    has_sign,
    status_sign,
    tinted_look,
    undiscussed,
)
from valuegraph.render.views.blocks.entries import Cell, Entry
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.words import say

_BADGE, _BADGE_GAP = 28.0, 10.0
_TEXT, _TEXT_LINE = 15.5, 1.17
_PAD_Y, _PAD = 8.0, 8.0
_INSET = 2.0  # the least margin above and below texts that lack room
_WAY, _WAY_GAP = 11.0, 5.0
_STACK_GAP, _LEAST_GAP = 7.0, 2.0
_SIGN = 13.0
_NONE = "—"

WAY_SIGNS = {
    Way.RECEIVES: "M12 3.5V20M5.5 13.5L12 20L18.5 13.5",
    Way.GIVES: "M12 20.5V4M5.5 10.5L12 4L18.5 10.5",
}
"""What is received comes down into the activity, what is given goes up and out of it."""


@dataclass(frozen=True, slots=True)
class CellBox:
    """Where a cell stands: its outline, and the heights and sides that its text keeps to."""

    outline: Outline
    left: float
    top: float
    right: float
    bottom: float


def cell_height(cell: Cell, width: float, setting: Setting, *, badge: bool) -> float:
    """Return the height that a cell of that width needs, its margins included."""
    room = _text_width(cell, width, setting, badge=badge)
    gaps = setting.length(_STACK_GAP) * max(0, len(cell.entries) - 1)
    least = setting.length(_BADGE) if badge else setting.size(_TEXT) * _TEXT_LINE
    height = max(sum(_heights(cell, room, setting)) + gaps, least)
    return height + 2 * setting.length(_PAD_Y)


def least_cell(cell: Cell, setting: Setting) -> float:
    """Return the height of a cell with one line for each of its texts."""
    count = max(1, len(cell.entries))
    return count * setting.size(_TEXT) * _TEXT_LINE + (count - 1) * _LEAST_GAP + 8


def drawn_cell(cell: Cell, box: CellBox, setting: Setting, *, badge: bool) -> Group:
    """Return the cell: of one text as one shape, of several as texts on a common ground."""
    if len(cell.entries) == 1:
        only = cell.entries[0]
        nodes = [
            Shape.polygon(box.outline, _look(only.status, cell, setting).paint, radius=6),
            *_badge(cell, box, setting, badge=badge),
            *_written(cell, box, setting, badge=badge)[0],
        ]
        return _grouped(only, nodes, cell, setting)
    if cell.entries:
        texts = _written(cell, box, setting, badge=badge)
        nodes = [
            Shape.polygon(box.outline, Paint(cell.look.colours.tint), radius=6),
            *_badge(cell, box, setting, badge=badge),
            *(
                _grouped(entry, own, cell, setting)
                for entry, own in zip(cell.entries, texts, strict=True)
            ),
        ]
    else:
        nodes = _empty(cell, box, setting, badge=badge)
    return Group(
        f"{cell.activity.id}..{cell.look.code}..cell",
        tuple(nodes),
        role="cell",
        title=f"{cell.look.label} · {cell.activity.label(setting.language)}",
        data=(("circuit", cell.look.code),),
    )


def _text_width(cell: Cell, width: float, setting: Setting, *, badge: bool) -> float:
    signed = MARK_ROOM - _PAD if any(has_sign(entry.status) for entry in cell.entries) else 0.0
    return width - _indent(cell, setting, badge=badge) - _PAD - signed


def _indent(cell: Cell, setting: Setting, *, badge: bool) -> float:
    """Return the room from the cell's left side to its texts."""
    aside = setting.length(_BADGE) + _BADGE_GAP if badge else 0.0
    return _PAD + aside + _way_room(cell, setting)


def _way_room(cell: Cell, setting: Setting) -> float:
    return setting.length(_WAY) + _WAY_GAP if cell.both_ways else 0.0


def _heights(cell: Cell, width: float, setting: Setting) -> list[float]:
    return [
        setting.height(entry.text, width, _TEXT, line_height=_TEXT_LINE) for entry in cell.entries
    ]


def _look(status: Status | None, cell: Cell, setting: Setting) -> Look:
    colours = cell.look.colours
    return tinted_look(status, colours.tint, colours.full, setting.theme)


def _badge(cell: Cell, box: CellBox, setting: Setting, *, badge: bool) -> tuple[Shape, ...]:
    if not badge:
        return ()
    size = min(setting.length(_BADGE), box.bottom - box.top - 4)
    x = box.left + _PAD + (setting.length(_BADGE) - size) / 2
    return circuit_badge(cell.look, x, (box.top + box.bottom - size) / 2, size, setting.theme)


def _written(cell: Cell, box: CellBox, setting: Setting, *, badge: bool) -> list[list[Node]]:
    """Return the nodes of each text, stacked; texts that lack room share it out."""
    x = box.left + _indent(cell, setting, badge=badge)
    width = _text_width(cell, box.right - box.left, setting, badge=badge)
    heights, gap = _heights(cell, width, setting), setting.length(_STACK_GAP)
    room = box.bottom - box.top - 2 * _INSET
    if sum(heights) + gap * (len(heights) - 1) > room:
        gap = _LEAST_GAP
        heights = list(levelled(heights, room - gap * (len(heights) - 1)))
    y = (box.top + box.bottom - sum(heights) - gap * (len(heights) - 1)) / 2
    found = []
    for entry, height in zip(cell.entries, heights, strict=True):
        found.append(_entry(entry, cell, box, setting, (x, y, width, height)))
        y += height + gap
    return found


def _entry(
    entry: Entry,
    cell: Cell,
    box: CellBox,
    setting: Setting,
    place: tuple[float, float, float, float],
) -> list[Node]:
    x, y, width, height = place
    look = _look(entry.status, cell, setting)
    way = _way_room(cell, setting)
    alone = len(cell.entries) == 1
    nodes: list[Node] = []
    if not alone and look.paint.stroke:
        left = x - way - 5
        nodes.append(
            Shape("rect", left, y - 2, box.right - 4 - left, height + 4, look.paint, radius=4)
        )
    if cell.both_ways and entry.way:
        size = setting.length(_WAY)
        first = y + (min(height, setting.size(_TEXT) * _TEXT_LINE) - size) / 2
        nodes.append(_way_sign(entry.way, x - way, first, size, cell.look.colours.full))
    nodes.append(
        setting.placed(
            entry.text, x, y, width, _TEXT, h=height, line_height=_TEXT_LINE, valign="middle",
            colour=setting.theme.muted if entry.vague else look.ink, italic=entry.vague,
        )
    )  # fmt: skip
    top = box.top + 6 if alone else y
    return [*nodes, *status_sign(entry.status, box.right - 6, top, look.accent, size=_SIGN)]


def _way_sign(way: Way, x: float, y: float, size: float, colour: str) -> Shape:
    paint = Paint(stroke=colour, width=2.4 * size / 24)
    return Shape("path", x, y, size, size, paint, d=WAY_SIGNS[way], grid=24, role="icon",
                 decorative=True)  # fmt: skip


def _grouped(entry: Entry, nodes: Sequence[Node], cell: Cell, setting: Setting) -> Group:
    told = (
        cell.look.label,
        say(entry.way.value, setting.language) if entry.way else "",
        entry.text,
    )
    counted = entry.way.value if entry.refs and entry.way else "more"
    listed = (("parts", " ".join(entry.refs)),) if entry.refs else ()
    return Group(
        entry.ref or f"{cell.activity.id}..{cell.look.code}..{counted}",
        tuple(nodes),
        ref=entry.ref,
        role="modality",
        title=" · ".join(text for text in told if text),
        description=entry.description,
        data=(("circuit", cell.look.code), *listed),
    )


def _empty(cell: Cell, box: CellBox, setting: Setting, *, badge: bool) -> list[Node]:
    """Return a cell without a text: a dash if there is none, dots if it is not discussed."""
    theme = setting.theme
    if not cell.discussed_none:
        return [Shape.polygon(box.outline, undiscussed(theme), radius=6)]
    x = box.left + _indent(cell, setting, badge=badge)
    text = setting.placed(
        _NONE, x, box.top, box.right - x, _TEXT, h=box.bottom - box.top, valign="middle",
        colour=theme.muted,
    )  # fmt: skip
    ground = Shape.polygon(box.outline, Paint(cell.look.colours.tint, opacity=0.6), radius=6)
    return [ground, *_badge(cell, box, setting, badge=badge), text]
