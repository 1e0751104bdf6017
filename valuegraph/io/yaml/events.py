"""YAML text cut into events by ruamel's scanner and parser, never by its constructor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import Event
from ruamel.yaml.scanner import Scanner, ScannerError


@dataclass(eq=False)
class YamlFault(Exception):  # noqa: N818 -- it is caught and told as a problem, never shown
    """Where YAML stopped understanding a text.

    Attributes:
        line: the line, counted from 0.
        column: the column, counted from 0.
        reason: ruamel's own words.
        opened: the line where what it was reading began, or -1.
    """

    line: int
    column: int
    reason: str
    opened: int = -1


class _PlainSpacesScanner(Scanner):
    """Reads tabs between words as YAML 1.2 does, and no ``%`` setting."""

    def check_directive(self) -> Any:
        return None

    def scan_to_next_token(self) -> Any:
        reader = self.reader
        # After a token, a tab separates; at the beginning of a line it would indent.
        if reader.pointer and reader.buffer[reader.pointer - 1] not in " \n":
            while reader.peek() in " \t":
                reader.forward()
        return super().scan_to_next_token()

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            # A code such as \UFFFFFFFF, for which there is no character.
            mark = self.reader.get_mark()
            raise ScannerError(None, start_mark, "unknown escape character", mark) from None

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        reader = self.reader
        length = 0
        while reader.peek(length) in " \t":
            length += 1
        blank = reader.prefix(length)
        if "\t" not in blank:
            return super().scan_plain_spaces(indent, start_mark)
        reader.forward(length)
        if reader.peek() in "\n\0":
            return super().scan_plain_spaces(indent, start_mark)
        return [blank]


def events(text: str) -> Iterator[Event]:
    """Yield the events of a YAML text that holds no character YAML forbids.

    Raises:
        YamlFault: the text is no YAML from there on.
    """
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = _PlainSpacesScanner
    try:
        yield from yaml.parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        opened = error.context_mark.line if error.context_mark else -1
        reason = f"{error.context or ''} {error.problem or ''}"
        raise YamlFault(mark.line, mark.column, reason, opened) from None


def with_plain_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Hide from the scanner the three characters that ended lines before YAML 1.2.

    Returns:
        The text, as long as before, and the table for ``str.translate`` that undoes it.
    """
    present = [letter for letter in "\x85\u2028\u2029" if letter in text]
    if not present:
        return text, {}
    taken = set(text)
    free = (chr(code) for code in range(0xF0000, 0xF0000 + len(taken) + 3))
    stand_ins = [letter for letter in free if letter not in taken]
    hidden = dict(zip(present, stand_ins, strict=False))
    back = {ord(stand_in): letter for letter, stand_in in hidden.items()}
    return text.translate({ord(old): new for old, new in hidden.items()}), back
