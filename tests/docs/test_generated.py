"""What is made by a command is fresh, and says all there is."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import valuegraph as vg

ROOT = Path(__file__).resolve().parents[2]
GENERATE = ROOT / "docs" / "generate"


@pytest.mark.parametrize(
    "script",
    [
        "rules.py",
        "text_form.py",
        "linked_terms.py",
        "python_api.py",
        "typography.py",
        "pictures.py",
    ],
)
def test_generated_files_are_fresh(script: str) -> None:
    """Running the script again would change nothing."""
    command = [sys.executable, "-W", "error", "-X", "utf8", GENERATE / script, "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_script_is_run_by_the_one_command() -> None:
    """``all.py`` runs each script that has something to write."""
    scripts = {path.name for path in GENERATE.glob("*.py") if "finish(" in path.read_text("utf-8")}
    listed = set(re.findall(r'"(\w+\.py)"', (GENERATE / "all.py").read_text("utf-8")))
    assert scripts - {"regions.py"} <= listed


def test_every_public_name_is_documented() -> None:
    """Each name of ``__all__`` has an entry of its own in the reference."""
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    missing = [name for name in vg.__all__ if f"### `{name}`" not in page and name[0] != "_"]
    assert missing == []


@pytest.mark.parametrize("page", ["command-line.md", "ligne-de-commande.md"])
def test_every_command_is_documented(page: str) -> None:
    """Each command shows its help, and an example of its use."""
    from valuegraph.cli.program import program

    text = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    for name in program("fr").commands:
        assert f"$ valuegraph {name} --help" in text
        assert len(re.findall(rf"^\$ valuegraph {name}( |$)", text, re.MULTILINE)) >= 2


def test_every_make_target_is_documented_and_exists() -> None:
    """The targets that CONTRIBUTING lists are those of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    told = set(re.findall(r"`make ([\w-]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert told == targets


def test_the_layers_are_told_as_they_are_enforced() -> None:
    """The page on the architecture gives the order of the import contract."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    page = (ROOT / "docs/explanation/architecture.md").read_text("utf-8")
    assert f"`{' > '.join(layer for layer in layers if layer != '__main__')}`" in page


def test_every_picture_is_shown_and_every_shown_picture_is_made() -> None:
    """No picture lies about unused, and none that a page shows is missing."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    shown = {
        (page.parent / target).resolve()
        for page in pages
        for target in re.findall(r"\]\(([^)]*\.(?:svg|png))\)", page.read_text(encoding="utf-8"))
    }
    assert shown == {path.resolve() for path in (ROOT / "docs/images").iterdir()}
