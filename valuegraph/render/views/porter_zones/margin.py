"""Porter's margin: one thin arrow, its name set along both of its slanted sides."""

from __future__ import annotations

import math

from valuegraph.model.impact import Margin
from valuegraph.render.fit import fit_box
from valuegraph.render.scene import Group, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import status_sign, strong_look
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.porter_zones.chart import Chart

_SIZE = 32.0
_LINE = 1.1
_TRACKING = 5.0
_SHARE = 0.82  # of a side's length, free of the corners


def margin_arrow(margin: Margin, chart: Chart, options: ViewOptions) -> Group:
    """Return the arrow of a chain whose only result is a margin, as in the chart of 1985."""
    theme, head = options.theme, chart.arrow
    edge = chart.edge
    look = strong_look(margin.status, theme.impacts[0], theme, ink=theme.on_impact)
    title = margin.label(options.language)
    shape = Shape.polygon(head.slice(edge.top, edge.bottom), look.paint, radius=7, title=title)
    sign = status_sign(
        margin.status, edge.x + head.gap + head.thickness - 8, edge.top + 8, look.ink
    )
    return Group(
        margin.id,
        (shape, *(_along(title, chart, options, look.ink, down=down) for down in (True, False)),
         *sign),
        ref=margin.id,
        role="margin",
        title=title,
        description=margin.text("description", options.language),
    )  # fmt: skip


def _along(title: str, chart: Chart, options: ViewOptions, ink: str, *, down: bool) -> Text:
    """Return the name along one slanted side: read downwards above the point, upwards below it."""
    edge, head = chart.edge, chart.arrow
    half = (edge.bottom - edge.top) / 2
    angle = math.degrees(math.atan2(half, edge.depth))
    middle = edge.top + half / 2 if down else edge.bottom - half / 2
    centre = edge.at(middle) + head.gap + head.thickness / 2
    length = math.hypot(half, edge.depth) * _SHARE
    across = head.thickness * math.sin(math.radians(angle)) - 24
    style = written(
        options, bold=True, caps=True, align="center", valign="middle", colour=ink,
        tracking=_TRACKING, line_height=_LINE, rotate=angle if down else -angle,
    )  # fmt: skip
    return fit_box(
        title, centre - length / 2, middle - across / 2, length, _SIZE, h=across, **style
    )
