"""The pages of the documentation and the fenced blocks they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```(?P<language>[\w-]*)[ \t]*(?P<info>[^\n`]*)\n(?P<text>.*?)^```[ \t]*$",
                    re.MULTILINE | re.DOTALL)  # fmt: skip
_FILE_NAME = re.compile(r"# (?P<name>[\w-]+\.(?:yaml|yml|json|csv))\n")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block.

    Attributes:
        language: the word after the fence, such as ``yaml``.
        info: what follows that word; ``fragment`` for a piece that is not a whole file.
        text: what stands between the fences.
        line: the line of the opening fence, counted from 1.
        start, end: where ``text`` begins and ends in the page.
    """

    language: str
    info: str
    text: str
    line: int
    start: int
    end: int

    @property
    def is_chain(self) -> bool:
        """Whether it is a whole chain, as a file would hold it."""
        return self.language == "yaml" and self.body.startswith("valuegraph:")

    @property
    def is_theme(self) -> bool:
        """Whether it is a theme, as a file would hold it."""
        return self.language == "yaml" and self.body.startswith(("theme:", "thème:"))

    @property
    def is_framework(self) -> bool:
        """Whether it is a common base, as a file would hold it."""
        return self.language == "yaml" and self.body.startswith("valuegraph-framework:")

    @property
    def body(self) -> str:
        """What stands below the line that names the file."""
        return _FILE_NAME.sub("", self.text, count=1)

    @property
    def file_name(self) -> str:
        """The file it is saved as: what its first line says, or ``chain.yaml``."""
        named = _FILE_NAME.match(self.text)
        return named["name"] if named else "chain.yaml"


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page's text, in order."""
    return [
        Block(
            found["language"],
            found["info"].strip(),
            found["text"],
            page.count("\n", 0, found.start()) + 1,
            found.start("text"),
            found.end("text"),
        )
        for found in _FENCE.finditer(page)
    ]


def all_pages() -> list[Path]:
    """Return every page that people read, in a fixed order."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def is_french(page: Path) -> bool:
    """Tell whether a page is written in French, by where it stands."""
    french_folders = {"tutoriels", "guides"}
    french_names = {
        "forme-texte.md",
        "formats-des-dessins.md",
        "ligne-de-commande.md",
        "problemes.md",
        "chaine-et-cycle.md",
        "fichier-de-theme.md",
        "tables-d-observations.md",
        "fichier-de-socle.md",
    }
    return (
        page.name.endswith(".fr.md")
        or page.parent.name in french_folders
        or page.name in french_names
    )
