"""The view ``framework``: questions, criteria and indicators beside what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual
from valuegraph.render.fit import largest_scale
from valuegraph.render.scene import Node, Paint
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import DASH, DOTS, Mark, status_marks
from valuegraph.render.views.blocks.continuation import continued
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet import sheet_of
from valuegraph.render.views.blocks.tile import LOWEST, part_tile, tile_height
from valuegraph.render.views.framework_zones.drawing import (
    CAPTION_ROOM,
    PROMPT,
    captions,
    draw_grid,
    draw_tree,
    prompts,
)
from valuegraph.render.views.framework_zones.plan import (
    Tree,
    columns_on,
    dealt_rows,
    grown,
    tree,
)
from valuegraph.render.views.framework_zones.rows import Row, measures_of, rows_of, unmeasured
from valuegraph.render.views.framework_zones.telling import told
from valuegraph.render.words import say

_BELOW_HEADING = 24.0
_ABOVE_FOOTING = 14.0
_ZONE_GAP = 22.0
_LARGEST = 1.25
_MOST_GROWTH = 1.7  # of the rows' heights, where a sheet has room to spare
_CONTINUED = 0.85  # the scale of a tree that takes several sheets
_GRID_ROW, _GRID_GAP = 50.0, 8.0
_HIGHEST_GRID_ROW, _HIGHEST_NEED = 104.0, 76.0
_FRAME_PAD = 14.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one sheet shows: rows of the tree, or none, and parts that nothing measures."""

    tree: Tree | None
    parts: tuple[Part, ...]


def framework(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw the evaluation framework as a tree beside the impacts and parts it measures.

    Each indicator says its kind, unit, baseline, targets and how many observations it has; one
    without data is dotted. Parts that nothing measures stand apart below. A draft without a
    framework asks for one. More rows than can be read go on further sheets.
    """
    rows = rows_of(chain)
    marks = _marks(rows, chain, options)
    subtitle = say("framework subtitle", options.language)
    head = heading(chain, options, subtitle=subtitle, legend=False)
    top = head.bottom + _BELOW_HEADING
    bottom = footing(chain, options, marks=marks).top - _ABOVE_FOOTING
    setting, sheets = _dealt(rows, chain, top + CAPTION_ROOM, bottom, options)
    scenes, left_out = [], []
    for number, sheet in enumerate(sheets, 1):
        foot = footing(chain, options, marks=marks, sheet=number, sheets=len(sheets))
        body = _body(sheet, chain, top, bottom, setting, opens=number == 1)
        shown = sheet.tree.rows if sheet.tree else ()
        words = told(shown, sheet.parts, chain, options)
        nodes = (*head.nodes, *body, *foot.nodes)
        scenes.append(sheet_of(chain, nodes, options, view="framework", told=words))
        if sheet.tree:
            left_out += [part for part in sheet.tree.left_out if isinstance(part, Part)]
    count = len(rows)
    why = Bilingual(f"{count} lignes du référentiel", f"{count} rows of the framework")
    problems = continued(len(sheets), why)
    return with_annex(scenes, chain, options, problems=problems, left_out=left_out)


def _dealt(
    rows: Sequence[Row], chain: ValueChain, top: float, bottom: float, options: ViewOptions
) -> tuple[Setting, list[_Sheet]]:
    """Return the scale of the letters and the sheets: one if all fits, else as many as it takes."""
    columns, room = columns_on(options.page), bottom - top
    parts = unmeasured(rows, chain)

    def build(scale: float) -> tuple[Tree, float]:
        setting = Setting(options, scale)
        plan = tree(rows, chain, columns, room, setting)
        below = _grid_height(parts, setting)
        over = plan.height + below - room + (1000.0 if plan.left_out else 0)
        return plan, over

    if not rows:
        setting = Setting(options, 1)
        return setting, _grids([], parts, 0.0, room - PROMPT - _ZONE_GAP, room, options, setting)
    fitted = largest_scale(build, low=max(LOWEST, 0.7), high=_LARGEST)
    if fitted.overflow <= 0:
        return Setting(options, fitted.scale), [_Sheet(fitted.layout, parts)]
    setting = Setting(options, _CONTINUED)
    trees = dealt_rows(rows, chain, columns, room, setting)
    sheets = [_Sheet(each, ()) for each in trees]
    return setting, _grids(sheets, parts, trees[-1].height, room, room, options, setting)


def _grids(
    sheets: list[_Sheet],
    parts: tuple[Part, ...],
    used: float,
    first: float,
    room: float,
    options: ViewOptions,
    setting: Setting,
) -> list[_Sheet]:
    """Return the sheets with the parts that nothing measures: below the last tree, or further."""
    if sheets and used + _grid_height(parts, setting) <= first:
        return [*sheets[:-1], _Sheet(sheets[-1].tree, parts)]
    free = room if sheets else first
    while True:
        rows = max(
            1,
            int(
                (free - CAPTION_ROOM - _ZONE_GAP - _FRAME_PAD) / (_row(parts, setting) + _GRID_GAP)
            ),
        )
        most = rows * _grid_columns(options)
        if parts or not sheets:
            sheets = [*sheets, _Sheet(None, parts[:most])]
        parts, free = parts[most:], room
        if not parts:
            return sheets


def _body(
    sheet: _Sheet,
    chain: ValueChain,
    top: float,
    bottom: float,
    setting: Setting,
    *,
    opens: bool,
) -> list[Node]:
    options = setting.options
    columns = columns_on(options.page)
    nodes: list[Node] = []
    y = top
    if sheet.tree:
        nodes += captions(columns, top, options, parts=bool(sheet.tree.parts))
        y += CAPTION_ROOM
        floor = bottom - _grid_height(sheet.parts, setting)
        plan = grown(sheet.tree, floor - y, _MOST_GROWTH)
        end = y + plan.height if sheet.parts else bottom
        nodes += draw_tree(plan, chain, columns, y, end, setting)
        y = end + _ZONE_GAP
    elif opens:
        columns = columns_on(options.page, apart=False)
        height = PROMPT if sheet.parts else (bottom - top) / 2
        nodes += captions(columns, top, options, parts=False)
        asked, y = prompts(columns, top + CAPTION_ROOM, height, setting)
        nodes += asked
        y += _ZONE_GAP
    if sheet.parts:
        count = _grid_columns(options)
        lines = -(-len(sheet.parts) // count)
        free = bottom - y - CAPTION_ROOM - _FRAME_PAD - lines * _GRID_GAP
        height = max(_row(sheet.parts, setting), min(_HIGHEST_GRID_ROW, free / lines))
        nodes.append(draw_grid(sheet.parts, y, height, count, setting))
    return nodes


def _grid_columns(options: ViewOptions) -> int:
    return 5 if options.page.width >= 1200 else 3


def _row(parts: Sequence[Part], setting: Setting) -> float:
    """Return the height of the rows of parts that nothing measures."""
    options = setting.options
    count = _grid_columns(options)
    width = options.page.width / count - 30
    needs = (tile_height(part_tile(part, setting), width, setting) for part in parts)
    least = max(34.0, setting.length(_GRID_ROW))
    return max(least, min(setting.length(_HIGHEST_NEED), max(needs, default=0)))


def _grid_height(parts: Sequence[Part], setting: Setting) -> float:
    if not parts:
        return 0.0
    rows = -(-len(parts) // _grid_columns(setting.options))
    return _ZONE_GAP + CAPTION_ROOM + _FRAME_PAD + rows * (_row(parts, setting) + _GRID_GAP)


def _marks(rows: Sequence[Row], chain: ValueChain, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, indicators without data, ways to measure."""
    theme, language = options.theme, options.language
    framed = (*chain.questions, *chain.criteria, *chain.indicators, *unmeasured(rows, chain))
    measures = [measure for row in rows for measure in measures_of(row, chain)]
    marks = list(status_marks((*framed, *(measure.part for measure in measures)), options))
    seen = {observation.indicator for observation in chain.observations}
    if any(indicator.id not in seen for indicator in chain.indicators):
        paint = Paint(theme.panel, theme.panel_line, 1.5, DOTS)
        marks.append(Mark(say("no data", language).capitalize(), paint))
    if any(not measure.direct for measure in measures):
        paint = Paint(stroke=theme.structure_bullet, width=1.8, dash=DASH)
        marks.append(Mark(say("by its question", language), paint, line=True))
    return tuple(marks)
