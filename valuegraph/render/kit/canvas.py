"""The empty canvas: the zones of the method, sized for sticky notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain
from valuegraph.render.colour import mix
from valuegraph.render.kit.paper import Paper, size_for
from valuegraph.render.kit.words import say
from valuegraph.render.page import Page
from valuegraph.render.scene import Group, Node, Paint, Scene, Shape, ShapeKind
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import CircuitLook, circuit_badge, circuit_looks

_ACROSS, _MARGIN, _RIGHT = 1189.0, 25.0, 1164.0  # millimetres of A0, as all below
_NOTE, _PITCH = 76.0, 79.0
_COLUMNS = 4
_TITLE_AT, _ZONE_AT, _HINT_AT = 5.0, 2.4, 1.4  # metres of reading distance
_METHOD = ("gift", "local_exchange", "market")
_HINT_LINE = 1.2


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone of the canvas, and how many lines its prompt may take below its title (0: beside)."""

    name: str
    x: float
    y: float
    w: float
    h: float
    prompt_lines: int = 0

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def below_words(self) -> float:
        """Where the notes begin."""
        lines = self.prompt_lines * size_for(_HINT_AT) * _HINT_LINE
        return self.y + (30 + lines if self.prompt_lines else 38)


_RESOURCES = _Zone("resources", _MARGIN, 98, 190, 528, prompt_lines=2)
_SUPPORT = _Zone("support", 227, 98, 700, 134)
_PRIMARY = _Zone("primary", 227, 240, 700, 386)
_IMPACTS = _Zone("impacts", 939, 98, 185, 528, prompt_lines=2)
_RETURN = _Zone("return", _MARGIN, 634, 1139, 34)
_STAKEHOLDERS = _Zone("stakeholders", _MARGIN, 676, 740, 124)
_QUESTIONS = _Zone("questions", 777, 676, 387, 124)
_POINT = 40.0
_CIRCUIT_WIDTH = 52.0
_HEAD = 82.0
_LOGO, _LOGO_MIDDLE = (150.0, 46.0), 48.0


def canvas(chain: ValueChain, page: Page, options: ViewOptions) -> Scene:
    """Return the empty canvas of a chain on a landscape sheet.

    It is made for notes of 76 mm on A0; all is in proportion to the sheet, so that A1 takes
    notes of 51 mm.
    """
    paper = Paper(page, options, _ACROSS)
    name = chain.about.label(options.language) or say("untitled", options.language)
    return paper.scene(
        say("canvas", options.language, name=name),
        say("canvas in words", options.language),
        _Canvas(chain, paper).nodes(),
    )


class _Canvas:
    def __init__(self, chain: ValueChain, paper: Paper) -> None:
        self.paper, self.theme = paper, paper.options.theme
        self.language = paper.options.language
        self.name = chain.about.label(self.language)
        self.looks = _rows(chain, paper.options)

    def nodes(self) -> Iterator[Node]:
        theme = self.theme
        yield self._heading()
        yield self._plain(_RESOURCES, theme.resource, theme.resource_text)
        yield self._plain(_SUPPORT, theme.structure_tint, theme.structure)
        yield self._primary()
        yield self._impacts()
        yield self._return()
        yield self._plain(_STAKEHOLDERS, theme.frame, theme.frame_label)
        yield self._plain(_QUESTIONS, theme.structure_tint, theme.structure)
        yield self._foot()

    def _heading(self) -> Group:
        size, colour = size_for(_TITLE_AT), self.theme.structure
        emblem, right = self._logo()
        width = right - _MARGIN if self.name else 320
        told = self.name or say("chain of", self.language)
        nodes: list[Node] = [
            self.paper.line(told, _MARGIN, 30, width, size, bold=True, colour=colour)
        ]
        if not self.name:
            pen, left = self.paper.pen(self.theme.muted, 0.8), _MARGIN + 330
            nodes.append(self.paper.rule(((left, 66), (right, 66)), pen))
        return Group("zone..heading", (*nodes, *emblem), role="heading")

    def _logo(self) -> tuple[tuple[Node, ...], float]:
        """Return the logo of the house at the right, and where the title has to end."""
        logo, paper = self.theme.logo, self.paper
        if logo is None:
            return (), _RIGHT
        w, h = logo.fitted(*_LOGO)
        left, top = _RIGHT - w, _LOGO_MIDDLE - h / 2
        return (logo.drawn(paper.du(left), paper.du(top), paper.du(w)),), left - 20

    def _plain(self, zone: _Zone, ground: str, colour: str) -> Group:
        shape = self.paper.shape(zone.x, zone.y, zone.w, zone.h, Paint(ground), radius=7)
        notes = self._notes(zone.x + 6, zone.below_words, zone.right - 6, zone.bottom - 3, colour)
        return self._group(zone, (shape, *self._words(zone, colour), *notes))

    def _words(self, zone: _Zone, colour: str) -> tuple[Node, Node]:
        size, small, left = size_for(_ZONE_AT), size_for(_HINT_AT), zone.x + 10
        title, hint = say(zone.name, self.language), say(f"{zone.name} hint", self.language)
        caption = self.paper.caption(title, left, zone.y + 7, zone.w - 20, size, colour)
        if zone.prompt_lines:
            height = zone.prompt_lines * small * _HINT_LINE
            return caption, self.paper.box(hint, left, zone.y + 28, zone.w - 20, small, h=height)
        start = left + self.paper.caption_width(title, size) + 10
        return caption, self.paper.box(
            hint, start, zone.y + 4, zone.right - 8 - start, small, h=30, valign="middle"
        )

    def _primary(self) -> Group:
        zone, theme, paper = _PRIMARY, self.theme, self.paper
        outline = Paint(theme.panel, theme.structure_rule, paper.du(0.8))
        nodes: list[Node] = [
            paper.shape(zone.x, zone.y, zone.w, zone.h, outline, radius=7),
            *self._words(zone, theme.structure),
        ]
        left, top = zone.x + _CIRCUIT_WIDTH + 4, zone.below_words
        width = (zone.right - 9 - left) / _COLUMNS
        fill = Paint(mix(theme.structure, theme.paper, 0.86), theme.structure, paper.du(0.8))
        for number in range(_COLUMNS):
            x = left + width * number
            kind: ShapeKind = "chevron" if number else "home_plate"
            shape = paper.shape(x, top, width + 6, _HEAD, fill, kind=kind, depth=9)
            label = say("activity", self.language, number=number + 1)
            name = paper.line(label, x + 12, top + 3, width - 22, 9, colour=theme.structure)
            nodes.append(Group(f"head..{number + 1}", (shape, name), title=label))
        top += _HEAD + 4
        height = (zone.bottom - 3 - top) / len(self.looks)
        for number, look in enumerate(self.looks):
            nodes.append(self._row(look, top + height * number, height - 3, left, width))
        return self._group(zone, tuple(nodes))

    def _row(self, look: CircuitLook, y: float, height: float, left: float, width: float) -> Group:
        paper, x, w = self.paper, _PRIMARY.x + 4, _CIRCUIT_WIDTH - 3
        size = min(24.0, height / 3)
        centre = x + w / 2
        badge = circuit_badge(
            look, paper.du(centre - size / 2), paper.du(y + 6), paper.du(size), self.theme
        )
        ground = Paint(look.colours.full)
        name = paper.box(
            look.label, x + 2, y + size + 9, w - 4, 9.6, h=height - size - 12,
            bold=True, align="center", colour=self.theme.on_circuit,
        )  # fmt: skip
        nodes: list[Node] = [paper.shape(x, y, w, height, ground, radius=5), *badge, name]
        for number in range(_COLUMNS):
            cell, tint = left + width * number, Paint(look.colours.tint)
            nodes.append(paper.shape(cell, y, width - 3, height, tint, radius=4))
            nodes += self._notes(cell, y, cell + width - 3, y + height, look.colours.full)
        return Group(f"row..{look.code}", tuple(nodes), ref=look.code, role="circuit",
                     title=look.label)  # fmt: skip

    def _impacts(self) -> Group:
        zone, colour = _IMPACTS, self.theme.impacts[0]
        ground = Paint(self.theme.impact_tint, colour, self.paper.du(1.2))
        shape = self.paper.shape(
            zone.x, zone.y, zone.w + _POINT, zone.h, ground, kind="home_plate", depth=_POINT
        )
        notes = self._notes(zone.x + 6, zone.below_words, zone.right, zone.bottom - 3, colour)
        return self._group(zone, (shape, *self._words(zone, colour), *notes))

    def _return(self) -> Group:
        zone, theme, tip = _RETURN, self.theme, _RETURN.x + 22
        points = (
            (zone.x, zone.y + zone.h / 2), (tip, zone.y), (zone.right, zone.y),
            (zone.right, zone.bottom), (tip, zone.bottom),
        )  # fmt: skip
        pen = self.paper.pen(theme.resource_icon, 1.2, 4, 3)
        shape = Shape.polygon(tuple((self.paper.du(x), self.paper.du(y)) for x, y in points), pen)
        text = self.paper.line(
            say("return", self.language), tip + 8, zone.y, zone.w - 40, 13, h=zone.h, bold=True,
            align="center", valign="middle", colour=theme.resource_text,
        )  # fmt: skip
        return self._group(zone, (shape, text))

    def _foot(self) -> Group:
        told = say(
            "canvas foot", self.language, note=note_size(self.paper.page),
            title=self._metres(_TITLE_AT), zone=self._metres(_ZONE_AT),
            hint=self._metres(_HINT_AT),
        )  # fmt: skip
        text = self.paper.line(told, _MARGIN, 804, _RIGHT - _MARGIN, 9, colour=self.theme.muted)
        return Group("zone..foot", (text,), role="source")

    def _metres(self, metres: float) -> str:
        seen = metres * self.paper.page.width_mm / _ACROSS
        text = f"{seen:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self.language == "fr" else text

    def _notes(
        self, left: float, top: float, right: float, bottom: float, colour: str
    ) -> Iterator[Shape]:
        """Yield the places of the notes that fit in a box, in its middle."""
        across = int((right - left + _PITCH - _NOTE) // _PITCH)
        down = int((bottom - top + _PITCH - _NOTE) // _PITCH)
        pen = self.paper.pen(mix(colour, self.theme.paper, 0.4), 0.5, 2, 3)
        start = left + (right - left - (across * _PITCH - _PITCH + _NOTE)) / 2
        top += (bottom - top - (down * _PITCH - _PITCH + _NOTE)) / 2
        for row in range(down):
            for column in range(across):
                yield self.paper.shape(
                    start + column * _PITCH, top + row * _PITCH, _NOTE, _NOTE, pen,
                    radius=2, decorative=True,
                )  # fmt: skip

    def _group(self, zone: _Zone, nodes: tuple[Node, ...]) -> Group:
        title = say(zone.name, self.language)
        return Group(f"zone..{zone.name}", nodes, role="zone", title=title)


def note_size(page: Page) -> int:
    """Return the side in millimetres of the usual notes that a canvas of that size takes."""
    room = _NOTE * page.width_mm / _ACROSS
    return next(size for size in (76, 51, 38, 25) if size <= room + 0.01 or size == 25)


def _rows(chain: ValueChain, options: ViewOptions) -> tuple[CircuitLook, ...]:
    """Return the circuits of the chain, or where it names none those of the method."""
    if not chain.circuits:
        blank = ValueChain("", language=chain.language)
        for code in _METHOD:
            blank.add_circuit(chain.circuit(code).label(options.language), id=code)
        chain = blank
    return tuple(circuit_looks(chain, options).values())
