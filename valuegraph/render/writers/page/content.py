"""What a web page is made of: scenes and plain words, one set for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from valuegraph.render.scene import Scene


@dataclass(frozen=True, slots=True)
class View:
    """One view: the name on its tab, and its sheets."""

    label: str
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link as one of its ends tells it: "is fed by", the other end, and what is known of it."""

    id: str
    verb: str
    other: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A part in the list: its name, what is known of it, and the links before and after it."""

    id: str
    name: str
    remarks: tuple[str, ...]
    before: tuple[ListedLink, ...]
    after: tuple[ListedLink, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The parts of one kind."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """All that the page shows in one language.

    Attributes:
        code: the code of the language.
        words: the page's own words by what they say; ``{n}`` and ``{names}`` are filled there.
        kinds: how each kind of part is called.
        verbs: what each kind of link says, from its start to its end.
        names: part -> its name.
        notes: part -> how sure it is, in words, where it is not simply observed.
    """

    code: str
    title: str
    views: tuple[View, ...]
    sections: tuple[Section, ...]
    words: Mapping[str, str]
    kinds: Mapping[str, str]
    verbs: Mapping[str, str]
    names: Mapping[str, str]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """A page.

    Attributes:
        tellings: one a language; the page opens in the first.
        trace: the parts, links and arcs as plain data, the same in every language.
        chain: the chain's own text as plain data; ``None`` for a page that does not carry it.
    """

    tellings: tuple[Telling, ...]
    trace: Mapping[str, Any]
    chain: Mapping[str, Any] | None
