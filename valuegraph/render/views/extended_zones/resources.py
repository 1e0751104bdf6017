"""The resources at the left: one card each, pointing to the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.resource import Resource
from valuegraph.render.fit import SIZE_FLOOR, largest_scale
from valuegraph.render.icons import icon
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import has_sign, part_icon, status_sign, tinted_look
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.house import INSET, House
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.words import say

LEAST_CARD = 34.0
"""The least height in du of a card that can be read."""

_POINT = 18.0
_GAP, _LEAST_GAP = 12.0, 6.0
_NAME, _NAME_LINE = 16.5, 1.15
_ICON, _ICON_GAP = 38.0, 10.0
_FLAT_ICON, _FLAT_GAP = 24.0, 7.0
_PAD = 8.0
_LOOP = 15.0
_LOWEST = SIZE_FLOOR / _NAME
_FLAT_BELOW = 0.85


def most_cards(house: House) -> int:
    """Return how many cards can be read beside the house."""
    height = house.edge.bottom - house.edge.top
    return max(1, int((height + _LEAST_GAP) / (LEAST_CARD + _LEAST_GAP)))


def resource_cards(
    content: Content, house: House, options: ViewOptions, *, largest: float
) -> Group:
    """Return the cards of the resources, of the same height, at the left of the house."""
    cards = _Cards(content, house, options)

    def fit(*, flat: bool) -> tuple[float, float, bool]:
        def build(scale: float) -> tuple[None, float]:
            setting = Setting(options, scale)
            needs = (cards.need(part, setting, flat=flat) for part in content.resources)
            return None, max(needs) - cards.height

        fitted = largest_scale(build, low=_LOWEST, high=largest, step=0.05)
        return -fitted.overflow, fitted.scale, flat

    best = fit(flat=False)
    if best[1] < _FLAT_BELOW:
        best = max(best, fit(flat=True))
    setting = Setting(options, best[1])
    nodes = [
        cards.card(place, part, setting, flat=best[2])
        for place, part in enumerate(content.resources)
    ]
    return Group(
        "zone..resources",
        tuple(nodes),
        role="resources",
        title=say("ecosystem", options.language),
    )


@dataclass(frozen=True, slots=True)
class _Cards:
    content: Content
    house: House
    options: ViewOptions

    @property
    def gap(self) -> float:
        return _GAP if len(self.content.resources) <= 5 else _LEAST_GAP

    @property
    def height(self) -> float:
        edge, count = self.house.edge, len(self.content.resources)
        return (edge.bottom - edge.top - self.gap * (count - 1)) / count

    def need(self, part: Resource, setting: Setting, *, flat: bool) -> float:
        """Return the height that a card needs."""
        name = setting.height(
            part.label(setting.language),
            self._room(part, setting, flat=flat),
            _NAME,
            bold=True,
            line_height=_NAME_LINE,
        )
        if flat:
            return max(name, setting.length(_FLAT_ICON)) + 8
        return setting.length(_ICON) + _ICON_GAP + name + 20

    def card(self, place: int, part: Resource, setting: Setting, *, flat: bool) -> Group:
        """Return one card."""
        theme, house = setting.theme, self.house
        look = tinted_look(part.status, theme.resource, theme.resource_icon, theme)
        ink = theme.resource_text if look.ink == theme.ink else look.ink
        paint = (
            look.paint if look.paint.stroke else Paint(look.paint.fill, theme.resource_line, 1.2)
        )
        left, height = house.left + INSET, self.height
        top = house.edge.top + place * (height + self.gap)
        middle = top + height / 2
        title = part.label(setting.language)
        shape = Shape(
            "home_plate", left, top, house.cards + _POINT, height, paint, radius=7,
            depth=min(_POINT, height / 2), title=title,
        )  # fmt: skip
        room = self._room(part, setting, flat=flat)
        nodes: list[Node] = [shape]
        if flat:
            size = setting.length(_FLAT_ICON)
            nodes.append(
                icon(
                    part_icon(part, setting.theme),
                    left + _PAD,
                    middle - size / 2,
                    size,
                    look.accent,
                )
            )
            nodes.append(
                setting.placed(
                    title, left + _PAD + size + _FLAT_GAP, top + 3, room, _NAME, h=height - 6,
                    valign="middle", bold=True, colour=ink, line_height=_NAME_LINE,
                )
            )  # fmt: skip
        else:
            size = setting.length(_ICON)
            most = height - size - _ICON_GAP - 12
            name = setting.placed(
                title, left + _PAD, 0, room, _NAME, h=most, align="center", bold=True, colour=ink,
                line_height=_NAME_LINE,
            )  # fmt: skip
            total = size + _ICON_GAP + name.text_height
            y = middle - total / 2
            nodes.append(
                icon(part_icon(part, setting.theme), left + (house.cards - size) / 2, y, size,
                     look.accent, stroke=1.5)
            )  # fmt: skip
            nodes.append(name.at(left + _PAD, y + size + _ICON_GAP, h=name.text_height))
        nodes += self._corner(part, left, top, look.accent, flat=flat)
        return Group(
            part.id,
            tuple(nodes),
            ref=part.id,
            role="resource",
            title=title,
            description=part.text("description", setting.language),
        )

    def _room(self, part: Resource, setting: Setting, *, flat: bool) -> float:
        if not flat:
            return self.house.cards - 2 * _PAD
        aside = setting.length(_FLAT_ICON) + _FLAT_GAP
        return self.house.cards - _PAD - aside - (_LOOP + 2 if self._signed(part) else 0)

    def _signed(self, part: Resource) -> bool:
        return part.id in self.content.renewed or has_sign(part.status)

    def _corner(
        self, part: Resource, left: float, top: float, colour: str, *, flat: bool
    ) -> Sequence[Shape]:
        """Return the sign of the status, or that impacts renew the resource."""
        right = left + self.house.cards - (0 if flat else 2)
        y = top + (4 if flat else 9)
        sign = status_sign(part.status, right, y, colour, size=_LOOP)
        if sign or part.id not in self.content.renewed:
            return sign
        return (icon("loop", right - _LOOP, y, _LOOP, colour, stroke=2),)
