"""The way in to the workshop kit: a chain, or none, becomes the sheets to print."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problem, Problems
from valuegraph.render.draw import draw
from valuegraph.render.kit.canvas import canvas
from valuegraph.render.kit.cards import cards
from valuegraph.render.kit.howto import how_to
from valuegraph.render.kit.tiles import tiles
from valuegraph.render.kit.words import say
from valuegraph.render.page import PAGES
from valuegraph.render.picture import Picture, format_of
from valuegraph.render.scene import Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import Theme
from valuegraph.render.theming.chosen import theme_and_doubts

_POSTER_PAGE = "A0"
# A large sheet and the tiles it is cut into. Of its white edge, some millimetres need no paper:
# so that nine tiles do.
_CANVASES = (("A0", "A3", 6.0), ("A1", "A4", 12.0))


@dataclass(frozen=True, slots=True)
class Kit:
    """What is printed for a workshop.

    Attributes:
        documents: a file name without ending, and what it holds, in the order of use.
        language: the language of the sheets.
        files: the files written by ``save``, as the caller named the folder.
        doubts: what is to be said of the theme.
    """

    documents: tuple[tuple[str, Picture], ...]
    language: str
    files: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()

    @property
    def problems(self) -> Problems:
        """What had to be shortened or continued on another sheet; what the theme should mend."""
        found = [*self.doubts]
        found += [one for _, drawn in self.documents for one in drawn.found
                  if one not in self.doubts]  # fmt: skip
        return Problems(found, language=self.language)

    def save(self, folder: str | os.PathLike[str], *, format: str = "pdf") -> Kit:
        """Write every document into a folder, which is made if it is not there.

        Args:
            folder: where to.
            format: ``pdf``, or another format that pictures are written in.

        Returns:
            The same kit, its ``files`` named.

        Raises:
            OptionError: there is no such format.
            MissingExtraError: the format needs a package that is not installed.
            FileAccessError: the folder cannot be made or written to.
        """
        from valuegraph.saving import made_folder

        ending = format_of(Path(f"kit.{format.lstrip('.')}"), self.language)
        target = made_folder(folder)
        files: list[str] = []
        for name, picture in self.documents:
            files += picture.save(target / f"{name}.{ending}").files
        return replace(self, files=tuple(files))


def kit(
    chain: ValueChain | None = None,
    folder: str | os.PathLike[str] | None = None,
    *,
    language: str | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    format: str = "pdf",
) -> Kit:
    """Make what is printed for a workshop, as printable sheets of true size.

    A page for the facilitator, the empty canvas for sticky notes (A0, A1, and each cut into nine
    sheets with crop marks), numbered cards to cut out with blank ones, and the filled poster.

    Args:
        chain: the chain to work on; without one the canvas has no name, the cards are blank and
            there is no poster.
        folder: where to write; nothing is written without it.
        language: ``fr``, ``en``, or any language the chain has translations in (our own words
            are then English); the chain's own by default, French without a chain.
        theme: the look of the house: a theme, its file, or the name of one that comes with the
            package; ours by default.
        format: ``pdf``, or another format that pictures are written in.

    Returns:
        The kit, with the ``problems`` of its drawings.

    Raises:
        OptionError: there is no such format.
        MissingExtraError: the format needs a package that is not installed.
        FileFormatError: something in the theme's file cannot be accepted.
        FileAccessError: the folder cannot be made or written to, or the theme cannot be opened.
    """
    told = language or (chain.language if chain else "fr")
    look, doubts = theme_and_doubts(theme, told)
    options = ViewOptions(PAGES["A0"], told, look)
    documents = _documents(chain or ValueChain("", language=told), options)
    made = Kit(tuple(documents), told, doubts=doubts)
    return made.save(folder, format=format) if folder is not None else made


def _documents(chain: ValueChain, options: ViewOptions) -> Iterator[tuple[str, Picture]]:
    language = options.language
    yield say("file how-to", language), _picture((how_to(options),), chain, options)
    number = 1
    for page, tile, trim in _CANVASES:
        whole = canvas(chain, PAGES[page], options)
        cut = tiles(whole, PAGES[tile], options, trim=trim)
        number += 2
        name = say("file canvas", language, number=number - 1, page=page)
        yield name, _picture((whole,), chain, options)
        name = say("file tiles", language, number=number, page=page, count=len(cut), tile=tile)
        yield name, _picture(cut, chain, options)
    yield say("file cards", language), _picture(cards(chain, options), chain, options)
    if chain.parts():
        poster = draw(chain, page=_POSTER_PAGE, language=language, theme=options.theme)
        yield say("file poster", language, page=_POSTER_PAGE), poster


def _picture(scenes: tuple[Scene, ...], chain: ValueChain, options: ViewOptions) -> Picture:
    return Picture(scenes, language=options.language, chain=chain.copy())
