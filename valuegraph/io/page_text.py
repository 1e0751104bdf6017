"""The chain that a web page carries: its JSON, found without running or fetching a thing."""

from __future__ import annotations

import re

from valuegraph.problems import Problem

ENDINGS = (".html", ".htm")
"""The file endings of web pages."""

_A_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|div\s+class=\"valuegraph\")", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^<>]{0,400})>", re.IGNORECASE)
_OURS = re.compile(r"\bclass\s*=\s*(?:\"valuegraph-chain\"|'valuegraph-chain'|valuegraph-chain\b)")
_END = re.compile(r"</script", re.IGNORECASE)


def is_page(file: str, text: str) -> bool:
    """Tell whether a text is a web page, by its file's ending or by how it begins."""
    return file.lower().endswith(ENDINGS) or _A_PAGE.match(text) is not None


def carried(text: str) -> tuple[str | None, list[Problem]]:
    """Return the JSON of the one chain that a page carries, or what is wrong.

    A page of several fragments that all carry the same chain carries one.
    """
    found: dict[str, None] = {}
    start = 0
    while script := _SCRIPT.search(text, start):
        end = _END.search(text, script.end())
        start = end.end() if end else len(text)
        if _OURS.search(script[1]):
            found[text[script.end() : end.start() if end else len(text)]] = None
    if len(found) == 1:
        return next(iter(found)), []
    if not found:
        return None, [Problem("VG186")]
    return None, [Problem("VG187", values={"count": len(found)})]
