"""Every fenced block of every page does what the page says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNNER = ROOT / "docs" / "generate" / "run_pages.py"
PAGES = [
    page.relative_to(ROOT).as_posix()
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    if "\n```" in page.read_text(encoding="utf-8")
]
PARTS = 4
"""So many processes run the pages: to start one takes longer than to run a page."""


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the script that runs pages."""
    command = [sys.executable, "-W", "error", "-X", "utf8", RUNNER, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          check=False)  # fmt: skip


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_say_what_their_blocks_do(part: int) -> None:
    """The blocks of a page run in order, and what they print is what the page shows."""
    done = run("--check", *PAGES[part::PARTS])
    assert done.returncode == 0, done.stdout + done.stderr


FALSE = (
    ("```python\n1 / 0\n```", "ZeroDivisionError"),
    ("```yaml\nname: no version\n```", "not a whole chain"),
    ("```yaml\nvaluegraph: 1\nnmae: typo\n```", "FileFormatError"),
    ("```yaml refused\nvaluegraph: 1\nname: nothing wrong\n```", "is read without complaint"),
    ("```console\n$ rm chain.yaml\n```", "only valuegraph"),
    ("```yml\nvaluegraph: 1\n```", "neither run nor only shown"),
)


def written(folder: Path, name: str, block: str) -> Path:
    """Return a page with one block."""
    page = folder / name
    page.write_text(f"# A page\n\n{block}\n", encoding="utf-8")
    return page


def test_a_page_that_cannot_be_run_is_refused(tmp_path: Path) -> None:
    """A block that fails or is not what it seems is told, with its page and line; so are all."""
    pages = [written(tmp_path, f"page{n}.md", block) for n, (block, _) in enumerate(FALSE)]
    done = run("--check", *pages)
    assert done.returncode == 1
    complaints = re.split(r"(?m)^.*page\d\.md, line 3: ", done.stderr)[1:]
    assert len(complaints) == len(FALSE)
    for complaint, (_, told) in zip(complaints, FALSE, strict=True):
        assert told in complaint


def test_a_page_that_says_something_else_is_not_fresh(tmp_path: Path) -> None:
    """A block that prints something else than the page shows is found out."""
    block = "```python\nprint('now')\n```\n\n```text\nthen\n```"
    done = run("--check", written(tmp_path, "page.md", block))
    assert done.returncode == 1
    assert "is not fresh" in done.stderr
