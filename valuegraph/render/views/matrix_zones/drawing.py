"""The matrix drawn: headers, resources, rows of cells, from what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.part import Status, is_blank
from valuegraph.render.colour import mix
from valuegraph.render.fit import fit_box
from valuegraph.render.scene import Group, Node, Paint, Runs, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import (
    CircuitLook,
    Mark,
    status_sign,
    strong_look,
    tinted_look,
    undiscussed,
)
from valuegraph.render.views.blocks.cell_texts import Entry
from valuegraph.render.views.blocks.lettering import CAPTION_TRACKING, caption, written
from valuegraph.render.views.matrix_zones.labels import draw_label
from valuegraph.render.views.matrix_zones.plan import BAR, GAP, STACK_GAP, Area, Cell, Table
from valuegraph.render.views.matrix_zones.resources import draw_investment
from valuegraph.render.words import say

_CAPTION_SIZE = 13.5
_PROMPT_SIZE = 20.0
_GROUP_SIZE, _GROUP_ROOM = 12.0, 20.0
_PLACEHOLDER_HEADER = 66.0

Box = tuple[float, float, float, float]


def draw_table(
    table: Table,
    area: Area,
    activities: Sequence[PrimaryActivity],
    looks: Sequence[CircuitLook],
    options: ViewOptions,
) -> tuple[Node, ...]:
    """Return the whole table; what is not described yet has a dashed place of its own."""
    header = table.header if activities else _PLACEHOLDER_HEADER
    nodes: list[Node] = [_axes(table, area, header, options), *_groups(area, activities, options)]
    for place, activity in enumerate(activities):
        nodes.append(_header(table, area, place, activity, options))
        if table.resources:
            box = (area.column(place), area.top + header, area.column_width, table.resources)
            nodes.append(draw_investment(table.investments[place], activity.id, *box, options))
    if not activities:
        box = (area.cells_left, area.top, area.right - area.cells_left, header)
        nodes.append(_placeholder("no activities", box, options))
    top = area.top + header + table.resources + GAP
    if not looks:
        nodes += _no_circuit(area, top, options)
    for number, look in enumerate(looks):
        height = table.rows[number] if activities else _empty_row(area, top, looks, number)
        nodes.append(_row(table, area, number, look, activities, (top, height), options))
        top += height + GAP
    return tuple(nodes)


def blank_mark(options: ViewOptions) -> Mark:
    """Return the legend's entry for the cells that nobody has discussed."""
    return Mark(say("not discussed", options.language), undiscussed(options.theme))


def _axes(table: Table, area: Area, header: float, options: ViewOptions) -> Group:
    theme, width = options.theme, area.rows_head - 20
    told = [("primary", area.top, header, theme.muted)]
    if table.resources:
        strip = (area.top + header, table.resources - 4)
        told.append(("resources invested", *strip, theme.resource_label))
    style = written(options, bold=True, caps=True, align="right", valign="middle")
    style["tracking"] = CAPTION_TRACKING
    texts = []
    for name, y, h, colour in told:
        style["colour"] = colour
        words = say(name, options.language)
        texts.append(fit_box(words, area.left, y, width, _CAPTION_SIZE, h=h, **style))
    return Group("zone..axes", tuple(texts), role="axes")


def _groups(area: Area, activities: Sequence[PrimaryActivity], options: ViewOptions) -> list[Group]:
    """Return the headings under which neighbouring activities stand, above their headers."""
    theme, drawn, first = options.theme, [], 0
    for name, run in groupby(activities, lambda each: each.text("group", options.language)):
        last = first + len(list(run)) - 1
        x, right = area.column(first), area.column(last) + area.column_width
        if not is_blank(name):
            y = area.top - _GROUP_ROOM
            rule = Shape("rect", x, y + 15, right - x, 1.4, Paint(theme.structure_rule),
                         decorative=True)  # fmt: skip
            text = caption(name, x, y, right - x, _GROUP_SIZE, options, colour=theme.structure)
            drawn.append(Group(f"zone..group..{first}", (text, rule), role="group", title=name))
        first = last + 1
    return drawn


def _header(
    table: Table, area: Area, place: int, activity: PrimaryActivity, options: ViewOptions
) -> Group:
    theme = options.theme
    x, width = area.column(place), area.column_width
    look = strong_look(activity.status, theme.structure, theme, ink=theme.on_structure)
    first = area.opens and place == 0
    shape = Shape(
        "home_plate" if first else "chevron",
        x,
        area.top,
        width + area.point - 2,
        table.header,
        look.paint,
        radius=4,
        depth=area.point,
    )
    text = table.headers[place]
    left = x + area.header_pad(place)
    name = _inked(text, look.ink).at(left, area.top, h=table.header, valign="middle")
    sign = status_sign(activity.status, x + width - 6, area.top + 7, look.ink)
    return Group(
        activity.id,
        (shape, name, *sign),
        ref=activity.id,
        role="activity",
        title=activity.label(options.language),
        description=activity.text("description", options.language),
    )


def _row(
    table: Table,
    area: Area,
    number: int,
    look: CircuitLook,
    activities: Sequence[PrimaryActivity],
    span: tuple[float, float],
    options: ViewOptions,
) -> Group:
    theme = options.theme
    top, height = span
    box = (area.left, top, area.rows_head, height)
    nodes: list[Node] = [draw_label(look, box, table.scale, options, stacked=table.stacked)]
    for place, activity in enumerate(activities):
        cell = table.cells[number][place]
        where = (area.column(place), top, area.column_width, height)
        if cell.entries:
            nodes += _entries(cell, activity, look, where, area.pad, options)
        else:
            told = f"{activity.label(options.language)} × {look.label}"
            shape = Shape("rect", *where, undiscussed(theme), radius=8)
            nodes.append(
                Group(
                    f"{activity.id}..{look.code}",
                    (shape,),
                    role="blank",
                    title=f"{told} : {say('not discussed', options.language)}",
                    data=(("circuit", look.code),),
                )
            )
    if not activities:
        where = (area.cells_left, top, area.right - area.cells_left, height)
        nodes.append(Shape("rect", *where, undiscussed(theme), radius=8))
    return Group(
        f"zone..row..{look.code}", tuple(nodes), role="row", title=look.label,
        data=(("circuit", look.code),),
    )  # fmt: skip


def _entries(
    cell: Cell,
    activity: PrimaryActivity,
    look: CircuitLook,
    where: Box,
    pad: float,
    options: ViewOptions,
) -> list[Node]:
    x, y, w, _ = where
    nodes: list[Node] = []
    for place, (entry, text, height) in enumerate(
        zip(cell.entries, cell.texts, cell.heights, strict=True)
    ):
        nodes.append(
            Group(
                _entry_id(entry, activity, look, place),
                _entry_nodes(entry, text, look, (x, y, w, height), pad, options),
                ref=entry.refs[0] if len(entry.refs) == 1 else "",
                role="modality",
                title=f"{activity.label(options.language)} × {look.label} : {entry.told}",
                data=(("circuit", look.code), *_listed(entry)),
            )
        )
        y += height + STACK_GAP
    return nodes


def _listed(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return the modalities that an overview counts as one."""
    counts = len(entry.refs) > 1 and not entry.absent
    return (("parts", " ".join(entry.refs)),) if counts else ()


def _entry_id(entry: Entry, activity: PrimaryActivity, look: CircuitLook, place: int) -> str:
    if len(entry.refs) == 1:
        return entry.refs[0]
    return f"{activity.id}..{look.code}..{place}"


def _entry_nodes(
    entry: Entry, text: Text, look: CircuitLook, box: Box, pad: float, options: ViewOptions
) -> tuple[Node, ...]:
    theme = options.theme
    x, y, w, h = box
    shown = tinted_look(entry.status, look.colours.tint, look.colours.full, theme)
    if entry.absent:
        ground = Shape("rect", *box, Paint(look.colours.tint, opacity=0.6), radius=8)
        return (ground, text.at(x + pad + BAR, y, h=h, valign="middle"))
    nodes: list[Node] = [Shape("rect", *box, shown.paint, radius=8)]
    if entry.status in (None, Status.OBSERVED, Status.DISPUTED):
        inset = min(14.0, h * 0.2)
        bar = Paint(mix(look.colours.full, theme.paper, 0.25))
        nodes.append(
            Shape("rect", x, y + inset, BAR, h - 2 * inset, bar, radius=2, decorative=True)
        )
    if entry.status is Status.REFUTED:
        text = _inked(text, shown.ink)
    nodes.append(text.at(x + pad + BAR, y, h=h, valign="middle"))
    nodes += status_sign(entry.status, x + w - 8, y + 8, shown.accent)
    return tuple(nodes)


def _no_circuit(area: Area, top: float, options: ViewOptions) -> list[Node]:
    """Return what stands in place of the rows of a chain without circuits."""
    height = area.bottom - top
    head = (area.left, top, area.rows_head, height)
    panel = (area.cells_left, top, area.right - area.cells_left, height)
    return [
        _placeholder("circuits", head, options),
        _placeholder("no circuit", panel, options),
    ]


def _placeholder(name: str, box: Box, options: ViewOptions) -> Group:
    """Return a dashed box that says what is still to be described."""
    x, y, w, h = box
    look = tinted_look(Status.HYPOTHESIS, options.theme.panel, options.theme.muted, options.theme)
    style = written(options, italic=True, colour=options.theme.muted, align="center")
    style["valign"] = "middle"
    room = min(w - 36, 620.0)
    text = fit_box(
        say(name, options.language), x + (w - room) / 2, y + 8, room, _PROMPT_SIZE,
        h=h - 16, **style,
    )  # fmt: skip
    return Group(
        f"zone..{name.replace(' ', '-')}",
        (Shape("rect", *box, look.paint, radius=8), text),
        role="placeholder",
    )


def _empty_row(area: Area, top: float, looks: Sequence[CircuitLook], number: int) -> float:
    left = len(looks) - number
    return (area.bottom - top - GAP * (left - 1)) / left


def _inked(text: Text, colour: str) -> Text:
    return replace(
        text,
        lines=tuple(_recoloured(runs, colour) for runs in text.lines),
        paragraphs=tuple(_recoloured(runs, colour) for runs in text.paragraphs),
    )


def _recoloured(runs: Runs, colour: str) -> Runs:
    return tuple(replace(run, colour=colour) for run in runs)
