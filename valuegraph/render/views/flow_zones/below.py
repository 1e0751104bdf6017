"""Below the columns: the strongest route in words, and how the widths are to be read."""

from __future__ import annotations

from valuegraph.model.part import Part
from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Group, Node, Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.lettering import caption, caption_width, written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.flow_zones.reading import Reading
from valuegraph.render.words import say

_BAR, _INSET = 6.0, 20.0
_CAPTION, _LINE = 12.5, 16.5
_HEIGHT, _HIGHER = 46.0, 64.0
_NOTE = 13.0
_NOTE_STEP = 20.0


def below(reading: Reading, bottom: float, options: ViewOptions) -> Band:
    """Return the zone above the footing: the route, and beside its heading what widths mean."""
    note = _note(reading, options)
    route = route_words(reading, options)
    if not route:
        top = bottom - _NOTE_STEP
        return Band((_note_group(note, MARGIN, top, options.page.width - 2 * MARGIN, options),),
                    top, bottom)  # fmt: skip
    setting = Setting(options, 1.0)
    width = options.page.width - 2 * MARGIN
    title = route_title(reading, options)
    titled = caption_width(title, _CAPTION, options) + 30
    beside = width - _INSET - titled >= _note_width(note, setting)
    height = _HEIGHT if setting.line(route, _LINE) <= (width - _INSET) * 1.1 else _HIGHER
    top = bottom - height - (0 if beside else _NOTE_STEP)
    theme = options.theme
    nodes: list[Node] = [
        Shape("rect", MARGIN, top, _BAR, height, Paint(theme.highlight), radius=3,
              decorative=True),
        caption(title, MARGIN + _INSET, top, min(titled, width - _INSET), _CAPTION, options, h=18,
                valign="middle", colour=theme.resource_label),
        setting.placed(route, MARGIN + _INSET, top + 19, width - _INSET, _LINE,
                       h=height - 19, valign="middle", line_height=1.15),
    ]  # fmt: skip
    group = Group("zone..route", tuple(nodes), role="route", title=f"{title} : {route}"
                  if options.language.startswith("fr") else f"{title}: {route}")  # fmt: skip
    if beside:
        left = MARGIN + _INSET + titled
        told = _note_group(note, left, top - 1, MARGIN + width - left, options, right=True)
    else:
        told = _note_group(note, MARGIN, bottom - _NOTE_STEP + 2, width, options)
    return Band((group, told), top, bottom)


def route_title(reading: Reading, options: ViewOptions) -> str:
    """Return what the route is the strongest by, and whether others equal it."""
    title = say(f"route by {reading.route_basis}", options.language)
    if not reading.is_one_of_several:
        return title
    return f"{title} {say('equalled', options.language)}"


def route_words(reading: Reading, options: ViewOptions) -> str:
    """Return the strongest route as names and arrows; empty if there is none."""
    names = []
    for part_id in reading.route:
        part = reading.chain.find(part_id)
        name = part.label(options.language) if isinstance(part, Part) else ""
        names.append(name or say("unnamed", options.language))
    return " → ".join(names)


def notes(reading: Reading, options: ViewOptions) -> tuple[str, ...]:
    """Return what a reader of the widths must know."""
    language = options.language
    found = []
    if reading.basis == "equal":
        found.append(say("equal caption", language))
    unknown = sum(bond.weight is None for bond in reading.bonds) if reading.basis != "equal" else 0
    if unknown:
        found.append(say(f"unknown {reading.basis}", language, count=unknown))
    if reading.left_out:
        found.append(say("refuted left out", language, count=reading.left_out))
    return tuple(found)


def _note(reading: Reading, options: ViewOptions) -> str:
    return " ".join(notes(reading, options))


def _note_width(note: str, setting: Setting) -> float:
    return setting.line(note, _NOTE) if note else 0


def _note_group(
    note: str, x: float, y: float, w: float, options: ViewOptions, *, right: bool = False
) -> Group:
    nodes: tuple[Node, ...] = ()
    if note:
        style = written(options, colour=options.theme.muted, valign="middle")
        style["align"] = "right" if right else "left"
        nodes = (fit_line(note, x, y, w, _NOTE, h=_NOTE_STEP, **style),)
    return Group("zone..reading", nodes, ref="chain", role="note", title=note)
