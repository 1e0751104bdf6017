"""XML read safely, with the place of each element, and texts as XML can hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn
from xml.parsers import expat

from valuegraph.io.tree import Place
from valuegraph.problems import Problem, Where

_MAX_ELEMENTS = 300_000
_MAX_DEPTH = 60
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;",
            "\t": "&#9;"}  # fmt: skip


@dataclass(slots=True)
class Element:
    """An element with its place.

    Attributes:
        tag: its name, without namespace.
        attributes: its attributes, without namespace.
        place: where it begins.
        text: the text directly in it.
        children: the elements in it.
    """

    tag: str
    attributes: Mapping[str, str]
    place: Place
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[Element]:
        """Yield the elements of a name that stand directly in this one."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        """Return the first element of a name that stands directly in this one."""
        return next(self.all(tag), None)


class _RefusedError(Exception):
    """The file says or holds what is never read."""


def read_xml(text: str) -> tuple[Element | None, list[Problem]]:
    """Return the root of an XML text, or what is wrong with it.

    A document type, entities of the file's own and anything outside the file are refused: they
    are how a small file fills a machine, or fetches what is none of its business.
    """
    reader = _Reader()
    try:
        reader.parse(text)
    except expat.ExpatError as error:
        where = Where(line=error.lineno, column=error.offset + 1)
        reason = expat.ErrorString(error.code)
        return None, [Problem("VG650", where, {"reason": reason})]
    except _RefusedError:
        return None, reader.problems
    return reader.root, []


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.problems: list[Problem] = []
        self._open: list[Element] = []
        self._count = 0
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        self._parser = parser

    def parse(self, text: str) -> None:
        """Read it all.

        Raises:
            _RefusedError: it is not read further; the problem is told.
            expat.ExpatError: it is not XML.
        """
        self._parser.Parse(text.encode("utf-8", "surrogatepass"), True)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MAX_ELEMENTS or len(self._open) >= _MAX_DEPTH:
            most = _MAX_ELEMENTS if self._count > _MAX_ELEMENTS else _MAX_DEPTH
            self._stop("VG112" if most == _MAX_ELEMENTS else "VG111", most=most)
        plain = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), plain, self._place())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _data(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _refuse(self, *_: Any) -> int:
        self._stop("VG651")

    def _stop(self, code: str, **values: Any) -> NoReturn:
        place = self._place()
        where = Where(line=place.line, column=place.column)
        self.problems.append(Problem(code, where, values))
        raise _RefusedError

    def _place(self) -> Place:
        return Place(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def can_be_xml(text: str) -> bool:
    """Tell whether XML has a way to write every sign of a text."""
    return _NOT_IN_XML.search(text) is None


def escaped(text: str) -> str:
    """Return a text as it stands in XML, line ends and all; what cannot stand there is a �."""
    return "".join(_ESCAPES.get(sign, sign) for sign in legal(text))


def legal(text: str) -> str:
    """Return a text with a � for each sign that XML has no way to write."""
    return _NOT_IN_XML.sub("\ufffd", text)
