"""Short lists of parts with their icons: the resources of an activity, its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.impact import Output
from valuegraph.model.part import Part
from valuegraph.render.icons import icon
from valuegraph.render.scene import Group, Node, Text
from valuegraph.render.views.blocks.badges import part_icon
from valuegraph.render.views.blocks.setting import Setting

_TEXT_LINE = 1.12
_GAP = 4.0
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts named one below the other, each with its icon; many of them on common lines.

    Attributes:
        parts: what is named.
        name: the prefix of the groups' ids.
        colour, icon_colour: of the words and of the icons.
        size, icon_size: the usual sizes.
        bold: whether the words are bold.
    """

    parts: tuple[Part, ...]
    name: str
    colour: str
    icon_colour: str
    size: float = 16.5
    icon_size: float = 26.0
    bold: bool = True

    def height(self, width: float, setting: Setting) -> float:
        """Return the height that the list takes in ``width`` du."""
        room = self._room(width, setting)
        heights = [
            setting.height(
                _names(parts, setting.language), room, self.size, bold=self.bold,
                line_height=_TEXT_LINE,
            )
            for parts in self._rows
        ]  # fmt: skip
        return self._stacked(heights, setting)

    def least(self, setting: Setting) -> float:
        """Return the height of one line."""
        return setting.size(self.size) * _TEXT_LINE

    def drawn(
        self, x: float, top: float, width: float, height: float, setting: Setting
    ) -> list[Node]:
        """Return the list, centred in a height; shortened if it lacks room."""
        texts = self._texts(width, setting)
        taken = self._stacked([text.text_height for text in texts], setting)
        rows = self._rows
        if taken > height + 0.01 and len(rows) > 1:
            rows, texts = [self.parts], [self._text(self.parts, width, setting)]
            taken = self._stacked([text.text_height for text in texts], setting)
        y = top + max(0.0, height - taken) / 2
        nodes: list[Node] = []
        side = setting.length(self.icon_size)
        for number, (parts, text) in enumerate(zip(rows, texts, strict=True)):
            high = min(height, max(text.text_height, side if len(rows) == 1 else 0))
            size = min(side, high if len(rows) == 1 else text.size * 1.35)
            left = x + side + 10
            placed = text.at(left, y, h=high, valign="middle")
            if text.text_height > high + 0.01:
                placed = self._placed(parts, left, y, width, high, setting)
            first = icon(
                part_icon(parts[0], setting.theme), x + (side - size) / 2,
                y + (high - size) / 2, size, self.icon_colour,
            )  # fmt: skip
            nodes.append(self._group(number, parts, (first, placed), setting))
            y += high + setting.length(_GAP)
        return nodes

    @property
    def _rows(self) -> list[tuple[Part, ...]]:
        if len(self.parts) > _MOST_ROWS:
            return [self.parts]
        return [(part,) for part in self.parts]

    def _texts(self, width: float, setting: Setting) -> list[Text]:
        return [self._text(parts, width, setting) for parts in self._rows]

    def _text(self, parts: Sequence[Part], width: float, setting: Setting) -> Text:
        room = self._room(width, setting)
        return setting.block(
            _names(parts, setting.language), room, self.size, bold=self.bold,
            colour=self.colour, line_height=_TEXT_LINE,
        )  # fmt: skip

    def _placed(
        self, parts: Sequence[Part], x: float, y: float, width: float, h: float, setting: Setting
    ) -> Text:
        room = self._room(width, setting)
        return setting.placed(
            _names(parts, setting.language), x, y, room, self.size, h=h, bold=self.bold,
            colour=self.colour, line_height=_TEXT_LINE, valign="middle",
        )  # fmt: skip

    def _stacked(self, heights: Sequence[float], setting: Setting) -> float:
        if len(heights) == 1:
            return max(heights[0], setting.length(self.icon_size))
        return sum(heights) + setting.length(_GAP) * (len(heights) - 1)

    def _room(self, width: float, setting: Setting) -> float:
        return width - setting.length(self.icon_size) - 10

    def _group(
        self, number: int, parts: Sequence[Part], nodes: tuple[Node, ...], setting: Setting
    ) -> Group:
        single = parts[0].id if len(parts) == 1 else ""
        return Group(
            f"{self.name}-{number}",
            nodes,
            ref=single,
            role=parts[0].kind,
            title=_names(parts, setting.language),
            data=(("parts", " ".join(part.id for part in parts)),) if not single else (),
        )


def _names(parts: Sequence[Part], language: str) -> str:
    return ", ".join(_name(part, language) for part in parts)


def _name(part: Part, language: str) -> str:
    if isinstance(part, Output) and part.amount:
        return f"{part.label(language)} ({part.amount.to_text(language)})"
    return part.label(language)
