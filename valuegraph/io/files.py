"""A chain read from and written to files: which format, which words, all problems at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from valuegraph.errors import FileFormatError, OptionError
from valuegraph.io import loading
from valuegraph.io.encoding import require_whole_characters
from valuegraph.io.folders import is_meant_as_folder, save_folder
from valuegraph.io.formats import (
    ENDINGS,
    FORMATS,
    ChainWriteOptions,
    Content,
    Format,
    by_ending,
    told_losses,
)
from valuegraph.io.loading import Source
from valuegraph.io.page_text import is_page
from valuegraph.io.sources import tree_of_source
from valuegraph.io.tree import Node, Scalar, Table
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual, Problem, Problems, told_language
from valuegraph.saving import save_bytes

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

Writer = Callable[["ValueChain"], str | bytes]
"""A format of a host's own: makes a text or bytes from a chain."""

_LANGUAGE = re.compile(r"^[\s{,]*[\"']?(?:langue|language)[\"']?\s*:\s*[\"']?([A-Za-z]+)", re.M)
_OF_FORMAT = Bilingual("le format", "the format")
_OF_KEYS = Bilingual("la langue des clés", "the language of the keys")


def read(
    source: Source,
    *,
    language: str | None = None,
    name: str | None = None,
    format: str | None = None,
) -> ValueChain:
    """Read a chain from a file, a folder, a text or plain data.

    Args:
        source: a path, the text itself, bytes, an open file, or a mapping as JSON gives it;
            a PDF or a web page that :func:`valuegraph.draw` wrote gives the chain it carries.
            A ``str`` on one line that looks like a path is one, whether it exists or not; a
            folder with a ``datapackage.json`` is read as one chain.
        language: the language in which problems are told if the file does not say its own:
            ``"fr"`` (the default) or ``"en"``.
        name: how problems call the file, and by its ending what it is written in.
        format: what it is written in, where neither its ending nor its content says so: a name
            that :func:`formats` tells.

    Returns:
        The chain; :func:`read_with_notes` also gives what is to be discussed.

    Raises:
        FileFormatError: something in the file cannot be accepted; all of it is told at once.
        FileAccessError: the file does not exist or cannot be opened.
        MissingExtraError: what reads such a file is not installed; the message gives the command.
        OptionError: the format is not known, or is one that is written only.
        TypeError: the source is none of these.
    """
    return read_with_notes(source, language=language, name=name, format=format)[0]


def read_with_notes(
    source: Source,
    *,
    language: str | None = None,
    name: str | None = None,
    format: str | None = None,
) -> tuple[ValueChain, Problems]:
    """Read a chain as :func:`read` does, with the warnings and notes of the file.

    Returns:
        The chain, and what is not wrong but was probably not meant.
    """
    from valuegraph.io.documents.document import read_document

    asked = _readable(format, language or "fr") if format is not None else None
    is_text = isinstance(source, str) and is_page("", source)
    is_path = not is_text and loading.is_path(source, ENDINGS)
    file = name if name is not None else loading.name_of(source, is_path=is_path)
    text, (tree, problems) = tree_of_source(source, file, is_path, asked, language or "fr")
    told = told_language(_language_of(tree, text) or language or "fr")
    chain = None
    if tree is not None:
        chain, found = read_document(tree, file=file)
        problems = problems + _beside(problems, found)
    every = Problems([problem.at(file=file) for problem in problems], language=told)
    if chain is None or every.errors:
        raise FileFormatError(every, language=told)
    return chain, every


@overload
def write(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    format: str | Writer | None = None,
    keys: str = "en",
    report: Literal[False] = False,
) -> Content | None: ...


@overload
def write(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    format: str | Writer | None = None,
    keys: str = "en",
    report: Literal[True],
) -> Problems: ...


def write(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    format: str | Writer | None = None,
    keys: str = "en",
    report: bool = False,
) -> Content | Problems | None:
    """Write a chain to a file or a folder, whole or not at all, or give what would be in it.

    Args:
        chain: the chain.
        target: the file, its ending the format, or a folder (``"cards/"``); what it would hold
            is returned without one.
        format: a name that :func:`formats` tells, or a function of yours from a chain to a text
            or bytes; by default what the ending says, YAML without a target.
        keys: ``"en"`` or ``"fr"``, the language of keys and headings, in the formats that have
            both; the others are in English.
        report: say what the format could not hold, part by part, instead of giving the content;
            without a target nothing is written.

    Returns:
        With ``report``, what could not be held, as problems. Else, without a target, the text,
        the bytes, or the files of the folder by their names; with one, nothing.

    Raises:
        OptionError: the ending, the format or the language of the keys is not known.
        FileAccessError: the file cannot be written.
        FileFormatError: the chain holds what the format has no way to write.
        MissingExtraError: what writes such a file is not installed; the message says what to type.
    """
    if keys not in ("en", "fr"):
        raise _refused(_OF_KEYS, keys, ["en", "fr"], chain.language)
    content: Content = b""
    lost = Problems(language=chain.language)
    if callable(format):
        content = format(chain)
    else:
        code = _chosen(chain, target, format)
        lost = Problems(told_losses(chain, FORMATS[code]), language=chain.language)
        if target is not None or not report:
            content = _content(chain, FORMATS[code], keys)
    if target is not None:
        _save(target, content)
    if report:
        return lost
    return content if target is None else None


def _save(target: str | os.PathLike[str], content: Content) -> None:
    if isinstance(content, Mapping):
        save_folder(target, content)
    else:
        save_bytes(target, content.encode("utf-8") if isinstance(content, str) else content)


def _readable(code: str, language: str) -> Format:
    known = [name for name, one in FORMATS.items() if one.read or one.carries]
    if code not in known:
        raise _refused(_OF_FORMAT, code, known, language)
    one = FORMATS[code]
    return one if one.read else FORMATS["json"]


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
    spoilt = {_line(problem) for problem in Problems(problems).errors if problem.where.line}
    return [problem for problem in found if _line(problem) not in spoilt]


def _line(problem: Problem) -> tuple[str, int, int]:
    """Return the line a problem stands in; in a sheet, its cell: its neighbours are sound."""
    where = problem.where
    return where.sheet, where.line, where.column if where.sheet else 0


def _content(chain: ValueChain, format: Format, keys: str) -> Content:
    if format.write is None:
        raise AssertionError("chosen formats are written")
    chosen = keys if keys in format.keys else format.keys[0]
    content = format.write(chain, ChainWriteOptions(keys=chosen))
    if isinstance(content, str):
        require_whole_characters(content, chain.language)
    return content


def _chosen(chain: ValueChain, target: str | os.PathLike[str] | None, format: str | None) -> str:
    """Return the name of the format that is asked for, or that the target says.

    Raises:
        OptionError: it is not known, or read only.
    """
    writable = {code: one for code, one in FORMATS.items() if one.write}
    if format is not None:
        if format not in writable:
            raise _refused(_OF_FORMAT, format, list(writable), chain.language)
        return format
    if target is None:
        return "yaml"
    path = Path(target)
    if is_meant_as_folder(target):
        chosen = next((one for one in writable.values() if one.is_folder), None)
    else:
        chosen = by_ending(writable.values(), path.name)
    for code, one in writable.items():
        if one is chosen:
            return code
    endings = [ending for one in writable.values() for ending in one.endings]
    values = {"name": path.name, "allowed": endings}
    raise OptionError(Problem("VG451", values=values), language=chain.language)


def _refused(option: Bilingual, value: object, allowed: list[str], language: str) -> OptionError:
    values = {"option": option, "value": value, "allowed": allowed}
    return OptionError(Problem("VG450", values=values), language=language)
