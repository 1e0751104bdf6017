"""Cytoscape JSON: what Cytoscape (``.cyjs``) and cytoscape.js load; written only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.flat import as_text, flat_graph

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain


def cytoscape_of(chain: ValueChain) -> str:
    """Return a chain as Cytoscape JSON, every node and edge with its own id.

    The columns are flat, as Cytoscape wants them: what is a list or a mapping stands as JSON.
    """
    graph = flat_graph(chain)
    # In Cytoscape nodes and edges share their ids; ours do so as well.
    data = {
        "format_version": "1.0",
        "generated_by": "valuegraph",
        "target_cytoscapejs_version": "~3",
        "data": {"name": graph.name, "description": graph.description},
        "elements": {
            "nodes": [{"data": _flat(node["kind"], node)} for node in graph.nodes],
            "edges": [{"data": _flat("item", edge)} for edge in graph.edges],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _flat(kind: str, item: dict[str, Any]) -> dict[str, Any]:
    place = "item" if kind == "chain" else kind
    told = {
        key: value if isinstance(value, bool | int | float) else as_text(place, key, value)
        for key, value in item.items()
    }
    # Both names are ours: Cytoscape shows `name`, and knows an `interaction` between two nodes.
    shown = {"name": told.get("name", told["label"])} if "label" in told else {}
    return {**told, **(shown if kind != "item" else {"interaction": item["kind"]})}
