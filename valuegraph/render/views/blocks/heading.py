"""The top of every sheet: the title, the line below it, the legend of the chain's circuits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import is_blank
from valuegraph.render.fit import LINE_HEIGHT, fit_box, fit_line
from valuegraph.render.scene import Group, Node, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    CircuitLook,
    circuit_badge,
    circuit_looks,
)
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.lettering import caption, caption_width, written
from valuegraph.render.words import say
from valuegraph.render.wrap import line_width

_TITLE_TOP = 22.0
_TITLE_SIZE = 36.0
_TITLE_LINE = 1.15
_ONE_LINE_SIZE = 26.0  # below it a title takes two lines
_TWO_LINES_SIZE = 20.0
_SUBTITLE_SIZE = 17.5
_SUBTITLE_SMALLEST = 14.0

_BADGE = 26.0
_BADGE_GAP = 9.0
_ITEM_GAP = 24.0
_ITEM_SIZE = 15.5
_ITEM_STEP = 31.0
_CAPTION_SIZE = 13.0
_LEGEND_SHARE = 0.47  # of the width between the margins
_LEGEND_BESIDE = 1200.0  # a narrower sheet has its legend below the title
_LEGEND_ROWS = 3

_LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_GAP = 20.0, 180.0, 62.0, 22.0
_LOGO_SHARE = 0.16  # of the width between the margins
_HOUSE_SIZE, _HOUSE_STEP = 13.0, 17.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """The legend's items: how many columns and rows, the width of each column."""

    rows: int
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        return sum(self.widths) + _ITEM_GAP * (len(self.widths) - 1)


_EMPTY = _Grid(0, ())


@dataclass(frozen=True, slots=True)
class _Emblem:
    """The logo in its corner: the room between ``left`` and ``right`` is left to the rest."""

    nodes: tuple[Node, ...]
    left: float
    right: float
    bottom: float


def heading(
    chain: ValueChain,
    options: ViewOptions,
    *,
    subtitle: str = "",
    legend: bool = True,
) -> Band:
    """Return the top of a sheet: title, line below it, and the legend of the chain's circuits.

    The logo and the line of the house stand there too, if the theme has them.
    ``subtitle`` stands in place of the chain's description (or of the line made from its level,
    territory and period). Texts that are too long end in "…" and keep the whole in ``full``.
    The drawing may begin a little below ``bottom``.
    """
    looks = tuple(circuit_looks(chain, options).values()) if legend else ()
    emblem = _emblem(options)
    width = emblem.right - emblem.left
    beside = bool(looks) and options.page.width >= _LEGEND_BESIDE
    share = _LEGEND_SHARE if beside else 1
    below = options.page.width - 2 * MARGIN
    grid = _legend_grid(looks, (width if beside else below) * share, options) if looks else _EMPTY
    block = max(
        grid.width, caption_width(say("circuits", options.language), _CAPTION_SIZE, options)
    )
    room = width - (block + 40 if beside else 0)
    titled = _titles(chain, options, subtitle, emblem.left, room)
    bottom = max(emblem.bottom, *(text.y + text.h for text in titled))
    nodes: list[Node] = [Group("zone..heading", titled, ref="chain", role="heading")]
    nodes += emblem.nodes
    if looks:
        left = emblem.right - block if beside else MARGIN
        height = 24 + _ITEM_STEP * grid.rows
        top = max(18.0, 34 - 13.0 * (grid.rows - 1)) if beside else bottom + 14
        nodes.append(_legend(looks, grid, left, top, block, options))
        bottom = max(bottom, top + height)
    return Band(tuple(nodes), 0, bottom)


def _emblem(options: ViewOptions) -> _Emblem:
    """Return the logo of the house in its corner, and what it leaves to the rest."""
    theme, page = options.theme, options.page
    left, right = MARGIN, page.width - MARGIN
    if theme.logo is None:
        return _Emblem((), left, right, 0)
    widest = min(_LOGO_WIDTH, (right - left) * _LOGO_SHARE)
    w, h = theme.logo.fitted(widest, _LOGO_HEIGHT)
    y = _LOGO_TOP + (_LOGO_HEIGHT - h) / 2
    if theme.logo_side == "left":
        return _Emblem((theme.logo.drawn(left, y, w),), left + w + _LOGO_GAP, right, y + h)
    return _Emblem((theme.logo.drawn(right - w, y, w),), left, right - w - _LOGO_GAP, y + h)


def _titles(
    chain: ValueChain, options: ViewOptions, subtitle: str, left: float, room: float
) -> tuple[Text, ...]:
    theme, language = options.theme, options.language
    house = _house_line(options, left, room)
    above = _TITLE_TOP + (_HOUSE_STEP - 4 if house else 0)
    name = chain.about.label(language) or say("untitled", language)
    style = written(
        options, bold=True, colour=theme.structure, line_height=_TITLE_LINE, role="title"
    )
    title = fit_line(name, left, above, room, _TITLE_SIZE, min_size=_ONE_LINE_SIZE, **style)
    if title.full:
        title = fit_box(
            name,
            left,
            above,
            room,
            _ONE_LINE_SIZE,
            h=2 * _ONE_LINE_SIZE * _TITLE_LINE,
            min_size=_TWO_LINES_SIZE,
            **style,
        )
        title = title.at(left, above - (0 if house else 4), h=title.text_height)
    below = subtitle or chain.about.text("description", language)
    if is_blank(below):
        below = _generated(chain, language)
    if is_blank(below):
        return (*house, title)
    # A long name keeps its size on two lines and its box begins where a shrunk one would end.
    top = max(above + _TITLE_SIZE * _TITLE_LINE, title.y + title.text_height) + 2.6
    style = written(options, colour=theme.muted, role="subtitle")
    second = fit_line(
        below,
        left,
        top,
        room,
        _SUBTITLE_SIZE,
        min_size=_SUBTITLE_SMALLEST,
        **style,
    )
    if second.full:
        second = fit_box(
            below,
            left,
            top,
            room,
            _SUBTITLE_SMALLEST + 1,
            h=2 * _SUBTITLE_SMALLEST * LINE_HEIGHT,
            min_size=_SUBTITLE_SMALLEST,
            **style,
        )
    return (*house, title, second.at(left, top, h=second.text_height))


def _house_line(options: ViewOptions, left: float, room: float) -> tuple[Text, ...]:
    """Return the line of the house above the title, if the theme has one."""
    told = options.theme.told("organisation", options.language)
    if is_blank(told):
        return ()
    style = written(options, bold=True, colour=options.theme.muted, role="organisation")
    top = _TITLE_TOP - 6
    return (fit_line(told, left, top, room, _HOUSE_SIZE, min_size=_HOUSE_SIZE - 1,
                     h=_HOUSE_STEP, **style),)  # fmt: skip


def _generated(chain: ValueChain, language: str) -> str:
    """Return the line below the title of a chain without a description."""
    about = chain.about
    kind = say(f"chain of {about.level.value}" if about.level else "value chain", language)
    told = [kind, about.text("territory", language), about.text("period", language)]
    return ", ".join(text for text in told if text) if about.name or any(told[1:]) else ""


def _legend_grid(looks: Sequence[CircuitLook], room: float, options: ViewOptions) -> _Grid:
    """Return the fewest rows whose columns fit in ``room``; then names are shortened."""
    beside = _BADGE + _BADGE_GAP
    wide = [
        beside + line_width(look.label, _ITEM_SIZE, font=options.theme.font) + 1 for look in looks
    ]
    most = max(_LEGEND_ROWS, math.ceil(len(looks) / 4))
    for rows in range(1, most + 1):
        columns = math.ceil(len(looks) / rows)
        widths = tuple(
            max(wide[place] for place in range(column, len(looks), columns))
            for column in range(columns)
        )
        grid = _Grid(math.ceil(len(looks) / columns), widths)
        if grid.width <= room:
            return grid
    even = (room - _ITEM_GAP * (len(grid.widths) - 1)) / len(grid.widths)
    return _Grid(grid.rows, tuple(min(width, even) for width in grid.widths))


def _legend(
    looks: Sequence[CircuitLook],
    grid: _Grid,
    left: float,
    top: float,
    room: float,
    options: ViewOptions,
) -> Group:
    title = say("circuits", options.language)
    nodes: list[Node] = [caption(title, left, top, room, _CAPTION_SIZE, options)]
    columns = len(grid.widths)
    for place, look in enumerate(looks):
        row, column = divmod(place, columns)
        x = left + sum(grid.widths[:column]) + _ITEM_GAP * column
        y = top + 24 + _ITEM_STEP * row
        name = fit_line(
            look.label,
            x + _BADGE + _BADGE_GAP,
            y,
            grid.widths[column] - _BADGE - _BADGE_GAP,
            _ITEM_SIZE,
            min_size=_ITEM_SIZE - 2,
            h=_BADGE,
            **written(options, valign="middle"),
        )
        badge = circuit_badge(look, x, y, _BADGE, options.theme)
        nodes.append(
            Group(
                f"legend..{look.code}",
                (*badge, name),
                ref=look.code,
                role="circuit",
                title=look.label,
            )
        )
    return Group("zone..legend", tuple(nodes), role="legend", title=title)
