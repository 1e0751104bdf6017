"""The tree of a YAML text, with what is wrong in it though YAML reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from valuegraph.io.tree import Node, Place
from valuegraph.io.tree_building import StopReadingError, TreeBuilder
from valuegraph.io.yaml.events import YamlFault, events
from valuegraph.io.yaml.lines import above, shown, typed_with_quotes
from valuegraph.io.yaml.plain import key_problems, value_problems
from valuegraph.io.yaml.values import SIGN_CODES
from valuegraph.problems import Problem

_PROPERTY = re.compile(r"[&*!][^\s,\[\]{}]*")
_NOT_MEANT = frozenset({"VG120", "VG137"})


class YamlTree:
    """One reading of the lines of a YAML text.

    Attributes:
        fault: where YAML stopped understanding, if it did.
        problems: what is wrong with what was read.
        root: the tree; ``None`` if it was not read to its end or is surely not what was meant.
    """

    def __init__(self, lines: Sequence[str], breaks: dict[int, str]) -> None:
        self.fault: YamlFault | None = None
        self._lines = lines
        self._breaks = breaks
        self._builder = TreeBuilder()
        self._has_document = False
        self._is_meant = True
        try:
            self._read()
        except YamlFault as fault:
            self.fault = fault
        except StopReadingError:
            self._is_meant = False

    @property
    def root(self) -> Node | None:
        """The tree, if all of it was read and meant."""
        return self._builder.root if self._is_meant and not self.fault else None

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with what was read."""
        return self._builder.problems

    def _read(self) -> None:
        for event in events("\n".join(self._lines)):
            if isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, CollectionEndEvent):
                self._builder.end()
            elif isinstance(event, DocumentStartEvent):
                if self._has_document:
                    self._second_document(event.start_mark.line)
                    return
                self._has_document = True
        self._builder.check_top()

    def _node(self, event: Any) -> None:
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, AliasEvent):
            self._sign(place)
            self._builder.scalar(f"*{event.anchor}", place, quoted=True)
            return
        if event.anchor is not None or event.tag is not None:
            self._sign(place)
        if isinstance(event, ScalarEvent):
            self._scalar(event, place)
        elif isinstance(event, MappingStartEvent):
            self._builder.begin_table(place)
        elif isinstance(event, SequenceStartEvent):
            self._builder.begin_listing(place)

    def _scalar(self, event: Any, place: Place) -> None:
        text = event.value.translate(self._breaks) if self._breaks else event.value
        if event.style is not None:
            self._builder.scalar(text, place, quoted=True)
            return
        if self._builder.wants_key:
            # French typography leaves a no-break space before the colon.
            text = text.rstrip()
            self._builder.scalar(text, place)
            self._note(key_problems(self._lines, text, place.line - 1))
            return
        if not text:
            place = self._after_colon() or place
        start = (place.line - 1, place.column - 1)
        end = (event.end_mark.line, event.end_mark.column) if text else start
        self._note(value_problems(self._lines, start, end))
        self._builder.scalar(text, place)

    def _after_colon(self) -> Place | None:
        """Return the place of a value that is not there, which ruamel puts further down."""
        key = self._builder.key
        if key is None:
            return None
        start = key.place.column - 1 + len(key.text)
        colon = self._lines[key.place.line - 1].find(":", start)
        return Place(key.place.line, colon + 2) if colon >= 0 else key.place

    def _note(self, problems: Any) -> None:
        for problem in problems:
            if problem.code in _NOT_MEANT:
                # One complaint says all lines that are indented with something else.
                already = problem.code == "VG120" and not self._is_meant
                self._is_meant = False
                if already:
                    continue
            self._builder.note(problem.at(id=self._builder.part))

    def _sign(self, place: Place) -> None:
        """Complain of an anchor, a reference to one, or a tag."""
        key = self._builder.key
        if key and key.text == "<<":
            return
        text = self._lines[place.line - 1]
        found = _PROPERTY.match(text, place.column - 1)
        sign = found.group() if found else text[place.column - 1 :]
        meant = typed_with_quotes(text, place.column - 1)
        self._builder.complain(SIGN_CODES[sign[0]], place, shown=shown(sign), typed=meant)

    def _second_document(self, line: int) -> None:
        before = shown(self._lines[max(above(self._lines, line), 0)])
        self._builder.complain("VG121", Place(line + 1, 1), shown=before)
