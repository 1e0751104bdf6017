"""Where the columns of the framework stand, and which rows and parts each sheet takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Link
from valuegraph.model.part import Part
from valuegraph.render.page import Page
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.column import within
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import LEAST_TILE, tile_height
from valuegraph.render.views.framework_zones.rows import (
    Row,
    criterion_card,
    indicator_card,
    measured_card,
    measures_of,
    question_card,
    runs,
)

ROW_GAP = 6.0
PART_GAP = 9.0

_WIDE = 1200.0
_MOST_ROW = 0.5  # of a sheet, what one row may take


@dataclass(frozen=True, slots=True)
class Columns:
    """The left side and the width of each column; what is measured stands apart at the right."""

    questions: tuple[float, float]
    criteria: tuple[float, float]
    indicators: tuple[float, float]
    parts: tuple[float, float]


def columns_on(page: Page, *, apart: bool = True) -> Columns:
    """Return the columns of a sheet; not ``apart``, the tree takes its whole width."""
    wide = page.width >= _WIDE
    widths = (312.0, 244.0, 384.0, 250.0) if wide else (204.0, 168.0, 266.0, 196.0)
    gap = 8.0
    stretch = 1.0 if apart else (page.width - 2 * MARGIN - 2 * gap) / sum(widths[:3])
    x, found = MARGIN, []
    for width in (each * stretch for each in widths[:3]):
        found.append((x, width))
        x += width + gap
    right = page.width - MARGIN - widths[3]
    return Columns(found[0], found[1], found[2], (right, widths[3]))


@dataclass(frozen=True, slots=True)
class Tree:
    """The rows of one sheet with their heights, and what they measure with its heights."""

    rows: tuple[Row, ...]
    heights: tuple[float, ...]
    parts: tuple[Part | Link, ...]
    part_heights: tuple[float, ...]
    left_out: tuple[Part | Link, ...] = ()

    @property
    def height(self) -> float:
        """The height of the taller side."""
        side = sum(self.part_heights) + PART_GAP * max(0, len(self.parts) - 1)
        return max(sum(self.heights) + ROW_GAP * max(0, len(self.rows) - 1), side)


def tree(
    rows: Sequence[Row], chain: ValueChain, columns: Columns, room: float, setting: Setting
) -> Tree:
    """Return rows measured: as high as their words need, cut to ``room`` if they are alone."""
    heights = _heights(rows, chain, columns, room, setting)
    parts = {m.part.id: m.part for row in rows for m in measures_of(row, chain)}
    most = max(1, int((room + PART_GAP) / (LEAST_TILE + 3 + PART_GAP)))
    shown = tuple(parts.values())[:most]
    needs = [
        tile_height(measured_card(part, chain, setting), columns.parts[1], setting)
        for part in shown
    ]
    return Tree(tuple(rows), heights, shown, tuple(needs), tuple(parts.values())[most:])


def fitted(plan: Tree, room: float) -> Tree:
    """Return the tree with heights that fit in ``room``."""
    return Tree(
        plan.rows,
        within(plan.heights, room, gap=ROW_GAP),
        plan.parts,
        within(plan.part_heights, room, gap=PART_GAP),
        plan.left_out,
    )


def grown(plan: Tree, room: float, most: float) -> Tree:
    """Return the tree with higher rows where there is room, up to ``most`` times as high."""
    taken = sum(plan.heights)
    free = room - ROW_GAP * max(0, len(plan.rows) - 1)
    factor = max(1.0, min(most, free / taken)) if taken else 1.0
    heights = tuple(height * factor for height in plan.heights)
    return Tree(plan.rows, heights, plan.parts, plan.part_heights, plan.left_out)


def dealt_rows(
    rows: Sequence[Row], chain: ValueChain, columns: Columns, room: float, setting: Setting
) -> list[Tree]:
    """Return the trees of all sheets, each as full as its height allows."""
    sheets: list[Tree] = []
    run: list[Row] = []
    current: Tree | None = None
    for row in rows:
        grown = tree([*run, row], chain, columns, room, setting)
        if current and (grown.height > room or grown.left_out):
            sheets.append(fitted(current, room))
            run = []
            grown = tree([row], chain, columns, room, setting)
        run.append(row)
        current = grown
    return [*sheets, fitted(current, room)] if current else sheets


def _heights(
    rows: Sequence[Row], chain: ValueChain, columns: Columns, room: float, setting: Setting
) -> tuple[float, ...]:
    heights = [
        min(room * _MOST_ROW,
            tile_height(indicator_card(row, chain, setting), columns.indicators[1], setting))
        for row in rows
    ]  # fmt: skip
    for first, end in runs(rows, criteria=True):
        card = criterion_card(rows[first].criterion, chain, setting)
        _raise(heights, first, end, tile_height(card, columns.criteria[1], setting), room)
    for first, end in runs(rows, criteria=False):
        card = question_card(rows[first].question, chain, setting)
        _raise(heights, first, end, tile_height(card, columns.questions[1], setting), room)
    return tuple(heights)


def _raise(heights: list[float], first: int, end: int, need: float, room: float) -> None:
    """Make some rows together as high as the card that stands beside them all."""
    count = end - first
    missing = min(need, room * _MOST_ROW) - sum(heights[first:end]) - ROW_GAP * (count - 1)
    for place in range(first, end):
        heights[place] += max(0.0, missing) / count
