"""Same chain, same bytes: the kept pictures, byte for byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from golden_cases import (
    FOCUSED_EXAMPLE,
    FOLDER,
    KEPT,
    KEPT_VIEWS,
    drawn_as,
    drawn_svg,
    everything,
    focused_file,
    focused_names,
    golden_files,
    names,
    scene_json,
    text_files,
    without_fonts,
)


@pytest.mark.parametrize(("example", "view", "language"), list(names()))
def test_the_scene_is_the_kept_one(example: str, view: str, language: str) -> None:
    """Every view of every example in both languages is drawn as it was last looked at."""
    kept = FOLDER / "scenes" / f"{example}-{view}-{language}.json"
    assert scene_json(example, view, language) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(("view", "focus"), list(focused_names()))
def test_the_focused_scene_is_the_kept_one(view: str, focus: str) -> None:
    """A route, a loss, a smaller chain and an overview are drawn as they were last looked at."""
    kept = focused_file(view, focus).read_text(encoding="utf-8")
    assert scene_json(FOCUSED_EXAMPLE, view, "fr", focus) == kept


@pytest.mark.parametrize("view", KEPT_VIEWS)
def test_the_svg_is_the_kept_one(view: str) -> None:
    """One SVG a view is the same, byte for byte, but for the bytes of the embedded fonts."""
    kept = (FOLDER / "svg" / f"{view}.svg").read_text(encoding="utf-8")
    assert without_fonts(drawn_svg(view)) == kept
    assert "base64," in kept


@pytest.mark.parametrize("kept", list(text_files()), ids=lambda kept: kept[0].name)
def test_the_text_is_the_kept_one(kept: tuple[Path, str, str, str, str | None]) -> None:
    """A draw.io file a view, and the Mermaid and DOT of every example, byte for byte."""
    path, format_, example, language, view = kept
    assert drawn_as(format_, example, language, view) == path.read_bytes()


def test_no_kept_file_is_left_over() -> None:
    """The folder holds what is tested and nothing else."""
    kept = {path for path in FOLDER.rglob("*") if path.suffix in KEPT}
    assert kept == {path for path, _ in golden_files()}


def test_another_hash_seed_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the order of hashing nor the working folder shows in a picture."""
    digests = set()
    for seed in ("1", "4242"):
        code = (
            "import sys; sys.path.insert(0, sys.argv[1]); import hashlib; "
            "from golden_cases import everything; "
            "print(hashlib.sha256(everything()).hexdigest())"
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout.strip())
    digests.add(hashlib.sha256(everything()).hexdigest())
    assert len(digests) == 1
