"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from valuegraph.errors import FileAccessError
from valuegraph.problems import Bilingual, Problem

_REASONS = {
    errno.EACCES: Bilingual("vous n’en avez pas le droit", "you are not allowed to"),
    errno.ENOSPC: Bilingual("il n’y a plus de place", "there is no space left"),
    errno.EROFS: Bilingual("cet endroit est en lecture seule", "this place is read-only"),
    errno.ENAMETOOLONG: Bilingual("ce nom est trop long", "this name is too long"),
    errno.ELOOP: Bilingual("ce lien tourne en rond", "this link leads back to itself"),
    errno.EEXIST: Bilingual("un fichier porte ce nom", "a file has this name"),
    errno.ENOTDIR: Bilingual("un fichier porte ce nom", "a file has this name"),
    errno.EINVAL: Bilingual("ce nom n’est pas possible", "this name is not possible"),
}
_TRIES = 100


def save_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write ``data`` to a file, which is then whole, or as it was before.

    A file that is replaced keeps its permissions; a link stays a link, and what it points
    to is written.

    Args:
        path: the file; its folder must exist.
        data: the whole content.

    Raises:
        FileAccessError: the folder does not exist, the path is a folder, or it cannot be
            written to.
    """
    name = os.fspath(path)
    try:
        _save(Path(name), data)
    except (OSError, ValueError) as error:
        raise FileAccessError(_told(name, error)) from error


def made_folder(path: str | os.PathLike[str]) -> Path:
    """Return a folder, made with those above it if it was not there.

    Raises:
        FileAccessError: it cannot be made, or a file stands in its place.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        values = {"name": os.fspath(path), "reason": reason_of(error)}
        raise FileAccessError(Problem("VG172", values=values)) from error
    return folder


def reason_of(error: Exception) -> Bilingual:
    """Return why a file could not be read or written, in words."""
    if isinstance(error, PermissionError):
        return _REASONS[errno.EACCES]
    number = getattr(error, "errno", None) or errno.EINVAL
    told = os.strerror(number)
    return _REASONS.get(number, Bilingual(f"« {told} » selon le système", f"“{told}”"))


def _save(path: Path, data: bytes) -> None:
    kept = None
    with suppress(FileNotFoundError):
        kept = path.stat()
    if kept and stat.S_ISDIR(kept.st_mode):
        raise IsADirectoryError
    if kept and not stat.S_ISREG(kept.st_mode):
        path.write_bytes(data)  # a device or a pipe cannot be replaced
        return
    real = Path(os.path.realpath(path))
    if kept and not os.access(real, os.W_OK):
        raise PermissionError
    draft, number = _draft_beside(real)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(number)
        if kept:
            draft.chmod(stat.S_IMODE(kept.st_mode))
        draft.replace(real)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _draft_beside(path: Path) -> tuple[Path, int]:
    """Make a new file in the same folder, with the permissions a new file gets."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for attempt in range(_TRIES):
        draft = path.with_name(f".valuegraph-{os.getpid()}-{attempt}.part")
        with suppress(FileExistsError):
            return draft, os.open(draft, flags, 0o666)
    raise PermissionError


def _told(name: str, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem("VG170", values={"name": str(Path(name).parent)})
    if isinstance(error, IsADirectoryError):
        return Problem("VG171", values={"name": name})
    return Problem("VG172", values={"name": name, "reason": reason_of(error)})
