"""GEXF 1.3, for Gephi; written only, valid against the official schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.flat import as_text, flat_graph, keys_of
from valuegraph.io.graphs.xml_text import escaped

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" version="1.3" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">\n'
)
_OF_GEXF = ("id", "label", "source", "target")


def gexf_of(chain: ValueChain) -> str:
    """Return a chain as GEXF 1.3: parts as nodes, links as edges, all keys as attributes.

    A strength is an attribute and not the weight of its edge: an edge without a weight weighs
    1, and an unknown strength would be drawn as the strongest.
    """
    return _HEAD + "".join(f"  {line}\n" for line in _lines(chain)) + "</gexf>\n"


def _lines(chain: ValueChain) -> Iterator[str]:
    graph = flat_graph(chain)
    nodes = [_texts(node["kind"], node) for node in graph.nodes]
    edges = [_texts("item", edge) for edge in graph.edges]
    yield "<meta>"
    yield "  <creator>valuegraph</creator>"
    told = ": ".join(text for text in (graph.name, graph.description) if text)
    yield f"  <description>{escaped(told)}</description>"
    yield "</meta>"
    yield '<graph defaultedgetype="directed" mode="static">'
    for what, items in (("node", nodes), ("edge", edges)):
        yield f'<attributes class="{what}" mode="static">'
        for number, key in enumerate(_columns(items)):
            yield f'  <attribute id="{number}" title="{escaped(key)}" type="string"/>'
        yield "</attributes>"
    yield "<nodes>"
    columns = _columns(nodes)
    for node in nodes:
        yield f'<node id="{escaped(node["id"])}" label="{escaped(node["label"])}">'
        yield from _values(node, columns)
        yield "</node>"
    yield "</nodes>"
    yield "<edges>"
    columns = _columns(edges)
    for edge in edges:
        yield f"<edge {_ends(edge)}>"
        yield from _values(edge, columns)
        yield "</edge>"
    yield "</edges>"
    yield "</graph>"


def _ends(edge: Mapping[str, str]) -> str:
    told = {"id": edge["id"], "source": edge["source"], "target": edge["target"]}
    if "label" in edge:
        told["label"] = edge["label"]
    return " ".join(f'{name}="{escaped(text)}"' for name, text in told.items())


def _texts(kind: str, item: Mapping[str, Any]) -> dict[str, str]:
    place = "item" if kind == "chain" else kind
    return {key: as_text(place, key, value) for key, value in item.items()}


def _columns(items: Sequence[Mapping[str, str]]) -> list[str]:
    return keys_of(items, _OF_GEXF)


def _values(item: Mapping[str, str], columns: Sequence[str]) -> Iterator[str]:
    yield "  <attvalues>"
    for number, key in enumerate(columns):
        if key in item:
            yield f'    <attvalue for="{number}" value="{escaped(item[key])}"/>'
    yield "  </attvalues>"
