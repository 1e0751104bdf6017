"""The view ``cycle``: the value cycle, from resources to impacts and back to the resources."""

from __future__ import annotations

from dataclasses import replace

from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Node, Paint
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import Mark, status_marks
from valuegraph.render.views.blocks.card import Card
from valuegraph.render.views.blocks.continuation import continued
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.lettering import caption_width
from valuegraph.render.views.blocks.reason import reason
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet_scene import sheet_scene
from valuegraph.render.views.cycle_zones.centre import drawn_centre
from valuegraph.render.views.cycle_zones.content import Turning, leaving, stations, turning
from valuegraph.render.views.cycle_zones.loops import loops_band
from valuegraph.render.views.cycle_zones.returns import drawn_returns, room_needed
from valuegraph.render.views.cycle_zones.ring import Ring, drawn_ring, ring_on
from valuegraph.render.views.cycle_zones.stations import (
    STATE_MARKS,
    cards_scale,
    drawn_chevrons,
    leaving_arrow,
    leaving_end,
    most_cards,
    placed_cards,
    placed_chevrons,
    placeholder,
    sign,
)
from valuegraph.render.views.cycle_zones.telling import told
from valuegraph.render.views.flow_zones.accompanying import support_band
from valuegraph.render.views.flow_zones.look import NEGATIVE_DASH
from valuegraph.render.views.flow_zones.reading import RESULTS, Reading, read
from valuegraph.render.views.flow_zones.sheets import dealt_readings
from valuegraph.render.words import say

_BELOW_HEADING = 20.0
_ABOVE_FOOTING = 12.0
_ABOVE_LOOPS = 16.0
_BELOW_BAND = 16.0
_MOST = 12  # parts of a kind on one ring
_MINUS = "M5 12H19"


def cycle(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw the value cycle: a ring through resources, activities, impacts and back.

    Inside the ring, named arrows show what renews or wears out which resource; every resource
    says by mark and word whether it is renewed. Impacts of which nothing comes back leave the
    ring. The shortest loop of each resource is written out below. More parts than a ring holds
    go on further ones.
    """
    reading = replace(read(chain, options), route=())
    turns = turning(reading)
    marks = _marks(reading, options)
    head = heading(chain, options, subtitle=say("cycle subtitle", options.language), legend=False)
    top = head.bottom + _BELOW_HEADING
    foot = footing(chain, options, marks=marks).top - _ABOVE_FOOTING
    sheets = _dealt(reading, turns, top, foot, options)
    scenes = []
    for number, sheet in enumerate(sheets, 1):
        below = loops_band(sheet, turns, foot, options)
        ring = _ring(sheet, top, below.top - _ABOVE_LOOPS, options)
        nodes = [
            *head.nodes,
            *support_band(sheet.support, top, options).nodes,
            *_body(sheet, turns, ring, options),
            *below.nodes,
            *footing(chain, options, marks=marks, sheet=number, sheets=len(sheets)).nodes,
        ]
        words = told(sheet, turns, options)
        scenes.append(sheet_scene(chain, say("cycle", options.language), words, nodes, options))
    why = reason(_counts(reading), [_counts(sheet) for sheet in sheets])
    return with_annex(scenes, chain, options, problems=continued(len(sheets), why),
                      unplaced=chain.outputs)  # fmt: skip


def _dealt(
    reading: Reading, turns: Turning, top: float, foot: float, options: ViewOptions
) -> tuple[Reading, ...]:
    """Return what each ring shows; outputs are passed over, only what returns binds parts."""
    resources, activities, _, results = reading.columns
    reading = replace(reading, columns=(resources, activities, (), results), bonds=())
    for most in range(_MOST, 1, -1):
        sheets = dealt_readings(reading, most)
        if all(_fits(sheet, turns, top, foot, options) for sheet in sheets):
            return sheets
    return dealt_readings(reading, 2)


def _fits(reading: Reading, turns: Turning, top: float, foot: float, options: ViewOptions) -> bool:
    below = loops_band(reading, turns, foot, options)
    ring = _ring(reading, top, below.top - _ABOVE_LOOPS, options)
    inside = ring.cards_bottom - ring.rows_bottom - room_needed(reading)
    column = max(len(reading.columns[0]), len(reading.columns[RESULTS]))
    return column <= most_cards(ring) and inside >= 60


def _ring(reading: Reading, top: float, bottom: float, options: ViewOptions) -> Ring:
    """Return the ring of a sheet, below the band of what accompanies."""
    if reading.support:
        top = support_band(reading.support, top, options).bottom + _BELOW_BAND
    return ring_on(options.page, top, bottom, activities=len(reading.columns[1]))


def _body(reading: Reading, turns: Turning, ring: Ring, options: ViewOptions) -> list[Node]:
    resources, activities, results = stations(reading)
    language = options.language
    closed = bool(reading.returns)
    out = {part.id for part in leaving(reading)} if closed else set()
    left = [
        Card(part, note=say(f"state {turns.states[part.id]}", language),
             marks=STATE_MARKS[turns.states[part.id]])
        for part in resources
    ]  # fmt: skip
    right = [Card(part, note=say("leaves", language) if part.id in out else "") for part in results]
    setting = Setting(options, cards_scale((left, right), ring, options))
    boxes = placed_cards(left, ring.left, ring, setting)
    boxes |= placed_cards(right, ring.right, ring, setting)
    cards = [
        card.draw(box.x, box.y, box.w, box.h, setting)
        for card in (*left, *right)
        for box in (boxes[card.part.id],)
    ]
    chevrons = placed_chevrons(activities, ring)
    boxes |= chevrons
    returns = drawn_returns(reading, boxes, ring, options)
    nodes: list[Node] = [
        drawn_ring(ring, options, closed=closed),
        *_signs(reading, ring, options),
        *cards,
        *drawn_chevrons(activities, chevrons, ring, options),
        *_missing(reading, ring, options),
    ]
    for part in results:
        if part.id in out:
            nodes.append(leaving_end(part, boxes[part.id], options))
            nodes.append(leaving_arrow(part, boxes[part.id], ring, options))
    return [*nodes, *returns.groups, drawn_centre(reading, turns, returns, options)]


def _signs(reading: Reading, ring: Ring, options: ViewOptions) -> list[Node]:
    theme, language = options.theme, options.language
    results = results_heading([*reading.chain.impacts, *reading.chain.margin], language)
    primary = say("primary", language)
    wide = min(ring.last - ring.first, caption_width(primary, 14, options) + 44)
    middle = (ring.first + ring.last) / 2
    nodes: list[Node] = [
        sign("resources", say("resources", language), ring.left + 20, ring.sign_top,
             ring.width - 40, theme.resource_label, options),
        sign("primary", primary, middle - wide / 2, ring.top, wide, theme.structure, options),
        sign("results", results, ring.right + 20, ring.sign_top, ring.width - 40,
             theme.impacts[0], options),
    ]  # fmt: skip
    if reading.returns:
        told = say("what returns", language)
        wide = min(0.62 * (ring.right - ring.left), caption_width(told, 14, options) + 44)
        middle = sum(ring.sides) / 2
        nodes.append(sign("returns", told, middle - wide / 2, ring.band_bottom - 16, wide,
                          theme.resource_label, options))  # fmt: skip
    return nodes


def _missing(reading: Reading, ring: Ring, options: ViewOptions) -> list[Node]:
    found: list[Node] = []
    height = min(120.0, ring.cards_bottom - ring.cards_top)
    y = (ring.cards_top + ring.cards_bottom - height) / 2
    for place, word, x in ((0, "no resources", ring.left), (RESULTS, "no impacts", ring.right)):
        if not reading.columns[place]:
            found.append(placeholder(word, x, y, ring.width, height, options))
    return found


def _marks(reading: Reading, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, and what wears out."""
    shown = [part for place, column in enumerate(reading.columns) for part in column if place != 2]
    marks = list(status_marks([*shown, *reading.returns], options))
    if any(bond.negative for bond in reading.returns):
        harm = options.theme.harms[0]
        line = Paint("", harm, 1.6, NEGATIVE_DASH)
        marks.append(Mark(say("hinders", options.language), line, _MINUS, harm))
    return tuple(marks)


def _counts(reading: Reading) -> dict[str, int]:
    return {
        "resources": len(reading.columns[0]),
        "activities": len(reading.columns[1]),
        "results": len(reading.columns[RESULTS]),
    }
