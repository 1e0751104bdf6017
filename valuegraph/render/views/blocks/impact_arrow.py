"""The arrow head that leaves the house: one slice an impact, all along one slanted edge."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact, Margin
from valuegraph.model.part import Sign, Status
from valuegraph.render.geometry import Outline, SlantedEdge
from valuegraph.render.scene import Group, Node, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import MARK_ROOM, has_sign, status_sign, strong_look
from valuegraph.render.views.blocks.impact_slice import Slice, Spot, drawn_slices, effects
from valuegraph.render.views.blocks.lettering import caption
from valuegraph.render.views.blocks.results import Results
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.words import say

SLICE_GAP = 6.0
LEAST_SLICE = 38.0
"""The least height in du of a slice that can be read."""

_HEADING_SIZE = 13.5
_HEADING_ROOM = 30.0
_HEADED = 132.0  # a slice at least as high has the heading in it


@dataclass(frozen=True, slots=True)
class ArrowHead:
    """Where the arrow head stands: ``gap`` du right of an edge and ``thickness`` du wide.

    Its left side follows the edge, or is ``straight`` at the edge's foot.
    """

    edge: SlantedEdge
    gap: float = 10.0
    thickness: float = 238.0
    straight: bool = False

    def left(self, top: float, bottom: float) -> float:
        """Return the greatest x of the left side between two heights."""
        edge = self.edge
        return (edge.x if self.straight else edge.greatest(top, bottom)) + self.gap

    def right(self, top: float, bottom: float) -> float:
        """Return the smallest x of the right side between two heights."""
        return self.edge.least(top, bottom) + self.gap + self.thickness

    def slice(self, top: float, bottom: float) -> Outline:
        """Return the part of the arrow head between two heights."""
        shift = self.gap + self.thickness
        if self.straight:
            return self.edge.block(self.edge.x + self.gap, top, bottom, shift=shift)
        return self.edge.block(0, top, bottom, shift=shift, left_shift=self.gap)


def impact_arrow(
    chain: ValueChain,
    parts: Results,
    head: ArrowHead,
    options: ViewOptions,
    *,
    heading: str = "",
    above: float | None = None,
    largest: float = 1.1,
) -> Group:
    """Return the arrow head: one slice for each impact or margin, from top to bottom.

    Args:
        chain: the chain, asked for the resources that impacts renew or deplete.
        parts: what the slices show; without any, the arrow says that impacts are to be described.
        head: where the arrow stands.
        options: how it is drawn.
        heading: small capitals in the first slice, if the slices are high enough.
        above: where the heading stands if they are not; it is left out without that.
        largest: the largest scale of the texts.
    """
    title = heading or say("impacts", options.language)
    if [part.label(options.language) for part in parts] == [heading]:
        heading = ""
    if not parts:
        nodes = _undescribed(head, options, largest)
        return Group("zone..impacts", nodes, role="impacts", title=title)
    edge = head.edge
    height = (edge.bottom - edge.top - SLICE_GAP * (len(parts) - 1)) / len(parts)
    headed = bool(heading) and height >= _HEADED
    slices = []
    for place, part in enumerate(parts):
        top = edge.top + place * (height + SLICE_GAP)
        room = _HEADING_ROOM if headed and not place else 0.0
        spot = Spot(top + room, top + height, head.left, head.right)
        slices.append(_slice(chain, part, place, spot, options))
    drawn: list[Node] = []
    for place, (each, inside) in enumerate(
        zip(slices, drawn_slices(slices, options, largest), strict=True)
    ):
        top = edge.top + place * (height + SLICE_GAP)
        ground = Shape.polygon(
            head.slice(top, top + height), each.look.paint, radius=7, title=each.title
        )
        own: list[Node] = [ground]
        if headed and not place:
            signed = MARK_ROOM if has_sign(each.part.status) else 0.0
            own.append(_heading(heading, top + 12, head, _light(each, options), options, signed))
        corner = head.right(top, top + 24) - 10
        own += [*inside, *status_sign(each.part.status, corner, top + 8, each.look.accent)]
        drawn.append(_grouped(each, tuple(own), options))
    if heading and not headed and above is not None:
        colour = options.theme.impacts[0]
        drawn.insert(0, _heading(heading, above, head, colour, options))
    return Group("zone..impacts", tuple(drawn), role="impacts", title=title)


def most_slices(height: float) -> int:
    """Return how many slices can be read on an arrow of that height."""
    return max(1, int((height + SLICE_GAP) / (LEAST_SLICE + SLICE_GAP)))


def _slice(
    chain: ValueChain, part: Impact | Margin, place: int, spot: Spot, options: ViewOptions
) -> Slice:
    theme = options.theme
    harm = isinstance(part, Impact) and part.sign is Sign.MINUS
    colour = (theme.harms if harm else theme.impacts)[place % 2]
    look = strong_look(part.status, colour, theme, ink=theme.on_impact, accent=theme.impact_icon)
    judged, returned = effects(chain, part, options.language)
    return Slice(part, look, spot, part.label(options.language), judged, returned)


def _grouped(each: Slice, nodes: tuple[Node, ...], options: ViewOptions) -> Group:
    part = each.part
    told = (part.text("description", options.language), *each.judged, *each.returned)
    return Group(
        part.id,
        nodes,
        ref=part.id,
        role=part.kind,
        title=each.title,
        description="\n".join(text for text in told if text),
    )


def _light(each: Slice, options: ViewOptions) -> str:
    theme = options.theme
    return theme.impact_label if each.look.ink == theme.on_impact else each.look.ink


def _heading(
    heading: str,
    top: float,
    head: ArrowHead,
    colour: str,
    options: ViewOptions,
    signed: float = 0.0,
) -> Text:
    low = max(top, head.edge.top)
    left = head.left(low, low + _HEADING_SIZE * 1.2) + (18 if head.straight else 14)
    width = head.right(low, low + _HEADING_SIZE * 1.2) - 12 - left - signed
    return caption(heading, left, top, width, _HEADING_SIZE, options, colour=colour)


def _undescribed(head: ArrowHead, options: ViewOptions, largest: float) -> tuple[Node, ...]:
    """Return the whole arrow as a dashed outline that says what is still to come."""
    theme, edge = options.theme, head.edge
    look = strong_look(Status.HYPOTHESIS, theme.impacts[0], theme)
    shape = Shape.polygon(head.slice(edge.top, edge.bottom), look.paint, radius=7)
    top, bottom = edge.middle - 50, edge.middle + 50
    left = head.left(top, bottom) + 18
    text = Setting(options, largest).placed(
        say("no impacts", options.language),
        left,
        top,
        head.right(top, bottom) - 18 - left,
        18.5,
        h=bottom - top,
        italic=True,
        valign="middle",
        colour=look.ink,
    )
    return (shape, text)
