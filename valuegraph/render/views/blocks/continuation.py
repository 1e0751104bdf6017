"""How parts are dealt over several sheets when one cannot hold them all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from valuegraph.problems import Bilingual, Problem

T = TypeVar("T")


def sheets_for(count: int, most: int) -> int:
    """Return how many sheets hold ``count`` parts, ``most`` a sheet; one at least."""
    return max(1, math.ceil(count / most))


def dealt(items: Sequence[T], sheets: int) -> tuple[tuple[T, ...], ...]:
    """Return the items in their order, dealt over ``sheets`` runs as even as can be."""
    whole, left = divmod(len(items), sheets)
    runs, start = [], 0
    for sheet in range(sheets):
        end = start + whole + (sheet < left)
        runs.append(tuple(items[start:end]))
        start = end
    return tuple(runs)


def run_on(sheet: int, sheets: int, items: Sequence[T], most: int) -> tuple[T, ...]:
    """Return which items stand on a sheet (from 0): all of them if they fit, else its share.

    A shorter list goes round more slowly: every item stands on at least one sheet as long as
    there are as many sheets as the list needs.
    """
    runs = dealt(items, min(sheets, sheets_for(len(items), most)))
    return runs[sheet * len(runs) // sheets]


def continued(sheets: int, reason: Bilingual) -> tuple[Problem, ...]:
    """Return the note that a drawing takes several sheets; nothing if it takes one."""
    if sheets < 2:
        return ()
    return (Problem("VG402", values={"count": sheets, "reason": reason}),)
