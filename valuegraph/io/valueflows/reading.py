"""From ValueFlows, as JSON-LD or as YAML, to a document of the text form."""

from __future__ import annotations

import re

from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Node, Table
from valuegraph.io.valueflows.foreign import document_of_foreign
from valuegraph.io.valueflows.nodes import graph_in
from valuegraph.io.valueflows.own import base_of, document_of_own
from valuegraph.io.yaml.text import read_yaml
from valuegraph.problems import Bilingual, Problem, Severity, Where

_LIKE_JSON = re.compile(r"\s*[\[{]")
_COMMENT = "VG131"
_NOT_A_TABLE = "VG114"
_WHOLE = Bilingual("une table clé : valeur, avec « @context » et « @graph »",
                   "a key: value mapping, with “@context” and “@graph”")  # fmt: skip


def read_valueflows(text: str) -> tuple[Node | None, list[Problem]]:
    """Return the document that a ValueFlows graph means, and what is to be said about it."""
    tree, problems = read_json(text) if _LIKE_JSON.match(text) else read_yaml(text)
    comments = [problem for problem in problems if problem.code == _COMMENT]
    problems = [_fragment(problem) for problem in problems if problem.code != _COMMENT]
    if not isinstance(tree, Table):
        found = [] if problems else [Problem("VG680", Where(line=1), {"expected": _WHOLE})]
        return None, problems + found
    graph, found = graph_in(tree)
    problems += found
    if graph is None or any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    base = base_of(graph)
    document, found = document_of_own(graph, base) if base else document_of_foreign(graph, comments)
    return document, problems + found


def _fragment(problem: Problem) -> Problem:
    """Say of a list what a graph needs: the text form is not meant here."""
    if problem.code != _NOT_A_TABLE:
        return problem
    where = Where(line=problem.where.line, column=problem.where.column)
    return Problem("VG680", where, {"expected": _WHOLE})
