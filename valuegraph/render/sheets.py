"""What a view is asked for, and what it gives back: one scene a sheet, and what it had to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problem
from valuegraph.render.page import Page
from valuegraph.render.scene import Scene
from valuegraph.render.theme import Theme


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How a view is to be drawn.

    Attributes:
        page: the sheet.
        language: the language of the words; texts without a translation stay as written.
        theme: colours and fonts.
        columns: what stands as columns, ``activities`` or ``circuits``, where a view offers both.
        detail: ``full``, or ``overview`` for what can be read from afar.
        caption: sentences that the footing writes under the drawing; empty for none.
        basis: what widths are read from, ``equal``, ``strength`` or ``amount``, where a view
            draws widths; empty for strengths where there are any, else equal shares.
        unit: of the amounts that widths show; empty for the unit most used.
    """

    page: Page
    language: str
    theme: Theme
    columns: str = "activities"
    detail: str = "full"
    caption: str = ""
    basis: str = ""
    unit: str = ""

    @property
    def is_overview(self) -> bool:
        """Whether only what can be read from afar is asked for: counts, no lines of detail."""
        return self.detail == "overview"

    def telling(self, sentence: str) -> ViewOptions:
        """Return the same options with one more sentence in the caption, once."""
        if not sentence or sentence in self.caption:
            return self
        return replace(self, caption=f"{self.caption} {sentence}".strip())


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a view drew.

    Attributes:
        scenes: one a sheet: the main one first, then continuations and the annex.
        problems: what the reader must know: texts shortened, sheets added, letters missing.
    """

    scenes: tuple[Scene, ...]
    problems: tuple[Problem, ...] = ()


View = Callable[[ValueChain, ViewOptions], Sheets]
"""A view is a pure function from a chain to sheets."""
