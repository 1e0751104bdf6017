"""A picture: its sheets, what had to be done so that they fit, and the ways to write them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem, Problems
from valuegraph.render.scene import Scene

Writer = Callable[[Scene], bytes]
"""A writer of your own: one scene becomes the bytes of one file."""


def _svg(scene: Scene, text: str, dpi: float) -> bytes:
    from valuegraph.render.writers.svg import svg

    return svg(scene, text="paths" if text == "paths" else "live", physical=True)


def _png(scene: Scene, text: str, dpi: float) -> bytes:
    from valuegraph.render.writers.png import png

    return png(scene, dpi=dpi)


FORMATS: Mapping[str, Callable[[Scene, str, float], bytes]] = {"svg": _svg, "png": _png}
"""Each format and what writes it: a new format is one line here."""

TEXTS = ("live", "paths")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chain.

    Attributes:
        scenes: one a sheet, the main one first.
        found: the problems of the drawing, as the view found them.
        language: the language of the picture and of what is told about it.
        files: the files written by ``save``, as the caller named them.
    """

    scenes: tuple[Scene, ...]
    found: tuple[Problem, ...] = ()
    language: str = "fr"
    files: tuple[str, ...] = ()

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
        return _png(self.scenes[0], "live", 200)

    def to_bytes(
        self, format: str | Writer = "svg", *, text: str = "live", dpi: float = 200
    ) -> tuple[bytes, ...]:
        """Return every sheet as the bytes of a file.

        Args:
            format: ``svg``, ``png``, or a writer of your own.
            text: for SVG, ``live`` or ``paths``.
            dpi: for PNG, dots per inch of the page.

        Raises:
            OptionError: the format or the kind of text does not exist, or the picture would be
                too large.
        """
        if callable(format):
            return tuple(format(scene) for scene in self.scenes)
        writer = FORMATS.get(format.lower().lstrip("."))
        if writer is None:
            raise self._refused(Bilingual("le format", "the format"), format, list(FORMATS))
        if text not in TEXTS:
            raise self._refused(Bilingual("le texte", "the text"), text, list(TEXTS))
        return tuple(writer(scene, text, dpi) for scene in self.scenes)

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | Writer | None = None,
        text: str = "live",
        dpi: float = 200,
    ) -> Picture:
        """Write every sheet to a file; the second goes to ``name-2`` and so on.

        Each file is whole or not there. The ending says the format unless ``format`` does.

        Returns:
            The same picture, its ``files`` named.

        Raises:
            OptionError: the ending or an option is not known.
            OSError: the folder cannot be written to.
        """
        from valuegraph.saving import save_bytes

        target = Path(path)
        chosen = format or target.suffix.lower().lstrip(".")
        if isinstance(chosen, str) and chosen not in FORMATS and format is None:
            values = {"name": target.name, "allowed": [f".{name}" for name in FORMATS]}
            raise OptionError(Problem("VG451", values=values), language=self.language)
        contents = self.to_bytes(chosen, text=text, dpi=dpi)
        names = [_sheet_path(target, index) for index in range(len(contents))]
        for name, content in zip(names, contents, strict=True):
            save_bytes(name, content)
        return replace(self, files=tuple(str(name) for name in names))

    def _repr_svg_(self) -> str:
        return self.svg

    def _refused(self, option: Bilingual, value: object, allowed: list[str]) -> OptionError:
        values = {"option": option, "value": value, "allowed": allowed}
        return OptionError(Problem("VG450", values=values), language=self.language)


def _sheet_path(target: Path, index: int) -> Path:
    return target if index == 0 else target.with_stem(f"{target.stem}-{index + 1}")
