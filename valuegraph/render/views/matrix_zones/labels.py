"""The headers of the matrix's rows: a circuit's icon and name in its full colour."""

from __future__ import annotations

from valuegraph.render.fit import SIZE_FLOOR, TextStyle, shorten, text_block
from valuegraph.render.scene import Group, Node, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    CircuitLook,
    centred_icon,
    has_sign,
    status_sign,
    strong_look,
)
from valuegraph.render.views.blocks.lettering import written

LABEL_SIZE = 20.0
_ICON = 44.0
_SIDE_ICON = 26.0  # beside the name, when the row is low
_BETWEEN = 10.0
_LEFT = 20.0
_POINT = 14.0
_REACH = 4.0  # how far the point reaches into the gap before the cells
_STROKE = 1.5
_LOW = 108.0  # a row as low as this is likely to have its icon beside its name


def label_height(look: CircuitLook, w: float, scale: float, options: ViewOptions) -> float:
    """Return the least height of a row's header at ``scale``: its icon beside its name."""
    size = max(SIZE_FLOOR, LABEL_SIZE * scale)
    name = text_block(look.label, 0, 0, _beside_width(look, w), size, **_style(options))
    return max(name.h, _SIDE_ICON)


def stacked_height(look: CircuitLook, w: float, scale: float, options: ViewOptions) -> float:
    """Return the height of a row's header at ``scale`` with its icon above its name."""
    size = max(SIZE_FLOOR, LABEL_SIZE * scale)
    name = text_block(look.label, 0, 0, _below_width(w), size, **_style(options))
    return _ICON * scale + _BETWEEN + name.h + 16


def draw_label(
    look: CircuitLook,
    box: tuple[float, float, float, float],
    scale: float,
    options: ViewOptions,
    *,
    stacked: bool,
) -> Group:
    """Return a row's header in ``box`` (x, y, w, h), the icon above the name or beside it."""
    x, y, w, h = box
    theme = options.theme
    shown = strong_look(look.circuit.status, look.colours.full, theme, ink=theme.on_circuit)
    ground = (x, y, w + _REACH, h)
    nodes: list[Node] = [Shape("home_plate", *ground, shown.paint, radius=7, depth=_POINT)]
    nodes += status_sign(look.circuit.status, x + w - _POINT - 8, y + 10, shown.ink)
    size = max(SIZE_FLOOR, LABEL_SIZE * scale)
    style = _style(options)
    style["colour"] = shown.ink
    icon = _ICON * scale
    name = text_block(look.label, 0, 0, _below_width(w), size, **style)
    total = icon + _BETWEEN + name.h
    if stacked:
        top = y + (h - total) / 2
        nodes.append(
            centred_icon(
                look.icon, x + _LEFT + icon / 2 - 2, top + icon / 2, icon, shown.accent,
                stroke=_STROKE,
            )
        )  # fmt: skip
        nodes.append(name.at(x + _LEFT, top + icon + _BETWEEN))
    else:
        side = min(_SIDE_ICON, h - 8)
        room = _beside_width(look, w)
        name = shorten(look.label, 0, 0, room, size, h=h - 8, **style)
        nodes.append(centred_icon(look.icon, x + 10 + side / 2, y + h / 2, side, shown.accent))
        nodes.append(name.at(x + 10 + _SIDE_ICON + 8, y + (h - name.text_height) / 2,
                             h=name.text_height))  # fmt: skip
    return Group(
        f"row..{look.code}",
        tuple(nodes),
        ref=look.code,
        role="circuit",
        title=look.label,
        description=look.circuit.text("description", options.language),
        data=(("circuit", look.code),),
    )


def name_width(look: CircuitLook, w: float, h: float) -> float:
    """Return what a circuit's name may take of a header of ``w`` x ``h`` du."""
    return _below_width(w) if h >= _LOW else _beside_width(look, w)


def _below_width(w: float) -> float:
    return w - _LEFT - _POINT - 4


def _beside_width(look: CircuitLook, w: float) -> float:
    signed = MARK_ROOM if has_sign(look.circuit.status) else 0
    return w - 10 - _SIDE_ICON - 8 - _POINT - 4 - signed


def _style(options: ViewOptions) -> TextStyle:
    return written(options, bold=True, line_height=1.12)
