"""Path data from people: read number by number and written anew, so that nothing else gets in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from valuegraph.problems import Bilingual
from valuegraph.render.geometry import decimal

LONGEST = 8_000
"""The most characters of one path."""

_NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_GAP = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}\.?\d{0,12}|\.\d{1,12})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_FLAG = re.compile(r"[01]")
_OUTSIDE = 0.05  # of the grid: what rounding may add


class PathError(ValueError):
    """A path cannot be drawn; ``reason`` says why in both languages."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason
        super().__init__(reason.en)


def drawn_path(text: str, width: float, height: float) -> str:
    """Return path data in our own writing: commands and numbers, inside a box from 0, 0.

    Args:
        text: path data as SVG has it in ``d``.
        width, height: the box that all of it must lie in.

    Raises:
        PathError: it is something else, too long, draws nothing or leaves the box.
    """
    if len(text) > LONGEST:
        raise PathError(Bilingual(f"il a plus de {LONGEST} caractères",
                                  f"it has more than {LONGEST} characters"))  # fmt: skip
    path = " ".join(_pieces(text))
    left, top, right, bottom = _bounds(path)
    if not (min(left, top) >= -_OUTSIDE and right <= width + _OUTSIDE
            and bottom <= height + _OUTSIDE):  # fmt: skip
        box = f"{decimal(left)} {decimal(top)} {decimal(right)} {decimal(bottom)}"
        raise PathError(Bilingual(
            f"il sort de sa grille de {width:g} sur {height:g} (il occupe {box})",
            f"it leaves its grid of {width:g} by {height:g} (it takes {box})",
        ))  # fmt: skip
    return path


def _pieces(text: str) -> Iterator[str]:
    """Yield each command with its numbers."""
    place = _gap(text, 0)
    if text[place : place + 1] not in ("M", "m"):
        raise PathError(Bilingual("il ne commence pas par M", "it does not begin with M"))
    while place < len(text):
        command = text[place]
        if command.upper() not in _NEEDS:
            shown = text[place : place + 12].split(maxsplit=1)[0]
            raise PathError(Bilingual(f"« {shown} » n’en fait pas partie",
                                      f"“{shown}” is no part of one"))  # fmt: skip
        numbers, place = _numbers(text, place + 1, command)
        yield command + " ".join(numbers)


def _numbers(text: str, place: int, command: str) -> tuple[list[str], int]:
    """Return the numbers that follow a command, and where they end."""
    needed, numbers = _NEEDS[command.upper()], list[str]()
    place = _gap(text, place)
    while needed:
        flag = command.upper() == "A" and len(numbers) % needed in (3, 4)
        found = (_FLAG if flag else _NUMBER).match(text, place)
        if not found:
            break
        value = float(found.group())
        if not math.isfinite(value) or abs(value) > 1e6:
            raise PathError(Bilingual("un nombre est trop grand", "a number is too large"))
        numbers.append(_plain(value))
        place = _gap(text, found.end())
    if (needed and (not numbers or len(numbers) % needed)) or (not needed and numbers):
        raise PathError(Bilingual(
            f"« {command} » est suivi de {len(numbers)} nombres, il en faut {needed}",
            f"“{command}” is followed by {len(numbers)} numbers, it needs {needed}",
        ))  # fmt: skip
    return numbers, place


def _gap(text: str, place: int) -> int:
    found = _GAP.match(text, place)
    return found.end() if found else place


def _plain(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _bounds(path: str) -> tuple[float, float, float, float]:
    """Return the box of what a path draws."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.svgLib.path import parse_path

    pen = BoundsPen(None)
    try:
        parse_path(path, pen)
    except (ValueError, AssertionError, ArithmeticError, IndexError) as error:
        raise PathError(Bilingual("il n’est pas bien formé", "it is not well formed")) from error
    if pen.bounds is None or (pen.bounds[0] == pen.bounds[2] and pen.bounds[1] == pen.bounds[3]):
        raise PathError(Bilingual("il ne dessine rien", "it draws nothing"))
    left, top, right, bottom = pen.bounds
    return left, top, right, bottom
