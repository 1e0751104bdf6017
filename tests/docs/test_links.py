"""Links between pages lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    page.relative_to(ROOT).as_posix()
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
]


def prose(page: Path) -> str:
    """Return a page without its blocks and inline code, where nothing is a link."""
    text = re.sub(r"^```.*?^```[ \t]*$", "", page.read_text("utf-8"), flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`", lambda code: "_" * len(code[0]), text)


def anchors(page: Path) -> set[str]:
    """Return the anchors that headings make, by the usual rule of forges."""
    text = re.sub(r"^```.*?^```[ \t]*$", "", page.read_text("utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_internal_links_resolve(page: str) -> None:
    """Each relative link names a file that exists and, after ``#``, one of its headings."""
    here = ROOT / page
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(here)):
        if target.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        there = (here.parent / name).resolve() if name else here
        assert there.exists(), target
        assert there.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_found(page: str) -> None:
    """Each page is linked from another page."""
    if page == "README.md":
        return
    here = ROOT / page
    others = [ROOT / other for other in PAGES if other != page]
    targets = {
        (other.parent / target.partition("#")[0]).resolve()
        for other in others
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(other))
    }
    assert here in targets
