"""The framework drawn: the tree, what it measures, and what nothing measures yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part
from valuegraph.render.scene import Group, Node, Paint, Shape, ShapeKind
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import DASH
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.column import beside
from valuegraph.render.views.blocks.joins import curve, port
from valuegraph.render.views.blocks.lettering import caption
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import (
    Tile,
    draw_tile,
    part_tile,
    shape_of,
    tone_of,
)
from valuegraph.render.views.framework_zones.plan import PART_GAP, ROW_GAP, Columns, Tree
from valuegraph.render.views.framework_zones.rows import (
    Measure,
    criterion_card,
    indicator_card,
    measured_card,
    measures_of,
    question_card,
    runs,
)
from valuegraph.render.words import say

CAPTION_ROOM = 26.0

GRID_GAP = 8.0
_CAPTION_SIZE = 13.5
PROMPT = 150.0
"""The height of the places that ask for a framework."""
_INSET = 14.0


def captions(columns: Columns, top: float, options: ViewOptions, *, parts: bool) -> list[Node]:
    """Return the small headings of the columns."""
    theme = options.theme
    heads = [
        ("questions", columns.questions, theme.structure),
        ("criteria", columns.criteria, theme.structure),
        ("indicators", columns.indicators, theme.structure),
        *([("measured", columns.parts, theme.impacts[0])] if parts else []),
    ]
    return [
        caption(say(name, options.language), x, top, w, _CAPTION_SIZE, options, colour=colour)
        for name, (x, w), colour in heads
    ]


def draw_tree(
    plan: Tree, chain: ValueChain, columns: Columns, top: float, bottom: float, setting: Setting
) -> list[Node]:
    """Return the rows from ``top`` down, what they measure beside them, and the lines between."""
    tops: list[float] = []
    y = top
    for height in plan.heights:
        tops.append(y)
        y += height + ROW_GAP
    spans = [(start, start + height) for start, height in zip(tops, plan.heights, strict=True)]
    nodes: list[Node] = []
    for criteria, (x, w) in ((False, columns.questions), (True, columns.criteria)):
        for first, end in runs(plan.rows, criteria=criteria):
            row = plan.rows[first]
            card = (criterion_card(row.criterion, chain, setting) if criteria
                    else question_card(row.question, chain, setting))  # fmt: skip
            name = "criterion" if criteria else "question"
            box = (x, spans[first][0], w, spans[end - 1][1] - spans[first][0])
            nodes.append(draw_tile(card, *box, setting, id=card.ref or f"{name}..{first}"))
    x, w = columns.indicators
    for place, (row, (start, stop)) in enumerate(zip(plan.rows, spans, strict=True)):
        card = indicator_card(row, chain, setting)
        group_id = card.ref or f"indicator..{place}"
        nodes.append(draw_tile(card, x, start, w, stop - start, setting, id=group_id))
    return [*nodes, *_measured(plan, spans, chain, columns, (top, bottom), setting)]


def prompts(
    columns: Columns, top: float, height: float, setting: Setting
) -> tuple[list[Node], float]:
    """Return three places that ask for a framework, and where they end."""
    nodes: list[Node] = []
    asked = (
        ("no framework", columns.questions, "question"),
        ("no criteria", columns.criteria, "criterion"),
        ("no indicators", columns.indicators, "indicator"),
    )
    for place, (words, (x, w), kind) in enumerate(asked):
        theme = setting.theme
        tone = tone_of("other", theme)
        shape: ShapeKind = "rect" if kind == "indicator" else "home_plate"
        card = Tile("", "placeholder", say(words, setting.language), tone, shape=shape,
                    icon="question" if not place else "", dashed=True, bold=False)  # fmt: skip
        nodes.append(draw_tile(card, x, top, w, height, setting, id=f"prompt..{place}"))
    return nodes, top + height


def draw_grid(
    parts: Sequence[Part], top: float, height: float, count: int, setting: Setting
) -> Group:
    """Return the parts that nothing measures, ``count`` to a row of ``height`` du, in a frame."""
    options, theme = setting.options, setting.theme
    title = say("unmeasured", options.language)
    width = options.page.width - 2 * MARGIN
    rows = -(-len(parts) // count)
    step = (width - 2 * _INSET + GRID_GAP) / count
    whole = CAPTION_ROOM + 10 + rows * (height + GRID_GAP)
    paint = Paint(theme.frame, theme.frame_line, 1.6, (1.6, 6))
    x, y = MARGIN + _INSET, top + CAPTION_ROOM + 8
    nodes: list[Node] = [
        Shape("rect", MARGIN, top, width, whole, paint, radius=14),
        caption(title, x, top + 10, width - 2 * _INSET, _CAPTION_SIZE, options,
                colour=theme.frame_label),
    ]  # fmt: skip
    for place, part in enumerate(parts):
        row, column = divmod(place, count)
        box = (x + column * step, y + row * (height + GRID_GAP), step - GRID_GAP, height)
        nodes.append(draw_tile(part_tile(part, setting), *box, setting))
    return Group("zone..unmeasured", tuple(nodes), role="unmeasured", title=title)


def _measured(
    plan: Tree,
    spans: Sequence[tuple[float, float]],
    chain: ValueChain,
    columns: Columns,
    body: tuple[float, float],
    setting: Setting,
) -> list[Node]:
    """Return what is measured, each as near as can be to its indicators, and their lines."""
    shown = {part.id: place for place, part in enumerate(plan.parts)}
    joins = [
        (row, measure)
        for row, each in enumerate(plan.rows)
        for measure in measures_of(each, chain)
        if measure.part.id in shown
    ]
    middles = [(start + end) / 2 for start, end in spans]
    wanted: dict[str, list[float]] = {part.id: [] for part in plan.parts}
    for row, measure in joins:
        wanted[measure.part.id].append(middles[row])
    centre = {ref: sum(found) / len(found) for ref, found in wanted.items()}
    order = sorted(plan.parts, key=lambda part: (centre[part.id], shown[part.id]))
    heights = {part.id: plan.part_heights[shown[part.id]] for part in order}
    tops = beside([centre[part.id] for part in order], [heights[part.id] for part in order],
                  *body, gap=PART_GAP)  # fmt: skip
    x, w = columns.parts
    nodes: list[Node] = []
    place: dict[str, float] = {}
    for part, y in zip(order, tops, strict=True):
        place[part.id] = y
        card = measured_card(part, chain, setting)
        nodes.append(draw_tile(card, x, y, w, heights[part.id], setting))
    lines = _lines(plan, joins, spans, place, heights, columns, setting.options)
    return [*lines, *nodes]


def _lines(
    plan: Tree,
    joins: Sequence[tuple[int, Measure]],
    spans: Sequence[tuple[float, float]],
    place: Mapping[str, float],
    heights: Mapping[str, float],
    columns: Columns,
    options: ViewOptions,
) -> list[Node]:
    """Return one line from each indicator to each thing it measures."""
    right = columns.indicators[0] + columns.indicators[1]
    left = columns.parts[0]
    leaving: dict[int, list[str]] = {}
    arriving: dict[str, list[int]] = {}
    for row, measure in joins:
        leaving.setdefault(row, []).append(measure.part.id)
        arriving.setdefault(measure.part.id, []).append(row)
    nodes: list[Node] = []
    for row, measure in joins:
        ref = measure.part.id
        start, end = spans[row]
        mine = sorted(leaving[row], key=place.__getitem__)
        y1 = port(mine.index(ref), len(mine), start, end - start)
        y2 = port(arriving[ref].index(row), len(arriving[ref]), place[ref], heights[ref])
        indicator = plan.rows[row].indicator
        if indicator is None:
            continue
        paint = Paint(stroke=options.theme.structure_bullet, width=1.8,
                      dash=() if measure.direct else DASH)  # fmt: skip
        nodes.append(
            curve((shape_of(indicator.id), shape_of(ref)), (right, y1), (left, y2), paint,
                  id=f"{indicator.id}..measures..{ref}", ref=indicator.id, role="measures",
                  title=f"{indicator.label(options.language)} → {ref}")
        )  # fmt: skip
    return nodes
