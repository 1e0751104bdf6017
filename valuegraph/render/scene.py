"""The scene: what every writer draws, as frozen data. Units are design units (du), y downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any, Literal

from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.page import A4, Page

Point = tuple[float, float]
ShapeKind = Literal["rect", "home_plate", "chevron", "polygon", "ellipse", "path", "line"]
Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]
Site = Literal["", "top", "left", "bottom", "right"]
Route = Literal["straight", "elbow", "curve"]

INK = "#1B2733"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined; an empty colour means none. Widths and dashes in du."""

    fill: str = ""
    stroke: str = ""
    width: float = 0
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a kind that writers may turn into a native one.

    ``x, y, w, h`` is always its box. ``radius`` rounds the corners; ``depth`` is the point of a
    home plate or chevron; ``points`` are those of a polygon or line. A path has ``d`` in du, or on
    a square of ``grid`` units scaled to the box (icons). A ``decorative`` shape says nothing to a
    reader (bullets, badges, rules, icons) and never contains a text.
    """

    kind: ShapeKind
    x: float
    y: float
    w: float
    h: float
    paint: Paint
    radius: float = 0
    depth: float = 0
    points: tuple[Point, ...] = ()
    d: str = ""
    grid: float = 0
    id: str = ""
    role: str = ""
    title: str = ""
    decorative: bool = False

    @classmethod
    def polygon(
        cls,
        points: tuple[Point, ...],
        paint: Paint,
        *,
        radius: float = 0,
        id: str = "",
        role: str = "",
        title: str = "",
        decorative: bool = False,
    ) -> Shape:
        """Return the closed polygon through ``points``, with its box."""
        return cls(
            "polygon",
            *_box(points),
            paint,
            radius=radius,
            points=points,
            id=id,
            role=role,
            title=title,
            decorative=decorative,
        )

    @classmethod
    def line(cls, points: tuple[Point, ...], paint: Paint, *, radius: float = 0) -> Shape:
        """Return the open, decorative line through ``points``, with its box."""
        return cls("line", *_box(points), paint, radius=radius, points=points, decorative=True)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``scale`` is its size relative to the text's."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = INK
    scale: float = 1


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a box: the ``lines`` as drawn and the ``paragraphs`` as written.

    ``lines`` hold only characters the font has; ``paragraphs`` hold the true text, no-break spaces
    included, for writers whose text can be edited and for readers of alternative texts.
    ``full`` is the whole text when it had to be shortened, else empty. ``rotate`` turns the box
    about its centre (degrees, clockwise): a strip read upwards has ``rotate=-90`` and, as ``w``,
    the strip's height. ``caps`` says that the lines are capitals of the paragraphs.
    ``fine_print`` allows a size below the floor.
    """

    x: float
    y: float
    w: float
    h: float
    lines: tuple[Runs, ...]
    paragraphs: tuple[Runs, ...]
    size: float
    line_height: float
    align: Align = "left"
    valign: VAlign = "top"
    rotate: float = 0
    tracking: float = 0
    caps: bool = False
    full: str = ""
    fine_print: bool = False
    role: str = ""

    def line_step(self, line: Runs) -> float:
        """Return the height that one line takes, in du."""
        return self.size * self.line_height * max((run.scale for run in line), default=1.0)

    @property
    def text_height(self) -> float:
        """The height of all lines, in du; the box may be higher."""
        return sum(self.line_step(line) for line in self.lines)

    @property
    def plain(self) -> str:
        """The true text, one line a paragraph (the part shown, when it was shortened)."""
        return "\n".join("".join(run.text for run in runs) for runs in self.paragraphs)

    def at(
        self, x: float, y: float, *, h: float | None = None, valign: VAlign | None = None
    ) -> Text:
        """Return the same text in a box moved to ``x, y``, of height ``h`` if one is given."""
        return replace(
            self,
            x=x,
            y=y,
            h=self.h if h is None else h,
            valign=self.valign if valign is None else valign,
        )


@dataclass(frozen=True, slots=True)
class Connector:
    """An arrow or line between two things of the scene, told by their ids (``start``, ``end``).

    ``points`` is the way it is drawn: a polyline, or for ``route="curve"`` the 3n + 1 points of
    cubic curves. The sites say which side of each end it is glued to, for editable formats.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    paint: Paint
    route: Route = "straight"
    start_site: Site = ""
    end_site: Site = ""
    head: bool = True
    radius: float = 0
    id: str = ""
    ref: str = ""
    role: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together, usually one part of the chain (``ref`` is that part's id).

    ``role`` is what kind of thing it is (activity, modality, impact, legend...), ``title`` what a
    tooltip and a screen reader say, ``data`` further pairs for interactive writers.
    """

    id: str
    children: tuple[Node, ...] = ()
    ref: str = ""
    role: str = ""
    title: str = ""
    description: str = ""
    data: tuple[tuple[str, str], ...] = ()


Node = Group | Shape | Text | Connector


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture.

    Raises:
        ValueError: two things have the same id, or a connector's end does not exist.
    """

    title: str
    description: str
    children: tuple[Node, ...]
    language: str = "fr"
    width: float = A4.width
    height: float = A4.height
    background: str = "#FFFFFF"
    page: Page = A4
    font: Font = CARLITO
    _ids: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        ids: set[str] = set()
        for node in self.walk():
            name = "" if isinstance(node, Text) else node.id
            if name and name in ids:
                raise ValueError(f"two things of the scene have the id {name!r}")
            ids.add(name)
        for node in self.walk():
            if isinstance(node, Connector) and not {node.start, node.end} <= ids:
                raise ValueError(f"a connector joins {node.start!r} to {node.end!r}: unknown id")
        object.__setattr__(self, "_ids", frozenset(ids - {""}))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all groups, shapes and connectors."""
        return self._ids

    def walk(self) -> Iterator[Node]:
        """Yield every node in drawing order, a group before what it holds."""
        return _walk(self.children)

    def texts(self) -> Iterator[Text]:
        """Yield every text in drawing order."""
        return (node for node in self.walk() if isinstance(node, Text))

    def groups(self) -> Iterator[Group]:
        """Yield every group in drawing order."""
        return (node for node in self.walk() if isinstance(node, Group))

    def shortened(self) -> tuple[Text, ...]:
        """Return the texts that could not be shown whole."""
        return tuple(text for text in self.texts() if text.full)

    def to_dict(self) -> dict[str, Any]:
        """Return the scene as plain data for JSON: lengths with 2 decimals, defaults left out."""
        plain: dict[str, Any] = _plain(self)
        return plain


def _box(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _walk(node.children)


def _plain(value: Any) -> Any:
    if isinstance(value, Page):
        return value.name
    if isinstance(value, Font):
        return value.family
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        rounded = round(float(value), 2)
        return int(rounded) if rounded.is_integer() else rounded
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kept: dict[str, Any] = {}
    if not isinstance(value, Scene | Run | Paint):
        kept["type"] = type(value).__name__.lower()
    for each in fields(value):
        item = getattr(value, each.name)
        if each.init and (each.default is MISSING or item != each.default):
            kept[each.name] = _plain(item)
    return kept
