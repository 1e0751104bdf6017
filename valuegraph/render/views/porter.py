"""The view ``porter``: the classic chart of 1985, its margin or the impacts at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Margin
from valuegraph.render.fit import SCALE_STEP, SIZE_FLOOR, largest_scale
from valuegraph.render.scene import Group, Node, Scene
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.body import Shared, Span, Zone, share
from valuegraph.render.views.blocks.content import Content, content_of
from valuegraph.render.views.blocks.continuation import continued, dealt, run_on, sheets_for
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.house import ZONE_GAP
from valuegraph.render.views.blocks.impact_arrow import impact_arrow, most_slices
from valuegraph.render.views.blocks.legend import marks_of
from valuegraph.render.views.blocks.lettering import visible
from valuegraph.render.views.blocks.reason import reason
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.porter_zones.chart import GAP, Chart, chart_on, most_columns
from valuegraph.render.views.porter_zones.columns import TAB, CircuitColumns
from valuegraph.render.views.porter_zones.margin import margin_arrow
from valuegraph.render.views.porter_zones.named import NamedColumns
from valuegraph.render.views.porter_zones.plate import NARROW
from valuegraph.render.views.porter_zones.support import SupportRows
from valuegraph.render.views.porter_zones.telling import told
from valuegraph.render.words import say

T = TypeVar("T")

_BELOW_HEADING = 25.0
_ABOVE_FOOTING = 15.0
_CAPTION_ABOVE = 20.0
_LOWEST = SIZE_FLOOR / 15.5
_LARGEST = 1.15
_LOOSEST = 0.35  # of its half, what a zone may have to spare for both to take a half
_BALANCED_ABOVE = 0.85  # of the largest scale, what letters may lose for the sake of halves
_MORE_SHEETS = 6


def porter(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw the chain as Porter's chart: support rows on top, primary columns below, an arrow.

    A support activity that serves the whole chain takes the full width; one bound to single
    activities carries the dotted borders of their columns and the texts of its links in their
    cells. A single margin is written along the slanted side; impacts have one slice each.
    More columns, rows or slices than can be read go on further sheets.
    """
    content = _shown(chain, options)
    marks = marks_of(content, options)
    head = heading(chain, options)
    top = head.bottom + _BELOW_HEADING
    bottom = footing(chain, options, marks=marks).top - _ABOVE_FOOTING
    sheets = _dealt(content, top, bottom, options)
    charts = [_chart(sheet, top, bottom, options) for sheet in sheets]
    scale = min(_scale(sheet, chart, options) for sheet, chart in zip(sheets, charts, strict=True))
    scenes = []
    for number, (sheet, chart) in enumerate(zip(sheets, charts, strict=True), 1):
        foot = footing(chain, options, marks=marks, sheet=number, sheets=len(sheets))
        nodes = (*head.nodes, *_body(sheet, chart, Setting(options, scale)), *foot.nodes)
        scenes.append(_scene(sheet, nodes, options))
    why = reason(_counts(content), [_counts(sheet) for sheet in sheets])
    return with_annex(scenes, chain, options, problems=continued(len(sheets), why))


def _shown(chain: ValueChain, options: ViewOptions) -> Content:
    """Return what Porter's chart shows: the activities, their cells and what they lead to."""
    content = content_of(chain, options)
    outputs = {activity.id: () for activity in content.activities}
    return replace(content, resources=(), actors=(), outputs=outputs, renewed=frozenset())


def _body(content: Content, chart: Chart, setting: Setting) -> tuple[Node, ...]:
    zones = _zones(content, chart, setting.language)
    drawn = [
        node
        for zone, spans in zip(zones, _heights(zones, chart, setting), strict=True)
        for node in zone.draw(setting, spans)
    ]
    return (Group("zone..house", tuple(drawn), role="house"), _arrow(content, chart, setting))


def _heights(zones: Sequence[Zone], chart: Chart, setting: Setting) -> tuple[tuple[Span, ...], ...]:
    """Return the heights of all lines: each zone takes its half where that suits it.

    The point of the arrow then stands between rows and columns, as in the classic drawing.
    """
    halves = _halves(zones, chart, setting)
    if halves:
        return tuple(spans for half in halves for spans in half.spans)
    return share(zones, chart.edge, setting).spans


def _halves(zones: Sequence[Zone], chart: Chart, setting: Setting) -> tuple[Shared, ...]:
    """Return rows and columns in one half each, or nothing if that does not suit them."""
    edge, gap = chart.edge, ZONE_GAP / 2
    if len(zones) == 1:
        return ()
    upper = share(zones[:1], replace(edge, bottom=edge.middle - gap), setting)
    lower = share(zones[1:], replace(edge, top=edge.middle + gap), setting)
    overflows = (upper.overflow, lower.overflow)
    loosest = -min(overflows) / (edge.middle - edge.top)
    return (upper, lower) if max(overflows) <= 0 and loosest <= _LOOSEST else ()


def _arrow(content: Content, chart: Chart, setting: Setting) -> Group:
    only = content.results[0] if _is_classic(content) else None
    if isinstance(only, Margin):
        return margin_arrow(only, chart, setting.options)
    return impact_arrow(
        content.chain,
        content.results,
        chart.arrow,
        setting.options,
        heading=results_heading(content.results, setting.language),
        above=chart.edge.top - _CAPTION_ABOVE,
    )


def _is_classic(content: Content) -> bool:
    """Tell whether a margin is all that the chain leads to, as in Porter's own chart."""
    chain = content.chain
    return len(chain.margin) == 1 and not chain.impacts


def _zones(content: Content, chart: Chart, language: str) -> tuple[Zone, ...]:
    columns: Zone = NamedColumns(content, chart)
    if content.circuits and content.activities:
        columns = CircuitColumns(content, chart, language)
    return (SupportRows(content, chart), columns) if content.support else (columns,)


def _scale(content: Content, chart: Chart, options: ViewOptions) -> float:
    """Return the largest scale that fits, or one a little smaller at which both halves suit."""

    def build(scale: float) -> tuple[None, float]:
        return None, _shared(content, chart, Setting(options, scale)).overflow

    zones = _zones(content, chart, options.language)
    largest = largest_scale(build, low=_LOWEST, high=_LARGEST).scale
    scale = largest
    lowest = largest * (_BALANCED_ABOVE if _is_classic(content) else 1)
    while scale >= lowest:
        if _halves(zones, chart, Setting(options, scale)):
            return scale
        scale -= SCALE_STEP
    return largest


def _shared(content: Content, chart: Chart, setting: Setting) -> Shared:
    return share(_zones(content, chart, setting.language), chart.edge, setting)


def _chart(content: Content, top: float, bottom: float, options: ViewOptions) -> Chart:
    """Return the chart of one sheet; narrow columns leave the circuits' badges to a tab."""
    count, thin = len(content.activities), _is_classic(content)
    chart = chart_on(options.page, top, bottom, columns=count, tab=0, thin=thin)
    if content.circuits and count and chart.column_width < NARROW:
        return replace(chart, tab=TAB + GAP)
    return chart


def _dealt(
    content: Content, top: float, bottom: float, options: ViewOptions
) -> tuple[Content, ...]:
    """Return what each sheet shows: the fewest sheets on which every line can be read."""
    tab = TAB + GAP if content.circuits else 0
    widest = most_columns(options.page, tab=tab, thin=_is_classic(content))
    slices = most_slices(bottom - top)
    fewest = max(
        sheets_for(len(content.activities), widest), sheets_for(len(content.results), slices)
    )
    floor = Setting(options, _LOWEST)
    deals = (_deal(content, fewest, more, widest, slices) for more in range(_MORE_SHEETS))
    for deal in deals:
        charts = (_chart(sheet, top, bottom, options) for sheet in deal)
        bodies = (_shared(sheet, chart, floor) for sheet, chart in zip(deal, charts, strict=True))
        if not any(body.crowded for body in bodies):
            return deal
    return deal


def _deal(
    content: Content, fewest: int, more: int, widest: int, slices: int
) -> tuple[Content, ...]:
    """Return the sheets; with ``more``, each run of columns has its rows dealt over several."""
    parts = 1 + more
    return tuple(
        replace(
            content,
            activities=run_on(place, fewest, content.activities, widest),
            support=_part(content.support, part, parts),
            circuits=_part(content.circuits, part, parts),
            results=run_on(place, fewest, content.results, slices),
        )
        for place in range(fewest)
        for part in range(parts)
    )


def _part(items: tuple[T, ...], part: int, parts: int) -> tuple[T, ...]:
    """Return the share of one of several sheets; fewer items go round more slowly."""
    runs = dealt(items, max(1, min(parts, len(items))))
    return runs[part * len(runs) // parts]


def _counts(content: Content) -> dict[str, int]:
    return {
        "activities": len(content.activities),
        "circuits": len(content.circuits),
        "support": len(content.support),
        "results": len(content.results),
    }


def _scene(content: Content, nodes: Sequence[Node], options: ViewOptions) -> Scene:
    page, language = options.page, options.language
    name = content.chain.about.label(language) or say("untitled", language)
    return Scene(
        f"{name} — {say('value chain', language)}",
        told(content, options),
        visible(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )
