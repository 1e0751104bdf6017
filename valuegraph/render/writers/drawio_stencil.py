"""Paths in draw.io: a stencil of our own, drawn by draw.io and coloured by its style."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from valuegraph.render.geometry import decimal
from valuegraph.render.scene import Point, Shape

_NAMES = {"moveTo": "move", "lineTo": "line", "curveTo": "curve", "qCurveTo": "quad"}
_STORED = 65_535
_THINNEST = 0.01


def stencil(shape: Shape) -> str:
    """Return the value of the style ``shape`` that draws a path: ``stencil(...)``.

    draw.io wants the stencil deflated. It is stored as it is, for two versions of zlib may
    deflate the same text differently.
    """
    raw = _xml(shape).encode("ascii")
    stored = b""
    for start in range(0, len(raw), _STORED):
        piece = raw[start : start + _STORED]
        last = start + _STORED >= len(raw)
        stored += struct.pack("<BHH", last, len(piece), len(piece) ^ 0xFFFF) + piece
    return f"stencil({base64.b64encode(stored).decode('ascii')})"


def _xml(shape: Shape) -> str:
    grid = shape.grid
    left, top = (0.0, 0.0) if grid else (shape.x, shape.y)
    width, height = (grid, grid) if grid else (shape.w, shape.h)
    pen = RecordingPen()
    parse_path(shape.d, pen)
    steps = "".join(_step(name, points, left, top) for name, points in _drawn(pen))
    painted = "fillstroke" if shape.paint.fill and shape.paint.stroke else (
        "fill" if shape.paint.fill else "stroke"
    )  # fmt: skip
    return (
        f'<shape w="{decimal(max(width, _THINNEST))}" h="{decimal(max(height, _THINNEST))}" '
        'aspect="variable" strokewidth="inherit"><foreground>'
        '<linejoin join="round"/><linecap cap="round"/>'
        f"<path>{steps}</path><{painted}/></foreground></shape>"
    )


def _drawn(pen: RecordingPen) -> Iterator[tuple[str, tuple[Point, ...]]]:
    yield from ((name, points) for name, points in pen.value if name != "endPath")


def _step(name: str, points: tuple[Point, ...], left: float, top: float) -> str:
    if name == "closePath":
        return "<close/>"
    places = [(decimal(x - left), decimal(y - top)) for x, y in points]
    if len(places) == 1:
        x, y = places[0]
        return f'<{_NAMES[name]} x="{x}" y="{y}"/>'
    numbered = " ".join(f'x{n}="{x}" y{n}="{y}"' for n, (x, y) in enumerate(places, 1))
    return f"<{_NAMES[name]} {numbered}/>"
