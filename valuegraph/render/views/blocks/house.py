"""Where the zones of the extended view stand on a sheet: frame, house, arrow, cards."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.geometry import SlantedEdge, decimal
from valuegraph.render.page import Page
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.impact_arrow import ArrowHead
from valuegraph.render.views.blocks.lettering import caption

GAP = 6.0
"""Between blocks."""
ZONE_GAP = 12.0
"""Between the support activities and the primary ones."""
STRIP = 38.0
"""The width of the vertical title of a zone."""
INSET = 18.0
"""From the frame to what stands in it."""

LABEL_TOP = 13.0
"""From the frame's top to its label."""

_LABEL_ROOM = 46.0
_CARD_ROOM = 32.0  # from the cards' shoulder to the house
_FRAME_RADIUS = 18.0
_LABEL_SIZE = 13.5
_WIDE = 1200.0


@dataclass(frozen=True, slots=True)
class House:
    """The frame, the house in it and the arrow that leaves it; lengths in du.

    Attributes:
        left, top, right, bottom: the frame of the ecosystem.
        cards: the width of the resource cards, their point apart; 0 without any.
        start: the left side of the house.
        edge: its slanted right side, from its roof to its floor.
        thickness: of the arrow head.
    """

    left: float
    top: float
    right: float
    bottom: float
    cards: float
    start: float
    edge: SlantedEdge
    thickness: float

    @property
    def body(self) -> float:
        """The left side of the bands and columns, right of the vertical titles."""
        return self.start + STRIP + GAP

    @property
    def arrow(self) -> ArrowHead:
        """The arrow head."""
        return ArrowHead(self.edge, thickness=self.thickness)


def house_on(page: Page, top: float, bottom: float, *, cards: bool, pills: float) -> House:
    """Return the house on a sheet, between two heights.

    Args:
        page: the sheet.
        top, bottom: the frame's.
        cards: whether there are resources at the left.
        pills: the height of the stakeholders' rows; 0 without any.
    """
    wide = page.width >= _WIDE
    depth, thickness = (100.0, 238.0) if wide else (70.0, 176.0)
    width = (142.0 if wide else 118.0) if cards else 0.0
    right = page.width - MARGIN - 2 - depth
    start = MARGIN + INSET + (width + _CARD_ROOM if cards else 0)
    floor = bottom - (24 if not pills else INSET + pills + 24)
    edge = SlantedEdge(right - thickness - 10, top + _LABEL_ROOM, floor, depth)
    return House(MARGIN, top, right, bottom, width, start, edge, thickness)


def frame(house: House, label: str, options: ViewOptions) -> Group:
    """Return the ecosystem: a pale ground, its label, a dotted line open where the arrow leaves."""
    theme = options.theme
    left, top, right, bottom = house.left, house.top, house.right, house.bottom
    ground = Shape(
        "rect", left, top, right - left, bottom - top, Paint(theme.frame), radius=_FRAME_RADIUS
    )
    line = Shape(
        "path",
        left,
        top,
        right - left,
        bottom - top,
        Paint(stroke=theme.frame_line, width=1.6, dash=(1.6, 6)),
        d=_open_line(house),
        decorative=True,
    )
    title = caption(
        label,
        left + 22,
        top + LABEL_TOP,
        house.edge.x - left - 44,
        _LABEL_SIZE,
        options,
        colour=theme.frame_label,
    )
    nodes: tuple[Node, ...] = (ground, line, title)
    return Group("zone..ecosystem", nodes, role="frame", title=label)


def _open_line(house: House) -> str:
    """Return the frame's outline from below the arrow's roof round to above its floor."""
    r = _FRAME_RADIUS
    left, top, right, bottom = house.left, house.top, house.right, house.bottom
    n = decimal
    arc = f"A{n(r)} {n(r)} 0 0 0 "
    return (
        f"M{n(right)} {n(house.edge.top - 8)}V{n(top + r)}{arc}{n(right - r)} {n(top)}"
        f"H{n(left + r)}{arc}{n(left)} {n(top + r)}V{n(bottom - r)}"
        f"{arc}{n(left + r)} {n(bottom)}H{n(right - r)}{arc}{n(right)} {n(bottom - r)}"
        f"V{n(house.edge.bottom + 8)}"
    )
