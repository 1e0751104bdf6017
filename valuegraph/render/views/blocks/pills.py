"""The stakeholders as pills: on the fewest rows, each row as full as the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from valuegraph.model.actor import Actor
from valuegraph.render.fit import SIZE_FLOOR, fit_line, largest_scale
from valuegraph.render.fontface import Font
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.typography import typeset
from valuegraph.render.views.blocks.badges import has_sign, status_sign, tinted_look
from valuegraph.render.views.blocks.lettering import caption, caption_width, written
from valuegraph.render.words import say
from valuegraph.render.wrap import line_width

_SIZE, _HEIGHT, _ROW_GAP, _GAP = 15.5, 34.0, 8.0, 9.0
_PAD, _MOST_PAD = 22.0, 84.0  # what a pill is wider than its text
_CAPTION_SIZE, _CAPTION_GAP = 13.5, 22.0
_SIGN = 12.0
_LOWEST = SIZE_FLOOR / _SIZE
_MOST_ROWS, _MOST_PILLS = 12, 120
# The widest pill, as a share of a row: a longer name is shortened only where rows lack.
_NARROWER = (1.0, 0.5, 0.35, 0.25)

COMFORT = 0.86
"""The least scale to which pills shrink to take one row less, where there is room."""


@dataclass(frozen=True, slots=True)
class Pills:
    """The pills as laid out: rows of actors with the width of each pill, and their scale.

    ``left_out`` found no room; a last pill without an actor says how many they are.
    """

    rows: tuple[tuple[tuple[Actor | None, float], ...], ...]
    scale: float
    height: float
    left_out: tuple[Actor, ...] = ()


def laid_out(
    actors: Sequence[Actor],
    width: float,
    most: float,
    options: ViewOptions,
    *,
    comfort: float = COMFORT,
) -> Pills | None:
    """Return the pills of ``actors`` in ``width`` du, caption included, or nothing without any.

    Args:
        actors: the stakeholders, in their order.
        width: the width of the whole zone.
        most: the height that the rows may take; fonts shrink first, then names are shortened,
            then actors are left out.
        options: how they are drawn.
        comfort: the least scale to which pills shrink to take one row less.
    """
    if not actors:
        return None
    room = width - _caption_room(options)
    for share in _NARROWER if len(actors) <= _MOST_PILLS else ():
        for rows in range(1, _MOST_ROWS + 1):
            pills = _in_rows(rows, actors, room, room * share, options, comfort)
            if pills and pills.height <= most:
                return pills
    # One left out is not worth a pill that says so: at least two are.
    for shown in range(max(1, min(len(actors) - 2, _MOST_PILLS)), 0, -1):
        some = _rows((*actors[:shown], None), room, _LOWEST, room * _NARROWER[-1], options)
        if some.height <= most:
            break
    return replace(some, left_out=tuple(actors[shown:]))


def stakeholders(
    pills: Pills,
    left: float,
    right: float,
    top: float,
    options: ViewOptions,
    *,
    heading: str = "stakeholders",
) -> Group:
    """Return the zone of the stakeholders: its caption, and the pills from ``top`` down."""
    title = say(heading, options.language)
    scale = pills.scale
    height = _HEIGHT * scale
    room = _caption_room(options)
    label = caption(
        title,
        left,
        top,
        room - _CAPTION_GAP + 2,
        _CAPTION_SIZE,
        options,
        h=height,
        valign="middle",
        colour=options.theme.frame_label,
    )
    nodes: list[Node] = [label]
    for number, row in enumerate(pills.rows):
        y = top + number * (height + _ROW_GAP * scale)
        x = left + room
        spare = right - x - sum(width for _, width in row) - _GAP * (len(row) - 1)
        pad = min(spare / len(row), (_MOST_PAD - _PAD) * scale)
        for actor, width in row:
            nodes.append(_pill(actor, x, y, width + pad, pills, options))
            x += width + pad + _GAP
    return Group("zone..stakeholders", tuple(nodes), role="stakeholders", title=title)


def _caption_room(options: ViewOptions) -> float:
    return (
        caption_width(say("stakeholders", options.language), _CAPTION_SIZE, options) + _CAPTION_GAP
    )


def _in_rows(
    rows: int,
    actors: Sequence[Actor],
    room: float,
    widest: float,
    options: ViewOptions,
    comfort: float,
) -> Pills | None:
    """Return the pills on so many rows at the largest scale; nothing if more rows look better."""

    def build(scale: float) -> tuple[Pills, float]:
        pills = _rows(actors, room, scale, widest, options)
        return pills, len(pills.rows) - rows

    # A row less is worth a little smaller letters; many rows are worth the smallest.
    low = max(_LOWEST, comfort - 0.1 * (rows - 1))
    fitted = largest_scale(build, low=low)
    return fitted.layout if fitted.overflow <= 0 else None


def _rows(
    actors: Sequence[Actor | None],
    room: float,
    scale: float,
    widest: float,
    options: ViewOptions,
) -> Pills:
    widths = [min(widest, _pill_width(actor, scale, options)) for actor in actors]
    runs = _balanced(widths, room)
    rows = tuple(tuple(zip(actors[a:b], widths[a:b], strict=True)) for a, b in runs)
    height = (_HEIGHT * len(rows) + _ROW_GAP * (len(rows) - 1)) * scale
    return Pills(rows, scale, height)


def _pill_width(actor: Actor | None, scale: float, options: ViewOptions) -> float:
    told = actor.label(options.language) if actor else _more(999, options)
    signed = _SIGN + 4 if actor and has_sign(actor.status) else 0
    size = max(SIZE_FLOOR, _SIZE * scale)
    return _ems(told, options.language, options.theme.font) * size + (_PAD + signed) * scale + 1


@lru_cache(maxsize=1024)
def _ems(label: str, language: str, font: Font) -> float:
    return line_width(typeset(" ".join(label.split()), language), 1, font=font)


def _more(count: int, options: ViewOptions) -> str:
    return say("more stakeholders", options.language, count=count)


def _balanced(widths: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Return the fewest rows that hold the pills, the widest row as short as can be."""
    needed = _filled(widths, room)
    low, high = max(widths), room
    for _ in range(12):
        middle = (low + high) / 2
        if len(_filled(widths, middle)) <= len(needed):
            high = middle
        else:
            low = middle
    return _filled(widths, high)


def _filled(widths: Sequence[float], room: float) -> list[tuple[int, int]]:
    runs, start, used = [], 0, 0.0
    for place, width in enumerate(widths):
        if place > start and used + width > room + 1e-6:
            runs.append((start, place))
            start, used = place, 0.0
        used += width + _GAP
    runs.append((start, len(widths)))
    return runs


def _pill(
    actor: Actor | None, x: float, y: float, width: float, pills: Pills, options: ViewOptions
) -> Group:
    theme, scale = options.theme, pills.scale
    height = _HEIGHT * scale
    status = actor.status if actor else None
    look = tinted_look(status, theme.paper, theme.muted, theme)
    paint = look.paint if look.paint.stroke else Paint(look.paint.fill, theme.pill_line, 1.2)
    signs = status_sign(status, x + width - 8 * scale, y + (height - _SIGN * scale) / 2,
                        look.accent, size=_SIGN * scale)  # fmt: skip
    inset = _PAD * scale / 2
    told = actor.label(options.language) if actor else _more(len(pills.left_out), options)
    text = fit_line(
        told,
        x + inset,
        y,
        width - 2 * inset - (_SIGN * scale if signs else 0),
        max(SIZE_FLOOR, _SIZE * scale),
        h=height,
        **written(options, align="center", valign="middle", colour=look.ink, italic=not actor),
    )
    shape = Shape("rect", x, y, width, height, paint, radius=height / 2)
    if not actor:
        return Group("zone..more", (shape, text), role="stakeholders", title=told)
    return Group(
        actor.id,
        (shape, text, *signs),
        ref=actor.id,
        role="stakeholder",
        title=told,
        description="\n".join(
            line
            for line in (
                actor.text("description", options.language),
                ", ".join(actor.texts("roles", options.language)),
            )
            if line
        ),
    )
