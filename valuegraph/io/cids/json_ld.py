"""From JSON-LD to statements: within bounds, and with nothing fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from valuegraph.extras import required
from valuegraph.io.cids.names import BLANK, RDF_LANG, XSD_STRING
from valuegraph.io.cids.official_terms import base_context, official_context
from valuegraph.io.cids.statements import Literal, Ref, Statement, Value
from valuegraph.io.tree_building import MAX_DEPTH, MAX_NODES
from valuegraph.problems import Bilingual, Problem, Where

READS = Bilingual("Pour lire des données liées", "To read linked data")

_MOST_SIGNS = 3 * MAX_NODES
"""Most keys and items: linked data says everything at greater length."""
_BASE = "https://relative.invalid/"
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_OFFICIAL = {"cidscontext.jsonld": "cids", "sffcontext.jsonld": "sff"}
_FAULTS = (RecursionError, ValueError, TypeError, KeyError, AttributeError)


def read_json_ld(
    text: str, language: str, *, strict: bool = False
) -> tuple[list[Statement] | None, list[Problem]]:
    """Return the statements of a JSON-LD text in the order of its things, and what is to be told.

    The official contexts are known by name; whatever another address would say is not asked
    for: the names it explains are kept as they are.

    Args:
        text: the text.
        language: the language of an error about what is not installed.
        strict: drop each name that no context of the file explains, as the standard of JSON-LD
            has it.

    Raises:
        MissingExtraError: the package that reads JSON-LD is not installed.
    """
    jsonld = required("pyld.jsonld", extra="rdf", use=READS, language=language)
    data, problems = plain_json(text)
    if problems:
        return None, problems
    unknown: dict[str, None] = {}

    def load(url: str, options: Any) -> dict[str, Any]:
        """Return a context of the standard by its name; an empty one for any other."""
        name = _OFFICIAL.get(url.rpartition("/")[2].lower())
        if name is None:
            unknown[url] = None
        document = {"@context": official_context(name) if name else {}}
        return {"contentType": "application/ld+json", "contextUrl": None,
                "documentUrl": url, "document": document}  # fmt: skip

    options = {"base": _BASE, "documentLoader": load,
               **({} if strict else {"expandContext": base_context()})}  # fmt: skip
    try:
        dataset = jsonld.to_rdf(data, options)
    except (jsonld.JsonLdError, *_FAULTS) as fault:
        reason = str(getattr(fault, "message", "") or fault).split("\n", 1)[0][:200]
        return None, [Problem("VG664", values={"reason": reason})]
    order = {iri: place for place, iri in enumerate(dict.fromkeys(_names(data)))}
    found = [_statement(one) for graph in dataset.values() for one in graph]
    found.sort(key=lambda one: order.get(one.subject, len(order)))
    told = [Problem("VG665", values={"url": url[:200]}) for url in unknown]
    return list(dict.fromkeys(found)), told


def plain_json(text: str) -> tuple[Any, list[Problem]]:
    """Return what a JSON text holds, or what is wrong with it; a key said twice has both values."""
    if not text.strip():
        return None, [Problem("VG105", Where(line=1))]
    depth, deepest = 0, 0
    signs = _STRING.sub("", text)
    for sign in re.findall(r"[][{}]", signs):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        return None, [Problem("VG111", values={"most": MAX_DEPTH})]
    if signs.count(",") + signs.count(":") > _MOST_SIGNS:
        return None, [Problem("VG112", values={"most": _MOST_SIGNS})]
    try:
        return json.loads(text, object_pairs_hook=_all_pairs, strict=False), []
    except json.JSONDecodeError as fault:
        where = Where(line=fault.lineno, column=fault.colno)
        return None, [Problem("VG663", where, {"reason": fault.msg})]
    except (ValueError, RecursionError) as fault:
        return None, [Problem("VG663", Where(line=1), {"reason": str(fault)[:200]})]


def _all_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, value in pairs:
        if key in told:
            both = [told[key], value]
            told[key] = [item for one in both for item in (one if isinstance(one, list) else [one])]
        else:
            told[key] = value
    return told


def _names(data: Any) -> Iterator[str]:
    """Yield the names of things in the order in which they are told of."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = one.get("@id")
            if isinstance(name, str) and len(one) > 1:
                yield name
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def _statement(triple: Any) -> Statement:
    return Statement(
        _name(triple["subject"]), triple["predicate"]["value"], _value(triple["object"])
    )


def _value(node: Any) -> Value:
    if node["type"] != "literal":
        return Ref(_name(node))
    language = node.get("language", "").lower()
    type_ = RDF_LANG if language else node.get("datatype", XSD_STRING)
    return Literal(node["value"], type_, language)


def _name(node: Any) -> str:
    """Return the IRI of a thing; one without has its label in a space of ours."""
    name = str(node["value"])
    return BLANK + name[2:] if node["type"] == "blank node" else name
