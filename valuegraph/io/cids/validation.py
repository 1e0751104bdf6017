"""Linked data judged by the official shapes, which the caller brings: we ship none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from valuegraph.errors import FileFormatError
from valuegraph.extras import required
from valuegraph.io import loading
from valuegraph.io.cids.findings import SEVERITIES, CidsFinding, CidsValidation
from valuegraph.io.cids.letters import is_json_ld
from valuegraph.io.cids.names import BLANK, RDF_TYPE, XSD_STRING, short
from valuegraph.io.cids.official_terms import OFFICIAL_PREFIXES
from valuegraph.io.cids.reading import statements_of
from valuegraph.io.cids.shape_repairs import SHACL
from valuegraph.io.cids.shape_repairs import repair as mend
from valuegraph.io.cids.statements import Ref, Statement, Value
from valuegraph.problems import Bilingual, Problem, Problems

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

Files = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
"""One file or several."""

_USE = Bilingual("Pour juger des données liées", "To judge linked data")
_ENDINGS = (".jsonld", ".json", ".ttl")
_WANTED = {"MinCount": "minCount", "MaxCount": "maxCount", "Datatype": "datatype",
           "Class": "class", "NodeKind": "nodeKind"}  # fmt: skip


def validate_cids(
    source: loading.Source | ValueChain,
    *,
    shapes: Files,
    ontology: Files = (),
    repair: bool = False,
    language: str = "fr",
) -> CidsValidation:
    """Judge linked data of the Common Impact Data Standard by its official SHACL shapes.

    Args:
        source: JSON-LD or Turtle: a path, a text, bytes or an open file; or a chain, which is
            judged as it would be written.
        shapes: the Turtle files of the shapes, from the standard's repository: none is shipped.
        ontology: the Turtle files of the ontology, from which the shapes know subclasses.
        repair: mend the known faults of the shapes of the higher tiers in memory first.
        language: the language in which problems are told.

    Returns:
        Whether it conforms, and what the shapes have against it; nothing is fetched.

    Raises:
        FileFormatError: the source, the shapes or the ontology cannot be read.
        FileAccessError: a file does not exist or cannot be opened.
        MissingExtraError: the extra ``rdf`` is not installed.
    """
    rdflib = required("rdflib", extra="rdf", use=_USE, language=language)
    pyshacl = required("pyshacl", extra="rdf", use=_USE, language=language)
    graph = _graph(rdflib, _statements(source, language))
    rules = _graph_of_files(rdflib, shapes, language)
    repairs = mend(rdflib, rules) if repair else {}
    known = _graph_of_files(rdflib, ontology, language)
    try:
        conforms, report, _ = pyshacl.validate(
            graph, shacl_graph=rules, ont_graph=known if len(known) else None, inference="none"
        )
    except Exception as fault:  # pySHACL has its own family of errors, and lets rdflib's through
        reason = str(fault).strip().split("\n", 1)[0][:200]
        raise _refused([Problem("VG673", values={"reason": reason})], language) from fault
    findings = tuple(sorted(_findings(rdflib, report, rules), key=_order))
    return CidsValidation(bool(conforms), findings, len(graph), repairs)


def _statements(source: Any, language: str) -> list[Statement]:
    from valuegraph.io.cids.writing import cids_of
    from valuegraph.model.chain import ValueChain

    content: Any = cids_of(source) if isinstance(source, ValueChain) else source
    is_path = loading.is_path(content, _ENDINGS)
    file = loading.name_of(content, is_path=is_path)
    loaded, problems = loading.content_of(content, is_path=is_path)
    if loaded is None:
        raise _refused([one.at(file=file) for one in problems], language)
    data = loaded.encode("utf-8", "replace") if isinstance(loaded, str) else loaded
    is_turtle = not is_json_ld(data) and not file.lower().endswith((".jsonld", ".json"))
    found, problems = statements_of(data, language, is_turtle=is_turtle, strict=True)
    if found is None:
        raise _refused([one.at(file=file) for one in problems], language)
    return found


def _graph(rdflib: Any, statements: Iterable[Statement]) -> Any:
    graph = rdflib.Graph()
    for one in statements:
        subject = _term(rdflib, Ref(one.subject))
        graph.add((subject, rdflib.URIRef(one.predicate), _term(rdflib, one.value)))
    return graph


def _term(rdflib: Any, value: Value) -> Any:
    """Return a value as rdflib has it; what had no name in the file has none again."""
    if isinstance(value, Ref):
        if value.iri.startswith(BLANK):
            return rdflib.BNode(value.iri[len(BLANK) :])
        return rdflib.URIRef(value.iri)
    if value.language:
        return rdflib.Literal(value.text, lang=value.language)
    type_ = None if value.type == XSD_STRING else rdflib.URIRef(value.type)
    return rdflib.Literal(value.text, datatype=type_, normalize=False)


def _graph_of_files(rdflib: Any, files: Files, language: str) -> Any:
    several = [files] if isinstance(files, str | os.PathLike) else list(files)
    graph = rdflib.Graph()
    for file in several:
        found, problems = statements_of(loading.load(os.fspath(file)), language, is_turtle=True)
        if found is None:
            name = os.fspath(file)
            raise _refused([one.at(file=name) for one in problems], language)
        graph += _graph(rdflib, found)
    return graph


def _findings(rdflib: Any, report: Any, rules: Any) -> Iterable[CidsFinding]:
    sh = rdflib.Namespace(SHACL)
    for result in report.subjects(rdflib.URIRef(RDF_TYPE), sh.ValidationResult):
        component = str(report.value(result, sh.sourceConstraintComponent) or "")
        constraint = component.removeprefix(SHACL).removesuffix("ConstraintComponent")
        shape = report.value(result, sh.sourceShape)
        wanted = rules.value(shape, sh[_WANTED.get(constraint, "message")])
        severity = str(report.value(result, sh.resultSeverity) or "").removeprefix(SHACL).lower()
        focus = report.value(result, sh.focusNode)
        yield CidsFinding(
            node=f"_:{focus}" if isinstance(focus, rdflib.BNode) else str(focus or ""),
            path=_shown(report.value(result, sh.resultPath)),
            severity=severity if severity in SEVERITIES else "violation",
            constraint=constraint,
            value=_shown(report.value(result, sh.value)),
            wanted=_shown(wanted),
        )


def _shown(node: Any) -> str:
    return "" if node is None else short(str(node), OFFICIAL_PREFIXES)


def _order(one: CidsFinding) -> tuple[int, str, str, str, str]:
    return (list(SEVERITIES).index(one.severity), one.node, one.path, one.constraint, one.value)


def _refused(problems: Sequence[Problem], language: str) -> FileFormatError:
    return FileFormatError(Problems(problems, language=language), language=language)
