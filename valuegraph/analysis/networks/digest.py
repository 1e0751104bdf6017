"""What tells the content of one chain from any other: equal chains have equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from valuegraph.model.chain import ValueChain
from valuegraph.model.plain import plain


def digest_of(chain: ValueChain) -> str:
    """Return ``sha256:`` and 64 digits, made of all that equality of chains compares.

    The order of links, their derived ids and the order of building do not count.
    """
    parts: dict[str, list[Any]] = {}
    for part in chain.parts():
        parts.setdefault(part.kind, []).append(plain(part))
    cells = parts.pop("modality", [])
    links = [{**plain(link), "id": ""} for link in chain.links]
    content = {
        "about": plain(chain.about),
        "parts": parts,
        "cells": sorted(cells, key=lambda cell: str(cell["id"])),
        "links": sorted(_text(link) for link in links),
        "observations": [plain(seen) for seen in chain.observations],
        "ratings": [plain(rating) for rating in chain.ratings],
    }
    return digest_of_text(_text(content))


def digest_of_text(text: str) -> str:
    """Return ``sha256:`` and the 64 digits of a text."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
