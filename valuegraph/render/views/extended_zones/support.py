"""The bands of the support activities: icon, name and who carries it, then what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import SupportActivity
from valuegraph.render.fit import joined
from valuegraph.render.icons import icon
from valuegraph.render.scene import Group, Node, Paint, Shape, Text
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    Look,
    has_sign,
    part_icon,
    status_sign,
    tinted_look,
)
from valuegraph.render.views.blocks.body import Line, Span
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.house import GAP, House
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.blocks.strip import strip

_NAME, _NAME_LINE = 18.5, 1.12
_CARRIER = 15.0
_ACTION, _ACTION_LINE, _ACTION_GAP = 16.0, 1.2, 3.0
_PAD_X, _PAD_Y = 18.0, 11.0
_RIGHT = 24.0  # from the actions to the slanted edge
_INSET = 3.0  # the least margin above and below texts that lack room
_ICON, _ICON_GAP = 30.0, 10.0
_NAME_SHARE, _LEAST_NAME, _MOST_NAME = 0.272, 110.0, 340.0
_BULLET, _BULLET_ROOM = 5.2, 14.0
_LEAST_BAND, _LEAST_ZONE = 34.0, 76.0
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class SupportZone:
    """The support activities, one band each."""

    content: Content
    house: House

    def count(self) -> int:
        """Return how many bands there are."""
        return len(self.content.support)

    def lines(self, setting: Setting, spans: Sequence[Span]) -> list[Line]:
        """Return what each band needs."""
        count = self.count()
        # However low the bands, the vertical title beside them must be read.
        least = max(setting.size(_NAME) * _NAME_LINE + 10, _LEAST_ZONE / count - GAP)
        found = []
        for place, (part, span) in enumerate(zip(self.content.support, spans, strict=True)):
            height = max(
                self._name_height(part, setting, span),
                self._actions_height(part, setting, span),
                setting.length(_LEAST_BAND),
            )
            need = height + 2 * setting.length(_PAD_Y)
            found.append(Line(max(need, least), least, GAP if place < count - 1 else 0))
        return found

    def draw(self, setting: Setting, spans: Sequence[Span]) -> tuple[Node, ...]:
        """Return the title of the zone and its bands."""
        title = strip("support", self.house.start, spans[0][0], spans[-1][1], setting.options)
        bands = (
            self._band(part, setting, span)
            for part, span in zip(self.content.support, spans, strict=True)
        )
        return (title, *bands)

    # ---- what stands where

    def _name_left(self, setting: Setting) -> float:
        return self.house.body + _PAD_X + _icon_side(setting) + _ICON_GAP

    def _name_width(self, span: Span, setting: Setting) -> float:
        house = self.house
        if not any(self.content.serving[part.id].told for part in self.content.support):
            return house.edge.least(*span) - self._name_left(setting) - 24
        share = (house.edge.x - house.body) * _NAME_SHARE * max(1.0, setting.scale)
        longest = max(
            max(
                setting.line(part.label(setting.language), _NAME, bold=True),
                setting.line(self.content.serving[part.id].carriers, _CARRIER),
            )
            for part in self.content.support
        )
        return min(_MOST_NAME, max(_LEAST_NAME, min(share, longest + 12)))

    def _actions_left(self, span: Span, setting: Setting) -> float:
        return self._name_left(setting) + self._name_width(span, setting) + 22

    def _actions_width(self, part: SupportActivity, span: Span, setting: Setting) -> float:
        signed = MARK_ROOM if has_sign(part.status) else 0
        return self.house.edge.least(*span) - self._actions_left(span, setting) - _RIGHT - signed

    # ---- measuring

    def _name_height(self, part: SupportActivity, setting: Setting, span: Span) -> float:
        width = self._name_width(span, setting)
        height = setting.height(
            part.label(setting.language), width, _NAME, bold=True, line_height=_NAME_LINE
        )
        carriers = self.content.serving[part.id].carriers
        if not carriers:
            return height
        # The line below keeps the line height of the name: both are one text.
        return height + setting.height(carriers, width, _CARRIER, line_height=_NAME_LINE)

    def _actions_height(self, part: SupportActivity, setting: Setting, span: Span) -> float:
        serving = self.content.serving[part.id]
        width = self._actions_width(part, span, setting) - _BULLET_ROOM
        heights = [
            setting.height(line, width, _ACTION, line_height=_ACTION_LINE) for line in serving.lines
        ]
        if serving.served:
            heights.append(
                setting.height(serving.served, width, _CARRIER, line_height=_ACTION_LINE)
            )
        return sum(heights) + setting.length(_ACTION_GAP) * max(0, len(heights) - 1)

    # ---- drawing

    def _band(self, part: SupportActivity, setting: Setting, span: Span) -> Group:
        theme, (top, bottom), left = setting.theme, span, self.house.body
        look = tinted_look(part.status, theme.structure_tint, theme.structure, theme)
        side = _icon_side(setting)
        size = min(side, bottom - top - 6)
        title = part.label(setting.language)
        outline = self.house.edge.block(left, top, bottom)
        corner = self.house.edge.least(top, bottom) - 10
        icon_left = left + _PAD_X - 3 + (side - size) / 2
        nodes: list[Node] = [
            Shape.polygon(outline, look.paint, radius=7, title=title),
            icon(
                part_icon(part, setting.theme),
                icon_left,
                (top + bottom - size) / 2,
                size,
                look.accent,
            ),
            self._named(part, setting, span, look),
            *self._acting(part, setting, span),
            *status_sign(part.status, corner, top + 8, look.accent),
        ]
        serving = self.content.serving[part.id]
        told = (part.text("description", setting.language), *serving.told)
        return Group(
            part.id,
            tuple(nodes),
            ref=part.id,
            role="support",
            title=f"{title} — {serving.carriers}" if serving.carriers else title,
            description="\n".join(text for text in told if text),
        )

    def _named(self, part: SupportActivity, setting: Setting, span: Span, look: Look) -> Text:
        """Return the name and, below it, who carries the activity."""
        theme, (top, bottom) = setting.theme, span
        colour = theme.structure if look.ink == theme.ink else look.ink
        x, width = self._name_left(setting), self._name_width(span, setting)
        label = part.label(setting.language)
        name = setting.block(label, width, _NAME, bold=True, colour=colour, line_height=_NAME_LINE)
        carriers = self.content.serving[part.id].carriers
        if carriers:
            name = joined(name, setting.block(carriers, width, _CARRIER, colour=theme.muted))
        room = bottom - top - 2 * _INSET
        if name.text_height <= room:
            return name.at(x, (top + bottom - name.text_height) / 2)
        return setting.placed(
            f"{label} — {carriers}" if carriers else label,
            x,
            top + _INSET,
            width,
            _NAME,
            h=room,
            bold=True,
            colour=colour,
            line_height=_NAME_LINE,
            valign="middle",
        )

    def _acting(self, part: SupportActivity, setting: Setting, span: Span) -> list[Node]:
        """Return the rule and, beside it, what the activity does and which ones it serves."""
        serving = self.content.serving[part.id]
        if not serving.told:
            return []
        theme, (top, bottom), x = setting.theme, span, self._actions_left(span, setting)
        pad = min(setting.length(12), (bottom - top) / 5)
        rule = Shape("rect", x - 18, top + pad, 1.4, bottom - top - 2 * pad,
                     Paint(theme.structure_rule), decorative=True)  # fmt: skip
        width = self._actions_width(part, span, setting)
        heights = [
            setting.height(line, width - _BULLET_ROOM, size, line_height=_ACTION_LINE)
            for line, size in self._sized(part)
        ]
        gap = setting.length(_ACTION_GAP)
        room = bottom - top - 2 * _INSET - gap * (len(heights) - 1)
        if sum(heights) > room:
            heights = list(levelled(heights, room))
            if min(heights) < setting.size(_ACTION) * _ACTION_LINE:
                text = setting.placed(
                    _SEPARATOR.join(serving.told), x, top + _INSET, width, _ACTION,
                    h=bottom - top - 2 * _INSET, line_height=_ACTION_LINE, valign="middle",
                )  # fmt: skip
                return [rule, text]
        nodes: list[Node] = [rule]
        y = (top + bottom - sum(heights) - gap * (len(heights) - 1)) / 2
        for (line, size), height in zip(self._sized(part), heights, strict=True):
            serves = size != _ACTION
            if not serves:
                side = _BULLET * max(1.0, setting.scale)
                first = y + (setting.size(size) * _ACTION_LINE - side) / 2
                bullet = Paint(theme.structure_bullet)
                nodes.append(Shape("ellipse", x, first, side, side, bullet, decorative=True))
            nodes.append(
                setting.placed(
                    line, x + _BULLET_ROOM, y, width - _BULLET_ROOM, size, h=height,
                    line_height=_ACTION_LINE, italic=serves,
                    colour=theme.muted if serves else theme.ink,
                )
            )  # fmt: skip
            y += height + gap
        return nodes

    def _sized(self, part: SupportActivity) -> list[tuple[str, float]]:
        serving = self.content.serving[part.id]
        lines = [(line, _ACTION) for line in serving.lines]
        return [*lines, (serving.served, _CARRIER)] if serving.served else lines


def _icon_side(setting: Setting) -> float:
    return max(_ICON, setting.length(_ICON))
