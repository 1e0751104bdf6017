"""The view ``flow``: from resources to impacts, ribbons as wide as what they carry."""

from __future__ import annotations

from valuegraph.model.chain import ValueChain
from valuegraph.render.fit import fit_box
from valuegraph.render.scene import Connector, Group, Node, Paint, Shape
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import Mark, status_marks, undiscussed
from valuegraph.render.views.blocks.continuation import continued
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.lettering import caption, written
from valuegraph.render.views.blocks.reason import reason
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet_scene import sheet_scene
from valuegraph.render.views.flow_zones.accompanying import support_band
from valuegraph.render.views.flow_zones.below import below
from valuegraph.render.views.flow_zones.columns import (
    Area,
    area_of,
    most_cards,
    planned,
    scale_and_unit,
    smallest_unit,
)
from valuegraph.render.views.flow_zones.labels import drawn_labels
from valuegraph.render.views.flow_zones.look import NEGATIVE_DASH
from valuegraph.render.views.flow_zones.ports import ports_of
from valuegraph.render.views.flow_zones.reading import (
    ACTIVITIES,
    OUTPUTS,
    RESOURCES,
    RESULTS,
    Reading,
    read,
    told_unit,
    with_order,
)
from valuegraph.render.views.flow_zones.returning import drawn_returns
from valuegraph.render.views.flow_zones.ribbons import drawn_links
from valuegraph.render.views.flow_zones.sheets import dealt_readings
from valuegraph.render.views.flow_zones.telling import told
from valuegraph.render.words import say

_BELOW_HEADING = 22.0
_ABOVE_FOOTING = 12.0
_CAPTIONS = 30.0
_CAPTION_SIZE = 14.0
_ABOVE_ROUTE = 20.0
_BELOW_BAND = 18.0
_MOST = 20  # cards a column: three full ones make sixty parts
_QUESTION = "M9.2 9.4A2.9 2.9 0 1 1 13.4 12C12.4 12.6 12 13.1 12 14.2M12 17.4V17.5"
_MINUS = "M5 12H19"


def flow(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw what flows from resources by activities to impacts, and what comes back.

    Ribbons are as wide as the links are strong, as much passes in one unit, or as the shares
    read with equal parts (``options.basis``). Every link is drawn: those between activities as
    upright arrows or beside the cards, those that come back round the outside. The strongest
    route is highlighted and told in words. Resources, outputs and impacts stand where ribbons
    cross least; activities keep their order. More parts than a sheet holds go on further ones.
    """
    reading = read(chain, options)
    marks = _marks(reading, options)
    foot = footing(chain, options, marks=marks).top - _ABOVE_FOOTING
    head = heading(chain, options, subtitle=_subtitle(reading, options), legend=False)
    top = head.bottom + _BELOW_HEADING
    lowest = below(reading, foot, options).top - _ABOVE_ROUTE
    sheets = _dealt(reading, top, lowest, options)
    areas = [_area(sheet, top, lowest, options) for sheet in sheets]
    fits = [scale_and_unit(sheet, area, options) for sheet, area in zip(sheets, areas, strict=True)]
    scale, unit = smallest_unit(fits)
    scenes = []
    for number, (sheet, area) in enumerate(zip(sheets, areas, strict=True), 1):
        nodes = [
            *head.nodes,
            *support_band(sheet.support, top, options).nodes,
            *_columns(sheet, area, scale, unit, options),
            *below(reading, foot, options).nodes,
            *footing(chain, options, marks=marks, sheet=number, sheets=len(sheets)).nodes,
        ]
        scenes.append(
            sheet_scene(chain, say("flow", options.language), told(sheet, options), nodes, options)
        )
    why = reason(_counts(reading), [_counts(sheet) for sheet in sheets])
    return with_annex(scenes, chain, options, problems=continued(len(sheets), why))


def _dealt(
    reading: Reading, top: float, lowest: float, options: ViewOptions
) -> tuple[Reading, ...]:
    """Return the sheets, each with columns in the order in which its ribbons cross least."""
    area = _area(reading, top, lowest, options)
    high = area.bottom - area.top
    most = min(_MOST, most_cards(0, max(high, 0.5 * (lowest - top))))
    while True:
        sheets = tuple(with_order(sheet) for sheet in dealt_readings(reading, most))
        areas = (_area(sheet, top, lowest, options) for sheet in sheets)
        held = (most_cards(area.top, area.bottom) for area in areas)
        needed = (max(len(column) for column in sheet.columns) for sheet in sheets)
        if most <= 2 or all(n <= room for n, room in zip(needed, held, strict=True)):
            return sheets
        most -= 1


def _area(reading: Reading, top: float, lowest: float, options: ViewOptions) -> Area:
    band = support_band(reading.support, top, options)
    begin = band.bottom + (_BELOW_BAND if reading.support else 0) + _CAPTIONS
    area = area_of(reading, begin, lowest, options)
    return area_of(reading, begin, lowest - area.lanes.below, options)


def _columns(
    reading: Reading, area: Area, scale: float, unit: float, options: ViewOptions
) -> list[Node]:
    """Return captions, links, cards, what comes back, and the weights on top of all."""
    plan = planned(reading, area, scale, unit, options)
    ports = ports_of(reading, plan)
    links = drawn_links(reading, plan, ports, options)
    returns = drawn_returns(reading, plan, ports, options)
    lines = [node for group in returns for node in group.children if isinstance(node, Connector)]
    setting = Setting(options, scale)
    cards = [
        plan.cards[part_id].draw(box.x, box.y, box.w, box.h, setting)
        for part_id, box in plan.boxes.items()
    ]
    return [
        *_captions(reading, area, options),
        Group("zone..flows", tuple(each.group for each in links), role="flows"),
        *cards,
        *_missing(reading, area, options),
        *returns,
        *drawn_labels(links, plan, lines, options),
    ]


def _captions(reading: Reading, area: Area, options: ViewOptions) -> list[Node]:
    theme, language = options.theme, options.language
    results = results_heading([*reading.chain.impacts, *reading.chain.margin], language)
    told = {
        RESOURCES: (say("resources invested", language), theme.resource_label),
        ACTIVITIES: (say("primary", language), theme.structure),
        OUTPUTS: (say("outputs", language), theme.structure),
        RESULTS: (results, theme.impacts[0]),
    }
    nodes: list[Node] = []
    for place, (text, colour) in told.items():
        column = area.columns[place]
        if column.w:
            after = [other.x - 12 for other in area.columns[place + 1 :] if other.w]
            room = min([column.w + 30, *(x - column.x for x in after)])
            nodes.append(caption(text, column.x, area.top - _CAPTIONS, room, _CAPTION_SIZE,
                                 options, colour=colour))  # fmt: skip
    return nodes


def _missing(reading: Reading, area: Area, options: ViewOptions) -> list[Node]:
    """Return a dotted place for each column that is still empty."""
    words = {RESOURCES: "no resources", ACTIVITIES: "no activities", RESULTS: "no impacts"}
    nodes: list[Node] = []
    for place, word in words.items():
        if reading.columns[place]:
            continue
        column = area.columns[place]
        shape = Shape("rect", column.x, area.top, column.w, area.bottom - area.top,
                      undiscussed(options.theme), radius=8)  # fmt: skip
        style = written(options, colour=options.theme.muted, align="center", valign="middle")
        told = say(word, options.language)
        text = fit_box(told, column.x + 14, area.top + 10, column.w - 28, 19,
                       h=area.bottom - area.top - 20, **style)  # fmt: skip
        nodes.append(Group(f"zone..{word}", (shape, text), role="placeholder", title=told))
    return nodes


def _marks(reading: Reading, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, unknown weights, what hinders."""
    language, theme = options.language, options.theme
    links = (*reading.bonds, *reading.returns)
    marks = list(status_marks([*reading.parts(), *reading.support, *links], options))
    if reading.basis != "equal" and any(bond.weight is None for bond in reading.bonds):
        marks.append(Mark(say("unknown weight", language), Paint(), _QUESTION, theme.muted))
    if any(bond.negative for bond in links):
        line = Paint("", theme.harms[0], 1.6, NEGATIVE_DASH)
        marks.append(Mark(say("hinders", language), line, _MINUS, theme.harms[0]))
    return tuple(marks)


def _subtitle(reading: Reading, options: ViewOptions) -> str:
    return say(f"flow by {reading.basis}", options.language, unit=told_unit(reading, options))


def _counts(reading: Reading) -> dict[str, int]:
    return {
        "resources": len(reading.columns[RESOURCES]),
        "activities": len(reading.columns[ACTIVITIES]),
        "outputs": len(reading.columns[OUTPUTS]),
        "results": len(reading.columns[RESULTS]),
    }
