"""Styles of draw.io: the native shape, the paint and the font of each thing of a scene."""

from __future__ import annotations

import re
from collections.abc import Mapping

from valuegraph.render.fontface import Font
from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Connector, Paint, Shape, Text, VAlign
from valuegraph.render.writers.drawio_label import first_run
from valuegraph.render.writers.drawio_stencil import stencil

Style = Mapping[str, str]

NATIVE = ("rect", "ellipse", "home_plate", "chevron", "polygon")
"""The kinds of shape that draw.io has itself, and that a text can stand in."""

_UPWARDS = -90
_ENDS_A_VALUE = re.compile("[;=]")


def written(style: Style) -> str:
    """Return a style as draw.io writes it: ``key=value;``, or a bare name for what has none."""
    return "".join(
        f"{name}={_ENDS_A_VALUE.sub('', value) if name != 'shape' else value};" if value
        else f"{name};" for name, value in style.items()
    )  # fmt: skip


def shape_style(shape: Shape) -> Style:
    """Return the style of a shape, its native kind first."""
    return {**_kind(shape), **painted(shape.paint)}


def _kind(shape: Shape) -> Style:
    match shape.kind:
        case "ellipse":
            return {"ellipse": ""}
        case "home_plate" | "chevron":
            depth = decimal(shape.depth)
            notch = depth if shape.kind == "chevron" else "0"
            return {"shape": "mxgraph.arrows2.arrow", "dy": "0", "dx": depth, "notch": notch}
        case "polygon":
            return {"shape": "mxgraph.basic.polygon", "polyCoords": _corners(shape),
                    "polyline": "0"}  # fmt: skip
        case "path":
            return {"shape": stencil(shape)}
    if not shape.radius:
        return {"rounded": "0"}
    radius = min(shape.radius, shape.w / 2, shape.h / 2)
    return {"rounded": "1", "absoluteArcSize": "1", "arcSize": decimal(radius * 2)}


def _corners(shape: Shape) -> str:
    """Return the corners as fractions of the box, so that the shape can be stretched."""
    width, height = shape.w or 1, shape.h or 1
    corners = (
        f"[{(x - shape.x) / width:.4f},{(y - shape.y) / height:.4f}]" for x, y in shape.points
    )
    return f"[{','.join(corners)}]"


def painted(paint: Paint) -> Style:
    """Return fill, line, dashes and opacity."""
    style = {"fillColor": paint.fill or "none", "strokeColor": paint.stroke or "none"}
    if paint.stroke:
        style["strokeWidth"] = decimal(paint.width)
        if paint.dash:
            # Without fixDash the dashes would be multiplied by the width of the line.
            lengths = " ".join(decimal(length) for length in paint.dash)
            style |= {"dashed": "1", "fixDash": "1", "dashPattern": lengths}
    if paint.opacity != 1:
        style["opacity"] = decimal(paint.opacity * 100)
    return style


def text_style(text: Text, font: Font) -> Style:
    """Return the font and the place of a text in its cell."""
    run = first_run(text)
    return {
        "html": "1",
        "whiteSpace": "wrap",
        "overflow": "visible",
        "fontFamily": f"{font.family},Calibri,Carlito,Segoe UI,sans-serif",
        "fontSize": decimal(text.size * run.scale),
        "fontColor": run.colour,
        "fontStyle": str(run.bold + 2 * (run.italic and not run.bold)),
        "align": text.align,
        "verticalAlign": text.valign,
        "spacing": "0",
        **_spacings({"Top": 0.0, "Bottom": 0.0}, text.valign),
    }


def free_text_style(text: Text, font: Font) -> Style:
    """Return the style of a text that is a cell of its own."""
    bare = {"text": "", "strokeColor": "none", "fillColor": "none"}
    turned = {"rotation": decimal(text.rotate)} if text.rotate else {}
    return {**bare, **text_style(text, font), **turned}


def label_style(text: Text, host: Shape, font: Font) -> Style:
    """Return the style of a text that stands in a shape: where in it, by its distances."""
    style = dict(text_style(text, font))
    if text.rotate == _UPWARDS:
        return {**style, "horizontal": "0"}
    distances = {
        "Left": text.x - host.x,
        "Right": host.x + host.w - text.x - text.w,
        "Top": text.y - host.y,
        "Bottom": host.y + host.h - text.y - text.h,
    }
    return {**style, **_spacings(distances, text.valign)}


def _spacings(distances: Mapping[str, float], valign: VAlign) -> Style:
    """Return the distances of a text from the sides of its cell, in whole pixels as draw.io reads.

    What draw.io adds by itself at the top and at the bottom is taken off.
    """
    own = {"top": {"Top": 5}, "bottom": {"Bottom": 1}}.get(valign, {})
    return {f"spacing{side}": str(round(far) - own.get(side, 0)) for side, far in distances.items()}


def edge_style(connector: Connector) -> dict[str, str]:
    """Return the style of a connector, but for the places where it touches its ends."""
    style = {"edgeStyle": "none", "rounded": "0", "html": "1"}
    if connector.route == "elbow":
        style["edgeStyle"] = "orthogonalEdgeStyle"
    if connector.route == "curve":
        style["curved"] = "1"
    elif connector.radius:
        style |= {"rounded": "1", "arcSize": decimal(connector.radius * 2)}
    style |= {"startArrow": "none", "endArrow": "none"}
    if connector.head:
        size = max(6.0, connector.paint.width * 2.5)
        style |= {"endArrow": "block", "endFill": "1", "endSize": decimal(size)}
    return style | {**painted(connector.paint), "fillColor": "none"}
