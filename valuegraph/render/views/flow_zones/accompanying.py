"""The band of what accompanies: the names of the support activities, over the whole width."""

from __future__ import annotations

import math
from collections.abc import Sequence

from valuegraph.model.activity import SupportActivity
from valuegraph.render.scene import Group, Node, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    MARK_SIZE,
    centred_icon,
    has_sign,
    part_icon,
    status_sign,
)
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.card import card_look
from valuegraph.render.views.blocks.lettering import caption, caption_width
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.words import say

_ROW, _GAP = 32.0, 6.0
_CAPTION = 13.5
_SIZE, _ICON, _PAD = 14.5, 20.0, 10.0
_LEAST = 150.0
_MOST_ROWS = 3


def support_band(support: Sequence[SupportActivity], top: float, options: ViewOptions) -> Band:
    """Return the band from ``top`` down, in the fewest rows in which names can be read."""
    if not support:
        return Band((), top, top)
    setting = Setting(options, 1.0)
    language, width = options.language, options.page.width - 2 * MARGIN
    title = say("support", language)
    titled = caption_width(title, _CAPTION, options) + 18
    room = width - titled
    names = [part.label(language) or say("unnamed", language) for part in support]
    wide = max(
        setting.line(name, _SIZE) + _ICON + 3 * _PAD
        + (MARK_ROOM if has_sign(part.status) else 0)
        for name, part in zip(names, support, strict=True)
    )  # fmt: skip
    most = max(1, int((room + _GAP) / (_LEAST + _GAP)))
    columns = min(len(support), max(1, int((room + _GAP) / (wide + _GAP))))
    rows = max(min(_MOST_ROWS, math.ceil(len(support) / columns)), math.ceil(len(support) / most))
    columns = math.ceil(len(support) / rows)
    cell = (room - _GAP * (columns - 1)) / columns
    nodes: list[Node] = [
        caption(title, MARGIN, top, titled - 12, _CAPTION, options, h=_ROW, valign="middle",
                colour=options.theme.structure)
    ]  # fmt: skip
    for place, (part, name) in enumerate(zip(support, names, strict=True)):
        row, column = divmod(place, columns)
        x, y = MARGIN + titled + column * (cell + _GAP), top + row * (_ROW + _GAP)
        nodes.append(_segment(part, name, x, y, cell, setting))
    height = rows * (_ROW + _GAP) - _GAP
    band = Group("zone..support", tuple(nodes), role="support", title=title)
    return Band((band,), top, top + height)


def _segment(
    part: SupportActivity, name: str, x: float, y: float, w: float, setting: Setting
) -> Group:
    look = card_look(part, setting.theme)
    left = x + _PAD + _ICON + 8
    room = x + w - left - 6 - (MARK_ROOM if has_sign(part.status) else 0)
    nodes: list[Node] = [
        Shape("rect", x, y, w, _ROW, look.paint, radius=7, id=f"{part.id}..box"),
        centred_icon(part_icon(part, setting.theme), x + _PAD + _ICON / 2, y + _ROW / 2, _ICON,
                     look.accent),
        setting.placed(name, left, y + 2, room, _SIZE, h=_ROW - 4, bold=True, colour=look.ink,
                       valign="middle", line_height=1.1),
        *status_sign(part.status, x + w - 7, y + (_ROW - MARK_SIZE) / 2, look.accent),
    ]  # fmt: skip
    described = part.text("description", setting.language)
    return Group(part.id, tuple(nodes), part.id, "support", name, described)
