"""GraphML: what Gephi, yEd, Cytoscape, networkx and igraph open; written, and read back whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.flat import (
    MORE,
    REST,
    FlatGraph,
    as_json,
    as_text,
    flat_graph,
    keys_of,
)
from valuegraph.io.graphs.rows import GraphRows, Row
from valuegraph.io.graphs.xml_text import Element, can_be_xml, escaped, read_xml
from valuegraph.io.tree import Scalar
from valuegraph.problems import Bilingual, Problem, Where

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_A_GRAPH = Bilingual("un élément <graphml> avec un <graph>", "a <graphml> element with a <graph>")
_ENDS = ("id", "source", "target")


def graphml_of(chain: ValueChain) -> str:
    """Return a chain as GraphML, which :func:`read_graphml` reads back whole.

    Nodes are the parts that links join, edges the links; each key of the text form is an
    attribute, lists and mappings as JSON. What is neither stands, as JSON, in the attribute
    ``valuegraph`` of the graph.
    """
    graph = flat_graph(chain)
    return _HEAD + "".join(f"  {line}\n" for line in _lines(graph)) + "</graphml>\n"


def _lines(graph: FlatGraph) -> Iterator[str]:
    nodes = [_texts(node["kind"], node) for node in graph.nodes]
    edges = [_texts("item", edge) for edge in graph.edges]
    about = {"name": graph.name, "description": graph.description, REST: as_json(graph.rest)}
    about = {key: value for key, value in about.items() if value}
    names: dict[tuple[str, str], str] = {}
    for what, items in (("graph", [about]), ("node", nodes), ("edge", edges)):
        for key in keys_of(items, _ENDS):
            names[what, key] = f"{what[0]}_{key}"
            yield (f'<key id="{names[what, key]}" for="{what}" attr.name="{key}" '
                   'attr.type="string"/>')  # fmt: skip
    yield '<graph id="valuegraph" edgedefault="directed">'
    yield from _data("graph", about, names)
    for node in nodes:
        yield f'<node id="{escaped(node["id"])}">'
        yield from _data("node", node, names)
        yield "</node>"
    for edge in edges:
        ends = " ".join(f'{key}="{escaped(edge[key])}"' for key in _ENDS)
        yield f"<edge {ends}>"
        yield from _data("edge", edge, names)
        yield "</edge>"
    yield "</graph>"


def _texts(place: str, item: Mapping[str, Any]) -> dict[str, str]:
    """Return attributes as texts; those that XML cannot hold stand together as JSON."""
    known = "item" if place == "chain" else place
    told = {key: as_text(known, key, value) for key, value in item.items()}
    more = {key: item[key] for key, text in told.items() if not can_be_xml(text)}
    if "label" in more and place != "item":
        more.setdefault("name", item.get("name", more.pop("label")))
    kept = {key: text for key, text in told.items() if key not in more}
    return {**kept, MORE: as_json(more)} if more else kept


def _data(
    what: str, item: Mapping[str, str], names: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    for key, text in item.items():
        if (what, key) in names:
            yield f'  <data key="{names[what, key]}">{escaped(text)}</data>'


def read_graphml(text: str) -> tuple[GraphRows | None, list[Problem]]:
    """Return the nodes and edges of a GraphML text, each with its place, and what is wrong."""
    root, problems = read_xml(text)
    graph = root.first("graph") if root is not None and root.tag == "graphml" else None
    if root is None or graph is None:
        line = root.place.line if root else 0
        told = [] if root is None else [
            Problem("VG652", Where(line=line), {"expected": _A_GRAPH})
        ]  # fmt: skip
        return None, problems + told
    keys = {key.attributes.get("id", ""): key for key in root.all("key")}
    about = _row(graph, keys, ())
    directed = graph.attributes.get("edgedefault", "directed") != "undirected"
    edges = list(graph.all("edge"))
    free = next((edge for edge in edges if not _is_directed(edge, directed)), None)
    return GraphRows(
        tuple(_row(node, keys, ("id",)) for node in graph.all("node")),
        tuple(_row(edge, keys, _ENDS) for edge in edges),
        about.values,
        graph.place,
        free.place if free is not None else None,
    ), []


def _is_directed(edge: Element, by_default: bool) -> bool:
    said = edge.attributes.get("directed", "")
    return said.lower() == "true" if said else by_default


def _row(element: Element, keys: Mapping[str, Element], own: Iterable[str]) -> Row:
    """Return the attributes of a node or an edge by name; what was never given has none."""
    values = {
        name: Scalar(element.attributes[name], element.place, quoted=True)
        for name in own
        if name in element.attributes
    }
    for key in keys.values():
        default = key.first("default")
        if default is not None and key.attributes.get("for") in (element.tag, "all"):
            values[_name(key)] = Scalar(default.text, default.place, quoted=True)
    for data in element.all("data"):
        given = keys.get(data.attributes.get("key", ""))
        if given is not None and not data.children:
            values[_name(given)] = Scalar(data.text, data.place, quoted=True)
    return Row(values, element.place)


def _name(key: Element) -> str:
    return key.attributes.get("attr.name") or key.attributes.get("id", "")
