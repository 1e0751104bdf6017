"""A part as a tile: its icon or its circuit's badge, its name, and a smaller line below it.

For actors, framework, network and system, where many small things stand in columns: a tile need
not be a part (a question, a flow, words of our own), may have a badge or another shape, and its
name and note shrink together. The stops of flow and cycle are cards (``card.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from valuegraph.model.impact import Impact
from valuegraph.model.part import Part, Sign, Status, is_blank
from valuegraph.render.fit import SIZE_FLOOR, joined, shorten, text_block
from valuegraph.render.scene import Group, Node, Paint, Shape, ShapeKind, Text
from valuegraph.render.theme import Theme
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    CircuitLook,
    Look,
    centred_icon,
    circuit_badge,
    has_sign,
    judged,
    part_icon,
    status_sign,
    strong_look,
    tinted_look,
)
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting

LEAST_TILE = 17.0
"""The least height in du of a card in a column; 12 du hold one line of the smallest letters."""

NAME_SIZE, NOTE_SIZE = 16.0, 13.0
LOWEST = SIZE_FLOOR / NAME_SIZE
"""The scale at which names are as small as can be read."""

_ICON, _BADGE, _ICON_GAP = 25.0, 27.0, 11.0
_PAD_X, _PAD_Y = 14.0, 8.0
_LINE = 1.18
_SHRINK = 0.05
_LEAST_TEXT = 62.0  # a card whose text had less room than that has no icon


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of a card before its status changes them; ``strong`` is dark under light ink."""

    ground: str
    ink: str
    accent: str
    line: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """What one card shows.

    Attributes:
        ref: the id of the part or link it shows; empty for words of our own.
        role: what kind of thing it is.
        name, note: the name, and what stands smaller below it.
        tone: its colours.
        icon: the name of an icon; none if empty.
        badge: the circuit whose badge stands in the icon's place.
        status: how sure it is.
        shape: rectangle, home plate or chevron.
        dashed: whether its outline is dotted: something is missing.
        bold: whether the name is bold.
        description: for a tooltip.
        parts: ids of what else it shows.
    """

    ref: str
    role: str
    name: str
    tone: Tone
    note: str = ""
    icon: str = ""
    badge: CircuitLook | None = None
    status: Status | None = None
    shape: ShapeKind = "rect"
    dashed: bool = False
    bold: bool = True
    description: str = ""
    parts: tuple[str, ...] = ()


def tone_of(kind: str, theme: Theme) -> Tone:
    """Return the colours of a kind of part: those it has in every view."""
    match kind:
        case "resource":
            return Tone(theme.resource, theme.resource_text, theme.resource_icon,
                        theme.resource_line)  # fmt: skip
        case "activity":
            return Tone(theme.structure, theme.on_structure, theme.on_structure, strong=True)
        case "support" | "criterion":
            return Tone(theme.structure_tint, theme.structure, theme.structure)
        case "question" | "chain":
            return Tone(theme.structure_deep_tint, theme.structure, theme.structure)
        case "impact":
            return Tone(theme.impacts[0], theme.on_impact, theme.impact_icon, strong=True)
        case "margin":
            return Tone(theme.impacts[1], theme.on_impact, theme.impact_icon, strong=True)
        case "harm":
            return Tone(theme.harms[0], theme.on_impact, theme.impact_icon, strong=True)
        case "actor":
            return Tone(theme.paper, theme.ink, theme.frame_label, theme.pill_line)
    return Tone(theme.panel, theme.ink, theme.structure, theme.panel_line)


def part_tile(part: Part, setting: Setting, *, note: str = "") -> Tile:
    """Return the card of a part, in the colours and with the icon of its kind."""
    harm = isinstance(part, Impact) and part.sign is Sign.MINUS
    told = judged(part, setting.language)
    number = part.kind == "activity"
    return Tile(
        part.id,
        part.kind,
        part.label(setting.language),
        tone_of("harm" if harm else part.kind, setting.theme),
        note="\n".join(text for text in (told, note) if text),
        icon="" if number else part_icon(part, setting.theme),
        status=part.status,
        description=part.text("description", setting.language),
    )


def tile_height(card: Tile, w: float, setting: Setting) -> float:
    """Return the height that a card needs in ``w`` du to show all of its words."""
    text = _text(card, _room(card, w, setting), setting)
    beside = _side(card, w, setting)
    return max(text.text_height, beside) + 2 * setting.length(_PAD_Y)


def cuts_words(card: Tile, w: float, setting: Setting) -> bool:
    """Tell whether the name has a word that is cut here but would be whole in smaller letters."""
    return setting.cuts(card.name, _room(card, w, setting), NAME_SIZE, bold=card.bold)


def splits_words(card: Tile, w: float, setting: Setting) -> bool:
    """Tell whether the name has a word that is too long for its line."""
    return setting.splits(card.name, _room(card, w, setting), NAME_SIZE, bold=card.bold)


def draw_tile(
    card: Tile, x: float, y: float, w: float, h: float, setting: Setting, *, id: str = ""
) -> Group:
    """Return a card in its box: words that do not fit are set smaller, then shortened."""
    theme, look = setting.theme, look_of(card, setting.theme)
    depth = _depth(card, w, setting)
    shape = Shape(card.shape, x, y, w, h, look.paint, radius=min(7.0, h / 4), depth=depth,
                  id=f"{id or card.ref}..shape")  # fmt: skip
    side, pad = _side(card, w, setting), _pad(w, setting)
    side = min(side, h - 4)
    left = x + pad + (depth if card.shape == "chevron" else 0)
    nodes: list[Node] = [shape]
    if side > 0 and card.badge:
        nodes += circuit_badge(card.badge, left, y + (h - side) / 2, side, theme)
    elif side > 0:
        nodes.append(centred_icon(card.icon, left + side / 2, y + h / 2, side, look.accent))
    room = _room(card, w, setting)
    text = _fitted(card, room, h - min(6.0, max(0.0, h - LEAST_TILE + 5) / 2), look, setting)
    nodes.append(text.at(x + w - _right(card, w, setting) - room, y, h=h, valign="middle"))
    size = min(16.0, h - 1)
    right = x + w - 7 - (depth if card.shape != "rect" else 0)
    nodes += status_sign(card.status, right, y + (h - size) / 2, look.accent, size=size)
    data = (("parts", " ".join(card.parts)),) if card.parts else ()
    return Group(id or card.ref, tuple(nodes), ref=card.ref, role=card.role, title=card.name,
                 description=card.description, data=data)  # fmt: skip


def shape_of(group_id: str) -> str:
    """Return the id of a card's shape, to glue connectors to."""
    return f"{group_id}..shape"


def look_of(card: Tile, theme: Theme) -> Look:
    """Return how a card is painted, its status considered."""
    tone = card.tone
    if tone.strong:
        look = strong_look(card.status, tone.ground, theme, ink=tone.ink, accent=tone.accent)
    else:
        look = tinted_look(card.status, tone.ground, tone.accent, theme)
        if card.status in (None, Status.OBSERVED, Status.DISPUTED):
            line = Paint(tone.ground, tone.line, 1.2 if tone.line else 0)
            look = Look(line, tone.ink, tone.accent)
    if card.dashed and not look.paint.dash:
        dotted = replace(look.paint, stroke=tone.line or tone.accent, width=1.5, dash=(1.6, 5))
        look = replace(look, paint=dotted)
    return look


def _fitted(card: Tile, w: float, h: float, look: Look, setting: Setting) -> Text:
    """Return the words at the scale of the drawing or, if they are too high, ever smaller."""
    scale = setting.scale
    while True:
        text = _text(card, w, replace(setting, scale=scale), look)
        if text.text_height <= h:
            return text
        if scale * NAME_SIZE <= SIZE_FLOOR:
            break
        scale = max(LOWEST, scale - _SHRINK)
    words = "\n".join(words for words in (card.name, card.note) if not is_blank(words))
    return shorten(words, 0, 0, w, SIZE_FLOOR, h=h,
                   **written(setting.options, colour=look.ink, bold=card.bold,
                             line_height=_LINE))  # fmt: skip


def _text(card: Tile, w: float, setting: Setting, look: Look | None = None) -> Text:
    theme = setting.theme
    look = look or look_of(card, theme)
    name = text_block(card.name, 0, 0, w, setting.size(NAME_SIZE),
                      **written(setting.options, bold=card.bold, colour=look.ink,
                                line_height=_LINE))  # fmt: skip
    if is_blank(card.note):
        return name
    light = not card.tone.strong and card.status is not Status.REFUTED
    note = text_block(card.note, 0, 0, w, setting.size(NOTE_SIZE),
                      **written(setting.options, colour=theme.muted if light else look.ink,
                                line_height=_LINE))  # fmt: skip
    return joined(name, note)


def _room(card: Tile, w: float, setting: Setting) -> float:
    """Return the width left for the words."""
    side, pad = _side(card, w, setting), _pad(w, setting)
    before = side + setting.length(_ICON_GAP) if side else 0
    before += _depth(card, w, setting) if card.shape == "chevron" else 0
    return max(SIZE_FLOOR, w - pad - before - _right(card, w, setting))


def _right(card: Tile, w: float, setting: Setting) -> float:
    """Return what stays free at the right of the words."""
    sign = MARK_ROOM - 6 if has_sign(card.status) else 0
    return _pad(w, setting) * 0.8 + sign + _depth(card, w, setting)


def _side(card: Tile, w: float, setting: Setting) -> float:
    """Return the side of the icon or badge; 0 without one, or where words need its room."""
    usual = _BADGE if card.badge else _ICON if card.icon else 0.0
    side = setting.length(usual)
    taken = side + setting.length(_ICON_GAP) + 2 * _pad(w, setting)
    return side if card.badge or w - taken >= _LEAST_TEXT else 0.0


def _pad(w: float, setting: Setting) -> float:
    return min(setting.length(_PAD_X), w * 0.08)


def _depth(card: Tile, w: float, setting: Setting) -> float:
    return min(setting.length(12.0), w * 0.08) if card.shape != "rect" else 0.0
