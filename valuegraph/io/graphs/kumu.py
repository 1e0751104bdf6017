"""Kumu: its JSON (a blueprint), written and read back; its two tables, written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.flat import (
    REST,
    Attributes,
    as_json,
    as_text,
    flat_graph,
    keys_of,
)
from valuegraph.io.graphs.json_rows import field, rows_of
from valuegraph.io.graphs.rows import GraphRows, Row
from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Node, Scalar, Table
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS
from valuegraph.problems import Bilingual, Problem, Where

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_LISTS = Bilingual("les listes « elements » et « connections »",
                   "the lists “elements” and “connections”")  # fmt: skip
_OWN_TYPE = "own type"
"""The field of an element that holds its ``type``: ``type`` itself is the kind, in Kumu."""


def kumu_json_of(chain: ValueChain) -> str:
    """Return a chain as a Kumu blueprint; :func:`read_kumu` reads it back whole.

    The type of an element is its kind of part, that of a connection the verb of its link, both
    in the language of the chain; the keys of the text form are fields of their own.
    """
    graph = flat_graph(chain)
    data = {
        "name": graph.name,
        "description": graph.description,
        "elements": [_element(node, chain.language) for node in graph.nodes],
        "connections": [_connection(edge, chain.language) for edge in graph.edges],
        REST: as_json(graph.rest),
    }
    kept = {key: value for key, value in data.items() if value or isinstance(value, list)}
    return json.dumps(kept, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def kumu_csv_of(chain: ValueChain) -> dict[str, bytes]:
    """Return a chain as the two tables that Kumu imports: elements and connections.

    Kumu joins tables by labels: a label that stands for two parts gets its id in brackets.
    A text that a spreadsheet would take for a formula stands in quotes.
    """
    graph = flat_graph(chain)
    labels = _unique_labels(graph.nodes)
    elements = [
        {"Label": labels[node["id"]], "Type": _kind_word(node["kind"], chain.language),
         "Description": node.get("description", ""), "Tags": node.get("group", ""),
         "id": node["id"], **_others(node, "description", "group", "label")}
        for node in graph.nodes
    ]  # fmt: skip
    connections = [
        {"From": labels[edge["source"]], "To": labels[edge["target"]], "Direction": "directed",
         "Type": _verb(edge["kind"], chain.language), "Label": edge.get("label", ""),
         "id": edge["id"], **_others(edge, "label")}
        for edge in graph.edges
    ]  # fmt: skip
    return {
        "elements.csv": _csv(elements, ["Label", "Type", "Description", "Tags", "id"]),
        "connections.csv": _csv(connections, ["From", "To", "Direction", "Type", "Label", "id"]),
    }


def read_kumu(text: str) -> tuple[GraphRows | None, list[Problem]]:
    """Return the elements and connections of a blueprint, with their places, and what is wrong.

    Connections may name elements by id or by label.
    """
    tree, problems = read_json(text)
    if not isinstance(tree, Table):
        return None, problems
    elements, connections = field(tree, "elements"), field(tree, "connections")
    if elements is None or connections is None:
        return None, [*problems, Problem("VG652", Where(line=1), {"expected": _LISTS})]
    nodes, found = rows_of(elements, type="kind", **{_OWN_TYPE: "type"})
    edges, more = rows_of(connections, type="kind", **{"from": "source", "to": "target"})
    nodes = tuple(_with_id(row) for row in nodes)
    by_label = {row.text("label"): row for row in reversed(nodes)}
    ids = {row.text("id") for row in nodes}
    told = [_joined(row, ids, by_label) for row in edges]
    free = next((row.place for row in told if row.text("direction") in ("undirected", "mutual")),
                None)  # fmt: skip
    about = {key: value for key in ("name", "description", REST)
             if (value := field(tree, key)) is not None}  # fmt: skip
    rows = GraphRows(nodes, tuple(_without(row, "direction") for row in told), about, tree.place,
                     free)  # fmt: skip
    return rows, [*problems, *found, *more]


def _element(node: Attributes, language: str) -> dict[str, Any]:
    told = {"id": node["id"], "label": node["label"], "type": _kind_word(node["kind"], language)}
    own = {_OWN_TYPE if key == "type" else key: _held(node["kind"], key, value)
           for key, value in node.items() if key not in ("id", "label", "kind")}  # fmt: skip
    return {**told, **own}


def _connection(edge: Attributes, language: str) -> dict[str, Any]:
    told = {"id": edge["id"], "from": edge["source"], "to": edge["target"],
            "type": _verb(edge["kind"], language), "direction": "directed"}  # fmt: skip
    own = {key: _held("item", key, value) for key, value in edge.items()
           if key not in ("id", "source", "target", "kind")}  # fmt: skip
    return {**told, **own}


def _held(place: str, key: str, value: Any) -> Any:
    """Return a field as Kumu holds it: a text, a number or a list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return list(value)
    if isinstance(value, int | float):
        return value
    return as_text("item" if place == WHOLE_CHAIN else place, key, value)


def _kind_word(kind: str, language: str) -> str:
    return PART_KIND_WORDS[kind].text(language)


def _verb(kind: str, language: str) -> str:
    return LINK_KINDS[kind].verb.text(language)


def _unique_labels(nodes: Sequence[Attributes]) -> dict[str, str]:
    seen: dict[str, int] = {}
    for node in nodes:
        seen[node["label"]] = seen.get(node["label"], 0) + 1
    return {
        node["id"]: node["label"] if seen[node["label"]] == 1 else f"{node['label']} [{node['id']}]"
        for node in nodes
    }


def _others(item: Attributes, *told: str) -> dict[str, str]:
    """Return all other keys as texts, under names that Kumu has no meaning for."""
    place = item["kind"] if item["kind"] in PART_KIND_WORDS else "item"
    place = "item" if place == WHOLE_CHAIN else place
    left_out = {"id", "label", "kind", "source", "target", "name", *told}
    return {_OWN_TYPE if key == "type" else key: as_text(place, key, value)
            for key, value in item.items() if key not in left_out}  # fmt: skip


def _csv(rows: Sequence[dict[str, str]], first: list[str]) -> bytes:
    from valuegraph.io.sheets.csv_folder import inert

    names = first + keys_of(rows, first)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([inert(row.get(name, "")) for name in names])
    return stream.getvalue().encode("utf-8")


def _with_id(row: Row) -> Row:
    """Return an element with an id: its label, where it has no other."""
    if "id" in row.values or "label" not in row.values:
        return row
    return Row({"id": row.values["label"], **row.values}, row.place)


def _joined(row: Row, ids: set[str], by_label: dict[str, Row]) -> Row:
    """Return a connection with the ids of elements that it names by their labels."""
    ends: dict[str, Node] = {}
    for end in ("source", "target"):
        named = row.text(end)
        if named and named not in ids and named in by_label:
            ends[end] = Scalar(by_label[named].text("id"), row.values[end].place, quoted=True)
    return Row({**row.values, **ends}, row.place)


def _without(row: Row, column: str) -> Row:
    return Row({name: value for name, value in row.values.items() if name != column}, row.place)
