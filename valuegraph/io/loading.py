"""What people hand over to be read: a path, a text, bytes, a stream, or a mapping."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any

from valuegraph.errors import FileAccessError
from valuegraph.io import pdf
from valuegraph.io.encoding import decode, with_plain_line_ends
from valuegraph.problems import Bilingual, Problem
from valuegraph.saving import reason_of

Source = str | os.PathLike[str] | bytes | bytearray | IO[str] | IO[bytes] | Mapping[str, Any]
"""What a chain can be read from."""

MAX_FILE_BYTES = 5_000_000
"""Largest file that is read; the largest chain we know takes a hundredth of it."""

_LONGEST_PATH = 4096
_SAYS_SOMETHING = re.compile(r"\s*(?:[{\[]|[^\s:][^:]*:(?:\s|$)|$|- )")


def content_of(source: Any, *, is_path: bool) -> tuple[str | bytes | None, list[Problem]]:
    """Return what a source holds, or ``None`` and that it is too large.

    Args:
        source: a path, a text, bytes or a stream.
        is_path: whether a ``str`` is a path, as :func:`is_path` tells.

    Raises:
        FileAccessError: the file does not exist or cannot be read.
        TypeError: the source is none of these.
    """
    if is_path:
        content: Any = load(os.fspath(source))
    elif hasattr(source, "read"):
        try:
            content = source.read(MAX_FILE_BYTES + 1)
        except UnicodeDecodeError as error:
            content = error.object
    else:
        content = source
    if not isinstance(content, str | bytes | bytearray):
        raise TypeError(f"cannot read a chain from {type(source).__name__}")
    if len(content) > MAX_FILE_BYTES:
        return None, [too_large(MAX_FILE_BYTES)]
    return (content if isinstance(content, str) else bytes(content)), []


def text_of(
    content: str | bytes, *, endings: tuple[str, ...], language: str = "fr"
) -> tuple[str | None, list[Problem]]:
    """Return the text of what was loaded, or ``None``, and what is wrong with its bytes.

    Args:
        content: a text, or bytes; a PDF gives the text that is attached to it.
        endings: the endings of the text forms.
        language: the language of an error about what is not installed.

    Raises:
        MissingExtraError: it is a PDF, and pypdf is not installed.
    """
    if isinstance(content, str):
        return with_plain_line_ends(content), []
    if content.startswith(pdf.START):
        return pdf.attached_text(content, endings, most=MAX_FILE_BYTES, language=language)
    return decode(content)


def is_path(source: Any, endings: tuple[str, ...]) -> bool:
    """Tell whether a source is the path of a file rather than the text of a chain.

    A text of one line is a path if it ends like one, if there is such a file, or if it says
    nothing that a chain could begin with: what was meant as a path is never read as a text.
    """
    if not isinstance(source, str):
        return isinstance(source, os.PathLike)
    if "\n" in source or "\r" in source or len(source) > _LONGEST_PATH:
        return False
    if source.lower().endswith(endings):
        return True
    return _exists(source) or _SAYS_SOMETHING.match(source) is None


def name_of(source: Any, *, is_path: bool) -> str:
    """Return how problems call a source: the path or the stream's name, else nothing."""
    if is_path:
        return str(os.fspath(source))
    name = getattr(source, "name", "") if hasattr(source, "read") else ""
    return name if isinstance(name, str) else ""


def too_large(most: int) -> Problem:
    """Return that a file is larger than ``most`` bytes, which are told in millions."""
    return Problem(
        "VG104", values={"most": Bilingual(f"{most // 10**6} Mo", f"{most // 10**6} MB")}
    )


def _exists(path: str) -> bool:
    try:
        return bool(path) and Path(path).exists()
    except (OSError, ValueError):
        return False


def load(path: str) -> bytes:
    """Return the bytes of a file, one more than is read at most where it is larger.

    Raises:
        FileAccessError: it does not exist or cannot be read.
    """
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise FileAccessError(_told(path, error)) from error


def _told(path: str, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("VG101", values={"name": path, "near": _near(Path(path))})
    if isinstance(error, IsADirectoryError):
        return Problem("VG102", values={"name": path})
    return Problem("VG103", values={"name": path, "reason": reason_of(error)})


def _near(path: Path) -> Bilingual:
    """Return a hint that names the files of the same folder with nearly the same name."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except (OSError, ValueError):
        folder = str(path.parent)
        return Bilingual(
            f"Le dossier « {folder} » n’existe pas.", f"The folder “{folder}” does not exist."
        )
    near = get_close_matches(path.name, names, n=3, cutoff=0.6)
    if not near:
        return Bilingual("Vérifiez le nom et le dossier.", "Check the name and the folder.")
    listed = ", ".join(near)
    return Bilingual(f"Vouliez-vous dire : {listed} ?", f"Did you mean: {listed}?")
