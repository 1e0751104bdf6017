"""How links look: colour by kind, dashes by status and sign, never colour alone."""

from __future__ import annotations

from valuegraph.model.part import Status
from valuegraph.render.colour import mix
from valuegraph.render.scene import Paint
from valuegraph.render.theme import Theme
from valuegraph.render.views.blocks.badges import DASH, DOTS
from valuegraph.render.views.flow_zones.weights import Bond

NEGATIVE_DASH = (11.0, 4.0, 2.0, 4.0)
"""What hinders or wears out: long and short strokes by turns."""

RETURN_WIDTH = 1.9
"""The width of a line that comes back."""

_PALE, _PALER, _STRONG = 0.72, 0.86, 0.3


def colour_of(bond: Bond, theme: Theme) -> str:
    """Return the full colour of a link that flows forward."""
    if bond.negative:
        return theme.harms[0]
    if bond.kind == "feeds":
        return theme.highlight
    return theme.impacts[1] if bond.kind == "contributes" else theme.structure


def ribbon_paint(bond: Bond, theme: Theme, *, bright: bool) -> Paint:
    """Return the paint of a ribbon: full on the strongest route, pale elsewhere."""
    colour = colour_of(bond, theme)
    line = mix(colour, theme.paper, 0 if bright else _STRONG)
    if bond.negative:
        return Paint(mix(colour, theme.paper, _PALER), line, 1.5, NEGATIVE_DASH)
    if bond.status is Status.HYPOTHESIS:
        return Paint(mix(colour, theme.paper, 0.45 if bright else _PALER), line, 1.5, DASH)
    if bond.status is Status.PLANNED:
        return Paint(mix(colour, theme.paper, 0.45 if bright else _PALER), line, 1.5)
    if not bond.weight:
        return Paint(mix(colour, theme.paper, _STRONG))
    return Paint(colour if bright else mix(colour, theme.paper, _PALE))


def line_paint(bond: Bond, width: float, theme: Theme, *, bright: bool) -> Paint:
    """Return the paint of a link drawn as a line as wide as a ribbon would be."""
    paint = ribbon_paint(bond, theme, bright=bright)
    thick = paint.fill if width > 6 and not paint.dash else paint.stroke or paint.fill
    if paint.dash and width > 6:
        thick = mix(colour_of(bond, theme), theme.paper, 0.2 if bright else 0.5)
    return Paint("", thick, width, paint.dash)


def return_colour(kind: str, negative: bool, theme: Theme) -> str:
    """Return the colour of what comes back."""
    if negative:
        return theme.harms[0]
    return theme.resource_label if kind == "regenerates" else theme.impacts[0]


def return_paint(kind: str, negative: bool, supposed: bool, theme: Theme) -> Paint:
    """Return the paint of a line that comes back."""
    dash = NEGATIVE_DASH if negative else DASH if supposed else ()
    if negative and supposed:
        dash = DOTS
    return Paint("", return_colour(kind, negative, theme), RETURN_WIDTH, dash)
