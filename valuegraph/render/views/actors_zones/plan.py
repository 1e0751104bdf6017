"""Which actors stand at which side of which sheet, how high, and what stands in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Part
from valuegraph.render.page import Page
from valuegraph.render.views.actors_zones.cards import actor_card, flow_card, hub_card
from valuegraph.render.views.actors_zones.flows import Flow
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import cuts_words, tile_height

ROW_GAP = 6.0
BLOCK_GAP = 12.0
HUB_GAP = 10.0
BLOCK_PAD = 7.0

_KINDS = ("resource", "support", "activity", "output", "impact", "margin")  # from top to bottom
_WIDE = 1200.0
_MOST_CARD = 0.5  # of a sheet, what one card may take


@dataclass(frozen=True, slots=True)
class Lanes:
    """The left side and the width of the three columns."""

    left: tuple[float, float]
    middle: tuple[float, float]
    right: tuple[float, float]


def lanes_on(page: Page) -> Lanes:
    """Return the columns of a sheet."""
    wide = page.width >= _WIDE
    side, middle = (416.0, 236.0) if wide else (296.0, 168.0)
    centre = (page.width - middle) / 2
    return Lanes((MARGIN, side), (centre, middle), (page.width - MARGIN - side, side))


@dataclass(frozen=True, slots=True)
class Block:
    """One actor with its rows on one sheet, and their heights."""

    actor: Actor
    head: float
    flows: tuple[Flow, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the whole block."""
        rows = sum(self.heights) + ROW_GAP * len(self.heights)
        return self.head + rows + (2 * BLOCK_PAD if self.heights else 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The blocks of one sheet, left and right, and the hubs between them with their heights."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    hubs: tuple[Part | str, ...]
    hub_heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the tallest column."""
        return max(
            stacked([block.height for block in self.left], BLOCK_GAP),
            stacked([block.height for block in self.right], BLOCK_GAP),
            stacked(self.hub_heights, HUB_GAP),
        )


class Planner:
    """Measures actors and hubs at one scale and deals them over sheets."""

    def __init__(
        self,
        chain: ValueChain,
        flows: Mapping[str, tuple[Flow, ...]],
        totals: Mapping[str, str],
        room: float,
        setting: Setting,
    ) -> None:
        self.chain, self.flows, self.totals = chain, flows, totals
        self.room, self.setting = room, setting
        self.lanes = lanes_on(setting.options.page)
        self.order = [WHOLE_CHAIN, *(part.id for kind in _KINDS for part in chain.parts(kind))]

    def sheet(
        self, left: Sequence[Block], right: Sequence[Block], extra: Sequence[str] = ()
    ) -> Sheet:
        """Return a sheet with these blocks and every hub that they join, and ``extra`` ones."""
        ids = {hub for block in (*left, *right) for flow in block.flows for hub in flow.hubs}
        hubs = self._hubs(ids | set(extra))
        return Sheet(tuple(left), tuple(right), hubs, tuple(self.hub_height(hub) for hub in hubs))

    def block(self, actor: Actor, flows: Sequence[Flow]) -> Block:
        """Return one actor's block, measured."""
        width, most = self.lanes.left[1], self.room * _MOST_CARD
        both = len({flow.gives for flow in self.flows[actor.id]}) > 1
        head = tile_height(actor_card(actor, self.totals.get(actor.id, ""), self.setting),
                           width, self.setting)  # fmt: skip
        rows = tuple(
            min(most - 20, tile_height(flow_card(flow, self.chain, self.setting, both=both),
                                       width - 2 * BLOCK_PAD, self.setting))
            for flow in flows
        )  # fmt: skip
        return Block(actor, min(head, most - 40), tuple(flows), rows)

    def hub_height(self, hub: Part | str) -> float:
        """Return the height of a card in the middle."""
        card = hub_card(hub, self.chain, self.setting)
        return min(tile_height(card, self.lanes.middle[1], self.setting), self.room * _MOST_CARD)

    def on_one(self, actors: Sequence[Actor]) -> Sheet:
        """Return everything on one sheet, however high."""
        blocks = [self.block(actor, self.flows[actor.id]) for actor in actors]
        left, right = self._sides(blocks)
        return self.sheet(left, right, [part.id for part in self.chain.activities])

    def cuts(self, sheet: Sheet) -> bool:
        """Tell whether the letters are so large that a word in the middle is cut."""
        width = self.lanes.middle[1]
        return any(cuts_words(hub_card(hub, self.chain, self.setting), width, self.setting)
                   for hub in sheet.hubs)  # fmt: skip

    def dealt(self, actors: Sequence[Actor]) -> list[Sheet]:
        """Return sheets that each hold as many rows and hubs as their height allows."""
        sheets: list[Sheet] = []
        run: list[Block] = []
        for actor in actors:
            left = list(self.flows[actor.id])
            taken: list[Flow] = []
            while left:
                grown = [*run, self.block(actor, [*taken, left[0]])]
                if self._fits(grown):
                    taken.append(left.pop(0))
                elif taken or run:
                    run += [self.block(actor, taken)] if taken else []
                    sheets.append(self.sheet(*self._sides(run)))
                    run, taken = [], []
                else:
                    taken.append(left.pop(0))
            run += [self.block(actor, taken)] if taken else []
        if run:
            sheets.append(self.sheet(*self._sides(run)))
        return self._with_lonely(sheets)

    def _with_lonely(self, sheets: list[Sheet]) -> list[Sheet]:
        """Add the activities that no actor is joined to: where there is room, or further."""
        shown = {hub if isinstance(hub, str) else hub.id for each in sheets for hub in each.hubs}
        lonely = [part.id for part in self.chain.activities if part.id not in shown]
        for place, sheet in enumerate(sheets):
            ids = [hub if isinstance(hub, str) else hub.id for hub in sheet.hubs]
            while lonely:
                grown = self.sheet(sheet.left, sheet.right, [*ids, lonely[0]])  # as it was dealt
                if grown.height > self.room:
                    break
                ids.append(lonely.pop(0))
                sheets[place] = grown
        while lonely:
            count = len(lonely)
            while count > 1 and self.sheet((), (), lonely[:count]).height > self.room:
                count -= 1
            sheets.append(self.sheet((), (), lonely[:count]))
            lonely = lonely[count:]
        return sheets

    def _fits(self, blocks: Sequence[Block]) -> bool:
        return self.sheet(*self._sides(blocks)).height <= self.room

    def _hubs(self, ids: set[str]) -> tuple[Part | str, ...]:
        found: list[Part | str] = []
        for each in self.order:
            if each in ids:
                part = each if each == WHOLE_CHAIN else self.chain.find(each)
                found += [part] if isinstance(part, Part | str) else []
        return tuple(found)

    def _sides(self, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
        """Return who stands left and right: givers left, receivers right, both where room is."""
        left: list[Block] = []
        right: list[Block] = []
        both: list[Block] = []
        for block in blocks:
            ways = {flow.gives for flow in self.flows[block.actor.id]}
            (both if len(ways) > 1 else left if ways == {True} else right).append(block)
        for block in both:
            heights = [sum(each.height + BLOCK_GAP for each in side) for side in (left, right)]
            (left if heights[0] <= heights[1] else right).append(block)
        for one, other in ((left, right), (right, left)):
            # A side with nothing to stand against it hands over what it has too much of.
            while one and not other and len(one) > 1 and _height(one) > self.room:
                other.append(one.pop())
        return sorted(left, key=self._level), sorted(right, key=self._level)

    def _level(self, block: Block) -> float:
        """Return how far down the middle what a block is joined to stands, to cross few lines."""
        places = [self.order.index(hub) for flow in block.flows for hub in flow.hubs]
        return sum(places) / len(places)


def _height(blocks: Sequence[Block]) -> float:
    return stacked([block.height for block in blocks], BLOCK_GAP)


def stacked(heights: Sequence[float], gap: float) -> float:
    """Return the height of boxes one below the other."""
    return sum(heights) + gap * max(0, len(heights) - 1)
