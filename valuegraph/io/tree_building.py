"""The building of a tree, piece by piece, without recursion and within bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from valuegraph.io.tree import Entry, Listing, Node, Place, Scalar, Table
from valuegraph.model.ids import SECTIONS
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual, Problem, Where

MAX_DEPTH = 50
"""Most levels inside one another: thirty of ``extra`` below a part, and some to spare."""

MAX_NODES = 100_000
"""Most keys, items and texts: those of several thousand parts."""

MAX_PROBLEMS = 300
"""Most mistakes told; a file with more is no chain."""

_NOWHERE = Place()
_HALF = re.compile("[\ud800-\udfff]")
_A_LIST = Bilingual("une liste", "a list")
_A_TEXT = Bilingual("un texte ou un nombre", "a text or a number")
_SECTIONS_OF_PARTS = frozenset(SECTIONS) - {"links", "evaluation"}


class StopReadingError(Exception):
    """A bound was passed: what follows is not read."""


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is not closed yet."""

    place: Place
    is_table: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None

    def closed(self) -> Node:
        if self.is_table:
            return Table(tuple(self.entries.values()), self.place)
        return Listing(tuple(self.items), self.place)


class TreeBuilder:
    """Makes a tree from beginnings, ends and texts, and notes what is wrong with its shape.

    In a mapping, keys and values come in turn.

    Attributes:
        root: the tree, once it is complete.
        problems: what was wrong so far.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._count = 0

    @property
    def in_table(self) -> bool:
        """Whether the innermost open collection is a mapping."""
        return bool(self._open) and self._open[-1].is_table

    @property
    def wants_key(self) -> bool:
        """Whether what comes next is the key of a mapping."""
        return self.in_table and self._open[-1].key is None

    @property
    def key(self) -> Scalar | None:
        """The key of the innermost open mapping whose value comes next."""
        return self._open[-1].key if self._open else None

    @property
    def path(self) -> list[str]:
        """The keys that lead to what comes next; ``[2]`` for the second item of a list."""
        return [
            (level.key.text if level.key else "") if level.is_table else f"[{len(level.items) + 1}]"
            for level in self._open
        ]

    @property
    def part(self) -> str:
        """The id of the part in which we are, empty outside the sections of parts."""
        return part_of_path(self.path)

    def begin_table(self, place: Place) -> None:
        """Open a mapping."""
        self._begin(place, is_table=True)

    def begin_listing(self, place: Place) -> None:
        """Open a list."""
        self._begin(place, is_table=False)

    def end(self) -> None:
        """Close the innermost mapping or list."""
        node = self._open.pop().closed()
        if self.wants_key:
            self.complain("VG127", node.place)
            self._open[-1].key = Scalar("", node.place)
        else:
            self._put(node)

    def scalar(self, text: str, place: Place = _NOWHERE, *, quoted: bool = False) -> None:
        """Add a text: a key, a value or an item."""
        self._counted(place)
        whole = self._whole(text, place)
        scalar = Scalar(whole, place, quoted)
        if not self.wants_key:
            self._put(scalar)
            return
        level = self._open[-1]
        level.key = scalar
        if not whole and not quoted:
            self.complain("VG128", place)
        elif whole in level.entries:
            self._complain_twice(level.entries[whole].key, scalar)

    def check_top(self) -> None:
        """Complain of a tree that is a list or a text, unless that has been explained."""
        if isinstance(self.root, Table) or self.root is None:
            return
        if not self.problems:
            what = _A_LIST if isinstance(self.root, Listing) else _A_TEXT
            self.complain("VG114", self.root.place, what=what)
        self.root = None

    def complain(self, code: str, place: Place, **values: object) -> None:
        """Note a problem at a place."""
        self.note(Problem(code, Where(id=self.part, line=place.line, column=place.column), values))

    def note(self, problem: Problem) -> None:
        """Note a problem, unless there are too many."""
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop("VG113", Place(problem.where.line, problem.where.column), MAX_PROBLEMS)
        self.problems.append(problem)

    def _begin(self, place: Place, *, is_table: bool) -> None:
        self._counted(place)
        if len(self._open) >= MAX_DEPTH:
            self._stop("VG111", place, MAX_DEPTH)
        self._open.append(_Open(place, is_table))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        level = self._open[-1]
        if not level.is_table:
            level.items.append(node)
            return
        key, level.key = level.key, None
        assert key is not None  # noqa: S101 -- a value follows its key
        if not key.text and not key.quoted:
            return
        first = level.entries.get(key.text)
        level.entries[key.text] = _joined(first, node) if first else Entry(key, node)

    def _counted(self, place: Place) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._stop("VG112", place, MAX_NODES)

    def _stop(self, code: str, place: Place, most: int) -> None:
        where = Where(line=place.line, column=place.column)
        self.problems.append(Problem(code, where, {"most": most}))
        raise StopReadingError

    def _whole(self, text: str, place: Place) -> str:
        """Join the halves of characters that were written as two codes."""
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            halves = _HALF.findall(joined)
            told = _HALF.sub("\ufffd", joined)
            if halves:
                character = f"U+{ord(halves[0]):04X}"
                self.complain("VG116", place, shown=told[:40], character=character)
            return told
        return text

    def _complain_twice(self, first: Scalar, second: Scalar) -> None:
        line = first.place.line
        told = Bilingual(f" (déjà ligne {line})", f" (already line {line})") if line else ""
        self.complain("VG115", second.place, key=second.text, first=told)


def part_of_path(path: Sequence[str]) -> str:
    """Return the id of the part to which a path of keys leads, or an empty text."""
    if len(path) < 2 or path[1].startswith("[") or key_code(path[0]) not in _SECTIONS_OF_PARTS:
        return ""
    return path[1]


def _joined(first: Entry, second: Node) -> Entry:
    """Keep what a key that is written twice says first, and what only the second adds.

    Two sections of the same name are then read as one, so that what they contain is not
    said to be missing.
    """
    if not (isinstance(first.value, Table) and isinstance(second, Table)):
        return first
    known = {entry.key.text for entry in first.value}
    added = tuple(entry for entry in second if entry.key.text not in known)
    return Entry(first.key, Table(first.value.entries + added, first.value.place))
