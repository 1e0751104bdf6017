"""Nodes and edges as they were read, and what their columns and words mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from valuegraph.io.tree import Node, Place, Scalar


@dataclass(frozen=True, slots=True)
class Row:
    """A node or an edge: column -> what stands there."""

    values: Mapping[str, Node]
    place: Place

    def text(self, column: str) -> str:
        """Return the text of a column; empty where there is none."""
        value = self.values.get(column)
        return value.text.strip() if isinstance(value, Scalar) else ""


@dataclass(frozen=True, slots=True)
class GraphRows:
    """A graph as it was read.

    Attributes:
        nodes: the nodes, with an ``id``; empty if only edges were given.
        edges: the edges, with ``source`` and ``target``.
        about: what the graph says of itself.
        place: where it begins.
        undirected: where an edge stands that is said to have no direction.
    """

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    about: Mapping[str, Node] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    undirected: Place | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a person says of a foreign graph.

    Attributes:
        columns: a column of the file -> the key it stands for: ``id``, ``name``, ``kind``,
            ``source``, ``target`` or a key of the text form; an empty text leaves it out.
        kinds: a word of the file -> a kind of part or of link.
        parts: the id of a node -> its kind.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    def renamed(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Return rows with the columns called as the person said.

        What was said comes before a column that has that name by chance.
        """
        return tuple(Row(self._renamed(row.values), row.place) for row in rows)

    def _renamed(self, values: Mapping[str, Node]) -> dict[str, Node]:
        said = {self.columns[name]: value for name, value in values.items()
                if self.columns.get(name)}  # fmt: skip
        others = {name: value for name, value in values.items() if name not in self.columns}
        return {**others, **said}
