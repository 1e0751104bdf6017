"""Keep the typography of French prose: no-break spaces and curly apostrophes."""

from __future__ import annotations

import re
from pathlib import Path

from pages import ROOT, all_pages, is_french
from regions import finish

_NOT_PROSE = re.compile(
    r"^```.*?^```[ \t]*$|<!--.*?-->|`[^`\n]*`|(?<=\])\([^)\s]*\)", re.MULTILINE | re.DOTALL
)
NO_BREAK_SPACE = "\u00a0"
_BILINGUAL = ("CHANGELOG.md", "docs/glossary.md")


def french(page: str) -> str:
    """Return a page with its prose as French printers set it; blocks and code stay as they are."""
    pieces: list[str] = []
    done = 0
    for kept in _NOT_PROSE.finditer(page):
        pieces += [_set(page[done : kept.start()]), kept[0]]
        done = kept.end()
    return "".join(pieces) + _set(page[done:])


def _set(prose: str) -> str:
    prose = re.sub(r"(?<!\n) (?=[:;?!»](?:[\s,.)*]|$))", NO_BREAK_SPACE, prose)
    prose = re.sub(r"« (?=\S)", f"«{NO_BREAK_SPACE}", prose)
    return re.sub(r"(?<=\w)'(?=\w)", "’", prose)


def main() -> None:
    """Set the French pages and those in both languages, or check that they are set."""
    pages: list[Path] = [page for page in all_pages() if is_french(page)]
    pages += [ROOT / name for name in _BILINGUAL]
    finish({page: french(page.read_text(encoding="utf-8")).encode() for page in pages})


if __name__ == "__main__":
    main()
