"""Shapes and lines as PowerPoint knows them: native where there is one, else a free form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from valuegraph.render.geometry import outline, rounded_path
from valuegraph.render.scene import Paint, Point, Shape, Site

Box = tuple[float, float, float, float]
"""Left, top, width and height in design units."""

SITES: dict[Site, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The places of a shape that a connector is glued to, by PowerPoint's number."""

_ELLIPSE_SITES: dict[Site, int] = {"top": 0, "left": 2, "bottom": 4, "right": 6}
_PRESETS = {"home_plate": "homePlate", "chevron": "chevron", "ellipse": "ellipse"}
_CORNER = 1 - 0.5**0.5
"""How far into a rounded corner the text of a shape may not go, by the corner's radius."""
_PLACES = (("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc"))
_ANGLES = ("16200000", "10800000", "5400000", "0")
_WHOLE = 100_000
NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a scene lies on its slide: ``scale`` English metric units a design unit, and margins.

    There are 12,700 of these units in a typographic point and 36,000 in a millimetre.
    """

    scale: float
    left: float
    top: float

    def x(self, value: float) -> int:
        """Return a horizontal place on the slide."""
        return round(self.left + value * self.scale)

    def y(self, value: float) -> int:
        """Return a vertical place on the slide."""
        return round(self.top + value * self.scale)

    def length(self, value: float) -> int:
        """Return a length on the slide."""
        return round(value * self.scale)

    @property
    def points(self) -> float:
        """How many typographic points one design unit is."""
        return self.scale / 12_700


def text_area(shape: Shape) -> Box:
    """Return the part of a shape in which PowerPoint puts its text, before any inset."""
    x, y, w, h = shape.x, shape.y, shape.w, shape.h
    match shape.kind:
        case "rect":
            inset = min(shape.radius, w / 2, h / 2) * _CORNER
            return x + inset, y + inset, w - 2 * inset, h - 2 * inset
        case "home_plate":
            return x, y, w - shape.depth / 2, h
        case "chevron":
            return x + shape.depth, y, w - 2 * shape.depth, h
        case "ellipse":
            return x + w / 2 * _CORNER, y + h / 2 * _CORNER, w * 0.5**0.5, h * 0.5**0.5
    return x, y, w, h


def sides_of(shape: Shape) -> dict[Site, Point]:
    """Return the middle of each side of a shape, where connectors are glued."""
    x, y, w, h = shape.x, shape.y, shape.w, shape.h
    return {
        "top": (x + w / 2, y), "left": (x, y + h / 2),
        "bottom": (x + w / 2, y + h), "right": (x + w, y + h / 2),
    }  # fmt: skip


def site_of(shape: Shape | None, site: Site, near: Point) -> int:
    """Return PowerPoint's number of a site; without a site, that of the side ``near`` a point."""
    if shape is None:
        return SITES.get(site, 0)
    if not site:
        sides = sides_of(shape)
        site = min(sides, key=lambda side: _squared(sides[side], near))
    return (_ELLIPSE_SITES if shape.kind == "ellipse" else SITES)[site]


def drawn_shape(properties: Element, shape: Shape, ground: Ground) -> None:
    """Fill ``p:spPr`` with a shape's place, form, fill and line."""
    box = (shape.x, shape.y, shape.w, shape.h)
    least = min(shape.w, shape.h) or 1
    paint = shape.paint
    placed(properties, box, ground)
    if shape.kind == "rect":
        if shape.radius:
            preset(properties, "roundRect", {"adj": min(0.5, shape.radius / least)})
        else:
            preset(properties, "rect")
    elif shape.kind in _PRESETS:
        pointed = {} if shape.kind == "ellipse" else {"adj": shape.depth / least}
        preset(properties, _PRESETS[shape.kind], pointed)
    elif shape.kind == "path" and shape.grid:
        stretch = shape.w / shape.grid
        free_form(properties, shape.d, box, ground, stretch=stretch, fill=bool(paint.fill))
    elif shape.kind == "path":
        free_form(properties, shape.d, box, ground, fill=bool(paint.fill))
    elif shape.kind == "line":
        path = rounded_path(shape.points, shape.radius, closed=False)
        free_form(properties, path, box, ground, fill=False)
    else:
        free_form(properties, rounded_path(outline(shape), shape.radius), box, ground,
                  fill=bool(paint.fill))  # fmt: skip
    if paint.fill and shape.kind != "line":
        _colour(SubElement(properties, "a:solidFill"), paint.fill, paint.opacity)
    else:
        SubElement(properties, "a:noFill")
    lined(properties, paint, ground)


def placed(
    properties: Element,
    box: Box,
    ground: Ground,
    *,
    turned: float = 0,
    flipped: tuple[bool, bool] = (False, False),
) -> None:
    """Add where a shape stands, and by how much it is turned (degrees, clockwise) or mirrored."""
    place = SubElement(properties, "a:xfrm")
    if turned:
        place.set("rot", str(round(turned % 360 * 60_000)))
    for name, mirrored in zip(("flipH", "flipV"), flipped, strict=True):
        if mirrored:
            place.set(name, "1")
    corner = {"x": str(ground.x(box[0])), "y": str(ground.y(box[1]))}
    SubElement(place, "a:off", corner)
    size = {"cx": str(ground.length(box[2])), "cy": str(ground.length(box[3]))}
    SubElement(place, "a:ext", size)


def free_form(
    properties: Element, path: str, box: Box, ground: Ground, *, stretch: float = 0, fill: bool
) -> None:
    """Add a free form from SVG path data, with the four sites of a rectangle.

    Args:
        properties: the element it goes into.
        path: in design units, or on a grid of its own from 0 when ``stretch`` is its scale.
        box: what the path fills.
        ground: the slide.
        stretch: design units a unit of the path's grid; 0 when it has none.
        fill: whether the form has an inside.
    """
    form = SubElement(properties, "a:custGeom")
    for name in ("a:avLst", "a:gdLst", "a:ahLst"):
        SubElement(form, name)
    sites = SubElement(form, "a:cxnLst")
    for (x, y), angle in zip(_PLACES, _ANGLES, strict=True):
        SubElement(SubElement(sites, "a:cxn", {"ang": angle}), "a:pos", {"x": x, "y": y})
    SubElement(form, "a:rect", {"l": "l", "t": "t", "r": "r", "b": "b"})
    size = {"w": str(ground.length(box[2])), "h": str(ground.length(box[3]))}
    drawn = SubElement(SubElement(form, "a:pathLst"), "a:path", size)
    if not fill:
        drawn.set("fill", "none")
    scale = ground.scale * (stretch or 1)
    left, top = (0.0, 0.0) if stretch else (box[0], box[1])

    def point(parent: Element, place: Point) -> None:
        where = {"x": str(round((place[0] - left) * scale)),
                 "y": str(round((place[1] - top) * scale))}  # fmt: skip
        SubElement(parent, "a:pt", where)

    for step, places in _steps(path):
        element = SubElement(drawn, _STEPS[step])
        for place in places:
            point(element, place)


_STEPS = {
    "moveTo": "a:moveTo",
    "lineTo": "a:lnTo",
    "curveTo": "a:cubicBezTo",
    "qCurveTo": "a:quadBezTo",
    "closePath": "a:close",
}


def lined(properties: Element, paint: Paint, ground: Ground, *, head: bool = False) -> None:
    """Add a line, or say that there is none; the order of what it holds is PowerPoint's."""
    line = SubElement(properties, "a:ln")
    if not paint.stroke or not paint.width:
        SubElement(line, "a:noFill")
        return
    line.set("w", str(max(1, ground.length(paint.width))))
    line.set("cap", "rnd")
    _colour(SubElement(line, "a:solidFill"), paint.stroke, paint.opacity)
    if paint.dash:
        dashes = SubElement(line, "a:custDash")
        parts = paint.dash if len(paint.dash) % 2 == 0 else paint.dash * 2
        for dash, gap in zip(parts[::2], parts[1::2], strict=True):
            widths = {"d": dash / paint.width, "sp": gap / paint.width}
            SubElement(dashes, "a:ds", {name: str(round(n * _WHOLE)) for name, n in widths.items()})
    SubElement(line, "a:round")
    if head:
        SubElement(line, "a:tailEnd", {"type": "triangle", "w": "med", "len": "med"})


def preset(properties: Element, name: str, adjusted: Mapping[str, float] = NOTHING) -> None:
    """Add a form of PowerPoint's own, with what is adjusted in it as shares of its size."""
    form = SubElement(properties, "a:prstGeom", {"prst": name})
    values = SubElement(form, "a:avLst")
    for guide, share in adjusted.items():
        SubElement(values, "a:gd", {"name": guide, "fmla": f"val {round(share * _WHOLE)}"})


def _colour(parent: Element, colour: str, opacity: float = 1) -> None:
    element = SubElement(parent, "a:srgbClr", {"val": colour.lstrip("#").upper()})
    if opacity != 1:
        SubElement(element, "a:alpha", {"val": str(round(opacity * _WHOLE))})


def _steps(path: str) -> list[tuple[str, tuple[Point, ...]]]:
    """Return the steps of SVG path data, arcs as cubic curves."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    pen: Any = RecordingPen()
    parse_path(re.sub(r"\s+", " ", path), pen)
    return [(step, places) for step, places in pen.value if step in _STEPS]


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
