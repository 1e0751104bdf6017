"""A printed sheet measured in millimetres: what a kit is laid out on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Unpack

from valuegraph.render.fit import SIZE_FLOOR, TextStyle, fit_box, fit_line
from valuegraph.render.page import Page
from valuegraph.render.scene import Node, Paint, Scene, Shape, ShapeKind, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import CAPTION_TRACKING, written
from valuegraph.render.wrap import line_width

CAP_HEIGHT = 0.642
"""The height of a capital of Carlito, as a share of the font's size."""
CAP_PER_METRE = 4.0
"""Millimetres of capital height for each metre of reading distance (1/250).

A person of normal sight can just read 1.5 mm a metre; signs are set two to three times larger.
"""


def size_for(metres: float) -> float:
    """Return the font size in millimetres that is read well from a distance in metres."""
    return metres * CAP_PER_METRE / CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class Paper:
    """A page drawn on in millimetres.

    Attributes:
        page: the page.
        options: the language and theme of what is written on it.
        across: its width in the millimetres used for drawing; another width than the page's own
            draws everything in proportion.
    """

    page: Page
    options: ViewOptions
    across: float

    def du(self, millimetres: float) -> float:
        """Return a length in design units."""
        return millimetres * self.page.width / self.across

    def scene(self, title: str, description: str, nodes: Iterable[Node]) -> Scene:
        """Return the sheet with what stands on it."""
        return Scene(
            title,
            description,
            tuple(nodes),
            language=self.options.language,
            width=self.page.width,
            height=self.page.height,
            background=self.options.theme.paper,
            page=self.page,
            font=self.options.theme.font,
        )

    def shape(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        paint: Paint,
        *,
        kind: ShapeKind = "rect",
        radius: float = 0,
        depth: float = 0,
        decorative: bool = False,
    ) -> Shape:
        """Return a shape in a box; all lengths in millimetres but those of the paint."""
        return Shape(
            kind,
            self.du(x),
            self.du(y),
            self.du(w),
            self.du(h),
            paint,
            radius=self.du(radius),
            depth=self.du(depth),
            decorative=decorative,
        )

    def pen(self, colour: str, width: float, *dash: float) -> Paint:
        """Return a line of a width and dashes in millimetres."""
        return Paint(stroke=colour, width=self.du(width), dash=tuple(map(self.du, dash)))

    def rule(self, points: Iterable[tuple[float, float]], paint: Paint) -> Shape:
        """Return an open line through points in millimetres."""
        return Shape.line(tuple((self.du(x), self.du(y)) for x, y in points), paint)

    def line(
        self,
        text: str,
        x: float,
        y: float,
        w: float,
        size: float,
        *,
        h: float | None = None,
        **style: Unpack[TextStyle],
    ) -> Text:
        """Return a text on one line, shrunk to half its size before it is cut."""
        return fit_line(
            text,
            self.du(x),
            self.du(y),
            self.du(w),
            self.du(size),
            min_size=self._least(size),
            h=None if h is None else self.du(h),
            **written(self.options, **style),
        )

    def box(
        self,
        text: str,
        x: float,
        y: float,
        w: float,
        size: float,
        *,
        h: float,
        **style: Unpack[TextStyle],
    ) -> Text:
        """Return a text in a box, shrunk to half its size before it is shortened."""
        return fit_box(
            text,
            self.du(x),
            self.du(y),
            self.du(w),
            self.du(size),
            h=self.du(h),
            min_size=self._least(size),
            **written(self.options, **style),
        )

    def caption(self, text: str, x: float, y: float, w: float, size: float, colour: str) -> Text:
        """Return a heading in tracked capitals."""
        return self.line(
            text, x, y, w, size, bold=True, caps=True, tracking=self._tracking(size), colour=colour
        )

    def caption_width(self, text: str, size: float) -> float:
        """Return the width in millimetres that a caption takes."""
        drawn = line_width(
            text.upper(),
            self.du(size),
            font=self.options.theme.font,
            bold=True,
            tracking=self._tracking(size),
        )
        return drawn / self.du(1) + 1

    def _least(self, size: float) -> float:
        return min(self.du(size), max(self.du(size) / 2, SIZE_FLOOR))

    def _tracking(self, size: float) -> float:
        return CAPTION_TRACKING * self.du(size) / 14
