"""One chain as a compact house: its name, resources, activities as chevrons, and impacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Part
from valuegraph.render.fit import fit_box
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.views.blocks.badges import undiscussed
from valuegraph.render.views.blocks.column import within
from valuegraph.render.views.blocks.lettering import caption, written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import (
    LEAST_TILE,
    Tile,
    cuts_words,
    draw_tile,
    part_tile,
    tile_height,
    tone_of,
)
from valuegraph.render.words import say

HEAD = 46.0
_PAD, _GAP, _CARD_GAP = 12.0, 10.0, 7.0
_CAPTION, _CAPTION_SIZE = 22.0, 12.0
_SHARES = (0.31, 0.36, 0.33)
_MOST_GROWTH = 5.0
_CUT = 1000.0
_PEOPLE = 40.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class House:
    """A chain drawn: its nodes, the boxes of its cards by id, and what found no room."""

    group: Group
    boxes: dict[str, Box]
    left_out: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    words: str
    parts: tuple[Part, ...]
    x: float
    w: float


def frame_of(number: int) -> str:
    """Return the id of the frame of a chain's house."""
    return f"zone..chain{number}..frame"


def card_id(number: int, ref: str) -> str:
    """Return the id of a card in a chain's house: two chains may have the same parts."""
    return f"chain{number}..{ref}"


def draw_house(
    chain: ValueChain, number: int, actors: Sequence[Actor], box: Box, setting: Setting
) -> House:
    """Return the house of chain ``number`` in its box; ``actors`` are those of this chain alone.

    Ids on the sheet begin with the chain's number, since two chains may have the same parts.
    """
    x, y, w, h = box
    options, theme = setting.options, setting.theme
    name = chain.about.label(options.language) or say("untitled", options.language)
    ground = Shape("rect", x, y, w, h, Paint(theme.frame, theme.frame_line, 1.6, (1.6, 6)),
                   radius=14, id=frame_of(number))  # fmt: skip
    head = Shape("home_plate", x, y, w, HEAD, Paint(theme.structure), radius=7, depth=16)
    title = fit_box(name, x + 16, y, w - 44, 19, h=HEAD,
                    **written(options, bold=True, colour=theme.on_structure, valign="middle",
                              line_height=1.1))  # fmt: skip
    people = _PEOPLE if actors else 0.0
    top = y + HEAD + _GAP
    bottom = y + h - people - _PAD
    nodes: list[Node] = [ground, Group(f"zone..chain{number}..name", (head, title), role="title")]
    boxes: dict[str, Box] = {"": box}
    left_out: list[Part] = []
    for column in _columns(chain, x, w, setting):
        drawn, found, rest = _draw(column, number, top, bottom, setting)
        nodes += drawn
        boxes.update(found)
        left_out += rest
    if actors:
        nodes.append(_people(actors, number, (x + _PAD, y + h - people - 4, w - 2 * _PAD, people),
                             setting))  # fmt: skip
    group = Group(f"chain{number}", tuple(nodes), ref=WHOLE_CHAIN, role="chain", title=name,
                  description=chain.about.text("description", options.language),
                  data=(("chain", str(number + 1)),))  # fmt: skip
    return House(group, boxes, tuple(left_out))


def needed(chain: ValueChain, actors: Sequence[Actor], w: float, setting: Setting) -> float:
    """Return the height that a house needs to show all of its words."""
    heights = []
    for column in _columns(chain, 0, w, setting):
        cards = [_card(column, part, setting) for part in column.parts]
        needs = [tile_height(card, column.w, setting) for card in cards] or [60.0]
        # Letters that cut words are too large.
        cut = any(cuts_words(card, column.w, setting) for card in cards)
        heights.append(sum(needs) + _CARD_GAP * (len(needs) - 1) + (_CUT if cut else 0.0))
    return HEAD + _GAP + _CAPTION + max(heights) + _PAD + (_PEOPLE if actors else 0)


def _columns(chain: ValueChain, x: float, w: float, setting: Setting) -> tuple[_Column, ...]:
    room = w - 2 * _PAD - 2 * _GAP
    widths = [room * share for share in _SHARES]
    results = (*chain.outputs, *chain.impacts, *chain.margin)
    told = (
        ("resource", "resources", chain.resources),
        ("activity", "activities", chain.activities),
        ("impact", "impacts in short", results),
    )
    columns, left = [], x + _PAD
    for (kind, words, parts), width in zip(told, widths, strict=True):
        columns.append(_Column(kind, say(words, setting.language), tuple(parts), left, width))
        left += width + _GAP
    return tuple(columns)


def _card(column: _Column, part: Part, setting: Setting) -> Tile:
    card = part_tile(part, setting)
    if column.kind == "resource":
        return replace(card, shape="home_plate")
    if column.kind == "activity":
        return replace(card, shape="home_plate" if part == column.parts[0] else "chevron")
    return replace(card, shape="home_plate")


def _draw(
    column: _Column, number: int, top: float, bottom: float, setting: Setting
) -> tuple[list[Node], dict[str, Box], tuple[Part, ...]]:
    """Return a column's caption and cards, where each stands, and the parts without room."""
    options = setting.options
    nodes: list[Node] = [
        caption(column.words, column.x, top, column.w, _CAPTION_SIZE, options,
                colour=setting.theme.frame_label)
    ]  # fmt: skip
    top += _CAPTION
    room = bottom - top
    most = max(1, int((room + _CARD_GAP) / (LEAST_TILE + _CARD_GAP)))
    parts = column.parts
    rest: tuple[Part, ...] = ()
    if len(parts) > most:
        parts, rest = parts[: most - 1], parts[most - 1 :]
    cards = [_card(column, part, setting) for part in parts]
    if rest:
        more = say("more in the annex", options.language, count=len(rest))
        tone = tone_of("other", setting.theme)
        cards.append(Tile("", "more", more, tone, bold=False, parts=tuple(p.id for p in rest)))
    if not cards:
        paint = undiscussed(setting.theme)
        words = fit_box(say("nothing named", options.language), column.x + 8, top, column.w - 16,
                        14, h=min(room, 60.0),
                        **written(options, italic=True, colour=setting.theme.frame_label,
                                  align="center", valign="middle"))  # fmt: skip
        place = Shape("rect", column.x, top, column.w, min(room, 60.0), paint, radius=7)
        empty = Group(
            f"zone..chain{number}..{column.kind}..none", (place, words), role="placeholder"
        )
        return [*nodes, empty], {}, ()
    needs = [tile_height(card, column.w, setting) for card in cards]
    free = room - _CARD_GAP * (len(cards) - 1)
    factor = max(1.0, min(_MOST_GROWTH, free / sum(needs)))
    heights = within([need * factor for need in needs], room, gap=_CARD_GAP)
    boxes: dict[str, Box] = {}
    for card, height in zip(cards, heights, strict=True):
        group_id = card_id(number, card.ref or column.kind + "..more")
        nodes.append(draw_tile(card, column.x, top, column.w, height, setting, id=group_id))
        boxes[card.ref or column.kind + "..more"] = (column.x, top, column.w, height)
        top += height + _CARD_GAP
    return nodes, boxes, tuple(rest)


def _people(actors: Sequence[Actor], number: int, box: Box, setting: Setting) -> Group:
    """Return the actors of one chain alone, on the last lines of its house."""
    x, y, w, h = box
    options, theme = setting.options, setting.theme
    title = say("stakeholders", options.language)
    names = ", ".join(actor.label(options.language) for actor in actors)
    words = say("told of", options.language, what=title, text=names)
    text = fit_box(words, x, y, w, 13, h=h,
                   **written(options, colour=theme.frame_label, valign="middle"))  # fmt: skip
    ids = " ".join(actor.id for actor in actors)
    return Group(f"zone..chain{number}..actors", (text,), role="stakeholders", title=title,
                 data=(("parts", ids),))  # fmt: skip
