"""Circuits, icons and marks of status: the same in every view, so that colour is never alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from valuegraph.model.activity import Circuit, SupportActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact
from valuegraph.model.part import Part, Sign, Status
from valuegraph.model.resource import Resource
from valuegraph.model.words import CIRCUIT_LABELS, word_code
from valuegraph.render.colour import mix
from valuegraph.render.icons import GRID, STROKE, icon, icon_for
from valuegraph.render.scene import Paint, Shape
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import CircuitColours, Theme
from valuegraph.render.words import say

MARK_SIZE = 16.0
"""The side of a mark of status, in du."""
MARK_ROOM = 24.0
"""The width a text leaves to the mark in the corner of its shape, in du."""

DASH = (6.0, 5.0)
DOTS = (1.6, 5.0)

_OWN_ICONS = ("tag", "loop", "hub", "layers")
_ICON_SHARE = 0.62  # of a badge's diameter
_BADGE_STROKE = 2.0

_SIGNS: dict[Status, str] = {
    Status.PLANNED: "M20.5 12a8.5 8.5 0 1 1 -17 0a8.5 8.5 0 1 1 17 0ZM12 7V12.3L15.6 14.4",
    Status.DISPUTED: "M4.5 9H19.5M4.5 15H19.5M15.5 4.5L8.5 19.5",
    Status.REFUTED: "M5.5 5.5L18.5 18.5M18.5 5.5L5.5 18.5",
}
_MARKED = (Status.HYPOTHESIS, Status.PLANNED, Status.DISPUTED, Status.REFUTED)


class HasStatus(Protocol):
    """A part, or anything else that is drawn with a status."""

    @property
    def status(self) -> Status | None:
        """How sure it is."""


@dataclass(frozen=True, slots=True)
class CircuitLook:
    """How one circuit of a chain is drawn: its name, its colours and the name of its icon."""

    code: str
    label: str
    colours: CircuitColours
    icon: str
    circuit: Circuit


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape shows its status: its paint, and the colours of its text and of its icon."""

    paint: Paint
    ink: str
    accent: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of the legend of marks: what a paint, with a sign on it or none, means.

    ``line`` says that the paint is that of a line, shown as one.
    """

    label: str
    paint: Paint
    sign: str = ""
    colour: str = ""
    line: bool = False


def judged(part: Part, language: str) -> str:
    """Return in words that an impact is negative or mixed; nothing for any other part."""
    if isinstance(part, Impact) and part.sign in (Sign.MINUS, Sign.MIXED):
        return say("negative" if part.sign is Sign.MINUS else "mixed", language)
    return ""


def circuit_looks(chain: ValueChain, options: ViewOptions) -> dict[str, CircuitLook]:
    """Return how each circuit of the chain is drawn, by its code, in the order of drawing."""
    looks: dict[str, CircuitLook] = {}
    own = 0
    for circuit in chain.circuits:
        known = circuit.id in CIRCUIT_LABELS
        symbol = options.theme.icon("circuit", circuit.label("fr"), code=circuit.id)
        if not known and symbol == icon_for("circuit"):
            symbol = _OWN_ICONS[own % len(_OWN_ICONS)]
        looks[circuit.id] = CircuitLook(
            circuit.id,
            circuit.label(options.language),
            options.theme.circuit(circuit.id, position=own),
            symbol,
            circuit,
        )
        own += not known
    return looks


def circuit_badge(
    look: CircuitLook, x: float, y: float, size: float, theme: Theme
) -> tuple[Shape, ...]:
    """Return the round badge of a circuit, ``size`` du across, its box beginning at ``x, y``."""
    shown = strong_look(look.circuit.status, look.colours.full, theme, ink=theme.on_circuit)
    disc = Shape("ellipse", x, y, size, size, shown.paint, decorative=True)
    half = size / 2
    sign = centred_icon(
        look.icon, x + half, y + half, size * _ICON_SHARE, shown.accent, stroke=_BADGE_STROKE
    )
    return (disc, sign)


def centred_icon(
    name: str, x: float, y: float, size: float, colour: str, *, stroke: float = STROKE
) -> Shape:
    """Return an icon, ``size`` du wide, whose centre is at ``x, y``."""
    return icon(name, x - size / 2, y - size / 2, size, colour, stroke=stroke)


def part_icon(part: Part, theme: Theme) -> str:
    """Return the icon of a part, by its type or dimension in either language or a new word."""
    if isinstance(part, Resource):
        return theme.icon("resource", part.type, code=word_code("resource_type", part.type) or "")
    if isinstance(part, SupportActivity):
        return theme.icon("support", part.type, code=word_code("support_type", part.type) or "")
    if isinstance(part, Impact):
        code = word_code("dimension", part.dimension) or ""
        return theme.icon("impact", part.dimension, code=code)
    return icon_for("part", part.kind)


def tinted_look(status: Status | None, tint: str, colour: str, theme: Theme) -> Look:
    """Return the look of a light shape: ground ``tint``, bars and outlines ``colour``."""
    line = mix(colour, theme.paper, 0.35)
    match status:
        case Status.HYPOTHESIS:
            return Look(Paint(theme.paper, line, 1.6, DASH), theme.ink, colour)
        case Status.PLANNED:
            return Look(Paint(theme.paper, line, 1.6), theme.ink, colour)
        case Status.REFUTED:
            return _refuted(theme)
    return Look(Paint(tint), theme.ink, colour)


def strong_look(
    status: Status | None, colour: str, theme: Theme, *, ink: str = "", accent: str = ""
) -> Look:
    """Return the look of a dark shape: ground ``colour``, text ``ink``, icon ``accent``.

    ``ink`` is the paper's colour unless given, ``accent`` is ``ink`` unless given.
    """
    match status:
        case Status.HYPOTHESIS:
            return Look(Paint(theme.paper, colour, 1.8, DASH), colour, colour)
        case Status.PLANNED:
            return Look(Paint(theme.paper, colour, 1.8), colour, colour)
        case Status.REFUTED:
            return _refuted(theme)
    written = ink or theme.paper
    return Look(Paint(colour), written, accent or written)


def status_sign(
    status: Status | None, right: float, top: float, colour: str, *, size: float = MARK_SIZE
) -> tuple[Shape, ...]:
    """Return the sign of a status in the corner at ``right, top``; nothing if it has none."""
    sign = _SIGNS.get(status) if status else None
    return (_drawn_sign(sign, right - size, top, size, colour),) if sign else ()


def has_sign(status: Status | None) -> bool:
    """Tell whether a status is shown by a sign in a corner, which needs ``MARK_ROOM``."""
    return status in _SIGNS


def status_marks(parts: Iterable[HasStatus], options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend's entries for the statuses that occur among ``parts``."""
    occurring = {part.status for part in parts}
    theme = options.theme
    marks = []
    for status in _MARKED:
        if status in occurring:
            look = tinted_look(status, theme.structure_tint, theme.muted, theme)
            marks.append(
                Mark(
                    say(status.value, options.language),
                    look.paint,
                    _SIGNS.get(status, ""),
                    look.accent,
                )
            )
    return tuple(marks)


def undiscussed(theme: Theme) -> Paint:
    """Return the paint of a cell that nobody has discussed yet: an empty, dotted place."""
    return Paint(stroke=theme.frame_line, width=1.4, dash=DOTS)


def mark_swatch(mark: Mark, x: float, y: float, w: float, h: float) -> tuple[Shape, ...]:
    """Return the small sample of a mark that stands beside its words in the legend."""
    if mark.line:
        return (Shape.line(((x, y + h / 2), (x + w, y + h / 2)), mark.paint),)
    ground = Shape("rect", x, y, w, h, mark.paint, radius=4, decorative=True)
    side = h - 4
    if not mark.sign:
        return (ground,)
    return (ground, _drawn_sign(mark.sign, x + (w - side) / 2, y + 2, side, mark.colour))


def _refuted(theme: Theme) -> Look:
    return Look(Paint(mix(theme.hairline, theme.paper, 0.5)), theme.muted, theme.muted)


def _drawn_sign(sign: str, x: float, y: float, size: float, colour: str) -> Shape:
    paint = Paint(stroke=colour, width=_BADGE_STROKE * size / GRID)
    return Shape("path", x, y, size, size, paint, d=sign, grid=GRID, role="icon", decorative=True)
