"""The key to the marks of the extended view: only those that occur."""

from __future__ import annotations

from valuegraph.render.icons import ICONS
from valuegraph.render.scene import Paint
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import Mark, status_marks, undiscussed
from valuegraph.render.views.blocks.cells import WAY_SIGNS
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.words import say

_DASH = "M5 12H19"


def marks_of(content: Content, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend's entries: statuses, ways, empty cells, renewed resources."""
    theme, language = options.theme, options.language
    cells = content.shown_cells()
    marks = list(status_marks(content.marked(), options))
    if any(cell.both_ways and cell.entries for cell in cells):
        marks += [
            Mark(say(way.value, language), Paint(), sign, theme.muted)
            for way, sign in WAY_SIGNS.items()
        ]
    if any(cell.discussed_none for cell in cells):
        ground = Paint(theme.structure_tint)
        marks.append(Mark(say("none", language), ground, _DASH, theme.muted))
    if any(not cell.entries and not cell.discussed_none for cell in cells):
        marks.append(Mark(say("not discussed", language), undiscussed(theme)))
    if content.renewed:
        sign = ICONS["loop"]
        marks.append(Mark(say("renewed", language), Paint(), sign, theme.resource_icon))
    return tuple(marks)
