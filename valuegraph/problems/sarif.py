"""Problems as SARIF 2.1.0 (OASIS), the form in which code hosts and editors take findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from valuegraph.problems.problem import Problem

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def log_of(problems: Iterable[Problem], file: str, language: str) -> dict[str, Any]:
    """Return a log of one run; a severity is a level of the same name."""
    found = list(problems)
    codes = list(dict.fromkeys(problem.code for problem in found))
    first = {problem.code: problem for problem in reversed(found)}
    driver = {"name": "valuegraph", "rules": [_rule(first[code], language) for code in codes]}
    results = [_result(each, codes.index(each.code), file, language) for each in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(problem: Problem, language: str) -> dict[str, Any]:
    rule = problem.rule
    told: dict[str, Any] = {
        "id": rule.code,
        "shortDescription": {"text": problem.message(language) or rule.code},
        "defaultConfiguration": {"level": rule.severity.value},
    }
    if rule.reason.text(language):
        told["fullDescription"] = {"text": rule.reason.text(language)}
    if problem.hint(language):
        told["help"] = {"text": problem.hint(language)}
    return told


def _result(problem: Problem, number: int, file: str, language: str) -> dict[str, Any]:
    hint = problem.hint(language)
    text = f"{problem.message(language)}\n{hint}" if hint else problem.message(language)
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": number,
        "level": problem.severity.value,
        "message": {"text": text},
    }
    location = _location(problem, file)
    return {**result, "locations": [location]} if location else result


def _location(problem: Problem, file: str) -> dict[str, Any]:
    where = problem.where
    location: dict[str, Any] = {}
    ids = [where.id] if where.id else list(problem.values.get("ids", ()))
    if where.file or file:
        path = (where.file or file).replace("\\", "/")
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(path, safe="/~._-")}}
        if where.line:
            region = {"startLine": where.line}
            place["region"] = region | ({"startColumn": where.column} if where.column else {})
        location["physicalLocation"] = place
    if ids:
        location["logicalLocations"] = [{"name": each, "kind": "element"} for each in ids]
    return location
