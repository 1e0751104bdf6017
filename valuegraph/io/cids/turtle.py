"""From Turtle to statements, by rdflib."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from valuegraph.extras import required
from valuegraph.io.cids.json_ld import READS
from valuegraph.io.cids.names import BLANK, RDF_LANG, XSD_STRING
from valuegraph.io.cids.statements import Literal, Ref, Statement, Value
from valuegraph.io.tree_building import MAX_DEPTH, MAX_NODES
from valuegraph.problems import Problem, Where

_BASE = "https://relative.invalid/"


class _TooManyError(ValueError):
    pass


def read_turtle(text: str, language: str) -> tuple[list[Statement] | None, list[Problem]]:
    """Return the statements of a Turtle text in its order, or what is wrong with it.

    Args:
        text: the text.
        language: the language of an error about what is not installed.

    Raises:
        MissingExtraError: the package that reads Turtle is not installed.
    """
    rdflib = required("rdflib", extra="rdf", use=READS, language=language)
    found: list[tuple[Any, Any, Any]] = []

    class InOrder(rdflib.Graph):  # type: ignore[misc, name-defined]
        """A graph that notes what it is told, in order."""

        def add(self, triple: Any) -> Any:
            """Note a statement."""
            if len(found) >= MAX_NODES:
                raise _TooManyError
            found.append(triple)
            return self

    try:
        with _quiet():
            InOrder().parse(data=text, format="turtle", publicID=_BASE)
    except _TooManyError:
        return None, [Problem("VG112", values={"most": MAX_NODES})]
    except RecursionError:
        return None, [Problem("VG111", values={"most": MAX_DEPTH})]
    except Exception as fault:  # rdflib raises many kinds, SyntaxError among them
        return None, [_told(fault)]
    return list(dict.fromkeys(_Names(rdflib).statements(found))), []


def _told(fault: Exception) -> Problem:
    line = getattr(fault, "lines", None)
    reason = str(getattr(fault, "message", "") or fault).strip().split("\n", 1)[0][:200]
    return Problem("VG666", Where(line=line + 1 if isinstance(line, int) else 0),
                   {"reason": reason})  # fmt: skip


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging each value that is not of its type: it is kept as it stands."""
    logger = logging.getLogger("rdflib.term")

    def silent(record: logging.LogRecord) -> bool:
        return False

    logger.addFilter(silent)
    try:
        yield
    finally:
        logger.removeFilter(silent)


class _Names:
    """Names for things without one: the same in every reading of the same text."""

    def __init__(self, rdflib: Any) -> None:
        self._rdflib = rdflib
        self._labels: dict[Any, str] = {}

    def statements(self, triples: list[tuple[Any, Any, Any]]) -> Iterator[Statement]:
        """Yield triples as statements."""
        for subject, predicate, value in triples:
            yield Statement(self._name(subject), str(predicate), self._value(value))

    def _value(self, value: Any) -> Value:
        if not isinstance(value, self._rdflib.Literal):
            return Ref(self._name(value))
        if value.language:
            return Literal(str(value), RDF_LANG, value.language.lower())
        return Literal(str(value), str(value.datatype or XSD_STRING))

    def _name(self, node: Any) -> str:
        if isinstance(node, self._rdflib.BNode):
            return self._labels.setdefault(node, f"{BLANK}b{len(self._labels)}")
        return str(node)
