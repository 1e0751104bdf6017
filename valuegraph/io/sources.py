"""What was handed over, read into a tree by the format it is found to be in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from valuegraph.io import loading
from valuegraph.io.encoding import lost_letters
from valuegraph.io.folders import Folder, folder_of
from valuegraph.io.formats import FORMATS, Format, ReadOptions, Tree, by_ending
from valuegraph.io.json_text import read_json
from valuegraph.io.page_text import carried, is_page
from valuegraph.io.yaml.text import read_yaml

_TEXT_ENDINGS = tuple(
    ending for one in FORMATS.values() if one.read and one.is_text for ending in one.endings
)
TEXT_ENDINGS = (".yaml", ".yml", ".json")
"""The endings of small files of ours that are not chains."""

_LIKE_JSON = re.compile(r"\s*\{\s*[\"}]")


def tree_of_source(
    source: Any, file: str, is_path: bool, asked: Format | None, language: str
) -> tuple[str, Tree]:
    """Return the text of a source, where it is one, and its tree.

    Args:
        source: what was handed over.
        file: its name, whose ending may say the format.
        is_path: whether a ``str`` is a path.
        asked: the format that was asked for.
        language: the language of an error about what is not installed.
    """
    if isinstance(source, Mapping):
        from valuegraph.io.python_tree import tree_of

        return "", tree_of(source)
    options = ReadOptions(language)
    folder = folder_of(source) if is_path else None
    of_folder = _of_folder(folder, asked) if folder is not None else None
    if of_folder is not None and of_folder.read is not None:
        return "", of_folder.read(folder, options)
    content, problems = loading.content_of(source, is_path=is_path)
    if content is None:
        return "", (None, problems)
    chosen = asked or _of_bytes(file, content)
    if chosen is not None and chosen.read is not None and not chosen.is_text:
        return "", chosen.read(_as_bytes(content, chosen), options)
    text, problems = loading.text_of(content, endings=_TEXT_ENDINGS, language=language)
    if text is not None and is_page(file, text):
        text, problems = carried(text)
        file = ""
    if text is None:
        return "", (None, problems)
    reader = (asked or _of_text(file, text)).read
    tree, found = reader(text, options) if reader else (None, [])
    return text, (tree, problems + lost_letters(text) + found)


def tree_of_text(
    source: Any,
    *,
    is_path: bool | None = None,
    most: int = loading.MAX_FILE_BYTES,
    language: str = "fr",
) -> Tree:
    """Return the tree of a small file in YAML or JSON, or of the same as a Python mapping.

    Args:
        source: a mapping, a path, the text itself, bytes or an open file.
        is_path: whether a ``str`` is a path; by default what it looks like.
        most: the most letters that are read.
        language: the language of an error about what is not installed.

    Raises:
        FileAccessError: the file cannot be opened.
        TypeError: the source is none of these.
    """
    if isinstance(source, Mapping):
        from valuegraph.io.python_tree import tree_of

        return tree_of(source)
    if is_path is None:
        is_path = loading.is_path(source, TEXT_ENDINGS)
    content, problems = loading.content_of(source, is_path=is_path)
    if content is None:
        return None, problems
    text, problems = loading.text_of(content, endings=TEXT_ENDINGS, language=language)
    if text is None:
        return None, problems
    if len(text) > most:
        return None, [loading.too_large(most)]
    name = loading.name_of(source, is_path=is_path).lower()
    is_json = name.endswith(".json") or (not name and _LIKE_JSON.match(text))
    tree, found = (read_json if is_json else read_yaml)(text)
    return tree, problems + lost_letters(text) + found


def _of_folder(folder: Folder, asked: Format | None) -> Format | None:
    """Return the format of a folder: one whose endings its files have, else the first."""
    if asked is not None:
        return asked if asked.is_folder else None
    folders = [one for one in FORMATS.values() if one.is_folder and one.read]
    endings = {Path(name).suffix.lower() for name in folder.names}
    found = (one for one in folders if endings & {*one.inside})
    return next(found, folders[0] if folders else None)


def _of_bytes(file: str, content: str | bytes) -> Format | None:
    """Return a format that is read from bytes, by what is in them, then by the file's ending.

    A text is one of those that are made of letters, if it is recognised or its name says so:
    unless a format that is read from a text recognises more in it, or the name says more.
    """
    readable = [one for one in FORMATS.values() if one.read and not one.is_text]
    if isinstance(content, str):
        readable = [one for one in readable if one.is_letters]
    encoded = content if isinstance(content, bytes) else _encoded(content)
    for one in readable:
        if one.recognises(encoded):
            is_other = one.is_letters and _recognised(encoded.decode("utf-8", "replace"))
            return None if is_other else one
    named = by_ending((one for one in FORMATS.values() if one.read), file)
    return named if named in readable else None


def _as_bytes(content: str | bytes, format: Format) -> bytes:
    if isinstance(content, bytes):
        return content
    return _encoded(content) if format.is_letters else b""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _recognised(text: str) -> Format | None:
    """Return the format, of those read from a text, that is told by what stands in it."""
    readable = (one for one in FORMATS.values() if one.read and one.is_text)
    return next((one for one in readable if one.recognises_text(text)), None)


def _of_text(file: str, text: str) -> Format:
    readable = [one for one in FORMATS.values() if one.read and one.is_text]
    told = _recognised(text) or by_ending(readable, file)
    return told or FORMATS["json" if _LIKE_JSON.match(text) else "yaml"]
