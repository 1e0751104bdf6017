"""Workbooks are archives: opened within bounds, and refused where they are more than tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from valuegraph.problems import Bilingual, Problem

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)

MAX_UNPACKED = 60_000_000
_MOST_FILES = 2000
_MOST_MERGED = 100_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")


class RefusedError(Exception):
    """A workbook that is not read; it holds the problem to tell."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def opened(content: bytes) -> zipfile.ZipFile:
    """Return an archive that is small enough and holds nothing but tables.

    Raises:
        RefusedError: it is damaged, encrypted, too large, has macros or links to other files.
    """
    if content.startswith(OLD):
        raise RefusedError(Problem("VG621"))
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        files = archive.infolist()
    except Exception:  # a hostile archive can break its reader in any way
        raise RefusedError(Problem("VG620")) from None
    unpacked = sum(file.file_size for file in files)
    if len(files) > _MOST_FILES or unpacked > MAX_UNPACKED:
        size = max(unpacked // 10**6, 1)
        what = Bilingual(f"{len(files)} fichiers, {size} Mo", f"{len(files)} files, {size} MB")
        raise RefusedError(Problem("VG624", values={"what": what}))
    names = [file.filename for file in files]
    if any(file.flag_bits & 1 for file in files):
        raise RefusedError(Problem("VG621"))
    if any("vbaproject" in name.lower() or name.startswith(("Basic/", "Scripts/"))
           or "/macrosheets/" in name for name in names):  # fmt: skip
        raise RefusedError(Problem("VG622"))
    if any("/externalLinks/" in name for name in names):
        raise RefusedError(Problem("VG623"))
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one file of an archive, without a document type, which could define anything.

    Raises:
        RefusedError: it is not there, damaged, or has a document type.
    """
    try:
        data = archive.read(name)
    except Exception:  # a hostile archive can break its reader in any way
        raise RefusedError(Problem("VG620")) from None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError(Problem("VG620"))
    return data


def require_small_merges(sheet: bytes) -> None:
    """Refuse a sheet whose merged cells alone would fill the memory.

    Raises:
        RefusedError: they span more cells than a chain could need.
    """
    total = 0
    for found in _MERGED.finditer(sheet):
        wide = abs(_number(found[3]) - _number(found[1])) + 1
        total += wide * (abs(int(found[4]) - int(found[2])) + 1)
        if total > _MOST_MERGED:
            what = Bilingual("des cellules fusionnées sans fin", "endless merged cells")
            raise RefusedError(Problem("VG624", values={"what": what}))


def packed(files: dict[str, bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """Return an archive of these files, in their order: the same files, the same bytes.

    Args:
        files: name -> content.
        stored: the names of those that are not compressed.
    """
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, FIXED_DATE)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o600 << 16
            archive.writestr(info, data, compresslevel=6)
    return written.getvalue()


def _number(letters: bytes) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + letter - ord("A") + 1
    return value
