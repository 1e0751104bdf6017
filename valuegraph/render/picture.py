"""A picture: its sheets, what had to be done so that they fit, and the ways to write them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem, Problems
from valuegraph.render.formats import FORMATS, SceneWriter, TextMode, WriteOptions
from valuegraph.render.scene import Scene

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

TEXTS: tuple[TextMode, ...] = get_args(TextMode)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chain.

    Attributes:
        scenes: one a sheet, the main one first.
        found: the problems of the drawing, as the views found them.
        language: the language of the picture and of what is told about it.
        files: the files written by ``save``, as the caller named them.
        views: the name of each sheet's view, in the order of ``scenes``; empty for a view of
            your own.
        chain: the chain as it was when it was drawn, for formats that carry more than sheets.
        again: draws the same picture with other options, such as ``language``; ``None`` for
            sheets that no chain was drawn for.
    """

    scenes: tuple[Scene, ...]
    found: tuple[Problem, ...] = ()
    language: str = "fr"
    files: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    chain: ValueChain | None = None
    again: Callable[..., Picture] | None = field(default=None, compare=False, repr=False)

    @property
    def problems(self) -> Problems:
        """What had to be shortened, continued on another sheet or replaced."""
        return Problems(self.found, language=self.language)

    @property
    def svg(self) -> str:
        """The first sheet as SVG to show on a screen, texts live and fonts embedded."""
        from valuegraph.render.writers.svg import svg

        return svg(self.scenes[0]).decode()

    @property
    def png(self) -> bytes:
        """The first sheet as PNG, 200 dots per inch of its page."""
        return replace(self, scenes=self.scenes[:1]).to_bytes("png")[0]

    @property
    def html(self) -> str:
        """The whole picture as a web page of one file, every sheet and the list in it."""
        return self.to_bytes("html")[0].decode()

    def to_bytes(
        self, format: str | SceneWriter = "svg", *, text: str = "live", dpi: float = 200
    ) -> tuple[bytes, ...]:
        """Return the bytes of each file: one a sheet, or a single one that holds all sheets.

        Args:
            format: the name of a format, or a writer of your own.
            text: for SVG, ``live`` or ``paths``.
            dpi: for PNG, dots per inch of the page.

        Raises:
            OptionError: the format or the kind of text does not exist, or the picture would be
                too large.
            MissingExtraError: the format needs a package that is not installed.
        """
        if callable(format):
            return tuple(format(scene) for scene in self.scenes)
        writer = FORMATS.get(format.lower().lstrip("."))
        if writer is None:
            raise self._refused(Bilingual("le format", "the format"), format, list(FORMATS))
        mode = next((known for known in TEXTS if known == text), None)
        if mode is None:
            raise self._refused(Bilingual("le texte", "the text"), text, list(TEXTS))
        return writer.write(self, WriteOptions(mode, dpi))

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | SceneWriter | None = None,
        text: str = "live",
        dpi: float = 200,
    ) -> Picture:
        """Write the picture; what does not hold all sheets in one file makes one a sheet.

        The first sheet goes to ``path``, the second of the same view to ``name-2``, those of a
        further view to ``name-view``. Each file is whole or not there. The ending says the
        format unless ``format`` does.

        Returns:
            The same picture, its ``files`` named.

        Raises:
            OptionError: the ending or an option is not known.
            MissingExtraError: the format needs a package that is not installed.
            OSError: the folder cannot be written to.
        """
        from valuegraph.saving import save_bytes

        target = Path(path)
        chosen = format or format_of(target, self.language)
        contents = self.to_bytes(chosen, text=text, dpi=dpi)
        names = self._names(target)[: len(contents)]
        for name, content in zip(names, contents, strict=True):
            save_bytes(name, content)
        return replace(self, files=tuple(str(name) for name in names))

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        from valuegraph.render.notebook import shown

        return shown(self)

    def _names(self, target: Path) -> list[Path]:
        """Return the file of each sheet."""
        views = self.views or ("",) * len(self.scenes)
        names: list[Path] = []
        for number, view in enumerate(views):
            same = views[:number].count(view) + 1
            parts = [target.stem]
            if number and view != views[0]:
                parts.append(view or "view")
            if same > 1:
                parts.append(str(same))
            names.append(target.with_stem("-".join(parts)))
        return names

    def _refused(self, option: Bilingual, value: object, allowed: list[str]) -> OptionError:
        values = {"option": option, "value": value, "allowed": allowed}
        return OptionError(Problem("VG450", values=values), language=self.language)


def format_of(target: Path, language: str) -> str:
    """Return the format that a file's ending says.

    Raises:
        OptionError: the ending is not that of a format.
    """
    ending = target.suffix.lower().lstrip(".")
    if ending not in FORMATS:
        values = {"name": target.name, "allowed": [f".{name}" for name in FORMATS]}
        raise OptionError(Problem("VG451", values=values), language=language)
    return ending
