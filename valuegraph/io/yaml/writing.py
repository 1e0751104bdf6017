"""From plain data to YAML that can be read aloud: never folded, quotes only where needed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.io.marks import Bare, InlineList, InlineTable
from valuegraph.io.yaml.quoting import is_one_line_text, written
from valuegraph.problems import Problem

LINE_WIDTH = 100
"""Longest line on which a list or a mapping is written whole; texts may be longer."""

MAX_KEY_LENGTH = 1000
"""Longest key, quotes and codes included, that YAML reads without ``?``."""

_SHORT_ITEM = 40
_LIKE_AN_ID = re.compile(r"\w[\w-]*")


def yaml_of(data: Mapping[str, Any]) -> str:
    """Return plain data (mappings, lists, texts, numbers, true, false, None) as YAML.

    Lists of ids stand on one line, as do :class:`InlineList` and :class:`InlineTable` where
    they are short enough; a text of several lines is a block.

    Raises:
        FileFormatError: a key is too long for YAML.
    """
    if not data:
        return "{}\n"
    lines: list[str] = []
    after_block = False
    for key, value in data.items():
        entry = list(_entry(key, value, ""))
        is_block = len(entry) > 1
        if lines and (is_block or after_block):
            lines.append("")
        lines += entry
        after_block = is_block
    return "\n".join(lines) + "\n"


def _entry(key: Any, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of one key with its value."""
    head = f"{indent}{_key(key)}:"
    inline = _inline(value, LINE_WIDTH - len(head) - 1)
    if inline is not None:
        yield f"{head} {inline}"
        return
    if isinstance(value, str):
        yield from _literal(head, value, indent + "  ")
        return
    yield head
    yield from _block(value, indent + "  ")


def _block(value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a mapping or a list that has something in it."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(key, item, indent)
        return
    for item in value:
        inline = _inline(item, LINE_WIDTH - len(indent) - 2)
        if inline is not None:
            yield f"{indent}- {inline}"
        elif isinstance(item, str):
            yield from _literal(f"{indent}-", item, indent + "  ")
        else:
            first, *others = _block(item, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from others


def _inline(value: Any, room: int) -> str | None:
    """Return a value as it stands on one line, or ``None`` if it takes several."""
    if isinstance(value, str):
        return None if _is_literal(value) else _scalar(value, flow=False)
    if not isinstance(value, Mapping | list | tuple):
        return _scalar(value, flow=False)
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    if not _wants_one_line(value):
        return None
    text = _flow(value)
    return text if text is not None and len(text) <= room else None


def _wants_one_line(value: Any) -> bool:
    if isinstance(value, InlineList | InlineTable):
        return True
    return isinstance(value, list | tuple) and all(
        isinstance(item, str) and len(item) <= _SHORT_ITEM and _LIKE_AN_ID.fullmatch(item)
        for item in value
    )


def _flow(value: Any) -> str | None:
    if isinstance(value, Mapping):
        pairs = [(_key(key, flow=True), _flow(item)) for key, item in value.items()]
        if any(item is None for _, item in pairs):
            return None
        return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
    if isinstance(value, list | tuple):
        items = [_flow(item) for item in value]
        return None if None in items else "[" + ", ".join(filter(None, items)) + "]"
    if isinstance(value, str) and "\n" in value:
        return None
    return _scalar(value, flow=True)


def _scalar(value: Any, *, flow: bool) -> str:
    if isinstance(value, str):
        return written(value, flow=flow, bare=isinstance(value, Bare))
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    return str(value)


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be written")
    text = repr(value)
    # YAML 1.1 takes a number with an exponent for a text unless it has a point.
    return text.replace("e", ".0e") if "e" in text and "." not in text else text


def _key(key: Any, *, flow: bool = False) -> str:
    text = _scalar(key, flow=flow)
    if len(text) > MAX_KEY_LENGTH:
        values = {"key": text[:40] + "…", "most": MAX_KEY_LENGTH}
        raise FileFormatError(Problem("VG173", values=values))
    return text


def _is_literal(text: str) -> bool:
    """Tell whether a text of several lines can be a block, every space of it visible."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and bool(lines[0] and lines[-1])
        and not lines[0][0].isspace()
        and all(is_one_line_text(line) and line == line.rstrip() for line in lines)
    )


def _literal(head: str, text: str, indent: str) -> Iterator[str]:
    yield f"{head} |" if text.endswith("\n") else f"{head} |-"
    for line in text.removesuffix("\n").split("\n"):
        yield indent + line if line else ""
