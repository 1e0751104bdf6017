"""A report as data: what every format of it is written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.scene import Scene

_WIDEST = 4.0
"""How many times as wide as the narrowest the widest column of a table may be."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words, and the numbers of the sources they come from."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a ``lead`` opens what follows, a ``note`` says how to read what was."""

    told: Told
    style: Literal["plain", "lead", "note"] = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, and who says so."""

    told: Told
    by: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading.

    Attributes:
        caption: what it shows.
        head: the headings of its columns.
        rows: its cells, as many a row as there are headings.
        numbers: the columns, from 0, that hold numbers and are set to the right.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Told, ...], ...]
    numbers: frozenset[int] = frozenset()

    def widths(self) -> tuple[float, ...]:
        """Return the width of each column as a part of 1: wider for longer texts, within bounds."""
        roots = [
            max(1, *(min(len(line), 160) for text in texts for line in text.split("\n"))) ** 0.5
            for texts in (
                [name, *(row[place].text for row in self.rows)]
                for place, name in enumerate(self.head)
            )
        ]
        bounded = [max(root, max(roots) / _WIDEST) for root in roots]
        return tuple(round(root / sum(bounded), 4) for root in bounded)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; a ``wide`` one has a page of its own where there are pages."""

    scene: Scene
    caption: str
    wide: bool = False


Block: TypeAlias = Paragraph | Bullets | Quotation | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; ``level`` is 2, 3 or 4, below the title of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 2

    @property
    def opens_wide(self) -> bool:
        """Whether it opens with a picture that has a page of its own: the heading goes with it."""
        first = self.blocks[0] if self.blocks else None
        return isinstance(first, Figure) and first.wide


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    Attributes:
        title, subtitle: what stands on top.
        language: the language it is written in.
        sections: its sections, in order.
        sources: each source once; the first has the number 1.
        words: the few words that formats add: ``contents``, ``sources``, ``source``, ``back``.
    """

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]
    sources: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def font(self) -> Font:
        """The font of its pictures, and so of its text."""
        return next((figure.scene.font for figure in self.figures()), CARLITO)

    def figures(self) -> Iterator[Figure]:
        """Yield every picture, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Figure):
                    yield block
