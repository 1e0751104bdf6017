"""The resources invested in each activity, on the line between its header and its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Status
from valuegraph.model.resource import Resource
from valuegraph.render.fit import SIZE_FLOOR, TextStyle, shorten, text_block
from valuegraph.render.scene import Group, Node, Paint, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    MARK_ROOM,
    MARK_SIZE,
    centred_icon,
    has_sign,
    part_icon,
    status_sign,
    tinted_look,
)
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.words import say

_ONE_SIZE, _ONE_ICON = 18.0, 28.0
_MANY_SIZE, _MANY_ICON = 15.0, 19.0
_LINE = 1.12
_RULE = 3.0


@dataclass(frozen=True, slots=True)
class Investment:
    """The resources of one activity, measured: each with its text, the side of its icon."""

    resources: tuple[Resource, ...]
    texts: tuple[Text, ...]
    icon: float
    gap: float
    left_out: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """The height of the whole stack, in du."""
        rows = [max(text.h, self.icon) for text in self.texts]
        return sum(rows) + self.gap * max(0, len(rows) - 1)


def resources_of(chain: ValueChain, activity: PrimaryActivity) -> tuple[Resource, ...]:
    """Return the resources that feed an activity, in the order of listing."""
    feeding = {
        link.start
        for link in chain.incoming(activity, "feeds")
        if link.status is not Status.REFUTED
    }
    return tuple(resource for resource in chain.resources if resource.id in feeding)


def investment(
    resources: Sequence[Resource], w: float, scale: float, options: ViewOptions
) -> Investment:
    """Return the stack of ``resources`` in a column ``w`` du wide, as high as it needs to be."""
    size, icon = _sizes(len(resources), scale)
    texts = tuple(
        text_block(
            resource.label(options.language),
            0,
            0,
            _text_width(resource, w, icon),
            size,
            **_style(options),
        )
        for resource in resources
    )
    return Investment(tuple(resources), texts, icon, 6 * scale)


def fitted_investment(
    resources: Sequence[Resource], w: float, h: float, scale: float, options: ViewOptions
) -> Investment:
    """Return the stack in ``w`` x ``h`` du: names are cut and, if need be, the last left out."""
    whole = investment(resources, w, scale, options)
    if whole.height <= h:
        return whole
    size, gap = SIZE_FLOOR, 2.0
    icon = size * _LINE
    most = max(1, int((h + gap) / (icon + gap)))
    kept = len(resources) if len(resources) <= most else most - 1
    shown, rest = tuple(resources[:kept]), tuple(resources[kept:])
    room = h - (icon + gap if rest else 0)
    each = (room + gap) / max(1, len(shown)) - gap
    texts = [
        shorten(
            resource.label(options.language),
            0,
            0,
            _text_width(resource, w, icon),
            size,
            h=each,
            **_style(options),
        )
        for resource in shown
    ]
    texts = [text.at(0, 0, h=text.text_height) for text in texts]
    if rest:
        told = say("more in the annex", options.language, count=len(rest))
        texts.append(shorten(told, 0, 0, w - 2 * _pad(w), size, h=icon, **_style(options)))
    left_out = tuple(resource.id for resource in rest)
    return Investment(shown, tuple(texts), icon, gap, left_out)


def usual_room(count: int, w: float) -> tuple[float, float]:
    """Return the width and the size of the names when ``count`` resources are not scaled."""
    size, icon = _sizes(count, 1)
    return w - _pad(w) - icon - _gap(icon) - 6, size


def draw_investment(
    stack: Investment,
    activity: str,
    x: float,
    y: float,
    w: float,
    h: float,
    options: ViewOptions,
) -> Group:
    """Return the stack drawn in the middle of its strip, with the rule below it."""
    theme, pad = options.theme, _pad(w)
    nodes: list[Node] = [
        Shape("rect", x, y + h - _RULE - 2, w, _RULE, Paint(theme.resource_line), radius=1.5,
              decorative=True)
    ]  # fmt: skip
    top = y + (h - _RULE - 2 - stack.height) / 2
    for resource, text in zip(stack.resources, stack.texts, strict=False):
        row = max(text.h, stack.icon)
        nodes.append(_row(resource, text, stack.icon, activity, (x, top, w, row), options))
        top += row + stack.gap
    if stack.left_out:
        nodes.append(stack.texts[-1].at(x + pad, top))
    return Group(f"{activity}..resources", tuple(nodes), role="resources")


def _row(
    resource: Resource,
    text: Text,
    icon: float,
    activity: str,
    box: tuple[float, float, float, float],
    options: ViewOptions,
) -> Group:
    theme = options.theme
    x, y, w, h = box
    pad = _pad(w)
    nodes: list[Node] = []
    if resource.status not in (None, Status.OBSERVED):
        look = tinted_look(resource.status, theme.resource, theme.resource_icon, theme)
        nodes.append(Shape("rect", x + 2, y - 1, w - 4, h + 2, look.paint, radius=5))
    middle = y + h / 2
    nodes.append(
        centred_icon(
            part_icon(resource, theme), x + pad + icon / 2, middle, icon, theme.resource_icon
        )
    )
    size = min(MARK_SIZE, icon)
    nodes += status_sign(
        resource.status, x + w - 8, middle - size / 2, theme.resource_icon, size=size
    )
    nodes.append(text.at(x + pad + icon + _gap(icon), middle - text.h / 2))
    return Group(
        f"{activity}..{resource.id}",
        tuple(nodes),
        ref=resource.id,
        role="resource",
        title=resource.label(options.language),
        description=resource.text("description", options.language),
    )


def _sizes(count: int, scale: float) -> tuple[float, float]:
    """Return the size of the names and the side of the icons."""
    size, icon = (_ONE_SIZE, _ONE_ICON) if count == 1 else (_MANY_SIZE, _MANY_ICON)
    return max(SIZE_FLOOR, size * scale), icon * scale


def _text_width(resource: Resource, w: float, icon: float) -> float:
    mark = MARK_ROOM if has_sign(resource.status) else 0
    return max(SIZE_FLOOR, w - _pad(w) - icon - _gap(icon) - mark - 6)


def _pad(w: float) -> float:
    return min(18.0, w * 0.07)


def _gap(icon: float) -> float:
    return 0.43 * icon


def _style(options: ViewOptions) -> TextStyle:
    return written(options, bold=True, colour=options.theme.resource_label, line_height=_LINE)
