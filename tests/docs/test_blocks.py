"""Every fenced block of every page does what the page says."""

from __future__ import annotations

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


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the script that runs pages."""
    command = [sys.executable, "-W", "error", "-X", "utf8", RUNNER, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          check=False)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_its_blocks_do(page: str) -> None:
    """The blocks of a page run in order, and what they print is what the page shows."""
    done = run("--check", page)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("```python\n1 / 0\n```", "ZeroDivisionError"),
        ("```yaml\nname: no version\n```", "not a whole chain"),
        ("```yaml\nvaluegraph: 1\nnmae: typo\n```", "FileFormatError"),
        ("```yaml refused\nvaluegraph: 1\nname: nothing wrong\n```", "is read without complaint"),
        ("```console\n$ rm chain.yaml\n```", "only valuegraph"),
        ("```yml\nvaluegraph: 1\n```", "neither run nor only shown"),
        ("```python\nprint('now')\n```\n\n```text\nthen\n```", "is not fresh"),
    ],
)
def test_a_page_that_is_not_true_is_refused(tmp_path: Path, block: str, told: str) -> None:
    """A block that fails, is not what it seems, or prints something else is found out."""
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n\n{block}\n", encoding="utf-8")
    done = run("--check", page)
    assert done.returncode == 1
    assert told in done.stderr
