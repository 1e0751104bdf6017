"""Texts and lengths at one scale: what a layout measures with before it draws."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Unpack

from valuegraph.render.fit import SIZE_FLOOR, TextStyle, fit_box, text_block
from valuegraph.render.fontface import Font
from valuegraph.render.scene import Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import Theme
from valuegraph.render.typography import typeset
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.wrap import line_width, wrap

_TOLERANCE = 0.01
_WHOLE_WORDS, _CUT_COST = 0.82, 1000.0  # above that scale words that could be whole are not cut
_BREAKS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """How texts are set: the options of the view and one scale for every usual size."""

    options: ViewOptions
    scale: float

    @property
    def theme(self) -> Theme:
        """The colours and the font."""
        return self.options.theme

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.options.language

    def length(self, usual: float) -> float:
        """Return a usual length at this scale."""
        return usual * self.scale

    def size(self, usual: float) -> float:
        """Return a usual text size at this scale, never below the smallest that can be read."""
        return max(SIZE_FLOOR, usual * self.scale)

    def block(self, text: str, w: float, usual: float, **style: Unpack[TextStyle]) -> Text:
        """Return a text wrapped in ``w`` du at its scaled size, to be placed by ``at``."""
        return text_block(text, 0, 0, w, self.size(usual), **written(self.options, **style))

    def height(
        self, text: str, w: float, usual: float, *, line_height: float, bold: bool = False
    ) -> float:
        """Return the height that a text takes in ``w`` du, without setting it.

        Large letters that cut a word which smaller ones leave whole are told as far too high.
        """
        size, language, font = self.size(usual), self.language, self.theme.font
        told = typeset(text, language)
        lines = wrap(told, w, size, language=language, font=font, bold=bold)
        cost = _CUT_COST if self.cuts(text, w, usual, bold=bold) else 1.0
        return len(lines) * size * line_height * cost

    def line(self, text: str, usual: float, *, bold: bool = False) -> float:
        """Return the width that a text takes on one line."""
        return _ems(text, self.language, self.theme.font, bold) * self.size(usual) + 1

    def cuts(self, text: str, w: float, usual: float, *, bold: bool = False) -> bool:
        """Tell whether a word is too long for the line here but not at a smaller scale."""
        if self.scale <= _WHOLE_WORDS:
            return False
        longest = _longest_word(text, self.language, self.theme.font, bold)
        return longest * usual * _WHOLE_WORDS <= w < longest * self.size(usual)

    def splits(self, text: str, w: float, usual: float, *, bold: bool = False) -> bool:
        """Tell whether a word is too long for the line at this scale."""
        return w < _longest_word(text, self.language, self.theme.font, bold) * self.size(usual)

    def placed(
        self,
        text: str,
        x: float,
        y: float,
        w: float,
        usual: float,
        *,
        h: float,
        **style: Unpack[TextStyle],
    ) -> Text:
        """Return a text in a box: at its scaled size, else smaller, else shortened."""
        usual_style = written(self.options, **style)
        size = self.size(usual)
        block = text_block(text, x, y, w, size, h=h, **usual_style)
        if block.text_height <= h + _TOLERANCE:
            return block
        return fit_box(text, x, y, w, size, h=h, **usual_style)


@lru_cache(maxsize=4096)
def _ems(text: str, language: str, font: Font, bold: bool) -> float:
    return line_width(typeset(text, language), 1, font=font, bold=bold)


@lru_cache(maxsize=4096)
def _longest_word(text: str, language: str, font: Font, bold: bool) -> float:
    """Return the width in ems of the longest stretch that no space or hyphen parts."""
    words = _BREAKS.split(typeset(text, language))
    return max(line_width(word, 1, font=font, bold=bold) for word in words)
