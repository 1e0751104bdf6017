"""What a chain leads to, at the point of its arrow: impacts, a margin, or both."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact, Margin
from valuegraph.render.words import say

Results = tuple[Impact | Margin, ...]


def results_of(chain: ValueChain) -> Results:
    """Return the impacts, then the margin, in the order of listing."""
    return (*chain.impacts, *chain.margin)


def results_heading(results: Sequence[Impact | Margin], language: str) -> str:
    """Return the words above the arrow."""
    margins = sum(isinstance(result, Margin) for result in results)
    if margins and margins == len(results):
        return say("margin", language)
    return say("impacts and margin" if margins else "impacts", language)
