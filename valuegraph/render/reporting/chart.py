"""What the charts of a report share: a narrow sheet, bars, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.render.fit import text_block
from valuegraph.render.page import Page
from valuegraph.render.scene import Node, Scene, Text
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting

WIDTH = 1000.0
"""The width of a chart in du; its height is what its rows need."""

_TEXT_MM = 174.0
"""The width of a line of text on a page of A4, in millimetres."""

_SIZE, _LINE = 18.0, 1.2
MARGIN = 16.0


def name_block(text: str, w: float, setting: Setting, *, bold: bool = False) -> Text:
    """Return the name of a row, wrapped in ``w`` du, to be placed by ``at``."""
    return text_block(
        text, 0, 0, w, _SIZE, **written(setting.options, bold=bold, line_height=_LINE)
    )


def chart_scene(
    title: str, description: str, nodes: Sequence[Node], height: float, setting: Setting
) -> Scene:
    """Return a chart as a scene of the width of a text."""
    theme = setting.theme
    page = Page("chart", WIDTH, height, _TEXT_MM, _TEXT_MM * height / WIDTH)
    return Scene(
        title,
        description,
        tuple(nodes),
        language=setting.language,
        width=WIDTH,
        height=height,
        background=theme.paper,
        page=page,
        font=theme.font,
    )
