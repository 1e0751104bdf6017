"""The pass over a finished scene: what is lit stands out, the rest is calmed or struck out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.render.colour import mix
from valuegraph.render.focus.colouring import (
    Grounds,
    calmed_mark,
    calmed_paint,
    calmed_text,
    line_boxes,
    readable_text,
)
from valuegraph.render.focus.lit import Focus, Mood
from valuegraph.render.focus.marking import Marks
from valuegraph.render.focus.striking import struck
from valuegraph.render.geometry import outline
from valuegraph.render.scene import Connector, Group, Node, Paint, Scene, Shape, Text
from valuegraph.render.theme import Theme

OUTLINE, CASING = 4.0, 6.4
"""The width of the outline of what is lit, and of the dark line below it."""

_CONNECTOR, _LEAST_CONNECTOR = 1.5, 3.2
_HUG, _HUG_RADIUS = 3.0, 5.0
_STILL = frozenset(
    {"heading", "logo", "legend", "source", "sheet-number", "caption", "annex", "axes"}
)
"""Roles of what speaks of the whole sheet: it is never calmed."""
_LABELS = frozenset({"weight"})
"""Roles of what is written at a link: the link stands out, its label keeps its colours."""


def lighted(scene: Scene, focus: Focus, theme: Theme) -> Scene:
    """Return the scene with its highlight: nothing moves, marks are written over it.

    Args:
        scene: a finished scene; its groups and connectors are known by their ``ref``.
        focus: what is lit, calmed and struck out.
        theme: colours and font.
    """
    lighting = _Lighting(scene, focus, theme)
    nodes = tuple(node for child in scene.children for node in lighting.on(child, "plain"))
    drawn = replace(scene, children=nodes)
    marks = _marks(drawn, focus, lighting.hosts, theme)
    if not marks:
        return drawn
    return replace(drawn, children=(*nodes, Group("focus..marks", marks, role="highlight")))


def shown(scene: Scene) -> set[str]:
    """Return the ids of all that a scene shows, alone or in a list."""
    found = set()
    for node in scene.walk():
        if isinstance(node, Group) and node.role not in ("legend", "annex"):
            found |= _refs(node)
        elif isinstance(node, Connector):
            found.add(node.ref)
    return found - {""}


class _Lighting:
    """Goes through a scene in drawing order; ``hosts`` are the shapes that marks are put at."""

    def __init__(self, scene: Scene, focus: Focus, theme: Theme) -> None:
        self.focus, self.theme, self.scene = focus, theme, scene
        self.grounds = Grounds(scene, theme)
        self._bodied = {ref for node in scene.walk() for ref in _body_refs(node)}
        self._bodies: dict[str, Shape] = {}
        self._hugs: dict[str, Shape] = {}

    @property
    def hosts(self) -> dict[str, Shape]:
        """The shape of each part that is lit or lost: its body, else the outline about it."""
        return {**self._hugs, **self._bodies}

    def on(self, node: Node, mood: Mood) -> tuple[Node, ...]:
        """Return a node as it is drawn in a mood, with what goes below or above it."""
        match node:
            case Group():
                return (self._group(node, mood),)
            case Connector():
                return (self._connector(node, mood),)
            case Text():
                return (self._text(node, mood),)
        return (self._shape(node, mood),)

    def _group(self, group: Group, mood: Mood) -> Group:
        if group.role in _STILL:
            return self._still(group)
        mood = self._mood(group, mood)
        if mood == "lit" and group.role in _LABELS:
            mood = "plain"
        own = _host_place(group) if mood in ("lit", "gone") and _refs(group) else None
        children: list[Node] = []
        for place, child in enumerate(group.children):
            if place == own and isinstance(child, Shape):
                children += self._host(child, group, mood)
            else:
                children += self.on(child, "plain" if mood == "lit" else mood)
        bare = own is None and group.ref not in {"", *self._bodied}
        if bare and mood in ("lit", "gone"):
            children += self._hugged(group, mood)
        return replace(group, children=tuple(children))

    def _still(self, group: Group) -> Group:
        """Return a group as it is, its grounds noted."""
        for child in group.children:
            if isinstance(child, Group):
                self._still(child)
            elif isinstance(child, Shape):
                self.grounds.lay(child, child.paint)
        return group

    def _mood(self, group: Group, mood: Mood) -> Mood:
        refs = _refs(group)
        panel = next((value for key, value in group.data if key == "part"), "")
        if panel and not refs:
            # The panel below an activity: its name stands out, or is struck out, already.
            found = self.focus.mood(panel)
            return "calm" if found in ("calm", "gone") else "plain"
        if refs:
            moods = {self.focus.mood(ref) for ref in refs}
            if len(moods) == 1:
                return moods.pop()
            # A list of several parts: it is drawn as ever if one of them is not calmed.
            return "plain"
        held = {self.focus.mood(ref) for inner in _groups(group) for ref in _refs(inner)}
        if held and any(isinstance(child, Shape | Text) for child in group.children):
            if held <= {"calm"} or held <= {"gone"}:
                return "calm" if self.focus.calms or held == {"gone"} else "plain"
            return "plain"
        return mood if mood != "gone" else "calm"

    def _host(self, shape: Shape, group: Group, mood: Mood) -> tuple[Shape, ...]:
        """Return the shape of a lit or lost part, with the casing or the hatching it gets."""
        for ref in _refs(group):
            self._bodies.setdefault(ref, shape)
        if mood == "gone":
            drawn = struck(shape, self.theme)
            self.grounds.lay(shape, drawn[0].paint)
            return drawn
        self.grounds.lay(shape, shape.paint)
        return _outlined(shape, self.theme)

    def _hugged(self, group: Group, mood: Mood) -> tuple[Shape, ...]:
        """Return an outline about a part that has no shape of its own, such as a list's line."""
        boxes = [
            box
            for node in group.children
            for box in (
                line_boxes(node, self.scene)
                if isinstance(node, Text)
                else [(node.x, node.y, node.x + node.w, node.y + node.h)]
                if isinstance(node, Shape)
                else []
            )
        ]
        if not boxes:
            return ()
        left, top = min(box[0] for box in boxes) - _HUG, min(box[1] for box in boxes) - _HUG / 2
        right, bottom = max(box[2] for box in boxes) + _HUG, max(box[3] for box in boxes)
        height = bottom + _HUG / 2 - top
        line = Paint(stroke=self.theme.highlight, width=OUTLINE * 0.6)
        if mood == "gone":
            line = Paint(stroke=self.theme.muted, width=1.6, dash=(5, 4))
        shape = Shape("rect", left, top, right - left, height, line, radius=_HUG_RADIUS,
                      decorative=True)  # fmt: skip
        self._hugs.setdefault(group.ref, shape)
        return (shape,)

    def _shape(self, shape: Shape, mood: Mood) -> Shape:
        if mood in ("plain", "lit"):
            self.grounds.lay(shape, shape.paint)
            return shape
        if shape.kind == "path" and shape.decorative:
            centre = (shape.x + shape.w / 2, shape.y + shape.h / 2)
            return replace(shape, paint=calmed_mark(shape.paint, self.grounds, centre))
        paint = calmed_paint(shape.paint, self.theme)
        self.grounds.lay(shape, paint)
        return replace(shape, paint=paint)

    def _text(self, text: Text, mood: Mood) -> Text:
        if mood in ("plain", "lit"):
            return readable_text(text, self.grounds)
        return calmed_text(text, self.grounds)

    def _connector(self, connector: Connector, mood: Mood) -> Connector:
        mood = self.focus.mood(connector.ref) if connector.ref else mood
        paint = connector.paint
        if mood == "lit":
            width = max(_LEAST_CONNECTOR, paint.width * _CONNECTOR)
            stroke = mix(self.theme.highlight, self.theme.ink, 0.25)
            return replace(connector, paint=replace(paint, stroke=stroke, width=width))
        if mood == "gone":
            line = calmed_paint(paint, self.theme)
            return replace(connector, paint=replace(line, dash=(7, 5)))
        if mood == "calm":
            return replace(connector, paint=calmed_paint(paint, self.theme))
        return connector


def _outlined(shape: Shape, theme: Theme) -> tuple[Shape, Shape]:
    """Return a lit shape in its thick outline, on a dark line that frames it on any ground."""
    casing = Paint(stroke=theme.ink, width=CASING)
    below = replace(shape, paint=casing, id="", title="", role="", decorative=True)
    paint = replace(shape.paint, stroke=theme.highlight, width=OUTLINE)
    return below, replace(shape, paint=paint)


def _marks(scene: Scene, focus: Focus, hosts: dict[str, Shape], theme: Theme) -> tuple[Group, ...]:
    """Return the numbers of the steps and the words at single parts, where they find room."""
    marks = Marks(scene, theme)
    found = [
        marks.step(number, hosts[part], part)
        for number, part in enumerate(focus.steps, 1)
        if part in hosts
    ]
    found += [marks.tag(told, hosts[part], part) for part, told in focus.tags.items()
              if part in hosts]  # fmt: skip
    return tuple(mark for mark in found if mark)


def _host_place(group: Group) -> int | None:
    """Return where among its children the shape stands that is the body of a group."""
    shapes = [
        (place, child)
        for place, child in enumerate(group.children)
        if isinstance(child, Shape) and not child.decorative
    ]
    closed = [place for place, child in shapes if outline(child)]
    return next(iter([*closed, *(place for place, _ in shapes)]), None)


def _refs(group: Group) -> set[str]:
    """Return the ids of the parts that a group shows, itself or as a list."""
    refs = {group.ref} - {"", WHOLE_CHAIN}
    for key, value in group.data:
        if key == "parts":
            refs |= set(value.split())
    return refs


def _body_refs(node: Node) -> set[str]:
    """Return the ids of the parts that have a body in a node: a shape, or a line."""
    if isinstance(node, Connector):
        return {node.ref}
    if isinstance(node, Group) and node.role not in _STILL and _host_place(node) is not None:
        return _refs(node)
    return set()


def _groups(group: Group) -> Sequence[Group]:
    found: list[Group] = []
    for child in group.children:
        if isinstance(child, Group):
            found += [child, *_groups(child)]
    return found
