"""The drawing fitted to the page: the largest letters for which the whole graph has room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Part
from valuegraph.render.fit import SIZE_FLOOR, largest_scale
from valuegraph.render.scene import Point
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import (
    NAME_SIZE,
    Tile,
    part_tile,
    splits_words,
    tile_height,
    tone_of,
)
from valuegraph.render.views.network_zones.graph import Graph
from valuegraph.render.views.network_zones.layout import Layout, Spacing, laid_out
from valuegraph.render.words import say

_MOST_STRETCH, _MOST_STRETCH_LARGE = 1.6, 2.4  # of one direction against the other
_LARGEST = 1.3

LEAST_HEIGHT, LEAST_WIDTH = 12.4, 34.0
"""A node smaller than that has no words: the annex names it."""

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A size of letters to try: the scale, the width of the nodes, how far they stand apart."""

    scale: float
    width: float
    highest: float
    spacing: Spacing


_SMALL = (
    _Draft(1.0, 178, 110, Spacing(24, 66)),
    _Draft(1.05, 142, 128, Spacing(14, 54)),
    _Draft(0.95, 108, 128, Spacing(9, 54)),
    _Draft(0.75, 128, 84, Spacing(9, 46)),
)
_LARGE = (_Draft(0.63, 122, 30, Spacing(6, 44)), _Draft(0.63, 110, 13.5, Spacing(1.2, 40)))
_SMALL_UP_TO = 60  # nodes: a large graph needs no large letters tried
_GOOD = 0.95  # the scale of letters at which no other draft is tried
_WITH_CUT_WORDS = 0.65
_AGAINST_THE_PAGE = 0.85  # what letters are worth where layers run across the narrow side


@dataclass(frozen=True, slots=True)
class Plan:
    """The boxes of the nodes, the curves of the edges and the slots of badges, on the page."""

    cards: tuple[Tile, ...]
    boxes: tuple[Area, ...]
    curves: tuple[tuple[Point, ...], ...]
    slots: tuple[Point | None, ...]
    setting: Setting
    shrunk: float
    down: bool


def planned(graph: Graph, chain: ValueChain, area: Area, options: ViewOptions) -> Plan:
    """Return the graph laid out in ``area`` (left, top, width, height).

    Of several drafts the one with the largest letters is taken; what cannot be read in it is for
    the annex.
    """
    upright = options.page.height > options.page.width
    small = len(graph.nodes) <= _SMALL_UP_TO
    badges = [len(edge.circuits) + edge.negative for edge in graph.edges]
    best: tuple[float, Plan] | None = None
    for draft in _SMALL if small else _LARGE:
        setting = Setting(options, draft.scale)
        cards = tuple(node_card(node, setting) for node in graph.nodes)
        sizes = _sizes(cards, draft, setting)
        for down in (upright, not upright) if small else (upright,):
            found = laid_out(graph, sizes, badges, draft.spacing, down=down,
                             language=options.language)  # fmt: skip
            stretch = _MOST_STRETCH if small else _MOST_STRETCH_LARGE
            plan = _on_page(found, cards, sizes, area, setting, down=down, stretch=stretch)
            worth = plan.setting.scale * (1 if down == upright else _AGAINST_THE_PAGE)
            if any(
                splits_words(card, box[2], plan.setting)
                for card, box in zip(cards, plan.boxes, strict=True)
            ):
                worth *= _WITH_CUT_WORDS  # fmt: skip
            if not small:  # what counts is that a line fits in the lowest node
                worth = min(box[3] for box in plan.boxes) / LEAST_HEIGHT
            if best is None or worth > best[0]:
                best = (worth, plan)
        if best and best[0] >= _GOOD:
            break
    if best is None:
        raise AssertionError("there is always a draft")
    return _whole_words(best[1])


def _whole_words(plan: Plan) -> Plan:
    """Return the plan without the icons for whose sake a word would be cut."""

    def kept(card: Tile, width: float) -> Tile:
        bare = replace(card, icon="")
        split, still = (splits_words(each, width, plan.setting) for each in (card, bare))
        return bare if split and not still else card

    pairs = zip(plan.cards, plan.boxes, strict=True)
    return replace(plan, cards=tuple(kept(card, box[2]) for card, box in pairs))


def node_card(node: Part | str, setting: Setting) -> Tile:
    """Return the card of a node; ``chain`` is the whole chain."""
    if isinstance(node, Part):
        card = part_tile(node, setting)
        return replace(card, shape="home_plate") if node.kind == "activity" else card
    words = say("whole chain", setting.language)
    return Tile(WHOLE_CHAIN, "chain", words, tone_of("chain", setting.theme), icon="layers")


def _sizes(
    cards: Sequence[Tile], draft: _Draft, setting: Setting
) -> tuple[tuple[float, float], ...]:
    return tuple(
        (draft.width, min(draft.highest, tile_height(card, draft.width, setting))) for card in cards
    )


def _on_page(
    found: Layout,
    cards: tuple[Tile, ...],
    sizes: Sequence[tuple[float, float]],
    area: Area,
    setting: Setting,
    *,
    down: bool,
    stretch: float,
) -> Plan:
    left, top, width, height = area
    across, along = width / max(1.0, found.width), height / max(1.0, found.height)
    least = min(across, along, _LARGEST)
    across, along = (min(each, least * stretch) for each in (across, along))
    x0 = left + (width - found.width * across) / 2
    y0 = top + (height - found.height * along) / 2

    def on_page(point: Point) -> Point:
        return x0 + point[0] * across, y0 + point[1] * along

    boxes = []
    for (cx, cy), (w, h) in zip(map(on_page, found.centres), sizes, strict=True):
        boxes.append((cx - w * across / 2, cy - h * along / 2, w * across, h * along))
    usual = setting.scale * least
    return Plan(
        cards,
        tuple(boxes),
        tuple(tuple(map(on_page, curve)) for curve in found.curves),
        tuple(on_page(slot) if slot else None for slot in found.slots),
        replace(setting, scale=_lettered(cards, boxes, usual, setting)),
        math.sqrt(across * along),
        down,
    )


def _lettered(
    cards: Sequence[Tile], boxes: Sequence[Area], usual: float, setting: Setting
) -> float:
    """Return the largest scale of letters, from the usual one up, that suits every box."""

    def build(scale: float) -> tuple[float, float]:
        larger = replace(setting, scale=scale)
        pairs = tuple(zip(cards, boxes, strict=True))
        over = max(tile_height(card, box[2], larger) - box[3] for card, box in pairs)
        cut = any(splits_words(card, box[2], larger) for card, box in pairs)
        return scale, max(over, 1.0) if cut else over

    if usual < SIZE_FLOOR / NAME_SIZE:
        return usual
    fitted = largest_scale(build, low=usual, high=usual * _MOST_STRETCH)
    return fitted.scale if fitted.overflow <= 0 else usual
