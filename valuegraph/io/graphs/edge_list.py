"""Tables of links, and of parts if there is one, as any program exports them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from valuegraph.io.graphs.rows import GraphRows, Row
from valuegraph.io.tree import Node, Place, Scalar
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem, Where

_NAMES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "from", "start", "début", "départ", "de", "origine"),
    "target": ("target", "to", "end", "fin", "arrivée", "vers", "cible"),
    "kind": ("kind", "nature", "genre", "interaction", "relation"),
    "id": ("id", "identifiant"),
    "label": ("label", "libellé", "nom", "name"),
}
_COLUMNS_OF_LINKS = ("source", "target", "kind", "id")
_COLUMNS_OF_PARTS = ("id", "kind", "label")
_A_TABLE = Bilingual("une ligne de titres, puis une ligne par lien",
                     "a line of headings, then one line a link")  # fmt: skip
_MOST_COLUMNS = 500


def read_edge_list(
    links: str, parts: str | None, said: Mapping[str, str]
) -> tuple[GraphRows | None, list[Problem]]:
    """Return the rows of a table of links, with their lines, and what is wrong.

    Args:
        links: CSV, or columns parted by tabs or semicolons, with a line of headings.
        parts: the same for the parts; without it they are the ends of the links.
        said: the columns that the person named; they are left as they are.
    """
    edges, problems = _rows(links, _COLUMNS_OF_LINKS, said)
    nodes: tuple[Row, ...] = ()
    if parts is not None:
        nodes, more = _rows(parts, _COLUMNS_OF_PARTS, said)
        problems += more
    if edges is None or nodes is None:
        return None, problems
    return GraphRows(nodes, edges, {}, Place(1, 1)), problems


def _rows(
    text: str, columns: tuple[str, ...], said: Mapping[str, str]
) -> tuple[tuple[Row, ...], list[Problem]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    try:
        heads = [head.strip() for head in next(reader, [])]
        if not any(heads) or len(heads) > _MOST_COLUMNS:
            return (), [Problem("VG652", Where(line=1), {"expected": _A_TABLE})]
        names = [_called(head, columns, said) for head in heads]
        line = reader.line_num + 1
        for cells in reader:
            values: dict[str, Node] = {
                name: Scalar(cell.strip(), Place(line, number), quoted=True)
                for number, (name, cell) in enumerate(zip(names, cells, strict=False), start=1)
                if name and cell.strip()
            }
            if values:
                rows.append(Row(values, Place(line, 1)))
            line = reader.line_num + 1
    except csv.Error as error:
        return (), [Problem("VG650", Where(line=reader.line_num), {"reason": str(error)})]
    return tuple(rows), []


def _called(head: str, columns: tuple[str, ...], said: Mapping[str, str]) -> str:
    """Return the column that a heading names by itself, or the heading as it is."""
    if head in said:
        return head
    folded = fold(head)
    found = (name for name in columns if folded in map(fold, _NAMES[name]))
    return next(found, head)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)
