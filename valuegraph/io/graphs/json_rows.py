"""Nodes and edges in a JSON text: lists of mappings, each with its place."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.io.graphs.rows import Row
from valuegraph.io.tree import Listing, Node, Scalar, Table
from valuegraph.problems import Bilingual, Problem, Where

_MAPPINGS = Bilingual("une liste de tables clé : valeur", "a list of key: value mappings")


def field(table: Table, key: str) -> Node | None:
    """Return what stands under a key of a mapping."""
    return next((entry.value for entry in table if entry.key.text == key), None)


def row_of(table: Table, names: Mapping[str, str] | None = None) -> Row:
    """Return a mapping as a row, some keys under another name."""
    called = names or {}
    values = {called.get(entry.key.text, entry.key.text): entry.value for entry in table}
    return Row(values, table.place)


def rows_of(node: Node, **names: str) -> tuple[tuple[Row, ...], list[Problem]]:
    """Return the mappings of a list as rows; whatever else stands there is told.

    Args:
        node: the list.
        **names: key of the file -> column.
    """
    items = node.items if isinstance(node, Listing) else (node,)
    strangers: list[Node] = [item for item in items if not isinstance(item, Table)]
    if isinstance(node, Scalar | Table):
        strangers = [node]
    problems = [
        Problem("VG652", Where(line=item.place.line, column=item.place.column),
                {"expected": _MAPPINGS})
        for item in strangers
    ]  # fmt: skip
    return tuple(row_of(item, names) for item in items if isinstance(item, Table)), problems
