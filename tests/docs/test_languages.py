"""What facilitators and evaluators read exists in French and in English, and says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INDEX = (ROOT / "docs/README.md").read_text(encoding="utf-8")
TWINS = [
    tuple((ROOT / "docs" / target).resolve().relative_to(ROOT).as_posix() for target in pair)
    for pair in re.findall(r"^\| \[[^]]*\]\(([^)]*)\) \| \[[^]]*\]\(([^)]*)\) \|$", INDEX, re.M)
]
ENGLISH_ONLY = {
    "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/glossary.md",
    "docs/explanation/architecture.md", "docs/explanation/how-fast.md",
    "docs/reference/python.md",
}  # fmt: skip
NO_BREAK = "\u00a0\u202f"


def text(page: str) -> str:
    """Return a page as it is stored."""
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """Return a page without its blocks, inline code, comments, addresses and table rules."""
    words = re.sub(r"^```.*?^```[ \t]*$", "", text(page), flags=re.M | re.S)
    words = re.sub(r"`[^`\n]*`|<!--.*?-->|\]\([^)]*\)", "x", words)
    return re.sub(r"^\|[-| ]+\|$", "", words, flags=re.M)


def test_every_page_has_a_twin_or_is_for_developers() -> None:
    """The table of twins holds every page but those for developers and the bilingual glossary."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    names = {page.relative_to(ROOT).as_posix() for page in pages}
    decisions = {name for name in names if name.startswith("docs/decisions/")}
    assert names - decisions - ENGLISH_ONLY == {page for pair in TWINS for page in pair}


@pytest.mark.parametrize(("english", "french"), TWINS)
def test_twins_lead_to_each_other(english: str, french: str) -> None:
    """A reader who lands on the wrong language finds the other at the top of the page."""
    for here, there, label in (
        (english, french, "Version française"),
        (french, english, "English version"),
    ):
        target = re.search(rf"\[{label}\]\(([^)]*)\)", "\n".join(text(here).split("\n")[:5]))
        assert target, here
        assert ((ROOT / here).parent / target[1]).resolve() == ROOT / there


@pytest.mark.parametrize(("english", "french"), TWINS)
def test_twins_have_the_same_build(english: str, french: str) -> None:
    """Twins have the same headings, blocks and pictures, in the same order."""

    def build(page: str) -> list[str]:
        marks = r"^(#+) |^```([\w-]+[^\n]*)$|^(!)\["
        return ["".join(found) for found in re.findall(marks, text(page), re.MULTILINE)]

    assert build(english) == build(french)


def test_both_readmes_give_the_same_commands() -> None:
    """What a newcomer types is the same in both languages."""

    def commands(page: str) -> list[str]:
        typed = re.findall(r"^```sh\n(.*?)^```", text(page), re.MULTILINE | re.DOTALL)
        return typed + re.findall(r"^\$ (.*)$", text(page), re.MULTILINE)

    assert commands("README.md") == commands("README.fr.md") != []


@pytest.mark.parametrize("french", [pair[1] for pair in TWINS])
def test_french_pages_keep_french_typography(french: str) -> None:
    """French prose has no-break spaces before « : ; ? ! », inside guillemets, and curly ’."""
    words = prose(french)
    assert re.findall(rf".{{0,20}}[^{NO_BREAK}\s|:][:;?!»](?=\s|$)", words, re.MULTILINE) == []
    assert re.findall(r".{0,20} [:;?!»](?=\s|$|,|\.)", words, re.MULTILINE) == []
    assert re.findall(r"« ?\w", words) == []
    assert re.findall(r"\w'\w", words) == []
