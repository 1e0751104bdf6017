"""Node-link JSON: what networkx and D3 read; written, and read back whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.flat import (
    REST,
    Attributes,
    as_json,
    flat_graph,
)
from valuegraph.io.graphs.json_rows import field, row_of, rows_of
from valuegraph.io.graphs.rows import GraphRows
from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Scalar, Table
from valuegraph.problems import Bilingual, Problem, Where

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_LISTS = Bilingual("les listes « nodes » et « edges » (ou « links »)",
                   "the lists “nodes” and “edges” (or “links”)")  # fmt: skip


def node_link_of(chain: ValueChain) -> str:
    """Return a chain as node-link JSON; the ids of links are the keys of the edges.

    ``networkx.node_link_graph(..., edges="edges")`` reads it.
    """
    graph = flat_graph(chain)
    about = {"name": graph.name, "description": graph.description, REST: graph.rest}
    data = {
        "directed": True,
        "multigraph": True,
        "graph": {key: value for key, value in about.items() if value},
        "nodes": [_native(node) for node in graph.nodes],
        "edges": [_with_key(_native(edge)) for edge in graph.edges],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_node_link(text: str) -> tuple[GraphRows | None, list[Problem]]:
    """Return the nodes and edges of a node-link text, each with its place, and what is wrong."""
    tree, problems = read_json(text)
    if not isinstance(tree, Table):
        return None, problems
    edges = field(tree, "edges") or field(tree, "links")
    nodes = field(tree, "nodes")
    if nodes is None or edges is None:
        return None, [*problems, Problem("VG652", Where(line=1), {"expected": _LISTS})]
    node_rows, found = rows_of(nodes)
    edge_rows, more = rows_of(edges, key="id")
    directed = field(tree, "directed")
    free = isinstance(directed, Scalar) and directed.text == "false" and bool(edge_rows)
    about = field(tree, "graph")
    return GraphRows(
        node_rows,
        edge_rows,
        row_of(about).values if isinstance(about, Table) else {},
        tree.place,
        edge_rows[0].place if free else None,
    ), [*problems, *found, *more]


def _native(item: Attributes) -> Attributes:
    """Return attributes as JSON holds them; a word that looks like JSON is told apart."""
    return {
        key: as_json(value) if key == "strength" and isinstance(value, str) else value
        for key, value in item.items()
    }


def _with_key(edge: Attributes) -> dict[str, Any]:
    return {"key" if name == "id" else name: value for name, value in edge.items()}
