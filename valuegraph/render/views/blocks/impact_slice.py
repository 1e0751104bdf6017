"""What stands in the slices of the arrow: icon, name, and what an impact does to resources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact, Margin
from valuegraph.model.part import Part
from valuegraph.render.fit import SIZE_FLOOR, Fitted, largest_scale
from valuegraph.render.icons import icon
from valuegraph.render.scene import Node, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import MARK_ROOM, Look, has_sign, judged, part_icon
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.words import say

_NAME, _NAME_LINE = 18.5, 1.17
_NOTE, _NOTE_LINE, _NOTE_GAP = 14.0, 1.15, 6.0
_ICON, _ICON_GAP = 36.0, 10.0
_FLAT_ICON, _LEAST_ICON = 26.0, 19.0
_PAD_X, _PAD_Y = 18.0, 9.0
_LEAST_WIDTH = 60.0
_CUT_COST = 1000.0
_LOWEST = SIZE_FLOOR / _NAME
_FLAT_BELOW = 0.8  # a scale below which the icon goes beside the text
_RETURNS_ABOVE = 0.75  # a scale below which what is renewed is left to the tooltip


@dataclass(frozen=True, slots=True)
class Spot:
    """The room of one slice: its heights, and how far its slanted sides let a text go."""

    top: float
    bottom: float
    left: Callable[[float, float], float]
    right: Callable[[float, float], float]

    @property
    def middle(self) -> float:
        """The height half-way down."""
        return (self.top + self.bottom) / 2

    @property
    def room(self) -> float:
        """The height that texts and icon may take."""
        height = self.bottom - self.top
        return height - 2 * min(_PAD_Y, height / 9)


@dataclass(frozen=True, slots=True)
class Slice:
    """One impact or margin: its look, its place, and the lines below its name.

    ``judged`` says a loss, ``returned`` what it renews or depletes (left out where room lacks).
    """

    part: Impact | Margin
    look: Look
    spot: Spot
    title: str
    judged: tuple[str, ...]
    returned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """What a slice holds at one scale, stacked from its top; ``x`` is where the icon begins."""

    x: float
    name: Text
    notes: tuple[Text, ...]
    icon: float
    height: float


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to fill the slices: icons beside the names or above, with or without returns."""

    flat: bool
    returns: bool


def effects(
    chain: ValueChain, part: Part, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what an impact is judged to be, and what it renews and depletes, in words."""
    sign = judged(part, language)
    returned = []
    for kind, word in (("regenerates", "renews"), ("depletes", "depletes")):
        ends = [chain.find(link.end) for link in chain.outgoing(part, kind)]
        names = dict.fromkeys(end.label(language) for end in ends if isinstance(end, Part))
        if names:
            returned.append(say(word, language, names=", ".join(names)))
    return (sign,) if sign else (), tuple(returned)


def drawn_slices(
    slices: Sequence[Slice], options: ViewOptions, largest: float
) -> list[tuple[Node, ...]]:
    """Return what stands in each slice, all at the largest scale that fits the fullest one."""
    way, fitted = _fitted(slices, options, largest)
    setting = Setting(options, fitted.scale)
    return [
        _drawn(each, content, setting, way)
        for each, content in zip(slices, fitted.layout, strict=True)
    ]


def _fitted(
    slices: Sequence[Slice], options: ViewOptions, largest: float
) -> tuple[_Way, Fitted[list[_Content]]]:
    def fit(way: _Way) -> tuple[_Way, Fitted[list[_Content]]]:
        def build(scale: float) -> tuple[list[_Content], float]:
            setting = Setting(options, scale)
            contents = [_content(each, setting, way) for each in slices]
            overflows = (
                content.height - each.spot.room
                for each, content in zip(slices, contents, strict=True)
            )
            return contents, max(overflows)

        return way, largest_scale(build, low=_LOWEST, high=largest, step=0.05)

    found = fit(_Way(flat=False, returns=True))
    if found[1].scale >= _FLAT_BELOW:
        return found
    without = fit(_Way(flat=False, returns=False))
    if without[1].scale >= _FLAT_BELOW:
        return found if found[1].scale >= _RETURNS_ABOVE else without
    flat = fit(_Way(flat=True, returns=True))
    if flat[1].scale < _RETURNS_ABOVE:
        flat = fit(_Way(flat=True, returns=False))
    if without[1].overflow and flat[1].overflow:
        return flat  # icons beside the names leave shortened ones the most room
    return max((without, flat), key=lambda each: (-each[1].overflow, each[1].scale))


def _content(each: Slice, setting: Setting, way: _Way) -> _Content:
    """Return what a slice holds; the slanted sides leave a higher text less width."""
    spot = each.spot
    most = (spot.bottom - spot.top) / 2
    half = most * 0.6
    while True:
        left = spot.left(spot.middle - half, spot.middle + half) + _PAD_X
        right = spot.right(spot.middle - half, spot.middle + half) - _PAD_X
        content = _stacked(each, left, max(_LEAST_WIDTH, right - left), setting, way)
        if content.height / 2 <= half or half >= most:
            return content
        half = min(most, max(content.height / 2, half * 1.25))


def _stacked(each: Slice, left: float, width: float, setting: Setting, way: _Way) -> _Content:
    signed = MARK_ROOM if way.flat and has_sign(each.part.status) else 0.0
    size = max(_LEAST_ICON, setting.length(_FLAT_ICON)) if way.flat else setting.length(_ICON)
    aside = size + _ICON_GAP if way.flat else 0.0
    room = width - aside - signed
    name = setting.block(
        each.title, room, _NAME, bold=True, colour=each.look.ink, line_height=_NAME_LINE
    )
    told = (*each.judged, *(each.returned if way.returns else ()))
    notes = tuple(_note(note, room, setting, each.look.accent) for note in told)
    height = name.text_height + _below(notes, setting)
    if setting.cuts(each.title, room, _NAME, bold=True):
        height += _CUT_COST
    height = max(height, size) if way.flat else height + size + setting.length(_ICON_GAP)
    return _Content(left, name.at(left + aside, 0), notes, size, height)


def _note(note: str, room: float, setting: Setting, colour: str) -> Text:
    """Return a note; one of two lines parts after its colon if the names stay whole so."""
    text = setting.block(note, room, _NOTE, colour=colour, line_height=_NOTE_LINE)
    verb, colon, names = note.partition(": ")
    if len(text.lines) != 2 or not names:
        return text
    parted = setting.block(
        f"{verb}{colon.strip()}\n{names}", room, _NOTE, colour=colour, line_height=_NOTE_LINE
    )
    return parted if len(parted.lines) == 2 else text


def _below(notes: Sequence[Text], setting: Setting) -> float:
    gap = setting.length(_NOTE_GAP) if notes else 0.0
    return gap + sum(note.text_height for note in notes)


def _drawn(each: Slice, content: _Content, setting: Setting, way: _Way) -> tuple[Node, ...]:
    spot, look, name = each.spot, each.look, content.name
    height = min(content.height, spot.room)
    y = spot.middle - height / 2
    symbol = part_icon(each.part, setting.theme)
    if way.flat:
        sign = icon(symbol, content.x - 2, spot.middle - content.icon / 2, content.icon,
                    look.accent)  # fmt: skip
        texts = name.text_height + _below(content.notes, setting)
        y = spot.middle - min(texts, spot.room) / 2
    else:
        sign = icon(symbol, content.x - 3, y, content.icon, look.accent, stroke=1.6)
        y += content.icon + setting.length(_ICON_GAP)
    bottom = spot.middle + spot.room / 2
    high = min(name.text_height, bottom - y - _below(content.notes, setting))
    name = setting.placed(
        each.title, name.x, y, name.w, _NAME, h=high, bold=True, colour=look.ink,
        line_height=_NAME_LINE,
    )  # fmt: skip
    nodes: list[Node] = [sign, name]
    y += name.text_height + setting.length(_NOTE_GAP)
    for note in content.notes:
        nodes.append(note.at(name.x, y))
        y += note.text_height
    return tuple(nodes)
