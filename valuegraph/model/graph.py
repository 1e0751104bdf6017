"""To and from networkx: only here are the attributes of graphs named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from valuegraph.errors import ChainError, ValueGraphError
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.kinds import part_class
from valuegraph.model.link import LINK_KINDS
from valuegraph.model.mentions import dangling
from valuegraph.model.plain import plain
from valuegraph.model.routing import arcs
from valuegraph.model.validation import build
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import networkx as nx

_LINKABLE = frozenset().union(*(kind.starts | kind.ends for kind in LINK_KINDS.values()))


def to_networkx(chain: ValueChain, *, compiled: bool = False) -> nx.MultiDiGraph:
    """Return a copy of the chain as a plain networkx graph.

    Args:
        chain: the chain.
        compiled: if false, the parts and links as stored: nodes are the parts that links can
            join, edge keys the ids of the links, and all else (cells, circuits, evaluation)
            stands in ``graph.graph``, so that nothing is lost. If true, the compiled arcs with
            the modalities as nodes, as an analysis walks them.

    Returns:
        A graph whose attributes are plain texts, numbers, lists and mappings: ``kind`` and
        ``name`` on nodes; ``kind``, ``flow`` (and ``links`` when compiled) on edges.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    if compiled:
        _add_compiled(graph, chain)
        return graph
    others = [part for part in chain.parts() if part.kind not in _LINKABLE]
    graph.graph["chain"] = plain(chain.about)
    graph.graph["parts"] = [{"kind": part.kind, **plain(part)} for part in others]
    graph.graph["observations"] = [plain(seen) for seen in chain.observations]
    graph.graph["ratings"] = [plain(rating) for rating in chain.ratings]
    for part in chain.parts():
        if part.kind in _LINKABLE:
            values = plain(part)
            graph.add_node(values.pop("id"), kind=part.kind, name=values.pop("name", ""), **values)
    for link in chain.links:
        values = plain(link)
        start, end = values.pop("start"), values.pop("end")
        for whole in {start, end} & {WHOLE_CHAIN}:
            graph.add_node(whole, kind=WHOLE_CHAIN, name=chain.name)
        graph.add_edge(start, end, key=values.pop("id"), flow=link.flow.value, **values)
    return graph


def from_networkx(graph: nx.DiGraph) -> ValueChain:
    """Return the chain of a graph made by :func:`to_networkx`, or of any that names kinds.

    Args:
        graph: a directed graph; each node has a ``kind`` (and the fields of that kind of
            part), each edge a ``kind`` of link (and the fields of a link).

    Raises:
        ChainError: with every node and edge that cannot be part of a chain.
    """
    import networkx as nx

    about = dict(graph.graph.get("chain", {}))
    chain = ValueChain(about.pop("name", ""), **about)
    store = chain._store
    problems: list[Problem] = []
    nodes = [{"id": str(node), **values} for node, values in graph.nodes(data=True)]
    for values in [*nodes, *graph.graph.get("parts", [])]:
        if values.get("kind") != WHOLE_CHAIN:
            _gather(problems, _add_part, store, values)
    for edge in graph.edges(data=True, keys=True) if isinstance(graph, nx.MultiDiGraph) else [
        (start, end, None, values) for start, end, values in graph.edges(data=True)
    ]:  # fmt: skip
        start, end, key, values = edge
        fields = {name: value for name, value in values.items() if name not in ("kind", "flow")}
        if isinstance(key, str):
            fields["id"] = key
        kind = str(values.get("kind", ""))
        _gather(problems, _add_link, chain, str(start), kind, str(end), fields)
    for part in chain.parts():
        problems += dangling(store, part)
    for seen in graph.graph.get("observations", []):
        _gather(problems, _add_observation, chain, seen)
    for rating in graph.graph.get("ratings", []):
        _gather(problems, _add_rating, chain, rating)
    if problems:
        raise ChainError(problems, language=chain.language)
    return chain


def _add_link(
    chain: ValueChain, start: str, kind: str, end: str, fields: Mapping[str, Any]
) -> None:
    chain.link(start, kind, end, **fields)


def _add_observation(chain: ValueChain, seen: Mapping[str, Any]) -> None:
    fields = {name: value for name, value in seen.items() if name != "indicator"}
    chain.add_observation(seen.get("indicator", ""), **{"date": "", **fields})


def _add_rating(chain: ValueChain, told: Mapping[str, Any]) -> None:
    fields = {name: value for name, value in told.items() if name != "of"}
    chain.add_rating(told.get("of", ""), **{"date": "", "value": "", **fields})


def _add_part(store: Any, values: Mapping[str, Any]) -> None:
    model = part_class(str(values.get("kind", "")))
    part = build(model, {name: value for name, value in values.items() if name != "kind"})
    problem = store.id_problem(part.id, part.kind)
    if problem:
        raise ChainError(problem)
    store.put([part])


def _gather(problems: list[Problem], work: Any, *arguments: Any) -> None:
    try:
        work(*arguments)
    except ValueGraphError as error:
        place = next((item["id"] for item in arguments if isinstance(item, dict) and "id" in item),
                     "")  # fmt: skip
        problems += [item.at(id=item.where.id or place) for item in error.problems]


def _add_compiled(graph: nx.MultiDiGraph, chain: ValueChain) -> None:
    """Add the arcs, modalities as nodes; each edge names its ``links``."""
    for part in chain.parts():
        if part.kind in _LINKABLE or part.kind == "modality":
            graph.add_node(part.id, kind=part.kind, name=part.name, status=part.status or "")
    links = {link.id: link for link in chain.links}
    shared: dict[tuple[str, str], list[str]] = {}
    for arc in arcs(chain):
        link = links.get(arc.link)
        said = {"kind": arc.kind, "flow": LINK_KINDS[arc.kind].flow.value,
                "status": (link.status or "") if link else ""}  # fmt: skip
        start, end = arc.start, arc.end
        for whole in {start, end} & {WHOLE_CHAIN}:
            graph.add_node(whole, kind=WHOLE_CHAIN, name=chain.name)
        if arc.circuit:
            anonymous = f"{arc.link}.{arc.circuit}"
            graph.add_node(anonymous, kind="modality", name="", circuit=arc.circuit, status="")
            graph.add_edge(start, anonymous, links=[arc.link], **said)
            start = anonymous
        if arc.leaves_by:
            shared.setdefault((start, arc.leaves_by), []).append(arc.link)
            start = arc.leaves_by
        if arc.enters_by:
            shared.setdefault((arc.enters_by, end), []).append(arc.link)
            end = arc.enters_by
        graph.add_edge(start, end, links=[arc.link], **said)
    # A cell is joined to its activity once, whatever the number of links that pass by it:
    # two edges there would be two routes where there is one.
    for (start, end), passing in shared.items():
        graph.add_edge(start, end, links=passing, kind="cell", flow="forward", status="")
