"""The graphs of the table of formats: their readers and writers, imported when they are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    from valuegraph.io.tree import Node
    from valuegraph.model.chain import ValueChain

_HERE = __name__.rpartition(".")[0]


_BESIDE_GRAPH = Bilingual(
    "l’évaluation, les circuits nommés, les échelles, les taux et les traductions",
    "the evaluation, named circuits, scales, rates and translations",
)


class GraphFormat(NamedTuple):
    """A graph as a row of the table of formats, whose words these are."""

    name: Bilingual
    endings: tuple[str, ...]
    read: Callable[[Any, Any], tuple[Node | None, list[Problem]]] | None = None
    write: Callable[[ValueChain, Any], Any] | None = None
    lost: Bilingual = Bilingual("", "")
    losses: Callable[[ValueChain], Iterable[Problem]] = lambda chain: ()
    is_folder: bool = False
    recognises_text: Callable[[str], bool] = lambda text: False


def graph_reader(
    module: str, function: str
) -> Callable[[Any, Any], tuple[Node | None, list[Problem]]]:
    """Return a reader of graphs that name our kinds by themselves."""

    def read(text: str, options: Any) -> tuple[Node | None, list[Problem]]:
        from valuegraph.io.graphs.assembling import document_of_rows
        from valuegraph.io.graphs.rows import Meaning

        rows, problems = getattr(import_module(f"{_HERE}.{module}"), function)(text)
        if rows is None:
            return None, problems
        tree, found = document_of_rows(rows, Meaning())
        return tree, problems + found

    return read


def graph_writer(module: str, function: str) -> Callable[[ValueChain, Any], Any]:
    """Return a writer of graphs."""

    def write(chain: ValueChain, options: Any) -> Any:
        return getattr(import_module(f"{_HERE}.{module}"), function)(chain)

    return write


def losses_beside_graph(chain: ValueChain) -> Iterable[Problem]:
    """Return what is lost where only nodes and edges are held."""
    from valuegraph.io.graphs import flat

    return flat.losses_beside_graph(chain)


GRAPH_FORMATS: Mapping[str, GraphFormat] = {
    "graphml": GraphFormat(
        Bilingual(
            "graphe GraphML (Gephi, yEd, Cytoscape)", "GraphML graph (Gephi, yEd, Cytoscape)"
        ),
        (".graphml",),
        graph_reader("graphml", "read_graphml"),
        graph_writer("graphml", "graphml_of"),
    ),
    "node-link": GraphFormat(
        Bilingual("graphe JSON nœuds-liens (networkx, D3)", "node-link JSON graph (networkx, D3)"),
        (".nodelink.json",),
        graph_reader("node_link", "read_node_link"),
        graph_writer("node_link", "node_link_of"),
    ),
    "kumu": GraphFormat(
        Bilingual("carte Kumu, en JSON", "Kumu map, as JSON"),
        (".kumu.json",),
        graph_reader("kumu", "read_kumu"),
        graph_writer("kumu", "kumu_json_of"),
    ),
    "gexf": GraphFormat(
        Bilingual("graphe GEXF 1.3 (Gephi)", "GEXF 1.3 graph (Gephi)"),
        (".gexf",),
        write=graph_writer("gexf", "gexf_of"),
        lost=_BESIDE_GRAPH,
        losses=losses_beside_graph,
    ),
    "cytoscape": GraphFormat(
        Bilingual("réseau Cytoscape, en JSON", "Cytoscape network, as JSON"),
        (".cyjs",),
        write=graph_writer("cytoscape", "cytoscape_of"),
        lost=_BESIDE_GRAPH,
        losses=losses_beside_graph,
    ),
    "kumu-csv": GraphFormat(
        Bilingual("carte Kumu, en deux tables", "Kumu map, as two tables"),
        (),
        write=graph_writer("kumu", "kumu_csv_of"),
        lost=_BESIDE_GRAPH,
        losses=losses_beside_graph,
        is_folder=True,
    ),
}
"""Each graph by its name."""
