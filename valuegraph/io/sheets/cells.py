"""One value as the text of one cell, and back: plain where it is plain, else JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

from valuegraph.io.documents.keys import Takes
from valuegraph.io.marks import Bare
from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.model.words import fold, word_code

Plain = str | int | float | bool
"""What a cell holds; a ``Bare`` text may be a number or a date, and is written as one."""

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?", re.ASCII)
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UNDERSTOOD = re.compile(r"_x[0-9A-Fa-f]{4}_")
_BETWEEN = re.compile(r"[;\n]")
_DATED = re.compile(r"\s*(\d{4}(?:-\d\d){0,2})\s*[:=]\s*(.*\S)\s*", re.ASCII | re.DOTALL)
_LISTS = frozenset({Takes.LINKS, Takes.PARTS})
_TEXTUAL = frozenset({Takes.NAME, Takes.TEXT, Takes.WORD, Takes.CIRCUIT, Takes.PART, Takes.TRUTH})
_QUOTED = frozenset({Takes.NAME, Takes.TEXT, Takes.CIRCUIT, Takes.TEXTS, Takes.PART, Takes.PARTS,
                     Takes.LINKS, Takes.ROUTES, Takes.VALUE})  # fmt: skip
_STRUCTURED = "[{"
_QUOTES = "“”«»„\"' \u00a0\u202f"
_MOST_LEVELS = 40


def cell_of(value: Any, takes: Takes) -> Plain | None:
    """Return the cell of a value of plain data; ``None`` for nothing."""
    if value is None:
        return None
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return _plain(value, takes)
    told = _in_lines(value, takes)
    return told if told is not None else _json(value)


def node_of(text: str, takes: Takes, place: Place, known: Collection[str] = ()) -> Node:
    """Return the node that the text of a cell means.

    Args:
        text: what is in the cell, not empty.
        takes: what stands in its column.
        place: where the cell is.
        known: the folded ids and names that a reference may be.
    """
    stripped = text.strip()
    if stripped.startswith('"') or (takes not in _TEXTUAL and stripped[:1] in _STRUCTURED):
        node = _of_json(stripped, place)
        if node is not None:
            return node
    if takes in _LISTS and word_code("whole", stripped) == "none":
        return Scalar(stripped, place, quoted=True)
    if takes in _LISTS:
        pieces = references_in(stripped, known)
        return Listing(tuple(Scalar(one, place, quoted=True) for one in pieces), place)
    if takes in (Takes.TEXTS, Takes.ROUTES):
        lines = [line.strip() for line in stripped.split("\n") if line.strip()]
        return Listing(tuple(Scalar(line, place, quoted=True) for line in lines), place)
    if takes is Takes.DATED:
        pieces = [piece for piece in _BETWEEN.split(stripped) if piece.strip()]
        dated = [_DATED.fullmatch(piece) for piece in pieces]
        if dated and all(dated):
            entries = (Entry(Scalar(one[1], place), Scalar(one[2], place, quoted=True))
                       for one in dated if one)  # fmt: skip
            return Table(tuple(entries), place)
    return Scalar(stripped, place, quoted=takes in _QUOTED)


def references_in(text: str, known: Collection[str]) -> list[str]:
    """Return the ids or names of a cell: between ``;``, one a line, or between known commas."""
    pieces: list[str] = []
    if fold(text) in known:
        return [text]
    for piece in filter(None, (one.strip() for one in _BETWEEN.split(text))):
        between = [one.strip() for one in piece.split(",") if one.strip()]
        bare = piece.strip(_QUOTES)
        if fold(piece) in known or not known:
            pieces.append(piece)
        elif fold(bare) in known:
            pieces.append(bare)
        else:
            splits = all(fold(one) in known for one in between)
            pieces += between if splits else [piece]
    return pieces


def is_number(text: str) -> bool:
    """Tell whether a text is nothing but a number."""
    return _NUMBER.fullmatch(text) is not None


def _plain(text: str, takes: Takes) -> str:
    """Return a text as it is where reading gives it back, else as JSON."""
    if text and _is_safe(text):
        node = node_of(text, takes, Place())
        if isinstance(node, Scalar) and node.text == text:
            return Bare(text) if isinstance(text, Bare) else text
        if isinstance(node, Listing) and [_text(item) for item in node.items] == [text]:
            return text
    return _json(text)


def _in_lines(value: Any, takes: Takes) -> str | None:
    """Return a list of texts, or of dates and values, as lines; ``None`` where that is not it."""
    if takes is Takes.DATED and isinstance(value, dict):
        joined = "\n".join(f"{when}: {told}" for when, told in value.items())
        meant: Any = {str(when): str(told) for when, told in value.items()}
    elif isinstance(value, list) and takes in (_LISTS | {Takes.TEXTS, Takes.ROUTES}):
        if takes is Takes.ROUTES:
            value = [" > ".join(one) if isinstance(one, list) else one for one in value]
        if not all(isinstance(one, str) for one in value):
            return None
        joined = ("; " if takes in _LISTS else "\n").join(value)
        meant = value
    else:
        return None
    if not value or not _is_safe(joined):
        return None
    node = node_of(joined, takes, Place())
    if isinstance(node, Table):
        back: Any = {entry.key.text: _text(entry.value) for entry in node}
        same = all(isinstance(told, int | float | str) for told in value.values())
        return joined if same and back == meant else None
    return joined if isinstance(node, Listing) and [_text(x) for x in node.items] == meant else None


def _is_safe(text: str) -> bool:
    return not (_UNSAFE.search(text) or _UNDERSTOOD.search(text))


def _json(value: Any) -> str:
    told = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if _UNSAFE.search(told):
        told = json.dumps(value, ensure_ascii=True, allow_nan=False)
    return _UNDERSTOOD.sub(lambda found: "\\u005f" + found[0][1:], told)


def _of_json(text: str, place: Place) -> Node | None:
    """Return the node of a cell of JSON; ``None`` if it is not JSON, but a text."""
    try:
        value = json.loads(text, parse_float=Bare, parse_int=Bare, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return _node(value, place, 0)


def _node(value: Any, place: Place, level: int) -> Node | None:
    if level > _MOST_LEVELS:
        return None
    if isinstance(value, Bare):
        return Scalar(str(value), place)
    if isinstance(value, str):
        return Scalar(value, place, quoted=True)
    if value is None or isinstance(value, bool):
        return Scalar({None: "null", True: "true", False: "false"}[value], place)
    if isinstance(value, list):
        items = [_node(item, place, level + 1) for item in value]
        known = tuple(item for item in items if item is not None)
        return Listing(known, place) if len(known) == len(items) else None
    entries: list[Entry] = []
    for key, item in value.items():
        node = _node(item, place, level + 1)
        if node is None:
            return None
        entries.append(Entry(Scalar(key, place, quoted=True), node))
    return Table(tuple(entries), place)


def _refuse(word: str) -> None:
    raise ValueError(word)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
