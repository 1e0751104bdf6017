"""A chain read from and written to files: which format, which words, all problems at once."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from valuegraph.errors import FileFormatError, OptionError
from valuegraph.io import loading
from valuegraph.io.encoding import lost_letters
from valuegraph.io.json_text import read_json
from valuegraph.io.loading import Source
from valuegraph.io.page_text import ENDINGS as PAGE_ENDINGS
from valuegraph.io.page_text import carried, is_page
from valuegraph.io.tree import Node, Scalar, Table
from valuegraph.io.yaml.text import read_yaml
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual, Problem, Problems, told_language
from valuegraph.saving import save_bytes

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

Tree = tuple[Node | None, list[Problem]]
Writer = Callable[["ValueChain"], str | bytes]
"""A format of a host's own: makes a text or bytes from a chain."""


class Format(NamedTuple):
    """A text form of a chain.

    Attributes:
        endings: the file endings, the usual one first.
        read: makes a tree from a text.
        write: makes a text from plain data.
        keys: the languages in which its keys can be written.
    """

    endings: tuple[str, ...]
    read: Callable[[str], Tree]
    write: Callable[[Mapping[str, Any]], str]
    keys: tuple[str, ...]


def _json_of(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


FORMATS: Mapping[str, Format] = {
    "yaml": Format((".yaml", ".yml"), read_yaml, yaml_of, ("en", "fr")),
    "json": Format((".json",), read_json, _json_of, ("en",)),
}
"""The text forms; a new one is one more line."""

_ENDINGS = tuple(ending for one in FORMATS.values() for ending in one.endings)
_LANGUAGE = re.compile(r"^[\s{,]*[\"']?(?:langue|language)[\"']?\s*:\s*[\"']?([A-Za-z]+)", re.M)
_LIKE_JSON = re.compile(r"\s*\{\s*[\"}]")
_OF_FORMAT = Bilingual("le format", "the format")
_OF_KEYS = Bilingual("la langue des clés", "the language of the keys")


def read(source: Source, *, language: str | None = None, name: str | None = None) -> ValueChain:
    """Read a chain from a file, a text or plain data.

    Args:
        source: a path, the text itself, bytes, an open file, or a mapping as JSON gives it;
            a PDF or a web page that :func:`valuegraph.draw` wrote gives the chain it carries.
            A ``str`` on one line that looks like a path is one, whether it exists or not.
        language: the language in which problems are told if the file does not say its own:
            ``"fr"`` (the default) or ``"en"``.
        name: how problems call the file, and by its ending what it is written in.

    Returns:
        The chain; :func:`read_with_notes` also gives what is to be discussed.

    Raises:
        FileFormatError: something in the file cannot be accepted; all of it is told at once.
        FileAccessError: the file does not exist or cannot be opened.
        MissingExtraError: it is a PDF, and the extra ``pdf`` is not installed.
        TypeError: the source is none of these.
    """
    return read_with_notes(source, language=language, name=name)[0]


def read_with_notes(
    source: Source, *, language: str | None = None, name: str | None = None
) -> tuple[ValueChain, Problems]:
    """Read a chain as :func:`read` does, with the warnings and notes of the file.

    Returns:
        The chain, and what is not wrong but was probably not meant.
    """
    from valuegraph.io.documents.document import read_document

    is_text = isinstance(source, str) and is_page("", source)
    is_path = not is_text and loading.is_path(source, (*_ENDINGS, ".pdf", *PAGE_ENDINGS))
    file = name if name is not None else loading.name_of(source, is_path=is_path)
    text, (tree, problems) = _tree_of(source, file, is_path=is_path, language=language or "fr")
    told = told_language(_language_of(tree, text) or language or "fr")
    chain = None
    if tree is not None:
        chain, found = read_document(tree, file=file)
        problems = problems + _beside(problems, found)
    every = Problems([problem.at(file=file) for problem in problems], language=told)
    if chain is None or every.errors:
        raise FileFormatError(every, language=told)
    return chain, every


def write(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    format: str | Writer | None = None,
    keys: str = "en",
) -> str | bytes | None:
    """Write a chain to a file, whole or not at all, or give its text.

    Args:
        chain: the chain.
        target: the file, its ending the format; the text is returned without one.
        format: ``"yaml"`` or ``"json"``, or a function of yours from a chain to a text or
            bytes; by default what the ending says, YAML without a target.
        keys: ``"en"`` or ``"fr"``, the language of the keys in YAML; JSON is always English.

    Returns:
        Without a target, the text (or the bytes of your function); else nothing.

    Raises:
        OptionError: the ending, the format or the language of the keys is not known.
        FileAccessError: the file cannot be written.
        FileFormatError: the chain holds half of a character, or a key too long for YAML.
    """
    if keys not in ("en", "fr"):
        raise _refused(_OF_KEYS, keys, ["en", "fr"], chain.language)
    content = _content(chain, target, format, keys)
    if target is None:
        return content
    save_bytes(target, content.encode("utf-8") if isinstance(content, str) else content)
    return None


def _tree_of(source: Any, file: str, *, is_path: bool, language: str) -> tuple[str, Tree]:
    if isinstance(source, Mapping):
        from valuegraph.io.python_tree import tree_of

        return "", tree_of(source)
    text, problems = loading.text_of(source, is_path=is_path, endings=_ENDINGS, language=language)
    if text is not None and is_page(file, text):
        text, problems = carried(text)
        file = ""
    if text is None:
        return "", (None, problems)
    tree, found = _format_of(file, text).read(text)
    return text, (tree, problems + lost_letters(text) + found)


def _format_of(file: str, text: str) -> Format:
    ending = Path(file).suffix.lower()
    by_ending = (one for one in FORMATS.values() if ending in one.endings)
    return next(by_ending, FORMATS["json" if _LIKE_JSON.match(text) else "yaml"])


def _language_of(tree: Node | None, text: str) -> str:
    """Return the language that the file says it is written in, if it does."""
    if isinstance(tree, Table):
        for entry in tree:
            if key_code(entry.key.text) == "language" and isinstance(entry.value, Scalar):
                return entry.value.text.strip()
        return ""
    found = _LANGUAGE.search(text)
    return found.group(1) if found else ""


def _beside(problems: list[Problem], found: list[Problem]) -> list[Problem]:
    """Leave out what is said of the content of lines that could not be read as typed."""
    spoilt = {problem.where.line for problem in Problems(problems).errors if problem.where.line}
    return [problem for problem in found if problem.where.line not in spoilt]


def _content(
    chain: ValueChain,
    target: str | os.PathLike[str] | None,
    format: str | Writer | None,
    keys: str,
) -> str | bytes:
    if callable(format):
        return format(chain)
    from valuegraph.io.documents.writing import document_of

    chosen = _chosen(chain, target, format)
    text = chosen.write(document_of(chain, keys=keys if keys in chosen.keys else "en"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = error.object[error.start]
        shown = text[max(error.start - 20, 0) : error.start + 20].replace(half, "\ufffd")
        values = {"shown": shown.strip(), "character": f"U+{ord(half):04X}"}
        problem = Problem("VG116", values=values)
        raise FileFormatError(problem, language=chain.language) from None
    return text


def _chosen(chain: ValueChain, target: str | os.PathLike[str] | None, format: str | None) -> Format:
    if format is not None:
        if format not in FORMATS:
            raise _refused(_OF_FORMAT, format, list(FORMATS), chain.language)
        return FORMATS[format]
    if target is None:
        return FORMATS["yaml"]
    path = Path(target)
    for one in FORMATS.values():
        if path.suffix.lower() in one.endings:
            return one
    values = {"name": path.name, "allowed": list(_ENDINGS)}
    raise OptionError(Problem("VG451", values=values), language=chain.language)


def _refused(option: Bilingual, value: object, allowed: list[str], language: str) -> OptionError:
    values = {"option": option, "value": value, "allowed": allowed}
    return OptionError(Problem("VG450", values=values), language=language)
