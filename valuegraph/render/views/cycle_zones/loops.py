"""Below the ring: the shortest loop of each resource, written out."""

from __future__ import annotations

from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.lettering import caption, written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.cycle_zones.content import Turning, loop_words
from valuegraph.render.views.flow_zones.reading import RESOURCES, Reading
from valuegraph.render.words import say

_BAR, _INSET = 6.0, 20.0
_CAPTION, _LINE = 12.5, 15.5
_STEP, _LEAST_STEP = 22.0, 16.0
_ONE_COLUMN = 4
_GAP = 28.0


def loops_band(reading: Reading, turning: Turning, bottom: float, options: ViewOptions) -> Band:
    """Return the zone above the footing: one line a loop, in two columns if there are many."""
    shown = {part.id for part in reading.columns[RESOURCES]}
    loops = [loop for loop in turning.loops if loop.resource in shown]
    title = say("shortest loops", options.language)
    lines = [
        (loop.resource, ("− " if loop.polarity == "-" else "") + loop_words(reading, loop, options))
        for loop in loops
    ] or [("", say("no loop in words", options.language))]
    theme, width = options.theme, options.page.width - 2 * MARGIN - _INSET
    columns = 2 if len(lines) > _ONE_COLUMN else 1
    rows = -(-len(lines) // columns)
    step = _STEP if rows <= _ONE_COLUMN else _LEAST_STEP + 2
    height = 20 + rows * step
    top = bottom - height
    cell = (width - _GAP * (columns - 1)) / columns
    nodes: list[Node] = [
        Shape("rect", MARGIN, top, _BAR, height, Paint(theme.highlight), radius=3,
              decorative=True),
        caption(title, MARGIN + _INSET, top, width, _CAPTION, options, h=18, valign="middle",
                colour=theme.resource_label),
    ]  # fmt: skip
    size = min(_LINE, step * 0.75)
    setting = Setting(options, 1.0)
    for place, (ref, words) in enumerate(lines):
        column, row = divmod(place, rows)
        x, y = MARGIN + _INSET + column * (cell + _GAP), top + 20 + row * step
        wide = min(cell, setting.line(words, _LINE) + 2)
        text = fit_line(words, x, y, max(wide, 40.0), size, h=step,
                        **written(options, valign="middle"))  # fmt: skip
        nodes.append(Group(f"loop..{place}", (text,), ref=ref, role="loop", title=words))
    return Band((Group("zone..shortest", tuple(nodes), role="route", title=title),), top, bottom)
