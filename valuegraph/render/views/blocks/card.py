"""One part as a card: its icon or number, its name and the signs of its status.

For flow and cycle, where a card is one stop on a way: it has the number of its activity, marks at
its side, the outline of a route, and a height that the ribbons may set; its note shrinks before its
name. What stands in columns is a tile (``tile.py``), whose measures, least height and colours of
doubt are others: one block for both would hold two of each.
"""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.impact import Impact, Margin
from valuegraph.model.part import Part, Sign, Status
from valuegraph.model.resource import Resource
from valuegraph.render.colour import mixed_while
from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.theme import TEXT_CONTRAST, Theme
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    MARK_SIZE,
    Look,
    centred_icon,
    has_sign,
    judged,
    part_icon,
    status_sign,
    strong_look,
    tinted_look,
)
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.words import say

NAME, NAME_LINE = 17.0, 1.14
LEAST_HEIGHT = 23.0
"""The lowest card that can be read, in du."""

ROUTE_LINE = 3.4
"""The width of the outline of what is highlighted."""

_NOTE, _NOTE_LINE = 13.5, 1.15
_ICON, _PAD, _GAP = 30.0, 15.0, 14.0
_MARK = 26.0
_PAD_Y, _LEAST_PAD_Y = 13.0, 2.0


@dataclass(frozen=True, slots=True)
class Card:
    """A part to be drawn as a card.

    Attributes:
        part: the part.
        number: of an activity, its place in the listing; 0 shows its icon.
        note: what is said in small letters below the name.
        bright: whether it lies on the route that is highlighted.
        marks: names of icons at its right side.
    """

    part: Part
    number: int = 0
    note: str = ""
    bright: bool = False
    marks: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The name, or the words for a part that has none yet."""
        return self.part.label(language) or say("unnamed", language)

    def told(self, language: str) -> str:
        """What stands below the name: that it is a negative or a mixed impact, and the note."""
        texts = (judged(self.part, language), self.note)
        return "\n".join(text for text in texts if text)

    def height(self, w: float, setting: Setting) -> float:
        """Return what the card needs at that width and scale."""
        room = _room(self, w, setting)
        text = setting.block(
            self.title(setting.language), room, NAME, bold=True, line_height=NAME_LINE
        )
        high, told = text.text_height, self.told(setting.language)
        if told:
            high += setting.height(told, room, _NOTE, line_height=_NOTE_LINE) + 2
        return max(LEAST_HEIGHT, high + 2 * max(_LEAST_PAD_Y, setting.length(_PAD_Y)))

    def draw(self, x: float, y: float, w: float, h: float, setting: Setting) -> Group:
        """Return the card in its box; its shape has the id of the part and ``..box``."""
        theme, part, language = setting.theme, self.part, setting.language
        look = card_look(part, theme)
        paint = look.paint
        if self.bright:
            paint = Paint(paint.fill, theme.highlight, ROUTE_LINE, paint.dash)
        shape = Shape("rect", x, y, w, h, paint, radius=min(8.0, h / 4), id=f"{part.id}..box")
        nodes: list[Node] = [shape]
        side = _side(h, setting)
        pad = min(setting.length(_PAD), w * 0.06)
        centre = (x + pad + side / 2, y + h / 2)
        if self.number:
            nodes.append(_numbered(self, centre, side, look, setting))
        else:
            nodes.append(centred_icon(part_icon(part, setting.theme), *centre, side, look.accent))
        nodes += status_sign(part.status, x + w - 8, y + min(8.0, (h - MARK_SIZE) / 2), look.accent)
        for place, name in enumerate(self.marks):
            mark = (x + w - 12 - _MARK * (place + 0.5), y + h / 2)
            nodes.append(centred_icon(name, *mark, min(_MARK - 4, h - 6), look.accent, stroke=2))
        left, room = x + pad + side + setting.length(_GAP), _room(self, w, setting, h)
        nodes += self._texts(left, y, room, h, look, setting)
        kind = "impact" if isinstance(part, Margin) else part.kind
        title = self.title(language)
        described = part.text("description", language)
        return Group(part.id, tuple(nodes), part.id, kind, title, described)

    def _texts(
        self, x: float, y: float, w: float, h: float, look: Look, setting: Setting
    ) -> list[Node]:
        pad = max(_LEAST_PAD_Y, min(setting.length(_PAD_Y), h * 0.08))
        room = h - 2 * pad
        below, told = 0.0, self.told(setting.language)
        note = None
        if told:
            step = setting.size(_NOTE) * _NOTE_LINE
            wanted = setting.height(told, w, _NOTE, line_height=_NOTE_LINE)
            below = min(wanted, max(step, room - setting.size(NAME) * NAME_LINE))
            note = setting.placed(
                told, x, 0, w, _NOTE, h=below, colour=look.ink, line_height=_NOTE_LINE
            )
        name = setting.placed(
            self.title(setting.language), x, y + pad, w, NAME, h=room - below, bold=True,
            colour=look.ink, line_height=NAME_LINE, valign="middle",
        )  # fmt: skip
        if note is None:
            return [name]
        whole = name.text_height + note.text_height
        top = y + (h - whole) / 2
        return [
            name.at(x, top, h=name.text_height, valign="top"),
            note.at(x, top + name.text_height, h=note.text_height),
        ]


def card_look(part: Part, theme: Theme) -> Look:
    """Return how a card shows the kind and the status of its part."""
    status = part.status
    if isinstance(part, Resource):
        look = tinted_look(status, theme.resource, theme.resource_icon, theme)
        plain = status in (None, Status.OBSERVED, Status.DISPUTED)
        paint = Paint(theme.resource, theme.resource_line, 1.2) if plain else look.paint
        return Look(paint, theme.resource_text, theme.resource_icon)
    if isinstance(part, PrimaryActivity):
        return strong_look(status, theme.structure, theme, ink=theme.on_structure)
    if isinstance(part, Impact | Margin):
        harmful = isinstance(part, Impact) and part.sign is Sign.MINUS
        colour = theme.harms[0] if harmful else theme.impacts[0]
        return strong_look(status, colour, theme, ink=theme.on_impact, accent=theme.impact_icon)
    look = tinted_look(status, theme.structure_tint, theme.structure, theme)
    return Look(look.paint, theme.structure, theme.structure)


def _numbered(
    card: Card, centre: tuple[float, float], side: float, look: Look, setting: Setting
) -> Group:
    theme = setting.theme
    x, y = centre[0] - side / 2, centre[1] - side / 2
    ground = look.paint.fill or theme.paper
    tone = mixed_while(ground, look.ink, 0.16, look.ink, TEXT_CONTRAST)
    disc = Shape("ellipse", x, y, side, side, Paint(tone))
    text = fit_line(
        str(card.number), x, y, side, min(16.0, side * 0.56), min_size=10, h=side,
        **written(setting.options, bold=True, align="center", valign="middle", colour=look.ink),
    )  # fmt: skip
    return Group(f"{card.part.id}..number", (disc, text), role="number")


def _side(h: float, setting: Setting) -> float:
    return max(18.0, min(setting.length(_ICON), h - 8))


def _room(card: Card, w: float, setting: Setting, h: float = 1000.0) -> float:
    pad = min(setting.length(_PAD), w * 0.06)
    mark = MARK_ROOM if has_sign(card.part.status) else 0.0
    mark = max(mark, _MARK * len(card.marks) + 8 if card.marks else 0.0)
    return w - pad - _side(h, setting) - setting.length(_GAP) - mark - max(6.0, pad * 0.8)
