"""Small YAML files that come with the package, each asked for by its simple name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem


@dataclass(frozen=True, slots=True)
class PackagedFiles:
    """The YAML files of one folder of the package.

    Attributes:
        folder: where they are.
        option: what one of them is, said to whoever asks for one that is not there.
        joins: what may stand between the words of a name.
    """

    folder: Path
    option: Bilingual
    joins: str = "-"

    def names(self) -> tuple[str, ...]:
        """Return their names, in the order of the alphabet."""
        return tuple(sorted(path.stem for path in self.folder.glob("*.yaml")))

    def path(self, name: str) -> str:
        """Return where one of them is.

        Raises:
            OptionError: there is none of that name; those there are are told.
        """
        if name not in self.names():
            values = {"option": self.option, "value": name, "allowed": list(self.names())}
            raise OptionError(Problem("VG450", values=values))
        return str(self.folder / f"{name}.yaml")

    def text(self, name: str) -> str:
        """Return the text of one of them, to begin one's own from.

        Raises:
            OptionError: there is none of that name; those there are are told.
        """
        return Path(self.path(name)).read_text(encoding="utf-8")

    def means_one(self, source: str) -> bool:
        """Tell whether a text is a simple name, such as they have, and not that of a file here."""
        simple = re.fullmatch(f"[a-z][a-z{self.joins}]*", source)
        return simple is not None and not os.path.lexists(source)
