"""How calmed things are coloured: near the paper, their words still as dark as words must be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from valuegraph.render.baselines import placed_lines
from valuegraph.render.colour import contrast, mix
from valuegraph.render.geometry import Outline, contains, outline
from valuegraph.render.scene import Paint, Point, Runs, Scene, Shape, Text
from valuegraph.render.theme import TEXT_CONTRAST, Theme
from valuegraph.render.wrap import line_width

CALMED_FILL, CALMED_LINE = 0.8, 0.65
"""How much paper is mixed into a calmed ground, and into a calmed line."""
CALMED_MARK = 2.0
"""The contrast to which icons and signs on a ground are calmed: their words stand beside them."""

_OPAQUE = 1.0
_ROOM = 0.05  # contrasts are kept a little above what is needed: colours are rounded
_STEPS = 20


@dataclass(frozen=True, slots=True)
class _Ground:
    """A filled shape that was drawn: where it lies, its colour as it was and as it is."""

    corners: Outline
    box: tuple[float, float, float, float]
    before: str
    after: str


@dataclass(slots=True)
class Grounds:
    """What lies below what is drawn next, as it was and as it has become."""

    scene: Scene
    theme: Theme
    laid: list[_Ground] = field(default_factory=list)

    def lay(self, shape: Shape, paint: Paint) -> None:
        """Note that a shape was drawn with another paint than its own."""
        corners = outline(shape)
        if corners and shape.paint.fill and shape.paint.opacity == _OPAQUE:
            box = (shape.x, shape.y, shape.x + shape.w, shape.y + shape.h)
            self.laid.append(_Ground(corners, box, shape.paint.fill, paint.fill))

    def at(self, point: Point) -> tuple[str, str]:
        """Return the colour of the ground at a point, as it was and as it is."""
        x, y = point
        for ground in reversed(self.laid):
            left, top, right, bottom = ground.box
            if left <= x <= right and top <= y <= bottom and contains(ground.corners, point):
                return ground.before, ground.after
        return self.scene.background or self.theme.paper, self.scene.background or self.theme.paper

    def below(self, text: Text) -> list[tuple[str, str]]:
        """Return the grounds of the lines of a text."""
        return [
            self.at(((left + right) / 2, (top + bottom) / 2))
            for left, top, right, bottom in line_boxes(text, self.scene)
        ]


def line_boxes(text: Text, scene: Scene) -> list[tuple[float, float, float, float]]:
    """Return the box of each line's letters on the page: left, top, right, bottom."""
    centre_x, centre_y = text.x + text.w / 2, text.y + text.h / 2
    boxes = []
    for line in placed_lines(text, scene.font):
        width = _width(line.runs, text, scene)
        left = line.x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[text.align]
        box = (left, line.top, left + width, line.top + line.height)
        if text.rotate % 180:
            # Turned by a quarter about the centre of the box: across becomes down.
            dx, dy = line.top - centre_y, left - centre_x
            high, wide = line.height, width
            if text.rotate % 360 == 90:
                dx = -dx - high
            else:
                dy = -dy - wide
            box = (centre_x + dx, centre_y + dy, centre_x + dx + high, centre_y + dy + wide)
        boxes.append(box)
    return boxes


def calmed_paint(paint: Paint, theme: Theme) -> Paint:
    """Return the paint of a calmed shape: its ground and its line nearer to the paper."""
    return replace(
        paint,
        fill=mix(paint.fill, theme.paper, CALMED_FILL) if paint.fill else "",
        stroke=mix(paint.stroke, theme.paper, CALMED_LINE) if paint.stroke else "",
    )


def calmed_mark(paint: Paint, grounds: Grounds, centre: Point) -> Paint:
    """Return the paint of a calmed icon or sign: told from its ground, no more."""
    before, after = grounds.at(centre)
    calm = (before, after, grounds.theme.ink, CALMED_MARK)
    return replace(
        paint,
        fill=quieted(paint.fill, *calm) if paint.fill else "",
        stroke=quieted(paint.stroke, *calm) if paint.stroke else "",
    )


def calmed_text(text: Text, grounds: Grounds) -> Text:
    """Return a calmed text: as pale as words may be (WCAG 2.2, level AA) on their new ground."""
    return _recoloured(text, grounds, calm=True)


def readable_text(text: Text, grounds: Grounds) -> Text:
    """Return a text that keeps its colour, unless its ground has become too like it."""
    return _recoloured(text, grounds, calm=False)


@lru_cache(maxsize=4096)
def quieted(colour: str, before: str, after: str, ink: str, needed: float) -> str:
    """Return a colour as near to its new ground as the contrast needed allows.

    Args:
        colour: as it was.
        before, after: its ground as it was and as it is.
        ink: the colour of last resort.
        needed: the least contrast with the new ground.
    """
    start = next(
        (each for each in (colour, before, ink) if contrast(each, after) >= needed + _ROOM), ink
    )
    found = start
    for step in range(1, _STEPS):
        paler = mix(start, after, step / _STEPS)
        if contrast(paler, after) < needed + _ROOM:
            break
        found = paler
    return found


def _recoloured(text: Text, grounds: Grounds, *, calm: bool) -> Text:
    below = grounds.below(text)
    if not below:
        return text

    def told(colour: str) -> str:
        # Lines may lie on several grounds: the colour that all of them bear.
        if not calm and all(contrast(colour, after) >= TEXT_CONTRAST for _, after in below):
            return colour
        ink = grounds.theme.ink
        made = [quieted(colour, *pair, ink, TEXT_CONTRAST) for pair in dict.fromkeys(below)]
        worst = {each: min(contrast(each, after) for _, after in below) for each in made}
        return max(made, key=lambda each: worst[each])

    def run(runs: Runs) -> Runs:
        return tuple(replace(each, colour=told(each.colour)) for each in runs)

    return replace(
        text,
        lines=tuple(run(runs) for runs in text.lines),
        paragraphs=tuple(run(runs) for runs in text.paragraphs),
    )


def _width(runs: Runs, text: Text, scene: Scene) -> float:
    return sum(
        line_width(
            run.text,
            text.size * run.scale,
            font=scene.font,
            bold=run.bold,
            italic=run.italic,
            tracking=text.tracking,
        )
        for run in runs
    )
