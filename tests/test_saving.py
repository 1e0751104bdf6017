"""Files are written whole or not at all, and stay what they were otherwise."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from valuegraph.errors import FileAccessError
from valuegraph.saving import save_bytes

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    """The folder holds the file and nothing else."""
    path = tmp_path / "chaîne.yaml"
    save_bytes(path, b"un")
    save_bytes(str(path), b"deux")
    assert path.read_bytes() == b"deux"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so; a new one is as any new file."""
    kept, new, usual = tmp_path / "kept", tmp_path / "new", tmp_path / "usual"
    kept.write_bytes(b"")
    kept.chmod(0o600)
    save_bytes(kept, b"x")
    save_bytes(new, b"x")
    usual.write_bytes(b"x")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points to is written, even if that does not exist yet."""
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    link.symlink_to(real)
    save_bytes(link, b"x")
    assert link.is_symlink()
    assert real.read_bytes() == b"x"


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """When the content cannot be written, nothing has changed."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        save_bytes(path, "no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_a_folder_and_an_impossible_name_are_told(tmp_path: Path) -> None:
    """Each has its own words, and is the error of the builtin that fits."""
    (tmp_path / "file").write_bytes(b"")
    cases = {
        tmp_path / "absent" / "a.yaml": "VG170",
        tmp_path / "file" / "a.yaml": "VG170",
        tmp_path: "VG171",
        tmp_path / ("n" * 300): "VG172",
        Path("a\0b"): "VG172",
    }
    for path, code in cases.items():
        with pytest.raises(FileAccessError) as caught:
            save_bytes(path, b"x")
        assert isinstance(caught.value, OSError)
        assert caught.value.problems.codes() == (code,)


@pytest.mark.skipif(IS_ROOT, reason="nothing is forbidden to this user")
def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """A read-only file is not replaced behind its owner's back."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(FileAccessError) as caught:
        save_bytes(path, b"x")
    assert caught.value.problems.codes() == ("VG172",)
    assert path.read_bytes() == b"old"


def test_a_device_is_written_to() -> None:
    """What is no file cannot be replaced."""
    save_bytes(os.devnull, b"x")
    assert not Path(os.devnull).is_file()
