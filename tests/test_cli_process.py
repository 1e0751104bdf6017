"""The command line as a process: its streams, its encodings, what it costs to start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import valuegraph as vg
from valuegraph.examples import example_text

COMMAND = (sys.executable, "-m", "valuegraph")
HEAVY = ("pydantic", "fontTools", "networkx", "numpy", "pandas", "ruamel", "resvg_py")


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment, without a locale, and with changes."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("LC_ALL", "LC_MESSAGES", "LANG", "PYTHONUTF8")}  # fmt: skip
    return {**kept, **changes}


def run(*typed: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m valuegraph`` with what was typed."""
    return subprocess.run(
        [*COMMAND, *typed], capture_output=True, env=environment(**changes), check=False
    )


def test_the_package_is_a_program() -> None:
    """``python -m valuegraph`` is the same command line."""
    done = run("--version")
    assert done.stdout.decode().split() == ["valuegraph", vg.__version__]
    assert done.returncode == 0


def test_a_page_of_help_is_quick() -> None:
    """Showing it imports nothing that reads, checks or draws."""
    code = (
        "import sys\n"
        "from valuegraph.cli import main\n"
        "try:\n    main(['draw', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), check=True
    )
    assert done.stderr.decode().strip() == "[]"


def test_the_locale_decides_the_language() -> None:
    """French first, English where the locale says so."""
    assert "Utilisation" in run("--help").stdout.decode()
    assert "Usage:" in run("--help", LANG="en_US.UTF-8").stdout.decode()


def test_complaints_go_to_standard_error(tmp_path: Path) -> None:
    """So that what is written to standard output can be used by another program."""
    done = run("check", str(tmp_path / "none.yaml"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "none.yaml" in done.stderr.decode()


def test_an_example_is_utf_8_whatever_the_terminal() -> None:
    """What is sent to a file can be read back."""
    done = run("example", "conserverie", PYTHONIOENCODING="latin-1")
    assert done.stdout.decode("utf-8") == example_text("conserverie")


def test_a_terminal_that_lacks_letters_is_no_failure() -> None:
    """A question mark stands for what cannot be shown."""
    done = run("--help", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "de l?économie sociale" in done.stdout.decode("latin-1")


def test_a_reader_that_leaves_is_no_failure() -> None:
    """``valuegraph example conserverie | head -1`` says nothing of it."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [*COMMAND, "example", "conserverie"],
            stdout=closed, stderr=subprocess.PIPE, env=environment(), check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(os.name != "posix", reason="only there can a stream be closed so")
@pytest.mark.parametrize(
    ("closed", "typed", "code"),
    [(">&-", "example porter", 0), ("2>&-", "darw", 2), ("<&-", "check -", 2)],
)
def test_a_closed_stream_is_no_failure(closed: str, typed: str, code: int) -> None:
    """Without output there is nobody to tell; without input there is nothing to read."""
    line = f'exec "$0" -m valuegraph {typed} {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable],
        capture_output=True, env=environment(), check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "typed",
    [("--help",), ("example", "conserverie"), ("example", "porter", "--force", "-o", "/dev/full")],
)
def test_a_full_disk_is_told(typed: tuple[str, ...]) -> None:
    """Whether it is standard output or a file that cannot be written."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *typed], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    assert "il n’y a plus de place" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
