"""Same chain, same bytes: the kept pictures, byte for byte."""

from __future__ import annotations

import hashlib
import json
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
    focused_file,
    focused_names,
    golden_names,
    names,
    scene_json,
    text_files,
    without_fonts,
)

import valuegraph as vg
from valuegraph.render.formats import FORMATS


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
    assert set(_kept_files()) == set(golden_names())


def test_another_hash_seed_gives_the_kept_files() -> None:
    """The golden files come out the same in another process with another order of hashing."""
    kept = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _kept_files()}
    assert _told_elsewhere("kept_digests", "4242", FOLDER.parent, "UTC") == kept


def test_every_format_is_the_same_anywhere(tmp_path: Path) -> None:
    """All formats: no order of hashing, folder, zone or hour shows in a byte."""
    here = _told_elsewhere("format_digests", "1", FOLDER.parent, "UTC")
    elsewhere = _told_elsewhere("format_digests", "4242", tmp_path, "Pacific/Auckland")
    assert here == elsewhere
    assert set(here) >= set(FORMATS)


def _kept_files() -> list[Path]:
    return [path for path in FOLDER.rglob("*") if path.suffix in KEPT]


def _told_elsewhere(function: str, seed: str, folder: Path, zone: str) -> dict[str, str]:
    """Return what a function of golden_cases tells in a process of its own."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import json, golden_cases; "
        "print(json.dumps(getattr(golden_cases, sys.argv[2])()))"
    )
    where = os.pathsep.join((str(Path(vg.__file__).parents[1]), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent), function],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": where},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, str] = json.loads(done.stdout)
    return told
