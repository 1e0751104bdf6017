"""A chain kept in several files of one folder: read by name, replaced file by file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from valuegraph.io.loading import load
from valuegraph.saving import made_folder, save_bytes

DESCRIPTOR = "datapackage.json"
"""The file that says what the others of the folder hold."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to read from.

    Attributes:
        path: where it is, as the caller gave it.
    """

    path: str

    @property
    def names(self) -> list[str]:
        """The names of its files, in the order of the alphabet."""
        return sorted(entry.name for entry in Path(self.path).iterdir() if entry.is_file())

    def load(self, name: str) -> bytes:
        """Return the content of one of its files, never of one elsewhere.

        Raises:
            FileAccessError: it cannot be read.
        """
        return load(os.path.join(self.path, Path(name).name))  # noqa: PTH118 - told as typed


def folder_of(source: Any) -> Folder | None:
    """Return the folder that a path means: its own path, or that of its descriptor."""
    if not isinstance(source, str | os.PathLike):
        return None
    path = os.fspath(source)
    if not isinstance(path, str) or "\n" in path:
        return None
    if Path(path).name == DESCRIPTOR:
        return Folder(str(Path(path).parent))
    try:
        there = bool(path) and (Path(path) / DESCRIPTOR).is_file()
    except (OSError, ValueError):
        return None
    return Folder(path) if there else None


def is_meant_as_folder(target: str | os.PathLike[str]) -> bool:
    """Tell whether a chain is to be written into a folder: ``cards/``, or its descriptor."""
    name = os.fspath(target)
    return name.endswith(("/", os.sep)) or Path(name).name == DESCRIPTOR


def save_folder(target: str | os.PathLike[str], files: Mapping[str, bytes]) -> None:
    """Write files into a folder, made if it is not there; each is whole or as it was.

    The descriptor comes last: until it is there, nothing reads the folder as a chain.

    Raises:
        FileAccessError: the folder or a file cannot be written.
    """
    path = Path(target)
    folder = made_folder(path.parent if path.name == DESCRIPTOR else path)
    for name in sorted(files, key=lambda name: (name == DESCRIPTOR, name)):
        save_bytes(folder / name, files[name])
