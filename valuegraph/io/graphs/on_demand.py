"""Readers and writers of graphs for the table of formats, imported when they are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from valuegraph.problems import Problem

if TYPE_CHECKING:
    from valuegraph.io.tree import Node
    from valuegraph.model.chain import ValueChain

_HERE = __name__.rpartition(".")[0]


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
